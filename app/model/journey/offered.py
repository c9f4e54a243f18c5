"""What is offered for a comparison and for going on: nothing here is taken by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.model.build import Build, Sending
from app.model.journey.comparison import GridCell
from app.model.journey.grid import question_of
from app.model.journey.opinion import (
    Answered,
    Opinion,
    OpinionPart,
    Point,
    QuestionAnswer,
    SawRecord,
)
from app.model.recipient_profile import RecipientProfile
from app.model.story import Question
from app.phrases import Phrases, _

_SUITS = {
    "evidence": (OpinionPart.HISTORY,),
    "records_seen": (OpinionPart.HISTORY,),
    "missing_tests": (OpinionPart.TESTS,),
    "plan": (OpinionPart.REPORT, OpinionPart.CHOICES),
    "timing": (OpinionPart.REPORT, OpinionPart.CHOICES),
    "alternatives": (OpinionPart.CHOICES,),
    "benefits": (OpinionPart.CHOICES,),
    "risks": (OpinionPart.CHOICES,),
    "if_nothing": (OpinionPart.CHOICES,),
    "monitoring": (OpinionPart.TESTS, OpinionPart.REPORT),
    "prognosis": (OpinionPart.CHOICES, OpinionPart.REPORT),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Words of an opinion that may stand in a cell, as they are kept there."""

    text: str
    verbatim: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that an opinion did not answer, or only in part."""

    question: Question
    answered: Answered


def offers_for(
    opinion: int, row: str, points: Iterable[Point], answers: Iterable[QuestionAnswer]
) -> tuple[Offer, ...]:
    """Give what an opinion says that may stand in a row, what suits the row best first.

    For the row of a question that is its answer, then the points; for any
    other row the points of the parts that the row is about, then the others.
    """
    asked = question_of(row)
    found = [
        Offer(one.text, one.verbatim, one.page)
        for one in answers
        if one.opinion == opinion and one.question == asked and one.text.strip()
    ]
    ours = [one for one in points if one.opinion == opinion]
    suits = _SUITS.get(row, ())
    ours.sort(key=lambda one: suits.index(one.part) if one.part in suits else len(suits))
    found += [Offer(one.text, one.verbatim, one.page) for one in ours]
    return tuple(dict.fromkeys(found))


def taken(cell: GridCell, offer: Offer) -> GridCell:
    """Give a cell with what was offered: in an empty cell as it is, else below its words.

    Words put together from two places are no more a doctor's own sentence,
    nor do they stand on one page, unless both do.
    """
    if not cell.text.strip():
        return replace(cell, text=offer.text, verbatim=offer.verbatim, page=offer.page)
    return replace(
        cell,
        text=f"{cell.text.rstrip()}\n{offer.text}",
        verbatim=cell.verbatim and offer.verbatim,
        page=cell.page if cell.page == offer.page else None,
    )


def follow_ups(
    opinion: int, questions: Sequence[Question], answers: Iterable[QuestionAnswer]
) -> tuple[FollowUp, ...]:
    """Give the questions that the person marked as not or partly answered, in their order."""
    open_ = (Answered.NO, Answered.PARTLY)
    marks = {one.question: one.answered for one in answers if one.opinion == opinion}
    return tuple(FollowUp(one, marks[one.id]) for one in questions if marks.get(one.id) in open_)


def follow_up_words(one: FollowUp, doctor: str, say: Phrases = _) -> str:
    """Give the wording of a follow-up question, to be changed as a person likes."""
    _ = say
    words = (
        _("To {doctor}: you answered a part of my question “{question}” What about the rest?")
        if one.answered is Answered.PARTLY
        else _("To {doctor}: I did not find an answer to my question “{question}” What do you say?")
    )
    return words.format(doctor=doctor, question=_ended(one.question.text))


def open_question(title: str, said: Iterable[tuple[str, GridCell]], say: Phrases = _) -> str:
    """Give the wording of a question to all doctors about a row; `said` are doctors and cells.

    Only a doctor's own words stand in quotation marks; others are said to be a note.
    """
    _ = say
    own, noted = _("{doctor} says: “{words}”"), _("As I noted it, {doctor} said: {words}")
    parts = [
        (own if cell.verbatim else noted).format(doctor=doctor, words=_ended(cell.text))
        for doctor, cell in said
        if cell.text.strip()
    ]
    end = _("Why is that, and what new fact would settle it?")
    lead = title if title.endswith("?") else f"{title.rstrip(':.')}:"
    return " ".join((lead, *parts, end))


def conflict_question(about: str, said: Iterable[tuple[str, str]], say: Phrases = _) -> str:
    """Give the wording of a question about papers that do not agree; `said`: sources and words."""
    _ = say
    parts = [
        _("{source} says: “{words}”").format(source=source, words=_ended(words))
        for source, words in said
        if words.strip()
    ]
    lead = about if about.endswith("?") else f"{about.rstrip(':.')}:"
    return " ".join((lead, *parts, _("Which of them holds, and how can we be sure?")))


def builds_for(
    opinion: Opinion,
    recipients: Iterable[RecipientProfile],
    builds: Iterable[Build],
    sent: Iterable[Sending],
) -> tuple[Build, ...]:
    """Give the dossiers that went to the one who gave an opinion, newest first.

    A dossier counts when the log says that it was sent to somebody of this
    name. Names are compared without regard to case and blanks; nothing is
    guessed from parts of a name.
    """
    names = {_plain(opinion.doctor)}
    for one in recipients:
        if one.id == opinion.recipient:
            names |= {_plain(one.recipient.name), _plain(one.recipient.service)}
    names.discard("")
    went = {one.build for one in sent if _plain(one.recipient) in names}
    return tuple(sorted((one for one in builds if one.id in went), key=lambda one: -one.id))


def seen_in(build: Build, there: Iterable[int], known: Iterable[SawRecord]) -> tuple[int, ...]:
    """Give the records of a dossier that are still `there` and of which nobody said yet."""
    open_ = set(there) - {one.record for one in known}
    return tuple(dict.fromkeys(one.record for one in build.records if one.record in open_))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _ended(words: str) -> str:
    """Give words on one line that end as a sentence does."""
    flat = " ".join(words.split())
    return flat if flat.endswith((".", "?", "!", "…")) else f"{flat}."
