"""The whole way from an open case to a dossier on the disk."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.case.casefile import SUFFIX, CaseFile
from app.content.load import load_content
from app.dossier.added_since import with_added
from app.dossier.approving import with_approval
from app.dossier.bind import bind_dossier
from app.dossier.bind_volumes import BoundFile, alone_in, bind_volumes, too_large
from app.dossier.blind_checks import stop_for_first_doctor
from app.dossier.building import build_of
from app.dossier.findings import Level, Line
from app.dossier.inner import with_insides
from app.dossier.lay_out import lay_out
from app.dossier.layout import Layout
from app.dossier.person_checks import NamedInside, check_people, stop_for_others
from app.dossier.plan import DossierPlan, Paper
from app.dossier.planning import plan_dossier
from app.dossier.preflight import preflight
from app.dossier.reading_back import Bound
from app.dossier.replacing import with_replaced
from app.dossier.sizes import RenditionSizes, file_sizes
from app.dossier.version_checks import password_words
from app.dossier.weight import most_bytes
from app.dossier.whole_records import check_originals, naming_records
from app.errors import CaseDamaged, DossierBlocked, FolderNotWritable
from app.model.build import Build
from app.model.recipient_profile import Answer
from app.model.version import MAIN, Volumes
from app.phrases import _
from app.progress import Cancelled, Progress


@dataclass(frozen=True, slots=True)
class Choices:
    """How one dossier is to be made; `paper` holds where the version names none."""

    made: date
    paper: Paper = Paper.A4
    password: str = ""
    reproducible: bool = False
    version: int = MAIN.id


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished dossier: where everything stands in it, and what stayed behind.

    Of several files `layout` is that of the first, whose `places` tell of all
    records; `bound` counts them all, and its sha256 is that of the first.
    `notices` are sentences about files that could not be as they should.
    """

    plan: DossierPlan
    layout: Layout
    bound: Bound
    files: tuple[BoundFile, ...]
    notices: tuple[str, ...] = ()


def plan_of(case: CaseFile, choices: Choices) -> DossierPlan:
    """Decide a dossier in full, as the case is now.

    Raises DossierBlocked when there is nothing to put in, or when its
    version is gone.
    """
    version = case.versions.get(choices.version)
    if version is None:
        raise DossierBlocked(_("This version of the dossier was removed. Choose another one."))
    profile = None if version.recipient is None else case.recipients.get(version.recipient)
    plan = plan_dossier(
        case.snapshot(),
        made=choices.made,
        paper=choices.paper,
        version=version,
        recipient=profile.recipient if profile else None,
    )
    refused = profile is not None and profile.wishes.password is Answer.NO
    locked = version.locked or bool(choices.password)
    plan = replace(plan, no_password=refused, version=replace(plan.version, locked=locked))
    plan = with_replaced(plan, case.sharing.all(), case.builds.get)
    plan = with_added(plan, case.builds.last(version.id))
    plan = with_approval(plan, case.journey.approvals.all(), case.builds.for_review())
    return with_insides(plan, case.documents.insides)


def prepare(case: CaseFile, choices: Choices) -> tuple[DossierPlan, Layout]:
    """Decide and lay out a dossier without binding it. Raises DossierBlocked when it is empty."""
    plan = plan_of(case, choices)
    return plan, lay_out(plan, reproducible=choices.reproducible)


def check(case: CaseFile, choices: Choices) -> tuple[Line, ...]:
    """Give the preflight of a dossier; an empty case is one line that stops."""
    try:
        plan, layout = prepare(case, choices)
    except DossierBlocked as empty:
        return (Line("records.none", Level.STOP, str(empty)),)
    files = file_sizes(
        plan,
        layout,
        RenditionSizes(case.documents.size, case.documents.pieces),
        Progress(),
        most=most_bytes(plan.version),
        volumes=plan.version.volumes,
        pictures=plan.version.pictures,
    )
    return preflight(
        plan,
        layout,
        load_content(),
        lambda sha256: _is_whole(case, sha256),
        case.documents.texts,
        files,
        tuple(check_people(plan, case.people.patient(), NamedInside(case.documents.texts))),
    )


def export(case: CaseFile, target: Path, choices: Choices, progress: Progress) -> Exported:
    """Make the dossier of a case as it is now and put it at `target`, whole or not at all.

    Raises DossierBlocked when the case is empty, and all that `export_plan` raises.
    """
    return export_plan(plan_of(case, choices), case, target, choices, progress)


def export_plan(
    plan: DossierPlan,
    case: CaseFile,
    target: Path,
    choices: Choices,
    progress: Progress,
    keep: Callable[[Build], object] | None = None,
) -> Exported:
    """Make a dossier that was decided before; what changed in the case since does not reach it.

    A version that wants volumes may give several files, “name_vol1of3.pdf” and
    so on beside `target`; otherwise the file is `target`.

    The case keeps what was made: see `case.builds`. With `keep` that is left
    to the caller, who is given the build.

    Raises DossierBlocked, also for a record that names another patient until
    somebody said why it is right, and for words that name the first doctor in
    a version that is blind to the first opinion, CaseDamaged, DossierFaulty, DiskFull,
    FolderNotWritable, SealedRoomFailure or Cancelled; then what was at
    `target` before is still there. A case file is never replaced.
    """
    _spare_case_files(case, target)
    kept = case.versions.kept_findings(plan.version.id)
    named = NamedInside(case.documents.texts)
    stop_for_others(plan, case.people.patient(), named, kept, progress)
    stop_for_first_doctor(plan, kept)
    check_originals(plan, case.documents.pieces, progress)
    if plan.version.volumes is Volumes.ONE:
        files: tuple[BoundFile, ...] = (_one_file(plan, case, target, choices, progress),)
    else:
        files = bind_volumes(
            plan,
            _renditions(plan),
            naming_records(plan, case.documents.pieces),
            target,
            progress,
            password=choices.password,
            reproducible=choices.reproducible,
            spare=lambda path: _spare_case_files(case, path),
        )
    (keep or case.builds.keep)(
        build_of(
            plan,
            files[0].layout,
            tuple((one.path, one.bound) for one in files),
            locked=bool(choices.password),
            kept_reasons=kept,
        )
    )
    return Exported(plan, files[0].layout, _together(files), files, _notices(plan, choices, files))


def _one_file(
    plan: DossierPlan, case: CaseFile, target: Path, choices: Choices, progress: Progress
) -> BoundFile:
    def go_on(_done: int, _total: int) -> None:
        if progress.cancelled:
            raise Cancelled

    with ThreadPoolExecutor(1, "layout") as beside:  # the records are gathered meanwhile
        layout = beside.submit(lay_out, plan, reproducible=choices.reproducible, step=go_on)
        bound = bind_dossier(
            layout.result,
            _renditions(plan),
            plan,
            naming_records(plan, case.documents.pieces),
            target,
            progress,
            password=choices.password,
            reproducible=choices.reproducible,
        )
    return BoundFile(target, layout.result(), bound)


def _together(files: tuple[BoundFile, ...]) -> Bound:
    """Count the pages and bytes of all files."""
    return Bound(
        sum(one.bound.pages for one in files),
        sum(one.bound.bytes for one in files),
        files[0].bound.sha256,
    )


def _notices(plan: DossierPlan, choices: Choices, files: tuple[BoundFile, ...]) -> tuple[str, ...]:
    about = password_words(plan) if choices.password else _not_locked(plan)
    if plan.version.volumes is Volumes.ONE:
        return about
    alone = {alone_in(one.layout): one.bound.bytes for one in files}
    sizes = {record: size for record, size in alone.items() if record is not None}
    return (*about, *too_large(plan, sizes))


def _not_locked(plan: DossierPlan) -> tuple[str, ...]:
    if not plan.version.locked:
        return ()
    return (_("This version is to have a password, and none was given. Everybody can open it."),)


def _renditions(plan: DossierPlan) -> tuple[str, ...]:
    """Give the sha256 of each PDF that goes in, once, in the order of the records."""
    documents = [planned.record.document for planned in plan.records]
    return tuple(dict.fromkeys(one.rendition for one in documents if one))


def _spare_case_files(case: CaseFile, target: Path) -> None:
    is_this_case = target.exists() and target.samefile(case.path)
    if is_this_case or target.suffix.lower() == SUFFIX:
        raise FolderNotWritable(
            _("“{name}” is the name of a case file. Choose a name that ends in .pdf.").format(
                name=target.name
            )
        )


def _is_whole(case: CaseFile, sha256: str) -> bool:
    try:
        for _piece in case.documents.pieces(sha256):
            pass
    except CaseDamaged:
        return False
    return True
