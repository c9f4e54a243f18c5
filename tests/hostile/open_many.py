"""Run as a program: say how many pages each reader finds in the PDFs named on the command line.

One line of JSON per file, written as soon as it is known, so that a reader
that hangs or dies still leaves a trace of the file it died of.
"""

import contextlib
import json
import sys
from collections.abc import Callable

import pikepdf
import pypdf
import pypdfium2


def by_pdfium(path: str, password: str) -> int:
    pdf = pypdfium2.PdfDocument(path, password=password or None)
    try:
        return len(pdf)
    finally:
        pdf.close()


def by_pikepdf(path: str, password: str) -> int:
    with pikepdf.open(path, password=password) as pdf:
        return len(pdf.pages)


def by_pypdf(path: str, password: str) -> int:
    return len(pypdf.PdfReader(path, password=password).pages)


READERS: tuple[Callable[[str, str], int], ...] = (by_pdfium, by_pikepdf, by_pypdf)


def say(**answer: object) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main(pairs: list[str]) -> None:
    for path, password in zip(pairs[::2], pairs[1::2], strict=True):
        say(opening=path)
        counts: list[int | None] = []
        for read in READERS:
            count = None
            with contextlib.suppress(Exception):  # a refusal is an answer here
                count = read(path, password)
            counts.append(count)
        say(path=path, counts=counts)


if __name__ == "__main__":
    main(sys.argv[1:])
