"""The papers of the built-in sample case, made as real files."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pikepdf

from app.model.record import Kind
from app.sample.form import draw_form
from app.sample.letter import draw_letter
from app.sample.letterhead import Place, load_typefaces
from app.sample.paper import Paper
from app.sample.picture import draw_fax, draw_photo, draw_scan, draw_sideways
from app.sample.results import draw_results
from app.sample.texts import texts

Sheet = Mapping[str, Any]


def make_papers(folder: Path) -> tuple[Paper, ...]:
    """Write the sample's papers into `folder`, which must exist, and describe them.

    They come in the order in which they are best added: a paper follows the
    one that it repeats or replaces. Two runs write the same bytes, except for
    the locked letter: a lock needs fresh random salts. Raises OSError if the
    folder does not take them.
    """
    draw = _drawing()
    contents: dict[str, bytes] = {}
    papers = []
    for listed in texts("papers")["paper"]:
        key, copied = listed["key"], listed.get("same_as", "")
        contents[key] = contents[copied] if copied else draw(key, listed["drawn"])
        if password := listed.get("password", ""):
            contents[key] = _locked(contents[key], password)
        path = folder / listed["file"]
        path.write_bytes(contents[key])
        papers.append(_paper(listed, path))
    return tuple(papers)


def _paper(listed: Mapping[str, Any], path: Path) -> Paper:
    told = {name: value for name, value in listed.items() if name not in ("file", "drawn")}
    told["kind"] = Kind(told["kind"])
    told["reasons"] = tuple(told.get("reasons", ()))
    return Paper(path=path, **told)


def _drawing() -> Callable[[str, str], bytes]:
    """Give what draws the paper with a key in one of the ways that papers.toml names."""
    load_typefaces()
    letters, sheets = texts("letters"), texts("sheets")
    places = {key: Place(**told) for key, told in texts("places").items()}
    ways: dict[str, Callable[[Sheet], bytes]] = {
        "letter": lambda letter: draw_letter(letter, places[letter["place"]]),
        "results": draw_results,
        "form": draw_form,
        "photo": draw_photo,
        "scan": draw_scan,
        "sideways": draw_sideways,
        "fax": draw_fax,
        "typed": lambda sheet: sheet["text"].lstrip().encode("utf-8"),
    }
    return lambda key, way: ways[way]((letters if way == "letter" else sheets)[key])


def _locked(content: bytes, password: str) -> bytes:
    """Lock a PDF with AES-256 (ISO 32000-2, 7.6.4)."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner=password, user=password, R=6))
    return out.getvalue()
