"""Keep the book of recipients, the versions of the dossier, and marks on records."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace
from datetime import date

from app.case.casefile import CaseFile
from app.cli.output import Voice
from app.cli.reader_words import profile_json, profile_line, version_json, version_line
from app.cli.secrets import open_case
from app.cli.typed import found, typed_date, typed_pages
from app.content.presets import load_presets
from app.dossier.keeping import keep_key
from app.dossier.starting import start_version
from app.errors import NotUnderstood
from app.model.recipient_profile import FirstOpinion, Identity, RecipientProfile, Wishes
from app.model.relation import Related, Relation
from app.model.sensitivity import Sensitivity
from app.model.values import from_text, to_text
from app.model.version import (
    MAIN,
    CoverUp,
    Pictures,
    Selection,
    TextLayer,
    Version,
    Volumes,
    WhyCovered,
)
from app.phrases import _

_MOST_MEGABYTES = 10_000
_DIVIDERS = {"auto": None, "yes": True, "no": False}


def presets(_args: Namespace, voice: Voice) -> int:
    """List the neutral presets."""
    every = load_presets()
    voice.result(
        {"presets": [{"code": one.id, "label": one.label, "says": one.says} for one in every]},
        [f"{one.id}  {one.label}: {one.says}" for one in every],
    )
    return 0


def recipients(args: Namespace, voice: Voice) -> int:
    """List who may be asked."""
    with closing(open_case(args)) as case:
        every = case.recipients.all()
    voice.result({"recipients": [profile_json(one) for one in every]}, map(profile_line, every))
    return 0


def recipient(args: Namespace, voice: Voice) -> int:
    """Add somebody who may be asked, or change what is said of them."""
    with closing(open_case(args)) as case:
        profile = _start(case, args)
        given = {
            name: value
            for name in ("service", "place", "visit", "reply_to")
            if (value := getattr(args, name)) is not None
        }
        if args.name:
            given["name"] = args.name
        wishes = _with_wishes(profile.wishes, args.wish)
        profile = replace(profile, recipient=replace(profile.recipient, **given), wishes=wishes)
        if args.checked_on is not None:
            profile = replace(profile, checked_on=typed_date(args.checked_on))
        if args.checked_by is not None:
            profile = replace(profile, checked_by=args.checked_by)
        if not (profile.recipient.name or profile.recipient.service):
            raise NotUnderstood(_("A recipient needs a name or a service."))
        with case.change(_("Change a recipient")):
            if profile.id:
                case.recipients.save(profile)
            else:
                profile = replace(profile, id=case.recipients.add(profile))
    voice.result({"recipient": profile_json(profile)}, [profile_line(profile)])
    return 0


def versions(args: Namespace, voice: Voice) -> int:
    """List the versions of the dossier."""
    with closing(open_case(args)) as case:
        every = case.versions.all()
    voice.result({"versions": [version_json(one) for one in every]}, map(version_line, every))
    return 0


def version(args: Namespace, voice: Voice) -> int:
    """Make a version of the dossier, change it or take it away."""
    with closing(open_case(args)) as case:
        if args.number is None and args.name is None:
            raise NotUnderstood(_("Give a name for a new version, or the number of one."))
        one = _known(case, args.number) if args.number is not None else _new(case, args)
        if args.remove:
            if one.id == MAIN.id:
                raise NotUnderstood(_("The first version of the dossier stays."))
            with case.change(_("Remove a version of the dossier")):
                case.versions.remove(one.id)
            voice.result({"removed": one.id}, [_("Removed.")])
            return 0
        one = _chosen(case, one, args)
        with case.change(_("Change a version of the dossier")):
            if args.number is None:
                one = replace(one, id=case.versions.add(one))
            else:
                case.versions.save(one)
        voice.result({"version": version_json(one)}, [version_line(one)])
    return 0


def mark(args: Namespace, voice: Voice) -> int:
    """Say what a record is to those who may read it."""
    with closing(open_case(args)) as case:
        record = found(case, args.record)
        with case.change(_("Mark “{title}”").format(title=record.title)):
            tags = set(case.marks.sensitivities().get(record.id, ()))
            tags = (
                set() if args.not_sensitive else tags | set(map(Sensitivity, args.sensitive or ()))
            )
            case.marks.set_sensitivities(record.id, tags)
            if args.first_opinion is not None:
                nothing = args.first_opinion.strip().lower() == "none"
                pages = None if nothing else typed_pages(args.first_opinion, record)
                case.marks.mark_first_opinion(record.id, pages)
            for relation, other in (
                (Relation.REPLACES, args.replaces),
                (Relation.TRANSLATES, args.translates),
            ):
                if other == 0:
                    case.marks.unrelate(record.id, relation)
                elif other is not None:
                    _relate(case, record.id, relation, found(case, other).id)
    words = ", ".join(sorted(tags)) or _("no tags")
    voice.result(
        {"record": record.id, "sensitive": sorted(tags)}, [f"{record.id}  {record.title}: {words}"]
    )
    return 0


def cover(args: Namespace, voice: Voice) -> int:
    """Cover a part of a page in one version of the dossier."""
    edges = [args.left / 100, args.top / 100, args.right / 100, args.bottom / 100]
    x0, y0, x1, y1 = edges
    if not (0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1):
        raise NotUnderstood(_("Left, top, right and bottom go from 0 to 100, the smaller first."))
    with closing(open_case(args)) as case:
        one = _known(case, args.version)
        record = found(case, args.record)
        pages = len(record.document.pages) if record.document else 0
        if not 1 <= args.page <= pages:
            raise NotUnderstood(
                _("“{title}” has no page {page}.").format(title=record.title, page=args.page)
            )
        why = WhyCovered(args.why)
        box = CoverUp(0, record.id, args.page, x0, y0, x1, y1, why, not args.only_here)
        with case.change(_("Cover a part of “{title}”").format(title=record.title)):
            number = case.versions.cover(one.id, box)
    voice.result({"box": number}, [_("Box {number} is there.").format(number=number)])
    return 0


def uncover(args: Namespace, voice: Voice) -> int:
    """Take a box away."""
    with closing(open_case(args)) as case:
        if args.box not in {box.id for one in case.versions.all() for box in one.cover_ups}:
            raise NotUnderstood(_("There is no box with the number {n}.").format(n=args.box))
        with case.change(_("Take a box away")):
            case.versions.uncover(args.box)
    voice.result({"box": None}, [_("Removed.")])
    return 0


def keep(args: Namespace, voice: Voice) -> int:
    """Say why a finding stays as it is."""
    with closing(open_case(args)) as case:
        one = _known(case, args.version)
        with case.change(_("Keep a finding as it is")):
            keep_key(case, one.id, args.code, args.record, args.why)
    voice.result({"code": args.code, "why": args.why}, [f"{args.code}: {args.why}"])
    return 0


def _start(case: CaseFile, args: Namespace) -> RecipientProfile:
    profile = RecipientProfile(0)
    if args.number is not None:
        known = case.recipients.get(args.number)
        if known is None:
            raise NotUnderstood(
                _("There is no recipient with the number {n}.").format(n=args.number)
            )
        profile = known
    if args.preset is None:
        return profile
    for one in load_presets():
        if one.id == args.preset:
            return replace(profile, preset=one.id, wishes=one.wishes)
    raise NotUnderstood(_("There is no preset “{code}”.").format(code=args.preset))


def _with_wishes(wishes: Wishes, typed: list[str]) -> Wishes:
    texts = to_text(wishes)
    for one in typed:
        name, _equals, value = one.partition("=")
        texts[name.strip().replace("-", "_")] = value.strip()
    try:
        return from_text(Wishes, texts, strict=True)
    except ValueError as problem:
        raise NotUnderstood(_("This wish is not known: {what}.").format(what=problem)) from problem


def _known(case: CaseFile, number: int) -> Version:
    one = case.versions.get(number)
    if one is None:
        raise NotUnderstood(_("There is no version with the number {n}.").format(n=number))
    return one


def _new(case: CaseFile, args: Namespace) -> Version:
    if args.recipient is None:
        return Version(name=args.name)
    profile = case.recipients.get(args.recipient)
    if profile is None:
        raise NotUnderstood(
            _("There is no recipient with the number {n}.").format(n=args.recipient)
        )
    return start_version(case.snapshot(), profile, today=date.today(), name=args.name)


def _chosen(case: CaseFile, one: Version, args: Namespace) -> Version:
    """Put what was typed into a version."""
    given: dict[str, object] = {}
    for name, kind in (
        ("name", str),
        ("recipient", int),
        ("identity", Identity),
        ("pseudonym", str),
        ("first_opinion", FirstOpinion),
        ("pictures", Pictures),
        ("text_layer", TextLayer),
        ("paper", str),
        ("most_questions", int),
        ("most_pages", int),
        ("volumes", Volumes),
        ("most_megabytes", _megabytes),
    ):
        if (value := getattr(args, name)) is not None:
            given[name] = kind(value)
    if args.dividers is not None:
        given["dividers"] = _DIVIDERS[args.dividers]
    for name in ("oldest_first", "earlier_reports", "by_email", "locked"):
        if (value := getattr(args, name)) is not None:
            given[name] = value == "yes"
    selections = {selection.record: selection for selection in one.selections}
    for text in args.take:
        number, _colon, pages = text.partition(":")
        record = found(case, _number(number))
        chosen = typed_pages(pages, record) if pages else ()
        selections[record.id] = Selection(record.id, included=True, pages=chosen)
    for text in args.leave:
        number, _colon, why = text.partition(":")
        record = found(case, _number(number))
        selections[record.id] = Selection(record.id, included=False, why=why)
    for number in args.as_it_is:
        selections.pop(number, None)
    return replace(one, **given, selections=tuple(selections[key] for key in sorted(selections)))  # type: ignore[arg-type]


def _megabytes(number: float) -> float:
    if not 0 <= number <= _MOST_MEGABYTES:  # no number at all is no answer either
        raise NotUnderstood(
            _("Write a number of megabytes from 0 to {most}.").format(most=_MOST_MEGABYTES)
        )
    return number


def _number(text: str) -> int:
    if not text.strip().isdecimal():
        raise NotUnderstood(_("Write the number of a record, such as 4 or 4:1-3."))
    return int(text)


def _relate(case: CaseFile, record: int, relation: Relation, other: int) -> None:
    if record == other:
        raise NotUnderstood(_("A record cannot replace or translate itself."))
    case.marks.relate(Related(record, relation, other))
