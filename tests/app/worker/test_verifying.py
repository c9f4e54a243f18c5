"""The second readers notice what is wrong with a finished PDF, and say it plainly."""

import gc
import re

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from app.worker.orders import Reader
from app.worker.verifying import verify


def a_pdf(path, change=lambda pdf: None, *, pages=3, **saving):
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(300, 400))
        pdf.pages[-1].Contents = pdf.make_stream(b"0 g 20 20 100 100 re f")
    change(pdf)
    pdf.save(path, **saving)
    return path


def link(**entries):
    def change(pdf):
        one = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[1, 1, 9, 9], F=4)
        for key, value in entries.items():
            one["/" + key] = value(pdf)
        pdf.pages[0].Annots = Array([pdf.make_indirect(one)])

    return change


def to_page(index):
    return lambda pdf: Array([pdf.pages[index].obj, Name.Fit])


def to_a_page_that_was_taken_out(pdf):
    gone = pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=[0, 0, 9, 9]))
    return Array([gone, Name.Fit])


def named(pdf):
    pdf.Root.Names = Dictionary(
        Dests=Dictionary(Kids=[Dictionary(Names=[String("here"), to_page(2)(pdf)])])
    )
    return String("here")


def old_named(pdf):
    pdf.Root.Dests = Dictionary(here=Dictionary(D=to_page(1)(pdf)))
    return Name.here


def act(kind, **entries):
    return Dictionary(Type=Name.Action, S=Name(kind), **entries)


@pytest.mark.parametrize(
    "change",
    [
        link(Dest=to_page(2)),
        link(A=lambda pdf: act("/GoTo", D=to_page(1)(pdf))),
        link(Dest=named),
        link(Dest=old_named),
        link(Dest=lambda pdf: Array([0, Name.XYZ, None, 10, 0])),
    ],
)
def test_a_whole_and_quiet_file_passes(tmp_path, change):
    verdict = verify(a_pdf(tmp_path / "a.pdf", change))

    assert verdict.ok
    assert (verdict.pages, verdict.links, verdict.bookmarks) == (3, 1, 0)
    assert verdict.risky == verdict.sentences == ()


@pytest.mark.parametrize("saving", [{}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}])
def test_bookmarks_are_followed_at_every_level(tmp_path, saving):
    def change(pdf):
        with pdf.open_outline() as outline:
            top = OutlineItem("Letters", 0)
            top.children += [OutlineItem("Doc 1", 1), OutlineItem("Doc 2", 2)]
            outline.root.append(top)

    verdict = verify(a_pdf(tmp_path / "a.pdf", change, **saving))

    assert verdict.ok
    assert verdict.bookmarks == 3


@pytest.mark.parametrize(
    "change",
    [
        link(Dest=to_a_page_that_was_taken_out),
        link(Dest=lambda pdf: String("nowhere")),
        link(Dest=lambda pdf: Array([7, Name.Fit])),
        link(Dest=lambda pdf: Array()),
        link(A=lambda pdf: act("/GoTo")),
    ],
)
def test_a_link_that_leads_nowhere_is_noticed(tmp_path, change):
    verdict = verify(a_pdf(tmp_path / "a.pdf", change))

    assert not verdict.ok
    assert verdict.links == 1
    assert verdict.sentences == ("1 link in “a.pdf” leads to no page.",)


def test_a_bookmark_that_leads_nowhere_is_noticed(tmp_path):
    def change(pdf):
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("good", 1))
            outline.root.append(OutlineItem("bad", to_a_page_that_was_taken_out(pdf)))

    verdict = verify(a_pdf(tmp_path / "a.pdf", change))

    assert not verdict.ok
    assert verdict.bookmarks == 2
    assert verdict.sentences == ("1 bookmark in “a.pdf” leads to no page.",)


def test_an_outline_that_bites_its_tail_ends(tmp_path):
    def change(pdf):
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("one", 1))
        first = pdf.Root.Outlines.First
        first.Next = first

    assert verify(a_pdf(tmp_path / "a.pdf", change)).bookmarks == 1


def with_form(pdf):
    field = Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), Rect=[0, 0, 9, 9]
    )
    field = pdf.make_indirect(field)
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=[field])


def with_file(pdf):
    file = pdf.make_stream(b"x", Type=Name.EmbeddedFile)
    one = Dictionary(Type=Name.Filespec, F=String("a.exe"), EF=Dictionary(F=file))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=[String("a"), one]))


def with_hidden_layer(pdf):
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
    pdf.Root.OCProperties = Dictionary(OCGs=[group], D=Dictionary(OFF=[group]))


def with_author(pdf):
    pdf.docinfo["/Author"] = "Nurse Jane"


def with_outside_stream(pdf):
    pdf.pages[2].Contents.F = String("/etc/passwd")


def with_sound(pdf):
    link(A=lambda pdf: act("/Sound"))(pdf)


def with_script_behind_another_action(pdf):
    script = act("/JavaScript", JS=String("1"))
    link(A=lambda pdf: act("/GoTo", D=to_page(0)(pdf), Next=Array([script])))(pdf)


@pytest.mark.parametrize(
    ("change", "risk"),
    [
        (link(A=lambda pdf: act("/URI", URI=String("http://x"))), "external link"),
        (link(A=lambda pdf: act("/Launch", F=String("cmd.exe"))), "launch"),
        (link(A=lambda pdf: act("/GoToR", F=String("b.pdf"))), "external link"),
        (with_script_behind_another_action, "JavaScript"),
        (with_form, "form"),
        (with_file, "attachment"),
        (with_hidden_layer, "hidden layer"),
        (with_author, "metadata"),
        (with_outside_stream, "external file"),
        (with_sound, "multimedia"),
    ],
)
@pytest.mark.parametrize("streams", ["disable", "generate"])
def test_what_acts_or_reaches_out_is_named(tmp_path, change, risk, streams):
    mode = pikepdf.ObjectStreamMode[streams]
    verdict = verify(a_pdf(tmp_path / "a.pdf", change, object_stream_mode=mode))

    assert not verdict.ok
    assert risk in verdict.risky
    assert f"“{risk}”" in verdict.sentences[-1]


def test_layers_that_all_show_are_no_risk(tmp_path):
    def change(pdf):
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("x")))
        pdf.Root.OCProperties = Dictionary(OCGs=[group], D=Dictionary(ON=[group]))

    assert verify(a_pdf(tmp_path / "a.pdf", change)).ok


@pytest.mark.parametrize("labels", [Dictionary(), Dictionary(Nums=[]), Array()])
def test_page_numbers_that_cannot_be_read_are_noticed(tmp_path, labels):
    def change(pdf):
        pdf.Root.PageLabels = labels

    verdict = verify(a_pdf(tmp_path / "a.pdf", change))

    assert verdict.sentences == ("The page numbers of “a.pdf” cannot be read.",)


def test_a_blank_first_page_is_noticed(tmp_path):
    def change(pdf):
        del pdf.pages[0].obj["/Contents"]

    verdict = verify(a_pdf(tmp_path / "a.pdf", change))

    assert not verdict.ok
    assert verdict.sentences == ("The first page of “a.pdf” is blank.",)


@pytest.mark.parametrize("change", ["a page that is not counted", "a page that is not there"])
def test_readers_that_find_different_pages_are_noticed(tmp_path, change):
    path = a_pdf(tmp_path / "a.pdf", object_stream_mode=pikepdf.ObjectStreamMode.disable)
    raw = path.read_bytes()
    if change == "a page that is not counted":
        changed = raw.replace(b"/Count 3", b"/Count 2")
    else:
        changed = re.sub(rb"/Kids \[ (\d+ 0 R) \d+ 0 R", rb"/Kids [ \1 null ", raw)
    assert changed != raw
    path.write_bytes(changed)

    verdict = verify(path)

    assert not verdict.ok
    assert verdict.sentences[0] in (
        "Two readers do not find the same pages in “a.pdf”: 3 and 2.",
        "A second reader cannot open “a.pdf”.",
    )


@pytest.mark.parametrize("raw", [b"", b"hello", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_pdf_is_said_to_be_none(tmp_path, raw):
    (tmp_path / "a.pdf").write_bytes(raw)

    verdict = verify(tmp_path / "a.pdf")

    assert not verdict.ok
    assert verdict.pages == 0
    assert verdict.sentences == ("“a.pdf” is not a PDF that can be read.",)


def test_a_locked_file_is_read_only_with_its_password(tmp_path):
    lock = pikepdf.Encryption(user="secret", owner="secret", R=6)
    path = a_pdf(tmp_path / "a.pdf", link(Dest=to_page(2)), encryption=lock)

    assert verify(path).sentences == ("“a.pdf” asks for a password.",)
    assert not verify(path, "wrong").ok
    assert verify(path, "secret").ok
    assert gc.isenabled()


def test_each_reader_alone_says_what_it_looks_at(tmp_path):
    script = link(A=lambda pdf: act("/JavaScript", JS=String("1")))
    risky, whole = (
        a_pdf(tmp_path / "a.pdf", script),
        a_pdf(tmp_path / "b.pdf", link(Dest=to_page(2))),
    )

    assert verify(risky, reader=Reader.PAGES).risky == ("JavaScript",)
    assert verify(risky, reader=Reader.LINKS).risky == ()
    followed, seen = (verify(whole, reader=one) for one in (Reader.LINKS, Reader.PAGES))
    assert (followed.ok, followed.pages, followed.links) == (True, 3, 1)
    assert (seen.ok, seen.pages, seen.links) == (True, 3, 0)


def test_the_reader_of_links_alone_says_that_it_cannot_open_a_file(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"hello")

    verdict = verify(tmp_path / "a.pdf", reader=Reader.LINKS)

    assert (verdict.ok, verdict.pages) == (False, 0)
    assert verdict.sentences == ("A second reader cannot open “a.pdf”.",)


def with_links_to(targets):
    """Give each page a link that is spelt like all others but for its target."""

    def change(pdf):
        places = [pdf.make_indirect(Array([pdf.pages[0].obj, Name.Fit])) for _ in set(targets)]
        gone = pdf.make_indirect(Dictionary(Type=Name.Page, MediaBox=[0, 0, 9, 9]))
        places[-1][0] = gone
        rectangle = pdf.make_indirect(Array([1, 1, 9, 9]))
        for number, (page, target) in enumerate(zip(pdf.pages, targets, strict=True)):
            one = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rectangle, F=4)
            one.Dest, one.StructParent = places[target], number
            page.obj.Annots = Array([pdf.make_indirect(one)])

    return change


def test_among_links_that_are_spelt_alike_the_one_that_leads_nowhere_is_found(tmp_path):
    targets = [0] * 40
    targets[23] = 1

    verdict = verify(a_pdf(tmp_path / "a.pdf", with_links_to(targets), pages=40))

    assert verdict.links == 40
    assert verdict.sentences == ("1 link in “a.pdf” leads to no page.",)


def test_links_whose_words_hold_an_end_of_an_object_are_not_taken_for_alike(tmp_path):
    def change(pdf):
        for index, page in enumerate(pdf.pages):
            one = Dictionary(Contents=String("endobj"), Subtype=Name.Link, Rect=[1, 1, 9, 9])
            one["/Dest"] = to_page(0)(pdf) if index else Array([99, Name.Fit])
            page.obj.Annots = Array([pdf.make_indirect(one)])

    verdict = verify(a_pdf(tmp_path / "a.pdf", change, pages=4))

    assert (verdict.links, verdict.ok) == (4, False)
    assert verdict.sentences == ("1 link in “a.pdf” leads to no page.",)


def test_a_file_whose_table_of_objects_is_off_is_still_followed(tmp_path):
    path = a_pdf(tmp_path / "a.pdf", link(Dest=to_page(2)))
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"%PDF-", b"\n%PDF-", 1))  # every place is one too small

    verdict = verify(path, reader=Reader.LINKS)

    assert (verdict.pages, verdict.links) == (3, 1)
    assert verdict.ok


def test_a_stream_whose_bytes_lie_elsewhere_is_noticed_though_a_number_is_none(tmp_path):
    def change(pdf):
        pdf.pages[0].Contents["/F"] = String("elsewhere.txt")
        pdf.pages[1].obj.Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, F=4))])

    verdict = verify(a_pdf(tmp_path / "a.pdf", change), reader=Reader.PAGES)

    assert verdict.risky == ("external file",)
