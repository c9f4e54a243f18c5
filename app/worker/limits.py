"""How much time, memory and disk one order may take."""

from dataclasses import dataclass, replace

MIB = 1024 * 1024
GIB = 1024 * MIB
_LEAST_SECOND_TRY = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one order.

    `wall_seconds` is the time on the clock; every step that the room reports
    adds `step_seconds`, up to `most_seconds` in all. `memory_bytes` counts
    above what the idle room holds. `file_bytes` is the size of the largest
    file it may write.
    """

    wall_seconds: float = 20.0
    memory_bytes: int = GIB
    file_bytes: int = 512 * MIB
    step_seconds: float = 0.0
    most_seconds: float = 0.0

    @property
    def last_second(self) -> float:
        """The time after which the order ends whatever it reports."""
        return max(self.wall_seconds, self.most_seconds)


def for_examining(size: int) -> Limits:
    """Give the limits for reading a file of `size` bytes.

    The libraries map the file, which counts as memory. Steps are reported
    only while pages are turned into pictures, half a second each.
    """
    extra = max(0, size - 50 * MIB) / (5 * MIB)
    return Limits(
        wall_seconds=20.0 + extra,
        memory_bytes=GIB + size,
        file_bytes=512 * MIB + 2 * size,
        step_seconds=0.5,
        most_seconds=300.0 + extra,
    )


def for_rendering(size: int) -> Limits:
    """Give the limits for drawing one page of a file of `size` bytes."""
    return Limits(memory_bytes=GIB + size)


def for_binding(pages: int, size: int) -> Limits:
    """Give the limits for binding `pages` pages out of files of `size` bytes together."""
    return Limits(
        wall_seconds=60.0 + 0.2 * pages,
        memory_bytes=GIB + 20_000 * pages + size,
        file_bytes=GIB + 2 * size,
    )


def for_covering(pages: int, size: int) -> Limits:
    """Give the limits for turning `pages` pages of a file of `size` bytes into pictures."""
    return Limits(
        wall_seconds=30.0 + 3.0 * pages,
        memory_bytes=GIB + 2 * size + 4 * MIB * pages,
        file_bytes=GIB + 20 * MIB * pages,
    )


def for_lightening(size: int) -> Limits:
    """Give the limits for making the pictures of a file of `size` bytes lighter."""
    return Limits(
        wall_seconds=60.0 + size / (1 * MIB), memory_bytes=2 * GIB + size, file_bytes=GIB + 2 * size
    )


def for_verifying(size: int) -> Limits:
    """Give the limits for reading a dossier of `size` bytes back.

    How many pages it has is only known inside; 5,000 bytes is a small page.
    """
    pages = size // 5000
    return Limits(wall_seconds=60.0 + 0.2 * pages, memory_bytes=GIB + 20_000 * pages + size)


def for_second_try(limits: Limits) -> Limits:
    """Give a quarter of the time, so that both tries together end in good time."""
    seconds = max(_LEAST_SECOND_TRY, limits.wall_seconds / 4)
    return replace(limits, wall_seconds=seconds)
