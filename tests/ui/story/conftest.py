"""A place of the story in a window of its own, refreshed the way the window does it."""

from dataclasses import dataclass, field

import pytest

from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.story import Statement, Subject
from app.model.voice import Said


@dataclass
class Seen:
    """Where a place led to, and what it told."""

    went: list = field(default_factory=list)
    told: list = field(default_factory=list)

    def go(self, code, *, record=None, page=1):
        self.went.append(code)

    def tell(self, words, *, done, action="", act=None):
        self.told.append((words, action, act))


@pytest.fixture
def seen():
    return Seen()


@pytest.fixture
def shown(qtbot, looks, case, seen):
    """Return a function that shows a place of a kind; the case is closed after the test."""
    from PySide6.QtWidgets import QMainWindow

    from ui.session import CaseSession

    session = CaseSession(case)
    windows = []

    def show(kind, width=1052, height=768):
        place = kind(session, looks, seen.go, seen.tell)
        window = QMainWindow()
        window.setCentralWidget(place)
        window.resize(width, height)
        qtbot.addWidget(window)
        windows.append(window)

        def refresh(tables):
            if tables & kind.tables:
                place.show_case()

        session.changed.connect(refresh)
        place.enter(None, 1)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        place.first_focus().setFocus()
        return place

    yield show
    for window in windows:
        window.centralWidget().leave()
    session.unsaved.flush()
    case.close()


@pytest.fixture
def ana(case):
    """A case in which a little was said already."""
    with case.change("Ana"):
        case.people.save(Patient("Ana Ruiz", PartialDate.from_stored("1957")))
        for said in (
            Statement(Subject.DIAGNOSIS, "Spinal stenosis", Said("Ana Ruiz")),
            Statement(Subject.DECIDE_BY, "2026-12-14", Said("Ana Ruiz")),
        ):
            case.statements.state(said.subject, said.text, said.voice)
        case.reasons.choose("surgery_soon", words="The date is near.")
        for text in ("One?", "Two?", "Three?", "Four?"):
            case.questions.add(text)
    return case
