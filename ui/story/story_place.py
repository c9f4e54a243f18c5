"""What the five places of the story have in common: the order in which they lead on."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.tasks import STORY
from app.phrases import _
from ui.pages.place import Place
from ui.widgets.partial_date_edit import take_dates
from ui.widgets.story_page import StoryPage


class StoryPlace(Place):
    """A part of the story, as one thing on a page. The subclass fills `page.body`."""

    page: StoryPage

    def build(
        self, heading: str, intro: str, *, next_name: str, beside: QWidget | None = None
    ) -> StoryPage:
        """Make the page; `next_name` is the name of the place that comes next."""
        number = STORY.index(self.code) + 1
        after = STORY[number] if number < len(STORY) else "records"
        self.page = StoryPage(
            self.looks,
            heading,
            intro,
            part=_("Your story, part {n} of {all}").format(n=number, all=len(STORY)),
            next_name=next_name,
            save=self._save_all,
            on=lambda: self.go(after),
            back=lambda: self.go("plan"),
            beside=beside,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        return self.page

    def say_removed(self, words: str, step: str) -> None:
        """Say that something was taken away by the change `step`, and offer it back."""
        case = self.session.case

        def undo() -> None:
            if case.undo_label == step:  # nothing else was done since
                case.undo()

        self.tell(words, done=True, action=_("Undo"), act=undo)

    def leave(self) -> None:
        """Write down what was typed."""
        self._save_all()

    def _save_all(self) -> bool:
        take_dates(self)
        return self.session.unsaved.flush()

    def panes(self) -> list[QWidget]:
        """Give the page and the bar below it."""
        return [self.page.pane, self.page.foot]
