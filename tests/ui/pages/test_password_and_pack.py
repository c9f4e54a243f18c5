"""A locked dossier, the page with its password, and the pack for a USB stick."""

import json
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from app.model.person import Patient, Recipient
from app.model.recipient_profile import Answer, RecipientProfile, Wishes
from app.model.version import Version
from tests.ui.every_place.seen import (
    cut,
    faults,
    leading_on,
    settle,
    sideways,
    small,
    unnamed,
    unspoken_rows,
    untitled,
)
from tests.ui.opened_place import Shown
from tests.ui.shown_papers import add_record, pdf
from ui import file_choice
from ui.pages.dossier import DossierPlace
from ui.pages.sent import SentPlace

EVERY = (unnamed, unspoken_rows, untitled, leading_on, small, cut, sideways)
PACK = "Second opinion pack"


@pytest.fixture
def filled(case, tmp_path):
    """A case with a scan and a note, and a recipient."""
    add_record(case, pdf(tmp_path / "knee.pdf", ["the knee"]), "Knee", 1)
    with case.change("Fill"):
        case.people.save(Patient(name="Ann Smith"))
        case.people.save(Recipient(name="Dr Lindqvist"))
        case.records.add("Diary", body="My leg hurts.")
    return case


@pytest.fixture
def show(qtbot, looks, filled):
    """Return a function that shows a place alone."""
    from ui import accessible

    accessible.install()
    kept = []

    def make(kind, width=1280):
        kept.append(Shown(kind, filled, looks, (width, 800)))
        return kept[-1]

    yield make
    for one in kept:
        one.close(qtbot)


@pytest.fixture
def where(monkeypatch, tmp_path):
    """The folders that are chosen: one for the PDF, one for its password, one for the pack."""
    folders = {name: tmp_path / name for name in ("pdf", "password", "stick")}
    for folder in folders.values():
        folder.mkdir()

    def pack(_parent, *, as_zip):
        return [folders["stick"] / (f"{PACK}.zip" if as_zip else PACK)]

    monkeypatch.setattr(file_choice, "ask_where_to_export", lambda _: [folders["pdf"] / "d.pdf"])
    monkeypatch.setattr(
        file_choice, "ask_where_to_save_password", lambda _: [folders["password"] / "p.pdf"]
    )
    monkeypatch.setattr(file_choice, "ask_where_to_pack", pack)
    return folders


def finished(qtbot, shown):
    session = shown.session
    drafts = isinstance(shown.place, DossierPlace)

    def still():
        draft = session.draft
        return session.jobs.busy or (drafts and (draft.busy or draft.stale))

    qtbot.waitUntil(lambda: not still(), timeout=60000)


def make_pdf(qtbot, shown, *, password=False):
    """Make the PDF, with a suggested password if there is to be one; gives that."""
    finished(qtbot, shown)
    place, told = shown.place, ""
    if password:
        QTest.mouseClick(place.choices.lock.lock, Qt.MouseButton.LeftButton)
        place.choices.lock.suggest.click()
        told = place.choices.lock.first.text()
        finished(qtbot, shown)
    place.make_button.click()
    finished(qtbot, shown)
    assert place.done.isVisible()
    return told


def words_in(widget):
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def test_a_lock_is_off_and_says_what_it_costs_before_anything_is_typed(show, qtbot):
    shown = show(DossierPlace)
    shown.window.activateWindow()
    qtbot.waitUntil(shown.window.isActiveWindow)
    lock = shown.place.choices.lock
    assert not lock.lock.isChecked()
    assert not lock.warning.isVisible()
    lock.lock.click()
    told = lock.warning.text()
    for part in (
        "Nobody can open the PDF without this password",
        "Some clinics cannot open a locked file.",
        "before about 2010",
        "Tell the password another way",
    ):
        assert part in told
    assert lock.first.hasFocus()


def test_a_suggested_password_fills_both_fields_and_can_be_seen(show, qtbot):
    lock = show(DossierPlace).place.choices.lock
    lock.lock.click()
    assert lock.first.echoMode() == QLineEdit.EchoMode.Password
    lock.suggest.click()
    assert lock.password() == lock.first.text() == lock.second.text()
    assert len(lock.first.text()) == 19
    assert lock.first.echoMode() == QLineEdit.EchoMode.Normal
    before = lock.first.text()
    lock.suggest.click()
    assert lock.first.text() != before
    lock.lock.click()
    assert (lock.first.text(), lock.password()) == ("", "")


def test_that_it_is_to_be_locked_is_kept_and_can_be_undone_but_no_password(show, filled, qtbot):
    place = show(DossierPlace).place
    place.choices.lock.lock.click()
    place.choices.lock.suggest.click()
    assert filled.versions.get(0).locked
    assert filled.undo_label == "Change if it has a password"
    filled.undo()
    assert not place.choices.lock.lock.isChecked()
    assert place.choices.lock.first.text() == ""


def test_a_reader_who_takes_no_password_is_named_at_the_lock_and_in_the_check(show, filled, qtbot):
    with filled.change("Reader"):
        reader = filled.recipients.add(
            RecipientProfile(0, Recipient(name="Dr Okafor"), Wishes(password=Answer.NO))
        )
        number = filled.versions.add(Version(name="Short", recipient=reader))
    shown = show(DossierPlace)
    shown.session.use_version(number)
    lock = shown.place.choices.lock
    lock.lock.click()
    assert lock.refused.isVisible()
    assert (
        lock.refused.text() == "“Dr Okafor” takes no file with a password. Ask before you lock it."
    )
    finished(qtbot, shown)
    assert "password.refused" in [line.code for line in shown.session.draft.lines]
    shown.session.use_version(0)
    assert not lock.refused.isVisible()


def test_the_page_with_the_password_is_saved_where_somebody_chooses(show, qtbot, where):
    shown = show(DossierPlace)
    password = make_pdf(qtbot, shown, password=True)
    page = shown.place.done.password
    assert page.isVisible()
    assert list(where["password"].iterdir()) == []
    page.save.click()
    finished(qtbot, shown)
    assert page.told.text() == "Saved as “p.pdf”. Send it apart from the PDF."
    (paper,) = PdfReader(where["password"] / "p.pdf").pages
    words = paper.extract_text()
    assert all(f"{group}" in words for group in password.split("-"))
    assert "d.pdf" in words
    assert "Dr Lindqvist" in words
    assert PdfReader(where["pdf"] / "d.pdf").decrypt(password)


def test_beside_the_pdf_it_is_said_not_to_send_the_two_together(show, qtbot, where, monkeypatch):
    shown = show(DossierPlace)
    make_pdf(qtbot, shown, password=True)
    choices = [where["pdf"] / "p.pdf"]
    monkeypatch.setattr(file_choice, "ask_where_to_save_password", lambda _: choices)
    shown.place.done.password.save.click()
    finished(qtbot, shown)
    assert "beside the PDF. Do not send the two together." in shown.place.done.password.told.text()


def test_the_page_never_takes_the_place_of_the_pdf(show, qtbot, where, monkeypatch):
    shown = show(DossierPlace)
    failed = []
    shown.session.jobs.failed.connect(lambda _job, error: failed.append(str(error)))
    password = make_pdf(qtbot, shown, password=True)
    choices = [where["pdf"] / "d.pdf"]
    monkeypatch.setattr(file_choice, "ask_where_to_save_password", lambda _: choices)
    shown.place.done.password.save.click()
    finished(qtbot, shown)
    assert failed == ["“d.pdf” is taken. Choose another name for the page with the password."]
    assert PdfReader(where["pdf"] / "d.pdf").decrypt(password)


def test_the_password_is_nowhere_once_the_page_is_left(show, qtbot, where, filled, tmp_path):
    shown = show(DossierPlace)
    password = make_pdf(qtbot, shown, password=True)
    shown.place.done.back.click()
    assert shown.place.done.password._password == ""
    assert shown.place.done.pack._password == ""
    assert password not in json.dumps([str(one) for one in filled.builds.all()])
    assert not any(edit.text() for edit in shown.place.choices.lock.findChildren(QLineEdit))
    for path in (tmp_path / "smith.casepack", *tmp_path.glob("smith.casepack-*")):
        assert password.encode() not in path.read_bytes()


def test_a_pdf_without_a_password_has_no_page_for_one(show, qtbot, where):
    shown = show(DossierPlace)
    make_pdf(qtbot, shown)
    assert not shown.place.done.password.isVisible()


def test_a_link_leads_to_a_note_that_this_one_was_sent(make_window, filled, qtbot, where):
    window = make_window(filled)
    window.stage.go("dossier")
    place = window.stage.place
    qtbot.waitUntil(lambda: not window.session.draft.busy and not window.session.draft.stale)
    for _time in range(2):
        place.make_button.click()
        qtbot.waitUntil(place.done.isVisible, timeout=60000)
        qtbot.waitUntil(lambda: not window.session.jobs.busy)
        newest = filled.builds.all()[0].id
        place.done.note.click()
        assert window.stage.here == "sent"
        sent = window.stage.place
        assert sent.view.build.id == sent.list.line.id == newest
        assert sent.view.sent.form.isVisible()
        assert sent.view.sent.form.form.control("recipient").text() == "Dr Lindqvist"
        window.activateWindow()
        qtbot.waitUntil(sent.view.sent.form.form.control("route").hasFocus)
        assert filled.sharing.all() == []
        window.stage.go("dossier")
    window.stage.go("sent")
    assert sent.list.hasFocus(), "only somebody who came by the link is led into the form"


def test_a_pack_is_made_from_the_page_that_says_it_is_ready(
    show, qtbot, where, filled, monkeypatch
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    shown = show(DossierPlace)
    make_pdf(qtbot, shown)
    part = shown.place.done.pack
    part.start.click()
    maker = part.maker
    assert maker.form.originals.isChecked()
    maker.form.make.click()
    assert maker.making.isVisible()
    (job,) = shown.session.jobs._jobs
    assert shown.place.tells(job)
    finished(qtbot, shown)
    folder = where["stick"] / PACK
    assert maker.name.text() == f"“{PACK}”"
    assert maker.holds.text() == "1 original file is in it."
    assert (folder / "originals" / "Knee.pdf").exists()
    assert (folder / "tables" / "treatments.csv").exists()
    assert len(filled.builds.all()) == 2
    maker.open.click()
    maker.show_folder.click()
    assert [Path(one) for one in opened] == [folder / "index.html", where["stick"]]
    maker.again.click()
    assert part.start.isVisible()


def test_a_zip_without_originals_holds_no_original(show, qtbot, where):
    shown = show(DossierPlace)
    make_pdf(qtbot, shown)
    shown.place.done.pack.start.click()
    maker = shown.place.done.pack.maker
    maker.form.kind.buttons[True].click()
    maker.form.originals.click()
    maker.form.make.click()
    finished(qtbot, shown)
    with zipfile.ZipFile(where["stick"] / f"{PACK}.zip") as packed:
        names = packed.namelist()
    assert not [name for name in names if name.startswith("originals/")]
    assert "tables/records.csv" in names
    assert maker.holds.text() == "0 original files are in it."


def test_the_pack_of_a_locked_dossier_has_its_password_and_nothing_that_can_be_read(
    show, qtbot, where
):
    shown = show(DossierPlace)
    password = make_pdf(qtbot, shown, password=True)
    shown.place.done.pack.start.click()
    maker = shown.place.done.pack.maker
    assert maker.form.alone.isVisible()
    assert not maker.form.originals.isVisible()
    assert not maker.form.locks.isVisible()
    maker.form.make.click()
    finished(qtbot, shown)
    folder = where["stick"] / PACK
    assert sorted(one.name.split("_")[0] for one in folder.iterdir()) == [
        "Dossier", "SHA256SUMS", "index.html",
    ]  # fmt: skip
    (made,) = folder.glob("*.pdf")
    assert PdfReader(made).decrypt(password)
    assert maker.password_page.isVisible()
    maker.password_page.save.click()
    finished(qtbot, shown)
    assert made.name in PdfReader(where["password"] / "p.pdf").pages[0].extract_text()


def test_stopping_a_pack_leaves_the_one_of_before_and_no_half_file(show, qtbot, where, filled):
    shown = show(DossierPlace)
    make_pdf(qtbot, shown)
    part = shown.place.done.pack
    part.start.click()
    part.maker.form.make.click()
    finished(qtbot, shown)
    folder = where["stick"] / PACK
    before = {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    part.maker.again.click()
    part.start.click()
    part.maker.form.make.click()
    part.maker.stop.click()
    assert not part.maker.stop.isEnabled()
    finished(qtbot, shown)
    assert shown.told[-1] == "Stopped. No pack was made."
    assert part.maker.form.isVisible()
    assert {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()} == before
    assert [one.name for one in where["stick"].iterdir()] == [PACK]
    assert len(filled.builds.all()) == 2


def test_a_folder_of_somebodys_own_is_left_alone_and_the_choices_come_back(
    show, qtbot, where, filled
):
    (where["stick"] / PACK).mkdir()
    (where["stick"] / PACK / "holiday.jpg").write_bytes(b"picture")
    shown = show(DossierPlace)
    failed = []
    shown.session.jobs.failed.connect(lambda _job, error: failed.append(str(error)))
    make_pdf(qtbot, shown)
    shown.place.done.pack.start.click()
    maker = shown.place.done.pack.maker
    maker.form.make.click()
    finished(qtbot, shown)
    assert "is no pack of Casepack" in failed[0]
    assert maker.form.isVisible()
    assert [one.name for one in (where["stick"] / PACK).iterdir()] == ["holiday.jpg"]
    assert shown.told == []


def test_a_pack_is_made_in_made_and_sent_and_its_files_are_listed_plainly(
    show, qtbot, where, filled
):
    shown = show(DossierPlace)
    make_pdf(qtbot, shown)
    shown = show(SentPlace)
    part = shown.place.view.pack
    part.start.click()
    part.maker.form.make.click()
    (job,) = shown.session.jobs._jobs
    assert shown.place.tells(job)
    finished(qtbot, shown)
    assert part.maker.made.isVisible()
    newest = filled.builds.all()[0]
    assert len(newest.files) > 3
    shown.place.list.choose("build", newest.id)
    view = shown.place.view
    assert view.build == newest
    told = words_in(view)
    assert not [line for line in told if "0 pages" in line]
    assert [line for line in told if line.startswith("Dossier_")] == [newest.files[0].name]
    fold = view.folds["beside"]
    assert fold.opener.text().strip() == f"Other files of the pack ({len(newest.files) - 1})"
    fold.open(True)
    assert any(line.startswith("tables/treatments.csv, ") for line in words_in(view))


def test_the_zip_that_is_sent_is_named_with_its_check_number(show, qtbot, where, filled):
    shown = show(SentPlace)
    shown.session.pack(
        where["stick"] / f"{PACK}.zip", 0, paper=shown.session.draft.paper, originals=True
    )
    finished(qtbot, shown)
    told = words_in(shown.place.view)
    assert f"{PACK}.zip" in told
    assert not [line for line in told if "0 pages" in line]
    assert len(shown.place.view.copies) == 2


def test_a_pack_of_a_locked_build_asks_for_a_password_first(show, qtbot, where, filled):
    shown = show(DossierPlace)
    make_pdf(qtbot, shown, password=True)
    shown = show(SentPlace)
    shown.place.view.pack.start.click()
    maker = shown.place.view.pack.maker
    assert maker.form.locks.lock.isChecked()
    assert maker.form.alone.isVisible()
    maker.form.make.click()
    assert not shown.session.jobs.busy
    assert "too short" in maker.form.locks.first_row.fault.text()
    maker.form.locks.suggest.click()
    password = maker.form.locks.first.text()
    maker.form.make.click()
    finished(qtbot, shown)
    (made,) = (where["stick"] / PACK).glob("*.pdf")
    assert PdfReader(made).decrypt(password)
    shown.place.leave()
    assert not any(edit.text() for edit in maker.findChildren(QLineEdit))
    assert maker.password_page._password == ""


def test_a_pack_that_is_ready_while_nobody_looks_is_told_in_the_bar(
    make_window, filled, qtbot, where
):
    window = make_window(filled)
    window.stage.go("plan")
    paper = window.session.draft.paper
    window.session.pack(where["stick"] / PACK, 0, paper=paper, originals=True)
    qtbot.waitUntil(lambda: not window.session.jobs.busy, timeout=60000)
    assert (where["stick"] / PACK / "index.html").exists()
    qtbot.waitUntil(lambda: any(PACK in words for words in words_in(window)))


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.5), ("contrast", 2.0)])
def test_all_of_it_fits_and_can_be_read_out_in_every_look(show, qtbot, where, looks, theme, scale):
    try:
        looks.wear(theme, scale)
        shown = show(DossierPlace, 1366)
        place = shown.place
        place.choices.lock.lock.click()
        place.choices.lock.suggest.click()
        place.builder.show_choice(place.choices.lock)
        settle()
        assert faults(shown.window, *EVERY) == []
        finished(qtbot, shown)
        place.make_button.click()
        finished(qtbot, shown)
        settle()
        assert faults(shown.window, *EVERY) == []
        place.done.pack.start.click()
        settle()
        assert faults(shown.window, *EVERY) == []
        place.done.pack.maker.form.make.click()
        settle()
        assert faults(shown.window, *EVERY) == []
        finished(qtbot, shown)
        place.done.password.save.click()
        finished(qtbot, shown)
        settle()
        assert faults(shown.window, *EVERY) == []
    finally:
        looks.wear()
