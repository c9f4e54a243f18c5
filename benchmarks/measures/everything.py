"""The export of a long case with every feature on: the whole journey, boxes, volumes, blind."""

from figures import MIB, Figure, Report, against
from measures.exporting import BOUNDS, MEMORY_A_PAGE, MOST_MEMORY
from race import Contender, race, script
from setting import Setting, answer, counted, mergers, of, said

NAME = "everything"
USUAL, QUICK = (240, 6000), (12, 150)  # documents and pages


def measure(setting: Setting) -> Report:
    """Race two versions of a case with the sample's journey against merging its other pages."""
    corpus = setting.corpus(*(QUICK if setting.quick else USUAL))
    case = setting.work / "made" / f"{corpus.folder.name}-journey.casepack"
    case.parent.mkdir(exist_ok=True)
    made = answer("journey", case, corpus.folder)
    target, parts = setting.result("everything.pdf"), setting.result("parts.pdf")
    one_file = script("ours.py", "export", case, target, "", made["one"])
    volumes = script("ours.py", "export", case, parts, "", made["volumes"])
    one = Contender("all in one file, boxes", one_file, target)
    several = Contender("blind, in volumes", volumes)
    merge, *_others = mergers(setting, corpus.files)
    faults: list[str] = []
    if made["added"] != corpus.documents:
        faults.append(f"{made['added']} of {corpus.documents} documents went in")

    def check() -> None:
        if (found := counted(target)) <= corpus.pages:
            faults.append(f"{target.name} has {found} pages of more than {corpus.pages}")

    found = race([one, several, merge], setting.rounds, check)
    told = said(found[several.name].said)
    there = sum(counted(parts.with_name(name)) for name in told["files"])
    if not there == told["pages"] > corpus.pages:
        faults.append(f"the volumes have {there} pages; {told['pages']} were told")
    peers = of(found, [merge])
    figures = [
        figure
        for ours, bounds in ((one, BOUNDS), (several, {}))
        for figure in against(NAME, found[ours.name], peers, bounds, what=ours.name)
    ]
    for ours in (one, several):
        most = MOST_MEMORY + MEMORY_A_PAGE * told["pages"]
        what = f"{ours.name}, largest process"
        figures.append(Figure(NAME, what, found[ours.name].peak / MIB, "MB", most / MIB))
    notes = (
        f"{made['records']} records, {said(found[one.name].said)['pages']} pages in one file",
        f"{told['pages']} pages in {len(told['files'])} volumes",
    )
    return Report(NAME, tuple(figures), tuple(found.values()), tuple(faults), notes)
