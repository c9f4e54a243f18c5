"""The style sheet: shapes only, all lengths in proportion to the text."""

from dataclasses import asdict

from ui.theme.colours import CONTRAST, Colours


def sheet(chosen: Colours, points: float, scale: float) -> str:
    """Give the style sheet for text of `points`; lengths of 1.0 grow by `scale`."""
    lengths = {
        f"u{length}": max(1, round(length * scale))
        for length in (2, 4, 6, 8, 10, 12, 16, 26, 30, 50)
    }
    sizes = {
        "display": f"{points * 1.75:.1f}pt",
        "title": f"{points * 1.45:.1f}pt",
        "group": f"{points * 1.15:.1f}pt",
        "small": f"{max(10.0, points * 0.91):.1f}pt",
    }
    plain = {"line": 2 if chosen is CONTRAST else 1}
    return _SHEET % {**asdict(chosen), **lengths, **sizes, **plain}


_SHEET = """
QMenuBar { background: %(bar)s; padding: 0 %(u4)dpx; }
QMenuBar::item { padding: %(u6)dpx %(u8)dpx; border-radius: %(u6)dpx; background: transparent; }
QMenuBar::item:selected { background: %(sunken)s; }
QMenu { background: %(surface)s; border: 1px solid %(border)s; padding: %(u4)dpx; }
QMenu::item { padding: %(u6)dpx %(u16)dpx; border-radius: %(u6)dpx; }
QMenu::item:selected { background: %(accent_soft)s; color: %(text)s; }
QMenu::item:disabled { color: %(text2)s; }
QMenu::separator { height: 1px; background: %(border)s; margin: %(u4)dpx; }
QToolTip { background: %(text)s; color: %(window)s; border: 0; padding: %(u6)dpx; }

QPushButton {
    min-height: %(u30)dpx; padding: %(u2)dpx %(u12)dpx; border: 1px solid %(edge)s;
    border-radius: %(u6)dpx; background: %(surface)s; color: %(text)s;
}
QPushButton:hover { background: %(surface2)s; border-color: %(text2)s; }
QPushButton:pressed { background: %(sunken)s; }
QPushButton:disabled { color: %(text2)s; border-color: %(border)s; background: %(window)s; }
QPushButton:focus { border: 2px solid %(focus)s; }
QPushButton[kind="main"] {
    background: %(accent)s; color: %(on_accent)s; border-color: %(accent)s; font-weight: 600;
}
QPushButton[kind="main"]:hover { background: %(accent_hover)s; border-color: %(accent_hover)s; }
QPushButton[kind="main"]:pressed { background: %(accent_press)s; }
QPushButton[kind="main"]:disabled {
    background: %(sunken)s; color: %(text2)s; border-color: %(border)s;
}
QPushButton[kind="main"]:focus { border: 3px double %(on_accent)s; }
QPushButton[kind="quiet"] {
    border: 1px solid transparent; background: transparent; color: %(accent_text)s;
    padding: %(u2)dpx %(u8)dpx;
}
QPushButton[kind="quiet"]:hover { background: %(sunken)s; }
QPushButton[kind="quiet"]:disabled { color: %(text2)s; }
QPushButton[kind="case"] {
    border: 1px solid transparent; background: transparent; text-align: left; padding: 0;
    min-height: %(u50)dpx;
}
QPushButton[kind="case"]:hover { background: %(sunken)s; border-color: transparent; }
QPushButton[kind="case"]:focus { border: 2px solid %(focus)s; }
QPushButton[kind="warn"] { color: %(stop)s; border-color: %(stop)s; }
QPushButton[kind="quiet"]:focus, QPushButton[kind="warn"]:focus { border: 2px solid %(focus)s; }

QLineEdit, QPlainTextEdit {
    min-height: %(u30)dpx; padding: %(u2)dpx %(u8)dpx; border: 1px solid %(edge)s;
    border-radius: %(u6)dpx; background: %(surface)s; color: %(text)s;
    placeholder-text-color: %(text2)s;
    selection-background-color: %(accent)s; selection-color: %(on_accent)s;
}
QComboBox { min-height: %(u30)dpx; }
QComboBox[kind="combo"] {
    min-height: %(u30)dpx; padding: %(u2)dpx %(u26)dpx %(u2)dpx %(u8)dpx;
    border: 1px solid %(edge)s; border-radius: %(u6)dpx;
    background: %(surface)s; color: %(text)s;
}
QComboBox[kind="combo"]::drop-down { border: 0; width: 0; }
QComboBox[kind="combo"]::down-arrow { image: none; width: 0; }
QComboBox[kind="combo"]:focus { border: 2px solid %(focus)s; }
QComboBox[kind="combo"]:disabled {
    color: %(text3)s; border-color: %(border)s; background: %(window)s;
}
QSpinBox {
    min-height: %(u30)dpx; padding: %(u2)dpx %(u8)dpx; border: 1px solid %(edge)s;
    border-radius: %(u6)dpx; background: %(surface)s; color: %(text)s;
}
QSpinBox QLineEdit { border: 0; min-height: 0; padding: 0; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus { border: 2px solid %(focus)s; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid %(stop)s; }

QFrame[kind="card"] {
    background: %(surface)s; border: %(line)dpx solid %(border)s; border-radius: %(u10)dpx;
}
QFrame[kind="said"] {
    background: %(said_soft)s; border: 0; border-left: %(u4)dpx dotted %(said)s; border-radius: 0;
}
QFrame[kind="pane"] { background: %(surface)s; border: 0; }
QFrame[kind="bar"] { background: %(bar)s; border: 0; }
QFrame[kind="drawer"] { background: %(bar)s; border: 0; border-right: 1px solid %(edge)s; }
QFrame[kind="canvas"] { background: %(sunken)s; border: 0; }
QFrame[kind="rule"] { background: %(border)s; border: 0; max-height: 1px; min-height: 1px; }
QFrame[kind="upright-rule"] {
    background: %(border)s; border: 0; max-width: 1px; min-width: 1px;
}
QFrame[kind="foot"] { background: %(surface)s; border: 0; border-top: 1px solid %(border)s; }
QFrame[kind="ok"] {
    background: %(ok_soft)s; border: 1px solid %(ok)s; border-radius: %(u8)dpx;
}
QFrame[kind="look"] {
    background: %(warn_soft)s; border: 1px solid %(warn)s; border-radius: %(u8)dpx;
}
QLabel { background: transparent; }
QLabel[kind="display"] { font-size: %(display)s; font-weight: 700; }
QLabel[kind="title"] { font-size: %(title)s; font-weight: 700; }
QLabel[kind="group"] { font-size: %(group)s; font-weight: 600; }
QLabel[kind="strong"], QCheckBox[kind="strong"] { font-weight: 600; }
QLabel[kind="small"] { font-size: %(small)s; color: %(text2)s; }
QLabel[kind="label"] { font-size: %(small)s; font-weight: 600; color: %(text2)s; }
QLabel[kind="quiet"] { color: %(text2)s; }
QLabel[kind="said"] {
    font-size: %(small)s; font-weight: 600; color: %(said)s; background: transparent; border: 0;
}
QLabel[kind="ok"] { color: %(ok)s; background: transparent; border: 0; }
QLabel[kind="look"] { color: %(warn)s; background: transparent; border: 0; }
QLabel[kind="wrong"] { color: %(stop)s; }
QLabel[kind="drop"] {
    background: %(accent_soft)s; color: %(accent_text)s; border: 3px dashed %(accent)s;
    border-radius: %(u16)dpx; font-size: %(title)s; font-weight: 600;
}
QListView, QTreeView, QTableView {
    border: 1px solid %(border)s; border-radius: %(u8)dpx; background: %(surface)s; outline: 0;
    padding: 3px;
}
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid %(focus)s; }
QListView[kind="bare"] { border: 0; border-radius: 0; background: transparent; padding: 0; }
QScrollArea { border: 0; background: transparent; }
QScrollArea[kind="reading"] { border: 2px solid transparent; }
QScrollArea[kind="reading"]:focus { border: 2px solid %(focus)s; }
QWidget[kind="clear"] { background: transparent; }
QProgressBar {
    border: 0; background: %(sunken)s; border-radius: %(u4)dpx;
    min-height: %(u8)dpx; max-height: %(u8)dpx;
}
QProgressBar::chunk { background: %(accent)s; border-radius: %(u4)dpx; }
QProgressBar[kind="look"]::chunk { background: %(warn)s; }
QScrollBar:vertical { background: transparent; width: %(u16)dpx; margin: 0; }
QScrollBar::handle:vertical {
    background: %(scroll)s; border-radius: %(u4)dpx; min-height: 40px; margin: %(u4)dpx;
}
QScrollBar::handle:vertical:hover { background: %(edge)s; }
QScrollBar:horizontal { background: transparent; height: %(u16)dpx; margin: 0; }
QScrollBar::handle:horizontal {
    background: %(scroll)s; border-radius: %(u4)dpx; min-width: 40px; margin: %(u4)dpx;
}
QScrollBar::handle:horizontal:hover { background: %(edge)s; }
QSplitter::handle { background: %(border)s; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
