"""Puts the sample papers and their story into a case and makes its dossier."""

from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from app.case.casefile import CaseFile
from app.case.engine import file_told_apart
from app.content.presets import preset
from app.dossier.export import Choices, Exported, export
from app.errors import CaseDamaged, CaseTooNew, FolderNotWritable, NotACaseFile
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.proposal import Duplicate, Proposal, Unusable
from app.intake.tray import Tray
from app.model.partial_date import PartialDate
from app.model.person import Recipient
from app.model.recipient_profile import RecipientProfile
from app.model.record import RecordDates
from app.model.relation import Related, Relation
from app.model.story import Asked, CaseSnapshot
from app.phrases import _
from app.progress import Progress
from app.sample.paper import Paper
from app.sample.papers import make_papers
from app.sample.story import story
from app.sample.telling import tell_journey

CASE = "sample.casepack"
DOSSIER = "sample-dossier.pdf"
PAPERS = "papers"
NOTE = "About this folder.txt"
"""Says what the folder is; only a folder with this note in it is written anew."""


@dataclass(frozen=True, slots=True)
class Demo:
    """Where everything lies, and what the dossier holds."""

    case: Path
    papers: Path
    dossier: Path
    exported: Exported


def make_demo(folder: Path, *, made: date, progress: Progress) -> Demo:
    """Make the sample papers, case and dossier in `folder`, in place of earlier ones.

    Raises FolderNotWritable when the folder holds anything that is not the
    sample's, CaseOpenElsewhere when the sample case of before is still open,
    DiskFull, and all that `export` raises.
    """
    papers_folder, path = folder / PAPERS, folder / CASE
    with file_told_apart(folder):
        _make_room(folder)
        papers_folder.mkdir(exist_ok=True)
        papers = make_papers(papers_folder)
    with closing(CaseFile.create(path)) as case:
        fill(case, papers, made=made, progress=progress)
        dossier = folder / DOSSIER
        done = export(case, dossier, Choices(made=made), progress)
    return Demo(path, papers_folder, dossier, done)


def _make_room(folder: Path) -> None:
    """Prepare the folder; one that holds files of somebody's own is left as it is."""
    note = folder / NOTE
    if folder.exists() and not note.exists() and any(folder.iterdir()):
        text = _("“{folder}” holds other files. Choose a new or empty folder for the sample.")
        raise FolderNotWritable(text.format(folder=folder))
    if (folder / CASE).exists():
        _let_go_of(folder / CASE)
    folder.mkdir(parents=True, exist_ok=True)
    note.write_text(
        _(
            "Casepack made everything in this folder. Nobody in it is a real person.\n"
            "Each new sample takes the place of this one: keep nothing of your own here.\n"
        ),
        encoding="utf-8",
    )


def _let_go_of(path: Path) -> None:
    """Remove the sample case of before; raises CaseOpenElsewhere while a window shows it."""
    with suppress(NotACaseFile, CaseTooNew, CaseDamaged):  # of another version: made anew
        CaseFile.open(path).close()
    path.unlink()


def fill(case: CaseFile, papers: tuple[Paper, ...], *, made: date, progress: Progress) -> None:
    """Add the papers the way a person does, confirm what they say, and write the story down.

    Raises ValueError when a paper does not go in as it should: the sample is broken.
    """
    with case.change(_("Patient")):
        case.people.mark_example()
        case.people.save(story(_any_record(papers)).patient)
    records = _take_in(case, papers, made, progress)
    with case.change(_("The sample’s story")):
        told = story(records)
        _tell(case, told)
        for paper in papers:
            if not paper.same_as:
                _describe(case, records[paper.key], paper)
            if paper.replaces:
                pair = Related(records[paper.key], Relation.REPLACES, records[paper.replaces])
                case.marks.relate(pair)
        case.recipients.add(_reader(told.recipient, made))


def _reader(recipient: Recipient, made: date) -> RecipientProfile:
    start = preset("surgeon")
    asked = PartialDate.from_stored((made - timedelta(days=12)).isoformat())
    return RecipientProfile(
        0, recipient, start.wishes, start.id, checked_on=asked, checked_by=_("The clinic’s office")
    )


def _any_record(papers: tuple[Paper, ...]) -> dict[str, int]:
    return {paper.key: 0 for paper in papers}


def _take_in(
    case: CaseFile, papers: tuple[Paper, ...], made: date, progress: Progress
) -> dict[str, int]:
    by_name = {paper.path.name: paper for paper in papers}

    def password(name: str, again: bool) -> str | None:
        return None if again else by_name[name].password or None

    paths = [paper.path for paper in papers]
    with Tray() as tray:
        findings = list(examine(paths, case, tray, progress, today=made, ask_password=password))
        taken = confirm(
            case, [one for one in findings if isinstance(one, Proposal)], tray, progress
        )
    for finding in findings:
        paper = by_name[finding.path.name]
        if isinstance(finding, Unusable) or isinstance(finding, Duplicate) != bool(paper.same_as):
            raise ValueError(f"the sample paper {paper.key} did not go in: {finding}")
    return {by_name[path.name].key: record for path, record in taken.items()}


def _describe(case: CaseFile, number: int, paper: Paper) -> None:
    record = case.records.get(number)
    if record is None:
        raise ValueError(f"the sample paper {paper.key} has no record")
    case.records.save(
        replace(
            record,
            title=paper.title,
            kind=paper.kind,
            source=paper.source,
            dates=RecordDates(
                service=PartialDate.from_stored(paper.service),
                signed=PartialDate.from_stored(paper.signed),
                printed=PartialDate.from_stored(paper.printed),
                received=PartialDate.from_stored(paper.received),
            ),
            reasons=paper.reasons,
            in_dossier=not paper.left_out_because,
            left_out_because=paper.left_out_because,
        )
    )


def _tell(case: CaseFile, told: CaseSnapshot) -> None:
    case.people.save(told.patient)
    case.people.save(told.preparer)
    case.people.save(told.recipient)
    for said in told.statements:
        case.statements.state(said.subject, said.text, said.voice)
    for reason in told.reasons:
        case.reasons.choose(reason.code, words=reason.words)
    for answer in told.answers:
        case.statements.answer(answer.prompt, answer.text, answer.voice)
    questions = {one.id: case.questions.add(one.text, top=one.top) for one in told.questions}
    for event in told.events:
        case.timeline.add(event)
    for medicine in told.medicines:
        case.medicines.add(medicine)
    for allergy in told.allergies:
        case.allergies.add(allergy)
    for treatment in told.treatments:
        case.treatments.add(treatment)
    for result in told.results:
        case.results.add(result)
    for item in told.outside:
        case.outside.add(item)
    for table, asked in (("medicine", told.medicines_asked), ("allergy", told.allergies_asked)):
        if asked is not Asked.LISTED:
            case.asked.set(table, asked)
    tell_journey(case.journey, told.journey, questions)
