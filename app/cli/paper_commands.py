"""Make the facts for a doctor's letter, and the page for emergencies."""

from argparse import Namespace
from contextlib import closing
from datetime import date

from app.cli.output import Voice
from app.cli.prints import keep_print, print_as_told
from app.cli.secrets import open_case
from app.dossier.plan import Paper
from app.dossier.prints.emergency import emergency_page
from app.dossier.prints.letter_facts import letter_facts


def facts(args: Namespace, voice: Voice) -> int:
    """List what a doctor needs for a letter, as one version tells it."""
    return print_as_told(letter_facts, args, voice)


def emergency(args: Namespace, voice: Voice) -> int:
    """Make the page for emergencies, and the card."""
    with closing(open_case(args)) as case:
        snapshot = case.snapshot()
    data = emergency_page(snapshot, made=date.today(), paper=Paper[args.paper.upper()])
    return keep_print(data, args, voice)
