"""What our own widgets tell assistive technology; tests/ui/atspi reads the same from outside."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import accessible
from ui.widgets.check import Check
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.heading import Heading
from ui.widgets.radio import Radio

TOGGLE = QAccessibleActionInterface.toggleAction()


@pytest.fixture
def told(qtbot):
    """Return a function that shows a widget and gives what assistive technology has of it."""
    accessible.install()
    kept = []

    def tell(widget: QWidget):
        qtbot.addWidget(widget)
        widget.show()
        kept.append(QAccessible.queryAccessibleInterface(widget))
        return kept[-1]

    return tell


@pytest.mark.parametrize(("level", "said"), [(0, 1), (1, 1), (2, 2)])
def test_a_heading_says_its_level(told, level, said):
    one = told(Heading("Records", level))
    assert one.role() is QAccessible.Role.Heading
    assert one.attributesInterface().attributeValue(QAccessible.Attribute.Level) == said
    assert one.textInterface() is None


@pytest.mark.parametrize(
    ("make", "role"),
    [
        (Check, QAccessible.Role.CheckBox),
        (ChoiceCard, QAccessible.Role.CheckBox),
        (QCheckBox, QAccessible.Role.CheckBox),
        (Radio, QAccessible.Role.RadioButton),
    ],
)
def test_a_choice_made_through_a_screen_reader_counts_as_a_click(told, make, role):
    widget = make("My doctors do not agree")
    clicks = []
    widget.clicked.connect(lambda on: clicks.append(on))
    one = told(widget)
    assert one.role() is role
    assert one.text(QAccessible.Text.Name) == "My doctors do not agree"
    assert not one.state().checked

    one.actionInterface().doAction(TOGGLE)

    assert clicks == [True]
    assert one.state().checked


def test_a_choice_that_may_not_be_made_is_not_offered(told):
    widget = Check("Not now")
    widget.setEnabled(False)
    one = told(widget)
    assert TOGGLE not in one.actionInterface().actionNames()
    one.actionInterface().doAction(TOGGLE)
    assert not widget.isChecked()
