"""Draws marks on a page whose file describes them only in words.

For each kind the appearance follows from the entries that ISO 32000-2, 12.5.6,
gives it; coordinates are those of the page.
"""

import pikepdf

_SMALLEST = 5.0  # points; smaller letters cannot be read, so the box grows instead
_MARGIN = 2.0
_PAINT = {1: b"g", 3: b"rg", 4: b"k"}


def give_appearance(pdf: pikepdf.Pdf, mark: pikepdf.Object) -> bool:
    """Give `mark` an appearance; False when this kind, or its words, cannot be drawn here."""
    draw = _KINDS.get(str(mark.get("/Subtype", "")))
    try:
        code = draw(mark) if draw else b""
    except (TypeError, ValueError, IndexError):  # entries that are not what the kind asks for
        return False
    if not code:
        return False
    state = pikepdf.Dictionary(CA=_opacity(mark), ca=_opacity(mark))
    if mark.Subtype == pikepdf.Name.Highlight:
        state.BM = pikepdf.Name.Multiply
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )
    form = pdf.make_stream(
        b"/G0 gs " + code,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=mark.Rect,
        Resources=pikepdf.Dictionary(
            ExtGState=pikepdf.Dictionary(G0=state), Font=pikepdf.Dictionary(F0=font)
        ),
    )
    mark.AP = pikepdf.Dictionary(N=form)
    return True


def _floats(value: object) -> list[float]:
    if not isinstance(value, pikepdf.Array):
        raise TypeError("not a list of numbers")
    return [float(one) for one in value]


def _points(value: object) -> list[bytes]:
    numbers = _floats(value)
    return [b"%.3f %.3f" % (x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _opacity(mark: pikepdf.Object) -> float:
    opacity = float(mark.get("/CA", 1))
    return min(max(opacity, 0.0), 1.0)


def _colour(mark: pikepdf.Object, key: str, *, line: bool) -> bytes:
    """Give the operator that sets a colour; empty for none."""
    numbers = _floats(mark[key]) if key in mark else []
    if len(numbers) not in _PAINT:
        return b""
    paint = _PAINT[len(numbers)]
    return b" ".join(b"%.3f" % one for one in numbers) + b" " + (paint.upper() if line else paint)


def _pen(mark: pikepdf.Object) -> bytes:
    style, border = mark.get("/BS"), mark.get("/Border")
    width = 1.0
    if isinstance(style, pikepdf.Dictionary):
        width = float(style.get("/W", 1))
    elif isinstance(border, pikepdf.Array):
        width = _floats(border)[2]
    return (_colour(mark, "/C", line=True) or b"0 G") + b" %.3f w " % width


def _grow(mark: pikepdf.Object, numbers: list[float], by: float = 10.0) -> None:
    """Make the rectangle hold all points and the width of the pen."""
    x0, y0, x1, y1 = _floats(mark.Rect)
    xs, ys = [x0, x1, *numbers[::2]], [y0, y1, *numbers[1::2]]
    mark.Rect = [min(xs) - by, min(ys) - by, max(xs) + by, max(ys) + by]


def _quads(mark: pikepdf.Object) -> list[list[bytes]]:
    points = _points(mark.QuadPoints)
    _grow(mark, _floats(mark.QuadPoints), 1)
    return [points[start : start + 4] for start in range(0, len(points) - 3, 4)]


def _highlight(mark: pikepdf.Object) -> bytes:
    paint = _colour(mark, "/C", line=False) or b"1 1 0 rg"
    return paint + b"".join(
        b" %s m %s l %s l %s l h f" % (a, b, d, c) for a, b, c, d in _quads(mark)
    )


def _underline(mark: pikepdf.Object) -> bytes:
    return _pen(mark) + b"".join(b" %s m %s l S" % (c, d) for _, _, c, d in _quads(mark))


def _strike(mark: pikepdf.Object) -> bytes:
    n = _floats(mark.QuadPoints)
    _grow(mark, n, 1)
    lines = []
    for q in (n[start : start + 8] for start in range(0, len(n) - 7, 8)):
        ends = ((q[0] + q[4]) / 2, (q[1] + q[5]) / 2, (q[2] + q[6]) / 2, (q[3] + q[7]) / 2)
        lines.append(b" %.3f %.3f m %.3f %.3f l S" % ends)
    return _pen(mark) + b"".join(lines)


def _path(mark: pikepdf.Object, value: object) -> bytes:
    first, *rest = _points(value)
    _grow(mark, _floats(value))
    return b" %s m" % first + b"".join(b" %s l" % point for point in rest)


def _ink(mark: pikepdf.Object) -> bytes:
    return _pen(mark) + b"1 J 1 j" + b"".join(_path(mark, one) + b" S" for one in mark.InkList)


def _line(mark: pikepdf.Object) -> bytes:
    return _pen(mark) + _path(mark, mark.L) + b" S"


def _polyline(mark: pikepdf.Object) -> bytes:
    return _pen(mark) + _path(mark, mark.Vertices) + b" S"


def _polygon(mark: pikepdf.Object) -> bytes:
    fill = _colour(mark, "/IC", line=False)
    return _pen(mark) + fill + _path(mark, mark.Vertices) + (b" b" if fill else b" s")


def _square(mark: pikepdf.Object) -> bytes:
    x0, y0, x1, y1 = _floats(mark.Rect)
    fill = _colour(mark, "/IC", line=False)
    code = b" %.3f %.3f %.3f %.3f re" % (x0 + 1, y0 + 1, x1 - x0 - 2, y1 - y0 - 2)
    return _pen(mark) + fill + code + (b" B" if fill else b" S")


def _free_text(mark: pikepdf.Object) -> bytes:
    """Write the words into their box, smaller or past its lower edge rather than cut."""
    words = str(mark.get("/Contents", ""))
    try:
        words.encode("cp1252")
    except UnicodeEncodeError:
        return b""
    x0, y0, x1, y1 = _floats(mark.Rect)
    size = _text_size(mark)
    while True:
        lines = _wrapped(words, size, x1 - x0 - 2 * _MARGIN)
        high = len(lines) * size * 1.2 + 2 * _MARGIN
        if high <= y1 - y0 or size <= _SMALLEST:
            break
        size *= 0.9
    mark.Rect = [x0, min(y0, y1 - high), x1, y1]
    shown = b" ".join(b"(%s) Tj T*" % _escaped(line) for line in lines)
    start = (size, size * 1.2, x0 + _MARGIN, y1 - _MARGIN - size)
    return b"0 g BT /F0 %.3f Tf %.3f TL %.3f %.3f Td " % start + shown + b" ET"


def _text_size(mark: pikepdf.Object) -> float:
    words = str(mark.get("/DA", "")).split()
    size = abs(float(words[words.index("Tf") - 1])) if "Tf" in words[1:] else 0.0
    return size or 10.0


def _wrapped(words: str, size: float, width: float) -> list[str]:
    from reportlab.pdfbase.pdfmetrics import stringWidth  # loaded for the rare file that needs it

    lines = []
    for paragraph in words.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and stringWidth(longer, "Helvetica", size) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


def _escaped(line: str) -> bytes:
    raw = line.encode("cp1252")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _note(mark: pikepdf.Object) -> bytes:
    """Show that a note stood here: a small sheet with three rows."""
    x0, _, _, y1 = _floats(mark.Rect)
    mark.Rect = [x0, y1 - 18, x0 + 16, y1]
    sheet = b"1 0.95 0.6 rg 0 G 0.8 w %.3f %.3f 14 16 re B" % (x0 + 1, y1 - 17)
    rows = [
        b" %.3f %.3f m %.3f %.3f l S" % (x0 + 4, y1 - drop, x0 + 12, y1 - drop)
        for drop in (5, 9, 13)
    ]
    return sheet + b"".join(rows)


_KINDS = {
    "/Highlight": _highlight,
    "/Underline": _underline,
    "/Squiggly": _underline,
    "/StrikeOut": _strike,
    "/Ink": _ink,
    "/Line": _line,
    "/PolyLine": _polyline,
    "/Polygon": _polygon,
    "/Square": _square,
    "/FreeText": _free_text,
    "/Text": _note,
}
