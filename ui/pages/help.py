"""Help: what this screen is for, how to begin, what stays private, what the program does not do."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.content.load import load_content
from app.phrases import _
from app.resources import ROOT
from ui.pages.place import Go, Place, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.reading_area import ReadingArea
from ui.widgets.spacing import space

_SAFETY = ("safety.full", "safety.wait", "safety.emergency")
_WIDE = 720  # pixels at the usual size of text; longer lines are hard to read


class HelpPlace(Place):
    """Shows plain words; `about` says which place somebody came from."""

    code: ClassVar[str] = "help"
    icon: ClassVar[str] = "circle-help"
    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self._about = ""
        self._shown: str | None = None
        self.area = ReadingArea(_("Help"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        looks.changed.connect(self._widen)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Help")

    def about(self, code: str, title: str) -> None:
        """Begin with the place `code`, called `title`, the next time the help is shown."""
        self._about = help_text(f"places/{code}")
        if self._about:
            self._about = f"## {_('This screen: {title}').format(title=title)}\n\n{self._about}"

    def show_case(self) -> None:
        """Show the help; the case has no part in it, so it is made anew for another screen only."""
        if self._shown == self._about:
            return
        self._shown = self._about
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = space(QVBoxLayout(inside), self.looks, (32, 24, 32, 32), 10)
        column.addWidget(Heading(self.title()))
        for text in (self._about, help_text("getting-started"), help_text("privacy")):
            _add(column, text)
        content = load_content()
        for piece in (content.piece(code) for code in _SAFETY):
            column.addWidget(Heading(piece.title, 2))
            column.addWidget(label(piece.text))
        _add(column, help_text("keys"))
        column.addStretch(1)
        self.area.setWidget(inside)
        self._widen()

    def first_focus(self) -> QWidget:
        """Give the page, so that the arrow keys scroll it."""
        return self.area

    def panes(self) -> list[QWidget]:
        """Give the page."""
        return [self.area]

    def _widen(self) -> None:
        inside = self.area.widget()
        if inside is not None:
            inside.setMaximumWidth(round(_WIDE * self.looks.scale))


def help_text(name: str) -> str:
    """Give a text of resources/help; "" where there is none of that name."""
    path = ROOT / "help" / f"{name}.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _add(column: QVBoxLayout, text: str) -> None:
    """Show a text: lines with “## ” are headings, lines with “- ” points, the rest paragraphs."""
    for block in text.strip().split("\n\n"):
        for line in _lines(block):
            if line.startswith("## "):
                column.addSpacing(column.spacing())
                column.addWidget(Heading(line[3:], 2))
            elif line.startswith("- "):
                row = QHBoxLayout()
                row.addWidget(label("•", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(label(line[2:]), 1)
                column.addLayout(row)
            elif line:
                column.addWidget(label(line))


def _lines(block: str) -> list[str]:
    """Give the headings, points and paragraphs of a block, each on one line."""
    found: list[str] = []
    for line in block.splitlines():
        if line.startswith(("## ", "- ")) or not found or found[-1].startswith("## "):
            found.append(line.strip())
        else:
            found[-1] += " " + line.strip()
    return found
