"""From a laid-out dossier to one finished, checked PDF in its place."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from app.dossier.changed_pages import cover_pages, lighten_sources, nothing_left
from app.dossier.frames import FRAME_MARGINS
from app.dossier.layout import Layout
from app.dossier.plan import DossierPlan
from app.dossier.whole_file import disk_full, put_in_place
from app.errors import DossierFaulty
from app.phrases import _
from app.progress import Progress
from app.worker.orders import Binding, Reader, Verdict
from app.worker.page_orders import Sought
from app.worker.page_room import PageRoom
from app.worker.room import SealedRoom

_OWN = "own.pdf"
_RESULT = "dossier.pdf"
_SHOWN = 3  # sentences of a verdict that a person can take in

Fetch = Callable[[str], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Bound:
    """The finished dossier: its pages, its size in bytes and its sha256."""

    pages: int
    bytes: int
    sha256: str


def bind_dossier(
    laid: Callable[[], Layout],
    renditions: tuple[str, ...],
    plan: DossierPlan,
    fetch: Fetch,
    target: Path,
    progress: Progress,
    *,
    password: str = "",
    reproducible: bool = False,
) -> Bound:
    """Bind the layout of `laid` into one PDF at `target`, checked by other readers first.

    `laid` is asked when all `renditions`, the same as the layout's, are
    gathered: until then it may still be made beside. `fetch` gives the bytes
    of a rendition by its sha256, in chunks. With `reproducible` the same
    layout and plan give the same bytes; that and a password exclude each other.

    Raises DossierFaulty when a second reader finds a fault or words that the
    version hides, DiskFull, FolderNotWritable, SealedRoomFailure, or
    Cancelled; then `target` is what it was before and nothing is left over.
    """
    version = plan.version
    with PageRoom() as second:
        finished = second.folder / _RESULT
        with PageRoom() as first:
            try:
                _gather(first.folder, renditions, fetch, progress)
                lighten_sources(first, _sources(len(renditions)), version.pictures, progress)
                layout = laid()
                if layout.renditions != renditions:
                    raise RuntimeError("the layout has other renditions than were gathered")
                names = _sources(len(renditions) + len(layout.covers))
                sought = (
                    *cover_pages(first, layout.covers, names, version.text_layer, progress),
                    *(Sought(name) for name in plan.hidden_names),
                )
                (first.folder / _OWN).write_bytes(layout.own)
                order = _order(layout, plan, password=password, reproducible=reproducible)
                first.bind(order, progress)
                shutil.move(first.folder / _RESULT, finished)
            except OSError as problem:
                if full := disk_full(problem, target):
                    raise full from problem
                raise
        progress.step(0, 1, _("Checking the finished dossier"))
        digest = _checked(layout, second, progress, password)
        nothing_left(second, _RESULT, sought, progress, password)
        progress.step(0, 1, _("Saving the dossier"))
        size = finished.stat().st_size
        put_in_place(finished, target)
    return Bound(pages=len(layout.pages), bytes=size, sha256=digest)


def _checked(layout: Layout, second: SealedRoom, progress: Progress, password: str) -> str:
    """Let both readers read side by side, each in a room of its own; give the sha256.

    Raises DossierFaulty, and what `SealedRoom.verify` raises.
    """
    finished = second.folder / _RESULT
    with SealedRoom() as third, ThreadPoolExecutor(2) as beside:
        _lend(finished, third.folder / _RESULT)
        digest = beside.submit(_sha256, finished)
        followed = beside.submit(
            third.verify, _RESULT, progress, password=password, reader=Reader.LINKS
        )
        seen = second.verify(_RESULT, progress, password=password, reader=Reader.PAGES)
        _check(layout, followed.result(), seen)
        return digest.result()


def _lend(finished: Path, inside: Path) -> None:
    try:
        os.link(finished, inside)
    except OSError:  # a file system without links
        shutil.copyfile(finished, inside)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _order(layout: Layout, plan: DossierPlan, *, password: str, reproducible: bool) -> Binding:
    return Binding(
        own=_OWN,
        sources=_sources(len(layout.renditions) + len(layout.covers)),
        pages=layout.pages,
        frames=layout.frames,
        links=layout.links,
        bookmarks=layout.bookmarks,
        paper=plan.paper.value,
        frame_margins=FRAME_MARGINS,
        title=plan.title,
        language=plan.language,
        result=_RESULT,
        password=password,
        reproducible=reproducible,
        made=plan.made.isoformat(),
        elements=layout.elements,
    )


def _sources(count: int) -> tuple[str, ...]:
    return tuple(f"source{index}.pdf" for index in range(count))


def _gather(folder: Path, renditions: tuple[str, ...], fetch: Fetch, progress: Progress) -> None:
    total = len(renditions)
    for index, (sha256, name) in enumerate(zip(renditions, _sources(total), strict=True)):
        progress.step(index, total, _("Gathering the records"))
        with (folder / name).open("wb") as file:
            for chunk in fetch(sha256):
                file.write(chunk)


def _check(layout: Layout, followed: Verdict, seen: Verdict) -> None:
    """Raise DossierFaulty unless the second readers found all that was laid out."""
    sentences = [*seen.sentences, *followed.sentences]
    counts = (
        (_("pages"), len(layout.pages), seen.pages),
        (_("pages"), len(layout.pages), followed.pages),
        (_("links"), len(layout.links), followed.links),
        (_("bookmarks"), len(layout.bookmarks), followed.bookmarks),
    )
    for what, wanted, found in counts:
        if found != wanted:
            text = _("It should have {wanted} {what}, but {found} were found.")
            sentences.append(text.format(wanted=wanted, what=what, found=found))
    if seen.ok and followed.ok and not sentences:
        return
    text = _("The finished dossier did not pass the check, so it was not saved. {why}")
    raise DossierFaulty(text.format(why=" ".join(list(dict.fromkeys(sentences))[:_SHOWN])))
