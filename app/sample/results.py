"""The laboratory's sheets: wide pages full of figures."""

import io
from collections.abc import Mapping
from typing import Any

from reportlab.lib.pagesizes import landscape, letter
from reportlab.pdfgen.canvas import Canvas

from app.sample.texts import MARK

LEFT = 40.0
WIDTHS = (210.0, 90.0, 60.0, 150.0, 200.0)
ROW = 21.0
SAMPLES_ON_A_PAGE = 2


def draw_results(sheet: Mapping[str, Any]) -> bytes:
    """Give the PDF of the blood tests, two samples to a wide Letter page, the same bytes each time.

    Raises ValueError if a sample has more or fewer results than there are tests.
    """
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=landscape(letter), invariant=1)
    canvas.setTitle("Cumulative report")
    canvas.setAuthor("Valley Clinical Laboratory")
    samples = sheet["samples"]
    starts = range(0, len(samples), SAMPLES_ON_A_PAGE)
    pages = [samples[start : start + SAMPLES_ON_A_PAGE] for start in starts]
    for number, shown in enumerate(pages, 1):
        _write_head(canvas, sheet)
        for place, sample in enumerate(shown):
            rows = [[f"Collected {sample['collected']}", *sheet["columns"][1:]]]
            rows += _rows(sheet["tests"], sample["results"])
            _draw_grid(canvas, rows, 490 - place * 210)
        canvas.setFont("Courier", 8)
        canvas.drawString(LEFT, 30, MARK)
        canvas.drawRightString(LEFT + sum(WIDTHS), 30, f"Page {number} of {len(pages)}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _write_head(canvas: Canvas, sheet: Mapping[str, Any]) -> None:
    canvas.setFont("Courier-Bold", 14)
    canvas.drawString(LEFT, 562, sheet["heading"])
    canvas.setFont("Courier", 10)
    canvas.drawString(LEFT, 545, sheet["patient"])
    canvas.drawString(LEFT, 532, sheet["title"])


def _rows(tests: list[list[str]], results: list[str]) -> list[list[str]]:
    rows = []
    for (name, units, reference), result in zip(tests, results, strict=True):
        if result:
            value, _, flag = result.partition(" ")
            rows.append([name, value, flag, units, reference])
    return rows


def _draw_grid(canvas: Canvas, rows: list[list[str]], top: float) -> None:
    canvas.setLineWidth(0.5)
    edges = [LEFT + sum(WIDTHS[:column]) for column in range(len(WIDTHS) + 1)]
    canvas.grid(edges, [top - ROW * row for row in range(len(rows) + 1)])
    for row, cells in enumerate(rows):
        canvas.setFont("Courier-Bold" if row == 0 else "Courier", 10)
        for edge, cell in zip(edges, cells, strict=False):
            canvas.drawString(edge + 5, top - ROW * (row + 1) + 7, cell)
