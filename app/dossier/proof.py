"""A dossier as it would be if it were made now: what to look at, how large it is, its pages."""

from dataclasses import dataclass
from pathlib import Path

from app.case.casefile import CaseFile
from app.content.load import load_content
from app.dossier.bind import bind_dossier
from app.dossier.export import Choices, plan_of
from app.dossier.findings import Level, Line
from app.dossier.lay_out import lay_out
from app.dossier.layout import Layout
from app.dossier.person_checks import NamedInside, check_people
from app.dossier.plan import DossierPlan
from app.dossier.preflight import preflight
from app.dossier.reading_back import Bound
from app.dossier.sizes import Offers, RenditionSizes, file_sizes, offers, shown_volumes
from app.dossier.weight import most_bytes
from app.errors import CaseDamaged, DossierBlocked
from app.model.version import Volumes
from app.phrases import _, phrases
from app.progress import Progress


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the dossier that the program makes; `page` counts from 1."""

    name: str
    page: int


@dataclass(frozen=True, slots=True)
class Proof:
    """A dossier decided and laid out, but not bound.

    `size` is its estimated size in bytes as one file, `files` that of each
    file that its version wants. Several files are laid out as one, with the
    number of the volume beside each record.
    """

    plan: DossierPlan
    layout: Layout
    size: int
    files: tuple[int, ...] = ()

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points."""
        across, up = self.plan.paper.value
        made = [(across, up)] * len(self.layout.pages)
        for planned, place in zip(self.plan.records, self.layout.places, strict=True):
            for index, facts in enumerate(planned.facts):
                if facts.wide:
                    made[place.first_page - 1 + index] = (up, across)
        return tuple(made)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts before and after the records and their dividers, in order."""
        first = min(
            *(divider.first_page for divider in self.layout.dividers),
            *(place.first_page for place in self.layout.places),
            len(self.layout.pages),
        )
        last = max(place.first_page + place.pages - 1 for place in self.layout.places)
        marks = [mark for mark in self.layout.bookmarks if mark.level == 0]
        tail = phrases(self.plan.language)("(p. {page})")
        return tuple(
            Part(mark.title.removesuffix(" " + tail.format(page=mark.page + 1)), mark.page + 1)
            for mark in marks
            if not first <= mark.page + 1 <= last
        )


class Proofs:
    """Makes proofs of one case; what was found whole once is not read again for the next."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._whole: set[str] = set()
        self._named = NamedInside(case.documents.texts)
        self._sizes = RenditionSizes(case.documents.size, case.documents.pieces)

    def make(self, choices: Choices, progress: Progress) -> tuple[Proof | None, tuple[Line, ...]]:
        """Lay the dossier out and look it through, the grave lines first.

        An empty case has no proof but one line that stops. Raises Cancelled.
        """
        try:
            plan = plan_of(self._case, choices)
        except DossierBlocked as empty:
            return None, (Line("records.none", Level.STOP, str(empty)),)
        layout = lay_out(plan, step=lambda done, total: progress.step(done, total, ""))
        (size,) = file_sizes(
            plan, layout, self._sizes, progress, most=None, pictures=plan.version.pictures
        )
        files: tuple[int, ...] = (size,)
        if plan.version.volumes is not Volumes.ONE:
            files = file_sizes(
                plan,
                layout,
                self._sizes,
                progress,
                most=most_bytes(plan.version),
                volumes=plan.version.volumes,
                pictures=plan.version.pictures,
            )
        lines = preflight(
            plan,
            layout,
            load_content(),
            lambda sha256: self._is_whole(sha256, progress),
            self._case.documents.texts,
            files,
            tuple(check_people(plan, self._case.people.patient(), self._named, progress)),
        )
        if volume := shown_volumes(plan, layout, self._sizes, progress):
            layout = lay_out(plan, volume=volume)
        return Proof(plan, layout, size, files), lines

    def offers(self, proof: Proof, progress: Progress, most: int | None) -> Offers:
        """Look what makes the files of `proof` small enough for `most` bytes each.

        Raises Cancelled.
        """
        return offers(proof.plan, proof.layout, self._sizes, progress, most=most)

    def bind(self, proof: Proof, target: Path, progress: Progress) -> Bound:
        """Make the PDF of a proof at `target`; raises what `bind_dossier` raises."""
        layout = proof.layout
        return bind_dossier(
            lambda: layout,
            layout.renditions,
            proof.plan,
            self._case.documents.pieces,
            target,
            progress,
        )

    def _is_whole(self, sha256: str, progress: Progress) -> bool:
        if sha256 in self._whole:
            return True
        try:
            for _piece in self._case.documents.pieces(sha256):
                progress.step(0, 0, _("Looking through the records"))
        except CaseDamaged:
            return False
        self._whole.add(sha256)
        return True
