"""Somebody who goes through the whole window again and again; for the tests that last long."""

import gc
from itertools import cycle
from time import monotonic

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

THEMES = cycle(("dark", "contrast", "light", ""))


def let_go():
    """Let Qt and Python destroy what nobody needs any more."""
    for _turn in range(3):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def until(done, seconds=20.0):
    """Let the window work until `done` holds; fails after some seconds."""
    end = monotonic() + seconds
    while not done():
        assert monotonic() < end, "it takes too long"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def work_on(seconds):
    """Let the window work for a while."""
    end = monotonic() + seconds
    while monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def memory():
    """Give what this process holds, in bytes, and the number of widgets."""
    return psutil.Process().memory_info().rss, len(QApplication.allWidgets())


def writable(place):
    """Give the fields in sight that can be typed into, but for passwords."""
    for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
        for one in place.findChildren(kind):
            if isinstance(one, QLineEdit) and one.echoMode() != QLineEdit.EchoMode.Normal:
                continue
            if one.isVisible() and one.isEnabled() and not one.isReadOnly():
                yield one


def type_somewhere(window, turn):
    """Type into one of the fields of the place, another one each time, and save it."""
    fields = list(writable(window.stage.place))
    if not fields:
        return
    field = fields[turn % len(fields)]
    field.setFocus()
    QTest.keyClicks(field, "ab 7")
    window.session.unsaved.flush()
    if field.isVisible():
        field.clearFocus()
    window.stage.place.leave()  # a date waits for more, unless somebody goes away


def tab_on(window, times):
    """Go on with Tab; a widget that has the keyboard may be the one that goes away next."""
    for _time in range(times):
        at = QApplication.focusWidget()
        QTest.keyClick(at if isinstance(at, QWidget) else window, Qt.Key.Key_Tab)


def go_round(window, turn, *, pause=0.0):
    """Visit every place, type, undo and redo, turn pages; leaves the case as it was."""
    for number, spot in enumerate(window.spots):
        window.stage.go(spot.code)
        before = window.session.case.undo_label
        work_on(pause)
        type_somewhere(window, turn + number)
        window.stage.place.show_case()
        if window.session.case.undo_label != before:
            window.deeds.undo()
            window.deeds.redo()
            window.deeds.undo()
        tab_on(window, 2)
        work_on(pause)
    records = window.stage.made("records")
    window.stage.go("records")
    for record in records.shelf.all()[turn % 3 :: 3]:
        records.show_record(record.id)
        records.page.go_to(2)
        work_on(pause)
    window.stage.back()
    window.next_pane(1)
    window.next_pane(-1)


def change_looks(window, turn):
    """Put on other colours and another size of text."""
    window.wear(next(THEMES))
    if turn % 2:
        window.looks.larger()
    else:
        window.looks.usual()
