"""From paths to findings: copy, look in the sealed room, suggest, name what cannot go in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.case.casefile import CaseFile
from app.intake.desk import Desk, Looked
from app.intake.look_alikes import LookAlikes
from app.intake.names import name_of
from app.intake.proposal import About, Duplicate, Finding, Proposal, Unusable
from app.intake.propose import propose
from app.intake.repeats import repeated_pages
from app.intake.tray import Tray
from app.intake.walk import open_up
from app.model.record import Document
from app.phrases import _
from app.progress import Progress
from app.worker.orders import Examination, Refusal, Refused

TRIES = 3  # for the password of one file

AskPassword = Callable[[str, bool], str | None]
"""Gets a file's name and whether a password was tried in vain; None gives up."""


def examine(
    paths: list[Path],
    case: CaseFile,
    tray: Tray,
    progress: Progress,
    *,
    today: date,
    ask_password: AskPassword | None = None,
) -> Iterator[Finding]:
    """Give one finding for every file behind `paths`, in order; nothing is saved.

    Proposals keep their copies in `tray`. Raises Cancelled when `progress`
    says so; FolderNotWritable and SealedRoomFailure when no room can be made.
    """
    seen: dict[str, Path] = {}
    with Desk(tray, progress) as desk:
        places = list(open_up(paths))
        look_alikes = LookAlikes(case)
        patient, known = case.people.patient(), case.people.known_names()
        for done, looked in enumerate(desk.look_at(places)):
            progress.step(done, len(places), name_of(looked.path))
            if isinstance(looked, Looked):
                opened = _unlocked(looked, desk, ask_password)
                finding = _known(opened, case, seen) or _unusable(opened)
                if finding is None and isinstance(opened.found, Examination):
                    seen[opened.copied.sha256] = opened.path
                    bare = _bare(opened, opened.found)
                    proposal = _as_answered(propose(bare, patient, today), known)
                    yield replace(
                        proposal,
                        looks_like=look_alikes.of(proposal.texts),
                        reads_like=look_alikes.in_batch(proposal.path, proposal.texts),
                        repeats=repeated_pages(proposal.texts),
                    )
                    continue
                _forget(opened, tray)
                if finding is not None:
                    yield finding
            else:
                yield looked
    progress.step(len(places), len(places), "")


def _known(looked: Looked, case: CaseFile, seen: dict[str, Path]) -> Duplicate | None:
    sha256 = looked.copied.sha256
    records = case.records.with_document(sha256)
    shown = [record for record in records if not case.records.is_in_bin(record.id)]
    if records:
        record = (shown or records)[0]
        return Duplicate(looked.path, record.id, in_bin=not shown)
    if sha256 in seen:
        return Duplicate(looked.path, None, same_as=seen[sha256])
    return None


def _unlocked(looked: Looked, desk: Desk, ask: AskPassword | None) -> Looked:
    for attempt in range(TRIES if ask else 0):
        if not (isinstance(looked.found, Refused) and looked.found.why is Refusal.LOCKED):
            break
        password = ask(name_of(looked.path), attempt > 0) if ask else None
        if password is None:
            break
        looked = desk.look_again(looked, password)
    return looked


def _bare(looked: Looked, found: Examination) -> Proposal:
    document = Document(
        sha256=looked.copied.sha256,
        name=name_of(looked.path),
        media_type=found.media_type,
        size=looked.copied.size,
        rendition=(looked.rendition or looked.copied).sha256,
        pages=found.pages,
        remarks=found.remarks,
    )
    return Proposal(
        path=looked.path,
        document=document,
        texts=found.texts,
        inside=found.inside,
        title=Path(name_of(looked.path)).stem,
        original=looked.copied.path,
        rendition=looked.rendition.path if looked.rendition else None,
        picture=looked.picture,
    )


def _as_answered(proposal: Proposal, known: frozenset[str]) -> Proposal:
    """Ask nothing about names of which somebody said before that they are the patient's."""
    said = bool(proposal.named) and all(one.key in known for one in proposal.named)
    return replace(proposal, whose=About.PATIENT) if said else proposal


def _unusable(looked: Looked) -> Unusable | None:
    if not isinstance(looked.found, Refused):
        return None
    why, name = looked.found.why, name_of(looked.path)
    words = sentence(why, looked.found.detail).format(name=name)
    return Unusable(looked.path, words, why is Refusal.LOCKED)


def sentence(why: Refusal, detail: str = "") -> str:
    """Give what to say of a file that the sealed room refused; `{name}` stands for its name.

    `detail` is that of the refusal; most need no words of their own.
    """
    if detail == "letters":
        return _(
            "“{name}” is written in letters that our fonts lack. "
            "Print it to a PDF, then add the PDF."
        )
    if detail == "code":
        return _(
            "“{name}” was saved in an old form that we cannot read for sure. "
            "Print it to a PDF, then add the PDF."
        )
    return {
        Refusal.EMPTY: _("“{name}” is empty. Save or download it again, then add it."),
        Refusal.LOCKED: _(
            "“{name}” is locked with a password. Type the password, or leave this file out."
        ),
        Refusal.DAMAGED: _(
            "We could not open “{name}”. The file may be damaged. "
            "Ask for a new copy, or take a photo of the paper."
        ),
        Refusal.TOO_LARGE: _(
            "“{name}” is larger than can be read safely. Ask for it in smaller parts."
        ),
        Refusal.UNSAFE: _(
            "“{name}” could not be read safely, so it was kept as it is, outside the case. "
            "Ask for a new copy, or take a photo of the paper."
        ),
        Refusal.NOT_SUPPORTED: _(
            "“{name}” is not a PDF, a photo or a text. "
            "Ask for it as PDF, or take a photo of the paper."
        ),
        Refusal.NO_PAGES: _("“{name}” has no pages. Ask for a new copy."),
    }[why]


def _forget(looked: Looked, tray: Tray) -> None:
    tray.drop(looked.copied.path)
    tray.drop(looked.rendition.path if looked.rendition else None)
