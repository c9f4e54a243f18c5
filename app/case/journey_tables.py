"""The tables from the gaps to the decision, and what the older ones gained for it."""

from app.case.first_tables import VOICE

VOICED = ("medical_test", "test_limit", "family_illness", "conflict_side", "choice_cell")
"""Those of them whose rows say who speaks."""

_RECORD = "record INTEGER REFERENCES record (id) ON DELETE SET NULL"
_QUESTION = "question INTEGER REFERENCES question (id) ON DELETE SET NULL"
_OPINION = "opinion INTEGER NOT NULL REFERENCES opinion (id) ON DELETE CASCADE"


def _text(*names: str) -> str:
    return ", ".join(f"{name} TEXT NOT NULL DEFAULT ''" for name in names)


def _given(name: str) -> str:
    return f"{name} TEXT NOT NULL CHECK (trim({name}) <> '')"


def _flag(name: str, usual: int) -> str:
    return f"{name} INTEGER NOT NULL DEFAULT {usual} CHECK ({name} IN (0, 1))"


def _table(name: str, *columns: str) -> str:
    # AUTOINCREMENT: rows of comparisons and of undo name a row also when it is gone.
    return (
        f"CREATE TABLE {name} (id INTEGER PRIMARY KEY AUTOINCREMENT, {', '.join(columns)}) STRICT"
    )


_OUTSIDE = (
    "kind",
    "shows",
    "studied",
    "accession",
    "facility",
    "count",
    "location",
    "sent_to",
    "sent_on",
    "courier",
    "tracking",
    "received_on",
    "return_by",
    "returned_on",
)

JOURNEY = (
    _table("specialty", "code TEXT NOT NULL UNIQUE"),
    _table("wanted", "code TEXT NOT NULL UNIQUE", _text("text", "state", "who", "dated", "why")),
    _table(
        "wanted_record",
        "wanted INTEGER NOT NULL REFERENCES wanted (id) ON DELETE CASCADE",
        "record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE",
        "UNIQUE (wanted, record)",
    ),
    _table(
        "request",
        _given("whom"),
        _text("department", "address", "phone", "email", "asking", "reference"),
        _flag("pdf", 1),
        _flag("pictures", 0),
        _flag("tissue", 0),
        _text("send_to", "sent_on", "received_on", "clock"),
        "days INTEGER NOT NULL DEFAULT 0 CHECK (days >= 0)",
        _text("extended_on", "extended_why", "outcome", "closed_on", "note"),
    ),
    _table(
        "asked_for",
        "request INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE",
        _given("text"),
        _text("wanted"),
        _RECORD,
    ),
    _table(
        "call",
        "request INTEGER NOT NULL REFERENCES request (id) ON DELETE CASCADE",
        "dated TEXT NOT NULL",
        _given("text"),
        _text("who"),
    ),
    _table(
        "consent",
        _given("person"),
        _text("power", "scope", "since", "until"),
        _RECORD,
        _text("note"),
    ),
    _table(
        "medical_test",
        _given("name"),
        _text("system", "state", "date", "place", "result", "due", "wanted_by"),
        VOICE,
    ),
    _table("test_limit", "code TEXT NOT NULL UNIQUE", _text("label", "answer", "words"), VOICE),
    _table(
        "family_illness",
        _given("relative"),
        _given("illness"),
        _text("age", "note"),
        _flag("private", 1),
        VOICE,
    ),
    _table("conflict", _given("about"), _text("note"), _QUESTION, _flag("settled", 0)),
    _table(
        "conflict_side",
        "conflict INTEGER NOT NULL REFERENCES conflict (id) ON DELETE CASCADE",
        _given("text"),
        VOICE,
    ),
    _table(
        "choice",
        _given("name"),
        _text("raised_by"),
        _flag("do_nothing", 0),
        "position INTEGER NOT NULL",
    ),
    _table(
        "choice_cell",
        "choice INTEGER NOT NULL REFERENCES choice (id) ON DELETE CASCADE",
        "aspect TEXT NOT NULL",
        _given("text"),
        "of_100 INTEGER CHECK (of_100 BETWEEN 0 AND 100)",
        _flag("own_reading", 0),
        VOICE,
    ),
    _table(
        "opinion",
        _given("doctor"),
        _text("field", "place", "date", "kind"),
        _RECORD,
        "recipient INTEGER REFERENCES recipient (id) ON DELETE SET NULL",
        _text("note"),
        "position INTEGER NOT NULL",
    ),
    _table(
        "point",
        _OPINION,
        "part TEXT NOT NULL",
        _given("text"),
        _flag("verbatim", 0),
        "page INTEGER CHECK (page >= 1)",
    ),
    _table(
        "question_answer",
        _OPINION,
        "question INTEGER NOT NULL REFERENCES question (id) ON DELETE CASCADE",
        _text("answered", "text"),
        _flag("verbatim", 0),
        "page INTEGER CHECK (page >= 1)",
        "UNIQUE (opinion, question)",
    ),
    _table(
        "saw_record",
        _OPINION,
        "record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE",
        _flag("saw", 1),
        "UNIQUE (opinion, record)",
    ),
    _table("grid_row", _given("label"), "position INTEGER NOT NULL"),
    _table(
        "grid_cell",
        _OPINION,
        "row TEXT NOT NULL",
        _text("text"),
        _flag("verbatim", 0),
        "page INTEGER CHECK (page >= 1)",
        _text("stance"),
        "UNIQUE (opinion, row)",
    ),
    _table("why_differ", "cause TEXT NOT NULL", _text("row", "text")),
    _table("open_point", "row TEXT NOT NULL", _QUESTION, _text("note"), _flag("closed", 0)),
    _table(
        "decision",
        _flag("made", 0),
        _text("dated", "considered"),
        "choice INTEGER REFERENCES choice (id) ON DELETE SET NULL",
        _text("chosen", "tipped", "asked", "review", "change_my_mind", "note"),
    ),
    _table(
        "approval",
        "version INTEGER NOT NULL",
        "file_sha256 TEXT NOT NULL",
        _flag("yes", 0),
        _given("who"),
        _text("how", "dated", "note"),
    ),
    _table(
        "header",
        _flag("on_board", 0),
        _text("alias"),
        _flag("show_stage", 1),
        _flag("show_due", 1),
        _text("stage", "closed_on"),
    ),
    "INSERT INTO header (id) VALUES (1)",
    *(f"ALTER TABLE outside ADD COLUMN {name} TEXT NOT NULL DEFAULT ''" for name in _OUTSIDE),
    f"ALTER TABLE outside ADD COLUMN {_RECORD}",
    "ALTER TABLE treatment ADD COLUMN dose TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE treatment ADD COLUMN weeks TEXT NOT NULL DEFAULT ''",
)

UNDOABLE = (
    "specialty",
    "wanted",
    "wanted_record",
    "request",
    "asked_for",
    "call",
    "consent",
    "medical_test",
    "test_limit",
    "family_illness",
    "conflict",
    "conflict_side",
    "choice",
    "choice_cell",
    "opinion",
    "point",
    "question_answer",
    "saw_record",
    "grid_row",
    "grid_cell",
    "why_differ",
    "open_point",
    "decision",
    "approval",
    "header",
)
