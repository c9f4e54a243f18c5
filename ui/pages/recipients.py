"""Who will read it: those who may be asked, what they want, and a version for each."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.content.presets import preset
from app.dossier.starting import start_version
from app.errors import CasepackError
from app.model.build import Build
from app.model.person import Recipient
from app.model.recipient_profile import RecipientProfile, Wishes
from app.model.version import Version
from app.phrases import _
from ui.facts.line import Line
from ui.facts.listed_place import ListedPlace, Nothing
from ui.pages.place import Go, Tell
from ui.recipients.presets_page import PresetsPage
from ui.recipients.reader_view import ReaderView
from ui.recipients.words import KIND, called, line_of
from ui.session import CaseSession
from ui.theme.looks import Looks
from ui.widgets.buttons import PictureButton


class RecipientsPlace(ListedPlace):
    """The readers at the left, one of them at the right; in little room one at a time."""

    code: ClassVar[str] = "recipients"
    icon: ClassVar[str] = "users-round"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"recipient", "recipient_detail", "version", "version_detail", "build"}
    )

    def __init__(self, session: CaseSession, looks: Looks, go: Go, tell: Tell) -> None:
        nothing = Nothing(
            _("Nobody is listed yet"),
            _("Add the doctor you want to ask. Then make a version of your file for them."),
            _("Add somebody"),
            "plus",
        )
        add = PictureButton(_("Add somebody"), looks, "plus")
        super().__init__(session, looks, go, tell, nothing, add)
        self.view: ReaderView | None = None
        self.presets: PresetsPage | None = None
        self.add = add
        keeps = self.add.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the heading does not jump
        self.add.setSizePolicy(keeps)
        self.panes_.back.clicked.connect(self._leave_presets)
        self.add.clicked.connect(self.start)
        self.first.clicked.connect(self.start)
        self.list.unwanted.connect(self._remove_line)

    @staticmethod
    def title() -> str:
        """Give the name of the place."""
        return _("Who will read it")

    def count(self) -> int:
        """Give the number of readers."""
        return len(self.session.case.recipients.all())

    def show_case(self) -> None:
        """Show the readers, and what is known of the one that is chosen."""
        every = self.session.case.recipients.all()
        self.list.show_lines([line_of(one) for one in every])
        if self.view is not None:
            known = next((one for one in every if one.id == self.view.profile.id), None)
            if known is None:
                self.view.form.forget()
                self.view = None
            else:
                self._refresh(self.view, known)
        if self.presets is None and self.view is None and every:
            self._show_first()
        self.show_nothing(empty=not every and self.presets is None)
        self.add.setVisible(not self.shows_nothing and self.presets is None)

    def leave(self) -> None:
        """Save what was typed."""
        if self.view is not None:
            self.view.form.flush()

    def first_focus(self) -> QWidget:
        """Give the list, or what to do while nobody is in it."""
        return super().first_focus() if self.presets is None else self.presets.first

    @Slot()
    def start(self) -> None:
        """Show the kinds of reader to start from."""
        self.leave()
        self._drop_view()
        known = self._known()
        self.presets = PresetsPage(self.looks, known.name or known.service)
        self.presets.chosen.connect(self._add)
        self.presets.known_chosen.connect(lambda: self._take(RecipientProfile(0, recipient=known)))
        self.presets.left.connect(self._leave_presets)
        self.panes_.put(self.presets)
        self.panes_.bring(beside=True)
        self.list.leave_line()
        self.show_case()
        self.presets.first.setFocus()

    @Slot(str)
    def _add(self, code: str) -> None:
        """Add a reader who wants what the preset `code` says, and go to their name."""
        wishes = preset(code).wishes if code else Wishes()
        self._take(RecipientProfile(0, wishes=wishes, preset=code))

    def _take(self, profile: RecipientProfile) -> None:
        case = self.session.case
        try:
            with case.change(_("Add a reader")):
                number = case.recipients.add(profile)
        except CasepackError as failure:
            self.tell(str(failure), done=False)
            return
        self.presets = None
        self.show_case()
        self.list.choose(KIND, number)
        self.panes_.bring(beside=True)
        if self.view is not None:
            self.view.form.control("recipient.name").setFocus()

    def _known(self) -> Recipient:
        """Give the doctor of the case, unless one of the readers is called so."""
        case = self.session.case
        doctor = case.people.recipient()
        names = {called(one) for one in case.recipients.all()}
        return Recipient() if (doctor.name or doctor.service) in names else doctor

    @Slot()
    def _leave_presets(self) -> None:
        """Go back to who was there before."""
        if self.presets is not None:
            self.presets = None
            self.panes_.bring(beside=False)
            self.show_case()
            self.first_focus().setFocus()

    def _show_first(self) -> None:
        line = self.list.line or self.list.lines.line(0)
        if line is not None:
            self.list.choose(KIND, line.id)
            self.show_line(line)

    def show_line(self, line: Line) -> None:
        """Show a reader; what was typed about the one before is saved first."""
        if self.view is not None and self.view.profile.id == line.id:
            return
        profile = self.session.case.recipients.get(line.id)
        if profile is None:
            return
        self.presets = None
        if self.view is None or not self.view.show_other(profile):
            self._drop_view()
            self.view = self._make(profile)
            self.panes_.put(self.view)
        self._refresh(self.view, profile)
        self.panes_.area.verticalScrollBar().setValue(0)
        self.add.setVisible(True)

    def _make(self, profile: RecipientProfile) -> ReaderView:
        view = ReaderView(self.session, self.looks, profile, self.panes_.room)
        view.unwanted.connect(lambda: self._remove(view.profile))
        view.versions.make_wanted.connect(self.make_version)
        view.versions.wanted.connect(self._use)
        return view

    def _refresh(self, view: ReaderView, profile: RecipientProfile) -> None:
        case = self.session.case
        versions = [one for one in case.versions.all() if one.recipient == profile.id]
        last: dict[int, Build] = {}
        for one in versions:
            if (build := case.builds.last(one.id)) is not None:
                last[one.id] = build
        view.refresh(profile, versions, last)

    def _drop_view(self) -> None:
        if self.view is not None:
            self.view.form.forget()
            self.view = None

    def go_on(self) -> None:
        """Go on in the form of the reader that is shown."""
        if self.view is not None:
            self.view.form.control("recipient.name").setFocus()

    @Slot(object)
    def _remove_line(self, line: Line) -> None:
        profile = self.session.case.recipients.get(line.id)
        if profile is not None:
            self._remove(profile)

    def _remove(self, profile: RecipientProfile) -> None:
        """Take a reader out of the book, and offer to bring them back."""
        self.leave()  # what was typed last comes back with them
        case, step = self.session.case, _("Remove a reader")
        try:
            with case.change(step):
                case.recipients.remove(profile.id)
        except CasepackError as failure:
            self.tell(str(failure), done=False)
            return
        self.panes_.bring(beside=False)
        self.show_case()
        self.first_focus().setFocus()
        words = _("“{name}” was removed.").format(name=called(profile))
        self.tell(words, done=True, action=_("Undo"), act=lambda: self._take_back(step))

    def _take_back(self, step: str) -> None:
        if self.session.case.undo_label == step:  # nothing else was done since
            self.session.case.undo()

    @Slot()
    def make_version(self) -> None:
        """Make a version of the dossier for the reader that is shown, and go to it."""
        self.leave()
        if self.view is None:
            return
        profile, case = self.view.profile, self.session.case
        version = start_version(case.snapshot(), profile, today=date.today(), name=called(profile))
        step = _("Make a version for {name}").format(name=called(profile))
        try:
            with case.change(step):
                number = case.versions.add(version)
        except CasepackError as failure:
            self.tell(str(failure), done=False)
            return
        self._use(number)
        self.tell(_made_words(version), done=True)

    @Slot(int)
    def _use(self, version: int) -> None:
        self.session.use_version(version)
        self.go("dossier")


def _made_words(version: Version) -> str:
    words = _("A version for {name} is ready.").format(name=version.name)
    behind = len(version.selections)
    if behind == 1:
        return words + " " + _("1 older record stays behind. Look at it in Dossier.")
    if behind:
        many = _("{n} older records stay behind. Look at them in Dossier.")
        return words + " " + many.format(n=behind)
    return words
