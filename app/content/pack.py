"""All content in one language, and how several reasons are merged."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.content.piece import Piece
from app.content.values import (
    Checklist,
    Gloss,
    KindWords,
    Matter,
    Outcome,
    Part,
    Prompt,
    ReasonContent,
    SameLine,
    Sensitivity,
    SuggestedQuestion,
    WantedRecord,
)
from app.model.record import Kind

OWN_REASON = "own-"
"""How the code of a reason in the person's own words starts; such a one brings no content."""

Line = TypeVar("Line", Prompt, SuggestedQuestion, WantedRecord)
Entry = TypeVar("Entry")


def _each_once(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Keep the first of the lines that say the same."""
    kept: dict[str, Line] = {}
    for line in lines:
        kept.setdefault(line.text.casefold(), line)
    return tuple(kept.values())


def _found(entries: Iterable[Entry], fits: Callable[[Entry], bool], name: str) -> Entry:
    for entry in entries:
        if fits(entry):
            return entry
    raise KeyError(name)


def _mentions(text: str, forms: Iterable[str]) -> bool:
    pattern = "|".join(re.escape(form) for form in forms)
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class Content:
    """The content pack in one language.

    The wording has not been reviewed by a clinician: show the piece "review"
    wherever it is offered. Functions that take `codes` take them in the
    person's order, skip reasons in the person's own words, and raise
    KeyError for a code that is not one of the eight.
    """

    reasons: tuple[ReasonContent, ...]
    parts: tuple[Part, ...]
    pieces: tuple[Piece, ...]
    outcomes: tuple[Outcome, ...]
    matters: tuple[Matter, ...]
    kinds: tuple[KindWords, ...]
    checklists: tuple[Checklist, ...]
    glossary: tuple[Gloss, ...]
    sensitivities: tuple[Sensitivity, ...]
    same: tuple[SameLine, ...]

    def reason(self, code: str) -> ReasonContent:
        """Give one of the eight reasons; raises KeyError for any other code."""
        return _found(self.reasons, lambda one: one.code == code, code)

    def part(self, code: str) -> Part:
        """Give one of the four parts; raises KeyError for any other code."""
        return _found(self.parts, lambda one: one.code == code, code)

    def piece(self, name: str) -> Piece:
        """Give a small piece of copy; raises KeyError where there is none."""
        return _found(self.pieces, lambda one: one.id == name, name)

    def checklist(self, code: str) -> Checklist:
        """Give the checklist of a specialty ("base": any case); raises KeyError."""
        return _found(self.checklists, lambda one: one.code == code, code)

    def kind(self, kind: Kind) -> KindWords:
        """Give the words for a kind of record."""
        return _found(self.kinds, lambda one: one.kind is kind, kind)

    def sensitivity(self, name: str) -> Sensitivity:
        """Give the words for a tag; raises KeyError where there is none."""
        return _found(self.sensitivities, lambda one: one.id == name, name)

    def chosen(self, codes: Sequence[str]) -> tuple[ReasonContent, ...]:
        """Give the reasons with these codes, without those in the person's own words."""
        return tuple(
            self.reason(code) for code in dict.fromkeys(codes) if not code.startswith(OWN_REASON)
        )

    def safety_lines(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Give the lines to show before all else, each once."""
        lines = [reason.show_first for reason in self.chosen(codes) if reason.show_first]
        return tuple(dict.fromkeys(lines))

    def prompts_for(self, codes: Sequence[str]) -> tuple[Prompt, ...]:
        """Give what to write down, in order; what says the same comes once."""
        return _each_once(prompt for one in self.chosen(codes) for prompt in one.prompts)

    def questions_for(self, codes: Sequence[str]) -> tuple[SuggestedQuestion, ...]:
        """Give the suggested questions, in order, none of them chosen; each comes once."""
        return _each_once(question for one in self.chosen(codes) for question in one.questions)

    def wanted_records(self, codes: Sequence[str]) -> tuple[WantedRecord, ...]:
        """Give the records that matter, most important first; each comes once.

        What one reason ranks first stands beside what another ranks first.
        """
        records = [record for one in self.chosen(codes) for record in one.records]
        return _each_once(sorted(records, key=lambda record: record.rank))

    def kind_order(self, codes: Sequence[str]) -> tuple[Kind, ...]:
        """Give all kinds from A to L, with those that the reasons put first in front."""
        lead = [kind for one in self.chosen(codes) for kind in one.dossier.lead_kinds]
        return tuple(dict.fromkeys([*lead, *Kind]))

    def page_budget(self, codes: Sequence[str]) -> int | None:
        """Give the number of pages that the dossier should not exceed, or None.

        The smallest of the reasons' budgets counts; one that holds only
        alone is dropped as soon as any other reason is chosen too: peace of
        mind must not cut short the papers of a serious illness.
        """
        wishes = [one.dossier for one in self.chosen(codes)]
        alone = len(set(codes)) == 1
        budgets = [
            wish.page_budget
            for wish in wishes
            if wish.page_budget is not None and (alone or not wish.budget_only_alone)
        ]
        return min(budgets, default=None)

    def glosses_in(self, text: str) -> tuple[Gloss, ...]:
        """Give the words in `text` that are explained on demand, in the glossary's order."""
        return tuple(gloss for gloss in self.glossary if _mentions(text, gloss.forms))
