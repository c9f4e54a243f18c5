"""A whole case put away, or handed over: one ZIP or folder that can be checked without us."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.case.casefile import SUFFIX, CaseFile
from app.dossier.pack.cells import csv_bytes
from app.dossier.pack.names import free_name, safe_name
from app.dossier.pack.page import SUMS
from app.dossier.pack.place import PackedFile, Stage, put_pack_in_place, stage_beside
from app.dossier.prints.calendar_file import due_table
from app.dossier.prints.sharing_report import sharing_report, sharing_table
from app.dossier.whole_file import not_writable
from app.errors import FolderNotWritable
from app.model.build import Build
from app.model.journey.due import due_list
from app.model.journey.sharing import shared_in
from app.phrases import _
from app.progress import Progress

ORIGINALS = "originals"
README = "README.txt"


@dataclass(frozen=True, slots=True)
class Archive:
    """A finished archive: its files in order; `locked` when the case file alone tells of all."""

    files: tuple[PackedFile, ...]
    originals: int
    locked: bool


def make_archive(
    case: CaseFile,
    target: Path,
    progress: Progress,
    *,
    made: date,
    handing_over: bool = False,
    unlocked: bool = False,
) -> Archive:
    """Put the whole case into `target`: a ZIP if it ends in .zip, else a folder.

    In it are the case file, all original files as they came in, a list of
    the dossiers that were made, README.txt, and SHA256SUMS, which
    `sha256sum -c` of GNU coreutils accepts; `handing_over` adds the sharing
    log and what is due, and takes the copy off the board that the case is on.
    A case with a password keeps it, and then nothing that can be read without
    it lies beside the case file, unless `unlocked`.

    `target` must be free. Raises FolderNotWritable, DiskFull, CaseDamaged for
    an original that is damaged, or Cancelled; then nothing is left of it.
    """
    _must_be_free(target)
    locked = case.has_password and not unlocked
    with stage_beside(target, progress) as stage:
        stage.add(README, [_readme(handing_over=handing_over, locked=locked).encode()])
        _case_file(case, stage, target, progress, off_board=handing_over)
        count = 0
        if not locked:
            count = _originals(case, stage)
            stage.add("dossiers.csv", [_dossiers(case.builds.all())])
            if handing_over:
                _lists(case, stage, made)
        stage.seal()
        files = tuple(stage.files)
        _must_be_free(target)  # it took a while: somebody may have used the name
        put_pack_in_place(stage, target, made, progress, marked=False)
    return Archive(files, count, locked)


def _must_be_free(target: Path) -> None:
    if target.suffix.lower() in (SUFFIX, ".pdf"):
        text = _("“{name}” is no name for an archive. Choose a folder, or a name ending in .zip.")
        raise FolderNotWritable(text.format(name=target.name))
    if target.exists() or target.is_symlink():
        text = _("“{name}” is there already. An archive replaces nothing. Choose another name.")
        raise FolderNotWritable(text.format(name=target.name))


def _case_file(
    case: CaseFile, stage: Stage, target: Path, progress: Progress, *, off_board: bool
) -> None:
    """Put a whole copy of the case in, under its own name as far as every system takes it."""
    progress.step(0, 1, _("Copying the case"))
    copy = stage.folder / f"{safe_name(case.path.stem, '')}{SUFFIX}"
    case.back_up(copy, off_board=off_board)
    try:
        with copy.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        stage.adopt(PackedFile(copy.name, digest, copy.stat().st_size))
    except OSError as problem:  # the stick was pulled out
        raise not_writable(target) from problem


def _originals(case: CaseFile, stage: Stage) -> int:
    """Put each original in once, also of records in the bin, checked as it is read."""
    records = [*case.records.all(), *case.records.in_bin()]
    documents = {one.document.sha256: one.document for one in records if one.document}
    stage.expected = len(documents) + 6
    taken: set[str] = set()
    for document in documents.values():
        name = free_name(safe_name(document.name, document.media_type), taken)
        stage.add(f"{ORIGINALS}/{name}", case.documents.pieces(document.sha256))
    return len(documents)


def _dossiers(builds: list[Build]) -> bytes:
    head = (_("Made on"), _("Version"), _("Build"), _("For whom"), _("File"), _("SHA-256"))
    return csv_bytes(head, list(_dossier_rows(builds)))


def _dossier_rows(builds: list[Build]) -> Iterator[tuple[str, ...]]:
    for build in builds:
        for file in build.files:
            yield (
                build.made.isoformat(sep=" ", timespec="minutes"),
                build.version_name or _("First version"),
                str(build.number),
                build.recipient,
                file.name,
                file.sha256,
            )


def _lists(case: CaseFile, stage: Stage, made: date) -> None:
    told, log = case.snapshot(), case.sharing.all()
    shared = shared_in(log, case.builds.all())
    stage.add("sharing-log.csv", [sharing_table(shared)])
    stage.add("sharing-log.pdf", [sharing_report(shared, told.patient, made=made)])
    stage.add("due.csv", [due_table(due_list(told, log), today=made)])


def _readme(*, handing_over: bool, locked: bool) -> str:
    """Say what lies here, without a word of whose case it is."""
    lines = [
        _("This is a whole case of Casepack, a program that puts medical records together."),
        _("It holds private medical records. Keep it where only those can read it who may."),
        "",
        _("The file that ends in {suffix} is the case. Open it with Casepack.").format(
            suffix=SUFFIX
        ),
    ]
    if locked:
        lines += [
            _("It asks for the password of the case. Without it nobody can open it."),
            _("Everything is inside it, also the original files. Nothing else is beside it."),
        ]
    else:
        lines += [
            _("“{folder}” holds every file as it came in.").format(folder=ORIGINALS),
            _("“dossiers.csv” lists the PDFs that were made. They are not in here."),
        ]
        if handing_over:
            lines.append(_("“sharing-log” says who holds which copy, “due.csv” what has a day."))
    lines += [
        "",
        _("To see whether all files are whole, open a command line here and type:"),
        f"    sha256sum -c {SUMS}",
        "",
    ]
    return "\n".join(lines)
