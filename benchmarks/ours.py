"""The program's own work, each piece as a process that can be timed.

`ours.py add CASE FOLDER`, `story CASE`, `journey CASE FOLDER`, `lay-out CASE FOLDER`,
`bind FOLDER`, `export CASE TARGET [PASSWORD [VERSION]]`. What they found comes as JSON on stdout.
"""

import json
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

STARTED = time.perf_counter()
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def add(case_path: str, folder: str) -> dict[str, object]:
    """Make a case and add every PDF of a folder, as `casepack add --yes` does."""
    from datetime import date

    from app.case.casefile import CaseFile
    from app.intake.confirm import confirm
    from app.intake.examine import examine
    from app.intake.proposal import Finding, Proposal
    from app.intake.tray import Tray
    from app.progress import Progress

    progress = Progress()
    asked: list[float] = []  # each document is stored when the next one is asked for
    others: list[Finding] = []

    def proposed(case: CaseFile, tray: Tray) -> Iterator[Proposal]:
        for finding in examine(
            sorted(Path(folder).glob("*.pdf")), case, tray, progress, today=date(2026, 11, 22)
        ):
            if isinstance(finding, Proposal):
                yield finding
                asked.append(time.perf_counter() - STARTED)
            else:
                others.append(finding)

    with closing(CaseFile.create(Path(case_path))) as case, Tray() as tray:
        records = confirm(case, proposed(case, tray), tray, progress)
        pages = sum(len(record.document.pages) for record in case.records.all() if record.document)
    return {
        "first_stored": asked[0],
        "records": len(records),
        "pages": pages,
        "not_added": [str(finding.path) for finding in others],
        "bytes": Path(case_path).stat().st_size,
    }


def story(case_path: str) -> dict[str, object]:
    """Give a case a patient, events and medicines, so that a dossier has pages of its own."""
    from app.case.casefile import CaseFile
    from app.model.partial_date import PartialDate
    from app.model.person import Patient
    from app.model.story import Event, EventKind, Medicine
    from app.model.voice import Cited

    with closing(CaseFile.open(Path(case_path))) as case, case.change("Story"):
        born = PartialDate.from_stored("1961-04-05")
        case.people.save(Patient(name="Robin Example", born=born))
        records = case.records.all()
        for number in range(100):
            when = PartialDate.from_stored(f"20{10 + number % 15}-{1 + number % 12:02}")
            cited = Cited(records[number % len(records)].id)
            text = f"Something happened on this day, the {number}. of its kind"
            case.timeline.add(Event(0, list(EventKind)[number % 5], when, text, cited))
        for number in range(20):
            case.medicines.add(Medicine(0, f"Medicine {number}", "10 mg", "once a day"))
        for number in range(8):
            case.questions.add(f"What do you think about point {number}?", top=number < 3)
    return {"records": len(records)}


def journey(case_path: str, folder: str) -> dict[str, object]:
    """Give a case all that the sample case has, every PDF of a folder, and two more versions.

    One has every choice that fits into one file, with boxes on twenty pages;
    the other is blind to the first opinion and goes into volumes.
    """
    import shutil
    from contextlib import ExitStack
    from datetime import date

    from app.case.casefile import CaseFile
    from app.intake.confirm import confirm
    from app.intake.examine import examine
    from app.intake.proposal import Proposal
    from app.intake.tray import Tray
    from app.model.recipient_profile import FirstOpinion, Identity
    from app.model.version import CoverUp, Version, Volumes
    from app.progress import Progress
    from app.sample.demo import make_demo

    path, progress, today = Path(case_path), Progress(), date(2026, 11, 22)
    demo = make_demo(path.with_suffix(".sample"), made=today, progress=progress)
    shutil.move(demo.case, path)
    with ExitStack() as open_now:
        case = open_now.enter_context(closing(CaseFile.open(path)))
        tray = open_now.enter_context(Tray())
        files = sorted(Path(folder).glob("*.pdf"))
        found = examine(files, case, tray, progress, today=today)
        added = confirm(case, (one for one in found if isinstance(one, Proposal)), tray, progress)
        boxed = list(added.values())[:20]
        boxes = (CoverUp(0, one, 1, 0.1, 0.1, 0.5, 0.2, everywhere=False) for one in boxed)
        with case.change("Versions"):
            whole = case.versions.add(
                Version(
                    name="All in one",
                    identity=Identity.COVER,
                    dividers=True,
                    earlier_reports=True,
                    cover_ups=tuple(boxes),
                )
            )
            parts = case.versions.add(
                Version(
                    name="Blind, in volumes",
                    first_opinion=FirstOpinion.BLIND,
                    identity=Identity.COVER,
                    volumes=Volumes.BY_SIZE,
                    most_megabytes=100.0,
                )
            )
        records = len(case.records.all())
    shutil.rmtree(path.with_suffix(".sample"))
    return {"records": records, "added": len(added), "one": whole, "volumes": parts}


def lay_out(case_path: str, folder: str) -> dict[str, object]:
    """Put all that the binder needs into a folder: its order, our own pages, the renditions."""
    from datetime import date

    from app.case.casefile import CaseFile
    from app.dossier.export import Choices, prepare
    from app.dossier.frames import FRAME_MARGINS
    from app.worker.orders import Binding

    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with closing(CaseFile.open(Path(case_path))) as case:
        plan, layout = prepare(case, Choices(made=date(2026, 11, 22)))
        names = tuple(f"source{index}.pdf" for index in range(len(layout.renditions)))
        for name, sha256 in zip(names, layout.renditions, strict=True):
            (target / name).write_bytes(case.documents.data(sha256))
    (target / "own.pdf").write_bytes(layout.own)
    binding = Binding(
        own="own.pdf",
        sources=names,
        pages=layout.pages,
        frames=layout.frames,
        links=layout.links,
        bookmarks=layout.bookmarks,
        paper=plan.paper.value,
        frame_margins=FRAME_MARGINS,
        title=plan.title,
        language=plan.language,
        result="bound.pdf",
        made=plan.made.isoformat(),
        elements=layout.elements,
    )
    (target / "order.pickle").write_bytes(pickle.dumps(binding))
    own = sum(page.source < 0 for page in layout.pages)
    return {"sources": list(names), "own_pages": own, "pages": len(layout.pages)}


def bind(folder: str) -> dict[str, object]:
    """Bind what `lay_out` put into a folder, in this very process."""
    from app.worker.binding import bind as bind_pages

    binding = pickle.loads((Path(folder) / "order.pickle").read_bytes())
    bind_pages(Path(folder), binding, lambda _done, _total: None)
    return {"pages": len(binding.pages)}


def export(
    case_path: str, target: str, password: str = "", version: str = "0"
) -> dict[str, object]:
    """Make the dossier of a case, checks and all."""
    from datetime import date

    from app.case.casefile import CaseFile
    from app.dossier.export import Choices, export
    from app.progress import Progress

    steps: list[tuple[float, str]] = []

    def told(_done: int, _total: int, what: str) -> None:
        if not steps or steps[-1][1] != what:
            steps.append((round(time.perf_counter() - STARTED, 3), what))

    choices = Choices(made=date(2026, 11, 22), password=password, version=int(version))
    with closing(CaseFile.open(Path(case_path))) as case:
        done = export(case, Path(target), choices, Progress(told))
    names = [one.path.name for one in done.files]
    return {"pages": done.bound.pages, "bytes": done.bound.bytes, "files": names, "steps": steps}


WORK: dict[str, Callable[..., dict[str, object]]] = {
    "add": add,
    "story": story,
    "journey": journey,
    "lay-out": lay_out,
    "bind": bind,
    "export": export,
}

if __name__ == "__main__":
    print(json.dumps(WORK[sys.argv[1]](*sys.argv[2:])))
