"""What somebody changes about the versions of the dossier, each one step of undo."""

from dataclasses import replace
from datetime import date

from app.case.casefile import CaseFile
from app.dossier.starting import start_version
from app.errors import NotUnderstood
from app.model.recipient_profile import RecipientProfile
from app.model.version import MAIN, Version
from app.phrases import _


def version_of(case: CaseFile, number: int) -> Version:
    """Give a version, or the first one where it is gone."""
    return case.versions.get(number) or case.versions.get(MAIN.id) or MAIN


def version_name(version: Version) -> str:
    """Give the name to show: the first version has one although nobody gave it any."""
    if version.name:
        return version.name
    return _("First dossier") if version.id == MAIN.id else _("Version without a name")


def who_reads(case: CaseFile, version: Version) -> str:
    """Give name and place of who reads a version, "" where nobody is known."""
    profile = None if version.recipient is None else case.recipients.get(version.recipient)
    to = case.people.recipient() if profile is None else profile.recipient
    return ", ".join(part for part in (to.name or to.service, to.place) if part)


def new_version(
    case: CaseFile, name: str, *, reader: int | None = None, copy_of: int | None = None
) -> int:
    """Make a version for a recipient of the book, a copy of another one, or one for nobody yet.

    Gives its id. Raises NotUnderstood for a name that is empty or taken.
    """
    if copy_of is not None:
        made = replace(version_of(case, copy_of), id=0, recipient=None, name=_free(case, name))
    elif reader is not None and (profile := case.recipients.get(reader)) is not None:
        title = _free(case, name or _called(profile))
        made = start_version(case.snapshot(), profile, today=date.today(), name=title)
    else:
        made = Version(name=_free(case, name))
    with case.change(_("Make the version “{name}”").format(name=made.name)):
        return case.versions.add(made)


def rename(case: CaseFile, number: int, name: str, reader: int | None) -> None:
    """Give a version another name and another reader; its choices stay.

    Raises NotUnderstood for a name that is empty or taken.
    """
    old = version_of(case, number)
    new = replace(old, name=_free(case, name, but=number), recipient=reader)
    if new != old:
        save(case, new, _("Rename the version “{name}”").format(name=version_name(old)))


def remove(case: CaseFile, number: int) -> str:
    """Take a version away and give its name; its records stay."""
    name = version_name(version_of(case, number))
    with case.change(_("Remove the version “{name}”").format(name=name)):
        case.versions.remove(number)
    return name


def save(case: CaseFile, version: Version, step: str, together: str = "") -> None:
    """Write a version as one step of undo, unless it is as it was."""
    if case.versions.get(version.id) != version:
        with case.change(step, together=together):
            case.versions.save(version)


def _called(profile: RecipientProfile) -> str:
    return profile.recipient.name or profile.recipient.service


def _free(case: CaseFile, name: str, but: int | None = None) -> str:
    wanted = " ".join(name.split())
    if not wanted:
        raise NotUnderstood(_("Give this version a name, such as who it is for."))
    taken = {version_name(one).casefold() for one in case.versions.all() if one.id != but}
    if wanted.casefold() in taken:
        raise NotUnderstood(
            _("There is a version “{name}” already. Choose another name.").format(name=wanted)
        )
    return wanted
