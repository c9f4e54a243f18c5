"""Records, the documents behind them, and the pages of those."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.partial_date import NOT_KNOWN, PartialDate


class Kind(StrEnum):
    """What a record is; the members stand in the order of the dossier, A to L."""

    DIAGNOSIS_PLAN = "diagnosis_plan"
    PATHOLOGY = "pathology"
    IMAGING = "imaging"
    OPERATION = "operation"
    HOSPITAL = "hospital"
    SPECIALIST_LETTER = "specialist_letter"
    LABORATORY = "laboratory"
    FUNCTION_TEST = "function_test"
    THERAPY = "therapy"
    FAMILY_DOCTOR = "family_doctor"
    PATIENT_NOTES = "patient_notes"
    FORM_CONSENT = "form_consent"

    @property
    def letter(self) -> str:
        """The group's letter in the dossier, "A" to "L"."""
        return "ABCDEFGHIJKL"[list(Kind).index(self)]


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page of a document, as it is shown upright.

    `width` and `height` are in points (1/72 inch) after the file's own
    rotation was applied. `has_text` is false for a scan or a photo. A page
    with `unseen` has words that do not show but can be copied out: below a
    black box, white on white, beyond its edge. A page is `made_picture` when
    it could not be copied safely, so that a picture of it stands for it.
    Files that were added before anybody looked for these have neither.
    """

    width: float
    height: float
    has_text: bool = True
    unseen: bool = False
    made_picture: bool = False

    @property
    def wide(self) -> bool:
        """Whether the page lies on its side when read upright."""
        return self.width > self.height


class Remark(StrEnum):
    """What somebody should know about a document before it is sent on."""

    WAS_LOCKED = "was_locked"  # opened with a password; the readable form is kept beside it
    RECOVERED = "recovered"  # damaged; pages were saved from it, some may be missing
    FILLED_FORM = "filled_form"  # a form; its values are shown as they were filled in
    HIDDEN_LAYERS = "hidden_layers"  # layers its author switched off; they stay hidden
    SIGNED = "signed"  # had a digital signature, which a copy cannot carry
    HAD_ACTIONS = "had_actions"  # carried scripts, links out or attached files; left behind
    AS_PICTURE = "as_picture"  # some pages could only be kept as pictures
    MISSING_LETTERS = "missing_letters"  # a typed text; letters that no font has show as “□”
    XFA_ONLY = "xfa_only"  # shows "please wait" in most readers: the form itself is not shown


@dataclass(frozen=True, slots=True)
class Document:
    """A file kept byte for byte in the case, named by its contents.

    `rendition` is the sha256 of the PDF that stands for it in a dossier:
    the document itself when that is already clean, otherwise a document of
    its own made from it. `pages` describes the rendition's pages.
    """

    sha256: str
    name: str
    media_type: str
    size: int
    rendition: str
    pages: tuple[PageFacts, ...]
    remarks: frozenset[Remark] = frozenset()


@dataclass(frozen=True, slots=True)
class RecordDates:
    """The four dates of a record; `service` is *the* date."""

    service: PartialDate = NOT_KNOWN
    signed: PartialDate = NOT_KNOWN
    printed: PartialDate = NOT_KNOWN
    received: PartialDate = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of the medical history: a document, or the patient's own words in `body`."""

    id: int
    kind: Kind | None
    title: str
    dates: RecordDates = RecordDates()
    source: str = ""
    body: str = ""
    document: Document | None = None
    reasons: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    in_dossier: bool = True
    left_out_because: str = ""
    pages: tuple[int, ...] = ()
    """The pages chosen for the dossier, counted from 1; empty means all."""
    place: int | None = None
    """The place in its group that a person gave it; None leaves it to the date."""
    note: str = ""
    """What the person wrote beside it, for themselves; it does not go into the dossier."""

    @property
    def is_note(self) -> bool:
        """Whether the record is typed words, not a document."""
        return self.document is None
