"""Write down what is said of the case: fields, reasons, questions, facts."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import Any

from app.case.casefile import CaseFile
from app.cli.fields import FIELDS, Field, Group
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import typed_date, typed_voice
from app.content.load import load_content
from app.errors import NotUnderstood
from app.model.story import (
    Allergy,
    Asked,
    Event,
    EventKind,
    Medicine,
    Subject,
    Treatment,
)
from app.phrases import _

ANSWERS = {
    "none": Asked.NONE_KNOWN,
    "none known": Asked.NONE_KNOWN,
    "not sure": Asked.NOT_SURE,
    "not asked": Asked.NOT_ASKED,
}


def _write(case: CaseFile, field: Field, value: str, args: Namespace) -> None:
    people = case.people
    match field.group:
        case Group.PATIENT:
            stored: Any = typed_date(value) if field.name == "born" else value
            people.save(replace(people.patient(), **{field.name: stored}))
        case Group.PREPARER:
            people.save(replace(people.preparer(), **{field.name: value}))
        case Group.RECIPIENT:
            people.save(replace(people.recipient(), **{field.name: value}))
        case Group.ASKED:
            _answer(case, field.name, value)
        case Group.STATEMENT:
            subject = Subject(field.name)
            text = typed_date(value).stored() if subject.is_date else value
            case.statements.state(subject, text, typed_voice(args, case))


def _answer(case: CaseFile, table: str, value: str) -> None:
    answer = ANSWERS.get(value.lower())
    if answer is None:
        raise NotUnderstood(
            _("“{value}” is no answer here. Say one of: {answers}.").format(
                value=value, answers=", ".join(ANSWERS)
            )
        )
    if answer is Asked.NONE_KNOWN and case.asked.get(table) is Asked.LISTED:
        raise NotUnderstood(_("There are entries in that list already. Take them out first."))
    case.asked.set(table, answer)


def put(args: Namespace, voice: Voice) -> int:
    """Write one field of the case."""
    with closing(open_case(args)) as case, case.change(_("Change {f}").format(f=args.field)):
        _write(case, FIELDS[args.field], args.value.strip(), args)
    voice.result({"field": args.field, "value": args.value}, [])
    return 0


def reason(args: Namespace, voice: Voice) -> int:
    """Choose reasons: one of the eight codes each, or words of one's own."""
    content = load_content()
    codes = {one.code for one in content.reasons}
    chosen: list[str] = []
    with closing(open_case(args)) as case, case.change(_("Choose reasons")):
        for code in args.codes:
            if code in codes:
                case.reasons.choose(code, words=args.words)
                chosen.append(code)
            elif " " in code.strip():
                chosen.append(case.reasons.add_own(code.strip(), args.words))
            else:
                raise NotUnderstood(
                    _("There is no reason “{code}”. The eight are: {codes}.").format(
                        code=code, codes=", ".join(one.code for one in content.reasons)
                    )
                )
    questions = [question.text for question in content.questions_for(chosen)]
    lines = list(content.safety_lines(chosen))
    if questions:
        lines += [_("Questions that may be worth asking:"), *(f"  {text}" for text in questions)]
    prompts = [prompt.text for prompt in content.prompts_for(chosen)]
    if prompts:
        lines += [_("Worth writing down:"), *(f"  {text}" for text in prompts)]
    voice.result(
        {
            "reasons": chosen,
            "suggested_questions": questions,
            "prompts": prompts,
            "safety": list(content.safety_lines(chosen)),
        },
        lines,
    )
    return 0


def question(args: Namespace, voice: Voice) -> int:
    """Add questions at the end of the list."""
    texts = [text.strip() for text in args.texts]
    if not all(texts):
        raise NotUnderstood(_("A question needs some words."))
    with closing(open_case(args)) as case, case.change(_("Add questions")):
        numbers = [case.questions.add(text, top=args.top) for text in texts]
    voice.result({"questions": numbers}, [])
    return 0


def event(args: Namespace, voice: Voice) -> int:
    """Add an event to the timeline."""
    return _add(
        args,
        voice,
        lambda case: case.timeline.add(
            Event(
                0,
                EventKind(args.kind),
                typed_date(args.date),
                _needed(args.text),
                typed_voice(args, case),
            )
        ),
    )


def medicine(args: Namespace, voice: Voice) -> int:
    """Add a medicine; with --until it is one that is no longer taken."""
    return _add(
        args,
        voice,
        lambda case: case.medicines.add(
            Medicine(
                0,
                _needed(args.name),
                args.dose,
                args.frequency,
                args.purpose,
                typed_date(args.since),
                None if args.until is None else typed_date(args.until),
                typed_voice(args, case),
            )
        ),
    )


def allergy(args: Namespace, voice: Voice) -> int:
    """Add an allergy."""
    return _add(
        args,
        voice,
        lambda case: case.allergies.add(
            Allergy(
                0,
                _needed(args.substance),
                args.reaction,
                typed_date(args.date),
                typed_voice(args, case),
            )
        ),
    )


def tried(args: Namespace, voice: Voice) -> int:
    """Add a treatment that was tried."""
    return _add(
        args,
        voice,
        lambda case: case.treatments.add(
            Treatment(
                0,
                _needed(args.name),
                typed_date(args.dates),
                dose=args.dose,
                weeks=args.weeks,
                result=args.result,
                stopped_because=args.stopped_because,
                voice=typed_voice(args, case),
            )
        ),
    )


def _add(args: Namespace, voice: Voice, write: Callable[[CaseFile], int]) -> int:
    with closing(open_case(args)) as case, case.change(_("Add to the story")):
        number = write(case)
    voice.result({"id": number}, [])
    return 0


def _needed(text: str) -> str:
    if not text.strip():
        raise NotUnderstood(_("Some words are needed here."))
    return text.strip()
