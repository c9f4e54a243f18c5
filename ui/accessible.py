"""Roles that stock widgets lack: headings and pictures.

A widget says its role in `accessible_role` and its words in
`accessibleName()`. Qt asks for these only when something reads the screen.
"""

from functools import cache

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

_kept: list[QAccessibleWidget] = []
"""Qt owns what the factory gives and ends it with its widget; until then Python must not."""


class _WithRole(QAccessibleWidget):
    """Tells assistive technology another role than the stock widget has."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role, widget.accessibleName())
        self._shown = widget

    def text(self, what: QAccessible.Text) -> str:
        """Give the name as it is now; labels change their words."""
        if what is QAccessible.Text.Name and isValid(self._shown):
            return self._shown.accessibleName()
        return super().text(what)


def _make(_kind: str, shown: object) -> QAccessibleWidget | None:
    role = getattr(shown, "accessible_role", None)
    if role is None or not isinstance(shown, QWidget):
        return None
    _kept[:] = [one for one in _kept if isValid(one)]
    made = _WithRole(shown, role)
    _kept.append(made)
    return made


@cache
def install() -> None:
    """Make the roles known to Qt, once for the whole program."""
    QAccessible.installFactory(_make)
