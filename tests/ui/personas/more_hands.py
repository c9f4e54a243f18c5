"""More of what a person at the window does again and again."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from tests.ui.personas.hands import click, in_sight, wait, window, write


def say_of_paper(name: str, *, kind: str = "", when: str = "") -> None:
    """Put right what was guessed of a paper, before it is added; the date in words."""
    if kind:
        combo = _of_paper(QComboBox, "Kind", name)
        combo.setFocus()
        while not combo.currentText().startswith(kind):
            before = combo.currentIndex()
            QTest.keyClick(combo, Qt.Key.Key_Down)
            assert combo.currentIndex() != before, f"there is no kind “{kind}”"
    if when:
        line = _of_paper(QLineEdit, "Date", name)
        click(line)
        line.selectAll()
        write(when)
    QCoreApplication.processEvents()


def _of_paper(kind, words, name):
    every = in_sight(kind, words)
    found = [one for one in every if one.accessibleDescription() == name]
    assert found, (
        f"no “{words}” for “{name}”, only {[one.accessibleDescription() for one in every]}"
    )
    return found[0]


def choose_in_menu(menu: str, words: str) -> None:
    """Choose a command of the menu bar."""
    for one in window().menuBar().actions():
        if one.text().replace("&", "") == menu:
            found = [act for act in one.menu().actions() if plain(act).startswith(words)]
            assert found, f"“{menu}” has no “{words}”, only {[*map(plain, one.menu().actions())]}"
            assert found[0].isEnabled(), f"“{words}” cannot be chosen"
            found[0].trigger()
            QCoreApplication.processEvents()
            return
    raise AssertionError(f"there is no menu “{menu}”")


def plain(action) -> str:
    """Give the words of a command without the mark of its key."""
    return action.text().replace("&", "")


def come_to_window(shown) -> None:
    """Change to another window of the program."""
    shown.resize(1280, 800)
    shown.activateWindow()
    wait(lambda: QApplication.activeWindow() is shown, "the other window")
