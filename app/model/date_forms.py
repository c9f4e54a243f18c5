"""How a day is written on a paper, and all that it can mean."""

import re
from datetime import date

from app.model.date_words import MONTH_OF
from app.model.partial_date import PartialDate
from app.model.typed_date import Order, read_date

_ACCENTED = ("märz", "août", "février", "décembre", "jänner", "fév", "déc")
_MONTH = "|".join(sorted((*MONTH_OF, *_ACCENTED), key=len, reverse=True))
WRITTEN_DATE = (
    r"(?:\d{4}(?P<iso>[-/.])\d{1,2}(?P=iso)\d{1,2}"
    r"|\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)(?:\d{4}|\d{2})"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|º)?[ ./-]{{0,2}}(?:of |de )?(?:{_MONTH})"
    r"(?:[ ,./-]{0,2}(?:of |de |del )?\d{4}|[-/]\d{2})"
    rf"|(?:{_MONTH})\.? (?:\d{{1,2}}(?:st|nd|rd|th)?,? ?)?(?:of |de )?\d{{4}})"
    r"(?!\w|[-/.]\d)"
)
"""The text of a pattern, to be compiled with re.IGNORECASE; lines have single spaces."""

_ALL_NUMBERS = re.compile(r"\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})")


def readings(text: str, *, today: date) -> set[PartialDate]:
    """Give all that a date can mean."""
    swapped = _ALL_NUMBERS.search(text)  # a month in words has one place
    orders = Order if swapped else (Order.DAY_FIRST,)
    return {
        reading for order in orders if (reading := read_date(text, order, today=today)) is not None
    }
