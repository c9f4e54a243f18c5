"""Make the companion pack: the dossier with its tables and original files."""

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from app.cli.dossier_commands import export_json, made_on
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.sheet import pdf_password, save_sheet
from app.dossier.companion import Companion, make_companion
from app.dossier.export import Choices
from app.dossier.pack.originals import WhyLeft, why_words
from app.dossier.plan import Paper
from app.phrases import _, many


def pack(args: Namespace, voice: Voice) -> int:
    """Write the pack as a folder or a ZIP."""
    with closing(open_case(args)) as case:
        choices = Choices(
            made=made_on(),
            paper=Paper[args.paper.upper()],
            password=pdf_password(args),
            version=args.version,
        )
        done = make_companion(
            case,
            args.output,
            choices,
            voice.progress(),
            originals=not args.without_originals,
            originals_unlocked=args.with_originals_unlocked,
        )
    sheet = save_sheet(args, done.exported, choices.password)
    voice.result(_json(args.output, done), [*_words(args.output, done), *sheet])
    return 0


def _json(target: Path, done: Companion) -> dict[str, object]:
    dossier = export_json(target, done.exported)
    del dossier["file"]
    return {
        "pack": str(target),
        "files": [
            {"name": one.name, "sha256": one.sha256, "bytes": one.bytes} for one in done.files
        ],
        "originals": [
            {"record": one.planned.record.id, "doc": one.planned.number, "name": one.name}
            for one in done.originals.going
        ],
        "originals_left_out": [
            {"record": one.record, "doc": one.number, "title": one.title, "why": one.why.value}
            for one in done.originals.left
        ],
        "tables_left_out": done.locked,
        "dossier": dossier,
    }


def _words(target: Path, done: Companion) -> list[str]:
    pages, going = done.exported.bound.pages, len(done.originals.going)
    lines = [
        _("Your pack is ready: {path}").format(path=target),
        many("The dossier has 1 page.", "The dossier has {n} pages.", pages).format(n=pages),
        many("1 original file is in it.", "{n} original files are in it.", going).format(n=going),
    ]
    lines += done.exported.notices
    if going:
        lines.append(
            _("An original can hold more than its pages show, such as where a photo was taken.")
        )
    if done.locked:
        lines.append(
            _(
                "The PDF has a password, so the tables and the original files were left out. "
                "Use --with-originals-unlocked to put them in."
            )
        )
        return lines
    if {one.why for one in done.originals.left} == {WhyLeft.NOT_WANTED}:
        return lines
    left = _("Original left out: Doc {doc}, “{title}”. {why}")
    return lines + [
        left.format(doc=one.number, title=one.title, why=why_words(one.why, _))
        for one in done.originals.left
    ]
