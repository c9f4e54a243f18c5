"""Which version of the dossier is worked on, and what can be done with versions."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import CasepackError, NotUnderstood
from app.model.version import MAIN
from app.phrases import _
from ui.dossier import version_steps as steps
from ui.dossier.version_form import VersionForm
from ui.records.flow import Flow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.combo import Combo
from ui.widgets.labels import label
from ui.widgets.spacing import space


class VersionBar(QWidget):
    """The switch, and the buttons for a new version, another name, and taking one away."""

    failed = Signal(str)
    asks = Signal(bool)
    """The form has opened or closed."""
    removed = Signal(int, str)
    """The version that was taken away: its id and its name."""

    def __init__(self, session: CaseSession, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._numbers: list[int] = []
        self.switch = Combo()
        self.new = PictureButton(_("New version"), looks, "plus", "quiet")
        self.rename = PictureButton(_("Rename"), looks, kind="quiet")
        self.remove = PictureButton(_("Remove"), looks, kind="quiet")
        self.form = VersionForm(looks)
        named = label(_("Version"), "strong", wrap=False)
        named.setBuddy(self.switch)
        line = QWidget()
        row = Flow(line, looks)
        for one in (named, self.switch, self.new, self.rename, self.remove):
            row.addWidget(one)
        column = space(QVBoxLayout(self), looks, gap=8)
        column.addWidget(line)
        column.addWidget(self.form)
        self.switch.currentIndexChanged.connect(self._use)
        self.new.clicked.connect(self._ask_new)
        self.rename.clicked.connect(self._ask_name)
        self.remove.clicked.connect(self._remove)
        self.form.taken.connect(self._take)
        self.form.closed.connect(self.switch.setFocus)
        self.form.opened.connect(self.asks)
        looks.changed.connect(self.form.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - a name of Qt's
        """Put the fields of the form where there is room."""
        super().resizeEvent(event)
        self.form.fit()

    def show_versions(self) -> None:
        """Show the versions that there are, and which one is worked on."""
        case, now = self._session.case, self._session.version
        every = case.versions.all()
        names = [steps.version_name(one) for one in every]
        with QSignalBlocker(self.switch):
            shown = [self.switch.itemText(at) for at in range(self.switch.count())]
            self._numbers = [one.id for one in every]
            if names != shown:
                self.switch.clear()
                self.switch.addItems(names)
            self.switch.setCurrentIndex(self._numbers.index(now) if now in self._numbers else 0)
        self.switch.setToolTip(self.switch.currentText())
        first = now == MAIN.id
        self.remove.setEnabled(not first)
        self.remove.setAccessibleDescription(_("The first dossier stays.") if first else "")

    @Slot(int)
    def _use(self, row: int) -> None:
        if 0 <= row < len(self._numbers):
            self.form.put_away()
            self._session.use_version(self._numbers[row])

    @Slot()
    def _ask_new(self) -> None:
        case = self._session.case
        self.form.ask_new(steps.version_of(case, self._session.version), case.recipients.all())

    @Slot()
    def _ask_name(self) -> None:
        case = self._session.case
        self.form.ask_name(steps.version_of(case, self._session.version), case.recipients.all())

    @Slot()
    def _take(self) -> None:
        case, form, now = self._session.case, self.form, self._session.version
        try:
            if form.new:
                copied = now if form.copies else None
                now = steps.new_version(case, form.name.text(), reader=form.reader, copy_of=copied)
            else:
                steps.rename(case, now, form.name.text(), form.reader)
        except NotUnderstood as wrong:
            form.say_wrong(str(wrong))
            return
        except CasepackError as failure:
            self.failed.emit(str(failure))
            return
        form.shut()
        self._session.use_version(now)

    @Slot()
    def _remove(self) -> None:
        number = self._session.version
        try:
            name = steps.remove(self._session.case, number)
        except CasepackError as failure:
            self.failed.emit(str(failure))
            return
        self.form.put_away()
        self.switch.setFocus()
        self.removed.emit(number, name)
