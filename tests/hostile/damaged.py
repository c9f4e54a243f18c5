"""Files that are no PDF at all, and PDFs that were cut, shifted or lied to."""

import io
import random
import zipfile

from tests.hostile.kind import HostileKind
from tests.hostile.writer import empty_page, printed

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
LOGIN = (
    b"<!DOCTYPE html><html><body><h1>Please log in</h1>"
    b'<script>fetch("http://127.0.0.1:9/x")</script></body></html>'
)


def three_pages() -> bytes:
    return printed(count=3)


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in (("../../evil.txt", "x"), ("a.txt", "hello")):
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def noise(length: int) -> bytes:
    return random.Random(7).randbytes(length)


def without_table() -> bytes:
    whole = three_pages()
    return whole[: whole.rindex(b"xref\n0 ")]


def table_that_points_to_itself() -> bytes:
    place = empty_page().file().rindex(b"xref\n0 ")
    return empty_page().file(trailer=f"/Prev {place}")


def swapped(old: bytes, new: bytes) -> bytes:
    whole = empty_page().file()
    if old not in whole:
        raise ValueError(f"nothing to swap: {old!r}")
    return whole.replace(old, new)


NOT_PDF = (
    HostileKind("zero_byte", "not-pdf", lambda: b""),
    HostileKind("one_byte", "not-pdf", lambda: b"%"),
    HostileKind("nul_1mb", "not-pdf", lambda: bytes(1_000_000)),  # left by a power cut
    HostileKind("html_named", "not-pdf", lambda: LOGIN),
    HostileKind("zip_named", "not-pdf", zipped),
    HostileKind("png_named", "not-pdf", lambda: PNG),
    HostileKind("random_64k", "not-pdf", lambda: noise(65536)),
    HostileKind("header_only", "not-pdf", lambda: b"%PDF-1.7\n"),
)

CUT = (
    HostileKind("trunc_half", "truncated", lambda: three_pages()[: len(three_pages()) // 2]),
    HostileKind("trunc_tail10", "truncated", lambda: three_pages()[:-10]),
    HostileKind("trunc_no_xref", "truncated", without_table),
    HostileKind("junk_before_header", "malformed", lambda: b"X" * 900 + three_pages()),
    HostileKind("junk_after_eof", "malformed", lambda: three_pages() + noise(5000)),
)

XREF = "malformed-xref"
LYING = (
    HostileKind("xref_shifted", XREF, lambda: empty_page().file(shift=10), pages=1),
    HostileKind("startxref_wrong", XREF, lambda: empty_page().file(startxref=99999999), pages=1),
    HostileKind("startxref_negative", XREF, lambda: empty_page().file(startxref=-5), pages=1),
    HostileKind("xref_missing", XREF, lambda: empty_page().file(xref=False), pages=1),
    HostileKind("xref_prev_loop", XREF, table_that_points_to_itself, pages=1),
    HostileKind("size_lie_2g", XREF, lambda: swapped(b"/Size 4", b"/Size 2147483647"), pages=1),
    HostileKind(
        "xref_huge_subsection",
        XREF,
        lambda: swapped(b"xref\n0 4", b"xref\n0 2147483640"),
        pages=1,
    ),
)

KINDS = (HostileKind("ok_3pages", "ok", three_pages, pages=3), *NOT_PDF, *CUT, *LYING)
