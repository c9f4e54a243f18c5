"""What documents bring along beside their pages, as rows of `document_inside`.

Only a document that brings something has a row, and only a dossier reads
them. What was added by version 0.1 has none.
"""

import json
from collections.abc import Iterable, Sequence

from app.case.engine import CaseDatabase
from app.model.inside import InnerLink, Inside, OutlineLine, StuckNote

_COLUMNS = "document, outline, links, notes, more_notes"


def keep_inside(db: CaseDatabase, document: str, inside: Inside) -> None:
    """Keep what the document with this sha256 brings along, unless it is nothing."""
    if inside == Inside():
        return
    outline = [[line.title, line.page, line.level] for line in inside.outline]
    links = [[link.page, *link.box, link.target, link.top] for link in inside.links]
    notes = [[note.page, note.author, note.words] for note in inside.notes]
    db.run(
        f"INSERT INTO document_inside ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)",
        (document, *(_packed(part) for part in (outline, links, notes)), inside.more_notes),
    )


def _packed(rows: Sequence[object]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def read_insides(db: CaseDatabase, documents: Iterable[str]) -> dict[str, Inside]:
    """Give what these documents bring along, by their sha256; without those that bring nothing."""
    wanted = json.dumps(sorted(set(documents)))
    rows = db.rows(
        f"SELECT {_COLUMNS} FROM document_inside"
        " WHERE document IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    return {
        row["document"]: Inside(
            tuple(OutlineLine(*line) for line in json.loads(row["outline"])),
            tuple(
                InnerLink(page, (left, upper, right, lower), target, top)
                for page, left, upper, right, lower, target, top in json.loads(row["links"])
            ),
            tuple(StuckNote(*note) for note in json.loads(row["notes"])),
            row["more_notes"],
        )
        for row in rows
    }
