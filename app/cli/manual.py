"""Writes docs/cli.md from the parser: `python -m app.cli.manual > docs/cli.md`."""

import argparse
from collections.abc import Iterator

from app.cli.parser import EXIT_STATUSES, build_parser

JSON = """\
## What `--json` gives

Every command says its result on stdout as one JSON value; progress and sentences for people go to
stderr. A failure is `{"error": sentence, "exit_status": number}`. Dates are in a small part of
EDTF: `2026-09-12`, `2026-09`, `2026`, `2019~` (about), `2025-01/2026-11` (a range); a date that
nobody knows is `"not known"`.

- `add`: `{"added": [{"path", "record", "title", "kind", "date", "pages", …}], "proposed": […],
  "duplicates": [{"path", "record", …}], "locked": [{"path", "sentence"}],
  "unreadable": [{"path", "sentence"}]}`. After folders are opened up, every path stands in exactly
  one list. Without `--yes` nothing is saved and what could be added stands in `proposed`;
  `rests_on` holds the words of the paper that each suggestion comes from. `named` are people whom
  the paper names as its patient and who are not: `[{"name", "born", "page"}]`; it is not added
  until `--same-person` or `--relative` says whom it is about, which then stands in `about`.
  `repeats` are groups of its pages that read the same.
- `show`: `{"patient", "preparer", "recipient", "records": [{"id", "title", "kind", "date",
  "source", "pages", "sha256", …}], "reasons": [{"code", "words", …}], "questions",
  "statements", "answers", "events", "medicines", "allergies", "treatments", "not_in_pdf"}`.
- `search`: `{"hits": [{"record", "title", "page", "snippet"}]}`; pages count from 1.
- `check`: `{"lines": [{"code", "level": "stop" | "look" | "ok", "sentence", "record",
  "finding", "kept_because"}]}`; `keep` takes the text of "finding".
- `export`: `{"file", "for_review", "pages", "bytes", "sha256", "records": [{"record", "first_page",
  "pages"}], "left_out": [{"record", "why"}], "files": [{"name", "pages", "bytes", "sha256"}],
  "notices", "missing_characters"}`; with several files `file` and `sha256` are those of the first,
  `pages` and `bytes` count all.
- `sizes`: `{"most_bytes", "fits", "files": [bytes], "lighter": [{"pictures", "bytes", "fits"}],
  "heaviest": [{"record", "title", "bytes"}], "volumes": [bytes]}`, all estimates within 5 %;
  `most_bytes` is null for any size.
- `pack`: `{"pack", "files": [{"name", "sha256", "bytes"}], "originals": [{"record", "doc",
  "name"}], "originals_left_out": [{"record", "doc", "title", "why"}], "tables_left_out",
  "dossier"}`; `dossier` is what `export` gives, without `file`.
- `option list`: `{"options": [{"option", "name", "raised_by", "do_nothing", "cells": [{"cell",
  "aspect", "text", "of_100", "own_reading", "source"}]}]}`, in the person's order; `source` is null
  for the person's own reading.
- `opinion list`: `{"opinions": [{"opinion", "doctor", "kind", "record", "points": [{"part", "text",
  "verbatim", "page"}], "answers", "saw": [{"record", "saw"}], "follow_up"}]}`; `follow_up` are the
  numbers of the questions that are not or partly answered.
- `compare show`: `{"opinions", "rows": [{"row", "title", "cells": [{"opinion", "text", "verbatim",
  "page", "stance"}], "open", "agreed"}], "why"}`; `open` and `agreed` follow from the person's own
  marks alone. `compare open`: `{"open": [{"row", "question", "offered", "note", "closed"}]}`.
- `builds`: `{"builds": [{"build", "what": "dossier" | "reply" | "review", "number", "files", …}]}`.
- `approval list`: `{"approvals": [{"approval", "version", "sha256", "yes", "who", "how", "on",
  "note"}], "versions": [{"version", "standing"}]}`; a standing is "not_used", "not_answered", "no",
  "changed" (a yes to what the version held before) or "yes".
- `verify`: `{"ok", "pages", "links", "bookmarks", "risky", "sentences"}`, for any PDF.
- `demo`: what `export` gives, with `"folder"`, `"case"` and `"dossier"`.
"""


def manual() -> str:
    """Give the whole page as Markdown."""
    return "\n".join(_lines(build_parser())).rstrip() + "\n"


def _lines(parser: argparse.ArgumentParser) -> Iterator[str]:
    yield "# The command line"
    yield ""
    yield "<!-- Written by `python -m app.cli.manual`; do not edit. -->"
    yield ""
    yield str(parser.description)
    yield ""
    yield "Passwords are read from stdin or asked for at the keyboard, never taken as arguments."
    yield ""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield from _command(name, command)
    yield JSON
    yield "## Exit statuses"
    yield ""
    yield "| status | meaning |"
    yield "| ---: | --- |"
    for status, meaning in EXIT_STATUSES:
        yield f"| {status} | {meaning} |"


def _command(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f"## `{name}`"
    yield ""
    yield str(parser.description)
    yield ""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):  # a noun with actions of its own
            for inner, nested in action.choices.items():
                yield from _command(f"{name} {inner}", nested)
            return
    actions = [one for one in parser._actions if not isinstance(one, argparse._HelpAction)]
    yield f"`casepack {name} {' '.join(map(_usage, actions))}`"
    yield ""
    for action in actions:
        if action.help:
            yield f"- `{_name(action)}`: {action.help}"
    yield ""


def _name(action: argparse.Action) -> str:
    return (
        action.option_strings[-1] if action.option_strings else str(action.metavar or action.dest)
    )


def _usage(action: argparse.Action) -> str:
    shown = str(action.metavar or action.dest)
    if not action.option_strings:
        return f"{shown}..." if action.nargs == "+" else shown
    text = action.option_strings[0] if action.nargs == 0 else f"{action.option_strings[0]} {shown}"
    return text if action.required else f"[{text}]"


if __name__ == "__main__":
    print(manual(), end="")
