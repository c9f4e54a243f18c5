"""What in a PDF acts, reaches out, or carries more than its pages show.

Objects are read in their JSON form: libqpdf writes it without decoding any
stream, and the few objects with a telling word in them are looked at closely.
Names of actions, annotations and files are those of ISO 32000-2, 12.6.4,
12.5.6 and 7.11.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pikepdf

_Key = tuple[int, int]  # the number and the generation of an object
_KEPT = 20_000  # objects that libqpdf may hold at a time, a kilobyte each
_REFERENCE = re.compile(rb'"(\d+) (\d+) R"')
_ACTIONS = {
    "/JavaScript": "JavaScript",
    "/Launch": "launch",
    "/URI": "external link",
    "/GoToR": "external link",
    "/GoToE": "external link",
    "/Thread": "external link",
    "/SubmitForm": "form action",
    "/ResetForm": "form action",
    "/ImportData": "form action",
    "/Hide": "action",
    "/Named": "action",
    "/SetOCGState": "action",
    "/Trans": "action",
    "/Movie": "multimedia",
    "/Sound": "multimedia",
    "/Rendition": "multimedia",
    "/RichMediaExecute": "multimedia",
    "/GoTo3DView": "multimedia",
}
_TYPES = {
    "/Filespec": "attachment",
    "/EmbeddedFile": "attachment",
    "/Metadata": "metadata",
    "/Sig": "signature",
    "/DocTimeStamp": "signature",
}
_SUBTYPES = {
    "/FileAttachment": "attachment",
    "/Widget": "form",
    "/Movie": "multimedia",
    "/Sound": "multimedia",
    "/Screen": "multimedia",
    "/RichMedia": "multimedia",
    "/3D": "multimedia",
}
_FIELDS = {"/Btn": "form", "/Tx": "form", "/Ch": "form", "/Sig": "signature"}
_KEYS = ("/AcroForm", "/XFA", "/EF", "/PieceInfo", "/OPI", "/Ref", "/JS", "/Collection")
_TELLING = re.compile(
    rb'"(?:'
    + b"|".join(
        re.escape(word.encode())
        for word in sorted({*_ACTIONS, *_TYPES, *_SUBTYPES, *_FIELDS, *_KEYS, "/OCProperties"})
    )
    # a number behind /F is no file: it is the flags of an annotation, and there are thousands
    + rb')"|"/F": (?!-?\d)'
)
ACTING = frozenset(
    {"JavaScript", "launch", "external link", "external file", "form action", "action"}
    | {"multimedia", "attachment"}
)
"""The names of risks that act, reach out, or carry other files."""

_PLAIN_INFO = {"/Title", "/Producer", "/CreationDate", "/ModDate", "/Creator", "/Trapped"}


def risky(pdf: pikepdf.Pdf) -> Counter[str]:
    """Count what acts, reaches out or hides anywhere in `pdf`, by name.

    Names are such as "JavaScript", "external link", "attachment", "form",
    "hidden layer", "launch", "metadata", "external file". Links inside the
    file, the outline, page labels, a title and a date are not risky.
    """
    return scan(pdf, [pdf.trailer]) + _facts(pdf)


def risky_in(path: Path, password: str) -> Counter[str]:
    """Count the same in a file; it is opened anew so often that memory does not grow with it.

    Raises pikepdf.PdfError when it is no PDF, and PasswordError when the password is wrong.
    """
    found: Counter[str] = Counter()
    waiting: list[_Key] = []
    seen: set[_Key] = set()
    with pikepdf.open(path, password=password, suppress_warnings=True) as pdf:
        found += _facts(pdf)
        _read(pdf, pdf.trailer, waiting, seen, found)
        _read_some(pdf, waiting, seen, found)
    while waiting:
        del pdf
        with pikepdf.open(path, password=password, suppress_warnings=True) as pdf:
            _read_some(pdf, waiting, seen, found)
    return found


def _read_some(pdf: pikepdf.Pdf, waiting: list[_Key], seen: set[_Key], found: Counter[str]) -> None:
    """Read as many objects as may be held at a time: libqpdf keeps all that it has read."""
    for _read_before in range(_KEPT):
        if not waiting:
            return
        _read(pdf, pdf.get_object(waiting.pop()), waiting, seen, found)


def _facts(pdf: pikepdf.Pdf) -> Counter[str]:
    if "/Info" in pdf.trailer and isinstance(pdf.trailer.Info, pikepdf.Dictionary):
        extra = set(pdf.trailer.Info.keys()) - _PLAIN_INFO
        return Counter({"metadata": len(extra)} if extra else {})
    return Counter()


def scan(pdf: pikepdf.Pdf, roots: Iterable[pikepdf.Object]) -> Counter[str]:
    """Count the risks in every object that can be reached from `roots`."""
    found: Counter[str] = Counter()
    waiting: list[_Key] = []
    first = list(roots)
    seen = {root.objgen for root in first if root.is_indirect}
    for root in first:
        _read(pdf, root, waiting, seen, found)
    while waiting:
        _read(pdf, pdf.get_object(waiting.pop()), waiting, seen, found)
    return found


def _read(
    pdf: pikepdf.Pdf,
    value: pikepdf.Object,
    waiting: list[_Key],
    seen: set[_Key],
    found: Counter[str],
) -> None:
    """Count the risks of one object, and put what it refers to on the list."""
    text = value.to_json(dereference=True)
    if _TELLING.search(text):
        node = json.loads(text)
        if isinstance(value, pikepdf.Stream) and "/F" in node:
            found["external file"] += 1
        _look(pdf, node, found)
    for number, generation in _REFERENCE.findall(text):
        key = (int(number), int(generation))
        if key not in seen:
            seen.add(key)
            waiting.append(key)


def _look(pdf: pikepdf.Pdf, top: Any, found: Counter[str]) -> None:  # noqa: ANN401
    """Name the risks of one object, down to its references."""
    waiting = [top]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            found.update(_named(pdf, value))
            waiting.extend(value.values())


def _named(pdf: pikepdf.Pdf, node: dict[str, Any]) -> list[str]:
    found = [
        names[value]
        for key, names in (
            ("/S", _ACTIONS),
            ("/Type", _TYPES),
            ("/Subtype", _SUBTYPES),
            ("/FT", _FIELDS),
        )
        if isinstance(value := node.get(key), str) and value in names
    ]
    # a font or picture may bear any of these names, so what stands behind it counts too
    if "/JS" in node and "/S" not in node and not _has(pdf, node["/JS"], "/Type", "/Subtype"):
        found.append("JavaScript")
    if "/EF" in node and _has(pdf, node["/EF"], "/F", "/UF", "/DOS", "/Mac", "/Unix"):
        found.append("attachment")
    if "/Ref" in node and _has(pdf, node["/Ref"], "/F"):
        found.append("external file")
    if "/OPI" in node and _has(pdf, node["/OPI"], "/1.3", "/2.0"):
        found.append("external file")
    if "/PieceInfo" in node and "/Font" not in (node.get("/Type"), node.get("/Subtype")):
        found.append("private data")
    if "/Pages" in node or "/Fields" in node:
        found += _named_in_root(pdf, node)
    return found


def _named_in_root(pdf: pikepdf.Pdf, node: dict[str, Any]) -> list[str]:
    found = []
    if "/AcroForm" in node or "/XFA" in node:
        found.append("form")
    if "/Collection" in node:
        found.append("attachment")
    if "/OCProperties" in node and hidden_groups(pdf):
        found.append("hidden layer")
    return found


def _has(pdf: pikepdf.Pdf, value: Any, *keys: str) -> bool:  # noqa: ANN401
    """Whether a value, given or referred to, is a dictionary with one of the keys."""
    if isinstance(value, str) and (match := _REFERENCE.fullmatch(f'"{value}"'.encode())):
        value = json.loads(pdf.get_object((int(match[1]), int(match[2]))).to_json(dereference=True))
    return isinstance(value, dict) and any(key in value for key in keys)


def hidden_groups(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Give the optional content groups that are off when the file is opened.

    Follows ISO 32000-2, 8.11.4.3: the base state, then the lists of the
    default configuration, then what "usage" says for viewing.
    """
    properties = pdf.Root.get("/OCProperties")
    if not isinstance(properties, pikepdf.Dictionary):
        return set()
    default = properties.get("/D")
    if not isinstance(default, pikepdf.Dictionary):
        default = pikepdf.Dictionary()
    every = _groups(properties.get("/OCGs"))
    off = set(_groups(default.get("/OFF")))
    if default.get("/BaseState") == pikepdf.Name.OFF:
        off |= set(every) - set(_groups(default.get("/ON")))
    if "/AS" in default:
        off |= {key for key, group in every.items() if _off_by_usage(group)}
    return off


def _groups(value: object) -> dict[tuple[int, int], pikepdf.Object]:
    if not isinstance(value, pikepdf.Array):
        return {}
    return {
        one.objgen: one for one in value if isinstance(one, pikepdf.Dictionary) and one.is_indirect
    }


def _off_by_usage(group: pikepdf.Object) -> bool:
    usage = group.get("/Usage")
    view = usage.get("/View") if isinstance(usage, pikepdf.Dictionary) else None
    return isinstance(view, pikepdf.Dictionary) and view.get("/ViewState") == pikepdf.Name.OFF
