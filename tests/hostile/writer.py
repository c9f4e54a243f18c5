"""Write PDFs by hand, so that every byte of them may be wrong on purpose."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

LETTER = "0 0 612 792"
MODULUS = 65521  # of Adler-32, RFC 1950


class Objects:
    """The numbered objects of one PDF; the first added is number 1."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []

    def add(self, body: str | bytes) -> int:
        """Add an object and give its number."""
        self._bodies.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(self._bodies)

    def replace(self, number: int, body: str | bytes) -> None:
        """Put another body in the place of object `number`."""
        self._bodies[number - 1] = body.encode("latin-1") if isinstance(body, str) else body

    def stream(self, content: bytes, entries: str = "", *, pack: bool = False) -> int:
        """Add a stream with an honest /Length and give its number."""
        if pack:
            content = zlib.compress(content, 9)
            entries += " /Filter /FlateDecode"
        head = f"<< /Length {len(content)} {entries} >>\nstream\n".encode("latin-1")
        return self.add(head + content + b"\nendstream")

    def file(
        self,
        *,
        trailer: str = "",
        xref: bool = True,
        shift: int = 0,
        startxref: int | None = None,
    ) -> bytes:
        """Give the whole file; object 1 is the catalog.

        Without `xref` the table is left out; `shift` is added to every offset
        in it; `startxref` replaces the true place of the table.
        """
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for number, body in enumerate(self._bodies, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        table = len(out)
        size = len(offsets) + 1
        if xref:
            out += b"xref\n0 %d\n0000000000 65535 f \n" % size
            out += b"".join(b"%010d 00000 n \n" % (offset + shift) for offset in offsets)
        where = table if startxref is None else startxref
        out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n".encode("latin-1")
        out += b"startxref\n%d\n%%%%EOF\n" % where
        return bytes(out)


@dataclass(frozen=True, slots=True)
class Extra:
    """Entries to write into the catalog, every page and every page's /Resources."""

    catalog: str = ""
    page: str = ""
    resources: str = ""


def no_extra(objects: Objects) -> Extra:
    return Extra()


def printed(
    text: str = "Hello case file",
    *,
    count: int = 1,
    box: str = LETTER,
    content: bytes | None = None,
    catalog: str = "",
    page: str = "",
    extra: Callable[[Objects], Extra] = no_extra,
) -> bytes:
    """Give a PDF of `count` pages, each with a line of text or with `content`."""
    objects = Objects()
    root, tree = objects.add("null"), objects.add("null")
    font = objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    more = extra(objects)
    kids = []
    for number in range(1, count + 1):
        line = f"BT /F1 24 Tf 72 700 Td ({text} page {number}) Tj ET".encode("latin-1")
        drawn = objects.stream(line if content is None else content)
        kids.append(
            objects.add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [{box}] /Contents {drawn} 0 R"
                f" /Resources << /Font << /F1 {font} 0 R >> {more.resources} >>"
                f" {page} {more.page} >>"
            )
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects.replace(tree, f"<< /Type /Pages /Count {count} /Kids [{listed}] >>")
    objects.replace(root, f"<< /Type /Catalog /Pages {tree} 0 R {catalog} {more.catalog} >>")
    return objects.file()


def empty_page(*, catalog: str = "", page: str = "") -> Objects:
    """Give a catalog (1), a page tree (2) and one page (3); the next object is number 4."""
    objects = Objects()
    objects.add(f"<< /Type /Catalog /Pages 2 0 R {catalog} >>")
    objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
    objects.add(f"<< /Type /Page /Parent 2 0 R /MediaBox [{LETTER}] {page} >>")
    return objects


def deflated_run(byte: int, length: int) -> bytes:
    """Give the zlib stream of `length` times the same byte, without ever holding them.

    One block that stands alone (full flush) is made once and repeated; `length`
    must be a whole number of 10,000,000 bytes. The check sum has a closed form.
    """
    block = 10_000_000
    if length % block:
        raise ValueError("the length must be a multiple of ten million")
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(bytes([byte]) * block) + packer.flush(zlib.Z_FULL_FLUSH)
    low = (1 + length * byte) % MODULUS
    high = (length + byte * length * (length + 1) // 2) % MODULUS
    last = b"\x03\x00"  # an empty final block
    return b"\x78\xda" + body * (length // block) + last + (high << 16 | low).to_bytes(4, "big")


def deflated_repeat(text: bytes, times: int) -> bytes:
    """Give the zlib stream of `text` repeated `times` times, packed bit by bit."""
    packer = zlib.compressobj(9)
    portion, rest = divmod(times, 1000)
    parts = [packer.compress(text * portion) for _ in range(1000)]
    return b"".join([*parts, packer.compress(text * rest), packer.flush()])
