"""Write down the opinions: who gave them, what they say, what they answer, what was at hand."""

from argparse import Namespace
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace

from app.case.casefile import CaseFile
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import found, typed_date
from app.content.load import load_content
from app.errors import NotUnderstood
from app.model.journey.comparison import GridCell
from app.model.journey.offered import follow_ups, seen_in
from app.model.journey.opinion import (
    Answered,
    Opinion,
    OpinionKind,
    OpinionPart,
    Point,
    QuestionAnswer,
    SawRecord,
)
from app.model.journey.row_words import answered_words, opinion_kind_words
from app.phrases import _


def opinion_of(case: CaseFile, number: int) -> Opinion:
    """Give the opinion with this number. Raises NotUnderstood when there is none."""
    opinion = case.journey.opinions.get(number)
    if opinion is None:
        raise NotUnderstood(_("There is no opinion with the number {n}.").format(n=number))
    return opinion


def checked_page(case: CaseFile, opinion: Opinion, page: int | None) -> int | None:
    """Give a page of the report of an opinion. Raises NotUnderstood for one that is not there."""
    if page is None:
        return None
    if opinion.record is None:
        words = _("“{name}” has no report yet, so there is no page. Add its record first.")
        raise NotUnderstood(words.format(name=opinion.doctor))
    record = found(case, opinion.record)
    last = len(record.document.pages) if record.document else None
    if page < 1 or (last is not None and page > last):
        words = _("“{title}” has no page {page}.")
        raise NotUnderstood(words.format(title=record.title, page=page))
    return page


def retold(
    before: QuestionAnswer | GridCell, args: Namespace, page: int | None
) -> dict[str, object]:
    """Give words, whose they are and their page as they are now.

    Other words are not the doctor's, nor on the page of those before, unless that is said.
    """
    if args.text is not None:
        return {"text": args.text.strip(), "verbatim": bool(args.verbatim), "page": page}
    return {
        "verbatim": before.verbatim if args.verbatim is None else args.verbatim,
        "page": before.page if page is None else page,
    }


def needed(text: str | None) -> str:
    """Give words without blanks around them. Raises NotUnderstood when there are none."""
    if not (text or "").strip():
        raise NotUnderstood(_("Some words are needed here."))
    return (text or "").strip()


def add(args: Namespace, voice: Voice) -> int:
    """Add an opinion, or change the one with a number."""
    with closing(open_case(args)) as case:
        before = Opinion(0, "") if args.number is None else opinion_of(case, args.number)
        opinion = _changed(case, before, args)
        with case.change(_("Add an opinion") if args.number is None else _("Change an opinion")):
            if args.number is None:
                opinion = replace(opinion, id=case.journey.opinions.add(opinion))
            else:
                case.journey.opinions.save(opinion)
        kept = opinion_of(case, opinion.id)
    voice.result({"opinion": opinion_json(kept)}, [_line(kept)])
    return 0


def _changed(case: CaseFile, before: Opinion, args: Namespace) -> Opinion:
    given: dict[str, object] = {
        name: getattr(args, name).strip()
        for name in ("field", "place", "note")
        if getattr(args, name) is not None
    }
    if args.doctor is not None or args.number is None:
        given["doctor"] = needed(args.doctor)
    if args.date is not None:
        given["date"] = typed_date(args.date)
    if args.kind is not None:
        given["kind"] = OpinionKind(args.kind)
    if args.record is not None:
        given["record"] = found(case, args.record).id
    if args.recipient is not None:
        if case.recipients.get(args.recipient) is None:
            words = _("There is no recipient with the number {n}.")
            raise NotUnderstood(words.format(n=args.recipient))
        given["recipient"] = args.recipient
    return replace(before, **given)  # type: ignore[arg-type]


def every(args: Namespace, voice: Voice) -> int:
    """List the opinions, with their points, answers and what was at hand."""
    with closing(open_case(args)) as case:
        journey, questions = case.journey.all(), case.questions.all()
        titles = {one.id: one.title for one in case.records.all()}
    values, lines = [], []
    for one in journey.opinions:
        points = [point for point in journey.points if point.opinion == one.id]
        answers = [answer for answer in journey.answers if answer.opinion == one.id]
        saw = [line for line in journey.saw if line.opinion == one.id]
        values.append(
            opinion_json(one)
            | {
                "points": [_point_json(point) for point in points],
                "answers": [_answer_json(answer) for answer in answers],
                "saw": [{"record": line.record, "saw": line.saw} for line in saw],
                "follow_up": [
                    left.question.id for left in follow_ups(one.id, questions, journey.answers)
                ],
            }
        )
        lines.append(_line(one))
        lines += [f"   {words}" for words in _point_lines(points)]
        for left in follow_ups(one.id, questions, journey.answers):
            words = answered_words()[left.answered]
            lines.append(f"   {words}: {left.question.text}")
        lines += [f"   {_saw_line(line, titles)}" for line in saw]
    voice.result({"opinions": values}, lines)
    return 0


def point(args: Namespace, voice: Voice) -> int:
    """Write down one point of an opinion."""
    with closing(open_case(args)) as case:
        opinion = opinion_of(case, args.opinion)
        page = checked_page(case, opinion, args.page)
        kept = Point(
            0, opinion.id, OpinionPart(args.part), needed(args.text), bool(args.verbatim), page
        )
        with case.change(_("Add a point of an opinion")):
            number = case.journey.points.add(kept)
    voice.result({"point": number}, [])
    return 0


def answer(args: Namespace, voice: Voice) -> int:
    """Say how far an opinion answers a question, in which words and on which page."""
    with closing(open_case(args)) as case:
        opinion = opinion_of(case, args.opinion)
        page = checked_page(case, opinion, args.page)
        questions = case.questions.all()
        if args.question not in {one.id for one in questions}:
            words = _("There is no question with the number {n}.")
            raise NotUnderstood(words.format(n=args.question))
        known = (
            one
            for one in case.journey.answers.all()
            if (one.opinion, one.question) == (opinion.id, args.question)
        )
        before = next(known, QuestionAnswer(0, opinion.id, args.question))
        kept = replace(
            before,
            answered=Answered(args.answered),
            **retold(before, args, page),  # type: ignore[arg-type]
        )
        with case.change(_("Mark the answer to a question")):
            if kept.id:
                case.journey.answers.save(kept)
            else:
                case.journey.answers.add(kept)
        left = follow_ups(opinion.id, questions, case.journey.answers.all())
    voice.result({"follow_up": [one.question.id for one in left]}, [])
    return 0


def saw(args: Namespace, voice: Voice) -> int:
    """Say which records a doctor had at hand, one by one or as they went in a dossier."""
    with closing(open_case(args)) as case:
        opinion = opinion_of(case, args.opinion)
        marks = dict.fromkeys(_records(case, args), not args.without)
        known = [one for one in case.journey.saw.all() if one.opinion == opinion.id]
        if args.build is not None:
            build = case.builds.get(args.build)
            if build is None:
                words = _("There is no build with the number {n}.")
                raise NotUnderstood(words.format(n=args.build))
            there = [one.id for one in case.records.all()]
            marks = dict.fromkeys(seen_in(build, there, known), True) | marks
        if not marks and args.build is None:
            raise NotUnderstood(_("Say which records: give their numbers, or --build N."))
        with case.change(_("Mark what a doctor had at hand")):
            _mark(case, opinion.id, marks, known)
        kept = [one for one in case.journey.saw.all() if one.opinion == opinion.id]
        titles = {one.id: one.title for one in case.records.all()}
    voice.result(
        {"saw": [{"record": one.record, "saw": one.saw} for one in kept]},
        [_saw_line(one, titles) for one in kept],
    )
    return 0


def _records(case: CaseFile, args: Namespace) -> list[int]:
    return [found(case, number).id for number in args.records]


def _mark(case: CaseFile, opinion: int, marks: dict[int, bool], known: Iterable[SawRecord]) -> None:
    before = {one.record: one for one in known}
    for record, there in marks.items():
        line = before.get(record)
        if line is None:
            case.journey.saw.add(SawRecord(0, opinion, record, there))
        elif line.saw is not there:
            case.journey.saw.save(replace(line, saw=there))


def opinion_json(one: Opinion) -> dict[str, object]:
    """Give an opinion as JSON, without what it says."""
    return {
        "opinion": one.id,
        "doctor": one.doctor,
        "field": one.field,
        "place": one.place,
        "date": one.date.stored(),
        "kind": one.kind.value,
        "record": one.record,
        "recipient": one.recipient,
        "note": one.note,
    }


def _line(one: Opinion) -> str:
    facts = [one.doctor, one.field, one.place, one.date.shown() if one.date.known else ""]
    facts.append(opinion_kind_words()[one.kind])
    return f"{one.id}  {', '.join(fact for fact in facts if fact)}"


def _point_json(one: Point) -> dict[str, object]:
    return {
        "point": one.id,
        "part": one.part.value,
        "text": one.text,
        "verbatim": one.verbatim,
        "page": one.page,
    }


def _answer_json(one: QuestionAnswer) -> dict[str, object]:
    return {
        "question": one.question,
        "answered": one.answered.value,
        "text": one.text,
        "verbatim": one.verbatim,
        "page": one.page,
    }


def _point_lines(points: Iterable[Point]) -> list[str]:
    content = load_content()
    words = _("{part}: {text}")
    return [words.format(part=content.part(one.part.value).title, text=one.text) for one in points]


def _saw_line(one: SawRecord, titles: dict[int, str]) -> str:
    words = _("had at hand: {title}") if one.saw else _("did not have: {title}")
    return words.format(title=titles.get(one.record, _("a record in the bin")))
