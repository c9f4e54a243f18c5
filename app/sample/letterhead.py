"""The heads of the sample's letters: each place has paper, colours and type of its own."""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor, black, white
from reportlab.lib.pagesizes import A4, letter
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.resources import resource

FAMILIES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold"),
    "Times": ("Times-Roman", "Times-Bold"),
    "Courier": ("Courier", "Courier-Bold"),
    "Program": ("Sample-Regular", "Sample-Bold"),
}
PAPERS = {"letter": letter, "a4": A4}
SIDE = 54.0
"""The margin at the left and the right of a letter, in points."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place that writes letters, as read from places.toml."""

    name: str
    line: str
    address: str
    patient: str
    colour: str
    style: str
    family: str
    paper: str

    @property
    def regular(self) -> str:
        """The name of its typeface."""
        return FAMILIES[self.family][0]

    @property
    def bold(self) -> str:
        """The name of its bold typeface."""
        return FAMILIES[self.family][1]

    @property
    def size(self) -> tuple[float, float]:
        """The width and height of its paper, in points."""
        width, height = PAPERS[self.paper]
        return float(width), float(height)


def load_typefaces() -> None:
    """Make the program's own typeface known to reportlab."""
    for name, file in (("Sample-Regular", "400Regular"), ("Sample-Bold", "700Bold")):
        path = resource(f"fonts/AtkinsonHyperlegibleNext_{file}.ttf")
        registerFont(TTFont(name, str(path)))


def draw_head(canvas: Canvas, place: Place) -> float:
    """Draw the head of one page and give the height, in points, below which text may start."""
    return _STYLES[place.style](canvas, place)


def _band(canvas: Canvas, place: Place) -> float:
    width, height = place.size
    canvas.setFillColor(HexColor(place.colour))
    canvas.rect(0, height - 58, width, 58, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont(place.bold, 17)
    canvas.drawString(SIDE, height - 36, place.name)
    canvas.setFont(place.regular, 9)
    canvas.drawRightString(width - SIDE, height - 28, place.line)
    canvas.drawRightString(width - SIDE, height - 42, place.address)
    return height - 84


def _centred(canvas: Canvas, place: Place) -> float:
    width, height = place.size
    canvas.setFillColor(HexColor(place.colour))
    canvas.setFont(place.bold, 20)
    canvas.drawCentredString(width / 2, height - 52, place.name)
    canvas.setFont(place.regular, 10)
    canvas.drawCentredString(width / 2, height - 68, place.line)
    canvas.drawCentredString(width / 2, height - 81, place.address)
    canvas.setStrokeColor(HexColor(place.colour))
    for down, thick in ((90, 1.6), (93, 0.5)):
        canvas.setLineWidth(thick)
        canvas.line(SIDE, height - down, width - SIDE, height - down)
    return height - 118


def _box(canvas: Canvas, place: Place) -> float:
    width, height = place.size
    canvas.setStrokeColor(HexColor(place.colour))
    canvas.setLineWidth(1)
    canvas.rect(SIDE, height - 88, width - 2 * SIDE, 52)
    canvas.line(width / 2, height - 88, width / 2, height - 36)
    canvas.setFillColor(HexColor(place.colour))
    canvas.setFont(place.bold, 15)
    canvas.drawString(SIDE + 10, height - 58, place.name)
    canvas.setFont(place.regular, 9)
    canvas.drawString(SIDE + 10, height - 74, place.line)
    canvas.drawString(width / 2 + 10, height - 58, place.address)
    return height - 112


def _side(canvas: Canvas, place: Place) -> float:
    width, height = place.size
    canvas.setFillColor(HexColor(place.colour))
    canvas.rect(0, 0, 14, height, stroke=0, fill=1)
    canvas.setFont(place.bold, 16)
    canvas.drawRightString(width - SIDE, height - 50, place.name)
    canvas.setFont(place.regular, 9)
    canvas.drawRightString(width - SIDE, height - 65, place.line)
    canvas.drawRightString(width - SIDE, height - 77, place.address)
    return height - 106


def _typed(canvas: Canvas, place: Place) -> float:
    _, height = place.size
    canvas.setFillColor(black)
    canvas.setFont(place.bold, 12)
    canvas.drawString(SIDE, height - 50, place.name)
    canvas.setFont(place.regular, 9)
    canvas.drawString(SIDE, height - 63, place.line)
    canvas.drawString(SIDE, height - 75, place.address)
    return height - 104


_STYLES = {"band": _band, "centred": _centred, "box": _box, "side": _side, "typed": _typed}
