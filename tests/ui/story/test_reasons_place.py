from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.model.story import Reason
from app.model.voice import Said
from ui.pages.reasons import ReasonsPlace


def shown_words(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_card_chooses_a_reason_and_opens_what_belongs_to_it(shown, case, qtbot):
    place = shown(ReasonsPlace)
    qtbot.keyClick(place.cards["serious_diagnosis"], Qt.Key.Key_Space)
    assert case.reasons.all() == [Reason("serious_diagnosis", "")]
    panel = place.panels["serious_diagnosis"]
    assert panel.help.opened
    assert panel.answers[0].row.label.text().startswith("The name of the illness")
    assert len(panel.answers) == 7
    qtbot.waitUntil(lambda: "Pathology report with every later addition" in shown_words(panel))


def test_choosing_another_closes_the_prompts_of_the_first(shown, case, qtbot):
    place = shown(ReasonsPlace)
    click(qtbot, place.cards["confusing"])
    click(qtbot, place.cards["peace_of_mind"])
    assert not place.panels["confusing"].help.opened
    assert place.panels["peace_of_mind"].help.opened


def test_the_box_shows_at_once_what_the_doctor_will_see(shown, case, qtbot):
    place = shown(ReasonsPlace)
    assert place.sees.lines.text() == "No reason was chosen."
    click(qtbot, place.cards["conflicting_opinions"])
    click(qtbot, place.cards["surgery_proposed"])
    assert place.sees.lines.text() == (
        "– My doctors have given me different advice.\n"
        "– A major operation or procedure has been proposed."
    )
    case.undo()
    assert place.sees.lines.text() == "– My doctors have given me different advice."
    assert not place.cards["surgery_proposed"].isChecked()
    assert "surgery_proposed" not in place.panels


def test_the_safety_line_of_a_reason_stands_first(shown, case, qtbot):
    place = shown(ReasonsPlace)
    click(qtbot, place.cards["getting_worse"])
    labels = [one.text() for one in place.panels["getting_worse"].findChildren(QLabel)]
    safety = next(n for n, text in enumerate(labels) if text.startswith("If you are getting worse"))
    assert safety < labels.index("In your own words (if you like)")


def test_own_words_and_answers_are_saved_with_who_said_them(shown, ana, qtbot):
    place = shown(ReasonsPlace)
    panel = place.panels["surgery_soon"]
    panel.words.box.setFocus()
    qtbot.keyClick(panel.words.box, Qt.Key.Key_End)
    qtbot.keyClicks(panel.words.box, " I am not sure.")
    panel.help.open(True)
    answer = panel.answers[1].box
    answer.setFocus()
    qtbot.keyClicks(answer, "14 December")
    place.leave()
    assert ana.reasons.all()[0].words == "The date is near. I am not sure."
    told = {one.prompt: one for one in ana.statements.answers()}["surgery_soon.last_day"]
    assert (told.text, told.voice) == ("14 December", Said("Ana Ruiz"))
    ana.undo()
    assert answer.toPlainText() == ""


def test_taking_a_reason_back_offers_its_words_back(shown, ana, seen, qtbot):
    place = shown(ReasonsPlace)
    click(qtbot, place.cards["surgery_soon"])
    assert ana.reasons.all() == []
    words, action, undo = seen.told[-1]
    assert words == "The reason and your words on it are taken back."
    assert action == "Undo"
    undo()
    assert ana.reasons.all()[0].words == "The date is near."
    assert place.cards["surgery_soon"].isChecked()


def test_the_offer_to_undo_takes_back_nothing_else(shown, ana, seen, qtbot):
    place = shown(ReasonsPlace)
    click(qtbot, place.cards["surgery_soon"])
    click(qtbot, place.cards["confusing"])
    seen.told[-1][2]()
    assert [one.code for one in ana.reasons.all()] == ["confusing"]


def test_a_reason_of_ones_own_can_be_added_worded_anew_and_taken_back(shown, case, seen, qtbot):
    place = shown(ReasonsPlace)
    place.own.setFocus()
    qtbot.keyClicks(place.own, "My work")
    qtbot.keyClick(place.own, Qt.Key.Key_Return)
    assert case.reasons.all() == [Reason("own-1", "My work")]
    assert place.own.text() == ""
    panel = place.panels["own-1"]
    panel.line.setFocus()
    qtbot.keyClick(panel.line, Qt.Key.Key_End)
    qtbot.keyClicks(panel.line, " on roofs")
    place.leave()
    assert case.reasons.all() == [Reason("own-1", "My work on roofs")]
    assert place.sees.lines.text() == "– My work on roofs"
    click(qtbot, panel.remove)
    assert case.reasons.all() == []
    seen.told[-1][2]()
    assert case.reasons.all() == [Reason("own-1", "My work on roofs")]


def test_an_emptied_own_reason_shows_its_words_again(shown, case, qtbot):
    with case.change("Own"):
        case.reasons.add_own("My work")
    place = shown(ReasonsPlace)
    line = place.panels["own-1"].line
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    place.cards["confusing"].setFocus()
    assert line.text() == "My work"
    assert case.reasons.all()[0].label == "My work"


def test_the_panels_stand_in_the_order_in_which_reasons_were_chosen(shown, case, qtbot):
    place = shown(ReasonsPlace)
    for code in ("peace_of_mind", "confusing"):
        click(qtbot, place.cards[code])
    tops = [place.panels[code].y() for code in ("peace_of_mind", "confusing")]
    assert tops == sorted(tops)
    assert place.count() == 2


def test_the_words_on_each_reason_have_a_name_of_their_own(shown, case, qtbot):
    with case.change("Own"):
        case.reasons.add_own("My work")
    place = shown(ReasonsPlace)
    for code in ("peace_of_mind", "confusing"):
        click(qtbot, place.cards[code])
    names = [panel.words.box.accessibleName() for panel in place.panels.values()]
    assert all(one.startswith("In your own words (if you like): ") for one in names)
    assert len(set(names)) == 3
