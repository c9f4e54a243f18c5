"""Fusion, with tick boxes that grow with the text and have an edge that can be seen."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from ui.theme.colours import colours

_BOX = 20  # pixels at the usual size of text
_TICK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))  # parts of the box's width and height


class Roomy(QProxyStyle):
    """The program's style; `scale` is how much larger than usual the text is."""

    scale = 1.0

    def pixelMetric(  # noqa: N802 - a name of Qt's
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Give a length in pixels."""
        if metric in (QStyle.PixelMetric.PM_IndicatorWidth, QStyle.PixelMetric.PM_IndicatorHeight):
            return round(_BOX * self.scale)
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(  # noqa: N802 - a name of Qt's
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint a tick box, or leave the painting to Fusion."""
        if element is not QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            super().drawPrimitive(element, option, painter, widget)
            return
        state: QStyle.StateFlag = option.state
        box: QRect = option.rect
        _paint(painter, QRectF(box), ticked=bool(state & QStyle.StateFlag.State_On))


def _paint(painter: QPainter, box: QRectF, *, ticked: bool) -> None:
    told = colours()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(told.accent if ticked else told.edge), 1.5))
    painter.setBrush(QColor(told.accent if ticked else told.surface))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
    if ticked:
        pen = QPen(QColor(told.on_accent), box.width() / 9)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(
            QPolygonF(
                [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in _TICK]
            )
        )
    painter.restore()
