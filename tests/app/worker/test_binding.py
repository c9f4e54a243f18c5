"""Every page ordered is there once, in order, with links, bookmarks and page numbers."""

import gc
from itertools import pairwise

import pikepdf
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from app.worker.binding import bind
from app.worker.orders import Bookmark, Link, Placed
from app.worker.risks import risky
from app.worker.verifying import verify
from tests.app.worker.bound_pages import (
    SCENE,
    bound,
    order,
    own,
    source,
    words,
)


def test_links_lead_to_their_pages_and_keep_the_zoom(tmp_path):
    own(tmp_path, 2)
    source(tmp_path, "a.pdf", SCENE, SCENE)
    links = (
        Link(0, (10, 20, 110, 40), 3, 700, "Go to dossier page 4"),
        Link(0, (10, 50, 110, 70), 2),
        Link(3, (1, 1, 9, 9), 0, 0),
    )
    pages = [Placed(-1, 0), Placed(-1, 1), Placed(0, 0, 0), Placed(0, 1, 0)]
    reader = pypdf.PdfReader(bound(tmp_path, pages, links=links))
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    first, second = (one.get_object() for one in reader.pages[0]["/Annots"])
    (back,) = (one.get_object() for one in reader.pages[3]["/Annots"])
    assert numbers[first["/Dest"][0].idnum] == 3
    assert list(first["/Dest"])[1:] == ["/XYZ", pypdf.generic.NullObject(), 700, 0]
    assert first["/Contents"] == "Go to dossier page 4"
    assert first["/F"] == 4
    assert list(first["/Border"]) == [0, 0, 0]
    assert list(first["/Rect"]) == [10, 20, 110, 40]
    assert (numbers[second["/Dest"][0].idnum], second["/Dest"][1]) == (2, "/Fit")
    assert (numbers[back["/Dest"][0].idnum], back["/Dest"][3]) == (0, 0)


def test_bookmarks_nest_by_level_and_open_their_pages(tmp_path):
    own(tmp_path, 3)
    marks = (
        Bookmark("Cover", 0),
        Bookmark("Letters", 1),
        Bookmark("Doc 1 · Größe 日本", 1, 1),
        Bookmark("p. 2", 2, 2),
        Bookmark("Doc 2", 2, 1),
        Bookmark("End", 2, 0),
    )
    reader = pypdf.PdfReader(bound(tmp_path, [Placed(-1, n) for n in range(3)], bookmarks=marks))

    def read(entries):
        return [
            read(one)
            if isinstance(one, list)
            else (one.title, reader.get_destination_page_number(one))
            for one in entries
        ]

    assert read(reader.outline) == [
        ("Cover", 0),
        ("Letters", 1),
        [("Doc 1 · Größe 日本", 1), [("p. 2", 2)], ("Doc 2", 2)],
        ("End", 2),
    ]


def test_the_file_says_its_title_language_and_page_numbers(tmp_path):
    own(tmp_path, 2)
    reader = pypdf.PdfReader(
        bound(tmp_path, [Placed(-1, 0), Placed(-1, 1)], language="de", made="2026-11-22")
    )
    root = reader.root_object
    assert reader.page_labels == ["1", "2"]
    assert root["/Lang"] == "de"
    assert root["/PageMode"] == "/UseOutlines"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert dict(reader.metadata) == {
        "/Title": "Dossier of M. Ellis",
        "/Producer": "Casepack",
        "/CreationDate": "D:20261122",
    }


def test_page_numbers_can_run_on_from_another_number(tmp_path):
    own(tmp_path, 3)
    pages = [Placed(-1, 0), Placed(-1, 1), Placed(-1, 2)]
    reader = pypdf.PdfReader(bound(tmp_path, pages, labels=((0, 1), (1, 141))))
    assert reader.page_labels == ["1", "141", "142"]


def test_the_same_order_gives_the_same_bytes(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, SCENE)
    pages = [Placed(-1, 0), Placed(0, 1, 0), Placed(0, 0, 0)]
    for name in ("one.pdf", "two.pdf"):
        bound(tmp_path, pages, reproducible=True, made="2026-11-22", result=name)
    made = [tmp_path / name for name in ("one.pdf", "two.pdf")]
    assert made[0].read_bytes() == made[1].read_bytes()
    assert "/CreationDate" not in pypdf.PdfReader(made[0]).metadata


def test_a_password_locks_the_file_but_lets_a_screen_reader_in(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE)
    out = bound(tmp_path, [Placed(-1, 0), Placed(0, 0, 0)], password="long words")
    reader = pypdf.PdfReader(out)
    assert reader.is_encrypted
    assert not reader.decrypt("wrong")
    assert reader.decrypt("long words")
    assert "potassium 3.9" in reader.pages[1].extract_text()
    with pikepdf.open(out, password="long words") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.allow.accessibility
    assert b"Ellis" not in out.read_bytes()
    assert verify(out, "long words").ok


def test_a_locked_file_cannot_be_asked_to_be_reproducible(tmp_path):
    own(tmp_path)
    with pytest.raises(ValueError, match="reproducible"):
        bound(tmp_path, [Placed(-1, 0)], password="x", reproducible=True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"links": (Link(0, (0, 0, 1, 1), 5),)},
        {"bookmarks": (Bookmark("x", 1),)},
        {"frames": ()},
        {"sources": ()},
        {"labels": ()},
        {"labels": ((1, 5),)},
        {"labels": ((0, 1), (1, 7))},
    ],
)
def test_an_order_that_contradicts_itself_makes_no_file(tmp_path, wrong):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE)
    with pytest.raises(ValueError, match=r"page|frame"):
        bound(tmp_path, [Placed(0, 0, 0)], **wrong)
    assert not (tmp_path / "out.pdf").exists()


def test_a_page_that_a_source_lacks_stops_the_binding(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE)
    with pytest.raises((RuntimeError, ValueError)):
        bound(tmp_path, [Placed(-1, 0), Placed(0, 1, 0)])
    assert not (tmp_path / "out.pdf").exists()


def test_the_work_tells_how_far_it_is_and_can_be_stopped(tmp_path):
    own(tmp_path)
    source(tmp_path, "a.pdf", *[SCENE] * 450)
    pages = [Placed(-1, 0), *(Placed(0, n, 0) for n in range(450))]
    steps = []
    bind(tmp_path, order(pages), lambda done, total: steps.append((done, total)))
    assert [total for _, total in steps] == [451] * len(steps)
    done = [one for one, _ in steps]
    assert done == sorted(done)
    assert done[0] == 0
    assert done[-1] == 451
    assert max(b - a for a, b in pairwise(done)) <= 200

    def stop(one, _):
        if one > 200:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bind(tmp_path, order(pages, result="second.pdf"), stop)
    assert gc.isenabled()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(wanted=st.lists(st.tuples(st.integers(-1, 1), st.integers(0, 3)), min_size=1, max_size=14))
def test_any_choice_of_pages_in_any_order_comes_out_as_ordered(tmp_path, wanted):
    own(tmp_path, 4)
    for letter in "ab":
        source(tmp_path, f"{letter}.pdf", *(words(f"{letter}-{n}") for n in range(4)))
    pages = [Placed(-1, 0), *(Placed(s, p, 0 if s >= 0 else -1) for s, p in wanted)]
    out = bound(tmp_path, pages, sources=("a.pdf", "b.pdf"))
    found = [page.extract_text().strip() for page in pypdf.PdfReader(out).pages]
    names = {-1: "Own page {}", 0: "a-{}", 1: "b-{}"}
    assert found == [names[one.source].format(one.page) for one in pages]
    assert verify(out).pages == len(pages)


def test_actions_forms_and_outlines_of_a_source_stay_behind(tmp_path):
    def change(pdf):
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        pdf.Root.OpenAction = script
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=[String("a"), script]))
        pdf.pages[0].AA = Dictionary(O=script)
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9],
            A=Dictionary(S=Name.URI, URI=String("http://x")),
        )  # fmt: skip
        pdf.pages[0].Annots = Array([pdf.make_indirect(link)])
        pdf.pages[0].Metadata = pdf.make_stream(b"<jane/>", Type=Name.Metadata, Subtype=Name.XML)
        pdf.docinfo["/Author"] = "Nurse Jane"

    own(tmp_path)
    source(tmp_path, "a.pdf", SCENE, change=change)
    out = bound(tmp_path, [Placed(0, 0, 0), Placed(-1, 0)])
    with pikepdf.open(out) as pdf:
        assert not risky(pdf)
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer"}
    assert b"Jane" not in out.read_bytes()
