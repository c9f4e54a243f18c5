"""From a laid-out dossier to one finished, checked PDF in its place."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from app.dossier.changed_pages import cover_pages, lighten_sources
from app.dossier.frames import FRAME_MARGINS
from app.dossier.layout import Layout
from app.dossier.plan import DossierPlan
from app.dossier.reading_back import Bound, binding_room, readers
from app.dossier.whole_file import full_told, put_in_place
from app.model.version import Pictures
from app.phrases import _, phrases
from app.progress import Progress
from app.worker.orders import Binding
from app.worker.page_orders import Sought
from app.worker.page_room import PageRoom

_OWN = "own.pdf"
_RESULT = "dossier.pdf"

Fetch = Callable[[str], Iterator[bytes]]


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
    with readers() as others:
        finished = others.seeing.folder / _RESULT
        with binding_room(others) as first, full_told(target):
            files = gather(first, renditions, fetch, plan.version.pictures, progress)
            layout = laid()
            if layout.renditions != renditions:
                raise RuntimeError("the layout has other renditions than were gathered")
            others.get_ready()
            sought = bind_there(
                first,
                layout,
                plan,
                files,
                finished,
                progress,
                password=password,
                reproducible=reproducible,
            )
        bound = others.check(layout, _RESULT, sought, progress, password)
        progress.step(0, 1, _("Saving the dossier"))
        put_in_place(finished, target)
    return bound


def gather(
    room: PageRoom,
    renditions: tuple[str, ...],
    fetch: Fetch,
    pictures: Pictures,
    progress: Progress,
) -> dict[str, str]:
    """Write renditions into a room, their pictures as light as wanted; give the file of each."""
    files = dict(zip(renditions, _sources(len(renditions)), strict=True))
    for index, (sha256, name) in enumerate(files.items()):
        progress.step(index, len(files), _("Gathering the records"))
        with (room.folder / name).open("wb") as file:
            for chunk in fetch(sha256):
                file.write(chunk)
    lighten_sources(room, tuple(files.values()), pictures, progress)
    return files


def bind_there(
    room: PageRoom,
    layout: Layout,
    plan: DossierPlan,
    files: Mapping[str, str],
    finished: Path,
    progress: Progress,
    *,
    password: str = "",
    reproducible: bool = False,
) -> tuple[Sought, ...]:
    """Bind a layout in a room and move the file to `finished`, which nobody checked yet.

    `files` names the file in the room of each rendition. Gives the words that
    must not be in the finished file.
    """
    names = (
        *(files[sha256] for sha256 in layout.renditions),
        *(f"covered{index}.pdf" for index in range(len(layout.covers))),
    )
    sought = (
        *cover_pages(
            room, layout.covers, names, plan.version.text_layer, progress, plan.hidden_names
        ),
        *(Sought(name, spelt=True) for name in plan.hidden_names),
    )
    (room.folder / _OWN).write_bytes(layout.own)
    room.bind(_order(layout, plan, names, password=password, reproducible=reproducible), progress)
    shutil.move(room.folder / _RESULT, finished)
    return sought


def _order(
    layout: Layout,
    plan: DossierPlan,
    names: tuple[str, ...],
    *,
    password: str,
    reproducible: bool,
) -> Binding:
    title = plan.title
    if layout.volume and not layout.volume.all_at_once:
        words = phrases(plan.language)("{title}, volume {number} of {count}")
        title = words.format(title=title, number=layout.volume.number, count=layout.volume.count)
    return Binding(
        own=_OWN,
        sources=names,
        pages=layout.pages,
        frames=layout.frames,
        links=layout.links,
        bookmarks=layout.bookmarks,
        paper=plan.paper.value,
        frame_margins=FRAME_MARGINS,
        title=title,
        language=plan.language,
        result=_RESULT,
        password=password,
        reproducible=reproducible,
        made=plan.made.isoformat(),
        elements=layout.elements,
        labels=layout.labels,
    )


def _sources(count: int) -> tuple[str, ...]:
    return tuple(f"source{index}.pdf" for index in range(count))
