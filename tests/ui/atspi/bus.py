"""Reads a program over the bus of AT-SPI, as a screen reader does; nothing here knows Qt.

The interfaces are those of at-spi2-core's XML files: Accessible, Action,
EditableText, Component.
"""

import struct
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ROOT = "/org/a11y/atspi/accessible/root"
A11Y = "org.a11y.atspi."
ANSWER = 20.0  # seconds that the program has for an answer
TOGETHER = 200  # questions on their way at once
LABELLED_BY = 2

STATES = {
    1: "active",
    4: "checked",
    7: "editable",
    8: "enabled",
    11: "focusable",
    12: "focused",
    16: "modal",
    22: "selectable",
    23: "selected",
    25: "showing",
    30: "visible",
}
"""The bits that are looked at, by their numbers in atspi-constants.h."""

PROPERTIES = "org.freedesktop.DBus.Properties"
SERIAL = 8  # where the number of a message stands in its bytes, by the D-Bus specification

Where = tuple[str, str]
"""The name of a program on the bus, and the path of an object in it."""

Call = tuple[Where, str, str, str, tuple]
"""Whom to ask, the interface, the question, and the kinds and values of what goes with it."""


class Gone(Exception):
    """The object that was asked is no longer there."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One object as a screen reader has it at one moment."""

    where: Where
    role: str
    name: str
    description: str
    states: frozenset[str]
    level: int | None  # of a heading, from 1
    labels: tuple[str, ...]  # names of the objects that label it
    above: Self | None

    @property
    def words(self) -> str:
        """What is read out as its name."""
        return self.name or " ".join(self.labels)

    def within(self, other: "Seen") -> bool:
        """Tell whether it lies inside another object."""
        above = self.above
        while above is not None:
            if above.where == other.where:
                return True
            above = above.above
        return False

    def __str__(self) -> str:
        states = ", ".join(sorted(self.states - {"enabled", "visible", "showing"}))
        return f"[{self.role}] {self.words!r} ({states})"


class Bus:
    """A connection to the bus of AT-SPI."""

    def __init__(self, address: str) -> None:
        self._letters: dict[Call, bytearray] = {}
        self._line: DBusConnection = open_dbus_connection(address, auth_timeout=ANSWER)

    def close(self) -> None:
        """Hang up."""
        self._line.close()

    def programs(self) -> list[Where]:
        """Give the programs that can be read."""
        desktop = ("org.a11y.atspi.Registry", ROOT)
        (found,) = self.ask(desktop, "Accessible", "GetChildren")
        return list(found)

    def pid(self, where: Where) -> int:
        """Give the process that an object lives in."""
        place = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        asked = new_method_call(place, "GetConnectionUnixProcessID", "s", (where[0],))
        return _body(self._line.send_and_get_reply(asked, timeout=ANSWER))[0]

    def ask(self, where: Where, face: str, what: str, kinds: str = "", *given: object) -> tuple:
        """Ask one object one thing. Raises Gone where it is not there any more."""
        return self._ask_all([(where, face, what, kinds, given)])[0]

    def below(self, top: Where, *, hidden: bool = False) -> list[Seen]:
        """Give every object from `top` down that is showing, parents before children.

        With `hidden` also what is not showing, and all that is in it. Raises
        Gone where the tree changed while it was read.
        """
        seen: list[Seen] = []
        row: list[tuple[Where, Seen | None]] = [(top, None)]
        while row:
            told = self._states([where for where, _above in row])
            row = [
                (*one, states)
                for one, states in zip(row, told, strict=True)
                if hidden or "showing" in states or one[1] is None
            ]
            after: list[tuple[Where, Seen | None]] = []
            for one, children in self._look_at(row):
                seen.append(one)
                after += [(child, one) for child in children]
            row = after
        return seen

    def _states(self, ones: Sequence[Where]) -> Iterator[frozenset[str]]:
        for ((low, high),) in self._all(ones, "GetState"):
            number = low | high << 32
            yield frozenset(word for bit, word in STATES.items() if number >> bit & 1)

    def _look_at(
        self, row: Sequence[tuple[Where, Seen | None, frozenset[str]]]
    ) -> Iterator[tuple[Seen, list[Where]]]:
        ones = [where for where, _above, _states in row]
        told = zip(
            self._all(ones, "GetRoleName"),
            self._get(ones, "Name"),
            self._get(ones, "Description"),
            self._all(ones, "GetChildren"),
            strict=True,
        )
        for (where, above, states), ((role,), name, description, (children,)) in zip(
            row, told, strict=True
        ):
            named = role == "combo box" or ("focusable" in states and not name)
            yield (
                Seen(
                    where=where,
                    above=above,
                    role=role,
                    name=name,
                    description=description,
                    states=states,
                    level=self._level(where) if role == "heading" else None,
                    labels=self._labels(where) if named else (),
                ),
                children,
            )

    def _level(self, where: Where) -> int | None:
        ((attributes,),) = self._all([where], "GetAttributes")
        return int(attributes["level"]) if "level" in attributes else None

    def _labels(self, where: Where) -> tuple[str, ...]:
        ((relations,),) = self._all([where], "GetRelationSet")
        ones = [one for kind, ones in relations if kind == LABELLED_BY for one in ones]
        return tuple(self._get(ones, "Name"))

    def _all(self, ones: Sequence[Where], what: str) -> list[tuple]:
        return self._ask_all([(one, "Accessible", what, "", ()) for one in ones])

    def _get(self, ones: Sequence[Where], prop: str) -> list[str]:
        given = (A11Y + "Accessible", prop)
        told = self._ask_all([(one, PROPERTIES, "Get", "ss", given) for one in ones])
        return [value for ((_kind, value),) in told]

    def _ask_all(self, calls: Sequence[Call]) -> list[tuple]:
        """Send many questions before waiting: most of the time goes on the way."""
        answers: list[tuple] = []
        for start in range(0, len(calls), TOGETHER):
            answers += self._some(calls[start : start + TOGETHER])
        return answers

    def _some(self, calls: Sequence[Call]) -> list[tuple]:
        until = time.monotonic() + ANSWER
        serials = [next(self._line.outgoing_serial) for _call in calls]
        letters = [self._letter(call, n) for call, n in zip(calls, serials, strict=True)]
        self._line.sock.sendall(b"".join(letters))
        waiting, answers = set(serials), {}
        while waiting:
            message = self._line.receive(timeout=until - time.monotonic())
            serial = message.header.fields.get(HeaderFields.reply_serial)
            if serial in waiting:
                waiting.remove(serial)
                answers[serial] = message
        return [_body(answers[serial]) for serial in serials]

    def _letter(self, call: Call, serial: int) -> bytes:
        """Give a call as bytes; the same is asked again and again, only its number changes."""
        if call not in self._letters:
            where, face, what, kinds, given = call
            place = DBusAddress(where[1], where[0], A11Y + face if "." not in face else face)
            message = new_method_call(place, what, kinds or None, given)
            self._letters[call] = bytearray(message.serialise(serial=serial))
        letter = self._letters[call]
        struct.pack_into("<I", letter, SERIAL, serial)
        return bytes(letter)


def _body(message: Message) -> tuple:
    if message.header.message_type is MessageType.error:
        name = message.header.fields.get(HeaderFields.error_name)
        raise Gone(f"{name}: {message.body}")
    return message.body
