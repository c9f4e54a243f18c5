"""The tables of the journey: tests, family, options and opinions, and which of all go along."""

from collections.abc import Callable, Iterator

from app.dossier.pack.asking_tables import consents, outside, requests
from app.dossier.pack.table_file import (
    Rows,
    TableFile,
    date_cells,
    date_head,
    source_of,
    source_words,
    table_file,
)
from app.dossier.pages.choice_tables import own_reading
from app.dossier.pages.who_said_what import opinion_source
from app.dossier.whereabouts import Voices
from app.model.journey.opinion import Opinion, OpinionPart
from app.model.journey.options import aspect_title, options_of
from app.model.journey.row_words import answered_words, opinion_kind_words
from app.model.journey.tests import TestState, by_part
from app.model.recipient_profile import FirstOpinion, Identity
from app.phrases import Phrases


def journey_tables(voices: Voices) -> Iterator[TableFile]:
    """Give each of the tables that has a row, as far as the version tells of it.

    A version that is blind to the first opinion gets no opinions, and nobody
    who wanted a test; blind or without the name on every page, it gets no
    consents either: they name the people around the patient. What is only
    for the person, such as notes and calls, is in none of them.
    """
    _, version = voices.say, voices.plan.version
    made: list[tuple[str, str, Callable[[Voices], Rows]]] = [
        ("tests", _("Tests"), _tests),
        ("family", _("Illnesses in the family"), _family),
        ("options", _("Options and risks"), _options),
        ("requests", _("Requests for records"), requests),
        ("outside", _("Discs, slides and other things"), outside),
    ]
    if version.first_opinion is FirstOpinion.INCLUDE:
        made.append(("opinions", _("Opinions received"), _opinions))
        if version.identity is Identity.FULL:
            made.append(("consents", _("Who may act for the patient"), consents))
    for name, title, rows_of in made:
        rows = rows_of(voices)
        if len(rows) > 1:
            yield table_file(name, title, rows)


def _tests(voices: Voices) -> Rows:
    _ = voices.say
    head = [
        _("Test"),
        _("Part of the body"),
        _("How far"),
        *date_head(_("Date"), _),
        _("Where"),
        _("Result, as the report says"),
        *date_head(_("Expected"), _),
        _("Wanted by"),
        _("Source"),
    ]
    states = {
        TestState.DONE: _("Done"),
        TestState.WAITING: _("Done, waiting for the result"),
        TestState.PLANNED: _("Planned"),
        TestState.WANTED: _("Somebody said it is needed"),
        TestState.NOT_DONE: _("Decided not to do it"),
    }
    blind = voices.plan.version.first_opinion is not FirstOpinion.INCLUDE
    rows = [
        [
            one.name,
            one.system,
            states[one.state],
            *date_cells(one.date),
            one.place,
            one.result,
            *date_cells(one.due),
            "" if blind else one.wanted_by,
            source_of(voices, one.voice),
        ]
        for one in by_part(voices.plan.case.journey.tests)
    ]
    return [head, *rows]


def _family(voices: Voices) -> Rows:
    _ = voices.say
    head = [_("Relative"), _("Illness"), _("At what age"), _("Note"), _("Source")]
    rows = [
        [one.relative, one.illness, one.age, one.note, source_of(voices, one.voice)]
        for one in voices.plan.case.journey.family
        if not one.private
    ]
    return [head, *rows]


def _options(voices: Voices) -> Rows:
    _ = voices.say
    head = [
        _("No."),
        _("Option"),
        _("Raised by"),
        _("About"),
        _("What was said"),
        _("Of 100 people"),
        _("Source"),
    ]
    rows: Rows = []
    for number, option in enumerate(options_of(voices.plan.case.journey), 1):
        first = [str(number), option.choice.name, option.choice.raised_by]
        rows += [
            [
                *first,
                aspect_title(cell.aspect, _),
                cell.text,
                "" if cell.of_100 is None else str(cell.of_100),
                source_words(own_reading(_)) if cell.own_reading else source_of(voices, cell.voice),
            ]
            for cell in option.cells
        ] or [[*first, "", "", "", ""]]
    return [head, *rows]


def _opinions(voices: Voices) -> Rows:
    _, case = voices.say, voices.plan.case
    head = [
        _("Doctor"),
        _("Field"),
        _("Place"),
        *date_head(_("Date"), _),
        _("How"),
        _("About"),
        _("What the doctor says"),
        _("Word for word"),
        _("Source"),
    ]
    asked, marks = {one.id: one.text for one in case.questions}, answered_words(_)
    parts = {
        OpinionPart.HISTORY: _("Medical history"),
        OpinionPart.TESTS: _("More tests"),
        OpinionPart.CHOICES: _("Choices and risks"),
        OpinionPart.REPORT: _("Written report"),
    }
    rows: Rows = []
    for one in case.journey.opinions:
        kind = opinion_kind_words(_)[one.kind]
        first = [one.doctor, one.field, one.place, *date_cells(one.date), kind]
        said = [
            (parts[point.part], point.text, point.verbatim, point.page)
            for point in case.journey.points
            if point.opinion == one.id
        ]
        said += [
            (
                asked[each.question],
                each.text or marks[each.answered],
                each.verbatim,
                each.page,
            )
            for each in case.journey.answers
            if each.opinion == one.id and each.question in asked
        ]
        rows += [
            [*first, about, text, _yes_no(verbatim, _), _page(voices, one, page)]
            for about, text, verbatim, page in said
        ] or [[*first, "", "", "", _page(voices, one, None)]]
    return [head, *rows]


def _page(voices: Voices, opinion: Opinion, page: int | None) -> str:
    return source_words(opinion_source(voices, opinion, page))


def _yes_no(one: bool, say: Phrases) -> str:
    return say("yes") if one else say("no")
