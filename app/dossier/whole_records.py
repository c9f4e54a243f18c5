"""Sees to it that no record goes into a dossier whose bytes are not those that went in."""

from collections.abc import Callable, Iterator

from app.dossier.plan import DossierPlan
from app.errors import CaseDamaged
from app.model.record import Document
from app.phrases import _
from app.progress import Progress

Fetch = Callable[[str], Iterator[bytes]]
"""Gives the bytes of a document or a rendition by its sha256, and checks them as they go."""


def naming_records(plan: DossierPlan, fetch: Fetch) -> Fetch:
    """Give a `fetch` that says which record of the plan it is whose bytes are damaged."""

    def named(sha256: str) -> Iterator[bytes]:
        try:
            yield from fetch(sha256)
        except CaseDamaged as problem:
            raise _named(plan, sha256) or problem from problem

    return named


def check_originals(plan: DossierPlan, fetch: Fetch, progress: Progress) -> None:
    """Read the originals that have renditions: the dossier vouches for their fingerprints.

    A document that stands for itself is checked on its way into the dossier.
    Raises CaseDamaged with the title of the record, and Cancelled.
    """
    apart = [one.sha256 for one in _documents(plan) if one.sha256 != one.rendition]
    for index, sha256 in enumerate(dict.fromkeys(apart)):
        for _piece in naming_records(plan, fetch)(sha256):
            progress.step(index, len(apart), _("Looking through the records"))


def _documents(plan: DossierPlan) -> Iterator[Document]:
    for planned in plan.records:
        if planned.record.document is not None:
            yield planned.record.document


def _named(plan: DossierPlan, sha256: str) -> CaseDamaged | None:
    for planned in plan.records:
        document = planned.record.document
        if document is not None and sha256 in (document.sha256, document.rendition):
            words = _(
                "“{title}” cannot go into the dossier: its file “{name}” is damaged inside the "
                "case file. Open a backup copy of the case, or leave this record out."
            )
            return CaseDamaged(words.format(title=planned.record.title, name=document.name))
    return None
