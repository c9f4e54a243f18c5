"""Check, export and verify dossiers; make the sample case."""

import os
import shutil
import sys
from argparse import Namespace
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from app.cli.output import Voice
from app.cli.secrets import line_of_stdin, open_case
from app.cli.sheet import pdf_password, save_sheet
from app.dossier.export import Choices, Exported, plan_of
from app.dossier.export import check as preflight
from app.dossier.export import export as make_dossier
from app.dossier.findings import Level, why_kept
from app.dossier.plan import Paper
from app.dossier.review_copy import make_review_copy
from app.dossier.weight import MEGABYTE
from app.errors import DossierBlocked, DossierFaulty, FileUnreadable
from app.phrases import _, many
from app.worker.private import no_room
from app.worker.room import SealedRoom


def check(args: Namespace, voice: Voice) -> int:
    """Say what to look at before the dossier is sent."""
    with closing(open_case(args)) as case:
        lines = preflight(case, Choices(made=made_on(), version=args.version))
        kept = case.versions.kept_findings(args.version)
    voice.result(
        {
            "lines": [
                {
                    "code": line.code,
                    "level": line.level.value,
                    "sentence": line.sentence,
                    "record": line.record,
                    "finding": line.key,
                    "kept_because": why_kept(line, kept),
                }
                for line in lines
            ]
        },
        [
            f"{_MARKS[line.level]} {line.sentence}"
            + (_(" Kept as it is: {why}").format(why=why) if why else "")
            for line in lines
            for why in [why_kept(line, kept)]
        ],
    )
    stopped = any(line.level is Level.STOP and not why_kept(line, kept) for line in lines)
    return DossierBlocked.exit_code if stopped else 0


_MARKS = {Level.STOP: "[stop]", Level.LOOK: "[look]", Level.OK: "[ok]  "}


def export(args: Namespace, voice: Voice) -> int:
    """Write the dossier as one PDF."""
    with closing(open_case(args)) as case:
        choices = Choices(
            made=made_on(),
            paper=Paper[args.paper.upper()],
            password=pdf_password(args),
            reproducible=args.reproducible,
            version=args.version,
        )
        if args.review_copy:
            plan = plan_of(case, choices)
            done, _build = make_review_copy(plan, case, args.output, choices, voice.progress())
        else:
            done = make_dossier(case, args.output, choices, voice.progress())
    target = done.files[0].path
    sheet = save_sheet(args, done, choices.password)
    voice.result(export_json(target, done), [*export_words(target, done), *sheet])
    return 0


def export_json(target: Path, done: Exported) -> dict[str, object]:
    """Give what a finished dossier holds, for programs."""
    return {
        "file": str(target),
        "for_review": done.plan.for_review,
        "pages": done.bound.pages,
        "bytes": done.bound.bytes,
        "sha256": done.bound.sha256,
        "records": [
            {"record": place.record, "first_page": place.first_page, "pages": place.pages}
            for place in done.layout.places
        ],
        "left_out": [{"record": one.record.id, "why": one.why} for one in done.plan.left_out],
        "files": [
            {
                "name": one.path.name,
                "pages": one.bound.pages,
                "bytes": one.bound.bytes,
                "sha256": one.bound.sha256,
            }
            for one in done.files
        ],
        "notices": [*done.notices, *done.layout.overflow],
        "missing_characters": list(done.layout.missing_glyphs),
    }


def export_words(target: Path, done: Exported) -> list[str]:
    """Give what a finished dossier holds, for people."""
    left_out = _("Left out: “{title}” ({why})")
    volume = _("{path}: {n} pages, {size} MB")
    ready, several = _("Your dossier is ready: {path}"), _("Your dossier is ready, in {n} files:")
    look = many(
        "{pages} pages from 1 record. Look through it once before you send it.",
        "{pages} pages from {records} records. Look through it once before you send it.",
        len(done.layout.places),
    )
    if done.plan.for_review:
        ready, several = _("The copy for review: {path}"), _("The copy for review, in {n} files:")
        look = many(
            "{pages} pages from 1 record. Note the client’s answer: approval add.",
            "{pages} pages from {records} records. Note the client’s answer: approval add.",
            len(done.layout.places),
        )
    return [
        ready.format(path=target) if len(done.files) == 1 else several.format(n=len(done.files)),
        *(
            "  "
            + volume.format(
                path=one.path, n=one.bound.pages, size=f"{one.bound.bytes / MEGABYTE:.2f}"
            )
            for one in done.files
            if len(done.files) > 1
        ),
        look.format(pages=done.bound.pages, records=len(done.layout.places)),
        *(left_out.format(title=one.record.title, why=one.why) for one in done.plan.left_out),
        *done.notices,
        *done.layout.overflow,
    ]


def verify(args: Namespace, voice: Voice) -> int:
    """Check any PDF with two independent readers, in the sealed room."""
    password = line_of_stdin() if args.pdf_password_stdin else ""
    progress = voice.progress()
    with SealedRoom() as room:
        inside = room.folder / "file.pdf"
        _lend(args.file, inside)
        verdict = room.verify(inside.name, progress, password=password)
    sentences = [
        one.replace(f"“{inside.name}”", f"“{args.file.name}”") for one in verdict.sentences
    ]
    voice.result(
        {
            "ok": verdict.ok,
            "pages": verdict.pages,
            "links": verdict.links,
            "bookmarks": verdict.bookmarks,
            "risky": list(verdict.risky),
            "sentences": sentences,
        },
        [
            ", ".join(
                (
                    many("1 page", "{n} pages", verdict.pages).format(n=verdict.pages),
                    many("1 link", "{n} links", verdict.links).format(n=verdict.links),
                    many("1 bookmark", "{n} bookmarks", verdict.bookmarks).format(
                        n=verdict.bookmarks
                    ),
                )
            ),
            *sentences,
            _("No fault was found.") if verdict.ok else _("Look at the lines above."),
        ],
    )
    return 0 if verdict.ok else DossierFaulty.exit_code


def _lend(file: Path, inside: Path) -> None:
    try:
        if not file.is_file():  # a folder, or a device that never ends
            raise FileNotFoundError
        shutil.copyfile(file, inside)
    except OSError as error:
        text = _("“{name}” cannot be opened.")
        raise no_room(error) or FileUnreadable(text.format(name=file.name)) from error


def demo(args: Namespace, voice: Voice) -> int:
    """Make the sample case and its dossier in a folder, and say where they are."""
    from app.sample.demo import make_demo  # makes pictures and letters: heavy

    folder = args.out or Path.cwd() / "casepack-demo"
    made = make_demo(folder, made=made_on(), progress=voice.progress())
    values = export_json(made.dossier, made.exported)
    voice.result(
        {"folder": str(folder), "case": str(made.case), "dossier": str(made.dossier), **values},
        [
            _("The sample case: {path}").format(path=made.case),
            _("Its papers: {path}").format(path=made.papers),
            *export_words(made.dossier, made.exported),
            _("Nobody in it is a real person."),
        ],
    )
    if args.screenshots:
        args.case_to_show += ["--screenshots", str(args.screenshots), str(made.case)]
    elif not args.no_window and has_screen():
        args.case_to_show.append(str(made.case))
    return 0


def has_screen() -> bool:
    """Whether a window could be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def made_on() -> date:
    """Give today, or the day that SOURCE_DATE_EPOCH sets for builds that must repeat.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else date.today()
