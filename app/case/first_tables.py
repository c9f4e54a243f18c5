"""The tables that a case file has had from the start."""

VOICE = """
            voice   TEXT NOT NULL DEFAULT 'said' CHECK (voice IN ('record', 'said')),
            record  INTEGER REFERENCES record (id),
            page    INTEGER CHECK (page >= 1),
            said_by TEXT NOT NULL DEFAULT '',
            said_on TEXT NOT NULL DEFAULT '',
            CHECK ((voice = 'record') = (record IS NOT NULL AND page IS NOT NULL))
"""

DOCUMENTS = (
    """
        CREATE TABLE content (
            sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
            size   INTEGER NOT NULL CHECK (size >= 0)
        ) STRICT
    """,
    # No reference to `content`: the chunks of a document arrive before it shows.
    """
        CREATE TABLE chunk (
            content  TEXT NOT NULL,
            position INTEGER NOT NULL,
            data     BLOB NOT NULL,
            UNIQUE (content, position)
        ) STRICT
    """,
    """
        CREATE TABLE document (
            sha256     TEXT PRIMARY KEY REFERENCES content (sha256),
            name       TEXT NOT NULL,
            media_type TEXT NOT NULL,
            rendition  TEXT NOT NULL REFERENCES content (sha256),
            facts      TEXT NOT NULL,
            remarks    TEXT NOT NULL DEFAULT '[]',
            picture    BLOB
        ) STRICT
    """,
    """
        CREATE TABLE page (
            id       INTEGER PRIMARY KEY,
            document TEXT NOT NULL REFERENCES document (sha256) ON DELETE CASCADE,
            number   INTEGER NOT NULL CHECK (number >= 1),
            text     TEXT NOT NULL,
            UNIQUE (document, number)
        ) STRICT
    """,
)

RECORDS = (
    """
        CREATE TABLE record (
            id               INTEGER PRIMARY KEY AUTOINCREMENT,
            kind             TEXT,
            title            TEXT NOT NULL CHECK (trim(title) <> ''),
            service          TEXT NOT NULL DEFAULT '',
            signed           TEXT NOT NULL DEFAULT '',
            printed          TEXT NOT NULL DEFAULT '',
            received         TEXT NOT NULL DEFAULT '',
            source           TEXT NOT NULL DEFAULT '',
            body             TEXT NOT NULL DEFAULT '',
            document         TEXT REFERENCES document (sha256),
            in_dossier       INTEGER NOT NULL DEFAULT 1 CHECK (in_dossier IN (0, 1)),
            left_out_because TEXT NOT NULL DEFAULT '',
            pages            TEXT NOT NULL DEFAULT '[]',
            place            INTEGER,
            note             TEXT NOT NULL DEFAULT '',
            removed          TEXT
        ) STRICT
    """,
    "CREATE INDEX record_document ON record (document)",
    """
        CREATE TABLE reason (
            code     TEXT PRIMARY KEY,
            label    TEXT NOT NULL DEFAULT '',
            words    TEXT NOT NULL DEFAULT '',
            position INTEGER NOT NULL
        ) STRICT
    """,
    """
        CREATE TABLE record_reason (
            record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
            reason TEXT NOT NULL REFERENCES reason (code) ON DELETE CASCADE,
            UNIQUE (record, reason)
        ) STRICT
    """,
    """
        CREATE TABLE record_tag (
            record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
            tag    TEXT NOT NULL CHECK (trim(tag) <> ''),
            UNIQUE (record, tag)
        ) STRICT
    """,
)

STORY = (
    """
        CREATE TABLE detail (
            field TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT
    """,
    f"CREATE TABLE statement (subject TEXT PRIMARY KEY, text TEXT NOT NULL,{VOICE}) STRICT",
    f"CREATE TABLE answer (prompt TEXT PRIMARY KEY, text TEXT NOT NULL,{VOICE}) STRICT",
    """
        CREATE TABLE question (
            id       INTEGER PRIMARY KEY,
            text     TEXT NOT NULL CHECK (trim(text) <> ''),
            top      INTEGER NOT NULL DEFAULT 0 CHECK (top IN (0, 1)),
            position INTEGER NOT NULL
        ) STRICT
    """,
    f"""
        CREATE TABLE event (
            id   INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            date TEXT NOT NULL,
            text TEXT NOT NULL CHECK (trim(text) <> ''),{VOICE}
        ) STRICT
    """,
    f"""
        CREATE TABLE medicine (
            id        INTEGER PRIMARY KEY,
            name      TEXT NOT NULL CHECK (trim(name) <> ''),
            dose      TEXT NOT NULL DEFAULT '',
            frequency TEXT NOT NULL DEFAULT '',
            purpose   TEXT NOT NULL DEFAULT '',
            since     TEXT NOT NULL DEFAULT '',
            until     TEXT,{VOICE}
        ) STRICT
    """,
    f"""
        CREATE TABLE allergy (
            id        INTEGER PRIMARY KEY,
            substance TEXT NOT NULL CHECK (trim(substance) <> ''),
            reaction  TEXT NOT NULL DEFAULT '',
            date      TEXT NOT NULL DEFAULT '',{VOICE}
        ) STRICT
    """,
    f"""
        CREATE TABLE treatment (
            id              INTEGER PRIMARY KEY,
            name            TEXT NOT NULL CHECK (trim(name) <> ''),
            dates           TEXT NOT NULL DEFAULT '',
            result          TEXT NOT NULL DEFAULT '',
            stopped_because TEXT NOT NULL DEFAULT '',{VOICE}
        ) STRICT
    """,
    f"""
        CREATE TABLE result (
            id        INTEGER PRIMARY KEY,
            name      TEXT NOT NULL CHECK (trim(name) <> ''),
            value     TEXT NOT NULL CHECK (trim(value) <> ''),
            unit      TEXT NOT NULL DEFAULT '',
            date      TEXT NOT NULL DEFAULT '',
            reference TEXT NOT NULL DEFAULT '',{VOICE}
        ) STRICT
    """,
    """
        CREATE TABLE outside (
            id         INTEGER PRIMARY KEY,
            what       TEXT NOT NULL CHECK (trim(what) <> ''),
            why        TEXT NOT NULL DEFAULT '',
            how_to_get TEXT NOT NULL DEFAULT ''
        ) STRICT
    """,
)

_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"

SEARCH = (
    f"""
        CREATE VIRTUAL TABLE page_fts USING fts5
        (text, content = 'page', content_rowid = 'id', {_TOKENS})
    """,
    """
        CREATE TRIGGER page_fts_insert AFTER INSERT ON page BEGIN
            INSERT INTO page_fts (rowid, text) VALUES (new.id, new.text);
        END
    """,
    """
        CREATE TRIGGER page_fts_delete AFTER DELETE ON page BEGIN
            INSERT INTO page_fts (page_fts, rowid, text) VALUES ('delete', old.id, old.text);
        END
    """,
    f"""
        CREATE VIRTUAL TABLE record_fts USING fts5
        (title, source, body, note, content = 'record', content_rowid = 'id', {_TOKENS})
    """,
    """
        CREATE TRIGGER record_fts_insert AFTER INSERT ON record BEGIN
            INSERT INTO record_fts (rowid, title, source, body, note)
            VALUES (new.id, new.title, new.source, new.body, new.note);
        END
    """,
    """
        CREATE TRIGGER record_fts_delete AFTER DELETE ON record BEGIN
            INSERT INTO record_fts (record_fts, rowid, title, source, body, note)
            VALUES ('delete', old.id, old.title, old.source, old.body, old.note);
        END
    """,
    """
        CREATE TRIGGER record_fts_update AFTER UPDATE OF title, source, body, note ON record BEGIN
            INSERT INTO record_fts (record_fts, rowid, title, source, body, note)
            VALUES ('delete', old.id, old.title, old.source, old.body, old.note);
            INSERT INTO record_fts (rowid, title, source, body, note)
            VALUES (new.id, new.title, new.source, new.body, new.note);
        END
    """,
)
