"""The shapes of the timeline: each kind of event has its own, as in the dossier."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.model.story import EventKind
from app.phrases import _

_SIDES: dict[EventKind, tuple[tuple[float, float], ...]] = {
    EventKind.TEST: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    EventKind.TREATMENT: ((0, -1.15), (1.1, 0.9), (-1.1, 0.9)),
    EventKind.DECISION: ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
}


def lane_name(kind: EventKind) -> str:
    """Give the name of one event of a kind."""
    return {
        EventKind.SYMPTOM: _("Symptom"),
        EventKind.VISIT: _("Visit"),
        EventKind.TEST: _("Test"),
        EventKind.TREATMENT: _("Treatment"),
        EventKind.DECISION: _("Decision"),
    }[kind]


def lane_title(kind: EventKind) -> str:
    """Give the name of the lane of a kind."""
    return {
        EventKind.SYMPTOM: _("Symptoms"),
        EventKind.VISIT: _("Visits"),
        EventKind.TEST: _("Tests"),
        EventKind.TREATMENT: _("Treatments"),
        EventKind.DECISION: _("Decisions"),
    }[kind]


def draw_mark(
    painter: QPainter, kind: EventKind, at: QPointF, half: float, ink: str, ground: str
) -> None:
    """Draw the shape of a kind around `at`; `half` is half its size in pixels."""
    pen = QPen(QColor(ink), max(1.5, half / 4))
    if kind is EventKind.SYMPTOM:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 1.9])
    if kind is EventKind.DECISION:  # its edge keeps two that touch apart
        pen = QPen(QColor(ground), max(1.5, half / 4))
    painter.setPen(pen)
    painter.setBrush(QColor(ink if kind is EventKind.DECISION else ground))
    corners = _SIDES.get(kind)
    if corners is None:
        painter.drawEllipse(at, half, half)
    else:
        painter.drawPolygon(QPolygonF([at + QPointF(x, y) * half for x, y in corners]))
