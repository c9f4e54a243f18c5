from datetime import date

from app.case.casefile import CaseFile
from app.case.made import LastMade
from app.model.person import Patient


def test_the_last_dossier_is_remembered_when_the_case_is_opened_again(tmp_path):
    path = tmp_path / "a.casepack"
    case = CaseFile.create(path)
    assert case.made.last() is None
    case.made.remember(date(2026, 11, 22), 27)
    case.made.remember(date(2026, 11, 23), 28)
    case.close()
    case = CaseFile.open(path)
    assert case.made.last() == LastMade(date(2026, 11, 23), 28)
    case.close()


def test_undo_and_redo_go_on_around_it(tmp_path):
    case = CaseFile.create(tmp_path / "a.casepack")
    with case.change("Name"):
        case.people.save(Patient(name="Ann"))
    case.undo()
    case.made.remember(date(2026, 11, 22), 27)
    assert (case.undo_label, case.redo_label) == (None, "Name")
    case.redo()
    assert case.people.patient().name == "Ann"
    case.undo()
    assert case.people.patient().name == ""
    assert case.made.last().pages == 27
    case.close()


def test_listeners_hear_of_it(tmp_path):
    case = CaseFile.create(tmp_path / "a.casepack")
    heard = []
    case.on_change(heard.append)
    case.made.remember(date(2026, 11, 22), 27)
    assert heard == [frozenset({"detail"})]
    case.close()
