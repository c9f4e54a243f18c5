"""Orders about pages that must not go out as they are, packed and checked."""

from typing import Any

from app.worker.page_orders import (
    Covered,
    CoveredPage,
    Covering,
    FoundWords,
    Lightened,
    Lightening,
    Seeking,
    Sought,
)
from app.worker.protocol import (
    Header,
    ProtocolBroken,
    bare_name,
    integer,
    several,
    text,
    truth,
)

MOST_PAGES = 100_000
_MOST_BOXES = 1000
_MOST_LINES = 20_000
_LONGEST = 4000
_MOST_BYTES = 1 << 40


def encode_covering(order: Covering) -> Header:
    """Put an order to cover pages into a header."""
    return {
        "source": order.source,
        "result": order.result,
        "pages": [
            [one.page, [list(box) for box in one.boxes], [*one.labels]] for one in order.pages
        ],
        "dots": order.dots,
        "text_layer": order.text_layer,
        "sought": [*order.sought],
    }


def decode_covering(header: Header) -> Covering:
    """Check and unpack an order to cover pages. Raises ProtocolBroken."""
    return Covering(
        source=bare_name(header.get("source")),
        result=bare_name(header.get("result")),
        pages=tuple(_covered_page(one) for one in several(header.get("pages"), MOST_PAGES)),
        dots=integer(header.get("dots"), 72, 600),
        text_layer=truth(header.get("text_layer")),
        sought=tuple(text(one, _LONGEST) for one in several(header.get("sought"), _MOST_LINES)),
    )


def encode_covered(done: Covered) -> Header:
    """Put what is hidden now into a header."""
    return {
        "hidden": [[[*lines] for lines in boxes] for boxes in done.hidden],
        "left": [[*words] for words in done.left],
    }


def decode_covered(header: Header) -> Covered:
    """Check and unpack what is hidden. Raises ProtocolBroken."""
    return Covered(
        tuple(
            tuple(
                tuple(text(line, _MOST_BYTES) for line in several(lines, _MOST_LINES))
                for lines in several(boxes, _MOST_BOXES)
            )
            for boxes in several(header.get("hidden"), MOST_PAGES)
        ),
        tuple(
            tuple(text(one, _LONGEST) for one in several(words, _MOST_LINES))
            for words in several(header.get("left"), MOST_PAGES)
        ),
    )


def encode_lightening(order: Lightening) -> Header:
    """Put an order to make pictures lighter into a header."""
    return {
        "source": order.source,
        "result": order.result,
        "dots": order.dots,
        "grey": order.grey,
        "quality": order.quality,
    }


def decode_lightening(header: Header) -> Lightening:
    """Check and unpack an order to make pictures lighter. Raises ProtocolBroken."""
    return Lightening(
        bare_name(header.get("source")),
        bare_name(header.get("result")),
        integer(header.get("dots"), 36, 1200),
        truth(header.get("grey")),
        integer(header.get("quality"), 1, 95),
    )


def encode_lightened(done: Lightened) -> Header:
    """Put how much lighter a file became into a header."""
    return {"pictures": done.pictures, "before": done.before, "after": done.after}


def decode_lightened(header: Header) -> Lightened:
    """Check and unpack how much lighter a file became. Raises ProtocolBroken."""
    return Lightened(
        integer(header.get("pictures"), 0, MOST_PAGES * 100),
        integer(header.get("before"), 0, _MOST_BYTES),
        integer(header.get("after"), 0, _MOST_BYTES),
    )


def encode_seeking(order: Seeking) -> Header:
    """Put an order to look for words into a header."""
    return {
        "file": order.file,
        "sought": [[one.words, one.page, one.spelt] for one in order.sought],
        "password": order.password,
    }


def decode_seeking(header: Header) -> Seeking:
    """Check and unpack an order to look for words. Raises ProtocolBroken."""
    return Seeking(
        bare_name(header.get("file")),
        tuple(_sought(one) for one in several(header.get("sought"), _MOST_LINES)),
        text(header.get("password"), _LONGEST),
    )


def encode_found(found: tuple[FoundWords, ...]) -> Header:
    """Put the places where words were found into a header."""
    return {"found": [[one.words, one.page] for one in found[:_MOST_LINES]]}


def decode_found(header: Header) -> tuple[FoundWords, ...]:
    """Check and unpack the places where words were found. Raises ProtocolBroken."""
    return tuple(FoundWords(*_placed(one)) for one in several(header.get("found"), _MOST_LINES))


def _covered_page(value: Any) -> CoveredPage:  # noqa: ANN401 - checked here
    page, boxes, labels = _of_length(value, 3)
    return CoveredPage(
        integer(page, 0, MOST_PAGES),
        tuple(_box(box) for box in several(boxes, _MOST_BOXES)),
        tuple(text(label, _LONGEST) for label in several(labels, _MOST_BOXES)),
    )


def _box(value: Any) -> tuple[float, float, float, float]:  # noqa: ANN401 - checked here
    edges = _of_length(value, 4)
    if not all(isinstance(edge, int | float) and 0 <= edge <= 1 for edge in edges):
        raise ProtocolBroken("not a box")
    x0, y0, x1, y1 = (float(edge) for edge in edges)
    return (x0, y0, x1, y1)


def _sought(value: Any) -> Sought:  # noqa: ANN401 - checked here
    words, page, spelt = _of_length(value, 3)
    return Sought(*_placed([words, page]), truth(spelt))


def _placed(value: Any) -> tuple[str, int | None]:  # noqa: ANN401 - checked here
    words, page = _of_length(value, 2)
    return text(words, _MOST_BYTES), None if page is None else integer(page, 0, MOST_PAGES)


def _of_length(value: Any, length: int) -> list[Any]:  # noqa: ANN401 - checked here
    found = several(value, length)
    if len(found) != length:
        raise ProtocolBroken("parts are missing")
    return found
