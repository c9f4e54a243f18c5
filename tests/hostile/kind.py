"""What is known of one hostile PDF before anybody opens it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HostileKind:
    """One kind of bad PDF, made only when asked for.

    `make` gives the same bytes every time, except for the encrypted kinds,
    whose salts are random. `pages` is the count that a reader which opens the
    file should find, or None where readers may honestly differ. `password`
    opens it. `kills`: it may be refused because it goes past a limit of time,
    memory or pages; that the program lives on is all one may ask.
    """

    name: str
    category: str
    make: Callable[[], bytes]
    pages: int | None = None
    password: str = ""
    kills: bool = False

    def __str__(self) -> str:
        return self.name
