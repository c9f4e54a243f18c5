"""Questions that may be worth asking, for each chosen reason; none is chosen for anybody."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.content.load import load_content
from app.content.values import ReasonContent
from app.phrases import _
from ui.theme.colours import colours
from ui.theme.icons import draw_icon
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.check import draw_ring
from ui.widgets.heading import Heading
from ui.widgets.labels import em, label
from ui.widgets.spacing import space
from ui.widgets.wrapped import draw_words, height_of


class Suggestions(QWidget):
    """One card for each reason; a click on a question tells `chosen` with its words."""

    chosen = Signal(str)
    reasons_wanted = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._shown: tuple[object, ...] = ()
        self._taken: set[str] = set()
        self.rows: list[SuggestionRow] = []
        column = space(QVBoxLayout(self), looks, (0, 8, 0, 0))
        column.addWidget(Heading(_("Questions you could ask"), 2))
        column.addWidget(label(load_content().piece("review").text, "small"))
        self._none = self._make_none()
        column.addWidget(self._none)
        self._inside = QWidget()
        self._column = space(QVBoxLayout(self._inside), looks, gap=12)
        column.addWidget(self._inside)

    def show_case(self, codes: Sequence[str], asked: Sequence[str]) -> None:
        """Show what the reasons `codes` suggest, without what is asked already."""
        known = {one.casefold() for one in asked} | self._taken
        reasons = load_content().chosen(codes)
        left = {
            reason.code: [one.text for one in reason.questions if one.text.casefold() not in known]
            for reason in reasons
        }
        shown = tuple((code, *words) for code, words in left.items())
        self._none.setVisible(not reasons)
        if shown == self._shown:
            return
        self._shown = shown
        self.rows = []
        old, self._inside = self._inside, QWidget()
        self._column = space(QVBoxLayout(self._inside), self._looks, gap=12)
        seen: set[str] = set()
        for reason in reasons:
            fresh = [words for words in left[reason.code] if words not in seen]
            seen.update(fresh)
            if fresh:
                self._add_reason(reason, fresh)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, self._inside)
        old.hide()
        old.deleteLater()

    def _add_reason(self, reason: ReasonContent, questions: list[str]) -> None:
        self._column.addWidget(label(reason.title, "strong"))
        frame, column = card(self._looks, (0, 0, 0, 0), 0)
        for words in questions:
            row = SuggestionRow(words)
            row.clicked.connect(lambda _on=False, words=words: self._take(words))
            self.rows.append(row)
            column.addWidget(row)
        self._column.addWidget(frame)

    def _take(self, words: str) -> None:
        self._taken.add(words.casefold())  # it may be worded anew: it is not offered twice
        self.chosen.emit(words)

    def _make_none(self) -> QWidget:
        made = QWidget()
        row = space(QHBoxLayout(made), self._looks)
        row.addWidget(label(_("Choose your reasons, and questions that fit stand here.")), 1)
        button = PictureButton(_("Go to Reasons"), self._looks)
        button.clicked.connect(self.reasons_wanted)
        row.addWidget(button)
        return made


class SuggestionRow(QAbstractButton):
    """A question that is added with one click, by Space or by Enter."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(_("Add: {question}").format(question=words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Give room for words on lines of a comfortable length."""
        return QSize(24 * em(self), self.heightForWidth(24 * em(self)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - a name of Qt's
        """Let the words break where there is little room."""
        width = 10 * em(self)
        return QSize(width, self.heightForWidth(max(self.width(), width)))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - a name of Qt's
        """Say that less width asks for more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - a name of Qt's
        """Give the height in pixels that the words need in `width` pixels."""
        words = height_of(self._words, self.font(), width - 3.4 * em(self))
        return max(32, ceil(words + 0.9 * em(self)))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - a name of Qt's
        """Paint the plus and the words."""
        told, line = colours(), em(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(told.sunken if self.isDown() else told.surface2))
            painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), line / 2, line / 2)
        plus = QRectF(0.8 * line, 0.45 * line, line, line)
        draw_icon(painter, "plus", plus, told.accent_text)
        words = QRectF(2.4 * line, 0.45 * line, place.width() - 3.4 * line, 0)
        draw_words(painter, words, self._words, self.font(), told.text)
        if self.hasFocus():
            draw_ring(painter, place.adjusted(2, 2, -2, -2), line / 2)
        painter.end()
