"""What may be missing: the merged checklist, each line with how far it has come."""

from dataclasses import replace
from typing import ClassVar
from zlib import crc32

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.case.checklist import add_own_line, ask_for, link_record, unlink_record
from app.content.load import load_content
from app.model.journey.checklist import Gap, begun
from app.phrases import _
from ui.facts.desk import FactDesk
from ui.facts.kind import records_of
from ui.facts.line import Line
from ui.facts.line_view import LineView
from ui.facts.section import Page
from ui.gaps.form import GapForm
from ui.gaps.list_chooser import ListChooser
from ui.gaps.reading import gap_line, gaps_in, group_of, open_count, settled_words
from ui.pages.place import Go, Place, RowOf, Tell
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.cards import card
from ui.widgets.check import Check
from ui.widgets.disclosure import Disclosure
from ui.widgets.field import FieldRow
from ui.widgets.heading import Heading
from ui.widgets.labels import label


class GapsPlace(Place):
    """The list by how much each line is wanted; the chosen line is changed beside it."""

    code: ClassVar[str] = "gaps"
    icon: ClassVar[str] = "list-checks"
    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "specialty",
            "wanted",
            "wanted_record",
            "request",
            "asked_for",
            "reason",
            "record",
            "detail",
        }
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.gaps: dict[int, Gap] = {}
        self.form: GapForm | None = None
        self.chooser: ListChooser | None = None
        self.page = Page(looks, gap=12)
        self.lists = Disclosure(looks, _("Choose the lists"), self._make_chooser)
        self.progress = label("", "strong")
        self.only_open = Check(_("Only what is still open"))
        self.view = LineView(_("What may be missing"), looks, whole=True)
        self.nothing = label(_("Nothing is open."), "quiet")
        self.words = QLineEdit()
        self.add = PictureButton(_("Add this line"), looks, "plus")
        self._card, inside = card(looks, (4, 4, 4, 4), 0)
        inside.addWidget(self.view)
        self._fill_page()
        self.desk = FactDesk(self.page, self.title(), session, looks, go, tell, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self.only_open.toggled.connect(lambda _on: self.show_case())
        self.view.chosen.connect(self._show)
        self.view.opened.connect(self._open)
        self.view.gone_into.connect(self._go_into)
        self.view.unwanted.connect(self._remove)
        self.add.clicked.connect(self._add)
        self.words.returnPressed.connect(self._add)
        self.lists.open(not begun(session.case.journey.all()))
        self.show_case()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("What may be missing")

    def count(self) -> int:
        """Give the number of lines that are still open, once somebody began the list."""
        return open_count(self.session.case)

    def show_case(self) -> None:
        """Show the list and the form as the case has them."""
        gaps = gaps_in(self.session.case)
        records = records_of(self.session.case)
        limit = self.session.case.journey.age_limit()
        self.gaps = {crc32(gap.code.encode()): gap for gap in gaps}
        self.progress.setText(settled_words(gaps))
        shown, before = [], ""
        for number, gap in self.gaps.items():
            if gap.settled and self.only_open.isChecked():
                continue
            line, head = gap_line(gap, number, records, limit), group_of(gap)
            shown.append(line if head == before else replace(line, head=head))
            before = head
        self.view.show_lines(shown)
        self._card.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        if self.chooser is not None:
            self.chooser.show_case()
        self._refresh_form()

    def leave(self) -> None:
        """Save what was typed."""
        if self.form:
            self.form.flush()

    def first_focus(self) -> QWidget:
        """Give the list, or the way to the lists while nobody began."""
        return self.view if begun(self.session.case.journey.all()) else self.lists.opener

    def show_row(self, row: RowOf) -> QWidget:
        """Come to a line of the list, also to one that is settled."""
        wanted = self.session.case.journey.wanted.get(row[1])
        number = crc32(wanted.code.encode()) if wanted is not None else 0
        gap = self.gaps.get(number)
        if gap is not None and gap.settled:
            self.only_open.setChecked(False)
        line = self.view.line if self.view.choose("gap", number) else None
        if line is None:
            return self.first_focus()
        self._show(line)
        return self.view

    def panes(self) -> list[QWidget]:
        """Give the list and the form."""
        return [self.page, self.desk.pane]

    def _fill_page(self) -> None:
        column = self.page.column
        about = _("Say what is here, and why something is not. Nothing on this list is a must.")
        column.addWidget(Heading(self.title()))
        column.addWidget(label(about, "small"))
        column.addWidget(self.lists)
        column.addWidget(self.progress)
        column.addWidget(self.only_open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._card)
        column.addWidget(self.nothing)
        column.addWidget(FieldRow(_("A line of your own"), self.words, self.looks))
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(label(load_content().piece("review").text, "small"))
        column.addStretch(1)

    def _make_chooser(self) -> QWidget:
        self.chooser = ListChooser(self.session, self.looks, self.lists)
        return self.chooser

    def _show(self, line: Line) -> None:
        gap = self.gaps.get(line.id)
        if gap is None:
            return
        self.page.bring(self.view)
        if self.form and self.form.gap.code == gap.code:
            return
        self._put_away()
        form = GapForm(self.session, self.looks, gap)
        form.asked.connect(self._ask)
        form.requests_wanted.connect(lambda: self.go("requests"))
        form.unwanted.connect(lambda: self._remove(line))
        form.records.linked.connect(self._link)
        form.records.unlinked.connect(self._unlink)
        form.records.opened.connect(lambda record: self.go("records", record=record))
        self.form = form
        self._refresh_form()
        self.desk.show_other(form)

    def _open(self, line: Line) -> None:
        self._show(line)
        self.desk.bring(beside=True)

    def _go_into(self, line: Line) -> None:
        self._open(line)
        if self.form:
            self.form.first.setFocus()

    def _refresh_form(self) -> None:
        if self.form is None:
            return
        gap = self.gaps.get(crc32(self.form.gap.code.encode()))
        if gap is None:
            self.form.forget()
            self.form = None
            self.desk.wait()
            self.desk.bring(beside=False)
            return
        case = self.session.case
        self.form.show_gap(gap, records_of(case), case.journey.age_limit())

    def _put_away(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.flush()
            form.forget()

    def _add(self) -> None:
        text = self.words.text().strip()
        if not text:
            self.words.setFocus()
            return
        case = self.session.case
        with case.change(_("Add a line of your own")):
            own = add_own_line(case.journey, text)
        self.words.clear()
        self.show_case()
        self.view.choose("gap", crc32(own.code.encode()))

    def _remove(self, line: Line) -> None:
        gap = self.gaps.get(line.id)
        if gap is None or not gap.own:
            return
        case, words = self.session.case, _("Remove a line of your own")
        if self.form and self.form.gap.code == gap.code:
            self._put_away()
            self.desk.wait()
            self.desk.bring(beside=False)
        with case.change(words):
            case.journey.wanted.remove(gap.wanted.id)
        self.show_case()
        said = _("“{name}” was removed.").format(name=gap.text)
        self.tell(said, done=True, action=_("Undo"), act=lambda: self._bring_back(words))

    def _bring_back(self, words: str) -> None:
        if self.session.case.undo_label == words:  # nothing else was done since
            self.session.case.undo()

    def _link(self, record: int) -> None:
        if self.form:
            self.form.flush()
            case = self.session.case
            with case.change(_("Link a record")):
                link_record(case.journey, self.form.gap, record)
            self.show_case()

    def _unlink(self, record: int) -> None:
        if self.form:
            self.form.flush()
            case = self.session.case
            with case.change(_("Take a link away")):
                unlink_record(case.journey, self.form.gap, record)
            self.show_case()

    def _ask(self, request: int | None, whom: str) -> None:
        if self.form:
            self.form.flush()
            case = self.session.case
            with case.change(_("Ask for a record")):
                ask_for(case.journey, self.form.gap, request, whom)
            self.go("requests")
