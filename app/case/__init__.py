"""The case file: one SQLite file, and the only way into it."""
