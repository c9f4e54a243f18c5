"""The table of options: which cells belong to which, and what may be said of it in words.

Nothing here ranks an option or judges what is said of it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.model.journey.choice import Aspect, Choice, ChoiceCell
from app.model.journey.snapshot import Journey
from app.model.voice import Said
from app.phrases import Phrases, _

MAIN = (Aspect.GOOD, Aspect.BAD, Aspect.UNKNOWN)
"""What stands side by side for all options; the other aspects follow option by option."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option with what was said of it, in the order of the aspects, then of adding."""

    choice: Choice
    cells: tuple[ChoiceCell, ...] = ()

    def about(self, aspect: Aspect) -> tuple[ChoiceCell, ...]:
        """Give what was said about one aspect."""
        return tuple(cell for cell in self.cells if cell.aspect is aspect)


def options_of(journey: Journey) -> tuple[Option, ...]:
    """Give the options in the person's order, each with its cells."""
    order = list(Aspect)
    cells = sorted(journey.choice_cells, key=lambda cell: order.index(cell.aspect))
    return tuple(
        Option(choice, tuple(cell for cell in cells if cell.choice == choice.id))
        for choice in sorted(journey.choices, key=lambda one: (one.position, one.id))
    )


def worth_showing(options: Iterable[Option]) -> bool:
    """Whether there is something to read: to do nothing, with not a word about it, is not."""
    return any(one.cells or not one.choice.do_nothing for one in options)


def has_do_nothing(choices: Iterable[Choice]) -> bool:
    """Whether the option to do nothing for now is there."""
    return any(one.do_nothing for one in choices)


def missing_do_nothing(choices: Sequence[Choice], say: Phrases = _) -> Choice | None:
    """Give the option that has to be added so that the table has it; None when it is there.

    An empty table stays empty: there is nothing yet to compare it with.
    """
    if not choices or has_do_nothing(choices):
        return None
    return do_nothing(say)


def do_nothing(say: Phrases = _) -> Choice:
    """Give the option to do nothing for now, in words that can be changed."""
    return Choice(0, say("Do nothing for now"), do_nothing=True)


def next_aspect(option: Option) -> Aspect:
    """Give the first of the good, the bad and the unknown that nobody said anything about."""
    return next((aspect for aspect in MAIN if not option.about(aspect)), Aspect.GOOD)


def moved(order: Sequence[int], number: int, place: int) -> tuple[int, ...]:
    """Give `order` with `number` at `place`, from 0; a place behind the end is the end."""
    others = [one for one in order if one != number]
    place = max(0, place)
    return (*others[:place], number, *others[place:])


def matters_in_order(text: str) -> tuple[str, ...]:
    """Give what matters to the person, one by one, from a statement with a line for each."""
    lines = (line.strip().removesuffix(".") for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def aspect_title(aspect: Aspect, say: Phrases = _) -> str:
    """Give what an aspect is called."""
    _ = say
    return {
        Aspect.GOOD: _("The good"),
        Aspect.BAD: _("The bad"),
        Aspect.UNKNOWN: _("What is not known"),
        Aspect.WHY: _("Why it was raised"),
        Aspect.CONDITIONS: _("What it depends on"),
        Aspect.SOON: _("After six weeks"),
        Aspect.LATER: _("After six months"),
        Aspect.YEAR: _("After a year"),
        Aspect.UNDO: _("Can it be taken back?"),
        Aspect.WORRY: _("My worry"),
    }[aspect]


def out_of_100(cell: ChoiceCell, say: Phrases = _) -> str:
    """Give “60 of 100”, or "" where no number was given."""
    return "" if cell.of_100 is None else say("{n} of 100").format(n=cell.of_100)


def raised_words(choice: Choice, say: Phrases = _) -> str:
    """Say who raised an option, or "" where nobody said."""
    name = " ".join(choice.raised_by.split())
    return say("Raised by {name}").format(name=name) if name else ""


def without_other_voice(cell: ChoiceCell) -> ChoiceCell:
    """Give a cell as it is kept: where it is the person's own reading, nobody else speaks."""
    return replace(cell, voice=Said()) if cell.own_reading else cell
