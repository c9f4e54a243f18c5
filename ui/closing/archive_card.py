"""Putting the whole case away, or handing it over: one file or a folder."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dossier.archive import Archive, make_archive
from app.phrases import _, many
from app.progress import Progress
from ui import file_choice
from ui.dossier.show_file import show_file
from ui.pages.place import Tell
from ui.records.flow import Flow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.heading import Heading
from ui.widgets.labels import label
from ui.widgets.spacing import space


class ArchiveCard(QWidget):
    """Says what goes in, and saves it; `handing_over` adds the log and what is due."""

    def __init__(
        self, session: CaseSession, looks: Looks, tell: Tell, *, handing_over: bool
    ) -> None:
        super().__init__()
        self._session = session
        self._tell = tell
        self._handing_over = handing_over
        head = _("Hand it over") if handing_over else _("Put it away")
        about = (
            _(
                "For somebody who goes on with this case: the whole case, all original files, "
                "who holds which copy, and what is due."
            )
            if handing_over
            else _(
                "For your own shelf: the whole case, all original files, and a list of the PDFs "
                "that were made. Any computer can check that it is whole."
            )
        )
        self.as_file = PictureButton(_("Save as one file (ZIP)"), looks, "package")
        self.as_folder = PictureButton(_("Save as a folder"), looks, "folder-open")
        for one in (self.as_file, self.as_folder):
            one.setAccessibleName(f"{head}: {(one.text() or one.accessibleName()).strip()}")
        self.unlocked = Check(_("Put original files beside it, readable without the password"))
        self.locked = label(
            _("This case has a password, and keeps it. Everything stays inside the case file."),
            "small",
        )
        frame, column = card(looks)
        column.addWidget(Heading(head, 2))
        column.addWidget(label(about))
        column.addWidget(self.locked)
        column.addWidget(self.unlocked, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QWidget()
        row = Flow(buttons, looks)
        row.addWidget(self.as_file)
        row.addWidget(self.as_folder)
        column.addWidget(buttons)
        space(QVBoxLayout(self), looks).addWidget(frame)
        has_password = session.case.has_password
        self.locked.setVisible(has_password)
        self.unlocked.setVisible(has_password)
        self.as_file.clicked.connect(lambda _on=False: self.save(as_zip=True))
        self.as_folder.clicked.connect(lambda _on=False: self.save(as_zip=False))

    @Slot()
    def save(self, *, as_zip: bool) -> None:
        """Ask where to, and save it in a job."""
        self._session.unsaved.flush()
        case, unlocked, today = self._session.case, self.unlocked.isChecked(), date.today()
        for target in file_choice.ask_where_to_archive(self, as_zip=as_zip):

            def work(progress: Progress, target: Path = target) -> tuple[Path, Archive]:
                made = make_archive(
                    case,
                    target,
                    progress,
                    made=today,
                    handing_over=self._handing_over,
                    unlocked=unlocked,
                )
                return target, made

            self._session.jobs.add(_("Saving the whole case"), work, self._saved)

    def _saved(self, done: tuple[Path, Archive]) -> None:
        target, made = done
        count = len(made.files)
        words = many(
            "The whole case is saved: 1 file.", "The whole case is saved: {n} files.", count
        )
        words = words.format(n=count)
        self._tell(
            words, done=True, action=_("Show in folder"), act=lambda: show_file(target.parent)
        )
