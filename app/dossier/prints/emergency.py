"""The page for emergencies and for the time of waiting, and a card to cut out."""

from datetime import date

from app.content.load import load_content
from app.dossier.drawing import Book
from app.dossier.emergency_told import EmergencyPart, Told, emergency_parts
from app.dossier.pages.wording import not_checked, soft, strong
from app.dossier.passed_on import passed_on
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.styles import BIG, CELL, HAIR, SMALL
from app.model.partial_date import day
from app.model.person import Patient
from app.model.story import CaseSnapshot
from app.phrases import Phrases, phrases
from app.typesetting.fonts import Face
from app.typesetting.style import Style
from app.typesetting.text import Piece

_INSET = 14.0  # points between the card's frame and its words
_ASKED = ("while_we_wait", "watch_and_wait.what_for", "watch_and_wait.when_to_act")
_PITCH = 19.0  # points between two lines to write on
_NAMES = 112.0  # points for the names of the parts
_FACT = Style(Face.REGULAR, 9.2, 11.8)
_NAME = _FACT.bold()


def emergency_page(
    case: CaseSnapshot, *, made: date, paper: Paper = Paper.A4, language: str = "en"
) -> bytes:
    """Give the PDF of a page for emergencies, and of a card of half a page behind it.

    It holds what is written down in the case and nothing else; a part without
    facts says “Not written down.” Private illnesses of the family and what
    private records say are not in it, but no medicine and no allergy is left
    out. A page that is too long goes on on the next: nothing is cut.
    """
    told = passed_on(case)
    title = phrases(language)("For emergencies, and while we wait")

    def draw(book: Book) -> None:
        parts = emergency_parts(told, made, language)
        _page(book, title, case.patient, made, parts)
        _wait(book, language)
        _foot(book, told.case, language)
        _card(book, case.patient, made, [one for one in parts if one.card])

    return printed(Print(title, case.patient, made, paper, language), draw)


def _who(patient: Patient, say: Phrases) -> str:
    born = patient.born.shown() if patient.born.known else say("not written down")
    name = " ".join(patient.name.split()) or say("Name not written down")
    return say("{name}, born {date}").format(name=name, date=born)


def _newest(made: date, say: Phrases) -> str:
    words = say("Made on {date}. Things change: ask the family for the newest copy.")
    return words.format(date=day(made).shown())


def _page(
    book: Book, title: str, patient: Patient, made: date, parts: tuple[EmergencyPart, ...]
) -> None:
    _ = book.say
    book.part(title, "emergency", bars=False)
    book.heading(title, 1)
    book.paragraph(_who(patient, _), BIG)
    book.paragraph(strong(_newest(made, _), CELL), CELL)
    book.space(4)
    for part in parts:
        _part(book, part)


def _part(book: Book, part: EmergencyPart) -> None:
    """Draw the name of a part on the left, and beside it each fact with where it is from."""
    facts = part.facts or (Told(book.say("Not written down.")),)
    x = book.left + _NAMES
    name = book.wrap(part.title, _NAME, _NAMES - 10)
    first = book.wrap(_fact(facts[0]), _FACT, book.right - x)
    book.room(max(len(name), min(len(first), 3)) * _FACT.leading + 4)
    book.sheet.line(book.left, book.y, book.right, book.y, ink=HAIR, thick=0.7)
    book.space(2)
    sheets, below = len(book.sheets), book.y + book.lines_at(book.left, book.y, name, "H2")
    for one in facts:
        book.paragraph(_fact(one), _FACT, x=x)
        book.space(1)
    if len(book.sheets) == sheets:
        book.y = max(book.y, below)
    book.space(2)


def _fact(one: Told) -> list[str | Piece]:
    return [one.words, soft(f"  [{one.source}]", _FACT) if one.source else ""]


def _wait(book: Book, language: str) -> None:
    """Draw the questions of the time of waiting, with room for what the doctor says."""
    _, outcomes = book.say, load_content(language).outcomes
    asked = [one for outcome in outcomes for one in outcome.questions]
    wanted = [one.text for one in asked if one.id.endswith(_ASKED)]
    book.space(4)
    book.heading(_("While we wait: ask your doctor, and write it here"), 2, with_next=3 * _PITCH)
    for text in wanted:
        book.room(_PITCH)
        book.space(_PITCH - _FACT.leading - 1)
        book.paragraph(text, _FACT)
        end = book.left + book.fonts.width(text, _FACT.face, _FACT.size) + 8
        book.sheet.line(min(end, book.right - 60), book.y, book.right, book.y, ink=HAIR, thick=0.7)
        book.space(1)


def _foot(book: Book, case: CaseSnapshot, language: str) -> None:
    """Draw the lines of safety; a reason that was chosen may have one of its own."""
    content = load_content(language)
    lines = [content.piece(name).text for name in ("safety.emergency", "safety.wait")]
    lines += content.safety_lines([one.code for one in case.reasons])
    book.space(6)
    for line in lines:
        book.paragraph(strong(line, _FACT), _FACT)
    book.space(2)
    book.paragraph(not_checked(book.say), SMALL)


def _card(book: Book, patient: Patient, made: date, parts: list[EmergencyPart]) -> None:
    """Draw the card in the upper half of a page, with a line to cut along below it."""
    _ = book.say
    book.part(_("Card to cut out"), "emergency-card", bars=False)
    first, top = len(book.sheets), book.y
    book.space(_INSET)
    x, width = book.left + _INSET, book.measure - 2 * _INSET

    def line(words: str | list[str | Piece], style: Style = CELL) -> None:
        book.paragraph(words, style, x=x, width=width)
        book.space(2)

    line(_who(patient, _), BIG)
    for part in parts:
        told = _run_on(part) or _("Not written down.")
        line([strong(f"{part.title}: ", CELL), told])
    line(load_content().piece("safety.emergency").text)
    line([strong(_newest(made, _), CELL)])
    if len(book.sheets) > first:
        return  # too much for a card: then it is a page like any other
    bottom = max(book.y + _INSET - 2, book.height / 2 - 16)
    book.sheet.frame(book.left, top, book.measure, bottom - top)
    book.sheet.line(0, bottom + 16, book.width, bottom + 16, dash="5 4")
    book.y = bottom + 20
    book.paragraph(_("Cut along the line. The full page tells where each fact is from."), SMALL)


def _run_on(part: EmergencyPart) -> str:
    """Put the facts of a part behind each other as they are; what stands apart gets its own line.

    One that does not end a sentence gets “;”.
    """
    run, apart = list[str](), list[str]()
    for one in part.facts:
        words = f"{one.words} ({one.source})" if part.sourced and one.source else one.words
        if one.apart:
            apart.append(words)
        else:
            run.append(words if words.endswith((".", "!", "?")) else f"{words};")
    first = " ".join(run).removesuffix(";")
    return "\n".join([first, *apart] if first else apart)
