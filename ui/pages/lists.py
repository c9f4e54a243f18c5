"""Own lists: checklist lines, readers and questions, carried from one case to another."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.case.own_lists import take_in
from app.dossier.own_lists import coming_in, going_out, open_lists, save_lists
from app.errors import CasepackError
from app.model.own_lists import OwnLists
from app.model.own_lists_offer import Offer
from app.phrases import _, many, spoken
from app.progress import Progress
from ui import file_choice
from ui.dossier.show_file import show_file
from ui.facts.section import Page
from ui.lists.home import ListsHome
from ui.lists.look import ListsLook
from ui.lists.words import save_words, take_words
from ui.pages.place import Go, Place, Tell
from ui.records.flow import Flow
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton
from ui.widgets.heading import Heading
from ui.widgets.labels import frame, label
from ui.widgets.spacing import space

Offers = tuple[Offer, ...]


class ListsPlace(Place):
    """Two ways to choose from; then the entries of one, looked at before anything happens."""

    code: ClassVar[str] = "lists"
    icon: ClassVar[str] = "list-checks"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"wanted", "specialty", "reason", "recipient", "recipient_detail", "question", "detail"}
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        super().__init__(session, looks, go, tell)
        self.look: ListsLook | None = None
        self._came: tuple[str, OwnLists] | None = None  # the name of a file, and what is in it
        self.page = Page(looks)
        self.home = ListsHome(looks, self.page)
        self.foot = frame("foot", self)
        self.main = PictureButton("", looks, "", "main", parent=self.foot)
        self.cancel = PictureButton(_("Cancel"), looks, parent=self.foot)
        self._lay_out()
        self.home.out.clicked.connect(self.choose)
        self.home.take.clicked.connect(self.take_from_file)
        self.main.clicked.connect(self._do)
        self.cancel.clicked.connect(self._leave_look)
        self.foot.hide()

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Own lists")

    def show_case(self) -> None:
        """Look again at what is chosen from; ticks that somebody set stay."""
        if self.look is not None:
            self._gather()

    def first_focus(self) -> QWidget:
        """Give the first entry, or the first way."""
        return self.look.first() if self.look is not None else self.home.out

    def panes(self) -> list[QWidget]:
        """Give the page, and the buttons below it."""
        return [self.page] if self.look is None else [self.page, self.foot]

    @Slot()
    def choose(self) -> None:
        """Show what could go into a file."""
        self.session.unsaved.flush()
        self._came = None
        self._gather()

    @Slot()
    def take_from_file(self) -> None:
        """Ask for a file and show what is in it."""
        self.session.unsaved.flush()
        for path in file_choice.ask_for_lists(self):
            self._work(partial(open_lists, path), partial(self._open, path))

    def _open(self, path: Path, lists: OwnLists) -> None:
        if not lists.count:
            words = _("There is no entry in “{name}”.").format(name=path.name)
            self.tell(words, done=False)
            return
        self._came = (path.name, lists)
        self._gather()

    def _gather(self) -> None:
        """Look at each entry in a job, as there may be many names to look for."""
        case, came = self.session.case, self._came
        work = (lambda: coming_in(came[1], case)) if came else (lambda: going_out(case))

        def show(offers: Offers) -> None:
            if came is self._came:
                self._show(offers)

        self._work(work, show)

    def _work(self, work: Callable[[], object], then: Callable[[Any], object]) -> None:
        def run(_progress: Progress) -> object:
            return work()

        self.session.jobs.add(_("Looking at your lists"), run, then)

    def _show(self, offers: Offers) -> None:
        old = self.look
        if old is not None and old.offers == offers:
            return
        if not offers:
            self._leave_look()
            words = _(
                "There is nothing to put into a file yet: no line of your own, no reader "
                "and no question."
            )
            self.tell(words, done=False)
            return
        came = self._came
        self.look = ListsLook(
            offers,
            self._words(),
            came[1].language if came else spoken(),
            self.looks,
            self.page,
            as_file=came is None,
        )
        if old is not None:
            self.look.tick_as(old.ticks)
            self.page.column.removeWidget(old)
            old.close_down()
        self.look.changed.connect(self._count)
        self.home.hide()
        self.about.hide()
        self.page.column.insertWidget(2, self.look)
        self.foot.show()
        self._count()
        if old is None:
            self.page.verticalScrollBar().setValue(0)
            self.look.first().setFocus()

    def _words(self) -> tuple[str, str]:
        if self._came is None:
            about = _(
                "Only what is ticked goes in, as it stands here. Of a reader, your note, the "
                "visit, and when you checked stay out."
            )
            return _("What goes into the file"), about
        name, lists = self._came
        about = _("What is ticked comes into this case. Nothing that is there changes.")
        if lists.language != spoken():
            code = _("The words are in another language ({code}).").format(code=lists.language)
            about = f"{about} {code}"
        return _("What is in “{name}”").format(name=name), about

    @Slot()
    def _count(self) -> None:
        if self.look is None:
            return
        count = len(self.look.keys)
        self.main.say(take_words(count) if self._came else save_words(count))
        self.main.setEnabled(bool(count))

    @Slot()
    def _do(self) -> None:
        if self.look is None:
            return
        lists = self.look.lists()
        if self._came:
            self._take(lists)
        else:
            self._save(lists)

    def _save(self, lists: OwnLists) -> None:
        name = _("Own lists") + ".json"
        for target in file_choice.ask_where_to_save(self, _("Save lists as a file"), name):

            def saved(_nothing: object, target: Path = target) -> None:
                words = _("“{name}” is saved.").format(name=target.name)
                act = _("Show in folder")
                self._leave_look()
                self.tell(words, done=True, action=act, act=lambda: show_file(target.parent))

            self._work(partial(save_lists, lists, target), saved)

    def _take(self, lists: OwnLists) -> None:
        case = self.session.case
        self._leave_look()
        try:
            take_in(case, lists)
        except CasepackError as failure:
            self.tell(str(failure), done=False)
            return
        step = case.undo_label
        words = many("1 entry is in the case now.", "{n} entries are in the case now.", lists.count)

        def undo() -> None:
            if case.undo_label == step:  # nothing else was done since
                case.undo()

        self.tell(words.format(n=lists.count), done=True, action=_("Undo"), act=undo)

    @Slot()
    def _leave_look(self) -> None:
        """Go back to the two ways."""
        self._came = None
        self.foot.hide()
        self.home.show()
        self.about.show()
        if self.look is not None:
            self.page.column.removeWidget(self.look)
            self.look.close_down()
            self.look = None
            self.home.out.setFocus()

    def _lay_out(self) -> None:
        buttons = QWidget(self.foot)
        row = Flow(buttons, self.looks)
        row.addWidget(self.main)
        row.addWidget(self.cancel)
        space(QVBoxLayout(self.foot), self.looks, (28, 12, 28, 12)).addWidget(buttons)
        column = self.page.column
        column.addWidget(Heading(self.title()))
        about = _(
            "Lines of a checklist, readers and questions that you wrote once can serve in "
            "another case. No client should be in them."
        )
        self.about = label(about, "quiet")
        column.addWidget(self.about)
        column.addWidget(self.home)
        column.addStretch(1)
        outer = space(QVBoxLayout(self), self.looks, gap=0)
        outer.addWidget(self.page, 1)
        outer.addWidget(self.foot)
