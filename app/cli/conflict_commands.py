"""Note what two papers or people say differently, and make a question of it."""

from argparse import Namespace
from contextlib import closing
from dataclasses import replace

from app.case.casefile import CaseFile
from app.cli.output import Voice
from app.cli.secrets import open_case
from app.cli.typed import typed_voice
from app.cli.value_json import voice_json
from app.errors import NotUnderstood
from app.model.journey.conflict import Conflict, TwoSides, said_in, two_sides
from app.model.journey.offered import conflict_question
from app.model.record import Record
from app.model.voice import Voice as Source
from app.phrases import _


def add(args: Namespace, voice: Voice) -> int:
    """Note a point, and with `--ask` make a question of it."""
    with closing(open_case(args)) as case, case.change(_("Note papers that do not agree")):
        whole = _changed(TwoSides(0, ""), args, case)
        number, question = case.journey.two_sided.add(whole), None
        if args.ask:
            question = _ask(case, replace(whole, id=number))
    voice.result({"conflict": number, "question": question}, _added(number, question))
    return 0


def change(args: Namespace, voice: Voice) -> int:
    """Change one; what was not named stays."""
    with closing(open_case(args)) as case, case.change(_("Change papers that do not agree")):
        case.journey.two_sided.save(_changed(_found(case, args.number), args, case))
    voice.result({"conflict": args.number}, [])
    return 0


def ask(args: Namespace, voice: Voice) -> int:
    """Make a question of one, once."""
    words = _("Make a question of papers that do not agree")
    with closing(open_case(args)) as case, case.change(words):
        whole = _found(case, args.number)
        kept = case.journey.conflicts.get(args.number)
        there = {one.id for one in case.questions.all()}
        if kept is not None and kept.question in there:
            raise NotUnderstood(_("It is among the questions already. Nothing was added."))
        question = _ask(case, whole)
    voice.result({"conflict": args.number, "question": question}, _added(None, question))
    return 0


def every(args: Namespace, voice: Voice) -> int:
    """List all with both sides."""
    with closing(open_case(args)) as case:
        records = {one.id: one for one in case.records.all()}
        journey = case.journey
        found = list(two_sides(journey.conflicts.all(), journey.conflict_sides.all()))
        places = {one.id: place for place, one in enumerate(case.questions.all(), 1)}
    lines = [line for one in found for line in _lines(*one, records, places)]
    values: dict[str, object] = {"conflicts": [_values(*one) for one in found]}
    voice.result(values, lines or [_("None is written down yet.")])
    return 0


def remove(args: Namespace, voice: Voice) -> int:
    """Take one away; the question that was made of it stays."""
    with closing(open_case(args)) as case, case.change(_("Remove papers that do not agree")):
        case.journey.two_sided.remove(_found(case, args.number).id)
    voice.result({"removed": args.number}, [])
    return 0


def _changed(whole: TwoSides, args: Namespace, case: CaseFile) -> TwoSides:
    """Give a point with what was typed; only the other side may be without words."""
    texts = {name: getattr(args, name) for name in ("about", "one", "other", "note")}
    typed = {name: text.strip() for name, text in texts.items() if text is not None}
    if not all(text for name, text in typed.items() if name in ("about", "one")):
        raise NotUnderstood(_("Say what it is about, and what the first one says."))
    whole = replace(whole, **typed)
    if getattr(args, "settled", None) is not None:
        whole = replace(whole, settled=args.settled == "yes")
    one, other = (_voice(side, args, case) for side in ("one", "other"))
    if one is not None:
        whole = replace(whole, one_voice=one)
    return whole if other is None else replace(whole, other_voice=other)


def _voice(side: str, args: Namespace, case: CaseFile) -> Source | None:
    """Read who speaks on a side; None when nothing was typed of it."""
    parts = {name: getattr(args, f"{side}_{name}") for name in ("by", "on", "record", "page")}
    if not parts["by"] and not parts["on"] and parts["record"] is None:
        return None
    return typed_voice(Namespace(**parts), case)


def _ask(case: CaseFile, whole: TwoSides) -> int:
    records = {one.id: one for one in case.records.all()}
    number = case.questions.add(conflict_question(whole.about, said_in(whole, records)))
    case.journey.two_sided.asked(whole.id, number)
    return number


def _found(case: CaseFile, number: int) -> TwoSides:
    whole = case.journey.two_sided.get(number)
    if whole is None:
        words = _("No point on which papers do not agree has the number {n}.")
        raise NotUnderstood(words.format(n=number))
    return whole


def _added(number: int | None, question: int | None) -> list[str]:
    lines = [] if number is None else [_("Added as number {number}.").format(number=number)]
    return lines if question is None else [*lines, _("It stands at the end of the questions.")]


def _lines(
    kept: Conflict, whole: TwoSides, records: dict[int, Record], places: dict[int, int]
) -> list[str]:
    head = f"{kept.id}  {kept.about}"
    said = [
        _("{source}: “{words}”").format(source=source, words=text)
        for source, text in said_in(whole, records)
    ]
    more = [_("Note: {note}").format(note=kept.note)] if kept.note else []
    if kept.question in places:
        more.append(_("Asked in Q{n}").format(n=places[kept.question]))
    settled = _("  (settled)") if kept.settled else ""
    return [f"{head}{settled}", *(f"   {one}" for one in (*said, *more))]


def _values(kept: Conflict, whole: TwoSides) -> dict[str, object]:
    return {
        "id": kept.id,
        "about": kept.about,
        "one": {"text": whole.one, **voice_json(whole.one_voice)},
        "other": {"text": whole.other, **voice_json(whole.other_voice)},
        "note": kept.note,
        "question": kept.question,
        "settled": kept.settled,
    }
