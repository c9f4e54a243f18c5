"""A case with papers whose pages can be shown, made without reading them first."""

import hashlib
import zlib

from reportlab.pdfgen.canvas import Canvas

from app.case.documents import Source
from app.model.record import Document, Kind, PageFacts
from app.progress import Progress

SIZE = (400.0, 500.0)


def pdf(path, *pages, size=SIZE):
    """Write a PDF: a page for each list of lines, with a red bar at its left edge."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for lines in pages:
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 0, 20, size[1], stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for number, line in enumerate(lines):
            canvas.setFont("Helvetica", 14)
            canvas.drawString(60, size[1] - 60 - 30 * number, line)
        canvas.showPage()
    canvas.save()
    return path.read_bytes()


def add_record(case, data, title, pages, size=SIZE):
    """Put a record with this PDF into a case and give it."""
    sha256 = hashlib.sha256(data).hexdigest()
    facts = (PageFacts(*size),) * pages
    document = Document(sha256, f"{title}.pdf", "application/pdf", len(data), sha256, facts)
    source = Source(sha256, len(data), lambda: [data])
    case.documents.store(document, ("",) * pages, b"", source, None, Progress())
    with case.change("Add"):
        number = case.records.add(title, document=sha256, kind=Kind.IMAGING)
    return case.records.get(number)


def slow_pdf():
    """Give a small file whose page takes many seconds to draw."""
    content = zlib.compress(b"0 0 400 500 re f " * 1_500_000)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, part) for n, part in enumerate(parts, 1))
    return b"%PDF-1.7\n" + body + b"trailer << /Root 1 0 R /Size 5 >>\n%%EOF"
