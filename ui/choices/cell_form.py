"""What the form of one thing said of an option does besides keeping it."""

from ui.facts.controls import WordsControl
from ui.facts.form import FactForm
from ui.facts.more_controls import TickControl
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.neutral_line import offer_neutral


def dress_form(form: FactForm, session: CaseSession, looks: Looks) -> None:
    """Let the form ask who said it only where it is not the person's own reading."""
    own, words, who = (form.controls[name] for name in ("own_reading", "text", "voice"))
    assert isinstance(own, TickControl)
    assert isinstance(words, WordsControl)
    own.check.toggled.connect(lambda on: who.widget.setVisible(not on))
    who.widget.setVisible(not own.check.isChecked())
    offer_neutral(words.widget, session, looks).look()
