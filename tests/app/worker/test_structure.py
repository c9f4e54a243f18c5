"""What the binder writes for screen readers, read back with a library that did not write it."""

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from app.worker.orders import Element, Link, Placed
from tests.app.worker.bound_pages import SCENE, bound, own, source, words
from tests.app.worker.read_tree import PAINTING, Tree, check, marked

LINKS = (
    Link(0, (10, 20, 110, 40), 1, 700, "Go to dossier page 2"),
    Link(1, (10, 20, 110, 40), 0, None, "Go to dossier page 1"),
)
ELEMENTS = (
    Element(1, "Sect", words="Cover"),
    Element(2, "H1", 0, 0),
    Element(2, "P", 0, 1),
    Element(3, "Link", 0, 2, 0),
    Element(3, "", 0, 3),
    Element(3, "", 1, 1),
    Element(2, "Table"),
    Element(3, "TR"),
    Element(4, "TH", 1, 2, scope="Column", span=2),
    Element(3, "TR"),
    Element(4, "TD"),
    Element(4, "TD", 1, 3),
    Element(1, "Sect", words="Doc 1 · Größe"),
    Element(2, "Figure", 1, 0, words="Page 1 of 1 of Größe. A picture; no text."),
    Element(2, "Link", 1, link=1),
)
KINDS = ("H1", "P", "Link", "P")


def said(number, kind, what):
    return b"/%s <</MCID %d>> BDC BT /F1 9 Tf 40 700 Td (%s) Tj ET EMC " % (kind, number, what)


def cover(pdf):
    """Draw four marked pieces on our own page."""
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    pdf.pages[0].Resources = Dictionary(Font=Dictionary(F1=font))
    pieces = (said(n, kind.encode(), b"own%d" % n) for n, kind in enumerate(KINDS))
    pdf.pages[0].Contents = pdf.make_stream(b"".join(pieces))


FRAME = said(1, b"P", b"goes on ") + said(2, b"TH", b"head") + said(3, b"TD", b"cell")


@pytest.fixture
def folder(tmp_path):
    own(tmp_path, 1)
    with pikepdf.open(tmp_path / "own.pdf", allow_overwriting_input=True) as pdf:
        cover(pdf)
        pdf.save()
    source(tmp_path, "a.pdf", SCENE)
    return tmp_path


def made(folder, elements=ELEMENTS, **entries):
    pages = [Placed(-1, 0), Placed(0, 0, 0)]
    entries = {"links": LINKS, "frames": (FRAME,), "elements": elements} | entries
    return bound(folder, pages, **entries)


def shape(node):
    return (node.kind, [shape(kid) for kid in node.kids]) if node.kids else node.kind


def test_the_tree_is_the_one_that_was_ordered(folder):
    tree = Tree(made(folder))
    assert shape(tree.document) == (
        "Document",
        [
            ("Sect", ["H1", ("P", ["Link"]), ("Table", [("TR", ["TH"]), ("TR", ["TD", "TD"])])]),
            ("Sect", ["Figure", "Link"]),
        ],
    )
    check(tree)


def test_a_paragraph_goes_on_after_its_link_and_on_the_next_page(folder):
    tree = Tree(made(folder))
    (paragraph,) = tree.document.all("P")
    kinds = [type(kid.get_object()).__name__ for kid in paragraph.entry["/K"]]
    assert kinds == ["NumberObject", "DictionaryObject", "NumberObject", "DictionaryObject"]
    assert paragraph.marks == [(0, 1), (0, 3), (1, 1)]
    assert tree.spoken(paragraph) == "own1own3goes on own2"


def test_cells_say_what_they_head_and_how_far_they_reach(folder):
    (head,) = Tree(made(folder)).document.all("TH")
    facts = {key: str(value) for key, value in head.attributes.items()}
    assert facts == {"/O": "/Table", "/Scope": "/Column", "/ColSpan": "2"}


def test_the_page_of_a_record_is_one_piece_with_its_words_and_its_place(folder):
    tree = Tree(made(folder))
    (picture,) = tree.document.all("Figure")
    assert picture.entry["/Alt"] == "Page 1 of 1 of Größe. A picture; no text."
    assert [float(edge) for edge in picture.attributes["/BBox"]] == [200, 450, 400, 750]
    assert tree.contents[1][0].kind == "Figure"
    assert tree.document.all("Sect")[1].entry["/T"] == "Doc 1 · Größe"


def test_the_edge_and_the_frame_are_no_part_of_the_record(folder):
    path = made(folder)
    reader = Tree(path).reader
    around, drawn = [], {}
    for operands, operator in _operations(reader.pages[1], reader):
        if operator in (b"BDC", b"BMC"):
            around.append(operands)
        elif operator == b"EMC":
            around.pop()
        elif operator in PAINTING:
            drawn[operator] = around[-1]
    assert drawn[b"S"] == ["/Artifact"]
    assert drawn[b"Do"][0] == "/Figure"
    assert set(marked(reader.pages[1], reader)) == {0, 1, 2, 3}


def _operations(page, reader):
    from pypdf.generic import ContentStream

    return ContentStream(page["/Contents"].get_object(), reader).operations


def test_an_empty_page_of_a_record_keeps_its_element(folder):
    source(folder, "a.pdf", b"")
    with pikepdf.open(folder / "a.pdf", allow_overwriting_input=True) as pdf:
        del pdf.pages[0].Contents
        pdf.save()
    check(Tree(made(folder)))


def test_the_places_of_a_record_in_its_own_tree_are_forgotten(folder):
    def tagged(pdf):
        page = pdf.pages[0]
        page.StructParents = 0
        inner = pdf.make_stream(b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC")
        inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, [0, 0, 9, 9]
        inner.StructParents = 1
        outer = pdf.make_stream(b"/In Do")
        outer.Type, outer.Subtype, outer.BBox = Name.XObject, Name.Form, [0, 0, 9, 9]
        outer.StructParent = 2
        outer.Resources = Dictionary(XObject=Dictionary(In=inner, Out=outer))
        page.Resources = Dictionary(XObject=Dictionary(Out=outer))
        page.Contents = pdf.make_stream(b"/Out Do", StructParents=3)
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    source(folder, "a.pdf", SCENE, change=tagged)
    with pikepdf.open(made(folder)) as pdf:
        forms = [
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Form
        ]
        assert len(forms) == 3
        assert not any("/StructParents" in one or "/StructParent" in one for one in forms)


def test_without_elements_there_is_no_tree(folder):
    with pikepdf.open(made(folder, elements=())) as pdf:
        assert "/StructTreeRoot" not in pdf.Root
        assert "/MarkInfo" not in pdf.Root
        assert "/Tabs" not in pdf.pages[0]
        assert b"BMC" not in pdf.pages[1].Contents.read_bytes()


def test_a_large_tree_finds_its_way_back(folder):
    lines = b"".join(said(number, b"P", b"x") for number in range(1, 1200))
    elements = (
        *(Element(1, kind, 0, number) for number, kind in enumerate(KINDS)),
        Element(1, "P", 1, 0),
        *(Element(1, "P", 1, number) for number in range(1, 1200)),
    )
    links = tuple(Link(1, (1, 1, 9, 9), 0, None, "Go to dossier page 1") for _ in range(1200))
    elements += tuple(Element(1, "Link", 1, link=index) for index in range(1200))
    tree = Tree(made(folder, elements, frames=(lines,), links=links))
    assert isinstance(tree.root["/ParentTree"]["/Kids"], list)
    assert len(tree.root["/ParentTree"]["/Kids"]) == 3
    check(tree)


@pytest.mark.parametrize(
    "elements",
    [
        (Element(2, "P", 0, 0),),
        (Element(1, "P", 0, 0), Element(3, "P", 0, 1)),
        (Element(1, "P", 0, 0), Element(1, "P", 0, 0)),
        (Element(1, "Link", 0, link=0), Element(1, "Link", 0, link=0)),
        (Element(1, "P", 2, 0),),
        (Element(1, "Link", 0, link=2),),
    ],
)
def test_an_order_that_contradicts_itself_is_refused(folder, elements):
    with pytest.raises(ValueError, match="element"):
        made(folder, elements)


def test_a_locked_dossier_has_its_tree_too(folder):
    path = made(folder, password="long words")
    with pikepdf.open(path, password="long words") as pdf:
        pdf.save(folder / "open.pdf")
    check(Tree(folder / "open.pdf"))


def test_one_stream_behind_two_pages_belongs_to_two_elements(folder):
    source(folder, "a.pdf", words("same"), words("other"))
    elements = (
        *(Element(1, kind, 0, number) for number, kind in enumerate(KINDS)),
        Element(1, "P", 1, 0),
        Element(1, "P", 2, 0),
    )
    pages = [Placed(-1, 0), Placed(0, 0, 0), Placed(0, 0, 0)]
    tree = Tree(bound(folder, pages, elements=elements))
    check(tree)
    assert tree.document.kids[-1].marks == [(2, 0)]
