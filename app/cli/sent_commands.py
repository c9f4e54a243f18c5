"""List what was made, and note what was sent."""

from argparse import Namespace
from contextlib import closing
from datetime import date

from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import typed_date
from app.dossier.building import what_changed
from app.errors import NotUnderstood
from app.model.build import Build, Route, Sending
from app.model.partial_date import PartialDate
from app.phrases import _, many


def builds(args: Namespace, voice: Voice) -> int:
    """List the dossiers that were made, newest first, each with what changed."""
    with closing(open_case(args)) as case:
        every = sorted([*case.builds.all(), *case.builds.for_review()], key=lambda one: -one.id)
    before = {one.id: _before(one, every) for one in every}
    voice.result(
        {"builds": [_build_json(one, before[one.id]) for one in every]},
        [line for one in every for line in _build_lines(one, before[one.id])],
    )
    return 0


def sent(args: Namespace, voice: Voice) -> int:
    """Note that a dossier was sent; without a number list what was."""
    with closing(open_case(args)) as case:
        if args.build is not None:
            build = case.builds.get(args.build)
            if build is None:
                raise NotUnderstood(
                    _("There is no build with the number {n}.").format(n=args.build)
                )
            if build.is_for_review:
                raise NotUnderstood(_("This is a copy for review. It is not to be sent."))
            if not (args.to or "").strip():
                raise NotUnderstood(_("Say to whom it was sent: --to NAME."))
            line = Sending(
                0,
                args.build,
                args.to.strip(),
                typed_date(args.on or date.today().isoformat()),
                Route(args.route),
                args.tracking,
                args.password_told,
                typed_date(args.received_on),
                args.received_by,
                typed_date(args.reply_due),
                args.note,
            )
            with case.change(_("Note what was sent")):
                case.sharing.add(line)
        every = case.sharing.all()
    voice.result({"sent": [_sending_json(one) for one in every]}, map(_sending_line, every))
    return 0


def _before(build: Build, every: list[Build]) -> Build | None:
    if build.is_reply or build.is_for_review:
        return None
    older = [
        one for one in every if one.version == build.version and one.number == build.number - 1
    ]
    return older[0] if older else None


def _build_json(build: Build, before: Build | None) -> dict[str, object]:
    more, fewer = what_changed(before, build) if before else ((), ())
    return {
        "build": build.id,
        "what": "reply" if build.is_reply else "review" if build.is_for_review else "dossier",
        "version": build.version,
        "number": build.number,
        "made": build.made.isoformat(),
        "recipient": build.recipient,
        "application": build.application,
        "choices": dict(build.spec),
        "files": [
            {"name": one.name, "sha256": one.sha256, "bytes": one.bytes, "pages": one.pages}
            for one in build.files
        ],
        "records": [
            {"record": one.record, "title": one.title, "sha256": one.sha256, "pages": [*one.pages]}
            for one in build.records
        ],
        "left_out": [{"title": title, "why": why} for title, why in build.left_out],
        "added": [*more],
        "removed": [*fewer],
    }


def _build_lines(build: Build, before: Build | None) -> list[str]:
    name = build.version_name or _("the first version")
    if build.is_for_review:
        name = _("for review: {name}").format(name=name)
    pages = sum(one.pages for one in build.files)
    day = PartialDate.from_stored(build.made.date().isoformat()).shown()
    text = _("{id}  {day}  {name}, build {n}: {long}, {papers}")
    records = len(build.records)
    lines = [
        text.format(
            id=build.id,
            day=day,
            name=name,
            n=build.number,
            long=many("1 page", "{n} pages", pages).format(n=pages),
            papers=many("1 record", "{n} records", records).format(n=records),
        )
    ]
    if before:
        more, fewer = what_changed(before, build)
        lines += [_("   + {title}").format(title=title) for title in more]
        lines += [_("   - {title}").format(title=title) for title in fewer]
    return lines


def _sending_json(one: Sending) -> dict[str, object]:
    return {
        "sending": one.id,
        "build": one.build,
        "to": one.recipient,
        "on": one.sent_on.stored(),
        "route": one.route.value,
        "tracking": one.tracking,
        "password_told": one.password_told,
        "received_on": one.received_on.stored(),
        "received_by": one.received_by,
        "reply_due": one.reply_due.stored(),
        "note": one.note,
    }


def _sending_line(one: Sending) -> str:
    text = _("{id}  {day}  build {build} to {name} ({route})")
    return text.format(
        id=one.id,
        day=one.sent_on.shown(),
        build=one.build,
        name=one.recipient,
        route=one.route.value,
    )
