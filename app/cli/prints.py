"""Making a small PDF and saying where it is."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date

from app.cli.output import Voice
from app.cli.version_asked import version_asked
from app.dossier.plan import Paper
from app.dossier.prints.printing import save_print
from app.phrases import _


def keep_print(data: bytes, args: Namespace, voice: Voice) -> int:
    """Write a print to `args.target`, and say so."""
    save_print(data, args.target)
    voice.result({"pdf": str(args.target)}, [_("Made {path}").format(path=args.target)])
    return 0


def print_as_told(make: Callable[..., bytes], args: Namespace, voice: Voice) -> int:
    """Make a print of what the version that is asked for tells.

    `make` takes a snapshot, and by name `made`, `version`, `recipient` and `paper`.
    """
    snapshot, version, recipient = version_asked(args)
    paper = Paper[args.paper.upper()]
    made = make(snapshot, made=date.today(), version=version, recipient=recipient, paper=paper)
    return keep_print(made, args, voice)
