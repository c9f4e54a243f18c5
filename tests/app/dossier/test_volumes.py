"""Dossiers in several files: where they are cut, and what each file holds."""

import io
import itertools
import random
import re
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.case.casefile import CaseFile
from app.dossier import bind_volumes as binder
from app.dossier import whole_file
from app.dossier.export import Choices, export
from app.dossier.proof import Proofs
from app.dossier.reading_back import Readers
from app.dossier.volumes import label_runs, parted, split, volumes_of
from app.errors import DossierFaulty, FolderNotWritable
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.tray import Tray
from app.model.partial_date import PartialDate, Point
from app.model.person import Patient
from app.model.record import Kind, RecordDates
from app.model.story import Event, EventKind, Subject
from app.model.version import MAIN, CoverUp, Volumes
from app.model.voice import Cited
from app.progress import Cancelled, Progress

TODAY = date(2026, 11, 22)
TITLES = ("Letter", "Scan A", "Scan B", "Scan C", "Blood test")
WEIGHTS = some.lists(some.integers(0, 50), min_size=1, max_size=30)


@given(WEIGHTS, some.integers(-5, 60))
def test_every_record_is_in_one_volume_in_order_and_none_is_too_heavy_but_one_alone(weights, room):
    of = dict(enumerate(weights))
    runs = split(list(of), of, room)
    assert [record for run in runs for record in run] == list(of)
    for run in runs:
        assert run
        assert len(run) == 1 or sum(of[record] for record in run) <= room


@given(WEIGHTS, some.integers(1, 60))
def test_two_neighbours_are_parted_only_where_they_must_be(weights, room):
    of = dict(enumerate(weights))
    runs = split(list(of), of, room)
    for left, right in itertools.pairwise(runs):
        assert sum(of[record] for record in left) + of[right[0]] > room


@given(WEIGHTS, some.sets(some.integers(0, 29)), some.one_of(some.none(), some.integers(1, 60)))
def test_the_core_has_what_is_cited_and_the_rest_follows(weights, cited, room):
    of = dict(enumerate(weights))
    parts = parted(Volumes.CORE_AND_FULL, list(of), cited, of, room)
    core = [record for record in of if record in cited]
    rest = [record for record in of if record not in cited]
    assert [record for part in parts for record in part] == core + rest
    assert all(set(part) <= set(core) or set(part) <= set(rest) for part in parts)
    if room is None:
        assert len(parts) == (2 if rest else 1)


def test_one_file_is_no_volume():
    assert volumes_of(((1, 2),), Volumes.BY_SIZE) == ()
    first, second = volumes_of(((1,), (2, 3)), Volumes.BY_SIZE)
    assert first.holds(1)
    assert not first.last
    assert second.holds(3)
    assert second.last


@given(some.lists(some.integers(1, 99), min_size=1, unique=True).map(sorted))
def test_labels_give_back_the_numbers_they_were_made_of(numbers):
    runs = label_runs(numbers)
    starts = [page for page, _number in runs]
    told = [
        number + page - start
        for (start, number), end in zip(runs, [*starts[1:], len(numbers)], strict=True)
        for page in range(start, end)
    ]
    assert told == numbers


def noise(seed, side):
    """Give a picture that cannot be made much smaller by packing."""
    made = Image.frombytes("L", (side, side), random.Random(seed).randbytes(side * side))
    packed = io.BytesIO()
    made.save(packed, "PNG")
    packed.seek(0)
    return ImageReader(packed)


def paper(path, title, pages, side):
    canvas = Canvas(str(path), (595, 842))
    for number in range(pages):
        canvas.drawString(60, 780, f"{title}, own page {number + 1}")
        if side:
            canvas.drawImage(noise(f"{title}{number}", side), 60, 300, 300, 300)
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    sides = (0, 500, 500, 500, 0)
    return [
        paper(folder / f"{n}.pdf", title, 2, side)
        for n, (title, side) in enumerate(zip(TITLES, sides, strict=True))
    ]


@pytest.fixture(scope="module")
def filled(tmp_path_factory, papers):
    file = tmp_path_factory.mktemp("case") / "a.casepack"
    with closing(CaseFile.create(file)) as made:
        kinds = (Kind.DIAGNOSIS_PLAN, Kind.IMAGING, Kind.IMAGING, Kind.IMAGING, Kind.LABORATORY)
        for day, (path, title, kind) in enumerate(zip(papers, TITLES, kinds, strict=True)):
            with Tray() as tray:
                found = list(examine([path], made, tray, Progress(), today=TODAY))
                (record,) = confirm(made, found, tray, Progress()).values()
            when = RecordDates(PartialDate(Point(2026, 5, 28 - day)))
            with made.change("Name"):
                named = replace(
                    made.records.get(record), title=title, source="Lab", kind=kind, dates=when
                )
                made.records.save(named)
        ids = {one.title: one.id for one in made.records.all()}
        with made.change("Cite"):
            made.statements.state(Subject.DIAGNOSIS, "A disc", Cited(ids["Letter"], 1))
            made.statements.state(Subject.PLAN, "An operation", Cited(ids["Scan C"], 2))
    return file


def opened(filled, folder):
    return closing(CaseFile.open(Path(shutil.copy(filled, folder))))


@pytest.fixture
def case(tmp_path, filled):
    with opened(filled, tmp_path) as one:
        yield one


def choose(case, **choices):
    with case.change("Choose"):
        case.versions.save(replace(case.versions.get(MAIN.id), **choices))


def made(case, tmp_path, **choices):
    choose(case, **choices)
    target = tmp_path / "dossier.pdf"
    return export(case, target, Choices(made=TODAY), Progress())


@pytest.fixture(scope="module")
def three(tmp_path_factory, filled):
    """Three volumes: a letter and a scan, a scan, a scan and the blood test; and the builds."""
    folder = tmp_path_factory.mktemp("three")
    with opened(filled, folder) as case:
        done = made(case, folder, volumes=Volumes.BY_SIZE, most_megabytes=0.95)
        return done, case.builds.all()


def printed(page):
    return re.findall(r"Dossier p\. (\d+) of (\d+) · Vol (\d)", page.extract_text())


def records_of(one):
    return [place.record for place in one.layout.places if one.layout.volume.holds(place.record)]


def test_each_file_is_under_the_limit_and_named_after_its_number(three):
    done, _builds = three
    names = [one.path.name for one in done.files]
    assert names == [f"dossier_vol{n}of3.pdf" for n in (1, 2, 3)]
    assert sorted(path.name for path in done.files[0].path.parent.glob("*.pdf")) == names
    for one in done.files:
        assert one.path.stat().st_size == one.bound.bytes <= 950_000
    assert done.notices == ()


def test_every_record_is_in_one_file_with_the_number_that_it_has_in_the_whole(three):
    done, _builds = three
    held = [record for one in done.files for record in records_of(one)]
    assert held == [place.record for place in done.layout.places]
    seen = {}
    for one in done.files:
        front = one.layout.places[0].first_page - 1
        for page in pypdf.PdfReader(one.path).pages[front:]:
            (number, total, volume), *_others = printed(page)
            assert int(volume) == one.layout.volume.number
            assert int(number) not in seen
            seen[int(number)] = page.extract_text()
    assert list(seen) == list(range(front + 1, int(total) + 1))
    for place in done.layout.places:
        for index in range(place.pages):
            assert f"own page {index + 1}" in seen[place.first_page + index]
    for one in done.files:
        assert one.layout.places == done.layout.places


def test_the_page_label_is_the_printed_number_on_every_page(three):
    done, _builds = three
    for one in done.files:
        reader = pypdf.PdfReader(one.path)
        for label, page in list(zip(reader.page_labels, reader.pages, strict=True)):
            assert printed(page)[0][0] == label


def test_all_links_and_bookmarks_lead_to_a_page_of_the_same_file_with_the_right_number(three):
    done, _builds = three
    for one in done.files:
        reader = pypdf.PdfReader(one.path)
        labels = reader.page_labels
        count = 0
        for page in reader.pages:
            for link in page.get("/Annots", ()):
                found = link.get_object()
                index = reader.get_page_number(found["/Dest"][0].get_object())
                assert found["/Contents"] == f"Go to dossier page {labels[index]}"
                count += 1
        assert count == len(one.layout.links) > 0
        marks = list(flat(reader.outline))
        assert len(marks) == len(one.layout.bookmarks)
        for mark in marks:
            label = labels[reader.get_destination_page_number(mark)]
            assert mark.title.endswith(f"(p. {label})")
        records = " ".join(mark.title for mark in marks)
        for place in done.layout.places:
            title = TITLES[[each.record for each in done.layout.places].index(place.record)]
            assert (title in records) == (place.record in records_of(one))


def flat(outline):
    for one in outline:
        if isinstance(one, list):
            yield from flat(one)
        else:
            yield one


def test_the_index_of_each_file_names_every_record_and_its_volume(three):
    done, _builds = three
    for one in done.files:
        reader = pypdf.PdfReader(one.path)
        words = next(
            text
            for page in reader.pages
            if "Every record page has a link back" in (text := page.extract_text())
        )
        assert "Vol" in words
        assert f"This file is volume {one.layout.volume.number} of 3." in words
        for title in TITLES:
            assert title in words


def test_a_citation_of_another_file_is_words_and_no_link(three):
    done, _builds = three
    diagnosis = [
        " ".join(page.extract_text() for page in pypdf.PdfReader(one.path).pages[:3])
        for one in done.files
    ]
    first = done.layout.places[0].first_page
    third = done.layout.places[3].first_page + 1
    assert f"[Doc 1, p. {first}]" in diagnosis[0]
    assert f"[Vol 3, p. {third}]" in diagnosis[0]
    for words in diagnosis[1:]:
        assert f"[Vol 1, p. {first}]" in words
    assert f"[Doc 4, p. {third}]" in diagnosis[2]


def test_the_cover_says_which_volume_it_is_and_where_it_begins(three):
    done, _builds = three
    for one in done.files:
        number = one.layout.volume.number
        cover = pypdf.PdfReader(one.path).pages[0].extract_text()
        start = next(
            place.first_page
            for place in done.layout.places
            if one.layout.volume.holds(place.record)
        )
        assert f"Volume {number} of 3, from page {start}" in cover


def test_only_the_last_file_has_the_pages_about_the_dossier(three):
    done, _builds = three
    there = [
        any("SHA-256 of the original" in page.extract_text() for page in reader.pages)
        for reader in (pypdf.PdfReader(one.path) for one in done.files)
    ]
    assert there == [False, False, True]


def test_the_structure_of_each_file_is_whole(three):
    done, _builds = three
    for one in done.files:
        with pikepdf.open(one.path) as pdf:
            links = {link.objgen for page in pdf.pages for link in page.obj.get("/Annots", ())}
            pages = {page.obj.objgen for page in pdf.pages}
            spoken = set()
            for element in elements(pdf.Root.StructTreeRoot.K):
                if "/Pg" in element:
                    assert element.Pg.objgen in pages
                kids = element.get("/K", [])
                several = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
                led = [kid.Obj.objgen for kid in several if is_link(kid)]
                if element.S == "/Link":
                    assert led
                spoken.update(led)
            assert spoken == links


def is_link(kid):
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"


def elements(element):
    yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from elements(kid)


def test_the_case_keeps_one_build_with_all_files(three):
    done, (build,) = three
    assert [file.name for file in build.files] == [one.path.name for one in done.files]
    assert [file.sha256 for file in build.files] == [one.bound.sha256 for one in done.files]
    assert done.bound.pages == sum(file.pages for file in build.files)


def test_a_dossier_that_fits_is_one_file_of_the_plain_name(case, tmp_path):
    done = made(case, tmp_path, volumes=Volumes.BY_SIZE, most_megabytes=25)
    assert [one.path.name for one in done.files] == ["dossier.pdf"]
    assert "Vol" not in pypdf.PdfReader(done.files[0].path).pages[0].extract_text()


def test_a_record_larger_than_the_limit_has_a_file_of_its_own_and_is_named(case, tmp_path):
    done = made(case, tmp_path, volumes=Volumes.BY_SIZE, most_megabytes=0.5)
    large = [one for one in done.files if one.bound.bytes > 500_000]
    assert [len(records_of(one)) for one in large] == [1, 1, 1]
    assert [sentence.partition("”")[0] for sentence in done.notices] == [
        "“Scan A",
        "“Scan B",
        "“Scan C",
    ]


def test_the_core_has_our_own_pages_and_the_records_they_cite(case, tmp_path):
    done = made(case, tmp_path, volumes=Volumes.CORE_AND_FULL)
    ids = {one.title: one.id for one in case.records.all()}
    core, full = done.files
    assert records_of(core) == [ids["Letter"], ids["Scan C"]]
    assert records_of(full) == [ids["Scan A"], ids["Scan B"], ids["Blood test"]]
    reader = pypdf.PdfReader(core.path)
    for label, page in zip(reader.page_labels, reader.pages, strict=True):
        assert printed(page)[0][0] == label
    first = done.layout.places[0].first_page
    last = done.layout.places[3].first_page
    assert reader.page_labels[first - 1 :] == [str(n) for n in (first, first + 1, last, last + 1)]
    assert "The first has the records that these pages cite." in reader.pages[0].extract_text()


def test_when_one_file_fails_the_check_all_old_files_stay(case, tmp_path, monkeypatch):
    old = [tmp_path / f"dossier_vol{n}of3.pdf" for n in (1, 2)]
    for path in old:
        path.write_bytes(b"of yesterday")
    checks = []

    def failing(readers, layout, *more):
        checks.append(layout)
        if len(checks) == 3:
            raise DossierFaulty("the third is not whole")
        return real(readers, layout, *more)

    real = Readers.check
    monkeypatch.setattr(Readers, "check", failing)
    with pytest.raises(DossierFaulty):
        made(case, tmp_path, volumes=Volumes.BY_SIZE, most_megabytes=0.95)
    assert sorted(tmp_path.glob("*.pdf")) == old
    assert {path.read_bytes() for path in old} == {b"of yesterday"}
    assert case.builds.all() == []


def test_a_covered_word_in_the_second_volume_stops_all_of_them(case, tmp_path):
    ids = {one.title: one.id for one in case.records.all()}
    with case.change("Cover"):
        box = CoverUp(0, ids["Scan B"], 1, 0.05, 0.05, 0.95, 0.12)
        case.versions.cover(MAIN.id, box)
        record = case.records.get(ids["Scan C"])
        case.records.save(replace(record, title="Scan B, own page 1"))
    with pytest.raises(DossierFaulty, match="own page 1"):
        made(case, tmp_path, volumes=Volumes.BY_SIZE, most_megabytes=0.95)
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_covered_page_is_covered_in_the_volume_that_has_it(case, tmp_path):
    ids = {one.title: one.id for one in case.records.all()}
    with case.change("Cover"):
        box = CoverUp(0, ids["Scan B"], 1, 0.05, 0.05, 0.95, 0.12)
        case.versions.cover(MAIN.id, box)
    done = made(case, tmp_path, volumes=Volumes.BY_SIZE, most_megabytes=1.2)
    words = [page.extract_text() for one in done.files for page in pypdf.PdfReader(one.path).pages]
    assert not any("Scan B, own page 1" in text for text in words)
    assert sum("Scan B, own page 2" in text for text in words) == 1


def test_volumes_can_be_locked_with_a_password(case, tmp_path):
    choose(case, volumes=Volumes.BY_SIZE, most_megabytes=0.95)
    target = tmp_path / "dossier.pdf"
    done = export(case, target, Choices(made=TODAY, password="open sesame"), Progress())
    for one in done.files:
        reader = pypdf.PdfReader(one.path)
        assert reader.is_encrypted
        assert reader.decrypt("open sesame")
        assert len(reader.pages) == one.bound.pages


def test_a_folder_that_takes_only_some_files_keeps_the_old_ones(case, tmp_path):
    blocked = tmp_path / "dossier_vol2of3.pdf"
    blocked.mkdir()
    old = tmp_path / "dossier_vol1of3.pdf"
    old.write_bytes(b"of yesterday")
    with pytest.raises(FolderNotWritable):
        made(case, tmp_path, volumes=Volumes.BY_SIZE, most_megabytes=0.95)
    assert old.read_bytes() == b"of yesterday"
    assert not (tmp_path / "dossier_vol3of3.pdf").exists()
    assert not list(tmp_path.glob(".casepack-*.*"))


def test_events_of_other_files_are_words_in_the_timeline(case, tmp_path):
    ids = {one.title: one.id for one in case.records.all()}
    with case.change("Event"):
        when = PartialDate(Point(2026, 5, 2))
        case.timeline.add(Event(0, EventKind.TEST, when, "A picture", Cited(ids["Scan B"], 1)))
    done = made(case, tmp_path, volumes=Volumes.BY_SIZE, most_megabytes=0.95)
    page = done.layout.places[2].first_page
    words = [
        " ".join(page.extract_text() for page in pypdf.PdfReader(one.path).pages)
        for one in done.files
    ]
    assert f"[Vol 2, p. {page}]" in words[0]
    assert f"[Doc 3, p. {page}]" in words[1]


def test_records_heavier_than_they_looked_are_parted_once_more(case, tmp_path, monkeypatch):
    def half(plan, size_of):
        return {record: weight / 2 for record, weight in real(plan, size_of).items()}

    real = binder.record_bytes
    monkeypatch.setattr(binder, "record_bytes", half)
    done = made(case, tmp_path, volumes=Volumes.BY_SIZE, most_megabytes=0.95)
    assert [record for one in done.files for record in records_of(one)] == [
        place.record for place in done.layout.places
    ]
    assert all(one.bound.bytes <= 950_000 for one in done.files)
    assert sorted(tmp_path.glob("*.pdf")) == [one.path for one in done.files]


def test_files_that_cannot_all_take_their_places_bring_the_old_ones_back(tmp_path, monkeypatch):
    new = [tmp_path / name for name in ("1", "2", "3")]
    targets = [tmp_path / name for name in ("a.pdf", "b.pdf", "c.pdf")]
    for path in (*new, targets[0], targets[1]):
        path.write_text(path.name)

    def failing(part, target):
        if target == targets[2] and part.suffix == ".part":
            raise OSError
        real(part, target)

    real = whole_file.move
    monkeypatch.setattr(whole_file, "move", failing)
    with pytest.raises(FolderNotWritable, match=r"c\.pdf"):
        whole_file.put_all_in_place(list(zip(new, targets, strict=True)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "b.pdf"]
    assert [path.read_text() for path in targets[:2]] == ["a.pdf", "b.pdf"]


@pytest.fixture
def yesterday(case, tmp_path):
    """Make volumes; gives what then lies in the folder, by name, after the case has changed."""
    done = made(case, tmp_path, volumes=Volumes.BY_SIZE, most_megabytes=0.95)
    assert len(done.files) > 2
    with case.change("Name"):
        case.people.save(Patient(name="Somebody Else"))
    return {one.path.name: one.path.read_bytes() for one in done.files}


def in_folder(folder):
    names = {path.name for path in folder.iterdir() if not path.name.startswith("a.")}
    return {name: (folder / name).read_bytes() for name in names}


@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_stopping_leaves_the_volumes_of_before_and_no_half_file(case, tmp_path, yesterday, share):
    steps, target = [], tmp_path / "dossier.pdf"

    def report(*step):
        steps.append(step)
        if counted and len(steps) > share * counted:
            stopping.cancel()

    counted = 0
    with pytest.raises(DossierFaulty), pytest.MonkeyPatch.context() as patched:
        patched.setattr(binder, "put_all_in_place", not_today)
        export(case, target, Choices(made=TODAY), Progress(report))
    counted, steps = len(steps), []
    stopping = Progress(report)
    with pytest.raises(Cancelled):
        export(case, target, Choices(made=TODAY), stopping)
    assert in_folder(tmp_path) == yesterday
    assert len(case.builds.all()) == 1


def not_today(_files):
    raise DossierFaulty("only the steps are counted")


def test_before_they_are_made_all_files_are_shown_as_one_with_the_number_of_each(
    case, tmp_path, three
):
    done, _builds = three
    choose(case, volumes=Volumes.BY_SIZE, most_megabytes=0.95)
    proofs = Proofs(case)
    proof, _lines = proofs.make(Choices(made=TODAY), Progress())
    shown = tmp_path / "shown.pdf"
    proofs.bind(proof, shown, Progress())
    pages = [page.extract_text() for page in pypdf.PdfReader(shown).pages]
    assert len(pages) == len(proof.layout.pages)
    assert "All 3 volumes, shown together" in pages[0]
    (index,) = (" ".join(text.split()) for text in pages if "goes into 3 files" in text)
    assert proof.layout.places == done.layout.places
    held = {record: one.layout.volume.number for one in done.files for record in records_of(one)}
    assert proof.layout.volume.of == held
    for place in proof.layout.places:
        assert re.search(rf" {place.pages} {held[place.record]} {place.first_page}\b", index)
        for at in range(place.pages):
            assert f"own page {at + 1}" in pages[place.first_page - 1 + at]
    assert not any(re.search(r"\[Vol \d|· Vol \d", text) for text in pages)  # all is here


def test_where_one_file_is_enough_no_volume_is_shown(case):
    choose(case, volumes=Volumes.BY_SIZE, most_megabytes=500)
    proof, _lines = Proofs(case).make(Choices(made=TODAY), Progress())
    assert proof.layout.volume is None
