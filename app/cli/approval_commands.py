"""Note what the client said to a copy for review, list the answers, take one away."""

import hashlib
from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path

from app.case.casefile import CaseFile
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import typed_date
from app.dossier.approving import standing_words
from app.dossier.export import Choices, plan_of
from app.errors import DossierBlocked, FileUnreadable, NotUnderstood
from app.model.build import Build
from app.model.journey.approving import NOT_USED, Approved, Reviewed, reviewed
from app.model.journey.decision import Approval
from app.phrases import _


def add(args: Namespace, voice: Voice) -> int:
    """Note an answer and say its number."""
    who = args.who.strip()
    if not who:
        raise NotUnderstood(_("Say who answered. Nothing was added."))
    with closing(open_case(args)) as case:
        copy = _copy(case, args)
        answer = Approval(
            0,
            version=copy.version,
            file_sha256=copy.file_sha256,
            yes=args.answer == "yes",
            who=who,
            how=args.how.strip(),
            dated=typed_date(args.on or date.today().isoformat()),
            note=args.note.strip(),
        )
        with case.change(_("Note the client’s answer")):
            number = case.journey.approvals.add(answer)
    voice.result(
        {"approval": number, "version": copy.version, "sha256": copy.file_sha256},
        [_("Added as number {number}.").format(number=number)],
    )
    return 0


def every(args: Namespace, voice: Voice) -> int:
    """List the answers in the order of noting, and how each version stands now."""
    with closing(open_case(args)) as case:
        answers = case.journey.approvals.all()
        standing = {one.id: _standing(case, one.id) for one in case.versions.all()}
    words = {number: standing_words(one) for number, one in standing.items()}
    voice.result(
        {
            "approvals": [_json(one) for one in answers],
            "versions": [
                {"version": number, "standing": one.standing.value}
                for number, one in standing.items()
            ],
        },
        [
            *([_line(one) for one in answers] or [_("No answer is noted yet.")]),
            *(
                _("Version {n}: {words}").format(n=number, words=said)
                for number, said in words.items()
                if said
            ),
        ],
    )
    return 0


def remove(args: Namespace, voice: Voice) -> int:
    """Take an answer away."""
    with closing(open_case(args)) as case:
        if case.journey.approvals.get(args.number) is None:
            words = _("There is no answer with the number {number}.")
            raise NotUnderstood(words.format(number=args.number))
        with case.change(_("Remove the client’s answer")):
            case.journey.approvals.remove(args.number)
    voice.result({"approval": args.number}, [])
    return 0


def _copy(case: CaseFile, args: Namespace) -> Reviewed:
    """Give the copy that was looked at: that of the file, or the newest of the version."""
    builds = case.builds.for_review()
    if args.file is not None:
        sha256 = _sha256(args.file)
        found = _first(one for one in builds if sha256 in {file.sha256 for file in one.files})
        if found is None:
            text = _("“{name}” is no copy for review that this case made.")
            raise NotUnderstood(text.format(name=args.file.name))
        return found
    known = [one for one in map(reviewed, builds) if one and one.version == args.version]
    if not known:
        raise NotUnderstood(
            _("There is no copy for review of this version yet. Make one: export --review-copy.")
        )
    return known[0]


def _first(builds: Iterable[Build]) -> Reviewed | None:
    return next(filter(None, map(reviewed, builds)), None)


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        text = _("“{name}” cannot be opened.")
        raise FileUnreadable(text.format(name=file.name)) from error


def _standing(case: CaseFile, version: int) -> Approved:
    try:
        return plan_of(case, Choices(made=date.today(), version=version)).approved
    except DossierBlocked:  # nothing goes into it yet, so nobody can be asked
        return NOT_USED


def _json(one: Approval) -> dict[str, object]:
    return {
        "approval": one.id,
        "version": one.version,
        "sha256": one.file_sha256,
        "yes": one.yes,
        "who": one.who,
        "how": one.how,
        "on": one.dated.stored(),
        "note": one.note,
    }


def _line(one: Approval) -> str:
    answer = _("yes") if one.yes else _("no")
    parts = [one.who, answer, one.dated.shown() if one.dated.known else "", one.how, one.note]
    words = " · ".join(part for part in parts if part)
    return _("{id}  version {version}: {words}").format(id=one.id, version=one.version, words=words)
