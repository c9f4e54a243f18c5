"""What to look at in a version that is blind to the first opinion: what it costs, who is named."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from app.dossier.conclusion_words import given_away
from app.dossier.findings import Level, Line, about, why_kept
from app.dossier.first_doctor import own_names
from app.dossier.groups import page_range
from app.dossier.inner import words_on
from app.dossier.plan import DossierPlan, PlannedRecord
from app.dossier.printed_words import printed_words
from app.errors import DossierBlocked
from app.model.journey.doctor_names import lone_names, name_words, stands_alone, sure_names
from app.model.recipient_profile import FirstOpinion
from app.model.record import Kind
from app.phrases import _, many

Texts = Callable[[str], tuple[str, ...]]
Named = Callable[[str], str]
"""Gives what names the first doctor in a text, "" for nothing."""


def check_blind(plan: DossierPlan, texts: Texts) -> Iterator[Line]:
    """Give every finding of a version that is blind to the first opinion; of another, none.

    Words of the case that name the first doctor without a doubt are hidden
    before; a last name alone may be another word, so that a person decides.
    What stands on the pages of a record is told, and stops nothing.
    """
    if plan.version.first_opinion is FirstOpinion.INCLUDE:
        return
    yield from _cost(plan)
    yield from _given_away(plan, texts)
    if not plan.first_doctors:
        sentence = _("Nobody is named as the first doctor, so nothing can be looked for.")
        yield Line("blind.nobody", Level.LOOK, sentence)
        return
    named = _finder(plan)
    for name in dict.fromkeys(filter(None, map(named, printed_words(plan)))):
        sentence = _(
            "“{name}” stands in what you wrote. If it is the first doctor, change it. "
            "If not, say why it is right."
        )
        words = sentence.format(name=name)
        yield Line("blind.words", Level.STOP, words, detail=name, answerable=True)
    for planned in plan.records:
        yield from _in_record(planned, named, texts)


def stop_for_first_doctor(plan: DossierPlan, kept: Mapping[tuple[str, int], str]) -> None:
    """Raise DossierBlocked where a blind version names the first doctor and nobody said why."""
    for line in check_blind(plan, lambda _sha256: ()):
        if line.level is Level.STOP and not why_kept(line, kept):
            raise DossierBlocked(line.sentence)


def _cost(plan: DossierPlan) -> Iterator[Line]:
    if not plan.case.first_opinion:
        yield Line(
            "blind.nothing",
            Level.LOOK,
            _("No page is marked as stating the first opinion, so all of them go in."),
        )
    yield Line(
        "blind.cost",
        Level.LOOK,
        _(
            "The first opinion is left out. The other doctor cannot say why the first decided "
            "as he did. The cover says that something is left out."
        ),
    )
    covers = (Kind.DIAGNOSIS_PLAN, Kind.SPECIALIST_LETTER)
    for planned in plan.records:
        record = planned.record
        if record.kind in covers and record.id not in plan.case.first_opinion:
            sentence = _("“{title}” is a letter. Look if it states the first opinion.")
            yield about("blind.letter", Level.LOOK, record, sentence)


def _given_away(plan: DossierPlan, texts: Texts) -> Iterator[Line]:
    """Tell which words of the first conclusion a person wrote elsewhere too."""
    if words := given_away(plan.concluded, printed_words(plan), _papers(plan, texts)):
        sentence = many(
            "“{words}” stands in the first opinion and in what you wrote. "
            "Look if it gives the first opinion away.",
            "“{words}” stand in the first opinion and in what you wrote. "
            "Look if they give the first opinion away.",
            len(words),
        ).format(words=_("”, “").join(words))
        yield Line("blind.told", Level.LOOK, sentence, detail=words[0])
    for record in (planned.record for planned in plan.records):
        if record.document is not None:
            continue
        if words := given_away(plan.concluded, [record.body], _papers(plan, texts)):
            sentence = many(
                "“{words}” stands in the first opinion and in “{title}”. "
                "Look if it gives the first opinion away.",
                "“{words}” stand in the first opinion and in “{title}”. "
                "Look if they give the first opinion away.",
                len(words),
            ).format(words=_("”, “").join(words), title=record.title)
            yield Line("blind.told_note", Level.LOOK, sentence, record.id, detail=words[0])


def _papers(plan: DossierPlan, texts: Texts) -> Iterator[str]:
    """Give the words of the papers that the other doctor reads, page by page."""
    for planned in plan.records:
        if planned.record.document is not None:
            there = texts(planned.record.document.sha256)
            shown = (page for page in planned.pages if page not in planned.covered)
            yield from (there[page] for page in shown if page < len(there))


def _in_record(planned: PlannedRecord, named: Named, texts: Texts) -> Iterator[Line]:
    record = planned.record
    if name := named(record.body):
        sentence = _(
            "“{name}” stands in the words of “{title}”. If it is the first doctor, change it. "
            "If not, say why it is right."
        )
        words = sentence.format(name=name, title=record.title)
        yield Line("blind.note", Level.STOP, words, record.id, detail=name, answerable=True)
    if record.document is None:
        return
    there = texts(record.document.sha256)
    found: dict[str, list[int]] = {}
    for page in planned.pages:
        if page in planned.covered or page >= len(there):
            continue
        if name := _first(named, (there[page], *words_on(planned, page))):
            found.setdefault(name, []).append(page)
    for name, pages in found.items():
        sentence = _(
            "“{name}” stands in “{title}”, page {pages}. Look if it tells who the first doctor is."
        )
        words = sentence.format(name=name, title=record.title, pages=page_range(tuple(pages)))
        numbers = tuple(page + 1 for page in pages)
        yield Line("blind.page", Level.LOOK, words, record.id, numbers, detail=name)


def _finder(plan: DossierPlan) -> Named:
    """Give what finds the first doctor however sure it is; of a pair of names the longer."""
    own = own_names(plan.case)
    sure = sure_names(plan.first_doctors, own)
    lone = lone_names(plan.first_doctors, own)
    lasts = {words[-1].casefold() for words in map(name_words, plan.first_doctors) if words}

    def named(text: str) -> str:
        folded = text.casefold()
        if not any(last in folded for last in lasts):  # most pages, and quickly told
            return ""
        if sure is not None and (found := sure.search(text)):
            return re.sub(r"\s+", " ", found[0])
        return next((last for last in lone if stands_alone(last, text)), "")

    return named


def _first(named: Named, texts: Iterable[str]) -> str:
    return next(filter(None, map(named, texts)), "")
