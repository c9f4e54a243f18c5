"""Starts the window as `main.py` does, and ends as soon as it was painted.

`opening.py bare`: an empty window of PySide6, and nothing of ours.
`opening.py welcome HOME`: the program without arguments, to the painted welcome page.
`opening.py case HOME CASE`: the program with a case, to its first painted list.
`HOME` holds the settings; those of the person are left alone.

What was loaded by then comes as JSON on stdout. The process ends without
putting anything away, in all three.
"""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

PDF_LIBRARIES = ("pikepdf", "pypdf", "pypdfium2", "reportlab", "PIL")


class Eye(QObject):
    """Ends the process once it was painted: a whole window, or else a list with lines."""

    def __init__(self, *, whole: bool) -> None:
        super().__init__()
        self._whole = whole
        self._seen = False

    def eventFilter(self, seen: QObject, event: QEvent) -> bool:  # noqa: N802 - a name of Qt's
        """Look at every painting."""
        if event.type() == QEvent.Type.Paint and not self._seen and self._awaited(seen):
            self._seen = True
            QTimer.singleShot(0, _end)  # when this painting is over
        return False

    def _awaited(self, seen: QObject) -> bool:
        if self._whole:
            return isinstance(seen, QWidget) and seen.isWindow()
        view = seen.parent()
        model = view.model() if isinstance(view, QAbstractItemView) else None
        return model is not None and model.rowCount() > 0 and _in_place(view)


def main(what: str, home: str = "", *arguments: str) -> None:
    """Open what was asked for; this never returns."""
    if what == "bare":
        bare()
    os.environ["HOME"] = home
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        os.environ.pop(name, None)
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    run = QApplication.exec
    eye: list[Eye] = []

    def watched(_qt: QApplication) -> int:
        """Run the program as ever, and look at what it paints."""
        eye.append(Eye(whole=what == "welcome"))
        QApplication.instance().installEventFilter(eye[0])
        return run()

    QApplication.exec = watched  # the program asks for it by this name
    from main import main as start

    sys.exit(start(list(arguments)))


def bare() -> None:
    """Show an empty window."""
    qt = QApplication([sys.argv[0]])
    eye = Eye(whole=True)
    qt.installEventFilter(eye)
    window = QWidget()
    window.resize(960, 680)
    window.show()
    sys.exit(qt.exec())


def _in_place(view: QWidget) -> bool:
    """Tell whether a list belongs to a place, and is not the list of places."""
    from ui.pages.place import Place

    parent = view.parentWidget()
    while parent is not None and not isinstance(parent, Place):
        parent = parent.parentWidget()
    return parent is not None


def _end() -> None:
    loaded = sorted(name for name in PDF_LIBRARIES if name in sys.modules)
    print(json.dumps({"pdf_libraries": loaded, "modules": len(sys.modules)}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
