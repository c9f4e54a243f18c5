"""What of a reply to the first doctor is missing, in words."""

from app.model.journey.grid import may_be_compared
from app.model.journey.opinion import Opinion
from app.model.journey.snapshot import Journey
from app.phrases import _


def missing_words(journey: Journey, about: Opinion | None) -> str:
    """Say what a reply about an opinion cannot have, and why; "" where all is there.

    `about` is None where there is no second opinion.
    """
    if about is None:
        return _(
            "There is no second opinion yet. "
            "Once you add it in Opinions received, you can make a reply here."
        )
    words = []
    if about.record is None:
        form = _("“{name}” has no report in Opinions received, so no report goes along.")
        words.append(form.format(name=about.doctor))
    if not may_be_compared(journey):
        words.append(
            _(
                "“Who said what” is left out: "
                "it needs words of two opinions, and they are not noted yet."
            )
        )
    return " ".join(words)
