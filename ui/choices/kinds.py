"""Options and what was said of them, as lists and forms show them."""

from collections.abc import Mapping, Sequence

from app.case.casefile import CaseFile
from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.options import (
    aspect_title,
    out_of_100,
    raised_words,
    without_other_voice,
)
from app.model.record import Record
from app.model.source_words import voice_words
from app.phrases import _
from ui.facts.kind import FactKind, Number, Pick, Tick, Words, who
from ui.facts.kinds import is_said
from ui.facts.line import Line

Records = Mapping[int, Record]


def choice_kind() -> FactKind:
    """Give what is known of an option."""
    return FactKind(
        code="choice",
        title=_("Option"),
        new=_("New option"),
        fields=(
            Words(
                "name",
                _("What is it called?"),
                _("For example an operation, a medicine, or waiting"),
                must=_("Type what the option is called, or remove it."),
            ),
            Words("raised_by", _("Who raised it?"), _("A doctor, somebody you know, or you")),
        ),
        blank=Choice(0, ""),
        store=lambda case: case.journey.choices,
        line=lambda one, _records: Line("choice", one.id, one.name, raised_words(one)),
        added=_("Add an option"),
        changed=_("Change an option"),
        removed=_("Remove an option"),
    )


def cell_kind(choice: int, aspect: Aspect = Aspect.GOOD) -> FactKind:
    """Give what is known of one thing that was said of an option; `aspect` is offered first."""
    return FactKind(
        code=f"cell-{choice}",
        title=_("What was said"),
        new=_("What else was said"),
        fields=(
            Pick(
                "aspect",
                _("What is it about?"),
                tuple((one, aspect_title(one)) for one in Aspect),
            ),
            Words(
                "text",
                _("In the words that you heard or read"),
                lines=3,
                must=_("Type what was said, or remove it."),
            ),
            Number("of_100", _("Of 100 people, how many?"), _("Only if you were given a number.")),
            Tick(
                "own_reading",
                _("This is my own reading"),
                _("You found it yourself: no doctor said it, and it is in none of your records."),
            ),
            who(),
        ),
        blank=ChoiceCell(0, choice, aspect, ""),
        store=_CellsOf,
        line=lambda one, records: cell_line(one, records),
        added=_("Add to an option"),
        changed=_("Change what was said of an option"),
        removed=_("Remove what was said of an option"),
    )


def cell_line(one: ChoiceCell, records: Records) -> Line:
    """Give a cell as a line of its option's list."""
    number = out_of_100(one)
    own = one.own_reading
    return Line(
        f"cell-{one.choice}",
        one.id,
        f"{number}: {one.text}" if number else one.text,
        lead=aspect_title(one.aspect),
        source=_("my own reading") if own else voice_words(one.voice, records),
        said=own or is_said(one.voice),
    )


class _CellsOf:
    """The cells of a case; one that is the person's own reading is kept without another voice."""

    def __init__(self, case: CaseFile) -> None:
        self._cells = case.journey.choice_cells

    def all(self) -> Sequence[ChoiceCell]:
        return self._cells.all()

    def add(self, cell: ChoiceCell) -> int:
        return self._cells.add(without_other_voice(cell))

    def save(self, cell: ChoiceCell) -> None:
        self._cells.save(without_other_voice(cell))

    def remove(self, number: int) -> None:
        self._cells.remove(number)
