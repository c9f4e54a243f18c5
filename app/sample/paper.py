"""A paper of the sample case: a file, and what a person would confirm for it."""

from dataclasses import dataclass
from pathlib import Path

from app.model.record import Kind


@dataclass(frozen=True, slots=True)
class Paper:
    """One file of the sample and its place in the case.

    `key` names it in the story. The four dates are PartialDates in their
    stored form. `password` opens the file, "" if none is needed.
    `replaces` is the key of an earlier report that this one corrects;
    `same_as` is the key of the paper that this file repeats byte for byte,
    so that adding it should bring up the question whether it is a duplicate.
    `left_out_because` is why it stays out of the dossier, "" if it goes in.
    `reasons` are codes of the reasons that it has to do with.
    """

    key: str
    path: Path
    title: str
    kind: Kind
    source: str
    service: str = ""
    signed: str = ""
    printed: str = ""
    received: str = ""
    password: str = ""
    replaces: str = ""
    same_as: str = ""
    left_out_because: str = ""
    reasons: tuple[str, ...] = ()
