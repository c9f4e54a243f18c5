"""What others would do with the same files, each as a process that can be timed.

`peers.py copy TARGET FILE...`, `pypdf TARGET FILE...`, `job TARGET FILE...`,
`pdftotext TARGET FILE...`, `pages FILE [PASSWORD]`.
"""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def copy(target: str, *files: str) -> None:
    """Write the bytes of all files behind each other, down to the disk: what nothing beats."""
    with Path(target).open("wb") as out:
        for file in files:
            with Path(file).open("rb") as source:
                shutil.copyfileobj(source, out, 1 << 20)
        out.flush()
        os.fsync(out.fileno())


def pypdf(target: str, *files: str) -> None:
    """Append the files and merge a footer into every page: the recipe most people find."""
    from pypdf import PdfReader, PdfWriter
    from reportlab.pdfgen.canvas import Canvas

    writer = PdfWriter()
    for file in files:
        writer.append(PdfReader(file), import_outline=False)
    stamps = io.BytesIO()
    canvas = Canvas(stamps)
    for number in range(len(writer.pages)):
        canvas.drawString(60, 30, f"Page {number + 1} of {len(writer.pages)}")
        canvas.showPage()
    canvas.save()
    for page, stamp in zip(writer.pages, PdfReader(stamps).pages, strict=True):
        page.merge_page(stamp)
    writer.write(target)


def job(target: str, *files: str) -> None:
    """Merge the files with libqpdf, as pikepdf offers it."""
    import pikepdf

    start = ["pikepdf", "--empty", "--no-warn", "--warning-exit-0", "--keep-files-open=n"]
    merging = pikepdf.Job([*start, "--pages", *files, "--", target])
    merging.run()


def pdftotext(target: str, *files: str) -> None:
    """Take the text of every file, one after the other."""
    for file in files:
        subprocess.run(["pdftotext", file, target], check=True)


def pages(file: str, password: str = "") -> None:
    """Print how many pages PDFium finds."""
    import pypdfium2

    with pypdfium2.PdfDocument(file, password=password or None) as pdf:
        print(len(pdf))


WORK: dict[str, Callable[..., None]] = {
    "copy": copy,
    "pypdf": pypdf,
    "job": job,
    "pdftotext": pdftotext,
    "pages": pages,
}

if __name__ == "__main__":
    WORK[sys.argv[1]](*sys.argv[2:])
