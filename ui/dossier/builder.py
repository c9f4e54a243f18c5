"""Where a version of the dossier is put together: its records, its pages, its choices."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dossier.findings import Line
from app.dossier.holding import holding_of
from app.dossier.proof import Proof
from app.dossier.weight import heaviest
from app.errors import CasepackError
from app.model.version import Pictures, Version, Volumes
from app.phrases import _
from ui.check.fixes import fix_of
from ui.dossier import changes, version_steps
from ui.dossier.choices_pane import ChoicesPane
from ui.dossier.chosen import groups_of
from ui.dossier.contents import PAGE
from ui.dossier.contents_pane import ContentsPane
from ui.dossier.version_bar import VersionBar
from ui.pages.place import Go, Tell
from ui.records.panes import ThreePanes
from ui.session import CaseSession
from ui.shown_pages import PdfPages
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import frame, label
from ui.widgets.page_view import PageView
from ui.widgets.spacing import space

HEAVY = 5  # records that are offered to be left out
LOW = 640  # pixels of a window at the usual size of text


class Builder(QWidget):
    """Everything in it is of the version that the session works on."""

    make_wanted = Signal()

    def __init__(
        self, session: CaseSession, looks: Looks, go: Go, tell: Tell, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.go, self.tell = session, go, tell
        self._looks = looks
        self._pages: PdfPages | None = None
        words = _("Make the PDF")
        self.make_button = PictureButton(words, looks, "file-output", "main", keys="Ctrl+E")
        self.who = label("", "quiet")
        self.versions = VersionBar(session, looks)
        self.news = label("", "small")
        self._lay_out(looks)
        self._connect()

    @property
    def version(self) -> Version:
        """The version that is worked on, as the case says now."""
        return version_steps.version_of(self.session.case, self.session.version)

    @property
    def proof(self) -> Proof | None:
        """The newest proof, where it is one of this version."""
        proof = self.session.draft.proof
        return proof if proof and proof.plan.version.id == self.session.version else None

    def show_case(self) -> None:
        """Show the version as it is now; pages and size follow in a moment."""
        draft, version = self.session.draft, self.version
        reader = version_steps.who_reads(self.session.case, version)
        alone = _("One PDF with everything, to send to another doctor.")
        self.who.setText(_("For {name}").format(name=reader) if reader else alone)
        self.versions.show_versions()
        self.choices.show_version(version, len(self.session.case.marks.first_opinion()))
        self._show_contents()
        self._say_news()
        if draft.lines is not None and not draft.stale:
            self._show_draft()
        if draft.pdf and (self._pages is None or not self.page.count):
            self._show_pages()

    def flush(self) -> None:
        """Save what was typed and is not saved yet."""
        self.contents.why.flush()
        self.choices.flush()

    def panes(self) -> list[QWidget]:
        """Give list, pages and choices, as far as they are in sight."""
        every = (self.contents, self.page, self.choices)
        return [one for one in every if one.isVisible()]

    def show_choice(self, part: QWidget) -> None:
        """Bring a part of the choices into sight."""
        self.panes_.show_pane(2)
        self.choices.ensureWidgetVisible(part)

    def write(self, step: str, together: str = "", **fields: Any) -> None:  # noqa: ANN401
        """Write choices of the version as one step of undo; what cannot be saved is told."""
        new = replace(self.version, **fields)
        self._try(lambda: version_steps.save(self.session.case, new, step, together))

    def _lay_out(self, looks: Looks) -> None:
        """Make each part where it is to stay: what moves is dressed anew, with all in it."""
        head = frame("pane", self)
        lines = space(QVBoxLayout(head), looks, (24, 14, 24, 12), 8)
        row = space(QHBoxLayout(), looks, gap=16)
        names = space(QVBoxLayout(), looks, gap=2)
        names.addWidget(Heading(_("Dossier")))
        names.addWidget(self.who)
        row.addLayout(names, 1)
        row.addWidget(self.make_button)
        lines.addLayout(row)
        lines.addWidget(self.versions)
        lines.addStretch(1)
        self.contents = ContentsPane(looks)
        middle, right = frame("canvas"), frame("pane")
        titles = (_("What goes in"), _("Pages"), _("Size and choices"))
        self.panes_ = ThreePanes((self.contents, middle, right), titles, looks, self)
        self.page = PageView(self.session, looks, middle)
        desk = QVBoxLayout(middle)
        desk.setContentsMargins(0, 0, 0, 0)
        desk.addWidget(self.page, 1)
        under = space(QVBoxLayout(), looks, (12, 2, 12, 6))
        under.addWidget(self.news)
        desk.addLayout(under)
        self.choices = ChoicesPane(self.session, looks, self.write, right)
        inner = QVBoxLayout(right)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.choices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.panes_, 1)

    def _connect(self) -> None:
        draft, contents, too_big = self.session.draft, self.contents, self.choices.too_big
        draft.looked.connect(self._show_draft)
        draft.bound.connect(self._show_pages)
        draft.failed.connect(self._say_failed)
        self.session.version_changed.connect(self._turn_over)
        self.make_button.clicked.connect(self.make_wanted)
        self.versions.failed.connect(lambda sentence: self.tell(sentence, done=False))
        self.versions.removed.connect(self._say_removed)
        self.versions.asks.connect(self._make_room)
        self.page.page_changed.connect(self._follow)
        contents.shown.connect(self.page.go_to)
        contents.pages_wanted.connect(lambda: self.panes_.show_pane(1))
        for signal, act in (
            (contents.moved, self._move),
            (contents.by_date, changes.sort_by_date),
            (contents.ticked, self._tick_one),
            (contents.group_ticked, self._with_version(changes.tick)),
            (contents.pages_chosen, self._with_version(changes.choose_pages)),
            (contents.why.said, self._with_version(changes.say_why)),
            (contents.why.taken_back, self._with_version(changes.as_in_first)),
            (too_big.leave_out, self._leave_heavy),
        ):
            signal.connect(self._doing(act))
        too_big.lighter.connect(self._lighten)
        too_big.several.connect(
            lambda: self.write(_("Make several files"), volumes=Volumes.BY_SIZE)
        )
        self.choices.mend.connect(self._mend)
        self.choices.see_all.connect(lambda: self.go("check"))

    def _doing(self, act: Callable[..., object]) -> Callable[..., None]:
        """Give what does `act` on the case, and tells what went wrong."""
        return lambda *given: self._try(lambda: act(self.session.case, *given))

    def _with_version(self, act: Callable[..., object]) -> Callable[..., object]:
        return lambda case, *given: act(case, self.session.version, *given)

    def _tick_one(self, case: Any, number: int, goes_in: bool) -> None:  # noqa: ANN401
        changes.tick(case, self.session.version, (number,), goes_in)

    def _move(self, case: Any, number: int, to: int) -> None:  # noqa: ANN401
        changes.move(case, number, to, oldest_first=self.version.oldest_first)

    def _leave_heavy(self, case: Any, numbers: tuple[int, ...]) -> None:  # noqa: ANN401
        why = _("Left out to keep the file small. It can be asked for.")
        changes.leave_out(case, self.session.version, numbers, why)

    def _show_contents(self) -> None:
        self.contents.show_contents(groups_of(self.session.case, self.version), self.proof)

    @Slot()
    def _show_draft(self) -> None:
        draft, proof = self.session.draft, self.proof
        self._show_contents()
        pages = len(proof.layout.pages) if proof else 0
        plain = self.version.pictures is Pictures.AS_THEY_ARE
        self.choices.show_size(pages, proof.size if proof and plain else 0)
        self.choices.copy.tell(holding_of(proof.plan, pages) if proof else None)
        self.choices.show_lines([line for line, kept in draft.judged if not kept])
        self._say_news()

    @Slot()
    def _show_pages(self) -> None:
        pdf = self.session.draft.pdf
        if pdf is None or pdf.proof is not self.proof:
            self.page.show_nothing()
        else:
            title, at = _("your dossier"), self.page.page or 1
            old = self._pages
            self._pages = PdfPages(
                self.session.pictures, pdf.source(), title, pdf.proof.sizes, self
            )
            self._anew = True
            self.page.show_own(self._pages, at)
            self._anew = False
            if old is not None:
                old.deleteLater()
            self.choices.show_size(len(pdf.proof.layout.pages), pdf.size)
            self._offer_less(pdf.proof)
        self._say_news()

    @Slot(int)
    def _follow(self, page: int) -> None:
        """Choose the row of the page; one that just lost its pages stays, with its question."""
        if not self._anew or self.contents.list.currentIndex().data(PAGE):
            self.contents.show_page(page)

    def _offer_less(self, proof: Proof) -> None:
        """Offer what makes a dossier smaller that is too large."""
        if not self.choices.size_.over:
            return
        too_big = self.choices.too_big
        size_of = self.session.case.documents.size
        too_big.offer(self.version.pictures, heaviest(proof.plan, size_of, HEAVY))
        if (step := too_big.step) is not None:
            self.session.draft.weigh(step, lambda size: too_big.show_result(step, size))

    def _say_news(self) -> None:
        draft = self.session.draft
        busy = draft.busy or draft.stale
        words = _("The pages are being made.")
        if self.page.count:
            words = _("These pages are being made anew.")
        if not busy and draft.proof is None:
            words = _("Add a record, or tick one. Then its pages show here.")
        self.news.setText(words if busy or draft.proof is None else "")
        self.news.setVisible(bool(self.news.text()))

    @Slot(str)
    def _say_failed(self, sentence: str) -> None:
        self.page.show_nothing()  # what is shown is not what would be made
        self.news.setText(sentence)
        self.news.show()

    @Slot()
    def _turn_over(self) -> None:
        """Take away what was of another version; the new one follows in a moment."""
        self.page.show_nothing()
        self.choices.copy.tell(None)
        self.choices.too_big.hide()
        self.choices.show_lines(())
        if self.isVisible():
            self.show_case()

    @Slot(bool)
    def _make_room(self, asks: bool) -> None:
        """Where the window is low, let the question about a version stand alone."""
        low = self.window().height() < LOW * self._looks.scale
        self.panes_.setVisible(not (asks and low))
        over: QWidget | None = self
        while over is not None:  # now: else the window would grow for both, and stay so
            if (layout := over.layout()) is not None:
                layout.activate()
            over = over.parentWidget()

    def _say_removed(self, number: int, name: str) -> None:
        def back() -> None:
            self.session.case.undo()
            self.session.use_version(number)

        words = _("The version “{name}” was removed. Your records are all there.")
        self.tell(words.format(name=name), done=True, action=_("Undo"), act=back)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except CasepackError as failure:
            self.tell(str(failure), done=False)

    @Slot(object)
    def _lighten(self, pictures: Pictures) -> None:
        self.write(_("Make pictures lighter"), pictures=pictures)

    @Slot(object)
    def _mend(self, line: Line) -> None:
        fix = fix_of(line)
        if fix.place == "dossier":
            self.contents.list.setFocus()
            self.panes_.show_pane(0)
        else:
            self.go(fix.place, record=line.record if fix.place == "records" else None)
