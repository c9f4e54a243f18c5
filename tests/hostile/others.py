"""Bad files that are not PDFs, bad names, and places that are no files at all."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.hostile.writer import deflated_run, printed


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file that tells a lie or half of the truth; `name` carries the ending it comes with.

    `kills`: it may be refused because it goes past a limit of time or memory.
    """

    name: str
    make: Callable[[], bytes]
    kills: bool = False

    def __str__(self) -> str:
        return self.name


def photo() -> bytes:
    """Give a whole JPEG with enough detail that half of it is really half."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize((600, 800)).save(out, "JPEG", quality=90)
    return out.getvalue()


def half_a_photo() -> bytes:
    return photo()[: len(photo()) // 2]


def chunk(kind: bytes, content: bytes) -> bytes:
    """Give one PNG chunk (PNG specification, 5.3)."""
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)


def picture_bomb() -> bytes:
    """Give a true grey PNG of 39,999 by 40,000 pixels in less than 2 MB."""
    head = struct.pack(">IIBBBBB", 39_999, 40_000, 8, 0, 0, 0, 0)
    rows = deflated_run(0, 1_600_000_000)  # each row has one byte for its filter
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def archive(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in files.items():
            opened.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def word_letter() -> bytes:
    types = "application/vnd.openxmlformats-package.relationships+xml"
    return archive(
        **{
            "[Content_Types].xml": f'<Types><Default Extension="rels" ContentType="{types}"/></Types>',
            "word/document.xml": "<w:document><w:body/></w:document>",
        }
    )


def brand(name: bytes) -> bytes:
    """Give the first box of an ISO base media file (ISO/IEC 14496-12, 4.3)."""
    return struct.pack(">I", 24) + b"ftyp" + name + bytes(4) + name + b"isom"


MAIL = (
    b"From: clinic@example.org\r\nTo: me@example.org\r\nSubject: Letter\r\n\r\nSee attachment.\r\n"
)
WEB_PAGE = b"<!DOCTYPE html><html><head><title>Log in</title></head><body></body></html>"

OTHERS: tuple[BadFile, ...] = (
    BadFile("empty.pdf", lambda: b""),
    BadFile("empty.jpg", lambda: b""),
    BadFile("empty.txt", lambda: b""),
    BadFile("nothing but zeros.pdf", lambda: bytes(100_000)),
    BadFile("nothing but zeros.jpg", lambda: bytes(100_000)),
    BadFile("really a PDF.jpg", printed),
    BadFile("really a photo.pdf", photo),
    BadFile("really a web page.pdf", lambda: WEB_PAGE),
    BadFile("records.zip", lambda: archive(**{"a.txt": "hello"})),
    BadFile("letter.docx", word_letter),
    BadFile("photo.heic", lambda: brand(b"heic") + bytes(64)),
    BadFile("scan.dcm", lambda: bytes(128) + b"DICM" + bytes(64)),
    BadFile("mail.eml", lambda: MAIL),
    BadFile("moving.gif", lambda: b"GIF89a" + bytes(16)),
    BadFile("film.mp4", lambda: brand(b"mp42") + bytes(64)),
    BadFile("huge.png", picture_bomb, kills=True),
    BadFile("half a photo.jpg", half_a_photo),
)

BAD_NAMES: tuple[str, ...] = (
    "<img src=x>.pdf",
    "<b>bold & 'quoted' \"twice\".pdf",
    "a" * 240 + ".pdf",
    "ä" * 120 + ".pdf",  # 244 bytes
    "photo \u202egpj.exe.pdf",  # shows as "photo fdp.exe.jpg"
    "\u2067turned\u2069 \u200f.pdf",
    "two\nlines.pdf",
    "bell\a and escape\x1b[31m.pdf",
    "-rf.pdf",
    "%s %n {0} $(date).pdf",
    " space before and after .pdf",
    "no ending",
    ".hidden.pdf",
)


def write_badly_named(folder: Path, content: bytes) -> tuple[Path, ...]:
    """Write `content` under every bad name that this file system takes, and give the paths."""
    written = []
    for name in BAD_NAMES:
        path = folder / name
        try:
            path.write_bytes(content)
        except OSError:
            continue  # Windows refuses some of these names; then no such file can be met there
        written.append(path)
    return tuple(written)


def make_link_loop(folder: Path) -> Path:
    """Make two links that point to each other, and give the first."""
    first, second = folder / "loop one.pdf", folder / "loop two.pdf"
    first.symlink_to(second)
    second.symlink_to(first)
    return first


def make_folder_in_itself(folder: Path) -> Path:
    """Make a folder that holds a link to itself, and give the folder."""
    inner = folder / "round and round"
    inner.mkdir()
    (inner / "again").symlink_to(inner, target_is_directory=True)
    return inner


def make_pipe(folder: Path) -> Path:
    """Make a named pipe; whoever opens it without care waits for ever."""
    path = folder / "pipe.pdf"
    os.mkfifo(path)
    return path


@contextmanager
def closed_folder(folder: Path) -> Iterator[Path]:
    """Make a folder with a PDF in it which nobody but an administrator may enter.

    It is opened again afterwards, so that the test's own folder can be cleared.
    """
    closed = folder / "closed"
    closed.mkdir()
    (closed / "letter.pdf").write_bytes(printed())
    closed.chmod(0)
    try:
        yield closed
    finally:
        closed.chmod(0o700)
