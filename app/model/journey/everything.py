"""All words that stand on the way from the gaps to the decision, for a search to look through."""

from collections.abc import Iterator, Sequence

from app.model.found import Found, Group, joined
from app.model.journey.conflict import two_sides
from app.model.journey.deciding import chosen_words
from app.model.journey.limit_words import limit_label
from app.model.journey.options import aspect_title, out_of_100, raised_words
from app.model.journey.request_words import outcome_words
from app.model.journey.row_words import row_title
from app.model.journey.snapshot import Journey
from app.model.outside_item import OutsideItem
from app.model.story import Question
from app.model.voice import Cited, Voice
from app.phrases import _


def words_of(
    journey: Journey, questions: Sequence[Question], outside: Sequence[OutsideItem]
) -> Iterator[Found]:
    """Give each thing with words once, in the order of the journey; what has none is left out."""
    for one in (
        *_medical(journey),
        *_conflicts(journey),
        *_options(journey),
        *_asking(journey),
        *_outside(outside),
        *_opinions(journey, questions),
        *_comparison(journey, questions),
        *_decisions(journey),
    ):
        if one.text or one.detail:
            yield one


def _medical(journey: Journey) -> Iterator[Found]:
    for test in journey.tests:
        detail = joined(
            test.system,
            test.result,
            test.date.shown() if test.date.known else "",
            test.place,
            test.wanted_by,
        )
        yield Found(
            Group.TEST, test.name, detail, None, _cited(test.voice), "medical_test", test.id
        )
    for limit in journey.limits:
        if limit.words or limit.label:
            name, source = limit_label(limit, _), _cited(limit.voice)
            yield Found(Group.TEST, name, limit.words, None, source, "test_limit", limit.id)
    for ill in journey.family:
        detail, source = joined(ill.relative, ill.age, ill.note), _cited(ill.voice)
        yield Found(Group.FAMILY, ill.illness, detail, None, source, "family_illness", ill.id)


def _conflicts(journey: Journey) -> Iterator[Found]:
    for kept, whole in two_sides(journey.conflicts, journey.conflict_sides):
        detail = joined(whole.one, whole.other, kept.note)
        yield Found(Group.CONFLICT, kept.about, detail, table="conflict", id=kept.id)


def _options(journey: Journey) -> Iterator[Found]:
    names = {one.id: one.name for one in journey.choices}
    for option in journey.choices:
        detail = raised_words(option)
        yield Found(Group.OPTION, option.name, detail, table="choice", id=option.id)
    for cell in journey.choice_cells:
        detail = joined(names.get(cell.choice, ""), aspect_title(cell.aspect), out_of_100(cell))
        source = _cited(cell.voice)
        yield Found(Group.OPTION, cell.text, detail, None, source, "choice_cell", cell.id)


def _asking(journey: Journey) -> Iterator[Found]:
    for wanted in journey.wanted:
        detail = joined(wanted.who, wanted.why)
        yield Found(Group.GAP, wanted.text, detail, table="wanted", id=wanted.id)
    names = {one.id: one.whom for one in journey.requests}
    for one in journey.requests:
        detail = joined(
            one.department,
            outcome_words(one.outcome, _),
            one.reference,
            one.address,
            one.phone,
            one.email,
            one.send_to,
            one.extended_why,
            one.note,
        )
        yield Found(Group.REQUEST, one.whom, detail, table="request", id=one.id)
    for asked in journey.asked_for:
        detail = names.get(asked.request, "")
        yield Found(Group.REQUEST, asked.text, detail, table="asked_for", id=asked.id)
    for call in journey.calls:
        detail = joined(call.dated.shown(), call.who, names.get(call.request, ""))
        yield Found(Group.REQUEST, call.text, detail, table="call", id=call.id)
    for consent in journey.consents:
        detail = joined(consent.scope, consent.note)
        yield Found(Group.CONSENT, consent.person, detail, table="consent", id=consent.id)


def _outside(outside: Sequence[OutsideItem]) -> Iterator[Found]:
    for one in outside:
        detail = joined(
            one.count,
            one.shows,
            one.facility,
            one.accession,
            one.location,
            one.sent_to,
            one.courier,
            one.tracking,
            one.why,
            one.how_to_get,
        )
        yield Found(Group.OUTSIDE, one.what, detail, table="outside", id=one.id)


def _opinions(journey: Journey, questions: Sequence[Question]) -> Iterator[Found]:
    names = {one.id: one.doctor for one in journey.opinions}
    asked = {one.id: one.text for one in questions}
    for one in journey.opinions:
        detail = joined(one.field, one.place, one.note)
        yield Found(Group.OPINION, one.doctor, detail, table="opinion", id=one.id)
    for point in journey.points:
        detail = names.get(point.opinion, "")
        yield Found(Group.OPINION, point.text, detail, table="point", id=point.id)
    for answer in journey.answers:
        if answer.text.strip():
            detail = joined(names.get(answer.opinion, ""), asked.get(answer.question, ""))
            table = "question_answer"
            yield Found(Group.OPINION, answer.text, detail, table=table, id=answer.id)


def _comparison(journey: Journey, questions: Sequence[Question]) -> Iterator[Found]:
    def named(row: str) -> str:
        return row_title(row, journey.grid_rows, questions) if row else _("All points")

    names = {one.id: one.doctor for one in journey.opinions}
    for row in journey.grid_rows:
        yield Found(Group.COMPARISON, row.label, table="grid_row", id=row.id)
    for cell in journey.grid_cells:
        if cell.text.strip():
            detail = joined(names.get(cell.opinion, ""), named(cell.row))
            yield Found(Group.COMPARISON, cell.text, detail, table="grid_cell", id=cell.id)
    for why in journey.why_differ:
        if why.text.strip():
            yield Found(Group.COMPARISON, why.text, named(why.row), table="why_differ", id=why.id)
    for point in journey.open_points:
        if point.note.strip():
            yield Found(
                Group.COMPARISON, point.note, named(point.row), table="open_point", id=point.id
            )


def _decisions(journey: Journey) -> Iterator[Found]:
    for one in journey.decisions:
        detail = joined(one.considered, one.tipped, one.asked, one.change_my_mind, one.note)
        text = chosen_words(one, journey.choices)
        yield Found(Group.DECISION, text, detail, table="decision", id=one.id)


def _cited(voice: Voice) -> Cited | None:
    return voice if isinstance(voice, Cited) else None
