"""The page with the password: one page that says it without a doubt, and goes apart."""

import io
import os
from contextlib import closing
from datetime import date

import pypdf
import pytest

from app.case.casefile import CaseFile
from app.dossier.export import Choices, export
from app.dossier.password_sheet import (
    Locked,
    locked_of,
    must_be_shown,
    password_sheet,
    save_password_sheet,
)
from app.dossier.plan import Paper
from app.errors import FolderNotWritable, NotUnderstood
from app.model.person import Patient, Recipient
from app.progress import Progress

DOSSIER = Locked(("Second opinion.pdf",), date(2026, 11, 22), "Dr Lindqvist")
PASSWORD = "kc7m-3wtx-9hd4-p2br"


def read(data):
    reader = pypdf.PdfReader(io.BytesIO(data))
    (page,) = reader.pages
    return page, " ".join(page.extract_text().split())


def test_the_page_says_the_password_the_file_the_day_and_who_gets_it():
    page, words = read(password_sheet(DOSSIER, PASSWORD))
    for part in (
        "Password of a dossier",
        "File: Second opinion.pdf",
        "For: Dr Lindqvist",
        "k, c, seven, m, hyphen / three, w, t, x, hyphen / nine, h, d, four, hyphen",
        "Keep this page apart from the PDF.",
        "Readers made before about 2010 cannot open it.",
    ):
        assert part in words, part
    assert all(group in words for group in ("kc7m-", "3wtx-", "9hd4-", "p2br"))
    assert "2026" in words
    assert round(float(page.mediabox.width)) == 595


def test_the_password_stands_in_the_largest_letters_of_the_page():
    reader = pypdf.PdfReader(io.BytesIO(password_sheet(DOSSIER, PASSWORD)))
    sizes = {}

    def visit(text, _matrix, _text_matrix, _font, size):
        for word in text.split():
            sizes[word] = max(size, sizes.get(word, 0))

    reader.pages[0].extract_text(visitor_text=visit)
    assert {sizes[group] for group in ("kc7m-", "3wtx-", "9hd4-", "p2br")} == {max(sizes.values())}
    assert max(sizes.values()) >= 34


def test_a_space_is_shown_and_explained():
    _page, words = read(password_sheet(DOSSIER, "blue river"))
    assert "The sign ␣ stands for a space." in words
    assert "b, l, u, e / space" in words or "e, space" in words


@pytest.mark.parametrize("paper", list(Paper))
def test_the_longest_password_and_the_longest_names_still_make_one_page(paper):
    files = tuple(f"{'long ' * 40}_vol{n}of30.pdf" for n in range(1, 31))
    locked = Locked(files, date(2026, 11, 22), "A" * 300, paper)
    page, words = read(password_sheet(locked, "W|" * 63))
    assert words.count("capital W") == 63
    assert "Without the password nobody can open it." in words
    seen = []
    page.extract_text(visitor_text=lambda text, cm, tm, font, size: seen.append((text, tm[5])))
    assert min(y for text, y in seen if text.strip()) > 20
    assert page.mediabox.width == pytest.approx(paper.value[0], abs=0.1)


@pytest.mark.parametrize("password", ["", "a\tb", "a\u202eb", "ภาษาไทย", "a\u00a0b"])
def test_a_password_that_cannot_be_shown_without_a_doubt_is_refused(password):
    with pytest.raises(NotUnderstood, match="Use letters, digits and plain marks"):
        must_be_shown(password)
    with pytest.raises(NotUnderstood):
        password_sheet(DOSSIER, password)


def test_the_pdf_says_nothing_of_time_and_computer():
    data = password_sheet(DOSSIER, PASSWORD)
    assert data == password_sheet(DOSSIER, PASSWORD)
    facts = pypdf.PdfReader(io.BytesIO(data)).metadata
    assert facts.title == "Password of a dossier"
    assert (facts.author or "", facts.creator or "") == ("", "")


@pytest.fixture
def exported(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as case:
        with case.change("Fill"):
            case.people.save(Patient(name="ELLIS, Margaret"))
            case.people.save(Recipient(name="Dr Lindqvist"))
            case.records.add("Diary", body="It began in May.")
        choices = Choices(date(2026, 11, 22), Paper.LETTER, password=PASSWORD)
        yield export(case, tmp_path / "d.pdf", choices, Progress())


def test_the_page_is_saved_for_its_owner_alone_and_names_no_patient(exported, tmp_path):
    target = tmp_path / "elsewhere" / "password.pdf"
    target.parent.mkdir()
    save_password_sheet(target, exported, PASSWORD)
    page, words = read(target.read_bytes())
    assert locked_of(exported).files == ("d.pdf",)
    assert "For: Dr Lindqvist" in words
    assert "ELLIS" not in words
    assert float(page.mediabox.width) == 612
    assert [one.name for one in target.parent.iterdir()] == ["password.pdf"]
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["d.pdf", "a.casepack", "new.casepack"])
def test_the_page_never_takes_the_place_of_the_dossier_or_of_a_case(exported, tmp_path, name):
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
    with pytest.raises(FolderNotWritable, match="Choose another name"):
        save_password_sheet(tmp_path / name, exported, PASSWORD)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_a_folder_that_is_not_there_is_said(exported, tmp_path):
    with pytest.raises(FolderNotWritable, match="Choose another folder"):
        save_password_sheet(tmp_path / "no" / "p.pdf", exported, PASSWORD)
