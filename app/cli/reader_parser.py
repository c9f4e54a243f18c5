"""The commands about who reads the dossier, and what they may see."""

import argparse
from collections.abc import Callable

from app.model.build import Route
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.sensitivity import Sensitivity
from app.model.version import Pictures, TextLayer, Volumes, WhyCovered

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives it no public name
Command = Callable[..., argparse.ArgumentParser]


def add_reader_commands(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    """Add the commands; `command` makes one with what all have in common."""
    _recipients(commands, command)
    _versions(commands, command)
    _marks(commands, command)
    _sent(commands, command)


def add_version(parser: argparse.ArgumentParser) -> None:
    """Let a command be about one version of the dossier."""
    parser.add_argument(
        "--version-number",
        type=int,
        default=0,
        metavar="N",
        dest="version",
        help="the version of the dossier, as `versions` gives it; else the first one, 0",
    )


def _recipients(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    one = command(commands, "recipient", "add or change somebody who may be asked")
    one.add_argument("name", nargs="?", default="", metavar="NAME", help="their name")
    one.add_argument("--number", type=int, metavar="N", help="change the one with this number")
    one.add_argument("--preset", metavar="CODE", help="start from a preset; `presets` lists them")
    for field in ("service", "place", "visit", "reply-to"):
        one.add_argument(f"--{field}", metavar="T")
    one.add_argument(
        "--wish",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="what they ask for, such as most_megabytes=20; may be repeated",
    )
    one.add_argument("--checked-on", metavar="DATE", help="when somebody asked")
    one.add_argument("--checked-by", metavar="NAME", help="who said so")
    one.set_defaults(command="reader_commands.recipient")
    presets = command(commands, "presets", "list the neutral presets", case=False)
    presets.set_defaults(command="reader_commands.presets")
    every = command(commands, "recipients", "list who may be asked")
    every.set_defaults(command="reader_commands.recipients")


def _versions(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    every = command(commands, "versions", "list the versions of the dossier")
    every.set_defaults(command="reader_commands.versions")
    one = command(commands, "version", "make a version of the dossier, or change one")
    one.add_argument("--name", metavar="T", help="what it is called; makes one unless --number")
    one.add_argument("--number", type=int, metavar="N", help="change the one with this number")
    one.add_argument("--recipient", type=int, metavar="N", help="for whom; a new one starts so")
    one.add_argument("--identity", choices=list(Identity), help="how far it says who it is about")
    one.add_argument("--pseudonym", metavar="NAME", help="the name to use in place of the real one")
    one.add_argument("--first-opinion", choices=list(FirstOpinion))
    one.add_argument("--pictures", choices=list(Pictures), help="how scans are carried")
    one.add_argument("--text-layer", choices=list(TextLayer), help="on pages with a box")
    one.add_argument("--paper", choices=("A4", "LETTER"))
    one.add_argument("--oldest-first", choices=("yes", "no"))
    one.add_argument("--earlier-reports", choices=("yes", "no"))
    one.add_argument(
        "--dividers",
        choices=("auto", "yes", "no"),
        help="a page before each group of records; auto: when many pages go in",
    )
    one.add_argument("--most-questions", type=int, metavar="N")
    one.add_argument("--most-pages", type=int, metavar="N")
    one.add_argument(
        "--volumes",
        choices=list(Volumes),
        help="one file, as many as needed, or cited records first",
    )
    one.add_argument(
        "--most-megabytes", type=float, metavar="N", help="how large a file may be; 0: any size"
    )
    one.add_argument("--by-email", choices=("yes", "no"), help="an e-mail carries less than N")
    one.add_argument("--locked", choices=("yes", "no"), help="whether a password is wanted")
    one.add_argument(
        "--take", action="append", default=[], metavar="RECORD[:PAGES]", help="put a record in"
    )
    one.add_argument(
        "--leave", action="append", default=[], metavar="RECORD[:WHY]", help="leave a record out"
    )
    one.add_argument(
        "--as-it-is", action="append", default=[], type=int, metavar="RECORD", help="forget both"
    )
    one.add_argument("--remove", action="store_true", help="take the version away")
    one.set_defaults(command="reader_commands.version")

    sizes = command(commands, "sizes", "say how large the files will be, and what makes them fit")
    add_version(sizes)
    sizes.set_defaults(command="sizes_command.sizes")


def _marks(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    mark = command(commands, "mark", "say what a record is to those who may read it")
    mark.add_argument("record", type=int, metavar="RECORD")
    mark.add_argument("--sensitive", action="append", choices=list(Sensitivity), metavar="TAG")
    mark.add_argument("--not-sensitive", action="store_true", help="take all such tags away")
    mark.add_argument(
        "--first-opinion", metavar="PAGES", help="pages that state it: 1,3-5, all, or none"
    )
    mark.add_argument("--replaces", type=int, metavar="RECORD", help="an earlier report; 0: none")
    mark.add_argument("--translates", type=int, metavar="RECORD", help="the original; 0: none")
    mark.set_defaults(command="reader_commands.mark")
    cover = command(commands, "cover", "cover a part of a page in one version")
    cover.add_argument("record", type=int, metavar="RECORD")
    cover.add_argument("page", type=int, metavar="PAGE")
    for edge in ("LEFT", "TOP", "RIGHT", "BOTTOM"):
        cover.add_argument(edge.lower(), type=float, metavar=edge, help="in percent of the page")
    cover.add_argument("--why", choices=list(WhyCovered), default=WhyCovered.PRIVATE)
    cover.add_argument(
        "--only-here", action="store_true", help="the words may stand on other pages"
    )
    add_version(cover)
    cover.set_defaults(command="reader_commands.cover")
    uncover = command(commands, "uncover", "take a box away")
    uncover.add_argument("box", type=int, metavar="BOX", help="its number, as `versions` gives it")
    uncover.set_defaults(command="reader_commands.uncover")
    keep = command(commands, "keep", "say why a finding of `check` stays as it is")
    keep.add_argument(
        "code",
        metavar="CODE",
        help="its `finding` in `check --json`; its code alone keeps all such",
    )
    keep.add_argument("why", metavar="WHY", help="empty takes it back")
    keep.add_argument("--record", type=int, default=0, metavar="RECORD")
    add_version(keep)
    keep.set_defaults(command="reader_commands.keep")


def _sent(commands: "Commands[argparse.ArgumentParser]", command: Command) -> None:
    builds = command(commands, "builds", "list the dossiers that were made, and what changed")
    builds.set_defaults(command="sent_commands.builds")
    sent = command(commands, "sent", "note that a dossier was sent, or list what was")
    sent.add_argument("build", nargs="?", type=int, metavar="BUILD", help="as `builds` gives it")
    sent.add_argument("--to", metavar="NAME", help="to whom")
    sent.add_argument("--on", default="", metavar="DATE")
    sent.add_argument("--route", choices=list(Route), default=Route.HAND)
    sent.add_argument("--tracking", default="", metavar="T")
    sent.add_argument("--password-told", default="", metavar="T", help="how, never the password")
    sent.add_argument("--received-on", default="", metavar="DATE")
    sent.add_argument("--received-by", default="", metavar="NAME")
    sent.add_argument("--reply-due", default="", metavar="DATE")
    sent.add_argument("--note", default="", metavar="T")
    sent.set_defaults(command="sent_commands.sent")
