"""Finished dossiers hold nothing that their version hides."""

import io
from contextlib import closing
from dataclasses import replace
from datetime import date

import pypdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from app.case.casefile import CaseFile
from app.dossier.export import Choices, check, export
from app.dossier.findings import Level
from app.errors import DossierFaulty
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.tray import Tray
from app.model.partial_date import PartialDate, Point
from app.model.person import Patient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.sensitivity import Sensitivity
from app.model.story import Medicine, Subject
from app.model.version import MAIN, CoverUp, Pictures, Selection, TextLayer, WhyCovered
from app.model.voice import Said
from app.progress import Progress

TODAY = date(2026, 11, 22)
AUNT = (0.05, 0.08, 0.95, 0.14)
"""Where the first line of a letter stands."""


def letter(path, *pages):
    canvas = Canvas(str(path), (600, 800))
    for lines in pages:
        canvas.setFont("Helvetica", 20)
        for n, line in enumerate(lines):
            canvas.drawString(50, 700 - 100 * n, line)
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture
def case(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as made:
        yield made


@pytest.fixture
def add(case):
    def put(path, title):
        with Tray() as tray:
            found = list(examine([path], case, tray, Progress(), today=TODAY))
            (record,) = confirm(case, found, tray, Progress()).values()
        with case.change("Name"):
            case.records.save(replace(case.records.get(record), title=title, source="Lab"))
        return record

    return put


@pytest.fixture
def make(case, tmp_path):
    def build(**choices):
        target = tmp_path / "dossier.pdf"
        export(case, target, Choices(made=TODAY, **choices), Progress())
        return pypdf.PdfReader(target)

    return build


def cover(case, record, page=1, box=AUNT, **more):
    with case.change("Cover up"):
        case.versions.cover(MAIN.id, CoverUp(0, record, page, *box, **more))


def words(pdf):
    return [page.extract_text() for page in pdf.pages]


def test_what_is_covered_is_nowhere_in_the_finished_dossier(case, add, make, tmp_path):
    record = add(
        letter(tmp_path / "l.pdf", ["Aunt Sophie Brandt too", "Iron 12"], ["Page two"]), "Letter"
    )
    cover(case, record, why=WhyCovered.OTHER_PERSON)
    pdf = make()
    text = "\n".join(words(pdf))
    assert "Sophie" not in text
    assert "Page two" in text
    assert b"Sophie" not in (tmp_path / "dossier.pdf").read_bytes()
    (build,) = case.builds.all()
    assert build.records[0].covered == (1,)


def test_the_rest_of_a_covered_page_can_be_searched_on_wish(case, add, make, tmp_path):
    record = add(letter(tmp_path / "l.pdf", ["Aunt Sophie Brandt too", "Iron 12"]), "Letter")
    cover(case, record)
    with case.change("Choose"):
        case.versions.save(replace(case.versions.get(MAIN.id), text_layer=TextLayer.ALLOWED))
    text = "\n".join(words(make()))
    assert "Iron 12" in text
    assert "Sophie" not in text


def test_no_dossier_is_made_while_covered_words_stand_on_another_page(case, add, make, tmp_path):
    record = add(
        letter(tmp_path / "l.pdf", ["Aunt Sophie Brandt too"], ["Aunt Sophie Brandt too"]), "Letter"
    )
    cover(case, record)
    (tmp_path / "dossier.pdf").write_bytes(b"of yesterday")
    with pytest.raises(DossierFaulty, match="Aunt Sophie Brandt too") as failure:
        make()
    assert "Cover it there" in str(failure.value)
    assert (tmp_path / "dossier.pdf").read_bytes() == b"of yesterday"
    assert case.builds.all() == []
    cover(case, record, page=2)
    assert "Sophie" not in "\n".join(words(make()))


def test_words_can_be_meant_for_one_page_alone(case, add, make, tmp_path):
    record = add(letter(tmp_path / "l.pdf", ["Ward seven west"], ["Ward seven west"]), "Letter")
    cover(case, record, everywhere=False)
    assert "\n".join(words(make())).count("Ward seven west") == 1


def test_covered_words_in_a_title_stop_the_dossier_too(case, add, make, tmp_path):
    record = add(
        letter(tmp_path / "l.pdf", ["Aunt Sophie Brandt too"]), "About aunt Sophie Brandt too"
    )
    cover(case, record)
    with pytest.raises(DossierFaulty):
        make()


def pseudonym(case):
    with case.change("Hide the name"):
        case.people.save(Patient(name="ELLIS, Margaret", record_number="00-482-913"))
        case.versions.save(
            replace(
                case.versions.get(MAIN.id), identity=Identity.PSEUDONYM, pseudonym="Patient Seven"
            )
        )


def test_under_a_pseudonym_the_name_is_nowhere_and_the_other_name_on_every_page(
    case, add, make, tmp_path
):
    add(letter(tmp_path / "l.pdf", ["Iron 12"], ["Ferritin 80"]), "Letter")
    pseudonym(case)
    pdf = make()
    text = words(pdf)
    assert all("Patient Seven" in page for page in text)
    assert not any("ellis" in page.casefold() for page in text)
    assert "Ellis" not in str(pdf.metadata)


def test_no_dossier_is_made_under_a_pseudonym_while_a_page_holds_the_name(
    case, add, make, tmp_path
):
    record = add(letter(tmp_path / "l.pdf", ["Mrs Ellis, no. 00-482-913", "Iron 12"]), "Letter")
    pseudonym(case)
    with pytest.raises(DossierFaulty, match="ELLIS"):
        make()
    cover(case, record, why=WhyCovered.IDENTITY)
    make()


def test_lighter_pictures_make_a_smaller_dossier_with_the_same_words(case, add, make, tmp_path):
    written = io.BytesIO()
    Image.effect_noise((1700, 2200), 60).convert("RGB").save(written, "JPEG", quality=92)
    (tmp_path / "scan.jpg").write_bytes(written.getvalue())
    add(tmp_path / "scan.jpg", "Scan")
    add(letter(tmp_path / "l.pdf", ["Iron 12"]), "Letter")
    make()
    heavy = (tmp_path / "dossier.pdf").stat().st_size
    with case.change("Lighter"):
        case.versions.save(replace(MAIN, pictures=Pictures.GREY))
    text = "\n".join(words(make()))
    assert (tmp_path / "dossier.pdf").stat().st_size < 0.6 * heavy
    assert "Iron 12" in text


def test_a_version_leaves_out_and_takes_in_by_name(case, add, make, tmp_path):
    first = add(letter(tmp_path / "a.pdf", ["First paper"]), "First")
    add(letter(tmp_path / "b.pdf", ["Second paper"]), "Second")
    with case.change("Leave out"):
        case.versions.save(replace(MAIN, selections=(Selection(first, included=False),)))
    text = "\n".join(words(make()))
    assert "Second paper" in text
    assert "First paper" not in text


def test_with_the_name_on_the_cover_only_no_other_page_of_ours_holds_it(case, add, make, tmp_path):
    add(letter(tmp_path / "l.pdf", ["Iron 12"]), "Letter")
    with case.change("Cover only"):
        case.people.save(Patient(name="ELLIS, Margaret", record_number="00-482-913"))
        case.medicines.add(Medicine(0, "Aspirin", voice=Said("Margaret Ellis")))
        case.versions.save(replace(MAIN, identity=Identity.COVER))
    pdf = make()
    cover_page, *others = words(pdf)
    assert "ELLIS" in cover_page
    assert not any("ellis" in page.casefold() for page in others)
    assert all("Dossier " in page for page in others)
    assert "ellis" not in str(pdf.metadata).casefold()


def test_a_blind_version_says_so_on_its_cover_and_names_no_plan(case, add, make, tmp_path):
    record = add(letter(tmp_path / "l.pdf", ["Iron 12"], ["I advise surgery"]), "Letter")
    with case.change("Blind"):
        case.statements.state(Subject.PLAN, "Take it out at once")
        case.marks.mark_first_opinion(record, (2,))
        case.versions.save(replace(MAIN, first_opinion=FirstOpinion.BLIND))
    cover_page, *others = words(make())
    assert "left out at the patient" in " ".join(cover_page.split())
    text = "\n".join(others)
    assert "Iron 12" in text
    assert "advise surgery" not in text
    assert "Take it out" not in text


def test_what_is_left_out_for_its_tag_is_counted_and_not_named(case, add, make, tmp_path):
    add(letter(tmp_path / "a.pdf", ["Iron 12"]), "Letter")
    secret = add(letter(tmp_path / "b.pdf", ["Statement"]), "Police report about my brother")
    with case.change("Mark"):
        case.marks.set_sensitivities(secret, {Sensitivity.ABUSE_SAFETY})
    text = " ".join("\n".join(words(make())).split())
    assert "Police" not in text
    assert "Abuse" not in text
    assert "left out 1 record and does not name it" in text


def test_the_index_says_where_something_is_covered(case, add, make, tmp_path):
    record = add(letter(tmp_path / "l.pdf", ["Aunt Sophie Brandt too"], ["Page two"]), "Letter")
    cover(case, record)
    assert "Part of page 1 is covered by the patient." in " ".join("\n".join(words(make())).split())


@pytest.mark.parametrize(
    "line", ["Mrs E L L I S", "mar- garet", "Born 14.3.57", "No. 00 482 913", "Mr Éllis"]
)
def test_no_spelling_of_the_name_goes_out_under_a_pseudonym(case, add, make, tmp_path, line):
    add(letter(tmp_path / "l.pdf", [line, "Iron 12"]), "Letter")
    with case.change("Hide the name"):
        born = PartialDate(Point(1957, 3, 14))
        case.people.save(Patient("ELLIS, Margaret", born, record_number="00-482-913"))
        case.versions.save(replace(MAIN, identity=Identity.PSEUDONYM, pseudonym="Patient Seven"))
    stops = [one.code for one in check(case, Choices(made=TODAY)) if one.level is Level.STOP]
    assert stops == ["pseudonym.page"]
    with pytest.raises(DossierFaulty, match="page"):
        make()


def test_a_name_beside_the_box_of_a_covered_page_stops_the_dossier(case, add, make, tmp_path):
    record = add(letter(tmp_path / "l.pdf", ["Iron 12", "Mrs Ellis"]), "Letter")
    pseudonym(case)
    cover(case, record)
    with pytest.raises(DossierFaulty, match="ELLIS") as failure:
        make()
    assert "Cover it there" in str(failure.value)
    cover(case, record, box=(0.05, 0.2, 0.95, 0.3))
    make()


def test_a_page_that_nobody_sees_all_of_can_go_in_as_a_picture(case, add, make, tmp_path):
    canvas = Canvas(str(tmp_path / "l.pdf"), (600, 800))
    for _page in range(2):
        canvas.setFont("Helvetica", 20)
        canvas.drawString(50, 700, "Aunt Sophie Brandt too")
        canvas.drawString(50, 600, "Iron 12")
        canvas.rect(40, 690, 400, 40, fill=1)
        canvas.showPage()
    canvas.save()
    record = add(tmp_path / "l.pdf", "Letter")

    def found():
        return [one for one in check(case, Choices(made=TODAY)) if one.code == "record.unseen"]

    (line,) = found()
    assert line.sentence == (
        "Pages 1–2 of “Letter” have words that cannot be seen but can be copied out. "
        "Cover them up, or leave the pages out."
    )
    assert (line.level, line.record, line.pages) == (Level.LOOK, record, (1, 2))
    cover(case, record, page=1, everywhere=False)
    assert [one.pages for one in found()] == [(2,)]
    with case.change("As a picture"):
        version = case.versions.get(MAIN.id)
        case.versions.save(version.with_pictured(record, (2,)))
    assert found() == []
    assert case.versions.get(MAIN.id).pictured(record) == (2,)
    text = " ".join("\n".join(words(make())).split())
    assert "Sophie" not in text
    assert "Part of page 1 is covered" in text
    assert "Page 2 is a picture here." in text


def test_a_page_left_out_has_no_words_to_hide(case, add, tmp_path):
    canvas = Canvas(str(tmp_path / "l.pdf"), (600, 800))
    canvas.drawString(50, 700, "Iron 12")
    canvas.showPage()
    canvas.drawString(700, 700, "Aunt Sophie Brandt too")
    canvas.save()
    record = add(tmp_path / "l.pdf", "Letter")
    (line,) = [one for one in check(case, Choices(made=TODAY)) if one.code == "record.unseen"]
    assert "Page 2 of “Letter” has words" in line.sentence
    with case.change("Leave out"):
        case.records.save(replace(case.records.get(record), pages=(1,)))
    assert "record.unseen" not in [one.code for one in check(case, Choices(made=TODAY))]
