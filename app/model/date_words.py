"""The words that people put into dates, in English, German, French and Spanish.

All are compared after `folded`: small letters without accents.
"""

import unicodedata

_MONTHS = (
    "january jan januar janner janvier janv enero ene",
    "february feb februar fevrier fevr fev febrero",
    "march mar marz maerz mars marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet juil julio",
    "august aug aout agosto ago",
    "september sep sept septembre septiembre setiembre set",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez decembre diciembre dic",
)
MONTH_OF = {word: month for month, words in enumerate(_MONTHS, 1) for word in words.split()}
"""Month names and their short forms -> 1 to 12."""

_WEEKDAYS = (
    "monday mon montag lundi lunes",
    "tuesday tue tues dienstag mardi martes",
    "wednesday wed mittwoch mercredi miercoles",
    "thursday thu thur thurs donnerstag jeudi jueves",
    "friday fri freitag vendredi viernes",
    "saturday sat samstag sonnabend samedi sabado",
    "sunday sun sonntag dimanche domingo",
)
WEEKDAY_OF = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
"""Names of weekdays and English short forms -> 0 (Monday) to 6, as `date.weekday` counts."""

_SEASONS = (
    "spring summer autumn fall winter",
    "fruhling fruhjahr sommer herbst",
    "printemps ete automne hiver",
    "primavera verano otono invierno",
)
SEASONS = tuple(word for words in _SEASONS for word in words.split())

NOT_KNOWN_WORDS = {
    "",
    "?",
    "not known",
    "unknown",
    "not sure",
    "i do not know",
    "do not know",
    "i don't know",
    "don't know",
    "unbekannt",
    "nicht bekannt",
    "inconnu",
    "inconnue",
    "desconocido",
    "desconocida",
}
DAYS_BACK = {
    "today": 0,
    "heute": 0,
    "aujourd'hui": 0,
    "hoy": 0,
    "yesterday": 1,
    "gestern": 1,
    "hier": 1,
    "ayer": 1,
}
"""Words for a day near today -> how many days it lies back."""


def folded(text: str) -> str:
    """Give `text` in small letters, without accents, with single spaces and plain - and '."""
    text = text.casefold()
    if not text.isascii():
        for letter in _PLAIN.keys() & set(text):
            text = text.replace(letter, _PLAIN[letter])
        text = unicodedata.normalize("NFKD", text)
        for mark in filter(unicodedata.combining, set(text)):  # few, in a text that may be long
            text = text.replace(mark, "")
    return " ".join(text.split())


_PLAIN = dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("’‘ʼ´`", "'")
