"""What stock widgets lack: the roles of headings and pictures, and choices that count.

A widget says its role in `accessible_role` and its words in
`accessibleName()`; a heading also says its level, from 1, in
`accessible_level`. Qt asks for these only when something reads the screen.

A screen reader ticks a stock tick box by `toggle()`, and `clicked`, which
says that a person did it, is never told: here it is a click like any other.
"""

from functools import cache

from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleAttributesInterface
from PySide6.QtWidgets import QAccessibleWidget, QCheckBox, QRadioButton, QWidget
from shiboken6 import VoidPtr, isValid

_kept: list[QAccessibleWidget] = []
"""Qt owns what the factory gives and ends it with its widget; until then Python must not."""

_TOGGLE = QAccessibleActionInterface.toggleAction()


class _Level(QAccessibleAttributesInterface):
    """Tells how deep a heading stands, from 1."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self._level = level

    def attributeKeys(self) -> list[QAccessible.Attribute]:  # noqa: N802 - a name of Qt's
        """Say that the level is all there is."""
        return [QAccessible.Attribute.Level]

    def attributeValue(self, _key: QAccessible.Attribute) -> int:  # noqa: N802 - a name of Qt's
        """Give the level."""
        return self._level


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


class _WithLevel(_WithRole):
    """Tells also how deep a heading stands."""

    def __init__(self, widget: QWidget, role: QAccessible.Role, level: int) -> None:
        super().__init__(widget, role)
        self._level = _Level(level)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Give the level where it is asked for; PySide takes objects and pointers, no numbers."""
        if kind is QAccessible.InterfaceType.AttributesInterface:
            return self._level  # type: ignore[return-value]
        found = super().interface_cast(kind)
        return VoidPtr(0) if found is None else found  # None would be followed as a pointer


class _Choice(_WithRole):
    """A tick box or a radio button; to choose it from outside is to click it."""

    def __init__(self, button: QCheckBox | QRadioButton) -> None:
        ticks = isinstance(button, QCheckBox)
        role = QAccessible.Role.CheckBox if ticks else QAccessible.Role.RadioButton
        super().__init__(button, role)
        self._button = button

    def text(self, what: QAccessible.Text) -> str:
        """Give the name, which may be no other than the words that are seen."""
        told = super().text(what)
        if told or what is not QAccessible.Text.Name or not isValid(self._button):
            return told
        return self._button.text().replace("&", "")

    def state(self) -> QAccessible.State:
        """Say also whether it is chosen."""
        told = super().state()
        if isValid(self._button):
            told.checkable = True
            told.checked = self._button.isChecked()
        return told

    def actionNames(self) -> list[str]:  # noqa: N802 - a name of Qt's
        """Offer to choose it, where that may be done."""
        enabled = isValid(self._button) and self._button.isEnabled()
        return [*([_TOGGLE] if enabled else []), *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802 - a name of Qt's
        """Click it."""
        if name == _TOGGLE and isValid(self._button):
            self._button.click()
        else:
            super().doAction(name)


def _make(_kind: str, shown: object) -> QAccessibleWidget | None:
    if isinstance(shown, QCheckBox | QRadioButton):
        return _keep(_Choice(shown))
    role = getattr(shown, "accessible_role", None)
    if role is None or not isinstance(shown, QWidget):
        return None
    level: int | None = getattr(shown, "accessible_level", None)
    made = _WithRole(shown, role) if level is None else _WithLevel(shown, role, level)
    return _keep(made)


def _keep(made: QAccessibleWidget) -> QAccessibleWidget:
    _kept[:] = [one for one in _kept if isValid(one)]
    _kept.append(made)
    return made


@cache
def install() -> None:
    """Make the roles known to Qt, once for the whole program."""
    QAccessible.installFactory(_make)
