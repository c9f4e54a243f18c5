"""What somebody should think of before others see a record: folded away until it is wanted."""

from functools import partial

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.record import Record
from app.model.relation import Relation
from app.model.sensitivity import Sensitivity
from app.phrases import _
from ui.dossier.version_steps import version_name
from ui.pages.place import Tell
from ui.records.first_opinion_row import FirstOpinionRow
from ui.records.mark_steps import TABLES, MarkSteps
from ui.records.mark_words import tag_title
from ui.records.relation_row import RelationRow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.check import Check
from ui.widgets.disclosure import Disclosure
from ui.widgets.labels import button, label
from ui.widgets.spacing import space


class MarksPart(QObject):
    """Writes each mark as soon as somebody makes it; `cover_wanted` asks to cover a page.

    `group` is what is seen of it.
    """

    cover_wanted = Signal()

    def __init__(self, session: CaseSession, looks: Looks, tell: Tell, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._looks = looks
        self._record: Record | None = None
        self.steps = MarkSteps(session, tell, self)
        self.form: MarksForm | None = None
        self.group = Disclosure(looks, "", self._make)
        session.changed.connect(self._case_changed)
        session.version_changed.connect(self._show)

    def show_record(self, record: Record) -> None:
        """Show what the case says of a record; another one is folded away again."""
        if self._record is not None and self._record.id != record.id:
            self.group.open(False)
        self._record = record
        self._show()

    def flush(self) -> bool:
        """Save what waits; False when it cannot be."""
        return self.form is None or self.form.flush()

    @Slot(object)
    def _case_changed(self, tables: frozenset[str]) -> None:
        if tables & TABLES and self._record is not None and self.group.isVisible():
            self._record = self._session.case.records.get(self._record.id) or self._record
            self._show()

    @Slot()
    def _show(self) -> None:
        if self._record is None:
            return
        words = _("Before others see it")
        count = self._count(self._record)
        self.group.opener.say(
            _("{words}: {n} set").format(words=words, n=count) if count else words
        )
        if self.form is not None and self.group.opened:
            self.form.show_record(self._record)

    def _count(self, record: Record) -> int:
        related = [self.steps.related(record, one) for one in Relation]
        stated = self.steps.first_opinion(record) is not None
        return len(self.steps.tags(record)) + stated + sum(one is not None for one in related)

    def _make(self) -> QWidget:
        self.form = MarksForm(self._session, self._looks, self.steps)
        self.form.cover.clicked.connect(lambda: self.cover_wanted.emit())
        self.group.opener.clicked.connect(self._show)  # later, too, when it is opened again
        if self._record is not None:
            self.form.show_record(self._record)
        return self.form


class MarksForm(QWidget):
    """The inside of the group."""

    def __init__(self, session: CaseSession, looks: Looks, steps: MarkSteps) -> None:
        super().__init__()
        self._steps = steps
        self._record: Record | None = None
        self.cover = PictureButton(_("Cover up part of a page…"), looks, "eye-off", "quiet")
        self.ticks: dict[Sensitivity, Check] = {}
        self.first_opinion = FirstOpinionRow(looks, steps)
        self.replaces = RelationRow(session, looks, steps, Relation.REPLACES)
        self.translates = RelationRow(session, looks, steps, Relation.TRANSLATES)
        self.stays = QWidget()
        self.stays_words = label("", "small")
        self.put_in = button("", "quiet")
        stays = space(QVBoxLayout(self.stays), looks, gap=2)
        row = QHBoxLayout()
        row.addWidget(self.put_in)
        row.addStretch(1)
        stays.addWidget(self.stays_words)
        stays.addLayout(row)
        column = space(QVBoxLayout(self), looks, gap=12)
        column.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._tags(looks))
        for one in (self.stays, self.first_opinion, self.replaces, self.translates):
            column.addWidget(one)
        self.put_in.clicked.connect(self._put_in)

    def show_record(self, record: Record) -> None:
        """Show what the case says of a record."""
        self._record = record
        tags = self._steps.tags(record)
        for tag, tick in self.ticks.items():
            with QSignalBlocker(tick):
                tick.setChecked(tag in tags)
        self.cover.setVisible(record.document is not None)
        self._show_stays(record, any(tag.stays_out for tag in tags))
        self.first_opinion.show_record(record)
        self.replaces.show_record(record)
        self.translates.show_record(record)

    def flush(self) -> bool:
        """Save what waits; False when it cannot be."""
        self.first_opinion.take_pages()
        saved = [one.flush() for one in (self.replaces, self.translates)]
        return all(saved)

    def _tags(self, looks: Looks) -> QVBoxLayout:
        column = space(QVBoxLayout(), looks, gap=2)
        column.addWidget(label(_("Is it about something private?"), "strong"))
        for tag in sorted(Sensitivity, key=lambda one: one.stays_out):
            if tag.stays_out and not any(one.stays_out for one in self.ticks):
                words = _("Records with these four stay out until you put them in:")
                column.addWidget(label(words, "small"))
            tick = Check(tag_title(tag))
            tick.toggled.connect(partial(self._tag, tag))
            self.ticks[tag] = tick
            column.addWidget(tick)
        return column

    def _tag(self, tag: Sensitivity, wanted: bool) -> None:
        if self._record is not None:
            self._steps.tag(self._record, tag, wanted)

    def _show_stays(self, record: Record, stays_out: bool) -> None:
        """Say whether a tag keeps the record out, and offer the other way."""
        version = self._steps.version
        chosen = version.selection(record.id) if version is not None else None
        goes_in = chosen is not None and chosen.included
        self.stays.setVisible(stays_out and version is not None and (goes_in or chosen is None))
        words = _("It stays out of “{version}”.")
        if goes_in:
            words = _("It goes into “{version}”, as you put it in.")
        title = version_name(version) if version is not None else ""
        self.stays_words.setText(words.format(version=title))
        self.put_in.setText(_("Let it stay out") if goes_in else _("Put it in all the same"))
        self.put_in.setAccessibleName(self.put_in.text())

    def _put_in(self) -> None:
        version = self._steps.version
        if self._record is not None and version is not None:
            chosen = version.selection(self._record.id)
            self._steps.put_in(self._record, chosen is None or not chosen.included)
