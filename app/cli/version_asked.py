"""The version of the dossier that a command names, with its reader and the case."""

from argparse import Namespace
from contextlib import closing

from app.cli.secrets import open_case
from app.errors import NotUnderstood
from app.model.person import Recipient
from app.model.story import CaseSnapshot
from app.model.version import Version
from app.phrases import _


def version_asked(args: Namespace) -> tuple[CaseSnapshot, Version, Recipient | None]:
    """Give the case, the version with the number `args.version`, and its reader if it has one.

    Raises NotUnderstood when there is no such version, and what opening a case raises.
    """
    with closing(open_case(args)) as case:
        version = case.versions.get(args.version)
        if version is None:
            words = _("There is no version with the number {n}.")
            raise NotUnderstood(words.format(n=args.version))
        profile = None if version.recipient is None else case.recipients.get(version.recipient)
        return case.snapshot(), version, profile.recipient if profile else None
