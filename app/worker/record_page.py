"""Puts one page of a record into its frame, untouched and upright."""

import copy
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf

from app.worker.fitting import Fitted, fitted
from app.worker.orders import RECORD_MARK

_Box = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]
_LETTER: _Box = (0.0, 0.0, 612.0, 792.0)
_XOBJECT, _FORM, _PACKED = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Name.FlateDecode
_OF_THE_OLD_TREE = ("/StructParents", "/StructParent")
_SHORT = 4096  # bytes; a window of zlib for no more is set up in half the time
_EDGE = 0.6  # thickness in points of the grey line around a record's page


@dataclass(frozen=True, slots=True)
class Fit:
    """How a page lies on the paper.

    `paper` is its width and height; `matrix` leads from the page's own
    coordinates to the paper's; `box` is where it lies, in points from the
    lower left; `crop` is what shows of it, in its own coordinates.
    """

    paper: tuple[float, float]
    matrix: _Matrix
    box: _Box
    crop: _Box


def fit(
    page: pikepdf.Object, paper: tuple[float, float], margins: tuple[float, float, float, float]
) -> Fit:
    """Say where `page` goes on `paper` inside `margins` (left, top, right, bottom).

    It is never enlarged, stands at the top in the middle, and lies on paper
    turned on its side when it is wider than high once upright.
    """
    return _lying(page, lambda wide, high: fitted(wide, high, paper, margins))


def upright(page: pikepdf.Object) -> Fit:
    """Say how `page` lies on a paper of just its own size, once it stands upright."""
    return _lying(page, lambda wide, high: fitted(wide, high, (wide, high), (0, 0, 0, 0)))


def _lying(page: pikepdf.Object, place: Callable[[float, float], Fitted]) -> Fit:
    crop, turn, unit = visible_box(page), _turn(page), _unit(page)
    across, up = (crop[2] - crop[0]) * unit, (crop[3] - crop[1]) * unit
    put = place(up, across) if turn in (90, 270) else place(across, up)
    return Fit(put.paper, _matrix(crop, turn, put.scale * unit, put.box), put.box, crop)


def _matrix(crop: _Box, turn: int, scale: float, box: _Box) -> _Matrix:
    x0, y0, x1, y1 = (value * scale for value in crop)
    left, bottom = box[0], box[1]
    return {
        0: (scale, 0.0, 0.0, scale, left - x0, bottom - y0),
        90: (0.0, -scale, scale, 0.0, left - y0, bottom + x1),
        180: (-scale, 0.0, 0.0, -scale, left + x1, bottom + y1),
        270: (0.0, scale, -scale, 0.0, left + y1, bottom - x0),
    }[turn]


def visible_box(page: pikepdf.Object) -> _Box:
    """Give the part of the page that shows; Letter where the file gives no size."""
    media = _box(page.get("/MediaBox")) or _LETTER
    crop = _box(page.get("/CropBox")) or media
    return (
        _ordered(
            (
                max(crop[0], media[0]),
                max(crop[1], media[1]),
                min(crop[2], media[2]),
                min(crop[3], media[3]),
            )
        )
        or media
    )


def _box(value: object) -> _Box | None:
    if not isinstance(value, pikepdf.Array):
        return None
    written = value.to_json()
    return _box_of(list(value)) if b'"' in written else _box_written(written)


@lru_cache(maxsize=1000)
def _box_written(written: bytes) -> _Box | None:
    """Read a box from its JSON: most pages of a file have the same."""
    return _box_of(json.loads(written))


def _box_of(values: Sequence[Any]) -> _Box | None:
    try:
        a, b, c, d = (float(one) for one in values)
    except (TypeError, ValueError):
        return None
    return _ordered((min(a, c), min(b, d), max(a, c), max(b, d)))


def _ordered(box: _Box) -> _Box | None:
    return box if box[2] - box[0] > 0 and box[3] - box[1] > 0 else None


def _turn(page: pikepdf.Object) -> int:
    value = page.get("/Rotate", 0)
    turn = int(value) % 360 if isinstance(value, int) else 0
    return turn if turn % 90 == 0 else 0


def _unit(page: pikepdf.Object) -> float:
    try:
        unit = float(page.get("/UserUnit", 1))
    except (TypeError, ValueError):
        return 1.0
    return unit if unit > 0 else 1.0


class FormsOfPages:
    """Turns the contents of pages into form XObjects, each content stream once.

    A single stream becomes the form as it is, without being decoded; one that
    a different page already uses is copied, and several are joined.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._taken: dict[tuple[int, int], list[pikepdf.Object]] = {}
        self._boxes: dict[_Box, pikepdf.Array] = {}

    def form(self, page: pikepdf.Object, crop: _Box) -> pikepdf.Object | None:
        """Give the form XObject that draws `page`; None for a page without contents.

        Raises pikepdf.PdfError when several streams must be joined and one of
        them cannot be decoded.
        """
        contents = page.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
        if not streams:
            return None
        if crop not in self._boxes:
            self._boxes[crop] = pikepdf.Array([round(value, 4) for value in crop])
        entries = {
            "/Type": _XOBJECT,
            "/Subtype": _FORM,
            "/BBox": self._boxes[crop],
            "/Resources": page.get("/Resources", pikepdf.Dictionary()),
        }
        if isinstance(page.get("/Group"), pikepdf.Dictionary):
            entries["/Group"] = page.Group
        if len(streams) > 1:
            joined = b"\n".join(part.read_bytes() for part in streams)
            return _dressed(deflated(self._pdf, joined), entries)
        return self._single(streams[0], entries)

    def _single(self, stream: pikepdf.Object, entries: dict[str, pikepdf.Object]) -> pikepdf.Object:
        taken = self._taken.setdefault(stream.objgen, [])
        for form in taken:
            if _alike(form, entries):
                return form
        form = _dressed(copy.copy(stream) if taken else stream, entries)
        taken.append(form)
        return form


def forget_tree(form: pikepdf.Object, known: set[tuple[int, int]]) -> None:
    """Take from what `form` draws its places in the structure tree of the file that it is from.

    They would be taken for places in ours. What the properties of marked content
    and of layers say goes too: they all show, and their names tell who made them.
    `known` has the objects that were seen before.
    """
    _forget_properties(form)
    waiting = [form]
    while waiting:
        drawn = _objects_drawn(waiting.pop(), known)
        for one in drawn:
            for key in _OF_THE_OLD_TREE:
                if key in one:
                    del one[key]
            _forget_properties(one)
        waiting += drawn


def _forget_properties(form: pikepdf.Object) -> None:
    resources = form.get("/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        return
    named = resources.get("/Properties")
    if isinstance(named, pikepdf.Dictionary) and len(named):
        resources.Properties = pikepdf.Dictionary({name: {} for name in named.keys()})  # noqa: SIM118


def _objects_drawn(form: pikepdf.Object, known: set[tuple[int, int]]) -> list[pikepdf.Object]:
    resources = form.get("/Resources")
    objects = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(objects, pikepdf.Dictionary) or (
        objects.is_indirect and objects.objgen in known
    ):
        return []
    found = [one for _name, one in objects.items() if isinstance(one, pikepdf.Stream)]
    new: list[pikepdf.Object] = [one for one in found if one.objgen not in known]
    known.update(one.objgen for one in (objects, *new))
    return new


def deflated(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Object:
    """Give a new stream with `data`, packed here: libqpdf takes five times as long for it."""
    if len(data) > _SHORT:
        return pdf.make_stream(zlib.compress(data, 1), Filter=_PACKED)
    packing = zlib.compressobj(1, wbits=_SHORT.bit_length() - 1, memLevel=5)
    return pdf.make_stream(packing.compress(data) + packing.flush(), Filter=_PACKED)


def _dressed(stream: pikepdf.Object, entries: dict[str, pikepdf.Object]) -> pikepdf.Object:
    for key in ("/Group", *_OF_THE_OLD_TREE, *entries):
        if key in entries:
            stream[key] = entries[key]
        elif key in stream:
            del stream[key]
    return stream


def _alike(form: pikepdf.Object, entries: dict[str, pikepdf.Object]) -> bool:
    if ("/Group" in form) != ("/Group" in entries):
        return False
    return all(form[key].to_json() == entry.to_json() for key, entry in entries.items())


def content(place: Fit, frame: bytes, *, drawn: bool, kind: str = "") -> bytes:
    """Give the content stream of the new page: the frame, a grey edge, then the record.

    The record comes last: where a reader thickens thin lines, it lies above the edge.
    It is marked content of `kind`, a structure type; without one nothing is marked.
    """
    x0, y0, x1, y1 = place.box
    half = _EDGE / 2
    record = b"q %s re W n %s cm /Src Do Q\n" % (
        _numbers((x0, y0, x1 - x0, y1 - y0)),
        _numbers(place.matrix),
    )
    edge = b"q 0.55 G 0.6 w %s re S Q\n" % _numbers(
        (x0 - half, y0 - half, x1 - x0 + _EDGE, y1 - y0 + _EDGE)
    )
    own = b"q\n%s\nQ\n" % frame if frame else b""
    shown = record if drawn else b""
    if kind:
        begin = b"/Artifact BMC\n%sEMC\n/%s <</MCID %d>> BDC\n"
        return own + begin % (edge, kind.encode("ascii"), RECORD_MARK) + shown + b"EMC\n"
    return own + edge + shown


def _numbers(values: tuple[float, ...]) -> bytes:
    return b" ".join(b"%.6f" % value for value in values)
