"""The making of a pack for a USB stick: its choices, how far it has come, where it lies."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.dossier.pack.originals import WhyLeft
from app.errors import CasepackError
from app.phrases import _, many
from ui import file_choice
from ui.dossier.pack_form import PackForm
from ui.dossier.password_page import PasswordPage
from ui.dossier.show_file import show_file
from ui.jobs import Job
from ui.pages.place import Tell
from ui.records.flow import Flow
from ui.session import CaseSession, Packed
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.heading import Heading
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class PackMaker(QWidget):
    """One of three things is in sight: the choices, the progress, or what was made."""

    closed = Signal()

    def __init__(
        self, session: CaseSession, looks: Looks, tell: Tell, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tell = session, tell
        self._version = 0
        self._password = ""
        self._job: Job | None = None
        self._target = Path()
        self.form = PackForm(looks, self)
        self.making, self.made = QWidget(self), QWidget(self)
        self.words, self.bar, self.stop = label(""), QProgressBar(self.making), button(_("Stop"))
        self.name, self.holds = label("", "strong"), label("")
        self.open = PictureButton(_("Open"), looks, "file-text")
        self.show_folder = PictureButton(_("Show in folder"), looks, "folder-open")
        self.again = PictureButton(_("Make another pack"), looks, "package", "quiet")
        self.password_page = PasswordPage(session, looks, self.made)
        self._lay_out(looks)
        self._show(self.form)
        session.packed.connect(self._say_made)
        session.jobs.progressed.connect(self._go_on)
        session.jobs.finished.connect(self._over)
        self.again.clicked.connect(self.closed)
        self.form.unwanted.connect(self.closed)
        self.form.make_wanted.connect(self._ask)
        self.stop.clicked.connect(self._stop)
        self.open.clicked.connect(self._open)
        self.show_folder.clicked.connect(lambda: show_file(self._target.parent))

    @property
    def busy(self) -> bool:
        """Whether a pack is being made."""
        return self._job is not None

    def begin(self, version: int, password: str, *, locked: bool) -> None:
        """Ask how a pack of a version is to be made; see `PackForm.begin`."""
        self._version = version
        self.form.begin(password, locked=locked)
        self._show(self.form)
        self.form.kind.buttons[False].setFocus()

    def forget(self) -> None:
        """Forget every password."""
        self.form.forget()
        self.password_page.forget()

    def tells(self, job: Job) -> bool:
        """Whether it shows how far this job has come."""
        return self.making.isVisible() and self._job in (None, job)

    def shows_made(self) -> bool:
        """Whether it says by itself that a pack was made."""
        return self.making.isVisible() or self.made.isVisible()

    def _lay_out(self, looks: Looks) -> None:
        column = space(QVBoxLayout(self), looks)
        for part in (self.form, self.making, self.made):
            column.addWidget(part)
        frame, inside = card(looks, (20, 16, 20, 18), 10)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How far the pack has come"))
        inside.addWidget(Heading(_("Making your pack"), 2))
        inside.addWidget(self.words)
        inside.addWidget(self.bar)
        inside.addWidget(label(_("You can stop. Then nothing half done is left."), "small"))
        inside.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        space(QVBoxLayout(self.making), looks).addWidget(frame)
        frame, inside = card(looks, (20, 16, 20, 18), 10)
        inside.addWidget(Heading(_("Your pack is ready"), 2))
        inside.addWidget(self.name)
        inside.addWidget(self.holds)
        buttons = QWidget(frame)
        row = Flow(buttons, looks)
        for one in (self.open, self.show_folder, self.again):
            row.addWidget(one)
        inside.addWidget(buttons)
        column = space(QVBoxLayout(self.made), looks)
        column.addWidget(frame)
        column.addWidget(self.password_page)

    def _show(self, part: QWidget) -> None:
        for one in (self.form, self.making, self.made):
            one.setVisible(one is part)

    @Slot()
    def _ask(self) -> None:
        password = self.form.password()
        if password is None or self.busy:
            return
        for target in file_choice.ask_where_to_pack(self, as_zip=self.form.as_zip):
            self._make(target, password)

    def _make(self, target: Path, password: str) -> None:
        self.bar.setRange(0, 0)
        self.words.setText(_("Putting the pages in order"))
        self.stop.setEnabled(True)
        self._password = password
        self._show(self.making)  # first: it tells of the job from the start
        try:
            self._job = self._session.pack(
                target,
                self._version,
                paper=self._session.draft.paper,
                password=password,
                originals=self.form.originals.isChecked(),
            )
        except CasepackError as failure:
            self._show(self.form)
            self._tell(str(failure), done=False)
            return
        self.stop.setFocus()

    @Slot(object, int, int, str)
    def _go_on(self, job: Job, done: int, total: int, what: str) -> None:
        if job is self._job and self.stop.isEnabled():
            self.words.setText(what)
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self.words.setText(_("Stopping. Nothing half done is left."))
            self._job.cancel()

    @Slot(object)
    def _say_made(self, packed: Packed) -> None:
        if not self.busy:
            return
        self._target, where = packed.target, (packed.target.parent, packed.target)
        self.password_page.offer(packed.companion.exported, self._password, where)
        self.form.forget()
        self.name.setText(_("“{name}”").format(name=packed.target.name))
        self.holds.setText(_holds(packed))
        self._show(self.made)
        self.open.setFocus()
        said = _("Your pack is ready: “{name}”").format(name=packed.target.name)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    @Slot(object)
    def _over(self, job: Job) -> None:
        """Go back to the choices, if nothing was made."""
        if job is not self._job:
            return
        self._job, self._password = None, ""
        if self.making.isVisibleTo(self):
            self._show(self.form)
            if self.isVisible():
                self.form.make.setFocus()
            if job.progress.cancelled:
                self._tell(_("Stopped. No pack was made."), done=True)

    @Slot()
    def _open(self) -> None:
        """Open the first page of a folder, or the ZIP."""
        page = self._target / "index.html"
        show_file(page if self._target.is_dir() else self._target)


def _holds(packed: Packed) -> str:
    made = packed.companion
    if made.locked:
        return _("The PDF has a password. Tables and original files are not in it.")
    going, left = len(made.originals.going), len(made.originals.left)
    there = many("1 original file is in it.", "{n} original files are in it.", going)
    words = [there.format(n=going)]
    if {one.why for one in made.originals.left} - {WhyLeft.NOT_WANTED}:
        stay = many("1 original file stays out.", "{n} original files stay out.", left)
        words.append(stay.format(n=left) + " " + _("Its first page says why."))
    return " ".join([*words, *made.exported.notices])
