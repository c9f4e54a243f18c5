"""Which original files may go beside a dossier: those that tell no more than it does."""

from dataclasses import dataclass
from enum import StrEnum

from app.dossier.pack.names import ENDINGS, free_name, safe_name
from app.dossier.plan import DossierPlan, PlannedRecord
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.record import Document, Remark
from app.phrases import Phrases

FOLDER = "originals"


class WhyLeft(StrEnum):
    """Why an original file stays out of the pack."""

    NOT_WANTED = "not_wanted"
    LOCKED = "locked"
    PSEUDONYM = "pseudonym"
    FIRST_OPINION = "first_opinion"
    COVERED = "covered"
    PICTURED = "pictured"
    SOME_PAGES = "some_pages"


@dataclass(frozen=True, slots=True)
class GoingOriginal:
    """An original file that goes in; `name` is its path in the pack."""

    planned: PlannedRecord
    document: Document
    name: str


@dataclass(frozen=True, slots=True)
class LeftOriginal:
    """A record that is in the PDF as "Doc `number`" and whose original file stays out."""

    number: int
    record: int
    title: str
    why: WhyLeft


@dataclass(frozen=True, slots=True)
class Originals:
    """The original files of one dossier, in its order. Typed words have no file."""

    going: tuple[GoingOriginal, ...]
    left: tuple[LeftOriginal, ...]


def choose_originals(plan: DossierPlan, *, locked: bool, wanted: bool = True) -> Originals:
    """Part the original files of the records that go in.

    `locked` says that nothing may be readable without the password; none
    goes in that is not `wanted`. An
    original goes in only if the PDF shows all of its pages, wherever they
    stand in it, and covers nothing. Where the version hides the name or the
    first opinion none goes in: a file can hold more than its pages show.
    """
    going: list[GoingOriginal] = []
    left: list[LeftOriginal] = []
    hiding = {
        one.record.document.rendition: why
        for one in plan.records
        if one.record.document and (why := _hides(one, one.record.document))
    }
    taken: set[str] = set()
    for planned in plan.records:
        record, document = planned.record, planned.record.document
        if document is None:
            continue
        why = _whole_pack(plan, locked=locked, wanted=wanted) or hiding.get(document.rendition)
        if why is None:
            name = free_name(_name(plan, planned, document), taken)
            going.append(GoingOriginal(planned, document, f"{FOLDER}/{name}"))
        else:
            left.append(LeftOriginal(planned.number, record.id, record.title, why))
    return Originals(tuple(going), tuple(left))


def _whole_pack(plan: DossierPlan, *, locked: bool, wanted: bool) -> WhyLeft | None:
    if locked:
        return WhyLeft.LOCKED
    if not wanted:
        return WhyLeft.NOT_WANTED
    if plan.version.identity is Identity.PSEUDONYM:
        return WhyLeft.PSEUDONYM
    if plan.version.first_opinion is not FirstOpinion.INCLUDE:
        return WhyLeft.FIRST_OPINION
    return None


def _hides(planned: PlannedRecord, document: Document) -> WhyLeft | None:
    if planned.covered:
        return WhyLeft.COVERED
    if planned.pictured:
        return WhyLeft.PICTURED
    if set(planned.pages) != set(range(len(document.pages))):
        return WhyLeft.SOME_PAGES
    return None


def _name(plan: DossierPlan, planned: PlannedRecord, document: Document) -> str:
    """Give the old name, made safe; only a number where a name could tell what pages do not."""
    if plan.version.identity is Identity.FULL and not any(one.covered for one in plan.records):
        return safe_name(document.name, document.media_type)
    return f"Doc {planned.number}{ENDINGS.get(document.media_type, ('',))[0]}"


def why_words(why: WhyLeft, say: Phrases) -> str:
    """Say why an original file stays out."""
    _ = say
    return {
        WhyLeft.NOT_WANTED: _("No original files were put in."),
        WhyLeft.LOCKED: _("The PDF has a password. This file would be readable without it."),
        WhyLeft.PSEUDONYM: _("The name is left out. A file can hold it where no page shows it."),
        WhyLeft.FIRST_OPINION: _(
            "The first opinion is left out. A file can hold it where no page shows it."
        ),
        WhyLeft.COVERED: _("Parts of it are covered in the PDF."),
        WhyLeft.PICTURED: _("Pages of it are pictures in the PDF, so that they tell no more."),
        WhyLeft.SOME_PAGES: _("Only some of its pages are in the PDF."),
    }[why]


def more_than_pages(document: Document, say: Phrases) -> list[str]:
    """Say what a reader of the original file meets that the PDF does not have."""
    _ = say
    words = {
        Remark.WAS_LOCKED: _("It asks for a password of its own."),
        Remark.RECOVERED: _("It is damaged. Some readers cannot open it."),
        Remark.HIDDEN_LAYERS: _("It has layers that its author switched off."),
        Remark.SIGNED: _("It has a digital signature."),
        Remark.HAD_ACTIONS: _("It has links, scripts or attached files. The PDF has none of them."),
    }
    return [words[remark] for remark in Remark if remark in document.remarks and remark in words]
