"""The papers that the people of these tests have at home: made up, and made anew for each test."""

from pathlib import Path

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595, 842  # points of an A4 page


def letter(path: Path, *pages: str) -> Path:
    """Write a PDF with a page for each text; lines of a text are lines of its page."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1)
    for text in pages:
        canvas.setFont("Helvetica", 12)
        for number, line in enumerate(text.strip().splitlines()):
            canvas.drawString(60, HEIGHT - 80 - 18 * number, line.strip())
        canvas.showPage()
    canvas.save()
    return path


def photo(path: Path, shade: int) -> Path:
    """Write the photo of a paper, without words that a program could read."""
    picture = Image.effect_noise((600, 800), 40).point(lambda grey: (grey + shade) % 256)
    picture.convert("RGB").save(path, quality=80)
    return path


def many_pages(path: Path, count: int, *, of: str, repeats: int = 0) -> Path:
    """Write a long print: `count` pages, and then its first `repeats` pages once more."""
    pages = [f"{of}\nPage {number} of the print\nNote {number}" for number in range(1, count + 1)]
    return letter(path, *pages, *pages[:repeats])
