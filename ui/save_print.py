"""Saving a small PDF that is no dossier: where to, in a job, and how it went."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from app.dossier.prints.printing import save_print
from app.model.version import MAIN
from app.phrases import _
from app.progress import Progress
from ui import file_choice
from ui.dossier.show_file import show_file
from ui.pages.place import Place


def save_as_pdf(place: Place, name: str, make: Callable[[], bytes]) -> None:
    """Ask where a print called `name` should be, make it in a job, and offer to open it.

    `make` runs on the job's thread and works on a value that editing cannot reach.
    """
    save_to(place, file_choice.ask_where_to_print(place, name), make)


def save_as_told(place: Place, name: str, make: Callable[..., bytes]) -> None:
    """Save what was typed, and do the same with a print of what the chosen version tells.

    `make` takes a snapshot, and by name `made`, `version`, `recipient` and `paper`.
    """
    place.leave()
    session = place.session
    version = session.case.versions.get(session.version) or MAIN
    profile = None if version.recipient is None else session.case.recipients.get(version.recipient)
    told = partial(
        make,
        session.case.snapshot(),
        made=date.today(),
        version=version,
        recipient=profile.recipient if profile else None,
        paper=session.draft.paper,
    )
    save_as_pdf(place, name, told)


def save_to(place: Place, targets: list[Path], make: Callable[[], bytes]) -> None:
    """Do the same for a file of any kind, whose place was asked for."""

    def saved(target: Path) -> None:
        words = _("“{name}” is saved.").format(name=target.name)
        place.tell(words, done=True, action=_("Open"), act=lambda: show_file(target))

    for target in targets:

        def work(_progress: Progress, target: Path = target) -> Path:
            save_print(make(), target)
            return target

        place.session.jobs.add(_("Saving “{name}”").format(name=target.name), work, saved)
