"""The shape of a case file, and every shape it ever had.

A migration, once released, is never edited: add another below it. Files
written by older versions are kept in tests/cases and opened by the tests.

Every table of facts carries a voice: `voice` is "record" (with `record` and
`page`, counted from 1) or "said" (with `said_by` and `said_on`). Dates are
in the stored form of PartialDate.
"""

from sqlite_utils import Database, Migrations

from app.case.first_tables import DOCUMENTS, RECORDS, SEARCH, STORY
from app.case.inside_table import INSIDE
from app.case.journey_tables import JOURNEY, VOICED
from app.case.journey_tables import UNDOABLE as JOURNEY_UNDOABLE
from app.case.version_tables import VERSIONS

migrations = Migrations("casepack")


@migrations(name="0001_case")
def case(db: Database) -> None:
    """Everything that version 0.1 holds."""
    for statement in (*DOCUMENTS, *RECORDS, *STORY, *SEARCH):
        db.conn.execute(statement)


@migrations(name="0002_inside")
def inside(db: Database) -> None:
    """Outlines, inner links and stuck notes: what documents bring along beside their pages."""
    db.conn.execute(INSIDE)


@migrations(name="0003_versions")
def versions(db: Database) -> None:
    """Recipients, versions of the dossier, what was made and what was sent."""
    for statement in VERSIONS:
        db.conn.execute(statement)


@migrations(name="0004_journey")
def journey(db: Database) -> None:
    """All that is kept from the gaps to the decision."""
    for statement in JOURNEY:
        db.conn.execute(statement)


UNDOABLE = (
    "record",
    "reason",
    "record_reason",
    "record_tag",
    "detail",
    "statement",
    "answer",
    "question",
    "event",
    "medicine",
    "allergy",
    "treatment",
    "result",
    "outside",
    "recipient",
    "recipient_detail",
    "version",
    "version_detail",
    "version_record",
    "cover_up",
    "kept_finding",
    "record_sensitivity",
    "first_opinion",
    "related",
    "sending",
    *JOURNEY_UNDOABLE,
)

CITING = (
    "statement",
    "answer",
    "event",
    "medicine",
    "allergy",
    "treatment",
    "result",
    *VOICED,
)


def known() -> list[str]:
    """Give the names of all migrations of this version, oldest first."""
    return [step.name for step in migrations.pending(Database(memory=True, execute_plugins=False))]


def fingerprint(db: Database) -> frozenset[tuple[str, str, str]]:
    """Give the schema as it stands in `db`: type, name and text of each of its parts."""
    return frozenset(
        (kind, name, " ".join((sql or "").split()))
        for kind, name, sql in db.conn.execute("SELECT type, name, sql FROM main.sqlite_master")
    )


def shipped(applied: list[str]) -> frozenset[tuple[str, str, str]]:
    """Give the schema that a file with these migrations must have."""
    fresh = Database(memory=True, execute_plugins=False)
    remaining = [name for name in known() if name not in applied]
    migrations.apply(fresh, stop_before=remaining[:1] or None)
    found = fingerprint(fresh)
    fresh.close()
    return found
