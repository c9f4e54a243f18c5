"""The bars around a place: what happened, what is under way, what can be taken back."""

from collections.abc import Callable

from ui.jobs import JobQueue
from ui.shell.undo_bar import UndoBar
from ui.theme.looks import Looks
from ui.widgets.message_bar import MessageBar
from ui.widgets.spacing import Margins, space
from ui.widgets.task_row import TaskRow

_ABOVE: Margins = (16, 12, 16, 0)  # pixels at the usual size of text
_BELOW: Margins = (16, 6, 16, 10)


class Bars:
    """Sends each message to the bar where it belongs."""

    def __init__(self, jobs: JobQueue, looks: Looks) -> None:
        self.bar = MessageBar()
        self.task = TaskRow(jobs)
        self.undo = UndoBar(looks)
        for one, margins in ((self.bar, _ABOVE), (self.task, _BELOW)):
            layout = one.layout()
            if layout is not None:
                space(layout, looks, margins, 0)

    def tell(
        self, words: str, *, done: bool, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """Say what happened above the place; what can be taken back, below it."""
        if done and action and act is not None:
            self.bar.hide()
            self.undo.tell(words, action, act)
        else:
            self.bar.tell(words, done=done, action=action, act=act)
