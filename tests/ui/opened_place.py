"""Shows one place alone in a window, the way the whole window shows it."""

from PySide6.QtWidgets import QMainWindow

from ui.session import CaseSession


class Shown:
    """A place in sight; what it told and where it led is kept."""

    def __init__(self, kind, case, looks, size=(1280, 800)):
        self.session = CaseSession(case)
        self.told, self.acts, self.gone = [], [], []
        self.place = kind(self.session, looks, self._go, self._tell)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.place)
        self.window.resize(*size)
        self.session.changed.connect(self._refresh)
        self.window.show()
        self.place.enter(None, 1)
        self.place.first_focus().setFocus()

    def close(self, qtbot):
        self.place.leave()
        self.session.close()
        qtbot.waitUntil(
            lambda: not self.session.jobs.busy and not self.session.pictures.busy, timeout=20000
        )
        self.window.close()
        self.window.deleteLater()
        self.session.deleteLater()

    def _go(self, code, **where):
        self.gone.append((code, where))

    def _tell(self, words, *, done, action="", act=None):
        self.told.append(words)
        self.acts.append((action, act))

    def _refresh(self, tables):
        if tables & self.place.tables:
            self.place.show_case()
