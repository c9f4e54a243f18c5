"""Takes from pictures inside PDFs what cameras and programs wrote beside the pixels.

A JPEG may say where and when it was taken, and by whom; some carry a smaller
picture, or a second file after their end. Markers are those of ITU-T T.81,
annex B, the boxes of JPEG 2000 those of ISO 15444-1, annex I.
"""

import re
from collections.abc import Callable, Iterator

import pikepdf

_COLOURS = b"ICC_PROFILE\x00"
_APP0, _APP2, _APP14, _APP15, _COMMENT = 0xE0, 0xE2, 0xEE, 0xEF, 0xFE
_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length
# the marker that ends a run of pixels; a pattern that begins with one byte is found much faster
_NEXT = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_PADDING = b"\0\r\n "
_NOTES = frozenset({b"xml ", b"uuid", b"uinf", b"jp2i"})
_JPX = b"\x00\x00\x00\x0cjP  \r\n\x87\n"


def take_notes_away(pdf: pikepdf.Pdf) -> None:
    """Leave of each JPEG of a file what shows it."""
    for image, bare in list(_noted(pdf)):
        how = image.get("/DecodeParms")
        parts = list(how)[-1:] if isinstance(how, pikepdf.Array) else [how]
        known = [one for one in parts if isinstance(one, pikepdf.Dictionary)]
        image.write(bare, filter=_last(image), decode_parms=known[0] if known else None)


def has_notes(pdf: pikepdf.Pdf) -> bool:
    """Whether a picture of a file carries more than what shows it."""
    return any(True for _one in _noted(pdf))


def bare_jpeg(data: bytes) -> bytes:
    """Give a JPEG without notes; the same bytes where it has none, or is none."""
    if data[:2] != b"\xff\xd8":
        return data
    kept, start = [data[:2]], 2
    while start + 4 <= len(data) and data[start] == 0xFF:
        marker = data[start + 1]
        if marker in _ALONE or marker == 0xFF:
            step = 1 if marker == 0xFF else 2
            kept.append(data[start : start + step])
            start += step
            continue
        if marker == _END:
            break
        end = start + 2 + int.from_bytes(data[start + 2 : start + 4], "big")
        if marker == _SCAN:
            end = _end_of_pixels(data, end)
        elif end > len(data):
            return data
        if not _is_note(marker, data[start + 4 : start + 16]):
            kept.append(data[start:end])
        start = end
    if data[start : start + 2] == b"\xff\xd9" and data[start + 2 :].strip(_PADDING):
        kept.append(data[start : start + 2])  # what follows its end is another file
    else:
        kept.append(data[start:])
    bare = b"".join(kept)
    return bare if len(bare) < len(data) else data


def _end_of_pixels(data: bytes, start: int) -> int:
    """Give where the next marker begins, with the bytes that may fill up the room before it."""
    found = _NEXT.search(data, start)
    end = found.start() if found else len(data)
    while found and end > start and data[end - 1] == 0xFF:
        end -= 1
    return end


def bare_jpx(data: bytes) -> bytes:
    """Give a JPEG 2000 file without notes; the same bytes where it has none, or is none."""
    if not data.startswith(_JPX):
        return data
    kept, start = [], 0
    while start + 8 <= len(data):
        length, kind = int.from_bytes(data[start : start + 4], "big"), data[start + 4 : start + 8]
        if length == 1:
            length = int.from_bytes(data[start + 8 : start + 16], "big")
        end = len(data) if length == 0 else start + length
        if not start + 8 <= end <= len(data):
            return data
        if kind not in _NOTES:
            kept.append(data[start:end])
        start = end
    bare = b"".join(kept)
    return bare if len(bare) < len(data) else data


def _is_note(marker: int, begins: bytes) -> bool:
    if marker == _COMMENT:
        return True
    if marker == _APP2:
        return not begins.startswith(_COLOURS)
    return _APP0 < marker <= _APP15 and marker != _APP14


_BARE: dict[str, Callable[[bytes], bytes]] = {"/DCTDecode": bare_jpeg, "/JPXDecode": bare_jpx}


def _noted(pdf: pikepdf.Pdf) -> Iterator[tuple[pikepdf.Stream, bytes]]:
    """Give the pictures with notes, each with its bytes without them."""
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Stream) or one.get("/Subtype") != "/Image":
            continue
        bare_of = _BARE.get(str(_last(one)))
        if bare_of is None:
            continue
        try:
            data = _packed(pdf, one)
        except pikepdf.PdfError:  # it cannot be shown either
            continue
        bare = bare_of(data)
        if len(bare) < len(data):
            yield one, bare


def _last(image: pikepdf.Object) -> pikepdf.Name | None:
    """Give the filter that is undone last: that of the picture itself."""
    found = image.get("/Filter")
    if isinstance(found, pikepdf.Array):
        found = found[-1] if len(found) else None
    return found if isinstance(found, pikepdf.Name) else None


def _packed(pdf: pikepdf.Pdf, image: pikepdf.Stream) -> bytes:
    """Give the bytes of a picture's own form, without what they were packed in for the file."""
    filters = image.get("/Filter")
    raw = image.read_raw_bytes()
    if not isinstance(filters, pikepdf.Array) or len(filters) == 1:
        return raw
    outer = list(filters)[:-1]
    entries = {"/Filter": pikepdf.Array(outer)}
    parts = image.get("/DecodeParms")
    if isinstance(parts, pikepdf.Array):
        entries["/DecodeParms"] = pikepdf.Array(list(parts)[: len(outer)])
    return bytes(pdf.make_stream(raw, entries).read_bytes())
