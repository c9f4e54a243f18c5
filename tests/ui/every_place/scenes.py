"""What somebody can bring into sight: every place, and what opens in it and over it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from ui.password_box import PasswordBox
from ui.shell.lock_page import LockPage
from ui.shell.places import spots
from ui.shell.secret import Secret

LOOKS = [
    ("light", 1.0),
    ("light", 1.5),
    ("light", 2.0),
    ("dark", 1.0),
    ("contrast", 1.0),
    ("contrast", 2.0),
]
"""Every theme and every size. Dark differs from light in its colours only, at no size in lengths;
high contrast has thicker lines."""

SMALL = (1366, 768)  # pixels; the least screen that has to do


def looks_of(names=LOOKS):
    """Give the looks, and how a report names them."""
    return {"argvalues": names, "ids": [f"{theme} {scale:.0%}" for theme, scale in names]}


def places(window):
    """Bring every place into sight, one after the other, and give its code."""
    for spot in spots():
        window.stage.go(spot.code)
        yield spot.code


def insides(window):
    """Bring into sight what opens in the places, and give what it is."""
    for code, kind in (("timeline", "an event"), ("results", "a result")):
        window.stage.go(code)
        window.stage.place.add.click()
        yield f"{code}: the form of {kind}"
    window.stage.go("medicines")
    for section in window.stage.place.sections.values():
        section.wanted.emit()
        yield f"medicines: the form of {section.kind.code}"
    yield from _choices(window)
    window.stage.go("notes")
    window.stage.place.note_button.click()
    yield "notes: a note"
    window.stage.go("lists")
    window.stage.place.choose()
    yield "lists: what goes into the file"
    window.stage.go("search")
    window.stage.place.field.setText("spine")
    window.stage.place.show_case()
    yield "search: what was found"
    yield from _records(window)
    yield from _dossier(window)
    window.bar.tell("“letter.pdf” is locked.", done=False, action="Type it", act=window.bar.hide)
    yield "dossier: a message above it"
    window.bar.hide()


def _choices(window):
    window.stage.go("choices")
    place = window.stage.place
    place.field.setText("Injections, as Dr Venn raised them")
    place.add.click()
    yield "choices: options with nothing said"
    card = next(iter(place.cards.values()))
    card.change.click()
    yield "choices: the form of an option"
    card.add.click()
    place.desk.form.first.setPlainText("He was useless.")
    yield "choices: the form of what was said"


def _records(window):
    window.stage.go("records")
    place = window.stage.place
    for pane in (1, 2):
        place.panes_.show_pane(pane)
        yield f"records: pane {pane}"
    place.page.find_row.open()
    place.panes_.show_pane(1)
    yield "records: finding on a page"
    place.page.find_row.shut()
    place.cover_up()
    place.beside.cover.pane.new_box.click()
    for pane in (1, 2):
        place.panes_.show_pane(pane)
        yield f"records: covering a part, pane {pane}"
    place.beside.stop_covering()
    place.details.marks.group.opener.click()
    place.details.marks.form.replaces.choose.click()
    place.panes_.show_pane(2)
    yield "records: before others see it"
    place.panes_.show_pane(0)
    yield "records: the list again"
    place.remove()
    yield "records: one is removed"
    place.filters.bin.setChecked(True)
    yield "records: the bin"
    place.filters.show_all()
    window.undo_bar.hide()


def _dossier(window):
    window.stage.go("dossier")
    for pane in (1, 2, 0):
        window.stage.place.panes_.show_pane(pane)
        yield f"dossier: pane {pane}"


def lock_page(password, looks, wrong=False):
    """Show the lock page of a case that has, or has not, a password."""
    page = LockPage(Secret(password), looks)
    window = QMainWindow()
    window.setCentralWidget(page)
    window.resize(*SMALL)
    window.show()
    page.begin()
    if wrong:
        page.field.setText("wrong")
        page.go_on.click()
    return window


def password_box(parent=None):
    """Show the question for a password."""
    box = PasswordBox(
        "“A letter with a rather long name.pdf” is locked with a password. "
        "Type it, or leave this file out.",
        "Leave it out",
        parent,
    )
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
