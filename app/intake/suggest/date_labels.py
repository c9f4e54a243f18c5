"""What the label before a date says that it is the date of."""

import re
from dataclasses import dataclass
from enum import Enum

from app.model.date_words import WEEKDAY_OF, folded


class Meaning(Enum):
    """What happened on a labelled date."""

    SERVICE = "service"
    COLLECTED = "collected"
    ADMITTED = "admitted"
    DISCHARGED = "discharged"
    LETTER = "letter"
    SIGNED = "signed"
    VERIFIED = "verified"
    REPORTED = "reported"
    DICTATED = "dictated"
    PRINTED = "printed"


_EVENT = (
    r"(?:visit|service|exam|examination|study|procedure|surgery|operation|consult|consultation"
    r"|encounter|test|scan|clinic|evaluation|assessment|session)"
)
_TIME = r"(?: ?/ ?time| (?:and|&) time)?"
_SAMPLE = r"(?:specimen|sample|blood)"
_BY = r"(?: by:? .{1,60})?"
_WHOLE = r"(?:(?:this )?(?:report|document|summary|page|chart|copy|list) )?(?:was )?"

# Clear wherever they stand before a date.
_CLEAR = {
    Meaning.PRINTED: rf"(?:print(?:ing)? date|date{_TIME} printed|date generated|printed on"
    rf"|generated on|druckdatum|ausgedruckt am|imprime le|impreso el){_BY}",
    Meaning.SIGNED: r"(?:(?:electronically|digitally) signed(?: and \w+)?|e-signed|date signed"
    rf"|signed date|signature date|signed on){_BY}",
    Meaning.VERIFIED: r"(?:(?:electronically )?(?:verified|authenticated|finali[sz]ed)"
    rf"(?: on)?|date verified){_BY}",
    Meaning.REPORTED: rf"(?:report(?:ed)? date|date{_TIME} (?:of report|reported)"
    rf"|reported on){_BY}",
    Meaning.DICTATED: rf"(?:dictat(?:ed|ion) date|date{_TIME} (?:of dictation|dictated)"
    rf"|dictated on){_BY}",
    Meaning.ADMITTED: rf"(?:admission date|admit date|date of admission|date admitted){_TIME}"
    r"|aufnahmedatum|date d'admission|date d'entree|fecha de ingreso",
    Meaning.DISCHARGED: rf"(?:discharge date|date of discharge|date discharged){_TIME}"
    r"|entlassungsdatum|date de sortie|fecha de alta",
    Meaning.COLLECTED: rf"(?:{_SAMPLE} )?(?:collection date|date of collection|date collected"
    rf"|collected on|date drawn|date taken){_TIME}|date{_TIME} collected"
    r"|entnahmedatum|date de prelevement|fecha de toma",
    Meaning.SERVICE: rf"dates?{_TIME} of (?:the )?{_EVENT}|{_EVENT} dates?{_TIME}|date performed"
    r"|date seen|untersuchungsdatum|datum der untersuchung|op-datum"
    r"|date de (?:consultation|l'examen)|fecha de (?:la )?(?:consulta|examen|estudio|visita)",
}
# Everyday words: only at the start of a line, after another date, or before a colon.
_EVERYDAY = {
    Meaning.PRINTED: rf"{_WHOLE}(?:printed|generated){_BY}",
    Meaning.SIGNED: rf"signed{_BY}",
    Meaning.REPORTED: rf"{_WHOLE}reported{_BY}",
    Meaning.DICTATED: rf"dictated{_BY}",
    Meaning.ADMITTED: r"admitted|admission|aufnahme",
    Meaning.DISCHARGED: r"(?:and )?(?:discharged|discharge|entlassung|entlassen)",
    Meaning.COLLECTED: rf"(?:{_SAMPLE} )?(?:collected|drawn)|entnahme|collection",
    Meaning.SERVICE: "visit|exam|examination|encounter|consultation|service|seen|performed|course",
    Meaning.LETTER: r"date|dated|letter date|date of (?:this )?letter|datum|fecha",
}


def _at_the_end(labels: dict[Meaning, str]) -> dict[Meaning, re.Pattern[str]]:
    return {meaning: re.compile(rf"(?<!\w)(?:{words})$") for meaning, words in labels.items()}


_CLEAR_FORMS = _at_the_end(_CLEAR)
_EVERYDAY_FORMS = _at_the_end(_EVERYDAY)

_TAIL = re.compile(
    r"(?:[\s:=@,.()–—-]|\b(?:on|at|the|am|le|el|vom|from|den"
    rf"|{'|'.join(WEEKDAY_OF)})\b|\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?: ?[ap]\.?m\.?)?)+$"
)
_COLON = re.compile(r":(?!\d)")
_OF_ANOTHER = re.compile(
    r"\b(?:next|previous|prior|last|old|planned|scheduled|future|follow|followup|comparison|"
    r"first|proposed|due|expected|requested|birth|born|expiry|expires?|mother|father|spouse)\b"
)
_GOES_ON = re.compile(
    r"[\s.,;)]*(?:$|\d{1,2}:\d{2}|(?:and )?(?:discharged?|to|until)\b|[-–—])", re.I
)
_NEED_NO_COLON = {
    Meaning.COLLECTED,
    Meaning.PRINTED,
    Meaning.SIGNED,
    Meaning.REPORTED,
    Meaning.DICTATED,
}
_REACH = 110  # characters before a date in which its label stands


@dataclass(frozen=True, slots=True)
class Label:
    """A label and what it means; it begins at this character of the text before the date."""

    meaning: Meaning
    start: int


def label_of(before: str, after: str, *, opens_line: bool) -> Label | None:
    """Find the label of the date between `before` and `after`; None where there is none.

    `before` begins at the start of the line (`opens_line`) or after another
    date. Everyday words count only where they cannot be part of a sentence.
    """
    far = max(0, len(before) - _REACH)
    words = folded(before[far:])
    tail = _TAIL.search(words)
    label = words[: tail.start()] if tail else words
    for meaning, form in _CLEAR_FORMS.items():
        if found := form.search(label):
            lead = label[: found.start()]
            return None if _is_of_another(lead) else Label(meaning, _start(before, far, lead))
    for meaning, form in _EVERYDAY_FORMS.items():
        if found := form.search(label):
            lead = label[: found.start()]
            colon = bool(tail and _COLON.search(tail[0]))
            if _is_everyday_label(meaning, lead, colon, before, after, opens_line):
                return Label(meaning, _start(before, far, lead))
            return None
    return None


def _is_everyday_label(
    meaning: Meaning, lead: str, colon: bool, before: str, after: str, opens_line: bool
) -> bool:
    lead = lead.strip(" ,.;|()-")
    if meaning is Meaning.LETTER:
        return opens_line and not lead
    if _is_of_another(lead) or (lead and lead[-1].isalpha()):
        return False
    starts = not lead and (not opens_line or before.lstrip()[:1].isupper())
    quiet = meaning in _NEED_NO_COLON or bool(_GOES_ON.match(after))
    return colon or (starts and quiet)


def _start(before: str, far: int, lead: str) -> int:
    """Find the label in the unfolded text by counting the words that stand before it."""
    passed = len(lead.split()) - (not lead.endswith(" ") if lead else 0)
    starts = [word.start() for word in re.finditer(r"\S+", before[far:])]
    return far + starts[passed] if passed < len(starts) else far


def _is_of_another(lead: str) -> bool:
    return bool(_OF_ANOTHER.search(lead[-30:]))


def is_label(text: str) -> bool:
    """Tell whether a line is a label and nothing else, as in forms with the value below."""
    return text.endswith(":") and len(text) <= 60
