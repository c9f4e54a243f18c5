"""The look at own lists before they go into a file, or come out of one."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import CasepackError
from app.model.own_lists import ListKind, OwnLists
from app.model.own_lists_file import written
from app.model.own_lists_offer import Offer, chosen
from app.phrases import _
from ui.lists.entry_row import EntryRow
from ui.lists.words import kind_words
from ui.records.slices import Slices
from ui.review.group import Group
from ui.shell.retire import retire
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.disclosure import Disclosure
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space

_AT_ONCE = 10  # entries that are made in one turn of the window
_TALL = 260  # pixels at the usual size of text


class ListsLook(QWidget):
    """Entries in their three lists, each with a tick; `changed` tells that a tick did.

    With `as_file`, the file can be read as it will be.
    """

    changed = Signal()

    def __init__(
        self,
        offers: Sequence[Offer],
        words: tuple[str, str],
        language: str,
        looks: Looks,
        parent: QWidget,
        *,
        as_file: bool,
    ) -> None:
        """Take the entries, the heading and a line below it, and the language of the lists."""
        super().__init__(parent)
        self.offers = tuple(offers)
        self.rows: dict[str, EntryRow] = {}
        self._ticked = {one.key for one in self.offers if one.ticked}
        self._looks = looks
        self._language = language
        self._remark = "look" if as_file else "small"
        heading, about = words
        self.none = PictureButton(_("Take all ticks away"), looks, "x", "quiet")
        self.file = Disclosure(looks, _("Read the file word for word"), self._make_text, self)
        self.text: QPlainTextEdit | None = None
        self._column = space(QVBoxLayout(self), looks, gap=12)
        self._column.addWidget(Heading(heading, 2, parent=self))
        self._column.addWidget(label(about, "quiet", parent=self))
        self._column.addWidget(self.none, 0, Qt.AlignmentFlag.AlignLeft)
        kinds = {one.kind for one in self.offers}
        self._lists = {kind: self._list(kind) for kind in ListKind if kind in kinds}
        self._column.addWidget(self.file)
        self.file.setVisible(as_file)
        self._add(self.offers[:_AT_ONCE])
        self._slices = Slices(self._steps(), self)
        self.none.clicked.connect(self._take_ticks_away)
        self._slices.go()

    @property
    def keys(self) -> frozenset[str]:
        """What is ticked."""
        return frozenset(self._ticked)

    @property
    def ticks(self) -> dict[tuple[str, str], bool]:
        """Whether an entry is ticked, by its list and words."""
        return {(one.kind.value, one.words): one.key in self._ticked for one in self.offers}

    def tick_as(self, ticks: Mapping[tuple[str, str], bool]) -> None:
        """Set the ticks as somebody chose them; an entry that was not there keeps its own."""
        for one in self.offers:
            wanted = ticks.get((one.kind.value, one.words))
            if wanted is not None and one.fits:
                self._tick(one.key, wanted)

    def lists(self) -> OwnLists:
        """Give the ticked entries."""
        return chosen(self.offers, self.keys, self._language)

    def first(self) -> QWidget:
        """Give what has the keyboard first."""
        fit = (row.check for row in self.rows.values() if row.offer.fits)
        return next(fit, self.none)

    def close_down(self) -> None:
        """Go away; no more entries are made."""
        self._slices.stop()
        retire(self)

    def _list(self, kind: ListKind) -> Group:
        count = sum(one.kind is kind for one in self.offers)
        made = Group(kind_words(kind, count), self._looks)
        self._column.addWidget(made)
        return made

    def _steps(self) -> Iterator[partial[None]]:
        for start in range(_AT_ONCE, len(self.offers), _AT_ONCE):
            yield partial(self._add, self.offers[start : start + _AT_ONCE])

    def _add(self, offers: Sequence[Offer]) -> None:
        for one in offers:
            group = self._lists[one.kind]
            row = EntryRow(one, self._looks, self._remark, group.sheet)
            row.check.setChecked(one.key in self._ticked)
            row.check.toggled.connect(partial(self._note, one.key))
            self.rows[one.key] = row
            group.add(row)

    def _tick(self, key: str, on: bool) -> None:
        """Tick an entry, also one whose row is still to be made."""
        if (row := self.rows.get(key)) is not None:
            with QSignalBlocker(row.check):
                row.check.setChecked(on)
        (self._ticked.add if on else self._ticked.discard)(key)

    def _take_ticks_away(self) -> None:
        for one in self.offers:
            self._tick(one.key, False)
        self._tell()

    def _note(self, key: str, on: bool) -> None:
        (self._ticked.add if on else self._ticked.discard)(key)
        self._tell()

    def _tell(self) -> None:
        self._show_text()
        self.changed.emit()

    def _make_text(self) -> QWidget:
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("The file word for word"))
        self.text.setMinimumHeight(round(_TALL * self._looks.scale))
        self._show_text()
        return self.text

    def _show_text(self) -> None:
        if self.text is None:
            return
        try:
            self.text.setPlainText(written(self.lists()).decode())
        except CasepackError as too_many:
            self.text.setPlainText(str(too_many))
