"""Taking in what a person said yes to."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from app.case.casefile import CaseFile
from app.case.documents import Source
from app.intake.proposal import About, Proposal
from app.intake.tray import Tray, pieces
from app.model.inside import NOTHING_INSIDE
from app.model.same_person import OTHER_PERSON
from app.model.sensitivity import Sensitivity
from app.model.version import MAIN
from app.phrases import _
from app.progress import Progress


def confirm(
    case: CaseFile, proposals: Iterable[Proposal], tray: Tray, progress: Progress
) -> dict[Path, int]:
    """Add a record for each proposal and give the records' ids by path.

    The documents go in one by one, by slices; the records appear together,
    as one step that can be undone. Stopping, or a full disk, adds none. What somebody
    answered about a paper that names another person is kept with it: one about
    a relative is marked as such and stays out of dossiers.
    """
    taken: list[Proposal] = []
    for proposal in proposals:
        _keep(case, proposal, progress)
        tray.drop(proposal.original)
        tray.drop(proposal.rendition)
        # its words are kept now; those of a whole batch would fill the memory
        taken.append(replace(proposal, texts=(), picture=b"", inside=NOTHING_INSIDE))
    if not taken:
        return {}
    with case.change(_label(len(taken))):
        return {proposal.path: _add(case, proposal) for proposal in taken}


def _add(case: CaseFile, proposal: Proposal) -> int:
    record = case.records.add(
        proposal.title,
        kind=proposal.kind,
        dates=proposal.dates,
        source=proposal.source,
        document=proposal.document.sha256,
    )
    if proposal.whose is About.RELATIVE:
        case.marks.set_sensitivities(record, (Sensitivity.OTHER_PERSON,))
    elif proposal.whose is About.PATIENT:
        why = _("When it was added, you said that it is about the patient.")
        for one in proposal.named:
            case.versions.keep_finding(MAIN.id, f"{OTHER_PERSON}#{one.key}", record, why)
            case.people.know_name(one)
    return record


def _keep(case: CaseFile, proposal: Proposal, progress: Progress) -> None:
    document, rendition = proposal.document, proposal.rendition
    case.documents.store(
        document,
        proposal.texts,
        proposal.picture,
        _source(proposal.original, document.sha256),
        _source(rendition, document.rendition) if rendition else None,
        progress,
        proposal.inside,
    )


def _source(path: Path, sha256: str) -> Source:
    return Source(sha256, path.stat().st_size, lambda: pieces(path))


def _label(count: int) -> str:
    return _("Add 1 record") if count == 1 else _("Add {count} records").format(count=count)
