"""What the rows, marks and causes of a comparison are called wherever they stand."""

from collections.abc import Iterable, Sequence

from app.model.journey.comparison import Cause, GridRow, Stance
from app.model.journey.grid import own_of, question_of
from app.model.journey.opinion import Answered, OpinionKind
from app.model.story import Question
from app.phrases import Phrases, _


def row_title(
    row: str, own: Iterable[GridRow], questions: Sequence[Question], say: Phrases = _
) -> str:
    """Give the name of a row; that of one which is gone is its code."""
    asked, number = question_of(row), own_of(row)
    if asked is not None:
        for place, one in enumerate(questions, 1):
            if one.id == asked:
                return say("Q{n}: {question}").format(n=place, question=one.text)
    if number is not None:
        for own_one in own:
            if own_one.id == number:
                return own_one.label
    return _titles(say).get(row, row)


def asking_title(row: str, own: Iterable[GridRow], questions: Sequence[Question]) -> str:
    """Give the name of a row as it stands in a question: a question itself without its number.

    Numbers change with the order of the questions.
    """
    asked = question_of(row)
    for one in questions:
        if one.id == asked:
            return one.text
    return row_title(row, own, questions)


def _titles(say: Phrases) -> dict[str, str]:
    _ = say
    return {
        "diagnosis": _("Name of the illness"),
        "certainty": _("How sure, in the doctor’s words"),
        "stage": _("Stage, or how severe it is"),
        "cause": _("Cause"),
        "evidence": _("What the view rests on"),
        "records_seen": _("Records the doctor had seen"),
        "missing_tests": _("Tests that are missing"),
        "plan": _("Plan that is advised"),
        "timing": _("Order and timing"),
        "alternatives": _("Other choices that were named"),
        "benefits": _("Benefits, with numbers"),
        "risks": _("Risks, with numbers"),
        "if_nothing": _("What if nothing is done"),
        "monitoring": _("How it is to be watched"),
        "prognosis": _("What to expect, in the doctor’s words"),
    }


def stance_words(say: Phrases = _) -> dict[Stance, str]:
    """Give the words for each mark, in the order in which they are offered."""
    _ = say
    return {
        Stance.NOT_SAID: _("Not marked"),
        Stance.AGREE: _("Agrees"),
        Stance.PARTLY: _("Agrees in part"),
        Stance.DIFFER: _("Differs"),
        Stance.SILENT: _("Says nothing about it"),
    }


def cause_words(say: Phrases = _) -> dict[Cause, str]:
    """Give the words for each cause, in the order in which they are offered."""
    _ = say
    return {
        Cause.FACTS: _("They had different facts"),
        Cause.TESTS: _("They had seen different tests"),
        Cause.READING: _("They read the same test in different ways"),
        Cause.GOALS: _("They have other goals, or take another risk"),
        Cause.EXPERTISE: _("They work in different fields"),
        Cause.CHANGE: _("The illness has changed since"),
    }


def opinion_kind_words(say: Phrases = _) -> dict[OpinionKind, str]:
    """Give the words for how an opinion came about."""
    _ = say
    return {
        OpinionKind.PAPER: _("From the records alone"),
        OpinionKind.VISIT: _("At a visit"),
        OpinionKind.VIDEO: _("By video"),
        OpinionKind.PHONE: _("By phone"),
    }


def answered_words(say: Phrases = _) -> dict[Answered, str]:
    """Give the words for how far a question is answered, in the order in which they are offered."""
    _ = say
    return {
        Answered.NOT_SAID: _("Not marked"),
        Answered.YES: _("Answered"),
        Answered.PARTLY: _("Answered in part"),
        Answered.NO: _("Not answered"),
    }
