"""Make the facts for a doctor's letter, and the page for emergencies."""

from argparse import Namespace
from contextlib import closing
from datetime import date

from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.version_asked import version_asked
from app.dossier.plan import Paper
from app.dossier.prints.emergency import emergency_page
from app.dossier.prints.letter_facts import letter_facts
from app.dossier.prints.printing import save_print
from app.phrases import _


def facts(args: Namespace, voice: Voice) -> int:
    """List what a doctor needs for a letter, as one version tells it."""
    snapshot, version, recipient = version_asked(args)
    data = letter_facts(
        snapshot,
        made=date.today(),
        version=version,
        recipient=recipient,
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
