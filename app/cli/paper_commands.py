"""Make the facts for a doctor's letter, and the page for emergencies."""

from argparse import Namespace
from contextlib import closing
from datetime import date

from app.cli.output import Voice
from app.cli.secrets import open_case
from app.dossier.plan import Paper
from app.dossier.prints.emergency import emergency_page
from app.dossier.prints.letter_facts import letter_facts
from app.dossier.prints.printing import save_print
from app.errors import NotUnderstood
from app.phrases import _


def facts(args: Namespace, voice: Voice) -> int:
    """List what a doctor needs for a letter, as one version tells it."""
    with closing(open_case(args)) as case:
        version = case.versions.get(args.version)
        if version is None:
            words = _("There is no version with the number {n}.")
            raise NotUnderstood(words.format(n=args.version))
        profile = None if version.recipient is None else case.recipients.get(version.recipient)
        snapshot = case.snapshot()
    data = letter_facts(
        snapshot,
        made=date.today(),
        version=version,
        recipient=profile.recipient if profile else None,
        paper=Paper[args.paper.upper()],
    )
    return _kept(data, args, voice)


def emergency(args: Namespace, voice: Voice) -> int:
    """Make the page for emergencies, and the card."""
    with closing(open_case(args)) as case:
        snapshot = case.snapshot()
    data = emergency_page(snapshot, made=date.today(), paper=Paper[args.paper.upper()])
    return _kept(data, args, voice)


def _kept(data: bytes, args: Namespace, voice: Voice) -> int:
    save_print(data, args.target)
    voice.result({"pdf": str(args.target)}, [_("Made {path}").format(path=args.target)])
    return 0
