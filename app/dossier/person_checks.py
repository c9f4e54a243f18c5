"""Whether each record that goes in is about the patient, as far as its pages say whom."""

from collections.abc import Callable, Iterator, Mapping

from app.dossier.findings import Level, Line, why_kept
from app.dossier.groups import page_range
from app.dossier.plan import DossierPlan, PlannedRecord
from app.errors import DossierBlocked
from app.model.named_on_paper import Naming, named_on
from app.model.person import Patient
from app.model.same_person import OTHER_PERSON, others
from app.model.sensitivity import Sensitivity
from app.phrases import _, many
from app.progress import Progress

Texts = Callable[[str], tuple[str, ...]]
"""Gives the texts of a document's pages by its sha256."""

_MOST = 5  # people of one record who are told one by one


class NamedInside:
    """Who is named as the patient in documents; each document is read once."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._found: dict[str, tuple[Naming, ...]] = {}

    def of(self, sha256: str, progress: Progress) -> tuple[Naming, ...]:
        """Give everybody named as the patient, page by page. Raises Cancelled."""
        found = self._found.get(sha256)
        if found is None:
            namings: list[Naming] = []
            for page, text in enumerate(self._texts(sha256), 1):
                progress.step(0, 0, _("Looking through the records"))
                namings += named_on(text, page)
            found = self._found[sha256] = tuple(namings)
        return found


def check_people(
    plan: DossierPlan, patient: Patient, named: NamedInside, progress: Progress | None = None
) -> Iterator[Line]:
    """Give a finding that stops for each record that names somebody else as its patient.

    `patient` is that of the case, whom a plan may hide. A finding names the
    record, its pages and the person as they stand there. Records marked as
    another person's are not looked at: those go in on purpose. Raises
    Cancelled.
    """
    for planned in plan.records:
        tags = plan.case.sensitivities.get(planned.record.id, ())
        if planned.record.document is not None and Sensitivity.OTHER_PERSON not in tags:
            yield from _in_record(planned, patient, named, progress or Progress())


def stop_for_others(
    plan: DossierPlan,
    patient: Patient,
    named: NamedInside,
    kept: Mapping[tuple[str, int], str],
    progress: Progress,
) -> None:
    """Raise DossierBlocked where a record names somebody else and nobody said why it is right.

    Raises Cancelled.
    """
    for line in check_people(plan, patient, named, progress):
        if not why_kept(line, kept):
            raise DossierBlocked(line.sentence)


def _in_record(
    planned: PlannedRecord, patient: Patient, named: NamedInside, progress: Progress
) -> Iterator[Line]:
    record = planned.record
    if record.document is None:
        return
    there = {page + 1 for page in planned.pages}
    namings = (one for one in named.of(record.document.sha256, progress) if one.page in there)
    by_key: dict[str, list[Naming]] = {}
    for one in others(namings, patient):
        by_key.setdefault(one.key, []).append(one)
    for key, same in list(by_key.items())[:_MOST]:
        pages = tuple(dict.fromkeys(one.page for one in same))
        words = many(
            "Page {pages} of “{title}” names somebody else: “{words}”. "
            "Say why it is right, or leave it out.",
            "Pages {pages} of “{title}” name somebody else: “{words}”. "
            "Say why it is right, or leave it out.",
            len(pages),
        )
        sentence = words.format(
            pages=page_range(tuple(page - 1 for page in pages)),
            title=record.title,
            words=same[0].words,
        )
        yield Line(OTHER_PERSON, Level.STOP, sentence, record.id, pages, key, answerable=True)
