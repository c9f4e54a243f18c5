"""Writes a PDF whose pages are pictures, one after the other, in little memory.

The file holds pages and pictures and nothing else: no dates, no names, no
identifiers. Structure by ISO 32000-1, 7.5 and 8.9.5.
"""

from dataclasses import dataclass
from typing import BinaryIO

_CATALOG, _PAGES, _FIRST_FREE = 1, 2, 3


@dataclass(frozen=True, slots=True)
class PagePicture:
    """An encoded picture and the page it fills; `page` is in points, `pixels` in pixels.

    `encoding` is "DCTDecode" for a JPEG and "FlateDecode" for zlib data with
    `bits` a sample.
    """

    encoded: bytes
    encoding: str
    pixels: tuple[int, int]
    grey: bool
    bits: int
    page: tuple[float, float]


class PicturePages:
    """A PDF being written to a file opened for writing bytes; `finish` completes it."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._offsets: dict[int, int] = {}
        self._kids: list[int] = []
        self._free = _FIRST_FREE
        target.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")

    def add(self, picture: PagePicture) -> None:
        """Append a page."""
        page, contents, image = range(self._free, self._free + 3)
        self._free += 3
        self._kids.append(page)
        width, height = picture.page
        self._object(
            page,
            f"<< /Type /Page /Parent {_PAGES} 0 R /MediaBox [0 0 {width:.4f} {height:.4f}]"
            f" /Contents {contents} 0 R"
            f" /Resources << /XObject << /Picture {image} 0 R >> >> >>",
        )
        drawing = f"q {width:.4f} 0 0 {height:.4f} 0 0 cm /Picture Do Q".encode()
        self._object(contents, f"<< /Length {len(drawing)} >>", drawing)
        colours = "DeviceGray" if picture.grey else "DeviceRGB"
        self._object(
            image,
            f"<< /Type /XObject /Subtype /Image /Width {picture.pixels[0]}"
            f" /Height {picture.pixels[1]} /ColorSpace /{colours}"
            f" /BitsPerComponent {picture.bits} /Filter /{picture.encoding}"
            f" /Length {len(picture.encoded)} >>",
            picture.encoded,
        )

    def finish(self) -> None:
        """Write what ties the pages together."""
        kids = " ".join(f"{kid} 0 R" for kid in self._kids)
        self._object(_PAGES, f"<< /Type /Pages /Count {len(self._kids)} /Kids [{kids}] >>")
        self._object(_CATALOG, f"<< /Type /Catalog /Pages {_PAGES} 0 R >>")
        start = self._target.tell()
        rows = [b"0000000000 65535 f \n"]
        rows += [b"%010d 00000 n \n" % self._offsets[number] for number in sorted(self._offsets)]
        self._target.write(b"xref\n0 %d\n" % len(rows) + b"".join(rows))
        trailer = (
            f"trailer << /Size {len(rows)} /Root {_CATALOG} 0 R >>\nstartxref\n{start}\n%%EOF\n"
        )
        self._target.write(trailer.encode())

    def _object(self, number: int, dictionary: str, stream: bytes | None = None) -> None:
        self._offsets[number] = self._target.tell()
        self._target.write(f"{number} 0 obj\n{dictionary}\n".encode())
        if stream is not None:
            self._target.write(b"stream\n" + stream + b"\nendstream\n")
        self._target.write(b"endobj\n")
