"""A conflict with its two sides as one fact, the way a form shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.case.casefile import CaseFile
from app.model.journey.conflict import Conflict, ConflictSide
from app.model.record import Record
from app.model.voice import Said, Voice
from app.phrases import _
from ui.facts.kind import FactKind, Tick, Who, Words
from ui.facts.line import Line, voice_words

KIND = "conflict"


@dataclass(frozen=True, slots=True)
class TwoSides:
    """What two sides say differently; the second may still be empty."""

    id: int
    about: str
    one: str = ""
    one_voice: Voice = Said()
    other: str = ""
    other_voice: Voice = Said()
    note: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Conflicts:
    """The conflicts of a case with their first two sides."""

    case: CaseFile

    def all(self) -> list[TwoSides]:
        """Give them in the order of adding."""
        return [self._whole(one) for one in self.case.journey.conflicts.all()]

    def add(self, whole: TwoSides, /) -> int:
        """Add one with its sides and give its id."""
        kept = Conflict(0, whole.about, whole.note, settled=whole.settled)
        number = self.case.journey.conflicts.add(kept)
        self._write(replace(whole, id=number))
        return number

    def save(self, whole: TwoSides, /) -> None:
        """Write one that was changed; what was made of it stays."""
        kept = self.case.journey.conflicts.get(whole.id)
        if kept is not None:
            changed = replace(kept, about=whole.about, note=whole.note, settled=whole.settled)
            self.case.journey.conflicts.save(changed)
            self._write(whole)

    def remove(self, number: int, /) -> None:
        """Take one away, and its sides."""
        self.case.journey.conflicts.remove(number)

    def _sides(self, number: int) -> list[ConflictSide]:
        every = self.case.journey.conflict_sides.all()
        return [one for one in every if one.conflict == number]

    def _whole(self, one: Conflict) -> TwoSides:
        nothing = ConflictSide(0, one.id, "")
        first, second, *_more = [*self._sides(one.id), nothing, nothing]
        return TwoSides(
            one.id,
            one.about,
            first.text,
            first.voice,
            second.text,
            second.voice,
            one.note,
            one.settled,
        )

    def _write(self, whole: TwoSides) -> None:
        """Write the two sides; one without words is none."""
        shelf, kept = self.case.journey.conflict_sides, self._sides(whole.id)
        wanted = ((whole.one, whole.one_voice), (whole.other, whole.other_voice))
        for place, (text, voice) in enumerate(wanted):
            side = kept[place] if place < len(kept) else None
            if not text:
                if side is not None:
                    shelf.remove(side.id)
            elif side is None:
                shelf.add(ConflictSide(0, whole.id, text, voice))
            elif (side.text, side.voice) != (text, voice):
                shelf.save(replace(side, text=text, voice=voice))


def conflict_kind() -> FactKind:
    """Give what is known of papers that do not agree."""
    return FactKind(
        code=KIND,
        title=_("Papers that do not agree"),
        new=_("New point on which papers do not agree"),
        fields=(
            Words(
                "about",
                _("What is it about?"),
                _("For example which side, which level, or which date"),
                must=_("Type what it is about, or remove it."),
            ),
            Words(
                "one",
                _("One says"),
                _("As it stands there, word by word"),
                lines=2,
                must=_("Type what the first one says, or remove the point."),
            ),
            Who("one_voice", _("Where does the first one stand?")),
            Words("other", _("The other says"), lines=2),
            Who("other_voice", _("Where does the other one stand?")),
            Words("note", _("Your note"), lines=2),
            Tick("settled", _("This is settled"), _("Somebody told you which of them holds.")),
        ),
        blank=TwoSides(0, ""),
        store=Conflicts,
        line=_line,
        added=_("Note papers that do not agree"),
        changed=_("Change papers that do not agree"),
        removed=_("Remove papers that do not agree"),
    )


def said_in(one: TwoSides, records: Mapping[int, Record]) -> list[tuple[str, str]]:
    """Give where each side stands, and its words."""
    sides = ((one.one_voice, one.one), (one.other_voice, one.other))
    return [(_source(voice, records), text) for voice, text in sides if text]


def _source(voice: Voice, records: Mapping[int, Record]) -> str:
    if isinstance(voice, Said):
        return voice.by or _("Somebody")
    return voice_words(voice, records)


def _line(one: TwoSides, records: Mapping[int, Record]) -> Line:
    words = [
        _("{source}: “{words}”").format(source=source, words=text)
        for source, text in said_in(one, records)
    ]
    return Line(
        KIND,
        one.id,
        one.about,
        "\n".join(words),
        source=_("Settled") if one.settled else "",
        quiet=one.settled,
    )
