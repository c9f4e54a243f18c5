"""Whose paper it is: the patient's of the case, somebody else's, or it does not say."""

from collections.abc import Iterable
from datetime import timedelta
from enum import Enum
from functools import lru_cache

from app.model.named_on_paper import Naming, births, named_in
from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.person_names import Likeness, likeness, spelt_alike

OTHER_PERSON = "record.other_person"
"""The code of the finding that a record names somebody else; its detail is `Naming.key`."""

_ABOUT = timedelta(days=2 * 366)  # what "about 1957" may be off


class Whose(Enum):
    """Whom a paper is about, as far as a name and a birth date on it tell."""

    PATIENT = "patient"
    ANOTHER = "another"
    UNCLEAR = "unclear"


class _Birth(Enum):
    EXACT = "exact"  # the same day
    FITS = "fits"  # nothing speaks against it
    OTHER = "other"
    UNKNOWN = "unknown"


def whose(naming: Naming, patient: Patient) -> Whose:
    """Say whether a name and a birth date on a paper are those of the patient.

    Another birth date is another person, and so is a name that does not fit.
    With the very day of birth a new family name or a pet name does; a twin,
    with the same family name and another given name, does not.
    """
    return _judged(naming.name, naming.born, patient.name, patient.born)


@lru_cache(maxsize=1024)
def _judged(named: str, written: str, patient: str, born: PartialDate) -> Whose:
    """Judge once what every page of a pile says again."""
    birth = _birth(written, born)
    name = likeness(named, patient) if named else Likeness.UNKNOWN
    if birth is _Birth.OTHER:
        return Whose.ANOTHER
    if name is Likeness.SAME:
        return Whose.PATIENT
    if name is Likeness.UNKNOWN:
        return Whose.PATIENT if birth is _Birth.EXACT else Whose.UNCLEAR
    if birth is _Birth.EXACT and (name is Likeness.GIVEN or spelt_alike(named, patient)):
        return Whose.PATIENT
    return Whose.ANOTHER


def others_in(texts: tuple[str, ...], patient: Patient) -> tuple[Naming, ...]:
    """Give those whom a paper names as its patient and who are not the patient of the case."""
    return others(named_in(texts), patient)


def others(namings: Iterable[Naming], patient: Patient) -> tuple[Naming, ...]:
    """Give those of `namings` who are not the patient of the case, in order.

    What may be no name at all does not count on a page that names the
    patient, nor a lone birth date on one that has the patient's. A case
    that knows neither name nor birth date has none.
    """
    if not patient.name.strip() and not patient.born.known:
        return ()
    judged = [(one, whose(one, patient)) for one in namings]
    own = {one.page for one, who in judged if who is Whose.PATIENT}
    own_birth = {
        one.page
        for one, _who in judged
        if _birth(one.born, patient.born) in (_Birth.EXACT, _Birth.FITS)
    }
    return tuple(
        one
        for one, who in judged
        if who is Whose.ANOTHER
        and (one.sure or one.page not in own)
        and (one.name or one.page not in own_birth)
    )


@lru_cache(maxsize=1024)
def _birth(written: str, born: PartialDate) -> _Birth:
    found = births(written)
    if not found or born.earliest is None or born.latest is None:
        return _Birth.UNKNOWN
    slack = _ABOUT if born.about else timedelta(0)
    fitting = [
        one
        for one in found
        if one.earliest is not None
        and one.latest is not None
        and one.earliest - slack <= born.latest
        and born.earliest <= one.latest + slack
    ]
    if not fitting:
        return _Birth.OTHER
    return _Birth.EXACT if born in fitting and born.earliest == born.latest else _Birth.FITS
