"""From the paths somebody named to the files behind them."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from app.intake.names import name_of
from app.intake.proposal import Unusable
from app.phrases import _


def open_up(paths: list[Path]) -> Iterator[Path | Unusable]:
    """Give every file once, folders opened up in order of name, links to folders not followed.

    What is no ordinary file, cannot be listed or is not there is named.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _files(path):
            place = found.path if isinstance(found, Unusable) else found
            key = Path(os.path.abspath(place))  # noqa: PTH100 - resolve() would follow links
            if key not in seen:
                seen.add(key)
                yield found


def _files(path: Path) -> Iterator[Path | Unusable]:
    try:
        mode = path.stat().st_mode
    except OSError:
        yield Unusable(path, _("There is no file “{name}”.").format(name=name_of(path)))
        return
    if stat.S_ISREG(mode):
        yield path
    elif stat.S_ISDIR(mode):
        yield from _in_folder(path)
    else:
        yield Unusable(
            path, _("“{name}” is not an ordinary file. It was left out.").format(name=name_of(path))
        )


def _in_folder(folder: Path) -> Iterator[Path | Unusable]:
    try:
        inside = sorted(folder.iterdir(), key=lambda one: one.name.casefold())
    except OSError:
        yield Unusable(
            folder,
            _("The folder “{name}” cannot be opened. Ask for the right to read it.").format(
                name=name_of(folder)
            ),
        )
        return
    for path in inside:
        if path.is_symlink() and path.is_dir():
            yield Unusable(
                path,
                _("“{name}” is a link to another folder. Add that folder itself.").format(
                    name=name_of(path)
                ),
            )
        else:
            yield from _files(path)
