"""The wording and lists of the program as frozen values.

The wording is our own and has not been reviewed by a clinician; the piece of
copy "review" says so to the person. Ids and codes are kept in case files and
never change. All lists are suggestions: nothing here ever blocks anything.
"""

from dataclasses import dataclass

from app.model.record import Kind

REASON_CODES = (
    "serious_diagnosis",
    "surgery_proposed",
    "risky_treatment",
    "getting_worse",
    "confusing",
    "surgery_soon",
    "conflicting_opinions",
    "peace_of_mind",
)
"""The eight reasons, in the order in which they are offered."""

PART_CODES = ("medical_history", "more_tests", "choices_and_risks", "written_report")
"""The four things that a second opinion can involve."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """Something to write down; `id` is what an Answer names as its prompt."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class SuggestedQuestion:
    """A question that may be worth asking; never chosen on the person's behalf."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class WantedRecord:
    """A record that matters; `rank` counts from 1, the one that matters most.

    `kinds` are where such a record is filed, the likeliest first; empty for
    what the program makes itself (the summary page, the timeline).
    """

    id: str
    text: str
    kinds: tuple[Kind, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class DossierDefaults:
    """How a dossier starts out for one reason: `text` for people, the rest as data."""

    text: str
    lead_kinds: tuple[Kind, ...] = ()
    """Kinds of record that come before all others, in this order."""
    page_budget: int | None = None
    """Pages that the dossier should not exceed; None where there is no such wish."""
    budget_only_alone: bool = False
    """Whether the budget counts only as long as no other reason is chosen too."""
    first_questions: tuple[str, ...] = ()
    """Ids of suggested questions that belong at the top, if the person takes them."""
    timeline_first: bool = False
    tried_table_first: bool = False
    options_after_summary: bool = False
    who_said_what_after_summary: bool = False
    full_records_apart: bool = False
    """Whether the full records go into a second volume."""
    banner: bool = False
    """Whether the cover carries the date of surgery and the date to decide by."""
    offer_blind: bool = False
    """Whether a version without the first doctor's conclusions is offered too."""


@dataclass(frozen=True, slots=True)
class ReasonContent:
    """All that follows from one of the eight reasons.

    `title` and `help` are the card on the screen, `label` the reason in the
    person's own voice, `dossier_line` the line for the other doctor.
    `show_first` is a safety line to show before all else, or "".
    """

    code: str
    title: str
    label: str
    help: str
    dossier_line: str
    show_first: str
    prompts: tuple[Prompt, ...]
    questions: tuple[SuggestedQuestion, ...]
    records: tuple[WantedRecord, ...]
    records_note: str
    dossier: DossierDefaults

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of record that matter, each once, the one that matters most first."""
        return tuple(dict.fromkeys(kind for record in self.records for kind in record.kinds))


@dataclass(frozen=True, slots=True)
class Part:
    """One of the four things that a second opinion can involve.

    `prompts_after` are for when the written report is there; `in_the_app`
    names what the program has to offer for this part.
    """

    code: str
    title: str
    text: str
    in_the_app: str
    prompts: tuple[Prompt, ...]
    prompts_after: tuple[Prompt, ...]
    questions: tuple[SuggestedQuestion, ...]
    records: tuple[WantedRecord, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the two opinions may relate, and what to ask then."""

    code: str
    label: str
    questions: tuple[SuggestedQuestion, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that may matter to the person; `own_words` asks for a text."""

    id: str
    text: str
    own_words: bool = False


@dataclass(frozen=True, slots=True)
class KindWords:
    """What a kind of record is called, for one and for many, and what belongs there."""

    kind: Kind
    label: str
    plural: str
    help: str


@dataclass(frozen=True, slots=True)
class ChecklistLine:
    """A record to look for.

    `priority`: 1 must, 2 should, 3 helpful. `text` is in plain words,
    `ask_for` is the name that a records office knows. `original` says which
    originals are needed beside the report, or is "". `inference`: the line
    rests on common sense, not on a source.
    """

    id: str
    priority: int
    text: str
    ask_for: str
    kinds: tuple[Kind, ...]
    original: str = ""
    note: str = ""
    inference: bool = False

    @property
    def original_needed(self) -> bool:
        """Whether the report alone is not enough."""
        return bool(self.original)


@dataclass(frozen=True, slots=True)
class Addition:
    """Lines that one illness adds to a checklist."""

    code: str
    label: str
    lines: tuple[ChecklistLine, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The records that one specialty looks for; it can be edited and never blocks.

    `leave_out` names what stays out unless the person chooses otherwise.
    """

    code: str
    label: str
    specialty: str
    lines: tuple[ChecklistLine, ...]
    additions: tuple[Addition, ...] = ()
    note: str = ""
    leave_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SameLine:
    """A line of a list that means one or more lines of the checklists, by their ids."""

    line: str
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word that is explained on demand; `forms` are its spellings in a text."""

    id: str
    word: str
    forms: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """A tag for records that need care; `left_out` ones stay behind by default."""

    id: str
    label: str
    left_out: bool
