"""A finished dossier tells nothing but what its pages show: no camera, no place, no computer."""

import getpass
import io
import platform
import re
import string
from contextlib import closing
from dataclasses import replace
from datetime import date

import pikepdf
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from app.case.casefile import CaseFile
from app.dossier.export import Choices, export
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.tray import Tray
from app.progress import Progress

SECRET = b"Hildegard"
"""Stands in every place of the files that no page shows."""


def jpeg():
    exif = Image.Exif()
    exif[0x010F] = exif[0x013B] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (48.0, 8.0, 12.0)
    written = io.BytesIO()
    Image.effect_noise((320, 240), 70).convert("RGB").save(
        written, "JPEG", exif=exif, comment=SECRET, xmp=b"<x:xmpmeta>%s</x:xmpmeta>" % SECRET
    )
    return written.getvalue()


def a_photo(folder):
    path = folder / f"{SECRET.decode()}.jpg"
    path.write_bytes(jpeg())
    return path


def a_png(folder):
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    notes.add_text("Author", SECRET.decode())
    notes.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    Image.effect_noise((200, 300), 70).save(folder / "a.png", pnginfo=notes)
    return folder / "a.png"


def facts(pdf):
    return pdf.make_indirect(
        pdf.make_stream(b"<x>%s</x>" % SECRET, Type=Name.Metadata, Subtype=Name.XML)
    )


def plain_pdf(folder):
    """A file that may be bound as it is, with all that may stand beside its pages."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 400))
    page = pdf.pages[0].obj
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(SECRET.decode())))
    page.Resources = Dictionary(Font=Dictionary(F=font), Properties=Dictionary(L=layer))
    page.Contents = pdf.make_stream(b"/OC /L BDC BT /F 20 Tf 30 300 Td (Iron 12) Tj ET EMC")
    page.Metadata, page.Thumb = facts(pdf), pdf.make_indirect(pdf.make_stream(SECRET))
    page.PieceInfo = Dictionary(App=Dictionary(Private=String(SECRET.decode())))
    page.LastModified = String("D:20261122")
    page.B = Array([String(SECRET.decode())])
    pdf.Root.Metadata = facts(pdf)
    pdf.Root.Lang = String(SECRET.decode())
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(ON=[layer]))
    pdf.docinfo["/Author"] = pdf.docinfo["/Title"] = SECRET.decode()
    pdf.save(folder / "plain.pdf")
    return folder / "plain.pdf"


def busy_pdf(folder):
    """A file that needs a clean copy."""
    pdf = pikepdf.open(plain_pdf(folder))
    page = pdf.pages[0].obj
    image = pdf.make_stream(
        jpeg(), Type=Name.XObject, Subtype=Name.Image, Width=320, Height=240,
        ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
        Metadata=facts(pdf), PieceInfo=Dictionary(App=Dictionary(Private=SECRET.decode())),
    )  # fmt: skip
    inner = pdf.make_stream(
        b"q 100 0 0 80 30 30 cm /Im Do Q", Type=Name.XObject, Subtype=Name.Form,
        BBox=[0, 0, 300, 400], Resources=Dictionary(XObject=Dictionary(Im=image)),
        Metadata=facts(pdf),
    )  # fmt: skip
    page.Resources.XObject = Dictionary(Fm=inner)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Fm Do")
    pdf.attachments[f"{SECRET.decode()}.txt"] = SECRET
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 50, 50], T=SECRET.decode(),
        A=Dictionary(S=Name.URI, URI=f"https://example.org/{SECRET.decode()}"),
    )  # fmt: skip
    page.Annots = Array([pdf.make_indirect(note)])
    pdf.save(folder / "busy.pdf")
    return folder / "busy.pdf"


def photo_pdf(folder):
    """A photo as some telephones put it into a PDF: byte for byte."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 400))
    image = pdf.make_stream(
        jpeg(), Type=Name.XObject, Subtype=Name.Image, Width=320, Height=240,
        ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=Name.DCTDecode,
    )  # fmt: skip
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=image))
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q 300 0 0 400 0 0 cm /Im Do Q")
    pdf.save(folder / "photo.pdf")
    return folder / "photo.pdf"


def everything(path, password=""):
    """Give all bytes of a file: raw, and every stream decoded as far as it can be."""
    yield path.read_bytes()
    with pikepdf.open(path, password=password) as pdf:
        for one in pdf.objects:
            yield one.to_json(dereference=True)
            if isinstance(one, pikepdf.Stream):
                yield one.read_raw_bytes()
                if one.get("/Filter") not in (Name.DCTDecode, Name.JPXDecode):
                    yield one.read_bytes()


@pytest.fixture
def dossier(tmp_path):
    """Make a dossier of one file; it stands under a folder whose name is a secret too."""

    def make(build, **choices):
        folder = tmp_path / SECRET.decode()
        folder.mkdir()
        with closing(CaseFile.create(folder / f"{SECRET.decode()}.casepack")) as case:
            with Tray() as tray:
                found = list(examine([build(folder)], case, tray, Progress(), today=date.today()))
                (record,) = confirm(case, found, tray, Progress()).values()
            with case.change("Name"):
                case.records.save(replace(case.records.get(record), title="Record", source="Lab"))
            target = folder / "dossier.pdf"
            export(case, target, Choices(made=date(2026, 11, 22), **choices), Progress())
        return target

    return make


@pytest.mark.parametrize("build", [a_photo, a_png, plain_pdf, busy_pdf, photo_pdf])
def test_nothing_that_no_page_shows_is_in_a_finished_dossier(dossier, build):
    wanted = [SECRET, SECRET.decode().encode("utf-16-be"), b"Exif\x00", b"GPS", b"xmpmeta"]
    wanted += [re.escape(SECRET.hex().encode()), SECRET.hex().upper().encode()]
    target = dossier(build)
    for data in everything(target):
        assert [one for one in wanted if one in data] == []


@pytest.mark.parametrize("password", ["", "a long password"])
def test_the_facts_about_the_file_are_its_title_the_program_and_the_day(dossier, password):
    target = dossier(plain_pdf, password=password)
    reader = pypdf.PdfReader(target, password=password or None)
    assert dict(reader.metadata) == {
        "/Title": "Second opinion dossier",
        "/Producer": "Casepack",
        "/CreationDate": "D:20261122",
    }
    assert reader.xmp_metadata is None
    root = reader.trailer["/Root"]
    assert not {"/Metadata", "/PieceInfo", "/Names", "/AF", "/OpenAction", "/AA"} & set(root)
    assert not [page for page in reader.pages if {"/Metadata", "/Thumb", "/PieceInfo"} & set(page)]


def test_neither_the_user_nor_the_computer_nor_a_folder_is_named(dossier, tmp_path):
    target = dossier(busy_pdf)
    names = [str(tmp_path), tmp_path.name, "/tmp/", "/home/", "ReportLab", "pikepdf", "PDFium"]
    long = [one for one in (getpass.getuser(), platform.node()) if len(one) > 4]
    names += [one for one in long if one.strip(string.digits)]
    found = {name for data in everything(target) for name in names if name.encode() in data}
    assert found == set()
