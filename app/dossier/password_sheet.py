"""One page with the password of a locked dossier, to be sent apart from it."""

import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.case.casefile import SUFFIX
from app.dossier.drawing import Book
from app.dossier.export import Exported
from app.dossier.passwords import groups_of, spelled
from app.dossier.plan import Paper
from app.dossier.styles import LEAD, RULE, SMALL
from app.dossier.tagging import tagged
from app.dossier.whole_file import write_in_place
from app.errors import FolderNotWritable, NotUnderstood
from app.model.partial_date import day
from app.phrases import _, phrases
from app.typesetting.fonts import Face, Fonts, has
from app.typesetting.own_pdf import new_document, own_pdf
from app.typesetting.script import cleaned
from app.typesetting.style import Style

_SIZES = (34.0, 26.0, 18.0, 12.0)  # points; the largest at which all of it fits on the page
_GAP, _INSET, _BETWEEN = 0.4, 0.27, 0.35  # between groups, in their boxes, of lines; parts of that
_NAMED, _MOST = 3, 80  # files that are named; characters of a name
_SPACE = "␣"
"""What a space looks like on the page."""


@dataclass(frozen=True, slots=True)
class Locked:
    """The dossier that a password opens: names of its files without folders, and who gets it."""

    files: tuple[str, ...]
    made: date
    reader: str = ""
    paper: Paper = Paper.A4
    language: str = "en"


def locked_of(exported: Exported) -> Locked:
    """Give what the page says of a finished dossier."""
    plan, recipient = exported.plan, exported.plan.case.recipient
    names = tuple(one.path.name for one in exported.files)
    reader = recipient.name or recipient.service
    return Locked(names, plan.made, reader, plan.paper, plan.language)


def save_password_sheet(target: Path, exported: Exported, password: str) -> None:
    """Write the page to `target`, for its owner alone.

    Raises NotUnderstood when the page cannot show the password,
    FolderNotWritable when `target` is the dossier or has the name of a case,
    or DiskFull; then what was there before is still there.
    """
    if target.suffix.lower() == SUFFIX or any(_same(one.path, target) for one in exported.files):
        text = _("“{name}” is taken. Choose another name for the page with the password.")
        raise FolderNotWritable(text.format(name=target.name))
    write_in_place(password_sheet(locked_of(exported), password), target)


def password_sheet(locked: Locked, password: str) -> bytes:
    """Give the page as a PDF. Raises NotUnderstood when it cannot show the password."""
    must_be_shown(password)
    say = phrases(locked.language)
    document = new_document(say("Password of a dossier"), locked.language, reproducible=True)
    fonts = Fonts(document)
    for size in _SIZES:
        book = _drawn(locked, password, size, fonts)
        if not book.too_long:
            break
    sheets = book.finish()
    return tagged(own_pdf(document, sheets), sheets)


def must_be_shown(password: str) -> None:
    """Raise NotUnderstood for a password with a character that the page cannot show."""
    shown = _seen(password)
    plain = bool(shown) and cleaned(shown) == shown and not any(map(str.isspace, shown))
    if not plain or not all(map(has, shown)):
        raise NotUnderstood(
            _(
                "The page with the password cannot show every sign of this one. "
                "Use letters, digits and plain marks."
            )
        )


def _seen(password: str) -> str:
    return unicodedata.normalize("NFC", password).replace(" ", _SPACE)


def _same(made: Path, target: Path) -> bool:
    if made == target:
        return True
    with suppress(OSError):  # one of them is not there
        return made.samefile(target)
    return False


def _drawn(locked: Locked, password: str, size: float, fonts: Fonts) -> Book:
    _ = phrases(locked.language)
    book = Book(locked.paper, fonts, _, lambda _title: lambda _sheet: None)
    book.flowing = False
    book.part(_("Password of a dossier"), "password", bars=False)
    book.heading(_("Password of a dossier"), 0)
    book.space(8)
    book.paragraph(
        _(
            "Keep this page apart from the PDF. Do not put both into one e-mail, one envelope "
            "or onto one stick. Send it another way, or read it out on the phone."
        ),
        LEAD.bold(),
    )
    book.space(12)
    for words, value in (
        (_("File: {name}"), _named(locked.files)),
        (_("Made on {name}"), day(locked.made).shown()),
        (_("For: {name}"), _short(locked.reader) or _("not said")),
    ):
        book.paragraph(words.format(name=value), LEAD)
    book.space(20)
    book.heading(_("The password"), 2)
    book.space(8)
    _boxes(book, password, size)
    notes = [_("The gaps between the boxes are not part of the password.")]
    if " " in password:
        notes.append(_("The sign {sign} stands for a space.").format(sign=_SPACE))
    book.paragraph(" ".join(notes), LEAD)
    book.space(14)
    book.heading(_("Sign by sign"), 2)
    book.space(4)
    book.paragraph(spelled(password, _), LEAD)
    book.space(4)
    book.paragraph(
        _("A letter is a small one, unless “capital” stands before it. Digits are words."), SMALL
    )
    book.space(18)
    for words in (
        _("To open the PDF, type the password when the reader asks for it."),
        _(
            "The PDF is locked with AES-256. Readers made before about 2010 cannot open it. "
            "Without the password nobody can open it."
        ),
    ):
        book.paragraph(words, LEAD)
        book.space(4)
    return book


def _named(files: tuple[str, ...]) -> str:
    """Name all files, of many the first and the last."""
    shown = files if len(files) <= _NAMED else (files[0], "…", files[-1])
    return ", ".join(map(_short, shown))


def _short(words: str) -> str:
    return words if len(words) <= _MOST else f"{words[: _MOST - 1]}…"


def _boxes(book: Book, password: str, size: float) -> None:
    """Draw every group in a box of its own, as many side by side as fit."""
    style = Style(Face.BOLD, size, size * 1.3)
    gap, inset, between = (part * size for part in (_GAP, _INSET, _BETWEEN))
    x = book.left
    for group in groups_of(password):
        words = _seen(group)
        wide = book.fonts.width(words, style.face, size) + 2 * inset
        if x > book.left and x + wide > book.right:
            x, book.y = book.left, book.y + style.leading + between
        book.sheet.box(x, book.y, wide, style.leading, edge=RULE)
        book.place(x + inset, book.y, words, style, wide)
        x += wide + gap
    book.space(style.leading + between)
