"""Make a case, say what is in it, find words in it."""

from argparse import Namespace
from contextlib import closing

from app.case.casefile import CaseFile
from app.cli.output import Voice
from app.cli.secrets import open_case, password_of
from app.cli.show import case_json, case_words
from app.cli.typed import typed_date
from app.model.finding import find_in
from app.model.found import Found, group_title
from app.model.person import Patient
from app.phrases import _


def new(args: Namespace, voice: Voice) -> int:
    """Make a new case file; nothing is left when something typed is not understood."""
    patient = Patient(name=args.patient.strip(), born=typed_date(args.born))
    with closing(CaseFile.create(args.case, password_of(args))) as case:
        if patient != Patient():
            with case.change(_("Patient")):
                case.people.save(patient)
    voice.result({"case": str(args.case)}, [_("Made {path}").format(path=args.case)])
    return 0


def show(args: Namespace, voice: Voice) -> int:
    """Say what is in a case."""
    with closing(open_case(args)) as case:
        snapshot = case.snapshot()
    voice.result(case_json(snapshot), case_words(snapshot))
    return 0


def search(args: Namespace, voice: Voice) -> int:
    """Find words in pages, notes and titles, and in all that was typed."""
    words = " ".join(args.words)
    with closing(open_case(args)) as case:
        hits = case.search.find(words)
        found = find_in(case.snapshot(), words)
    lines = [f"{hit.title}, page {hit.page}: {' '.join(hit.snippet.split())}" for hit in hits]
    lines += [_found_line(one) for one in found]
    voice.result(
        {
            "hits": [
                {"record": hit.record, "title": hit.title, "page": hit.page, "snippet": hit.snippet}
                for hit in hits
            ],
            "found": [
                {
                    "group": one.group.value,
                    "text": one.text,
                    "detail": one.detail,
                    "table": one.table,
                    "id": one.id,
                }
                for one in found
            ],
        },
        lines or [_("Nothing was found. Words inside photos are not searched.")],
    )
    return 0


def _found_line(one: Found) -> str:
    text = " ".join((one.text or one.detail).split())
    detail = f" ({one.detail})" if one.text and one.detail else ""
    return f"{group_title(one.group, _)}: {text}{detail}"
