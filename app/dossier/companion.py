"""Makes the companion pack: the PDF with its tables and original files, for a stick."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.case.casefile import CaseFile
from app.dossier.export import Choices, Exported, export_plan, plan_of
from app.dossier.pack.originals import LeftOriginal, Originals, choose_originals
from app.dossier.pack.ours import is_zip, spare_what_is_no_pack
from app.dossier.pack.page import NAME, Contents, first_page
from app.dossier.pack.place import PackedFile, put_pack_in_place, stage_beside
from app.dossier.pack.table_file import TableFile
from app.dossier.pack.tables import make_tables
from app.dossier.plan import DossierPlan
from app.errors import DossierFaulty
from app.model.build import Build, BuiltFile
from app.phrases import _
from app.progress import Progress
from app.worker.spellings import finder, flat


@dataclass(frozen=True, slots=True)
class Companion:
    """A finished pack: all of its files in order, and what it does not have.

    `build` is the id of what the case keeps of it; the paths in `exported` are gone.
    `originals` says which original files are in it, and which stay out and
    why. With `locked` the PDF has a password, and nothing else that tells of
    the patient is in the pack.
    """

    exported: Exported
    build: int
    files: tuple[PackedFile, ...]
    originals: Originals
    locked: bool

    @property
    def originals_left(self) -> tuple[LeftOriginal, ...]:
        """The records that are in the PDF and whose original files stay out."""
        return self.originals.left


def make_companion(
    case: CaseFile,
    folder_or_zip: Path,
    choices: Choices,
    progress: Progress,
    *,
    originals: bool = True,
    originals_unlocked: bool = False,
) -> Companion:
    """Make the pack of a case as it is now. Raises what `pack_plan` and `plan_of` raise."""
    return pack_plan(
        plan_of(case, choices),
        case,
        folder_or_zip,
        choices,
        progress,
        originals=originals,
        originals_unlocked=originals_unlocked,
    )


def pack_plan(
    plan: DossierPlan,
    case: CaseFile,
    folder_or_zip: Path,
    choices: Choices,
    progress: Progress,
    *,
    originals: bool = True,
    originals_unlocked: bool = False,
) -> Companion:
    """Make a dossier that was decided before, with its companions, at `folder_or_zip`.

    A name that ends in .zip gives a ZIP, any other a folder. In it are
    index.html, the PDF, "tables", "originals" and SHA256SUMS. An original
    file goes in only where the PDF shows all of its pages and hides nothing,
    and none without `originals`. With a password for the PDF, tables and originals stay out unless
    `originals_unlocked`. The case keeps the build, with all files of the pack.

    The pack comes to its place whole or not at all; one that was there before
    is replaced, anything else is not. Raises FolderNotWritable, DiskFull,
    CaseDamaged when an original is damaged, DossierFaulty when a table holds
    a name that the version hides, and all that `export` raises; then what was
    at `folder_or_zip` is still there.
    """
    spare_what_is_no_pack(folder_or_zip)
    locked = bool(choices.password) and not originals_unlocked
    builds: list[Build] = []
    with stage_beside(folder_or_zip, progress) as stage:
        pdf = stage.folder / f"Dossier_{plan.made.isoformat()}.pdf"
        exported = export_plan(plan, case, pdf, choices, progress, keep=builds.append)
        (build,) = builds
        chosen = choose_originals(plan, locked=locked, wanted=originals)
        tables = () if locked else make_tables(plan, exported.layout, chosen)
        _without_names(tables, plan.hidden_names)
        pdfs = tuple((one.name, one.pages) for one in build.files)
        stage.expected = len(pdfs) + len(tables) + len(chosen.going) + 2
        page = first_page(Contents(plan, pdfs, tables, chosen, locked))
        stage.add(NAME, [page.encode()])
        for made in build.files:
            stage.adopt(PackedFile(made.name, made.sha256, made.bytes))
        for table in tables:
            stage.add(table.name, [table.data])
        for original in chosen.going:
            stage.add(original.name, case.documents.pieces(original.document.sha256))
        stage.seal()
        files = tuple(stage.files)
        put_pack_in_place(stage, folder_or_zip, plan.made, progress)
    kept = replace(build, files=(*build.files, *_beside(files, build, folder_or_zip)))
    return Companion(exported, case.builds.keep(kept), files, chosen, locked)


def _beside(files: Iterable[PackedFile], build: Build, target: Path) -> Iterable[BuiltFile]:
    """Give what stands beside the PDF, and the ZIP itself at the end: it is what is sent."""
    pdfs = {one.name for one in build.files}
    for one in files:
        if one.name not in pdfs:
            yield BuiltFile(one.name, one.sha256, one.bytes, 0)
    if is_zip(target):
        with target.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        yield BuiltFile(target.name, digest, target.stat().st_size, 0)


def _without_names(tables: Iterable[TableFile], hidden: tuple[str, ...]) -> None:
    """Look for the names behind a pseudonym in all tables, as `export` does in the PDF."""
    if not hidden:
        return
    for table in tables:
        _head, _end, lines = table.data.decode("utf-8-sig").partition("\r\n")
        written = flat(lines)
        if found := [name for name in hidden if finder(name)(written)]:
            text = _(
                "The pack was not made: “{name}” stands in the table “{table}”. "
                "Change it before you send this version."
            )
            raise DossierFaulty(text.format(name=found[0], table=table.title))
