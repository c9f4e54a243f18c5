"""A person without a mouse: presses keys, and looks at where the keyboard is and what it is called.

Keys go to the window that has the keyboard, the way the system sends them;
what they reach is left to the program.
"""

from time import monotonic

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
Key = Qt.Key

FAR = 150  # presses of Tab after which something counts as out of reach


def focused() -> QWidget:
    """Give what has the keyboard; nothing may ever make that go nowhere.

    What was just made is in sight only when the window has laid it out.
    """
    end = monotonic() + 1
    while not _in_use(one := QApplication.focusWidget()) and monotonic() < end:
        QCoreApplication.processEvents()
    assert _in_use(one), f"the keyboard is at {one}, which cannot be used"
    return one


def _in_use(one: QWidget | None) -> bool:
    return one is not None and one.isVisible() and one.isEnabled()


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
    """Press a key, and let the window answer."""
    for _time in range(times):
        focused()
        QTest.keyClick(QGuiApplication.focusWindow(), key, held)
        QCoreApplication.processEvents()


def write(words: str) -> None:
    """Type words where the keyboard is."""
    focused()
    for letter in words:
        QTest.keyClick(QGuiApplication.focusWindow(), letter)
    QCoreApplication.processEvents()


def name_of(one: QWidget) -> str:
    """Give the name under which it is read out; that of a list that opens is its label's."""
    told = QAccessible.queryAccessibleInterface(one)
    return (one.accessibleName() or told.text(QAccessible.Text.Name)).strip()


def tab_to(name: str, *, back: bool = False, nth: int = 1) -> QWidget:
    """Press Tab until something is reached whose name begins with `name`."""
    passed = []
    for _time in range(FAR):
        press(Key.Key_Tab, SHIFT if back else NONE)
        at = focused()
        passed.append(name_of(at))
        assert passed[-1], f"no name is read out for {at}"
        if passed[-1].startswith(name):
            nth -= 1
            if not nth:
                return at
    raise AssertionError(f"no Tab leads to “{name}”, only to {list(dict.fromkeys(passed))}")


def on(name: str) -> QWidget:
    """Look that the keyboard is at something of this name, and give it."""
    at = focused()
    assert name_of(at).startswith(name), f"the keyboard is at “{name_of(at)}”, not at “{name}”"
    return at
