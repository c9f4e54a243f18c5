"""Small files that want a gigabyte or an hour, and pages of impossible size."""

import zlib
from functools import partial

from tests.hostile.kind import HostileKind
from tests.hostile.writer import (
    LETTER,
    Extra,
    Objects,
    deflated_repeat,
    deflated_run,
    empty_page,
    printed,
)

FORM = f"/Type /XObject /Subtype /Form /BBox [{LETTER}]"


def packed_content(packed: bytes, filters: str = "/FlateDecode") -> bytes:
    """Give a page whose content is the already packed stream."""
    objects = empty_page(page="/Contents 4 0 R")
    objects.stream(packed, f"/Filter {filters}")
    return objects.file()


def one_gigabyte_of_spaces() -> bytes:
    return packed_content(deflated_run(0x20, 1_000_000_000))


def five_gigabytes_packed_twice() -> bytes:
    inner = deflated_run(0x0A, 5_000_000_000)
    return packed_content(zlib.compress(inner, 9), "[/FlateDecode /FlateDecode]")


def ten_million_operators() -> bytes:
    return packed_content(deflated_repeat(b"0 0 612 792 re f\n", 5_000_000))


def picture(width: int, height: int, colours: str, packed: bytes) -> bytes:
    """Give a page filled by one picture of `width` by `height` pixels, 8 bits each."""
    objects = empty_page(page="/Contents 5 0 R /Resources << /XObject << /I 4 0 R >> >>")
    objects.stream(
        packed,
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height}"
        f" /ColorSpace /{colours} /BitsPerComponent 8 /Filter /FlateDecode",
    )
    objects.stream(b"q 612 0 0 792 0 0 cm /I Do Q")
    return objects.file()


def true_picture_of_three_gigabytes() -> bytes:
    return picture(30_000, 30_000, "DeviceRGB", deflated_run(0x80, 2_700_000_000))


def picture_that_lies() -> bytes:
    return picture(2_000_000, 2_000_000, "DeviceGray", zlib.compress(bytes(1000)))


def drawing_in_drawings(*, circle: bool) -> bytes:
    """Ten drawings in each of nine drawings, or nine that end where they began."""
    objects = empty_page(page="/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>")
    objects.stream(b"/X Do")
    for inner in range(6, 15):
        resources = f"/Resources << /XObject << /X {inner} 0 R >> >>"
        objects.stream(b"/X Do " * 10, f"{FORM} {resources}")
    if circle:
        objects.stream(b"/X Do", f"{FORM} /Resources << /XObject << /X 5 0 R >> >>")
    else:
        objects.stream(b"0 0 10 10 re f", FORM)
    return objects.file()


def tiny_tiles() -> bytes:
    def tile(objects: Objects) -> Extra:
        number = objects.stream(
            b"0 0 .001 .001 re f",
            "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1"
            " /BBox [0 0 .001 .001] /XStep .001 /YStep .001 /Resources << >>",
        )
        return Extra(resources=f"/Pattern << /P {number} 0 R >>")

    return printed(content=b"/Pattern cs /P scn 0 0 612 792 re f", extra=tile)


def crowded_object_stream() -> bytes:
    objects = empty_page()
    numbers = b" ".join(b"%d 0" % (index + 10) for index in range(300_000))
    objects.stream(numbers + b" " + b"0 " * 10, "/Type /ObjStm /N 300000 /First 3000000", pack=True)
    return objects.file()


def without_box() -> bytes:
    box = f"/MediaBox [{LETTER}]".encode()
    return printed().replace(box, b" " * len(box))


BOXES = {
    "huge_1e6": "0 0 1000000 1000000",
    "huge_2e9": "0 0 2147483647 2147483647",
    "neg": "612 792 0 0",
    "zero": "0 0 0 0",
    "thin": "0 0 1 14400",
    "nan": "0 0 1e400 nan",
    "a0plus": "0 0 14400 14400",
}


def bomb(name: str, make: partial[bytes]) -> HostileKind:
    return HostileKind(name, "bomb", make, pages=1, kills=True)


BOMBS = (
    bomb("bomb_flate_1g", partial(one_gigabyte_of_spaces)),
    bomb("bomb_flate2_5g", partial(five_gigabytes_packed_twice)),
    bomb("bomb_image_30kx30k_rgb", partial(true_picture_of_three_gigabytes)),
    bomb("bomb_image_dims_lie", partial(picture_that_lies)),
    bomb("bomb_form_laughs_1e9", partial(drawing_in_drawings, circle=False)),
    bomb("form_self_recursion", partial(drawing_in_drawings, circle=True)),
    bomb("content_10m_ops", partial(ten_million_operators)),
    bomb("pattern_tiny_step", partial(tiny_tiles)),
    bomb("objstm_300k", partial(crowded_object_stream)),
)
SIZES = (
    *(
        HostileKind(f"box_{name}", "page-size", partial(printed, box=box), pages=1)
        for name, box in BOXES.items()
    ),
    HostileKind("userunit_75000", "page-size", partial(printed, page="/UserUnit 75000"), pages=1),
    HostileKind("no_mediabox", "page-size", without_box, pages=1),
)
KINDS = (*BOMBS, *SIZES)
