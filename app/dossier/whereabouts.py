"""Where everything stands in the finished dossier, as far as it is known yet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.dossier.layout import RecordPlace
from app.dossier.plan import DossierPlan, PlannedRecord
from app.dossier.sheet import Bar
from app.dossier.styles import CITATION, SAID
from app.dossier.volumes import Volume
from app.model.voice import Cited, Said, Voice
from app.phrases import Phrases
from app.typesetting.fonts import Fonts
from app.typesetting.script import flat
from app.typesetting.style import Style
from app.typesetting.text import Goal, Piece

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Page numbers of the dossier, counted from 1.

    Before the first layout nothing is known; then numbers are written as
    noughts, and `digits` says how many places a number is given.
    """

    digits: int
    total: int = 0
    anchors: Mapping[str, tuple[int, float | None]] = field(default_factory=dict)
    """The page of each named place, and its height in points from the top of the page."""
    places: Mapping[int, RecordPlace] = field(default_factory=dict)
    cited_on: Mapping[tuple[int, int], tuple[int, ...]] = field(default_factory=dict)
    """For the page of a record: the pages that cite it."""
    front: int = 0
    """How many pages of our own stand before the records."""
    volume: Volume | None = None
    """Which of several files this is, None for the only one."""
    dividers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """By the name of each divider the records of its group: it is in every file with one."""

    def page(self, goal: Goal) -> int | None:
        """Give the page that `goal` leads to, or None while that is not known."""
        if goal.number:
            return goal.number
        if goal.anchor:
            return self.anchors[goal.anchor][0] if goal.anchor in self.anchors else None
        place = self.places.get(goal.record)
        return place.first_page + goal.page if place else None

    def elsewhere(self, goal: Goal) -> int:
        """Give the number of the volume in which `goal` lies, 0 when that is this file.

        A goal that is a bare number lies in the same file always: it leads to our
        own pages, or from a record's page to another one of the same record.
        """
        if self.volume is None or self.volume.all_at_once or goal.number:
            return 0
        if goal.record:
            found = self.volume.of[goal.record]
        elif goal.anchor in self.dividers:
            held = {self.volume.of[record] for record in self.dividers[goal.anchor]}
            found = self.volume.number if self.volume.number in held else min(held)
        elif self.anchors.get(goal.anchor, (0, None))[0] > self.front:
            found = self.volume.count
        else:
            return 0
        return 0 if found == self.volume.number else found

    def leads(self, goal: Goal) -> bool:
        """Whether `goal` lies in this file."""
        return not self.elsewhere(goal)

    def number(self, goal: Goal) -> str:
        """Give the page that `goal` leads to, as digits."""
        page = self.page(goal)
        return "0" * self.digits if page is None else str(page)

    def of_total(self) -> str:
        """Give the number of pages as digits."""
        return str(self.total) if self.total else "0" * self.digits


@dataclass(frozen=True, slots=True)
class Voices:
    """Says in the margin and in words who speaks."""

    plan: DossierPlan
    where: Whereabouts
    fonts: Fonts
    say: Phrases
    records: Mapping[int, PlannedRecord]

    @classmethod
    def of(cls, plan: DossierPlan, where: Whereabouts, fonts: Fonts, say: Phrases) -> "Voices":
        """Give the voices of `plan`."""
        return cls(plan, where, fonts, say, {one.record.id: one for one in plan.records})

    def bar(self, voice: Voice) -> Bar:
        """Give the bar that belongs to `voice`."""
        return Bar.RECORD if isinstance(voice, Cited) else Bar.SAID

    def pieces(self, voice: Voice) -> list[Piece]:
        """Give “[Doc 3, p. 15]” for a record, or who said it."""
        _ = self.say
        if not isinstance(voice, Cited):
            return [Piece(self.speaker(voice), SAID)]
        planned = self.records.get(voice.record)
        if planned is None:
            return [Piece(_("(record not in this PDF)"), SAID.in_ink(CITATION.ink))]
        goal = self._goal(planned, voice.page)
        if goal is None:
            words = _("[Doc {number}, a page that is not in this PDF]")
            return [Piece(words.format(number=planned.number), CITATION)]
        return [self.citation(planned.number, goal)]

    def brief(self, voice: Voice) -> list[Piece]:
        """Give the same for a place where the dotted bar already tells that somebody said it.

        The patient then needs no name, and whoever prepared the file no more
        than that. “The story in full” has who said it, and when.
        """
        if isinstance(voice, Cited) or self._is_someone_else(voice):
            return self.pieces(voice)
        if is_named(voice.by, self.plan.case.preparer.name):
            return [Piece(f"({_short(self.plan.case.preparer.name)})", SAID)]
        return []

    def unbarred(self, voice: Voice) -> list[Piece]:
        """Give the same for a place that has no bar."""
        if isinstance(voice, Cited) or self._is_someone_else(voice):
            return self.pieces(voice)
        return [Piece(self.say("said, not checked"), SAID)]

    def _is_someone_else(self, voice: Said) -> bool:
        case, name = self.plan.case, flat(voice.by)
        return bool(name) and not (
            is_named(name, case.patient.name) or is_named(name, case.preparer.name)
        )

    def speaker(self, voice: Voice) -> str:
        """Give who said something, and when."""
        _ = self.say
        if isinstance(voice, Cited):
            raise TypeError("a record is cited, it does not speak")
        name = _short(voice.by)
        if name and voice.on.known:
            return _("Said by {name}, {date}").format(name=name, date=voice.on.shown())
        if name:
            return _("Said by {name}").format(name=name)
        if voice.on.known:
            return _("Said by patient or family, {date}").format(date=voice.on.shown())
        return _("Said by patient or family")

    def citation(self, number: int, goal: Goal) -> Piece:
        """Give the link “[Doc 3, p. 15]”; “p.” is the dossier's page, so it works on paper."""
        form = self.say("[Doc {number}, p. {page}]")
        noughts = "0" * self.where.digits
        widest = [form.format(number=number, page=noughts)]
        text = form.format(number=number, page=self.where.number(goal))
        if self.where.volume:
            far = self.say("[Vol {volume}, p. {page}]")
            widest.append(far.format(volume=self.where.volume.count, page=noughts))
            if volume := self.where.elsewhere(goal):
                text = far.format(volume=volume, page=self.where.number(goal))
        return Piece(text, CITATION, goal, whole=True, reserve=self._reserve(widest, CITATION))

    def page_link(self, form: str, goal: Goal, style: Style = CITATION) -> Piece:
        """Give the signpost `form`, such as “p. {page}”, with the page that `goal` leads to."""
        widest = [form.format(page="0" * self.where.digits)]
        text = form.format(page=self.where.number(goal))
        if self.where.volume:
            far = self.say("Vol {volume}, {place}")
            widest.append(far.format(volume=self.where.volume.count, place=widest[0]))
            if volume := self.where.elsewhere(goal):
                text = far.format(volume=volume, place=text)
        return Piece(text, style, goal, whole=True, reserve=self._reserve(widest, style))

    def _reserve(self, texts: list[str], style: Style) -> float:
        """Give the room, in points, that the widest of `texts` takes."""
        return max(self.fonts.width(text, style.face, style.size) for text in texts)

    def _goal(self, planned: PlannedRecord, page: int) -> Goal | None:
        identity = planned.record.id
        if planned.record.is_note:
            place = self.where.places.get(identity)
            last = place.pages if place else page
            return Goal(record=identity, page=min(page, last) - 1, cited=True)
        if page - 1 not in planned.pages:
            return None
        return Goal(record=identity, page=planned.pages.index(page - 1), cited=True)


def _short(name: str) -> str:
    name = flat(name)
    return f"{name[:_LONGEST_NAME].rstrip()}…" if len(name) > _LONGEST_NAME else name


def is_named(said: str, known: str) -> bool:
    """Whether `said` is another way to write the name `known`; unsure is no.

    “Margaret Ellis” is “ELLIS, Margaret (Mrs)”, but “Ellis” alone may be her
    husband, and “Dr Ellis” somebody else.
    """
    said_words, known_words = _name_words(said), _name_words(known)
    return bool(said_words) and (
        said_words == known_words or (len(said_words) > 1 and said_words <= known_words)
    )


def _name_words(name: str) -> set[str]:
    return set(re.findall(r"\w+", re.sub(r"\([^)]*\)", " ", name).casefold()))
