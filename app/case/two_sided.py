"""Conflicts with their two sides, read and written as one value."""

from dataclasses import replace

from app.case.shelf import Shelf
from app.model.journey.conflict import Conflict, ConflictSide, TwoSides, two_sides


class TwoSided:
    """Keeps conflicts and their sides together; changes belong inside `case.change`."""

    def __init__(self, conflicts: Shelf[Conflict], sides: Shelf[ConflictSide]) -> None:
        self._conflicts = conflicts
        self._sides = sides

    def all(self) -> list[TwoSides]:
        """Give them in the order of adding."""
        return [whole for _kept, whole in two_sides(self._conflicts.all(), self._sides.all())]

    def get(self, number: int) -> TwoSides | None:
        """Give one, or None when it is gone."""
        return next((one for one in self.all() if one.id == number), None)

    def add(self, whole: TwoSides, /) -> int:
        """Add one with its sides and give its id; the id of the value is not used."""
        kept = Conflict(0, whole.about, whole.note, settled=whole.settled)
        number = self._conflicts.add(kept)
        self._write(replace(whole, id=number))
        return number

    def save(self, whole: TwoSides, /) -> None:
        """Write one that was changed; the question that was made of it stays."""
        kept = self._conflicts.get(whole.id)
        if kept is not None:
            changed = replace(kept, about=whole.about, note=whole.note, settled=whole.settled)
            self._conflicts.save(changed)
            self._write(whole)

    def remove(self, number: int, /) -> None:
        """Take one away, and its sides."""
        self._conflicts.remove(number)

    def asked(self, number: int, question: int) -> None:
        """Note which question was made of one."""
        kept = self._conflicts.get(number)
        if kept is not None:
            self._conflicts.save(replace(kept, question=question))

    def _write(self, whole: TwoSides) -> None:
        """Write the two sides; one without words is none."""
        kept = [one for one in self._sides.all() if one.conflict == whole.id]
        wanted = ((whole.one, whole.one_voice), (whole.other, whole.other_voice))
        for place, (text, voice) in enumerate(wanted):
            side = kept[place] if place < len(kept) else None
            if not text:
                if side is not None:
                    self._sides.remove(side.id)
            elif side is None:
                self._sides.add(ConflictSide(0, whole.id, text, voice))
            elif (side.text, side.voice) != (text, voice):
                self._sides.save(replace(side, text=text, voice=voice))
