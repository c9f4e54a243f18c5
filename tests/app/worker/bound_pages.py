"""Small orders to the binder for its tests, and what came out."""

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name
from reportlab.pdfgen import canvas

from app.worker.binding import bind
from app.worker.orders import Binding, Placed

PAPER = (600.0, 800.0)


MARGINS = (50.0, 50.0, 50.0, 50.0)


SCENE = (
    b"0.9 0.2 0.2 rg 10 10 60 90 re f 0 0 1 RG 4 w 20 20 m 180 130 l S "
    b"BT 0 g /F1 18 Tf 90 15 Td (potassium 3.9) Tj ET "
)


def no_step(done, total):
    return None


def own(folder, pages=2):
    made = canvas.Canvas(str(folder / "own.pdf"), pagesize=PAPER)
    for number in range(pages):
        made.setFont("Helvetica", 12)
        made.drawString(60, 700, f"Own page {number}")
        made.showPage()
    made.save()


def source(folder, name, *contents, size=(200, 300), change=lambda pdf: None, **saving):
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for content in contents:
        pdf.add_blank_page(page_size=size)
        pdf.pages[-1].Contents = pdf.make_stream(content)
        pdf.pages[-1].Resources = Dictionary(Font=Dictionary(F1=font))
    change(pdf)
    pdf.save(folder / name, **saving)


def turned(page, degrees):
    def change(pdf):
        pdf.pages[page].Rotate = degrees

    return change


def words(text):
    return b"BT /F1 14 Tf 20 100 Td (%s) Tj ET" % text.encode()


def order(pages, sources=("a.pdf",), **given_entries):
    frames = given_entries.pop("frames", (b"",))
    entries = {
        "links": (),
        "bookmarks": (),
        "paper": PAPER,
        "frame_margins": MARGINS,
        "title": "Dossier of M. Ellis",
        "language": "en",
        "result": "out.pdf",
    }
    return Binding("own.pdf", sources, tuple(pages), frames, **(entries | given_entries))


def bound(folder, pages, **entries):
    bind(folder, order(pages, **entries), no_step)
    return folder / "out.pdf"


def picture(path, page=0, scale=1.0):
    with pypdfium2.PdfDocument(path) as pdf:
        return pdf[page].render(scale=scale).to_pil().convert("RGB")


def lies_there(folder, left, top, *, scale=1.0):
    """Whether the only page of a.pdf is found pixel for pixel in the dossier's second page."""
    out = bound(folder, [Placed(-1, 0), Placed(0, 0, 0)])
    before = picture(folder / "a.pdf", scale=scale)
    box = (left, top, left + before.width, top + before.height)
    after = picture(out, 1).crop(box)
    different = sum(
        max(abs(a - b) for a, b in zip(one, other, strict=True)) > 40
        for one, other in zip(before.get_flattened_data(), after.get_flattened_data(), strict=True)
    )
    assert len(set(before.get_flattened_data())) > 3  # there is something to compare
    return different <= before.width * before.height // 500
