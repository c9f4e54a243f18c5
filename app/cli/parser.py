"""The commands and their arguments; docs/cli.md is written from here.

A command is named here and loaded only when it runs: asking for the version
must not wait for libraries that make PDFs.
"""

import argparse
from pathlib import Path

from app import __version__
from app.cli.fields import FIELDS
from app.cli.journey_parser import add_journey_commands
from app.cli.reader_parser import add_reader_commands, add_version
from app.model.record import Kind
from app.model.story import EventKind

EXIT_STATUSES = (
    (0, "all is well"),
    (1, "a failure that has no number of its own"),
    (2, "the arguments do not fit the command"),
    (3, "not a case file, or the password does not fit"),
    (4, "the case file was made by a newer version"),
    (5, "the case file is open elsewhere"),
    (6, "the folder does not take new files"),
    (7, "the disk is full"),
    (8, "the case file, or a document in it, is damaged"),
    (9, "some files could not be read; the others went in"),
    (10, "some files are locked with a password; the others went in"),
    (11, "the dossier must not be made as it is"),
    (12, "a PDF did not pass the check"),
    (13, "something that was typed cannot be understood"),
    (14, "a file could not be read safely, and the work could not go on"),
    (15, "nothing was confirmed, so nothing was added"),
    (70, "a bug in the program"),
    (130, "somebody stopped the command"),
)


def build_parser() -> argparse.ArgumentParser:
    """Give the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="casepack",
        description="Collect medical records and bundle them into one PDF for a second opinion. "
        "Without a command the window opens. Nothing ever leaves this computer.",
    )
    parser.add_argument("--version", action="version", version=f"Casepack {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _demo(commands)
    _cases(commands)
    _records(commands)
    _story(commands)
    _dossier(commands)
    add_reader_commands(commands, _command)
    add_journey_commands(commands, _command)
    return parser


KINDS = f"one of {', '.join(Kind)}, or its letter, A to L"

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name


def _command(
    commands: "Commands[argparse.ArgumentParser]", name: str, says: str, *, case: bool = True
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=says, description=f"{says[0].upper()}{says[1:]}.")
    if case:
        parser.add_argument("case", type=Path, metavar="CASE", help="the case file")
        parser.add_argument(
            "--password-stdin",
            action="store_true",
            help="read the password of the case from the first line of stdin",
        )
    parser.add_argument("--json", action="store_true", help="say the result as JSON")
    return parser


def _demo(commands: "Commands[argparse.ArgumentParser]") -> None:
    demo = _command(commands, "demo", "make the sample case and its dossier", case=False)
    demo.add_argument("--out", type=Path, metavar="DIR", help="where; else ./casepack-demo")
    demo.add_argument("--no-window", action="store_true", help="do not open the window")
    demo.add_argument(
        "--screenshots", type=Path, metavar="DIR", help="write pictures of every place there"
    )
    demo.set_defaults(command="dossier_commands.demo")


def _cases(commands: "Commands[argparse.ArgumentParser]") -> None:
    new = _command(commands, "new", "make a new, empty case file")
    new.add_argument("--patient", default="", metavar="NAME", help="the patient's name")
    new.add_argument("--born", default="", metavar="DATE", help="the patient's birth date")
    new.set_defaults(command="case_commands.new")
    show = _command(commands, "show", "say what is in a case")
    show.set_defaults(command="case_commands.show")
    search = _command(commands, "search", "find words in papers, notes and all that was typed")
    search.add_argument("words", nargs="+", metavar="WORDS", help="all of them must be there")
    search.set_defaults(command="case_commands.search")
    put = _command(commands, "set", "write one field of the case")
    put.add_argument("field", metavar="FIELD", choices=sorted(FIELDS))
    put.add_argument("value", metavar="VALUE", help="the new value; empty takes it back")
    _voice(put)
    put.set_defaults(command="fact_commands.put")


def _records(commands: "Commands[argparse.ArgumentParser]") -> None:
    add = _command(commands, "add", "add papers, photos and folders")
    add.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    add.add_argument("--kind", choices=_kinds(), metavar="K", help=KINDS)
    add.add_argument("--date", metavar="D", help="the date of the visit or test")
    add.add_argument("--source", metavar="S", help="who made it")
    add.add_argument("--title", metavar="T", help="what it is called")
    add.add_argument("--yes", action="store_true", help="say yes to what is proposed")
    whom = add.add_mutually_exclusive_group()
    whom.add_argument(
        "--same-person",
        action="store_true",
        help="papers that name somebody else are about the patient all the same",
    )
    whom.add_argument(
        "--relative",
        action="store_true",
        help="keep papers that name somebody else as a relative’s, out of the dossier",
    )
    add.add_argument(
        "--file-password-stdin",
        action="store_true",
        help="read a password for each locked paper from the next lines of stdin",
    )
    add.set_defaults(command="add_command.add")
    note = _command(commands, "note", "write a note")
    note.add_argument("--title", required=True, metavar="T", help="what it is called")
    note.add_argument("--text", metavar="T", help="the words; else they come from stdin")
    note.add_argument("--date", default="", metavar="D", help="the date it is about")
    note.set_defaults(command="record_commands.note")
    edit = _command(commands, "edit", "change what is said of a record")
    edit.add_argument("record", type=int, metavar="RECORD", help="its number, as `show` gives it")
    edit.add_argument("--kind", choices=_kinds(), metavar="K")
    for name in ("date", "signed", "printed", "received"):
        edit.add_argument(f"--{name}", metavar="D")
    edit.add_argument("--source", metavar="S")
    edit.add_argument("--title", metavar="T")
    edit.add_argument("--tag", action="append", metavar="T", help="a free tag; may be repeated")
    edit.add_argument("--reason", action="append", metavar="CODE", help="a reason it speaks to")
    edit.add_argument("--pages", metavar="P", help="the pages for the dossier: 1,3-5, or all")
    edit.add_argument("--leave-out", metavar="WHY", help="keep it out of the dossier, and why")
    edit.add_argument("--put-in", action="store_true", help="put it into the dossier again")
    edit.set_defaults(command="record_commands.edit")
    remove = _command(commands, "remove", "put a record into the bin")
    remove.add_argument("record", type=int, metavar="RECORD")
    remove.set_defaults(command="record_commands.remove")
    restore = _command(commands, "restore", "take a record out of the bin")
    restore.add_argument("record", type=int, metavar="RECORD")
    restore.set_defaults(command="record_commands.restore")


def _story(commands: "Commands[argparse.ArgumentParser]") -> None:
    reason = _command(commands, "reason", "choose why a second opinion is wanted")
    reason.add_argument("codes", nargs="+", metavar="CODE", help="a code, or own words for one")
    reason.add_argument("--words", default="", metavar="T", help="in the person's own words")
    reason.set_defaults(command="fact_commands.reason")
    question = _command(commands, "question", "add questions for the other doctor")
    question.add_argument("texts", nargs="+", metavar="TEXT")
    question.add_argument("--top", action="store_true", help="mark them for the summary page")
    question.set_defaults(command="fact_commands.question")
    event = _command(commands, "event", "add something that happened or is planned")
    event.add_argument("kind", choices=list(EventKind), metavar="KIND", help=", ".join(EventKind))
    event.add_argument("date", metavar="DATE")
    event.add_argument("text", metavar="TEXT")
    _voice(event)
    event.set_defaults(command="fact_commands.event")
    medicine = _command(commands, "medicine", "add a medicine")
    medicine.add_argument("name", metavar="NAME")
    for name in ("dose", "frequency", "purpose", "since", "until"):
        medicine.add_argument(f"--{name}", default=None if name == "until" else "", metavar="T")
    _voice(medicine)
    medicine.set_defaults(command="fact_commands.medicine")
    allergy = _command(commands, "allergy", "add an allergy")
    allergy.add_argument("substance", metavar="NAME")
    for name in ("reaction", "date"):
        allergy.add_argument(f"--{name}", default="", metavar="T")
    _voice(allergy)
    allergy.set_defaults(command="fact_commands.allergy")
    tried = _command(commands, "tried", "add something that was tried")
    tried.add_argument("name", metavar="NAME")
    for name in ("dates", "dose", "weeks", "result", "stopped-because"):
        tried.add_argument(f"--{name}", default="", metavar="T")
    _voice(tried)
    tried.set_defaults(command="fact_commands.tried")


def _dossier(commands: "Commands[argparse.ArgumentParser]") -> None:
    check = _command(commands, "check", "say what to look at before the dossier is sent")
    add_version(check)
    check.set_defaults(command="dossier_commands.check")
    export = _command(commands, "export", "write the dossier as one PDF")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    export.add_argument("--paper", choices=("a4", "letter"), default="a4")
    export.add_argument(
        "--pdf-password-stdin",
        action="store_true",
        help="lock the PDF (AES-256) with a password from the next line of stdin",
    )
    _sheet(export)
    export.add_argument(
        "--reproducible", action="store_true", help="same case, same day: the very same bytes"
    )
    export.add_argument(
        "--review-copy",
        action="store_true",
        help="for the client to look at: every page says that it is not to be sent",
    )
    add_version(export)
    export.set_defaults(command="dossier_commands.export")
    _pack(commands)
    verify = _command(commands, "verify", "check any PDF, ours or not", case=False)
    verify.add_argument("file", type=Path, metavar="FILE")
    verify.add_argument(
        "--pdf-password-stdin", action="store_true", help="read its password from stdin"
    )
    verify.set_defaults(command="dossier_commands.verify")


def _pack(commands: "Commands[argparse.ArgumentParser]") -> None:
    pack = _command(commands, "pack", "write the dossier with its tables and original files")
    pack.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="FOLDER_OR_ZIP",
        help="a new folder, or a name that ends in .zip",
    )
    pack.add_argument("--paper", choices=("a4", "letter"), default="a4")
    pack.add_argument(
        "--pdf-password-stdin",
        action="store_true",
        help="lock the PDF with a password from the next line of stdin; then only the PDF goes in",
    )
    _sheet(pack)
    pack.add_argument(
        "--without-originals", action="store_true", help="put the dossier and its tables in alone"
    )
    pack.add_argument(
        "--with-originals-unlocked",
        action="store_true",
        help="put tables and original files in although the PDF has a password",
    )
    add_version(pack)
    pack.set_defaults(command="pack_command.pack")


def _sheet(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--password-sheet",
        type=Path,
        metavar="FILE",
        help="write one page with the password of the PDF there, to be sent apart from it",
    )


def _voice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--by", default="", metavar="NAME", help="who said it")
    parser.add_argument("--on", default="", metavar="DATE", help="when it was said")
    parser.add_argument("--record", type=int, metavar="RECORD", help="the record it stands in")
    parser.add_argument("--page", type=int, default=1, metavar="N", help="the page of that record")


def _kinds() -> tuple[str, ...]:
    return (*Kind, *(kind.letter for kind in Kind))
