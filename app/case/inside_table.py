"""The table of what documents bring along beside their pages: outline, inner links, stuck notes."""

INSIDE = """
        CREATE TABLE document_inside (
            document   TEXT PRIMARY KEY REFERENCES document (sha256) ON DELETE CASCADE,
            outline    TEXT NOT NULL,
            links      TEXT NOT NULL,
            notes      TEXT NOT NULL,
            more_notes INTEGER NOT NULL DEFAULT 0 CHECK (more_notes >= 0)
        ) STRICT
"""
