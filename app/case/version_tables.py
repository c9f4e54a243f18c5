"""The tables of recipients, of versions of the dossier, of what was made and what was sent."""

VERSIONS = (
    "CREATE TABLE recipient (id INTEGER PRIMARY KEY) STRICT",
    """
        CREATE TABLE recipient_detail (
            recipient INTEGER NOT NULL REFERENCES recipient (id) ON DELETE CASCADE,
            field     TEXT NOT NULL,
            value     TEXT NOT NULL,
            UNIQUE (recipient, field)
        ) STRICT
    """,
    # AUTOINCREMENT: a build names the version that it was made of, also when that is gone.
    """
        CREATE TABLE version (
            id        INTEGER PRIMARY KEY AUTOINCREMENT,
            recipient INTEGER REFERENCES recipient (id) ON DELETE SET NULL
        ) STRICT
    """,
    "INSERT INTO version (id) VALUES (0)",  # the dossier that every case has
    """
        CREATE TABLE version_detail (
            version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
            field   TEXT NOT NULL,
            value   TEXT NOT NULL,
            UNIQUE (version, field)
        ) STRICT
    """,
    """
        CREATE TABLE version_record (
            version  INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
            record   INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
            included INTEGER NOT NULL CHECK (included IN (0, 1)),
            why      TEXT NOT NULL DEFAULT '',
            pages    TEXT NOT NULL DEFAULT '[]',
            UNIQUE (version, record)
        ) STRICT
    """,
    """
        CREATE TABLE cover_up (
            id         INTEGER PRIMARY KEY,
            version    INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
            record     INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
            page       INTEGER NOT NULL CHECK (page >= 1),
            x0         REAL NOT NULL CHECK (x0 >= 0),
            y0         REAL NOT NULL CHECK (y0 >= 0),
            x1         REAL NOT NULL CHECK (x1 > x0 AND x1 <= 1),
            y1         REAL NOT NULL CHECK (y1 > y0 AND y1 <= 1),
            why        TEXT NOT NULL,
            everywhere INTEGER NOT NULL CHECK (everywhere IN (0, 1))
        ) STRICT
    """,
    "CREATE INDEX cover_up_version ON cover_up (version)",
    """
        CREATE TABLE kept_finding (
            version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
            code    TEXT NOT NULL,
            record  INTEGER NOT NULL DEFAULT 0,
            why     TEXT NOT NULL CHECK (trim(why) <> ''),
            UNIQUE (version, code, record)
        ) STRICT
    """,
    """
        CREATE TABLE record_sensitivity (
            record INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
            code   TEXT NOT NULL,
            UNIQUE (record, code)
        ) STRICT
    """,
    """
        CREATE TABLE first_opinion (
            record INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
            pages  TEXT NOT NULL DEFAULT '[]'
        ) STRICT
    """,
    """
        CREATE TABLE related (
            record   INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
            relation TEXT NOT NULL CHECK (relation IN ('replaces', 'translates')),
            other    INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
            note     TEXT NOT NULL DEFAULT '',
            UNIQUE (record, relation),
            CHECK (record <> other)
        ) STRICT
    """,
    # What was made is history: it is not undone, and it outlives what it was made of.
    """
        CREATE TABLE build (
            id           INTEGER PRIMARY KEY AUTOINCREMENT,
            version      INTEGER NOT NULL,
            version_name TEXT NOT NULL,
            recipient    TEXT NOT NULL,
            number       INTEGER NOT NULL CHECK (number >= 1),
            made         TEXT NOT NULL,
            application  TEXT NOT NULL,
            spec         TEXT NOT NULL,
            records      TEXT NOT NULL,
            left_out     TEXT NOT NULL,
            files        TEXT NOT NULL,
            kept_reasons TEXT NOT NULL,
            UNIQUE (version, number)
        ) STRICT
    """,
    """
        CREATE TABLE sending (
            id            INTEGER PRIMARY KEY,
            build         INTEGER NOT NULL REFERENCES build (id),
            recipient     TEXT NOT NULL CHECK (trim(recipient) <> ''),
            sent_on       TEXT NOT NULL DEFAULT '',
            route         TEXT NOT NULL,
            tracking      TEXT NOT NULL DEFAULT '',
            password_told TEXT NOT NULL DEFAULT '',
            received_on   TEXT NOT NULL DEFAULT '',
            received_by   TEXT NOT NULL DEFAULT '',
            reply_due     TEXT NOT NULL DEFAULT '',
            note          TEXT NOT NULL DEFAULT ''
        ) STRICT
    """,
)
