"""Small PDFs for the tests of the sealed room, and how a reader sees them."""

import pikepdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name

WORDS = b"BT /F1 20 Tf 40 300 Td (haemoglobin 7.1) Tj ET"


def a_pdf(path, change=lambda pdf: None, *, content=WORDS, pages=1, **saving):
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for _ in range(pages):
        pdf.add_blank_page(page_size=(300, 400))
        page = pdf.pages[-1]
        page.Contents = pdf.make_stream(content)
        page.Resources = Dictionary(Font=Dictionary(F1=font))
    change(pdf)
    pdf.save(path, **saving)
    return path


def ink(path, page=0, box=None):
    """Count the dark pixels of a page as a reader sees it."""
    with pypdfium2.PdfDocument(path) as pdf:
        pdf.init_forms()
        image = pdf[page].render(scale=1, grayscale=True).to_pil()
    if box:
        image = image.crop(box)
    return sum(image.histogram()[:128])


def text(path, page=0):
    return pypdf.PdfReader(path).pages[page].extract_text()


def annotated(kind, **entries):
    def change(pdf):
        one = Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=[20, 20, 120, 80], **entries)
        page = pdf.pages[0]
        page.Annots = Array([*page.get("/Annots", []), pdf.make_indirect(one)])

    return change


def drawn(pdf, code=b"1 0 0 rg 0 0 100 60 re f"):
    return Dictionary(
        N=pdf.make_stream(code, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 100, 60])
    )
