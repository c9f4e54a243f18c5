"""Cases that are as full as a person can make them; nobody in them is real."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.dossier.plan import DossierPlan, Paper
from app.dossier.planning import plan_dossier
from app.model.partial_date import NOT_KNOWN, PartialDate, Point
from app.model.person import Patient, Preparer, Recipient
from app.model.record import Document, Kind, PageFacts, Record, RecordDates, Remark
from app.model.result import Result
from app.model.story import (
    Allergy,
    Answer,
    Asked,
    CaseSnapshot,
    Event,
    EventKind,
    Medicine,
    OutsideItem,
    Question,
    Reason,
    Statement,
    Subject,
    Treatment,
)
from app.model.voice import Cited, Said, Voice

MADE = date(2026, 11, 22)

SENTENCE = (
    "The pain began in the lower back after a long day in the garden, went down the left leg to "
    "the outer side of the foot within a few weeks, was worse on walking and better when I sat "
    "down or leaned forward on a shopping trolley, and by the end of that summer it woke me twice "
    "on most nights, so that I began to sleep in a chair. "
)
NAME = "Bartholomäus-Constantin von und zu Hohenstein-Wallenfels, Freiherr (Prof. Dr.)  "


@dataclass(frozen=True)
class HowMuch:
    """How many of each thing there are, and how many letters the longest words have."""

    questions: int = 2
    events: int = 3
    medicines: int = 2
    others: int = 2
    records: int = 2
    letters: int = 320


FULL = HowMuch(questions=60, events=200, medicines=150, others=10, records=14, letters=700)


def when(number: int) -> PartialDate:
    """Give dates over nine years, some of them rough or not known."""
    if number % 11 == 7:
        return NOT_KNOWN
    year, month = 2018 + number % 9, number % 12 + 1
    if number % 5 == 2:
        return PartialDate(Point(year, month), about=number % 2 == 0)
    if number % 7 == 3:
        return PartialDate(Point(year), Point(year + 1, month))
    return PartialDate(Point(year, month, number % 28 + 1))


def voice(number: int, name: str) -> Voice:
    """Let a record, a person with a name and somebody without one speak in turn."""
    return (Cited(number % 2 + 1, 1), Said(name, when(number)), Said())[number % 3]


def case_of(word: Callable[[int], str], name: str, much: HowMuch) -> CaseSnapshot:
    """Give a case with words of at most so many letters from `word` wherever a form takes some."""
    long, line, short = word(much.letters), word(160), word(70)

    def spoken(number: int) -> Voice:
        return voice(number, name)

    def people() -> tuple[Patient, Preparer, Recipient]:
        return (
            Patient(name, when(0), short, short, short, short),
            Preparer(name, short, short, line),
            Recipient(name, line, line, short, line),
        )

    patient, preparer, recipient = people()
    return CaseSnapshot(
        patient=patient,
        preparer=preparer,
        recipient=recipient,
        records=tuple(_record(number, line, short) for number in range(1, much.records + 1)),
        statements=tuple(
            Statement(one, f"2026-12-{number + 10}" if one.is_date else long, spoken(number))
            for number, one in enumerate(Subject)
        ),
        reasons=tuple(Reason(f"own-{n}", line, long) for n in range(min(8, much.others))),
        answers=tuple(Answer(short, long, spoken(n)) for n in range(much.others)),
        questions=tuple(Question(n, long, top=n < 9) for n in range(much.questions)),
        events=tuple(
            Event(n, list(EventKind)[n % len(EventKind)], when(n), line, spoken(n))
            for n in range(much.events)
        ),
        medicines_asked=Asked.LISTED,
        medicines=tuple(
            Medicine(
                n,
                short,
                short,
                short,
                line,
                when(n),
                when(n + 1) if n % 4 == 0 else None,
                spoken(n),
            )
            for n in range(much.medicines)
        ),
        allergies_asked=Asked.NOT_SURE,
        allergies=tuple(Allergy(n, short, line, when(n), spoken(n)) for n in range(much.others)),
        treatments=tuple(
            Treatment(n, short, when(n), result=line, stopped_because=short, voice=spoken(n))
            for n in range(much.others)
        ),
        results=tuple(_results(word, much.others, spoken)),
        outside=tuple(OutsideItem(n, short, line, line) for n in range(much.others)),
    )


def _record(number: int, line: str, short: str) -> Record:
    kind, dates = list(Kind)[number % 12], RecordDates(when(number))
    if number % 5 == 0:
        return Record(number, kind, line, dates, short, body=f"{line}\n" * 8)
    pages = (PageFacts(595, 842), PageFacts(842, 595, has_text=False))
    sha256 = f"{number:02x}" * 32
    document = Document(
        sha256, f"{short}.pdf", "application/pdf", 9, sha256, pages, frozenset(Remark)
    )
    return Record(
        number, kind, line, dates, short, document=document, pages=(1,) if number % 3 == 0 else ()
    )


def _results(
    word: Callable[[int], str], count: int, spoken: Callable[[int], Voice]
) -> list[Result]:
    """Give series that can be drawn, close and far values in them, and values that are words."""
    found = []
    for series in range(count):
        for place in range(9):
            value = f"{(series + 1) * 1234.5 + place * 10 ** (series % 4):.1f}"
            dated = PartialDate(Point(2020 + place % 5, place % 12 + 1, 3 * place + 1))
            if place == 4:
                dated = PartialDate(Point(2023))
            number = series * 10 + place
            found.append(
                Result(
                    number,
                    f"{word(40)} {series}",
                    value,
                    word(12),
                    dated,
                    "1234.5 - 98765.4",
                    spoken(number),
                )
            )
        found.append(
            Result(
                series * 10 + 9, word(70), word(70), word(12), NOT_KNOWN, word(70), spoken(series)
            )
        )
    return found


def plan_of(case: CaseSnapshot, paper: Paper) -> DossierPlan:
    """Give the plan of a case, with all its records."""
    return plan_dossier(case, made=MADE, paper=paper)


def sentences(text: str) -> Callable[[int], str]:
    """Give what repeats `text` up to a length."""

    def word(letters: int) -> str:
        return (text * (letters // len(text) + 1))[:letters].strip()

    return word
