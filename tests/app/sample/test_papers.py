"""The papers of the sample case are real files with the troubles that real piles have."""

import io
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import Image, ImageOps

from app.model.partial_date import PartialDate
from app.model.record import Kind
from app.sample.letter import draw_letter
from app.sample.letterhead import Place
from app.sample.paper import Paper
from app.sample.papers import make_papers
from app.sample.picture import draw_scan
from app.sample.texts import MARK, texts

PAGES = {
    "gp_referral": 1,
    "xray": 1,
    "injection_note": 1,
    "pain_clinic": 1,
    "pt_discharge": 1,
    "mri": 2,
    "mri_amended": 2,
    "surgeon_letter": 2,
    "consent_form": 1,
    "rehab_consult": 2,
    "walking_test": 1,
    "labs": 3,
    "dexa": 1,
    "xray_copy": 1,
}
WITHOUT_TEXT = ("walking_test", "dexa")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    return {paper.key: paper for paper in make_papers(tmp_path_factory.mktemp("papers"))}


def by_pypdf(paper: Paper) -> pypdf.PdfReader:
    return pypdf.PdfReader(paper.path, password=paper.password or None)


def words(paper: Paper) -> str:
    return "\n".join(page.extract_text() for page in by_pypdf(paper).pages)


@pytest.mark.parametrize("key", PAGES)
def test_every_pdf_has_its_pages_for_three_readers(papers, key):
    paper = papers[key]
    with pikepdf.open(paper.path, password=paper.password) as pdf:
        pikepdf_counts = len(pdf.pages)
    pdfium = pypdfium2.PdfDocument(paper.path, password=paper.password or None)
    pdfium_counts = len(pdfium)
    pdfium.close()

    assert len(by_pypdf(paper).pages) == pikepdf_counts == pdfium_counts == PAGES[key]


@pytest.mark.parametrize("key", [key for key in PAGES if key not in WITHOUT_TEXT])
def test_every_page_with_text_says_that_it_is_made_up(papers, key):
    for page in by_pypdf(papers[key]).pages:
        assert MARK in page.extract_text()


def test_pictures_and_diary_say_so_too(papers, monkeypatch):
    assert MARK in papers["symptom_diary"].path.read_text(encoding="utf-8")
    with Image.open(papers["medicine_list"].path) as photo:
        assert photo.getexif()[0x9C9C].decode("utf-16-le") == MARK
    scan = draw_scan(texts("sheets")["dexa"])
    monkeypatch.setattr("app.sample.picture.MARK", "")
    assert draw_scan(texts("sheets")["dexa"]) != scan  # the words are in the picture


def test_there_are_seventeen_files_and_nothing_else(papers):
    folder = papers["xray"].path.parent

    assert {path.name for path in folder.iterdir()} == {p.path.name for p in papers.values()}
    assert len(papers) == 17


def test_two_runs_write_the_same_bytes_except_for_the_locked_letter(papers, tmp_path):
    again = make_papers(tmp_path)

    differing = [p.key for p in again if p.path.read_bytes() != papers[p.key].path.read_bytes()]
    assert differing == ["pain_clinic"]


def test_the_locked_letter_opens_only_with_its_password(papers):
    locked = papers["pain_clinic"]
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(locked.path)
    with pikepdf.open(locked.path, password="ellis") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
    assert locked.password == "ellis"
    assert "second injection is not planned" in words(locked)


def test_the_amended_report_replaces_the_first_one_and_names_the_other_side(papers):
    first, amended = papers["mri"], papers["mri_amended"]

    assert amended.replaces == "mri"
    assert first.left_out_because
    assert not amended.left_out_because
    assert (first.service, first.signed) == ("2026-09-12", "2026-09-14")
    assert (amended.service, amended.signed) == ("2026-09-12", "2026-09-16")
    assert "worse on the right" in words(first)
    assert "worse on the left" in words(amended)
    assert "replaces the report of 14 September 2026" in words(amended)


def test_the_duplicate_is_the_same_file_under_another_name(papers):
    copy, original = papers["xray_copy"], papers["xray"]

    assert copy.same_as == "xray"
    assert copy.path.name != original.path.name
    assert copy.path.read_bytes() == original.path.read_bytes()


@pytest.mark.parametrize("key", WITHOUT_TEXT)
def test_scans_are_pictures_without_any_text(papers, key):
    assert words(papers[key]).strip() == ""
    assert len(by_pypdf(papers[key]).pages[0].images) == 1


def test_the_sideways_scan_says_how_to_turn_it_and_is_then_upright(papers):
    page = by_pypdf(papers["walking_test"]).pages[0]
    assert page.rotation == 90
    assert page.mediabox.width > page.mediabox.height

    pdf = pypdfium2.PdfDocument(papers["walking_test"].path)
    shown = pdf[0].render(scale=0.5).to_pil().convert("L")
    pdf.close()
    assert shown.height > shown.width
    wide, high = shown.size
    heading = shown.crop((0, int(high * 0.05), wide, int(high * 0.11)))
    foot = shown.crop((0, int(high * 0.75), wide, int(high * 0.9)))
    assert heading.getextrema()[0] < 120  # the dark words are at the top,
    assert foot.getextrema()[0] > 180  # and nothing stands near the bottom


def test_blood_tests_lie_on_their_side_with_all_their_figures(papers):
    for page in by_pypdf(papers["labs"]).pages:
        assert page.mediabox.width > page.mediabox.height
    figures = words(papers["labs"])
    for value in ("8.4", "7.9", "7.6", "7.4", "7.1", "7.2", "61", "60", "58", "57", "56"):
        assert value in figures


def test_the_form_holds_its_words_in_fields_that_are_also_drawn(papers):
    form = by_pypdf(papers["consent_form"])
    fields = form.get_fields()

    assert fields["operation"]["/V"] == "L4-L5 decompression with instrumented fusion"
    assert fields["planned"]["/V"] == "12 January 2027"
    assert (fields["leaflet"]["/V"], fields["interpreter"]["/V"]) == ("/Yes", "/Off")
    assert fields["signed_patient"]["/V"] == fields["signed_date"]["/V"] == ""
    assert "instrumented fusion" not in form.pages[0].extract_text()
    assert all("/AP" in note.get_object() for note in form.pages[0]["/Annots"])


def test_the_photo_lies_on_its_side_and_tells_where_it_was_taken(papers):
    with Image.open(papers["medicine_list"].path) as photo:
        exif = photo.getexif()
        assert exif[0x0112] == 6
        assert exif.get_ifd(0x8825)[2] == (30.0, 15.0, 0.0)
        assert photo.width > photo.height
        upright = ImageOps.exif_transpose(photo)
    assert upright.height > upright.width


def test_the_fax_has_two_pages_in_black_and_white(papers):
    with Image.open(papers["anaesthesia"].path) as fax:
        assert (fax.format, fax.mode, fax.n_frames) == ("TIFF", "1", 2)
        for number in range(2):
            fax.seek(number)
            assert 0.005 < 1 - sum(fax.convert("L").histogram()[128:]) / (1240 * 1754) < 0.2


def test_papers_come_on_letter_and_on_a4(papers):
    sizes = {
        (round(page.mediabox.width), round(page.mediabox.height))
        for key in PAGES
        for page in by_pypdf(papers[key]).pages
    }

    assert {(612, 792), (792, 612), (595, 842), (842, 595)} <= sizes


def test_what_a_person_would_confirm_is_complete(papers):
    for paper in papers.values():
        assert paper.title
        assert paper.source
        assert PartialDate.from_stored(paper.service).known
        for stored in (paper.signed, paper.printed, paper.received):
            known = PartialDate.from_stored(stored)
            assert (
                not known.known or known.earliest >= PartialDate.from_stored(paper.service).earliest
            )
    assert len({paper.kind for paper in papers.values()}) >= 9
    assert papers["surgeon_letter"].kind is Kind.DIAGNOSIS_PLAN


def test_a_paper_comes_after_the_one_it_repeats_or_replaces(papers):
    order = list(papers)
    for paper in papers.values():
        for earlier in filter(None, (paper.same_as, paper.replaces)):
            assert order.index(earlier) < order.index(paper.key)


def test_no_paper_tells_of_the_computer_that_made_it(papers):
    for key in PAGES:
        content = papers[key].path.read_bytes()
        assert str(Path.home()).encode() not in content
        assert str(papers[key].path.parent).encode() not in content


def test_a_text_too_long_for_its_page_is_an_error_not_a_lost_line():
    place = Place(**texts("places")["brookfield"])
    letter = {"heading": "Long", "pages": ["\n".join(["One line."] * 80)]}

    with pytest.raises(ValueError, match="does not fit"):
        draw_letter(letter, place)


def test_a_line_too_long_for_its_picture_is_an_error_not_cut_words():
    with pytest.raises(ValueError, match="does not fit"):
        draw_scan({"heading": "Long", "lines": ["word " * 60]})


def test_a_result_too_few_is_an_error_not_a_shifted_table():
    from app.sample.results import draw_results

    sheet = texts("sheets")["labs"]
    sheet["samples"][0]["results"].pop()

    with pytest.raises(ValueError, match="shorter"):
        draw_results(sheet)


def test_a_letter_reads_the_same_for_two_readers(papers):
    pdf = pypdfium2.PdfDocument(io.BytesIO(papers["surgeon_letter"].path.read_bytes()))
    text = pdf[1].get_textpage().get_text_range()
    pdf.close()

    for sentence in (
        "Surgery is listed for 12 January 2027",
        "confirm the decision by 14 December",
    ):
        assert sentence in text
        assert sentence in words(papers["surgeon_letter"])
