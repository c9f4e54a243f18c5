"""Letters that ask for records or for tissue, ready to sign; and a list of their envelopes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.content.load import load_content
from app.dossier.drawing import Book
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.styles import BODY, HEAD2
from app.dossier.table import Column, Row, table
from app.model.journey.consent import Consent, Power
from app.model.journey.request import AskedFor, Outcome, Request
from app.model.partial_date import day
from app.model.story import CaseSnapshot
from app.phrases import Phrases, phrases

_BLANK = "____________________"
_OPEN = (Outcome.OPEN, Outcome.PART_CAME)
_ACTING = (Power.COLLECT, Power.GUARDIAN, Power.DECIDE)


@dataclass(frozen=True, slots=True)
class Letter:
    """One request with what it asks for, and who may ask for it in the patient's place."""

    request: Request
    asked: tuple[AskedFor, ...]
    consent: Consent | None = None


def letter_of(case: CaseSnapshot, request: Request) -> Letter:
    """Give the letter of one request; what has come already is not asked for again."""
    asked = tuple(
        one for one in case.journey.asked_for if one.request == request.id and one.record is None
    )
    consents = [one for one in case.journey.consents if one.power in _ACTING]
    name = case.preparer.name.strip().casefold()
    acting = next((one for one in consents if name and _called(one) == name), None)
    return Letter(request, asked, acting)


def _called(consent: Consent) -> str:
    """Give the name in a consent, without what somebody is to the patient after a comma."""
    return consent.person.split(",")[0].strip().casefold()


def open_letters(case: CaseSnapshot) -> tuple[Letter, ...]:
    """Give the letters of all requests that are open."""
    found = [one for one in case.journey.requests if one.outcome in _OPEN]
    return tuple(letter_of(case, one) for one in found)


def print_letters(
    case: CaseSnapshot,
    letters: Sequence[Letter],
    *,
    made: date,
    paper: Paper = Paper.A4,
    language: str = "en",
) -> bytes:
    """Give the PDF: each letter begins on a page of its own; several have a list of envelopes.

    What is not known is a line to fill in by hand.
    """
    say = phrases(language)
    title = say("Request for records") if len(letters) == 1 else say("Requests for records")

    def draw(book: Book) -> None:
        for letter in letters:
            _draw_letter(book, case, letter, made)
        if len(letters) > 1:
            _draw_envelopes(book, letters)

    about = Print(title, case.patient, made, paper, language, header=False)
    return printed(about, draw)


def _draw_letter(book: Book, case: CaseSnapshot, letter: Letter, made: date) -> None:
    _, request, patient = book.say, letter.request, case.patient
    book.part(_("Request for records"), f"letter-{request.id}", header=False, bars=False)
    writer = patient if letter.consent is None else case.preparer
    sender = [writer.name.strip() or _BLANK]
    if phone := writer.phone.strip():
        sender.append(_("Phone: {number}").format(number=phone))
    _lines(book, sender)
    book.space(14)
    _lines(book, _address(request))
    book.space(14)
    book.paragraph(day(made).shown(), BODY)
    book.space(10)
    book.heading(_subject(letter, _), 1)
    book.space(6)
    _lines(book, _patient_lines(case, request, _))
    book.space(8)
    content = load_content()
    if letter.asked or not request.tissue:
        first, last = _span(case, letter)
        text = content.piece("records_request").filled(
            first=first, last=last, records=_("see the list below")
        )
        book.paragraph(_with_forms(text, request, _), BODY)
        book.space(6)
        for number, one in enumerate(letter.asked or (None,) * 3, 1):
            words = one.text if one is not None else _BLANK * 2
            book.paragraph(f"{number}. {words}", BODY)
    if request.tissue:
        book.space(8)
        text = content.piece("tissue_request").filled(
            case_number=_case_number(case, request, _),
            recipient=request.send_to.strip() or _("me"),
        )
        book.paragraph(text, BODY)
    book.space(8)
    for words in _closing(case, letter, _):
        book.paragraph(words, BODY)
        book.space(4)
    book.room(80)
    book.space(34)
    book.paragraph(f"{_('Signature')}  {_BLANK}    {_('Date')}  {_BLANK[:12]}", BODY)


def _with_forms(text: str, request: Request, say: Phrases) -> str:
    """Give the usual text with the forms that this request asks for."""
    if request.pdf and request.pictures:
        return text
    usual = say("I ask for PDF files for reports and DICOM files for scans.")
    return " ".join(text.replace(usual, _forms(request, say)).split())


def _forms(request: Request, say: Phrases) -> str:
    """Say in which form the papers are asked for."""
    _ = say
    if request.pictures:
        return _("I ask for DICOM files for scans.")
    return _("I ask for PDF files for reports.") if request.pdf else ""


def _lines(book: Book, lines: Sequence[str]) -> None:
    for line in lines:
        book.paragraph(line, BODY)


def _address(request: Request) -> list[str]:
    lines = [request.whom, request.department, *request.address.splitlines(), request.email]
    found = [line.strip() for line in lines if line.strip()]
    return found if request.address.strip() or request.email.strip() else [*found, _BLANK, _BLANK]


def _subject(letter: Letter, say: Phrases) -> str:
    if letter.request.tissue and not letter.asked:
        return say("Request for slides or tissue blocks")
    if letter.request.tissue:
        return say("Request for copies of records, and for slides or tissue blocks")
    return say("Request for copies of records")


def _patient_lines(case: CaseSnapshot, request: Request, say: Phrases) -> list[str]:
    _, patient = say, case.patient
    born = patient.born.shown() if patient.born.known else _BLANK
    number = request.reference.strip() or patient.record_number.strip() or _BLANK
    return [
        _("Patient: {name}").format(name=patient.name.strip() or _BLANK),
        _("Date of birth: {date}").format(date=born),
        _("Your number for the patient: {number}").format(number=number),
    ]


def _span(case: CaseSnapshot, letter: Letter) -> tuple[str, str]:
    """Give when the case begins, and until when is asked; "" where it is not known."""
    dates = (*(one.date for one in case.events), *(one.dates.service for one in case.records))
    days = [one for one in dates if one.known]
    if not days or not letter.asked:
        return "", ""
    first = min(days, key=lambda one: one.sort_key)
    sent = letter.request.sent_on
    return first.shown(), sent.shown() if sent.known else ""


def _case_number(case: CaseSnapshot, request: Request, say: Phrases) -> str:
    """Give the numbers of the tissue, else that of the request, else a line to write on."""
    _ = say
    numbers = [one.accession.strip() for one in case.outside if one.kind.is_tissue]
    known = "; ".join(dict.fromkeys(filter(None, numbers))) or request.reference.strip()
    return known or _("{line} (to be filled in by hand)").format(line=_BLANK)


def _closing(case: CaseSnapshot, letter: Letter, say: Phrases) -> list[str]:
    _ = say
    words = []
    if letter.consent is not None:
        text = _("{name} asks in the patient’s place, with consent. A copy is with this letter.")
        if letter.consent.power is Power.GUARDIAN:
            text = _(
                "{name} asks for the patient, as parent or legal guardian. "
                "A copy of the paper that shows it is with this letter."
            )
        words.append(text.format(name=letter.consent.person))
    phone = (case.preparer.phone if letter.consent else case.patient.phone).strip() or _BLANK
    words.append(_("If anything is unclear, call {phone}. Thank you.").format(phone=phone))
    return words


def _draw_envelopes(book: Book, letters: Sequence[Letter]) -> None:
    _ = book.say
    book.part(_("Envelopes"), "envelopes", header=False, bars=False)
    book.heading(_("Envelopes"), 1)
    book.space(6)
    book.paragraph(_("One line for each letter, to tick when it is posted."), HEAD2)
    book.space(6)
    columns = [
        Column(_("To"), 150),
        Column(_("Address"), 200),
        Column(_("Pages in it"), 60),
        Column(_("Posted on"), 86),
    ]
    rows = [
        Row((one.request.whom, "\n".join(_address(one.request)[1:]), "", "")) for one in letters
    ]
    table(book, columns, rows)
