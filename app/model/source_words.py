"""Words for where a fact is from, as they stand in the window and in questions."""

from collections.abc import Mapping

from app.model.record import Record
from app.model.voice import Cited, Voice
from app.phrases import _


def voice_words(voice: Voice, records: Mapping[int, Record]) -> str:
    """Say where a fact is from: "MRI, page 2", "said by Daniel Ellis" or "said"."""
    if isinstance(voice, Cited):
        record = records.get(voice.record)
        if record is None:
            return _("from a record in the bin")
        title = record.title or _("a record without a name")
        if record.document is None or len(record.document.pages) < 2:
            return title
        return _("{title}, page {page}").format(title=title, page=voice.page)
    return _("said by {name}").format(name=voice.by) if voice.by else _("said")
