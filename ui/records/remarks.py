"""What the program saw in a file, in words for its owner."""

from collections.abc import Sequence

from app.dossier.groups import page_range
from app.model.record import PageFacts, Record, Remark
from app.phrases import _, many


def remark_lines(record: Record) -> list[str]:
    """Give a sentence for each thing that somebody should know about the file of a record."""
    words = {
        Remark.WAS_LOCKED: _("The file had a password. You see its unlocked form."),
        Remark.RECOVERED: _("The file was damaged. Some pages may be missing. Compare it."),
        Remark.FILLED_FORM: _("This is a form. You see it as it was filled in."),
        Remark.HIDDEN_LAYERS: _("Its author switched some layers off. They stay hidden."),
        Remark.SIGNED: _("It has a digital signature. A copy cannot carry it."),
        Remark.HAD_ACTIONS: _(
            "Links, scripts or attached files in it are left behind in the dossier."
        ),
        Remark.AS_PICTURE: _("Some pages could only be kept as pictures."),
        Remark.MISSING_LETTERS: _("Some letters show as “□”: our fonts lack them."),
        Remark.XFA_ONLY: _("The form itself cannot be shown. Ask for a printed copy."),
    }
    if record.document is None:
        return []
    found = [words[remark] for remark in Remark if remark in record.document.remarks]
    return found + _unseen(record.document.pages)


def _unseen(pages: Sequence[PageFacts]) -> list[str]:
    """Name the pages with words that do not show."""
    found = tuple(index for index, page in enumerate(pages) if page.unseen)
    if not found:
        return []
    words = many(
        "Page {pages} has words that cannot be seen but can be copied out. "
        "Cover them up, or leave the page out.",
        "Pages {pages} have words that cannot be seen but can be copied out. "
        "Cover them up, or leave the pages out.",
        len(found),
    )
    return [words.format(pages=page_range(found))]
