"""Your decision, as somebody uses it."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from app.model.journey.choice import Choice
from app.model.journey.decision import Decision
from app.model.journey.opinion import Opinion, OpinionPart, Point
from tests.ui.opened_place import Shown
from ui import file_choice
from ui.pages.decision import DecisionPlace


@pytest.fixture
def shown(case, looks, qtbot):
    with case.change("options"):
        for name in ("Fusion", "Rehabilitation"):
            case.journey.choices.add(Choice(0, name))
    made = Shown(DecisionPlace, case, looks)
    yield made
    made.close(qtbot)


def lines(shown):
    return shown.place.sections["decision"].view.lines.lines


def test_a_tick_writes_the_option_into_a_decision_that_is_not_made_yet(shown, case, qtbot):
    qtbot.mouseClick(shown.place.ticks.checks["Fusion"], Qt.MouseButton.LeftButton)
    [one] = case.journey.decisions.all()
    assert (one.made, one.considered) == (False, "Fusion")
    qtbot.mouseClick(shown.place.ticks.checks["Rehabilitation"], Qt.MouseButton.LeftButton)
    [one] = case.journey.decisions.all()
    assert one.considered == "Fusion\nRehabilitation"
    assert [line.title for line in lines(shown)] == ["Not yet"]


def test_to_decide_anew_keeps_the_earlier_decision_below(shown, case, qtbot):
    with case.change("first"):
        case.journey.decisions.add(Decision(0, considered="Fusion"))
    qtbot.waitUntil(lambda: len(lines(shown)) == 1)
    shown.place.sections["decision"].add.click()
    form = shown.place.desk.form
    assert form.controls["considered"].value() == "Fusion\nRehabilitation"
    form.controls["made"].combo.setCurrentIndex(1)
    form.controls["made"].combo.activated.emit(1)
    form.controls["choice"].combo.setCurrentIndex(2)
    form.controls["choice"].combo.activated.emit(2)
    qtbot.waitUntil(lambda: len(lines(shown)) == 2)
    assert [line.title for line in lines(shown)] == ["Rehabilitation", "Not yet"]
    assert [line.head for line in lines(shown)] == ["This counts now", "Earlier decisions"]
    assert [one.made for one in case.journey.decisions.all()] == [False, True]


def test_the_form_follows_when_the_options_change(shown, case, qtbot):
    with case.change("decide"):
        number = case.journey.decisions.add(Decision(0, made=True, considered="x", choice=2))
    shown.place.come_to("decision", number)
    with case.change("gone"):
        case.journey.choices.remove(2)
    qtbot.waitUntil(lambda: "Rehabilitation" not in shown.place.ticks.checks)
    combo = shown.place.desk.form.controls["choice"].combo
    assert [combo.itemText(n) for n in range(combo.count())] == ["None of the list", "Fusion"]


def test_the_decision_is_saved_as_a_pdf(shown, case, qtbot, tmp_path, monkeypatch):
    with case.change("first"):
        case.journey.decisions.add(Decision(0, considered="Fusion"))
    target = tmp_path / "d.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda _place, _name: [target])
    shown.place.print()
    qtbot.waitUntil(lambda: shown.told == ["“d.pdf” is saved."], timeout=20000)
    assert target.read_bytes().startswith(b"%PDF")


def test_without_a_second_opinion_it_says_what_a_reply_waits_for(shown, case):
    part = shown.place.reply
    with case.change("first"):
        case.journey.opinions.add(Opinion(0, "Dr Venn"))
    shown.place.show_case()
    assert part.missing.isVisible()
    assert part.missing.text().startswith("There is no second opinion yet.")
    assert not part.make.isVisible()


def test_a_spoken_opinion_can_be_told_without_a_report(shown, case, qtbot, tmp_path, monkeypatch):
    part = shown.place.reply
    with case.change("spoken"):
        for doctor, text in (("Dr Venn", "Fusion now"), ("Dr Lind", "Wait and train")):
            number = case.journey.opinions.add(Opinion(0, doctor))
            case.journey.points.add(Point(0, number, OpinionPart.REPORT, text))
    shown.place.show_case()
    assert "“Dr Lind” has no report in Opinions received" in part.missing.text()
    assert part.make.isVisible()
    target = tmp_path / "reply.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda _place, _name: [target])
    part.make.click()
    qtbot.waitUntil(lambda: bool(shown.told), timeout=30000)
    assert shown.told == ["“reply.pdf” is saved, and listed in Made and sent."]
    words = " ".join(page.extract_text() for page in PdfReader(target).pages)
    assert "Wait and train" in words


def test_with_report_and_comparison_nothing_is_said_to_be_missing(shown, case):
    with case.change("both"):
        letter = case.records.add("Letter", body="Wait.")
        for doctor, record in (("Dr Venn", None), ("Dr Lind", letter)):
            number = case.journey.opinions.add(Opinion(0, doctor, record=record))
            case.journey.points.add(Point(0, number, OpinionPart.REPORT, "Words"))
    shown.place.show_case()
    assert not shown.place.reply.missing.isVisible()
    assert shown.place.reply.make.isVisible()


def test_of_several_reports_the_person_chooses_which_goes_along(shown, case, qtbot):
    with case.change("reports"):
        letters = [case.records.add(f"Letter {n}", body="Words.") for n in range(4)]
        for doctor, letter in zip(("Venn", "Lind", "Holt"), letters, strict=False):
            case.journey.opinions.add(Opinion(0, f"Dr {doctor}", record=letter))
    part = shown.place.reply
    shown.place.show_case()
    _first, second, third = (one.id for one in case.journey.opinions.all())
    assert part.about.isVisible()
    assert [part.about.itemText(row) for row in range(part.about.count())] == ["Dr Lind", "Dr Holt"]
    assert part.opinion == third
    part.about.setFocus()
    qtbot.keyClick(part.about, Qt.Key.Key_Up)
    assert part.opinion == second
    with case.change("one more"):
        case.journey.opinions.add(Opinion(0, "Dr Okafor", record=letters[3]))
    shown.place.show_case()
    assert part.about.count() == 3
    assert part.opinion == second, "what was chosen stays"


def test_where_there_is_one_report_nobody_is_asked_which(shown, case):
    with case.change("report"):
        letter = case.records.add("Letter", body="Fusion.")
        case.journey.opinions.add(Opinion(0, "Dr Venn"))
        case.journey.opinions.add(Opinion(0, "Dr Lind", record=letter))
    shown.place.show_case()
    assert shown.place.reply.isVisible()
    assert not shown.place.reply.about.isVisible()


def test_a_visit_sheet_is_saved_from_here(shown, qtbot, tmp_path, monkeypatch):
    target = tmp_path / "sheet.pdf"
    monkeypatch.setattr(file_choice, "ask_where_to_print", lambda _place, _name: [target])
    shown.place.sheet.click()
    qtbot.waitUntil(lambda: shown.told == ["“sheet.pdf” is saved."], timeout=20000)
    assert target.read_bytes().startswith(b"%PDF")
