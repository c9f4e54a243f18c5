"""Suggests a title for a record: the paper's own, or else its file's name."""

import re
import unicodedata

from app.intake.suggest.letterhead import PAPER_WORDS, find_place
from app.intake.suggest.suggestion import LONGEST_WORDS, Suggestion, as_words, head
from app.phrases import _

_HEAD = 10  # lines of the first page
_SUBJECTS = frozenset(
    word
    for words in (
        "mri ct xray ultrasound mammogram mammography pet dexa dxa ecg ekg eeg emg biopsy",
        "injection angiogram echocardiogram colonoscopy endoscopy spirometry holter pathology",
        "histopathology cytology physiotherapy surgery operation operative physical mrt",
        "sonographie rontgen irm echographie entlassungsbericht operationsbericht arztbrief",
    )
    for word in words.split()
)
_TWO_WORDS = (" x ray ", " nerve conduction ", " discharge summary ", " bone density ")
_NO_TITLE = re.compile(
    r"(?:to|from|re|dear|cc|page|tel|phone|fax|dr|prof|mr|mrs|ms|herr|frau|the patient|this|we|i"
    r"|you|your|thank|ref|reported|signed|printed)\b",
    re.IGNORECASE,
)
_PRIVATE = (
    " patient ", " name ", " dob ", " born ", " mrn ", " date of birth ", " mr ", " mrs ", " ms ",
    " street ", " road ", " avenue ", " phone ", " fax ", " www ",
)  # fmt: skip
_MAKER = re.compile(r" (?:\w+ )?by ", re.IGNORECASE)  # "My diary, written by …"
_LONGEST = 12  # words


def suggest_title(texts: tuple[str, ...], file_name: str) -> Suggestion[str]:
    """Suggest the line of the first page that looks most like a title, of 80 characters at most.

    A name, an address or a letterhead is none. Where there is none, the
    file's name without its ending is the title, and `page` is 0.
    """
    best, points = Suggestion(_from_file(file_name), _shown(file_name), 0), 0
    for line in head(texts, _HEAD):
        title = line.text.removeprefix(find_place(line.text)).strip(" -–—·|:,")
        title = _MAKER.split(title, maxsplit=1)[0]
        if (worth := _worth(title)) > points:
            best, points = Suggestion(title, title, 1), worth
    return best


def _worth(title: str) -> int:
    """Tell how much a line looks like a title: 0 not at all, 4 names an examination."""
    words = as_words(title)
    listed = words.split()
    if not 0 < len(listed) <= _LONGEST or len(title) > LONGEST_WORDS or ":" in title:
        return 0
    if title.endswith((".", ",", ";")) or not title[0].isupper() or _NO_TITLE.match(title):
        return 0
    if any(word in words for word in _PRIVATE) or re.search(r"\d{4}|@", title):
        return 0
    subject = not _SUBJECTS.isdisjoint(listed) or any(two in words for two in _TWO_WORDS)
    paper = len(listed) > 1 and not PAPER_WORDS.isdisjoint(listed)
    return 2 * subject + paper + (len(listed) > 2) if subject or paper else 0


def _from_file(file_name: str) -> str:
    stem, dot, ending = _shown(file_name).rpartition(".")
    if not dot or not ending.isalnum() or len(ending) > 5:
        stem = _shown(file_name)
    title = " ".join(re.sub(r"_+|(?<=\w)\+(?=\w)", " ", stem).split())[:LONGEST_WORDS].strip()
    return title[:1].upper() + title[1:] if any(map(str.isalnum, title)) else _("Without a title")


def _shown(file_name: str) -> str:
    """Leave out what cannot be seen, such as marks that turn the direction of writing."""
    seen = "".join(
        letter if unicodedata.category(letter)[0] != "C" else " " for letter in file_name
    )
    return " ".join(seen.split())[:LONGEST_WORDS]
