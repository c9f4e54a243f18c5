import sys

from PySide6.QtWidgets import QMessageBox, QWidget

from app.errors import DiskFull
from ui.errors import install, show_bug


def bug(diagnosis):
    try:
        int(diagnosis)
    except ValueError as error:
        return error
    raise AssertionError(diagnosis)


def test_the_report_of_a_bug_keeps_the_patient_out(qtbot, caplog):
    parent = QWidget()
    qtbot.addWidget(parent)
    box = show_bug(parent, bug("hepatitis"))

    report = box.detailedText()
    assert "ValueError" in report
    assert "test_errors.py" in report
    assert "hepatitis" not in report + caplog.text + box.text() + box.informativeText()


def test_a_bug_that_comes_again_and_again_shows_one_box(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    assert show_bug(parent, bug("x")) is not None
    assert show_bug(parent, bug("x")) is None
    assert len(parent.findChildren(QMessageBox)) == 1


def test_what_nobody_caught_is_told_as_a_sentence_when_a_person_can_mend_it(qtbot, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    parent.activateWindow()
    qtbot.waitUntil(parent.isActiveWindow)
    install()
    failure = DiskFull("There is no room <b>left</b>.")
    sys.excepthook(DiskFull, failure, None)
    box = parent.findChild(QMessageBox)
    assert box.text() == "There is no room <b>left</b>."
    assert box.textFormat().name == "PlainText"
