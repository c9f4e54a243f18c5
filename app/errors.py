"""Failures that the person at the keyboard can do something about.

Whatever is raised on purpose derives from CasepackError and carries a
sentence fit to be read, and the exit status of the command line. Anything
else that escapes is a bug and is shown as one.
"""


class CasepackError(Exception):
    """The base of every expected failure; `str()` of it is a sentence."""

    exit_code = 1


class NotACaseFile(CasepackError):
    """The file is not one of ours, or the password does not fit (the two look the same)."""

    exit_code = 3


class CaseTooNew(CasepackError):
    """A newer version of the program made this file."""

    exit_code = 4


class CaseOpenElsewhere(CasepackError):
    """Another window, program or computer holds the case file."""

    exit_code = 5


class FolderNotWritable(CasepackError):
    """The folder, disk or stick does not take new files."""

    exit_code = 6


class DiskFull(CasepackError):
    """There is no room left where the file should go."""

    exit_code = 7


class CaseDamaged(CasepackError):
    """The case file is broken, wholly or in one document."""

    exit_code = 8


class FileUnreadable(CasepackError):
    """A file that somebody wants to add cannot be used."""

    exit_code = 9


class FileLocked(FileUnreadable):
    """A file that somebody wants to add asks for a password."""

    exit_code = 10


class DossierBlocked(CasepackError):
    """The dossier must not be made as it is; the sentence says what to mend."""

    exit_code = 11


class DossierFaulty(CasepackError):
    """A finished PDF did not pass the second reader; nothing was put in place."""

    exit_code = 12


class NotUnderstood(CasepackError):
    """Something that was typed cannot be understood."""

    exit_code = 13


class SealedRoomFailure(CasepackError):
    """The sealed room died, ran out of time or memory, or could not start."""

    exit_code = 14
