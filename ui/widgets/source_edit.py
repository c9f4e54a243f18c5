"""A line for who made a paper, which offers the names the case knows already."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.session import CaseSession


class SourceEdit(QLineEdit):
    """Offers what fits anywhere in a name; anything else can be typed as well."""

    def __init__(
        self, session: CaseSession, others: Iterable[str] = (), parent: QWidget | None = None
    ) -> None:
        """Offer the sources of the records, and `others` before them."""
        super().__init__(parent)
        self._session = session
        self._others = tuple(others)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def names(self) -> list[str]:
        """Give what is offered now."""
        return self._names.stringList()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - a name of Qt's
        """Look up the names afresh when somebody comes to type."""
        self._names.setStringList(self._known())
        super().focusInEvent(event)

    def _known(self) -> list[str]:
        first = [one for one in self._others if one]
        sources = self._session.case.records.sources()
        return first + sorted(sources.difference(first), key=str.casefold)
