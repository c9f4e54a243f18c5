"""All tests by part of the body, ordinary results included, and those that are still open."""

from collections.abc import Sequence
from itertools import groupby

from app.dossier.drawing import Book
from app.dossier.pages.wording import strong
from app.dossier.styles import CELL, SMALL
from app.dossier.table import Column, Row, table
from app.dossier.whereabouts import Voices
from app.model.journey.tests import MedicalTest, TestState, by_part
from app.model.recipient_profile import FirstOpinion
from app.model.story import CaseSnapshot
from app.phrases import Phrases


def has_tests(case: CaseSnapshot) -> bool:
    """Whether there is a test to tell of: one that was done, or is still open."""
    return any(one.state is TestState.DONE or one.state.is_open for one in case.journey.tests)


def draw_tests(book: Book, voices: Voices) -> None:
    """Draw the ledger of tests; nothing when there is none."""
    if not has_tests(voices.plan.case):
        return
    _, tests = book.say, voices.plan.case.journey.tests
    done = [one for one in tests if one.state is TestState.DONE]
    still = [one for one in tests if one.state.is_open]
    book.part(_("Tests"), "tests")
    book.heading(_("Tests so far"), 1)
    book.space(2)
    words = _("Results are given in the words of the report, what was as expected included.")
    book.paragraph(words, SMALL)
    if done:
        _done(book, voices, done)
    if still:
        book.space(12)
        _still(book, voices, still)
    if untold := sum(one.tests for one in voices.plan.withheld):
        book.space(8)
        words = _("The patient left out {count} tests and does not name them here.")
        if untold == 1:
            words = _("The patient left out 1 test and does not name it here.")
        book.paragraph(words.format(count=untold), SMALL)


def _part(one: MedicalTest) -> str:
    return one.system.strip().casefold()


def _done(book: Book, voices: Voices, tests: Sequence[MedicalTest]) -> None:
    _ = book.say
    columns = [
        Column(_("Test"), 120),
        Column(_("When and where"), 110),
        Column(_("Result, as the report says"), 166),
        Column(_("Source"), 100),
    ]
    rows: list[Row] = []
    for _key, group in groupby(by_part(tests), key=_part):
        found = list(group)
        rows.append(Row((strong(found[0].system.strip() or _("Other tests"), CELL),)))
        rows += [_row(voices, one, _) for one in found]
    book.space(8)
    table(book, columns, rows)


def _row(voices: Voices, one: MedicalTest, say: Phrases) -> Row:
    cells = (
        strong(one.name, CELL),
        "\n".join(part for part in (one.date.shown(), one.place.strip()) if part),
        one.result.strip() or say("Not given"),
        voices.pieces(one.voice),
    )
    return Row(cells, voices.bar(one.voice))


def _still(book: Book, voices: Voices, tests: Sequence[MedicalTest]) -> None:
    _ = book.say
    columns = [
        Column(_("Test"), 140),
        Column(_("How far"), 120),
        Column(_("Expected"), 80),
        Column(_("Wanted by"), 76),
        Column(_("Source"), 100),
    ]
    blind = voices.plan.version.first_opinion is not FirstOpinion.INCLUDE
    if blind:  # who wanted a test may be the first doctor
        columns = [one for one in columns if one.title != _("Wanted by")]
    states = {
        TestState.WAITING: _("Done, waiting for the result"),
        TestState.PLANNED: _("Planned"),
        TestState.WANTED: _("Somebody said it is needed"),
    }
    rows = []
    for one in sorted(tests, key=lambda one: (*one.due.sort_key, one.id)):
        state = states[one.state]
        if one.date.known and one.state is TestState.WAITING:
            state += f"\n{one.date.shown()}"
        wanted = () if blind else (one.wanted_by.strip() or _("Not given"),)
        cells = (
            strong(one.name, CELL),
            state,
            one.due.shown(),
            *wanted,
            voices.pieces(one.voice),
        )
        rows.append(Row(cells, voices.bar(one.voice)))
    table(book, columns, rows, heading=_("Tests that are still open"))
