"""How large the files of a dossier will be, told before they are made, and what makes them fit."""

import io
import random
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.case.casefile import CaseFile
from app.dossier import sizes as sizing
from app.dossier.export import Choices, check, export
from app.dossier.findings import Level
from app.dossier.proof import Proofs
from app.dossier.weight import lighter_by, most_bytes, usable
from app.errors import SealedRoomFailure
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.tray import Tray
from app.model.story import Subject
from app.model.version import MAIN, CoverUp, Pictures, Selection, TextLayer, Volumes
from app.model.voice import Cited
from app.progress import Cancelled, Progress
from app.worker.page_room import PageRoom

TODAY = date(2026, 11, 22)
SIZE = (1500, 2100)


def photo(seed):
    """Give a grainy picture in colour, as a phone makes it."""
    grain = Image.frombytes("RGB", (500, 700), random.Random(seed).randbytes(500 * 700 * 3))
    packed = io.BytesIO()
    grain.resize(SIZE).save(packed, "JPEG", quality=93)
    packed.seek(0)
    return ImageReader(packed)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A case with two scans, of one page and of two, and a typed letter."""
    folder = tmp_path_factory.mktemp("case")
    path = folder / "a.casepack"
    with closing(CaseFile.create(path)) as case:
        for name, pages in (("Scan of one", 1), ("Scan of two", 2), ("Letter", 0)):
            paper = Canvas(str(folder / f"{name}.pdf"), (595, 842))
            for page in range(pages):
                paper.drawImage(photo(f"{name}{page}"), 0, 0, 595, 842)
                paper.showPage()
            if not pages:
                paper.drawString(60, 700, "All is well.")
                paper.showPage()
            paper.save()
            with Tray() as tray:
                source = [folder / f"{name}.pdf"]
                found = list(examine(source, case, tray, Progress(), today=TODAY))
                (record,) = confirm(case, found, tray, Progress()).values()
            with case.change("Name"):
                case.records.save(replace(case.records.get(record), title=name))
                if name == "Scan of one":
                    case.statements.state(Subject.DIAGNOSIS, "A disc", Cited(record, 1))
    return path


@pytest.fixture
def case(filled, tmp_path):
    with closing(CaseFile.open(Path(shutil.copy(filled, tmp_path)))) as one:
        yield one


def choose(case, **choices):
    with case.change("Choose"):
        case.versions.save(replace(case.versions.get(MAIN.id), **choices))


def proved(case):
    proofs = Proofs(case)
    proof, lines = proofs.make(Choices(made=TODAY), Progress())
    return proofs, proof, lines


def offered(case, **choices):
    choose(case, **choices)
    proofs, proof, _lines = proved(case)
    return proofs.offers(proof, Progress(), most_bytes(proof.plan.version))


def test_an_email_carries_less_than_its_limit():
    assert usable(0, by_email=True) is None
    assert usable(20, by_email=False) == 20_000_000
    assert 14_000_000 < usable(20, by_email=True) < 15_000_000


@pytest.mark.parametrize("pictures", Pictures)
def test_the_estimate_is_within_five_parts_in_a_hundred_with_all_pictures(case, tmp_path, pictures):
    choose(case, pictures=pictures)
    _proofs, proof, _lines = proved(case)
    done = export(case, tmp_path / "d.pdf", Choices(made=TODAY), Progress())
    assert proof.size == pytest.approx(done.bound.bytes, rel=0.05)
    assert proof.files == (proof.size,)


@pytest.mark.parametrize("how", [Volumes.BY_SIZE, Volumes.CORE_AND_FULL])
def test_the_estimate_of_each_volume_is_within_five_parts_in_a_hundred(case, tmp_path, how):
    choose(case, volumes=how, most_megabytes=2.5, pictures=Pictures.LIGHTER)
    _proofs, proof, _lines = proved(case)
    done = export(case, tmp_path / "d.pdf", Choices(made=TODAY), Progress())
    assert len(proof.files) == len(done.files) > 1
    for told, one in zip(proof.files, done.files, strict=True):
        assert told == pytest.approx(one.bound.bytes, rel=0.05)


def test_nothing_is_offered_while_it_fits(case):
    found = offered(case, most_megabytes=25, by_email=True)
    assert found.fits
    assert (found.lighter, found.heaviest, found.volumes) == ((), (), ())
    assert offered(case, most_megabytes=0).most is None


def test_lighter_pictures_are_tried_up_to_the_first_that_fits(case, tmp_path):
    whole = offered(case).files[0]
    found = offered(case, most_megabytes=whole * 0.5 / 1_000_000)
    steps = [one.pictures for one in found.lighter]
    assert steps == list(Pictures)[1 : len(steps) + 1]
    assert [one.fits for one in found.lighter] == [False] * (len(steps) - 1) + [True]
    choose(case, pictures=steps[-1])
    done = export(case, tmp_path / "d.pdf", Choices(made=TODAY), Progress())
    assert done.bound.bytes == pytest.approx(found.lighter[-1].bytes, rel=0.05)
    assert done.bound.bytes <= found.most
    assert "All is well." in "".join(
        page.extract_text() for page in pypdf.PdfReader(tmp_path / "d.pdf").pages
    )


def test_all_steps_are_shown_when_none_fits(case):
    found = offered(case, most_megabytes=0.05)
    assert [one.pictures for one in found.lighter] == list(Pictures)[1:]
    assert not any(one.fits for one in found.lighter)


def test_the_heaviest_records_are_named_first_and_none_is_left_out(case):
    found = offered(case, most_megabytes=1)
    assert [one.record.title for one in found.heaviest] == ["Scan of two", "Scan of one", "Letter"]
    assert found.heaviest[0].bytes > found.heaviest[1].bytes > found.heaviest[2].bytes
    assert case.versions.get(MAIN.id).selections == ()


def test_volumes_are_offered_with_the_size_of_each_file(case, tmp_path):
    choose(case, most_megabytes=2.5)
    found = offered(case)
    assert not found.fits
    choose(case, volumes=Volumes.BY_SIZE)
    done = export(case, tmp_path / "d.pdf", Choices(made=TODAY), Progress())
    assert len(found.volumes) == len(done.files)
    for told, one in zip(found.volumes, done.files, strict=True):
        assert told == pytest.approx(one.bound.bytes, rel=0.05)


def test_each_rendition_is_made_lighter_only_once(case, monkeypatch):
    choose(case, most_megabytes=0.05)
    proofs, proof, _lines = proved(case)
    made = []

    def counting(room, names, pictures, progress):
        made.append(pictures)
        real(room, names, pictures, progress)

    real = sizing.lighten_sources
    monkeypatch.setattr(sizing, "lighten_sources", counting)
    first = proofs.offers(proof, Progress(), 50_000)
    assert len(made) == 3 * len(first.lighter)
    assert proofs.offers(proof, Progress(), 50_000) == first
    assert len(made) == 3 * len(first.lighter)


def test_weighing_can_be_stopped(case):
    choose(case, most_megabytes=0.05)
    proofs, proof, _lines = proved(case)

    class Stopped(Progress):
        def step(self, done, total, what):
            raise Cancelled

    with pytest.raises(Cancelled):
        proofs.offers(proof, Stopped(), 50_000)


def test_what_lighter_pictures_save_is_counted_from_the_pictures_there_are(case):
    whole = proved(case)[1]
    saved = lighter_by(whole.plan, case.documents.pieces, Pictures.GREY, Progress())
    choose(case, pictures=Pictures.GREY)
    grey = proved(case)[1]
    assert whole.size - saved == pytest.approx(grey.size, rel=0.01)
    assert lighter_by(grey.plan, case.documents.pieces, Pictures.GREY, Progress()) == 0


def test_the_check_says_when_a_file_is_too_large(case):
    def said():
        lines = check(case, Choices(made=TODAY))
        assert lines == proved(case)[2]
        return [line for line in lines if line.code == "size.limit"]

    assert said() == []
    choose(case, most_megabytes=5.0)
    (line,) = said()
    assert line.level is Level.LOOK
    assert "5.0 MB may go" in line.sentence
    choose(case, volumes=Volumes.BY_SIZE)
    assert said() == []
    choose(case, most_megabytes=2.5)
    (line,) = said()
    assert line.sentence.startswith("The largest file")


def cover(case, title, **choices):
    """Cover a part of a record, which goes in alone."""
    every = {one.title: one.id for one in case.records.all()}
    alone = tuple(Selection(one, False) for name, one in sorted(every.items()) if name != title)
    with case.change("Cover"):
        now = case.versions.get(MAIN.id)
        case.versions.save(replace(now, selections=alone, **choices))
        box = CoverUp(0, every[title], 1, 0.1, 0.1, 0.4, 0.2, everywhere=False)
        case.versions.cover(MAIN.id, box)


@pytest.mark.parametrize(
    ("title", "pictures", "layer"),
    [
        ("Letter", Pictures.AS_THEY_ARE, TextLayer.NONE),
        ("Letter", Pictures.AS_THEY_ARE, TextLayer.ALLOWED),
        ("Scan of two", Pictures.AS_THEY_ARE, TextLayer.NONE),
        ("Scan of two", Pictures.GREY, TextLayer.NONE),
    ],
)
def test_a_covered_page_counts_as_the_picture_that_it_becomes(
    case, tmp_path, title, pictures, layer
):
    cover(case, title, pictures=pictures, text_layer=layer)
    told = proved(case)[1]
    done = export(case, tmp_path / "d.pdf", Choices(made=TODAY), Progress())
    assert done.plan.records[0].covered == (0,)
    assert told.size == pytest.approx(done.bound.bytes, rel=0.05)


def test_each_covered_page_is_measured_once_as_long_as_its_boxes_stay(case, monkeypatch):
    def counting(room, order, progress=None):
        made.append(order.source)
        return real(room, order, progress)

    made, real = [], PageRoom.cover
    monkeypatch.setattr(PageRoom, "cover", counting)
    cover(case, "Letter")
    proofs, _proof, _lines = proved(case)
    proofs.make(Choices(made=TODAY), Progress())
    assert len(made) == 1
    cover(case, "Letter")
    proofs.make(Choices(made=TODAY), Progress())
    assert len(made) == 2


def test_a_page_that_cannot_be_covered_now_counts_as_it_is(case, monkeypatch):
    def failing(room, order, progress=None):
        raise SealedRoomFailure("No.")

    cover(case, "Letter")
    right = proved(case)[1].size
    with monkeypatch.context() as broken:
        broken.setattr(PageRoom, "cover", failing)
        assert proved(case)[1].size < right
    with case.change("Uncover"):
        case.versions.uncover(case.versions.get(MAIN.id).cover_ups[0].id)
    assert proved(case)[1].size < right
