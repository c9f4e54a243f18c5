"""Asking for files and folders, in the system's own dialogs where there are some."""

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.phrases import _

_TRACES = ("history", "lastVisited")


def ask_for_papers(parent: QWidget) -> list[Path]:
    """Ask which papers to add; none when the person changed their mind."""
    dialog = QFileDialog(parent, _("Add records"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _asked(dialog)


def ask_for_folder(parent: QWidget) -> list[Path]:
    """Ask for one folder of papers."""
    dialog = QFileDialog(parent, _("Add a folder"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _asked(dialog)


def ask_for_case(parent: QWidget) -> list[Path]:
    """Ask which case to open."""
    from app.case.casefile import SUFFIX  # only now: the welcome page does not wait for it

    dialog = QFileDialog(parent, _("Open a case"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Cases (*{suffix})").format(suffix=SUFFIX), _("All files (*)")])
    return _asked(dialog)


def ask_for_folder_of_cases(parent: QWidget) -> list[Path]:
    """Ask for a folder that holds case files."""
    dialog = QFileDialog(parent, _("Choose a folder of cases"))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _asked(dialog)


def ask_for_lists(parent: QWidget) -> list[Path]:
    """Ask for a file of own lists."""
    dialog = QFileDialog(parent, _("Take lists from a file"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Lists (*.json)"), _("All files (*)")])
    return _asked(dialog)


def ask_for_new_case(parent: QWidget) -> list[Path]:
    """Ask where a new case should be; one that is there already is never replaced."""
    from app.case.casefile import SUFFIX

    dialog = QFileDialog(parent, _("Start a new case"))
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # making it refuses by itself
    return _asked_where(dialog, _("Second opinion") + SUFFIX)


def ask_where_to_export(parent: QWidget) -> list[Path]:
    """Ask where the dossier should be; the name offered says nothing about the patient."""
    dialog = QFileDialog(parent, _("Make the PDF"))
    return _asked_where(dialog, _("Second opinion dossier") + ".pdf")


def ask_where_to_make_copy(parent: QWidget) -> list[Path]:
    """Ask where a copy for review should be; the name offered says that it is one."""
    dialog = QFileDialog(parent, _("Make a copy for review"))
    return _asked_where(dialog, _("Second opinion dossier for review") + ".pdf")


def ask_where_to_save_password(parent: QWidget) -> list[Path]:
    """Ask where the page with the password should be; the name offered is never the dossier's."""
    dialog = QFileDialog(parent, _("Save the page with the password"))
    return _asked_where(dialog, _("Password") + ".pdf")


def ask_where_to_print(parent: QWidget, name: str) -> list[Path]:
    """Ask where a small PDF called `name` should be."""
    return ask_where_to_save(parent, _("Save as PDF"), f"{name}.pdf")


def ask_where_to_save(parent: QWidget, title: str, name: str) -> list[Path]:
    """Ask where a small file called `name` should be; `title` says what for."""
    return _asked_where(QFileDialog(parent, title), name)


def ask_where_to_pack(parent: QWidget, *, as_zip: bool) -> list[Path]:
    """Ask where a pack should be: the name of a ZIP, or the folder that gets one more folder."""
    dialog = QFileDialog(parent, _("Make a pack"))
    name = _("Second opinion pack")
    if as_zip:
        return _asked_where(dialog, f"{name}.zip")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return [folder / name for folder in _asked(dialog)]


def ask_where_to_archive(parent: QWidget, *, as_zip: bool) -> list[Path]:
    """Ask where an archive should be: the name of a ZIP, or the folder that gets one more."""
    dialog = QFileDialog(parent, _("Save the whole case"))
    name = _("Second opinion archive")
    if as_zip:
        return _asked_where(dialog, f"{name}.zip")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return [folder / name for folder in _asked(dialog)]


def ask_where_to_copy(parent: QWidget, name: str) -> list[Path]:
    """Ask where a copy of the case `name` should be; the name offered is another one."""
    dialog = QFileDialog(parent, _("Save a copy"))
    return _asked_where(dialog, _("Copy of {name}").format(name=name))


def forget_folders() -> None:
    """Erase the list of visited folders that Qt's own dialog keeps on the disk."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for trace in _TRACES:
        kept.remove(f"FileDialog/{trace}")
    kept.sync()


def _asked_where(dialog: QFileDialog, name: str) -> list[Path]:
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return _asked(dialog)


def _asked(dialog: QFileDialog) -> list[Path]:
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog.setDirectory(QStandardPaths.writableLocation(documents))
    chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.exec() else []
    dialog.setHistory([])
    dialog.destroyed.connect(forget_folders)  # it writes its list down when it goes
    dialog.deleteLater()
    return chosen
