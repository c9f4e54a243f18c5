"""What the one-page summary has room for."""

from collections.abc import Sequence

from app.model.story import Question

MOST = 5
"""The summary never shows more questions than this."""

HEADLINE = 160
"""How many characters of the case in one sentence it shows when the page is full."""

UNMARKED = 3
"""How many it shows while none is marked."""


def on_summary(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Give the questions that go on the summary page, in their order.

    Those that are marked, or the first ones where none is.
    """
    marked = [one for one in questions if one.top]
    return tuple(marked[:MOST] if marked else questions[:UNMARKED])
