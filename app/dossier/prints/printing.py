"""Small PDFs beside the dossier: letters, lists, sheets to write on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.case.casefile import SUFFIX
from app.dossier.drawing import LEFT, RIGHT, Book, Dress
from app.dossier.dress import FOOTER_LINE, Names, cut_line, one_line
from app.dossier.plan import Paper
from app.dossier.sheet import FOOTER, Sheet
from app.dossier.styles import PAGE_NUMBER, SMALL
from app.dossier.tagging import tagged
from app.dossier.whole_file import write_in_place
from app.errors import FolderNotWritable
from app.model.partial_date import day
from app.model.person import Patient
from app.model.record import Record
from app.model.voice import Cited, Voice
from app.phrases import _, phrases
from app.typesetting.fonts import Fonts
from app.typesetting.own_pdf import new_document, own_pdf
from app.typesetting.script import cleaned
from app.typesetting.text import Goal


@dataclass(frozen=True, slots=True)
class Print:
    """What stands on every page: whose it is, what it is, and when it was made."""

    title: str
    patient: Patient
    made: date
    paper: Paper = Paper.A4
    language: str = "en"
    header: bool = True
    """Whether the patient's name heads each page; a letter begins with its own."""


def printed(about: Print, draw: Callable[[Book], None]) -> bytes:
    """Give the PDF of what `draw` puts into a book; it is called twice.

    The first drawing tells how many pages there are. The same words give the
    same bytes.
    """
    total = 0
    for _drawing in range(2):
        document = new_document(cleaned(about.title), about.language, reproducible=True)
        dresses, say = _dresses(about, total), phrases(about.language)
        book = Book(about.paper, Fonts(document), say, dresses, leads=_nowhere)
        draw(book)
        total = len(book.sheets)
    sheets = book.finish()
    return tagged(own_pdf(document, sheets), sheets)


def _nowhere(_goal: Goal) -> bool:
    """Say that the goal is in another file: a print has no pages of records."""
    return False


def save_print(data: bytes, target: Path) -> None:
    """Write a print, for its owner alone, whole or not at all.

    Raises DiskFull or FolderNotWritable, also for the name of a case file;
    then what was there before is still there.
    """
    if target.suffix.lower() == SUFFIX:
        text = _("“{name}” has the name of a case. Choose another name.")
        raise FolderNotWritable(text.format(name=target.name))
    write_in_place(data, target)


def source_words(voice: Voice, records: Mapping[int, Record], language: str = "en") -> str:
    """Say where something is from, on a page that is in no dossier: a record and page, or who."""
    say = phrases(language)
    if not isinstance(voice, Cited):
        name = " ".join(voice.by.split()) or say("patient or family")
        if voice.on.known:
            return say("said by {name}, {date}").format(name=name, date=voice.on.shown())
        return say("said by {name}").format(name=name)
    record = records.get(voice.record)
    if record is None:
        return say("a record that is not there any more")
    when = record.dates.service.shown() if record.dates.service.known else say("no date")
    words = say("“{title}”, {date}, page {page}")
    return words.format(title=record.title, date=when, page=voice.page)


def _dresses(about: Print, total: int) -> Callable[[str], Dress]:
    say = phrases(about.language)
    names = Names(about.patient, about.made, about.language, say)

    def dress(sheet: Sheet) -> None:
        if about.header:
            names.header(sheet, about.title)
        with sheet.within(FOOTER):
            names.footer_rule(sheet)
            baseline, end = sheet.height - FOOTER_LINE, sheet.width - RIGHT
            number = say("p. {page} of {total}").format(page=sheet.number, total=total or "00")
            start = end - sheet.right_text(end, baseline, number, PAGE_NUMBER)
            words = say("{title} · prepared {date}")
            shown = one_line(words.format(title=about.title, date=day(about.made).shown()))
            shown = cut_line(shown, SMALL, start - LEFT - 18, sheet.fonts)
            sheet.text(LEFT, baseline, shown, SMALL)

    return lambda _title: dress
