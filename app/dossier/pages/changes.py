"""What is different from the dossier that the reader got before: which records, and how many."""

from app.dossier.drawing import Book
from app.dossier.pages.wording import cut_short
from app.dossier.plan import PlannedRecord, Replaced
from app.dossier.styles import BODY
from app.dossier.whereabouts import Voices
from app.model.partial_date import day
from app.phrases import Phrases
from app.typesetting.script import flat
from app.typesetting.text import Goal, Piece, Words

_FEW = 10  # records that stand among the words about the dossier; more have a page of their own
_LONGEST = 160  # characters of a title
_INDENT = 12.0  # points


def changes_line(replaced: Replaced, say: Phrases) -> str:
    """Say in one sentence what this dossier replaces, and how many records are others."""
    _, more, fewer = say, len(replaced.added), len(replaced.removed) + replaced.unnamed
    how = _("the same records")
    if more and fewer:
        one, several = _("adds 1 record, removes {m}"), _("adds {n} records, removes {m}")
        how = (one if more == 1 else several).format(n=more, m=fewer)
    elif more:
        how = _("adds 1 record") if more == 1 else _("adds {n} records").format(n=more)
    elif fewer:
        how = _("removes 1 record") if fewer == 1 else _("removes {n} records").format(n=fewer)
    words = _("Replaces the one of {date}: {how}.")
    return words.format(date=day(replaced.made).shown(), how=how)


def changes_have_a_page(replaced: Replaced | None) -> bool:
    """Whether so much is different that it has a part of its own."""
    return replaced is not None and len(replaced.added) + len(replaced.removed) > _FEW


def draw_changes(book: Book, voices: Voices) -> None:
    """Draw the part about what changed, if it has a page of its own."""
    _, replaced = book.say, voices.plan.replaces
    if replaced is not None and changes_have_a_page(replaced):
        book.part(_("What changed"), "changes", bars=False)
        book.heading(_("What changed"), 1)
        book.space(6)
        _draw(book, voices, replaced, 2)


def draw_changes_here(book: Book, voices: Voices) -> None:
    """Draw what changed among other words, if it is little."""
    _, replaced = book.say, voices.plan.replaces
    if replaced is not None and not changes_have_a_page(replaced):
        book.heading(_("What changed"), 2, with_next=60)
        book.sheet.anchors["changes"] = book.y - 24
        book.space(2)
        _draw(book, voices, replaced, 3)
        book.space(5)


def _draw(book: Book, voices: Voices, replaced: Replaced, level: int) -> None:
    _ = book.say
    words = _("This dossier replaces the one of {date}, which was sent before.")
    if not (replaced.added or replaced.removed or replaced.unnamed):
        words += " " + _("It has the same records.")
    _paragraph(book, words.format(date=day(replaced.made).shown()))
    planned = [one for one in voices.plan.records if one.record.id in set(replaced.added)]
    _list(book, _("New in this one"), [_named(voices, one) for one in planned], level)
    titles: list[Words] = [_title(title, book.say) for title in replaced.removed]
    _list(book, _("No longer in it"), titles, level)
    if replaced.unnamed:
        one = _("1 record is no longer in it and is not named here.")
        more = _("{n} records are no longer in it and are not named here.")
        _paragraph(book, (one if replaced.unnamed == 1 else more).format(n=replaced.unnamed))
    _paragraph(
        book,
        _(
            "Which pages of a record are in, and what stands in the summary and the lists, "
            "may be different, too."
        ),
    )


def _list(book: Book, head: str, lines: list[Words], level: int) -> None:
    if not lines:
        return
    book.heading(head, level, with_next=30)
    with book.under(book.here.add("L")) as every:
        for words in lines:
            with book.under(every.add("LI")):
                book.paragraph(words, BODY, x=book.left + _INDENT, kind="LBody")
    book.space(3)


def _named(voices: Voices, planned: PlannedRecord) -> Words:
    _, goal = voices.say, Goal(record=planned.record.id)
    number = Piece(f"{_('Doc')} {planned.number}", BODY.bold())
    title = _title(planned.record.title, _)
    return [number, " · ", title, " · ", voices.page_link(_("p. {page}"), goal)]


def _title(title: str, say: Phrases) -> str:
    return cut_short(flat(title), _LONGEST) or say("Without a title")


def _paragraph(book: Book, words: str) -> None:
    book.paragraph(words, BODY, width=min(book.measure, 460))
    book.space(3)
