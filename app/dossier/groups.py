"""What the groups of records, A to L, and their pages are called in the dossier's language."""

from app.content.load import load_content
from app.model.partial_date import PartialDate
from app.model.record import Kind
from app.phrases import Phrases, phrases


def group_name(kind: Kind | None, language: str) -> str:
    """Give the name of the group that holds the records of `kind`."""
    if kind is None:
        return phrases(language)("Records of no given kind")
    if kind is Kind.PATIENT_NOTES:  # the content pack says "your", which is not the reader
        return phrases(language)("Patient’s own notes, diary and photos")
    return load_content(language).kind(kind).plural


def lettered(kind: Kind | None, language: str) -> str:
    """Give the group's name with its letter: “C · Scan reports”."""
    name = group_name(kind, language)
    return f"{kind.letter} · {name}" if kind else name


def kind_name(kind: Kind | None, language: str) -> str:
    """Give what a single record of `kind` is called."""
    if kind is None:
        return phrases(language)("Kind not given")
    if kind is Kind.PATIENT_NOTES:
        return phrases(language)("Patient’s own note")
    return load_content(language).kind(kind).label


def shown_date(when: PartialDate, say: Phrases) -> str:
    """Give a record's date exactly as it is known, or say that it is not."""
    return when.shown() if when.known else say("date not known")


def page_range(pages: tuple[int, ...]) -> str:
    """Give pages that count from 0 for people: (2, 3, 4, 7) is “3–5, 8”.

    Pages in another order than the document's stand as they are.
    """
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(
        f"{run[0] + 1}–{run[-1] + 1}" if len(run) > 1 else f"{run[0] + 1}" for run in runs
    )
