"""What is seen when the PDF is made: what to look at, and what can be done with it now."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.content.load import load_content
from app.dossier.holding import holding_of
from app.phrases import _
from ui.dossier.copy_words import CopyWords
from ui.dossier.pack_part import PackPart
from ui.dossier.password_page import PasswordPage
from ui.dossier.show_file import show_file
from ui.dossier.size_gauge import size_words
from ui.made import Made
from ui.pages.place import Tell
from ui.records.flow import Flow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton, back_button
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class DoneView(QScrollArea):
    """Says what was made, opens it, and asks to look through it once."""

    back_wanted = Signal()
    note_wanted = Signal(int)  # the id of the build that was sent

    def __init__(
        self, session: CaseSession, looks: Looks, tell: Tell, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._target = Path()
        self._build = 0
        self.heading = Heading(_("Your dossier is ready"))
        self.file = label("", "strong")
        self.holds = label("")
        self.copy = CopyWords(looks)
        self.open = PictureButton(_("Open"), looks, "file-text", "main")
        self.show_folder = PictureButton(_("Show in folder"), looks, "folder-open")
        self.note = PictureButton(_("Note that it was sent"), looks, "send")
        self.answer = PictureButton(_("Note the answer"), looks, "check")
        self.back = back_button(_("Back to the dossier"), looks)
        self.password = PasswordPage(session, looks, self)
        self.pack = PackPart(session, looks, tell, self)
        self.before_sending = _block(looks, _("Look through it once before you send it."), _look())
        self.before_asking = _block(looks, _("Let the client look through it."), _ask())
        self._lay_out(looks)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.open.clicked.connect(lambda: show_file(self._target))
        self.show_folder.clicked.connect(lambda: show_file(self._target.parent))
        for one in (self.note, self.answer):
            one.clicked.connect(lambda _on=False: self.note_wanted.emit(self._build))
        self.back.clicked.connect(self.back_wanted)

    def tell(self, made: Made, *, password: str) -> None:
        """Say what was made; the password is kept until `forget`, for the page and a pack.

        A copy for review is not sent: in place of that, an answer to it can be noted.
        """
        self._say_what(for_review=made.for_review)
        paths = [one.path for one in made.exported.files]
        self._target, self._build = paths[0], made.build
        bound, plan = made.exported.bound, made.exported.plan
        words = (
            _("{name}: 1 page, {size}") if bound.pages == 1 else _("{name}: {pages} pages, {size}")
        )
        self.file.setText(
            words.format(
                name=", ".join(path.name for path in paths),
                pages=bound.pages,
                size=size_words(bound.bytes),
            )
        )
        facts = [_holds(len(plan.records)), *_facts(plan.case.questions), *made.exported.notices]
        self.holds.setText(" ".join(facts))
        self.copy.tell(holding_of(plan, bound.pages))
        self.password.offer(made.exported, password, (self._target.parent,))
        self.pack.offer(plan.version.id, password)
        self.open.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.heading.text()))

    def _say_what(self, *, for_review: bool) -> None:
        ready, copied = _("Your dossier is ready"), _("The copy for review is ready")
        self.heading.say(copied if for_review else ready)
        for one in (self.note, self.before_sending, self.pack):
            one.setHidden(for_review)
        for one in (self.answer, self.before_asking):
            one.setVisible(for_review)

    def forget(self) -> None:
        """Forget the password."""
        self.password.forget()
        self.pack.forget()

    def _lay_out(self, looks: Looks) -> None:
        body = QWidget(self)
        body.setProperty("kind", "clear")
        column = space(QVBoxLayout(body), looks, (32, 24, 32, 32), 12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.heading)
        frame, inside = card(looks, (20, 16, 20, 18), 10)
        inside.addWidget(self.file)
        inside.addWidget(self.holds)
        buttons = QWidget(frame)
        row = Flow(buttons, looks)
        for one in (self.open, self.show_folder, self.note, self.answer):
            row.addWidget(one)
        inside.addWidget(buttons)
        column.addWidget(frame)
        column.addWidget(self.password)
        column.addWidget(self.copy)
        for part in (self.before_sending, self.before_asking, self.pack):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(body)


def _look() -> tuple[str, ...]:
    return (
        _("Is every page there, and can you read it? Is it about the right person?"),
        *(load_content().piece(code).text for code in _ALWAYS),
    )


_ALWAYS = ("not_checked", "safety.short", "safety.emergency")


def _ask() -> tuple[str, ...]:
    return (
        _("Every page says that it is not to be sent. The dossier itself is made afterwards."),
        _("Note who said yes or no, and how. Check then tells you if the version was changed."),
    )


def _block(looks: Looks, head: str, lines: Sequence[str]) -> QWidget:
    """Give a heading with lines below it, of which the first is the plainest to see."""
    block = QWidget()
    block.setProperty("kind", "clear")
    column = space(QVBoxLayout(block), looks, gap=12)
    column.addWidget(Heading(head, 2))
    for place, words in enumerate(lines):
        column.addWidget(label(words, "quiet" if place else ""))
    return block


def _holds(records: int) -> str:
    words = _("It holds 1 record.") if records == 1 else _("It holds {n} records.")
    return words.format(n=records)


def _facts(questions: Iterable[object]) -> list[str]:
    count = len(list(questions))
    if not count:
        return []
    return [_("It asks 1 question.") if count == 1 else _("It asks {n} questions.").format(n=count)]
