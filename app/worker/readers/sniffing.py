"""What a file is, by its first bytes; its name counts only for text."""

from pathlib import Path
from typing import BinaryIO

from app.worker.orders import Refusal
from app.worker.readers.outcome import CannotRead

_HEAD = 4096
_TEXTS = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}
_PICTURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
# Common strangers, so that the sentence can say what it is.
_STRANGERS = (
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "rtf"),
    (b"GIF8", "gif"),
)


def media_type(source: Path, suffix: str) -> str:
    """Give the media type of a file that one of the readers can read.

    `suffix` is that of its old name, in small letters. Raises CannotRead.
    """
    with source.open("rb") as opened:
        head = opened.read(_HEAD)
        if not head:
            raise CannotRead(Refusal.EMPTY)
        if not head.strip(b"\x00") and _only_nul(opened):
            raise CannotRead(Refusal.DAMAGED, "nul")
    # ISO 32000-1, implementation note 13: readers look for it in the first 1,024 bytes
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    for magic, kind in _PICTURES:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if suffix in _TEXTS and not _is_binary(head):
        return _TEXTS[suffix]
    if suffix == ".pdf" and not _stranger(head):
        return "application/pdf"  # a damaged start can sometimes be mended
    raise CannotRead(Refusal.NOT_SUPPORTED, _stranger(head))


def _only_nul(opened: BinaryIO) -> bool:
    """Whether the rest is NUL too: what a lost connection or a cloud folder leaves."""
    while block := opened.read(1024 * 1024):
        if block.strip(b"\x00"):
            return False
    return True


def _is_binary(head: bytes) -> bool:
    return b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _stranger(head: bytes) -> str:
    for magic, kind in _STRANGERS:
        if head.startswith(magic):
            return kind
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc"):
        return "heic"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    return ""
