"""A decision, as its list and its form show it."""

from collections.abc import Mapping, Sequence

from app.model.journey.choice import Choice
from app.model.journey.deciding import chosen_words
from app.model.journey.decision import Decision
from app.model.record import Record
from app.phrases import _
from ui.facts.kind import FactKind, Pick, When, Words
from ui.facts.line import Line


def decision_kind(choices: Sequence[Choice]) -> FactKind:
    """Give what is known of a decision; a new one begins with the names of all `choices`."""

    def line(one: Decision, _records: Mapping[int, Record]) -> Line:
        facts = [
            one.tipped,
            one.asked and _("asked: {names}").format(names=one.asked),
            one.review.known and _("look again {date}").format(date=one.review.shown()),
        ]
        return Line(
            "decision",
            one.id,
            chosen_words(one, choices),
            " · ".join(str(part) for part in facts if part),
            lead=one.dated.shown() if one.dated.known else "",
        )

    return FactKind(
        code="decision",
        title=_("Decision"),
        new=_("Decide anew"),
        fields=(
            Words(
                "considered",
                _("What did you think about?"),
                _("One option on each line."),
                lines=3,
                must=_("Type at least one option, or remove the decision."),
            ),
            Pick("made", _("Is it decided?"), ((False, _("Not yet")), (True, _("Yes")))),
            Pick(
                "choice",
                _("Which one?"),
                ((None, _("None of the list")), *((one.id, one.name) for one in choices)),
            ),
            Words("chosen", _("In your own words"), lines=2),
            Words("tipped", _("What tipped it?"), lines=2),
            Words("asked", _("Who was asked?"), _("Family, friends, doctors")),
            When("dated", _("When did you decide?")),
            When("review", _("When do you want to look at it again?")),
            Words("change_my_mind", _("What would change your mind?"), lines=2),
            Words("note", _("Anything else"), lines=2),
        ),
        blank=Decision(0, considered="\n".join(one.name for one in choices)),
        store=lambda case: case.journey.decisions,
        line=line,
        added=_("Write down a decision"),
        changed=_("Change a decision"),
        removed=_("Remove a decision"),
    )
