"""Calls of PDFium with plain numbers for its objects: half as long as with pointers.

A page has hundreds of objects, and each is asked several things.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_NUMBER, _HANDLE = ctypes.c_int, ctypes.c_void_p


def _bare(call: object, result: type, *arguments: type) -> Callable[..., int]:
    where = ctypes.cast(call, ctypes.c_void_p).value  # type: ignore[arg-type]
    return ctypes.CFUNCTYPE(result, *arguments)(where)  # type: ignore[arg-type]


_FOUR = (_HANDLE,) * 4

bounds_of_page = _bare(pdfium.FPDF_GetPageBoundingBox, _NUMBER, _HANDLE, _HANDLE)
turn_of_page = _bare(pdfium.FPDFPage_GetRotation, _NUMBER, _HANDLE)
objects_of_page = _bare(pdfium.FPDFPage_CountObjects, _NUMBER, _HANDLE)
object_of_page = _bare(pdfium.FPDFPage_GetObject, _HANDLE, _HANDLE, _NUMBER)
objects_of_form = _bare(pdfium.FPDFFormObj_CountObjects, _NUMBER, _HANDLE)
object_of_form = _bare(pdfium.FPDFFormObj_GetObject, _HANDLE, _HANDLE, ctypes.c_ulong)
kind_of = _bare(pdfium.FPDFPageObj_GetType, _NUMBER, _HANDLE)
bounds_of = _bare(pdfium.FPDFPageObj_GetBounds, _NUMBER, _HANDLE, *_FOUR)
matrix_of = _bare(pdfium.FPDFPageObj_GetMatrix, _NUMBER, _HANDLE, _HANDLE)
fill_of = _bare(pdfium.FPDFPageObj_GetFillColor, _NUMBER, _HANDLE, *_FOUR)
stroke_of = _bare(pdfium.FPDFPageObj_GetStrokeColor, _NUMBER, _HANDLE, *_FOUR)
stroke_width_of = _bare(pdfium.FPDFPageObj_GetStrokeWidth, _NUMBER, _HANDLE, _HANDLE)
way_of_path = _bare(pdfium.FPDFPath_GetDrawMode, _NUMBER, _HANDLE, _HANDLE, _HANDLE)
way_of_text = _bare(pdfium.FPDFTextObj_GetTextRenderMode, _NUMBER, _HANDLE)
size_of_text = _bare(pdfium.FPDFTextObj_GetFontSize, _NUMBER, _HANDLE, _HANDLE)
activate = _bare(pdfium.FPDFPageObj_SetIsActive, _NUMBER, _HANDLE, _NUMBER)
letters_of = _bare(pdfium.FPDFText_CountChars, _NUMBER, _HANDLE)
object_of_letter = _bare(pdfium.FPDFText_GetTextObject, _HANDLE, _HANDLE, _NUMBER)
sign_of_letter = _bare(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _HANDLE, _NUMBER)
box_of_letter = _bare(pdfium.FPDFText_GetCharBox, _NUMBER, _HANDLE, _NUMBER, *_FOUR)


def handle(value: object) -> int:
    """Give the number of what PDFium gave as a pointer; it holds as long as that is open."""
    return ctypes.cast(value, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


class Numbers:
    """Room for several numbers that PDFium writes; `places` are handed to it."""

    def __init__(self, kind: Any, count: int = 4) -> None:  # noqa: ANN401 - a number of ctypes
        self._kept = (kind * count)()
        start, step = ctypes.addressof(self._kept), ctypes.sizeof(kind)
        self.places = tuple(start + step * number for number in range(count))

    def read(self) -> list[Any]:
        """Give what PDFium wrote last."""
        found: list[Any] = self._kept[:]
        return found
