"""What stands in place of the records where there are none, or none that fits."""

from PySide6.QtCore import QObject, Signal

from app.phrases import _
from ui.records.empty_page import EmptyPage
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton


class NothingHere(QObject):
    """Two pages and their buttons: `first` for a case without records, `none_fits` for filters."""

    files_wanted = Signal()
    folder_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self.choose_files = PictureButton(_("Choose files"), looks, "file-text", "main")
        self.choose_folder = PictureButton(_("Choose a folder"), looks, "folder-open")
        self.show_all = PictureButton(_("Show all records"), looks)
        self.first = EmptyPage(
            looks,
            "folder-input",
            _("Add your first record"),
            _(
                "Letters, test results, scans, photos of paper. Add what you have. "
                "You can sort it out later."
            ),
            self.choose_files,
            self.choose_folder,
            hint=_("Or drag files onto this window. Your originals are copied, never changed."),
        )
        self.none_fits = EmptyPage(
            looks, "", _("No record fits"), _("Nothing is lost."), self.show_all
        )
        self.choose_files.clicked.connect(lambda: self.files_wanted.emit())
        self.choose_folder.clicked.connect(lambda: self.folder_wanted.emit())
        self.show_all.clicked.connect(lambda: self.all_wanted.emit())
