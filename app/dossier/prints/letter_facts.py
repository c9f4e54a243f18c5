"""Facts for a doctor's letter: what a clinician needs to write the letter of a programme."""

from datetime import date

from app.dossier.drawing import Book
from app.dossier.letter_told import FactGroup, facts_for_letter
from app.dossier.names_in_case import found_in
from app.dossier.pages.wording import date_words, named_preparer, not_checked, soft, strong
from app.dossier.passed_on import passed_on
from app.dossier.plan import Paper
from app.dossier.prints.printing import Print, printed
from app.dossier.styles import SMALL
from app.dossier.telling import names_of, on_pages, told
from app.dossier.told_fact import Fact
from app.errors import DossierBlocked
from app.model.person import Recipient
from app.model.recipient_profile import Identity
from app.model.story import CaseSnapshot, Subject
from app.model.version import MAIN, Version
from app.phrases import _, phrases
from app.typesetting.fonts import Face
from app.typesetting.style import Style
from app.typesetting.text import Piece

_FACT = Style(Face.REGULAR, 9.2, 12)


def letter_facts(
    case: CaseSnapshot,
    *,
    made: date,
    version: Version = MAIN,
    recipient: Recipient | None = None,
    paper: Paper = Paper.A4,
    language: str = "en",
) -> bytes:
    """Give the PDF of the facts of a case, each with its source, for the doctor who writes.

    It tells what `version` tells: its name for the patient, its questions,
    and nothing of the opinions so far where it is blind to them. Private
    illnesses of the family and what private records say are not in it.
    Nothing is left out for want of room: a long story takes more pages.
    `recipient` is who reads the letter; None leaves that to the case.

    Raises DossierBlocked when a version under another name would tell the
    real one, for instance in the title of a record.
    """
    passed = passed_on(told(case, version, recipient), version)
    named = passed.case
    title = phrases(language)("Facts for your doctor’s letter")
    groups = facts_for_letter(passed, language)
    if version.identity is Identity.PSEUDONYM:
        _stay_unnamed(case, groups)

    def draw(book: Book) -> None:
        book.part(title, "letter-facts", bars=False)
        book.heading(title, 1)
        book.space(2)
        say = book.say
        words = say(
            "For the doctor who writes the letter. It holds what the patient or the family "
            "wrote down, in their words. Every line says where it is from. Nothing was added."
        )
        book.paragraph(words, SMALL)
        book.space(8)
        _who(book, named)
        for group in groups:
            _group(book, group)
        book.space(10)
        book.paragraph(not_checked(say), SMALL)

    patient = on_pages(named, version, made)
    return printed(Print(title, patient, made, paper, language), draw)


def _stay_unnamed(case: CaseSnapshot, groups: tuple[FactGroup, ...]) -> None:
    """Stop where a name that this version hides stands in what people wrote themselves."""
    names = names_of(case)
    for group in groups:
        for one in group.facts:
            told_names = found_in(names, (one.name, one.words, one.source))
            if told_names:
                words = _(
                    "This version hides the name, but “{name}” stands in “{part}”. Change the "
                    "words or the record’s title there, or choose another version."
                )
                raise DossierBlocked(words.format(name=told_names[0], part=group.title))


def _who(book: Book, case: CaseSnapshot) -> None:
    """Name the patient, who put this together, and for whom the letter is to be."""
    _, patient, reader = book.say, case.patient, case.recipient
    empty = _("not written down")
    to = (reader.name, reader.service, reader.place)
    by = (named_preparer(case.preparer, _), case.preparer.phone)
    lines = (
        (
            (_("Patient"), patient.name.strip() or empty),
            (_("Born"), patient.born.shown() if patient.born.known else empty),
            (_("Sex"), patient.sex.strip()),
            (_("Language"), patient.language.strip()),
            (_("Record number"), patient.record_number.strip()),
        ),
        (
            (_("Put together by"), ", ".join(one.strip() for one in by if one.strip())),
            (_("The letter goes to"), ", ".join(o.strip() for o in to if o.strip()) or empty),
            (_("Needed by"), date_words(case, Subject.DECIDE_BY)),
        ),
    )
    for line in lines:
        pieces = list[str | Piece]()
        for name, words in line:
            if words:
                pieces += [strong(f"{name}: ", _FACT), f"{words}   "]
        book.paragraph(pieces, _FACT)
    book.space(4)


def _group(book: Book, group: FactGroup) -> None:
    """Draw one part; one without facts says that nothing is written down."""
    _ = book.say
    book.heading(group.title, 2, with_next=3 * _FACT.leading)
    book.space(1)
    if not group.facts:
        book.paragraph(group.empty or _("Not written down."), _FACT)
    elif group.note:
        book.paragraph(group.note, SMALL)
    if group.facts:
        with book.under(book.here.add("L")) as items:
            for one in group.facts:
                with book.under(items.add("LI")):
                    _fact(book, one)
    book.space(6)


def _fact(book: Book, fact: Fact) -> None:
    """Draw what it is about in bold, its words, and where it is from in the softer ink."""
    name, *more = fact.name.splitlines() or [book.say("Without a name")]
    pieces: list[str | Piece] = [strong(name, _FACT)]
    rest = " · ".join(["", *more]) if more else ""
    pieces.append(
        f"{rest}: {fact.words}" if fact.words and not name.endswith(".") else f"{rest} {fact.words}"
    )
    if fact.source:
        pieces.append(soft(f"  [{fact.source}]", _FACT))
    book.paragraph(pieces, _FACT, kind="LBody")
    book.space(1.5)
