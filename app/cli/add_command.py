"""Look at files, say what is proposed, and add what somebody says yes to."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.case.casefile import CaseFile
from app.cli.output import Voice
from app.cli.secrets import ask_for_file, is_at_keyboard, open_case
from app.cli.typed import typed_date, typed_kind
from app.cli.value_json import date_json
from app.errors import FileLocked, FileUnreadable
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.names import name_of
from app.intake.proposal import About, Duplicate, Finding, Proposal, Unusable
from app.intake.repeats import repeat_words
from app.intake.tray import Tray
from app.model.partial_date import PartialDate
from app.phrases import _

NOT_CONFIRMED = 15


def add(args: Namespace, voice: Voice) -> int:
    """Add papers, photos and folders; every path ends in exactly one list.

    A paper that names another patient is not added until somebody says whom it is about.
    """
    given_date = typed_date(args.date) if args.date is not None else None
    progress = voice.progress()
    findings: list[Finding] = []

    def proposed(case: CaseFile, tray: Tray) -> Iterator[Proposal]:
        for finding in examine(
            args.paths,
            case,
            tray,
            progress,
            today=date.today(),
            ask_password=lambda name, again: ask_for_file(args, name, again),
        ):
            told = _as_told(finding, args, given_date) if isinstance(finding, Proposal) else finding
            findings.append(told)
            if isinstance(told, Proposal) and not told.asks:
                yield told

    with closing(open_case(args)) as case, Tray() as tray:
        if args.yes:  # what is agreed beforehand goes in while the next file is looked at
            records = confirm(case, proposed(case, tray), tray, progress)
        else:
            proposals = list(proposed(case, tray))
            records = confirm(case, proposals if _agreed(proposals, args) else [], tray, progress)
        name = case.people.patient().name
    values = _values(findings, records)
    voice.result(values, [*_words(findings, records), *_asked(findings, name)])
    return _status(findings, records)


def _as_told(proposal: Proposal, args: Namespace, given_date: PartialDate | None) -> Proposal:
    """Let what somebody typed stand above what was suggested."""
    dates = proposal.dates
    return replace(
        proposal,
        title=args.title or proposal.title,
        kind=typed_kind(args.kind) or proposal.kind,
        source=args.source or proposal.source,
        dates=replace(dates, service=given_date) if given_date is not None else dates,
        whose=_whose(args) or proposal.whose if proposal.named else None,
    )


def _whose(args: Namespace) -> About | None:
    if args.same_person:
        return About.PATIENT
    return About.RELATIVE if args.relative else None


def _asked(findings: list[Finding], patient: str) -> Iterator[str]:
    """Say which papers wait until somebody says whom they are about."""
    for one in findings:
        if isinstance(one, Proposal) and one.asks:
            text = _(
                "“{file}” names “{words}”. It was not added. Say --same-person if it is about "
                "{patient}, or --relative to keep it as a relative’s."
            )
            yield text.format(
                file=name_of(one.path),
                words=one.named[0].words,
                patient=f"“{patient}”" if patient else _("the patient"),
            )


def _agreed(proposals: list[Proposal], args: Namespace) -> bool:
    if not proposals or args.json or not is_at_keyboard():
        return False
    for line in _proposal_lines(proposals):
        print(line, file=sys.stderr)
    count = len(proposals)
    text = _("Add 1 record? [y/N] ") if count == 1 else _("Add {count} records? [y/N] ")
    print(text.format(count=count), end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def _values(findings: list[Finding], records: dict[Path, int]) -> dict[str, object]:
    unusable = [one for one in findings if isinstance(one, Unusable)]
    proposals = [one for one in findings if isinstance(one, Proposal)]
    return {
        "added": [_proposal_json(one, records) for one in proposals if one.path in records],
        "proposed": [_proposal_json(one, records) for one in proposals if one.path not in records],
        "duplicates": [
            {
                "path": str(one.path),
                "record": _record_of(one, records),
                "in_bin": one.in_bin,
                "same_as": str(one.same_as) if one.same_as else None,
            }
            for one in findings
            if isinstance(one, Duplicate)
        ],
        "locked": [_unusable_json(one) for one in unusable if one.locked],
        "unreadable": [_unusable_json(one) for one in unusable if not one.locked],
    }


def _proposal_json(one: Proposal, records: dict[Path, int]) -> dict[str, object]:
    return {
        "path": str(one.path),
        "record": records.get(one.path),
        "title": one.title,
        "kind": one.kind.value if one.kind else None,
        "date": date_json(one.dates.service),
        "pages": len(one.document.pages),
        "source": one.source,
        "signed": date_json(one.dates.signed),
        "printed": date_json(one.dates.printed),
        "received": date_json(one.dates.received),
        "rests_on": {
            field: {"words": basis.words, "page": basis.page} for field, basis in one.bases.items()
        },
        "remarks": sorted(one.document.remarks),
        "other_person": one.named[0].words if one.named else None,
        "named": [{"name": who.name, "born": who.born, "page": who.page} for who in one.named],
        "about": one.whose.value if one.whose else None,
        "looks_like": one.looks_like,
        "reads_like": str(one.reads_like) if one.reads_like else None,
        "repeats": [list(pages) for pages in one.repeats],
    }


def _unusable_json(one: Unusable) -> dict[str, object]:
    return {"path": str(one.path), "sentence": one.sentence}


def _record_of(one: Duplicate, records: dict[Path, int]) -> int | None:
    return one.record if one.same_as is None else records.get(one.same_as)


def _words(findings: list[Finding], records: dict[Path, int]) -> Iterable[str]:
    proposals = [one for one in findings if isinstance(one, Proposal)]
    added = [one for one in proposals if one.path in records]
    if added:
        yield _("Added:")
        yield from _proposal_lines(added)
    elif proposals:
        yield _("Proposed; nothing was added. Say --yes to add:")
        yield from _proposal_lines(proposals)
    for one in findings:
        if isinstance(one, Duplicate):
            yield _duplicate_line(one)
        elif isinstance(one, Unusable):
            yield one.sentence


def _duplicate_line(one: Duplicate) -> str:
    if one.same_as is not None:
        text = _("“{name}” is the same file as “{other}”. It goes in once.")
        return text.format(name=name_of(one.path), other=name_of(one.same_as))
    if one.in_bin:
        text = _("You removed “{name}” before. `casepack restore` with {record} puts it back.")
    else:
        text = _("You already have “{name}”: it is record {record}.")
    return text.format(name=name_of(one.path), record=one.record)


def _proposal_lines(proposals: list[Proposal]) -> Iterator[str]:
    for one in proposals:
        count = len(one.document.pages)
        yield f"  {name_of(one.path)}: {one.title} · {one.dates.service.shown()} · " + (
            _("1 page") if count == 1 else _("{count} pages").format(count=count)
        )
        for field, basis in one.bases.items():
            yield f"      {field}: “{basis.words}”"
        for who in one.named:
            yield _("      Look: this paper names somebody else: “{words}”").format(words=who.words)
        if one.looks_like is not None:
            yield _("      Look: it reads the same as record {record}.").format(
                record=one.looks_like
            )
        if one.reads_like is not None:
            yield _("      Look: it reads the same as “{name}”.").format(
                name=name_of(one.reads_like)
            )
        if one.repeats:
            yield _("      Look: {words}").format(words=repeat_words(one.repeats))


def _status(findings: list[Finding], records: dict[Path, int]) -> int:
    unusable = [one for one in findings if isinstance(one, Unusable)]
    if any(not one.locked for one in unusable):
        return FileUnreadable.exit_code
    if unusable:
        return FileLocked.exit_code
    waiting = any(isinstance(one, Proposal) and one.path not in records for one in findings)
    return NOT_CONFIRMED if waiting else 0
