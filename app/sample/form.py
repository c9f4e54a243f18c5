"""The consent form: a PDF form whose fields were filled in on a screen."""

import io
from collections.abc import Mapping
from typing import Any

from reportlab.lib.colors import black, grey, white
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from app.sample.texts import MARK

LEFT = 60.0
BOXES = 210.0
WIDE = 340.0


def draw_form(sheet: Mapping[str, Any]) -> bytes:
    """Give the PDF form with its values, the same bytes each time.

    The values stand in the form's fields, not in the page's own text. The
    places for signatures are fields too, and empty.
    """
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=letter, invariant=1)
    canvas.setTitle(sheet["heading"])
    canvas.setAuthor(sheet["place"])
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(LEFT, 735, sheet["heading"])
    canvas.setFont("Helvetica", 10)
    canvas.drawString(LEFT, 718, sheet["place"])
    height = 690.0
    for field in sheet["fields"]:
        height = _draw_field(canvas, field, field["high"], height)
    for tick in sheet["ticks"]:
        height = _draw_tick(canvas, tick, height)
    for field in sheet["unsigned"]:
        height = _draw_field(canvas, {**field, "text": ""}, 26, height - 6)
    canvas.drawString(LEFT, height - 16, sheet["note"])
    canvas.setFillColor(grey)
    canvas.setFont("Helvetica", 7.5)
    canvas.drawString(LEFT, 32, MARK)
    canvas.save()
    return out.getvalue()


def _draw_field(canvas: Canvas, field: Mapping[str, Any], high: float, top: float) -> float:
    canvas.setFont("Helvetica", 10)
    canvas.drawString(LEFT, top - 14, field["label"])
    canvas.acroForm.textfield(
        name=field["name"],
        tooltip=field["label"],
        value=field["text"],
        x=BOXES,
        y=top - high,
        width=WIDE,
        height=high,
        fontName="Helvetica",
        fontSize=10,
        fillColor=white,
        borderColor=black,
        textColor=black,
        borderWidth=0.5,
        maxlen=400,
        fieldFlags="multiline" if high > 30 else "",
    )
    return top - high - 9


def _draw_tick(canvas: Canvas, tick: Mapping[str, Any], top: float) -> float:
    canvas.setFont("Helvetica", 10)
    canvas.drawString(BOXES + 24, top - 13, tick["label"])
    canvas.acroForm.checkbox(
        name=tick["name"],
        tooltip=tick["label"],
        checked=tick["ticked"],
        x=BOXES,
        y=top - 17,
        size=16,
        buttonStyle="check",
        fillColor=white,
        borderColor=black,
        textColor=black,
        borderWidth=0.5,
    )
    return top - 24
