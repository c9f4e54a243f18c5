"""Illnesses that run in the family: other people's data, which stay private unless chosen."""

from dataclasses import dataclass

from app.model.voice import Said, Voice


@dataclass(frozen=True, slots=True)
class FamilyIllness:
    """What one relative had; `age` in the person's words, for example "about 50".

    While it is `private` it goes into no dossier.
    """

    id: int
    relative: str
    illness: str
    age: str = ""
    note: str = ""
    private: bool = True
    voice: Voice = Said()
