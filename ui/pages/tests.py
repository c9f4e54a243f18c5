"""All tests, ordinary results and open ones included, and what limits tests."""

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.journey.tests import MedicalTest, by_part
from app.model.record import Kind, Record
from app.model.relation import Relation
from app.model.sensitivity import Sensitivity
from app.model.voice import Cited
from app.phrases import _, many
from ui.facts.kind import FactKind
from ui.facts.limits import Limits
from ui.facts.line import Line
from ui.facts.medical_kinds import test_kind
from ui.facts.section import FactSection
from ui.facts.sections_place import SectionsPlace
from ui.pages.place import Go, RowOf, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.check import Check
from ui.widgets.labels import button
from ui.widgets.spacing import space

OF_TESTS = (Kind.PATHOLOGY, Kind.IMAGING, Kind.LABORATORY, Kind.FUNCTION_TEST)
"""The kinds of record that are reports of tests."""


class TestsPlace(SectionsPlace):
    """A ledger by part of the body, newest first in each; the chosen test is changed beside it."""

    __test__ = False  # pytest collects what is called Test

    code: ClassVar[str] = "tests"
    icon: ClassVar[str] = "scan-line"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"medical_test", "test_limit", "record", "record_sensitivity", "related"}
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        self.only_open = Check(_("Only those that are open"))
        self.from_records = button("", "quiet")
        self.limits: Limits | None = None
        super().__init__(session, looks, go, tell)
        self.limits = Limits(session, looks, self.page)
        self.page.column.insertWidget(self.page.column.count() - 1, self.limits)
        self.only_open.toggled.connect(lambda _on: self.show_case())
        self.from_records.clicked.connect(self._take_over)
        self.limits.show_case()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Tests")

    @staticmethod
    def about() -> str:
        """Say what belongs here."""
        return _("Every test you had or wait for. Ordinary results count too: they save repeats.")

    def count(self) -> int:
        """Give the number of tests."""
        return len(self.session.case.journey.tests.all())

    def make_sections(self) -> tuple[FactSection, ...]:
        """Make the one list."""
        top = QWidget()
        column = space(QVBoxLayout(top), self.looks, gap=4)
        column.addWidget(self.only_open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.from_records, 0, Qt.AlignmentFlag.AlignLeft)
        words = (_("Tests so far"), "", _("Add a test"))
        return (FactSection(test_kind(), words, self.looks, top),)

    def arranged(self, kind: FactKind, lines: list[Line]) -> list[Line]:
        """Put the tests of one part together, the newest first, under its name."""
        lines_of = {line.id: line for line in lines}
        tests = list(kind.store(self.session.case).all())
        if self.only_open.isChecked():
            tests = [one for one in tests if one.state.is_open]
        shown, before = [], None
        for one in by_part(tests):
            head = one.system.strip() or _("Other tests")
            line = lines_of[one.id]
            shown.append(replace(line, head=head) if head.casefold() != before else line)
            before = head.casefold()
        return shown

    def show_case(self) -> None:
        """Show the list, what can be taken over from records, and the limits."""
        super().show_case()
        tests = self.session.case.journey.tests.all()
        self.only_open.setVisible(any(one.state.is_open for one in tests) or self._filtered)
        count = len(self._not_taken_over())
        words = many(
            "Take over 1 record of a test", "Take over {count} records of tests", count
        ).format(count=count)
        self.from_records.setText(words)
        self.from_records.setVisible(count > 0)
        if self.limits is not None:
            self.limits.show_case()

    def leave(self) -> None:
        """Save what was typed."""
        super().leave()
        if self.limits is not None:
            self.limits.flush()

    def show_row(self, row: RowOf) -> QWidget:
        """Come to a test, also one that is not open, or to what limits tests."""
        table, number = row
        if table == "test_limit" and self.limits is not None:
            limit = self.session.case.journey.limits.get(number)
            return self.limits.first_of(limit.code if limit else "") or self.first_focus()
        test = self.session.case.journey.tests.get(number)
        if test is not None and not test.state.is_open:
            self.only_open.setChecked(False)
        return super().show_row(row)

    @property
    def _filtered(self) -> bool:
        return self.only_open.isChecked()

    def _not_taken_over(self) -> list[Record]:
        """Give reports of the patient's own tests; a translation is the same test once more."""
        case = self.session.case
        cited = {
            one.voice.record for one in case.journey.tests.all() if isinstance(one.voice, Cited)
        }
        marked = case.marks.sensitivities().items()
        others = {record for record, tags in marked if Sensitivity.OTHER_PERSON in tags}
        related = case.marks.related()
        again = {one.record for one in related if one.relation is Relation.TRANSLATES}
        left = cited | others | again
        return [one for one in case.records.all() if one.kind in OF_TESTS and one.id not in left]

    def _take_over(self) -> None:
        """Note a test for each such record: name, date and place; the result is left to read."""
        case = self.session.case
        with case.change(_("Take tests over from records")):
            for record in self._not_taken_over():
                case.journey.tests.add(
                    MedicalTest(
                        0,
                        record.title,
                        date=record.dates.service,
                        place=record.source,
                        voice=Cited(record.id, 1),
                    )
                )
