"""From checked tables to values: one function for each kind of value."""

from app.content.table import Table
from app.content.values import (
    Addition,
    Checklist,
    ChecklistLine,
    DossierDefaults,
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


def _prompts(table: Table, key: str, code: str) -> tuple[Prompt, ...]:
    found = []
    for one in table.tables(key):
        found.append(Prompt(one.id("id", under=code), one.text("text")))
        one.done()
    return tuple(found)


def _questions(table: Table, code: str) -> tuple[SuggestedQuestion, ...]:
    found = []
    for one in table.tables("questions"):
        found.append(SuggestedQuestion(one.id("id", under=code), one.text("text")))
        one.done()
    return tuple(found)


def _records(table: Table, code: str) -> tuple[WantedRecord, ...]:
    found = []
    for rank, one in enumerate(table.tables("records"), start=1):
        found.append(
            WantedRecord(
                id=one.id("id", under=code),
                text=one.text("text"),
                kinds=one.kinds("kinds"),
                rank=rank,
            )
        )
        one.done()
    return tuple(found)


def _defaults(table: Table, questions: tuple[SuggestedQuestion, ...]) -> DossierDefaults:
    first_questions = table.texts("first_questions")
    for name in first_questions:
        if name not in [question.id for question in questions]:
            raise table.fault("first_questions", f"{name!r} is no question of this reason")
    found = DossierDefaults(
        text=table.text("text"),
        lead_kinds=table.kinds("lead_kinds"),
        page_budget=table.number("page_budget", 1, 1000) if table.has("page_budget") else None,
        budget_only_alone=table.flag("budget_only_alone"),
        first_questions=first_questions,
        timeline_first=table.flag("timeline_first"),
        tried_table_first=table.flag("tried_table_first"),
        options_after_summary=table.flag("options_after_summary"),
        who_said_what_after_summary=table.flag("who_said_what_after_summary"),
        full_records_apart=table.flag("full_records_apart"),
        banner=table.flag("banner"),
        offer_blind=table.flag("offer_blind"),
    )
    if found.budget_only_alone and found.page_budget is None:
        raise table.fault("budget_only_alone", "needs a page_budget beside it")
    table.done()
    return found


def read_reason(table: Table) -> ReasonContent:
    """Read one `[[reason]]`."""
    code = table.id("code")
    questions = _questions(table, code)
    found = ReasonContent(
        code=code,
        title=table.text("title"),
        label=table.text("label"),
        help=table.text("help"),
        dossier_line=table.text("dossier_line"),
        show_first=table.text_or_none("show_first"),
        prompts=_prompts(table, "prompts", code),
        questions=questions,
        records=_records(table, code),
        records_note=table.text_or_none("records_note"),
        dossier=_defaults(table.table("dossier"), questions),
    )
    table.done()
    return found


def read_part(table: Table) -> Part:
    """Read one `[[part]]`."""
    code = table.id("code")
    found = Part(
        code=code,
        title=table.text("title"),
        text=table.text("text"),
        in_the_app=table.text("in_the_app"),
        prompts=_prompts(table, "prompts", code),
        prompts_after=(
            _prompts(table, "prompts_after", code) if table.has("prompts_after") else ()
        ),
        questions=_questions(table, code),
        records=_records(table, code),
    )
    table.done()
    return found


def read_outcome(table: Table) -> Outcome:
    """Read one `[[outcome]]`."""
    code = table.id("code")
    found = Outcome(code, table.text("label"), _questions(table, code))
    table.done()
    return found


def read_matter(table: Table) -> Matter:
    """Read one `[[matter]]`."""
    found = Matter(table.id("id"), table.text("text"), table.flag("own_words"))
    table.done()
    return found


def read_kind(table: Table) -> KindWords:
    """Read one `[[kind]]`."""
    found = KindWords(
        kind=table.kind("code"),
        label=table.text("label"),
        plural=table.text("plural"),
        help=table.text("help"),
    )
    table.done()
    return found


def _lines(table: Table, code: str) -> tuple[ChecklistLine, ...]:
    found = []
    for one in table.tables("lines"):
        found.append(
            ChecklistLine(
                id=one.id("id", under=code),
                priority=one.number("priority", 1, 3),
                text=one.text("text"),
                ask_for=one.text("ask_for"),
                kinds=one.kinds("kinds"),
                original=one.text_or_none("original"),
                note=one.text_or_none("note"),
                inference=one.flag("inference"),
            )
        )
        one.done()
    return tuple(found)


def _additions(table: Table, code: str) -> tuple[Addition, ...]:
    found = []
    for one in table.tables("addition") if table.has("addition") else []:
        added = one.id("code", under=code)
        found.append(Addition(added, one.text("label"), _lines(one, added)))
        one.done()
    return tuple(found)


def read_checklist(table: Table) -> Checklist:
    """Read one `[[checklist]]` with what single illnesses add to it."""
    code = table.id("code")
    found = Checklist(
        code=code,
        label=table.text("label"),
        specialty=table.text("specialty"),
        lines=_lines(table, code),
        additions=_additions(table, code),
        note=table.text_or_none("note"),
        leave_out=table.texts("leave_out"),
    )
    table.done()
    return found


def read_same(table: Table) -> SameLine:
    """Read one `[[same]]`; that its ids are there is checked once all files are read."""
    found = SameLine(table.id("line"), table.texts("means"))
    if not found.means:
        raise table.fault("means", "is missing")
    table.done()
    return found


def read_gloss(table: Table) -> Gloss:
    """Read one `[[gloss]]`."""
    found = Gloss(
        id=table.id("id"),
        word=table.text("word"),
        forms=table.texts("forms"),
        text=table.text("text"),
    )
    if not found.forms:
        raise table.fault("forms", "is missing")
    table.done()
    return found


def read_sensitivity(table: Table) -> Sensitivity:
    """Read one `[[sensitivity]]`; what stays behind is always said, never left to a default."""
    if not table.has("left_out"):
        raise table.fault("left_out", "is missing")
    found = Sensitivity(table.id("id"), table.text("label"), table.flag("left_out"))
    table.done()
    return found
