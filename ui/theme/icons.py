"""The pictures beside words, drawn in the colours of the look and sharp on every screen."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.resources import resource
from ui.theme.colours import Colours, colours

STROKE = 1.75  # of 24


def draw_icon(painter: QPainter, name: str, place: QRectF, colour: str) -> None:
    """Draw the picture `name` of resources/icons into `place`, in `colour` ("#RRGGBB")."""
    _renderer(name, colour).render(painter, place)


def icon(name: str, size: int, look: Colours | None = None, tone: str = "text2") -> QIcon:
    """Give a picture of `size` pixels; `tone` is the name of one of the colours."""
    chosen = look or colours()
    return _icon(name, size, getattr(chosen, tone), chosen.edge, ratios())


def ratios() -> tuple[float, ...]:
    """Give how many device pixels a pixel has, for every screen there is."""
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}))


def pixmap(name: str, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
    """Give the picture as pixels; `size` in pixels, `ratio` device pixels to each."""
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return made


@lru_cache(maxsize=64)  # buttons in many places have the same picture
def _icon(name: str, size: int, colour: str, disabled: str, sharp: tuple[float, ...]) -> QIcon:
    made = QIcon()
    for mode, one in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for ratio in sharp:
            made.addPixmap(pixmap(name, size, one, ratio), mode)
    return made


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawn = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    drawn = drawn.replace("currentColor", QColor(colour).name())
    drawn = drawn.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    return QSvgRenderer(QByteArray(drawn.encode()))
