"""What one recipient wants and takes: the book of those who may be asked.

No hospital's rules are built in: they age. A profile starts from a neutral
preset, a person fills in what they were told, and says when and by whom.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.model.partial_date import NOT_KNOWN, PartialDate
from app.model.person import Recipient


class Identity(StrEnum):
    """How far the dossier tells who the patient is."""

    FULL = "full"  # name and birth date on every page
    COVER = "cover"  # name and birth date on the cover and the summary only
    PSEUDONYM = "pseudonym"  # another name everywhere; no page may hold the real one


class FirstOpinion(StrEnum):
    """What happens with the pages that state the first doctor's conclusion."""

    INCLUDE = "include"
    BLIND = "blind"  # left out or covered, and the cover says so
    ON_REQUEST = "on_request"  # left out, and the cover says that they can be asked for


class Images(StrEnum):
    """How scan pictures are wanted."""

    NOT_SAID = "not_said"
    REPORTS = "reports"  # the written reports are enough
    PICTURES = "pictures"  # a disc or an upload
    BOTH = "both"


class Tissue(StrEnum):
    """Whether pathology material is wanted."""

    NOT_SAID = "not_said"
    NONE = "none"
    SLIDES = "slides"
    SLIDES_AND_BLOCKS = "slides_and_blocks"


class OwnDoctor(StrEnum):
    """What part the treating doctor has."""

    NOT_SAID = "not_said"
    TAKES_PART = "takes_part"
    COPIED = "copied"
    NOT_INVOLVED = "not_involved"


class Window(StrEnum):
    """How far back the records should go."""

    ALL = "all"
    LATEST = "latest"
    SINCE_SYMPTOMS = "since_symptoms"
    YEARS = "years"  # the last `window_years`


class Delivery(StrEnum):
    """The form in which the dossier is taken."""

    ONE_PDF = "one_pdf"
    FILES = "files"
    PAPER = "paper"
    PORTAL = "portal"


class Answer(StrEnum):
    """A rule that is known, or not."""

    NOT_SAID = "not_said"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a recipient asks for; an empty text or NOT_SAID means that nobody said."""

    identity: Identity = Identity.FULL
    language: str = ""
    certified_translation: Answer = Answer.NOT_SAID
    images: Images = Images.NOT_SAID
    tissue: Tissue = Tissue.NOT_SAID
    tissue_address: str = ""
    first_opinion: FirstOpinion = FirstOpinion.INCLUDE
    own_doctor: OwnDoctor = OwnDoctor.NOT_SAID
    doctors_letter: str = ""  # is one needed, and how long may it be
    forms: str = ""
    most_questions: int = 5
    numbered_answers: Answer = Answer.NOT_SAID
    window: Window = Window.ALL
    window_years: int = 0
    delivery: Delivery = Delivery.ONE_PDF
    most_pages: int = 0  # 0: no limit
    most_megabytes: float = 0.0  # of one file, as told; 0: no limit
    by_email: bool = False  # an e-mail carries about three quarters of its limit
    most_files: int = 0
    naming: str = ""
    password: Answer = Answer.NOT_SAID
    oldest_first: bool = False
    scope: str = ""
    not_suitable_if: str = ""
    turnaround_days: int = 0


@dataclass(frozen=True, slots=True)
class RecipientProfile:
    """One entry of the book: who, what they want, and how sure that is.

    `preset` is the code of the neutral preset that it started from, "" for
    none. `checked_on` is the day somebody asked, `checked_by` who said so.
    """

    id: int
    recipient: Recipient = Recipient()
    wishes: Wishes = Wishes()
    preset: str = ""
    checked_on: PartialDate = NOT_KNOWN
    checked_by: str = ""
    note: str = ""
