"""Where a bug becomes a calm message; what a person can mend is said elsewhere, in the page."""

import logging
import sys
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.errors import CasepackError
from app.phrases import _

log = logging.getLogger(__name__)


def sentence_of(error: BaseException) -> str | None:
    """Give what to say of a failure that a person can do something about; None for a bug."""
    return str(error) if isinstance(error, CasepackError) else None


def show_bug(parent: QWidget | None, bug: BaseException) -> QMessageBox | None:
    """Tell of a fault of the program, with a report of where it arose.

    The report names no file and no words of the person's. While one such
    message stands, another is only logged: a fault that comes again and
    again must not cover the window.
    """
    from app.cli.run import where  # only now: most days nothing goes wrong

    log.error("unexpected error\n%s", where(bug))
    if any(box.objectName() == "bug" and box.isVisible() for box in _boxes()):
        return None
    box = QMessageBox(parent)
    box.setObjectName("bug")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Casepack")
    box.setText(_("Something went wrong in the program."))
    box.setInformativeText(
        _("What you saved before is safe. You can go on, or close the program and start it again.")
    )
    box.setDetailedText(where(bug))
    box.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def show_sentence(parent: QWidget | None, sentence: str) -> None:
    """Say a sentence where no window has a place for it."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("Casepack")
    box.setText(sentence)
    box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def install() -> None:
    """Let every exception that nobody caught be told by `show_bug` or `show_sentence`."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif sentence := sentence_of(error):
            show_sentence(QApplication.activeWindow(), sentence)
        else:
            show_bug(QApplication.activeWindow(), error)

    sys.excepthook = hook


def _boxes() -> list[QMessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
