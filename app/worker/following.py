"""Follows with pypdf every link and bookmark of a PDF, and counts its pages."""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pypdf
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

_KEPT = 500  # pages whose objects pypdf may keep at a time
_BUFFER = 1024  # bytes; an object has some hundred
_HEADER = 32  # bytes; the longest beginning of an object
_LONGEST_LINK = 512  # bytes; a longer one is parsed
_STRINGS = re.compile(rb"[(%]|(?<!<)<(?!<)")  # in there, what looks like an end may be none
_PLACE_IN_TREE = re.compile(rb"/StructParent \d+")
_FREE = 65_535  # the generation of what is not used
_MOST_NODES = 1_000_000  # of an outline or a name tree; more is a loop or an attack


@dataclass(frozen=True, slots=True)
class Walked:
    """What pypdf found: pages, links and bookmarks, and how many of those lead nowhere.

    `labels` is false where there are page labels that cannot be read.
    """

    pages: int
    links: int = 0
    dead_links: int = 0
    bookmarks: int = 0
    dead_bookmarks: int = 0
    labels: bool = True


def walk(path: Path, password: str) -> Walked | None:
    """Follow links and bookmarks; None when pypdf cannot read the file."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    # an open file, because pypdf reads the whole of a path into memory
    with path.open("rb", buffering=_BUFFER) as file:
        return _walk_strictly(file, password) or _walk_patiently(file, password)


def _walk_strictly(file: BinaryIO, password: str) -> Walked | None:
    """Read a file whose every object stands where its table says; None for any other.

    pypdf does not mend anything then, and does not look for what is to be mended.
    """
    try:
        reader = pypdf.PdfReader(file, strict=True, password=password or None)
        places = {generation: dict(found) for generation, found in reader.xref.items()}
        if not _stand_there(file, places):
            return None
        walked = _walk_reader(reader)
        return walked if reader.xref == places else None  # else it has mended something
    except Exception:  # pypdf lets out almost any kind over a foreign file
        return None


def _walk_patiently(file: BinaryIO, password: str) -> Walked | None:
    try:
        return _walk_reader(pypdf.PdfReader(file, password=password or None))
    except Exception:  # the verdict tells it
        return None


def _stand_there(file: BinaryIO, places: Mapping[int, Mapping[int, int]]) -> bool:
    """Whether each object begins with its own number where it is said to be."""
    for generation, found in places.items():
        if generation == _FREE:
            continue
        for number, place in found.items():
            file.seek(place)
            if not file.read(_HEADER).startswith(b"%d %d obj" % (number, generation)):
                return False
    return True


def _walk_reader(reader: pypdf.PdfReader) -> Walked:
    known: set[int] = set()
    waiting: list[PdfObject | None] = []
    alike = _Alike(reader)
    for number, page in _pages(reader):
        known.add(number)
        if "/Annots" in page:
            waiting += _link_targets(page, alike)
        if len(known) % _KEPT == 0:
            reader.resolved_objects.clear()  # else every object of the file stays in memory
    resolver = _Targets(reader, known)
    links = [resolver.leads(target) for target in waiting]
    marks = [resolver.leads(target) for target in _outline_targets(reader)]
    return Walked(
        pages=len(known),
        links=len(links),
        dead_links=links.count(False),
        bookmarks=len(marks),
        dead_bookmarks=marks.count(False),
        labels=_labels_read(reader),
    )


def _pages(reader: pypdf.PdfReader) -> Iterator[tuple[int, DictionaryObject]]:
    """Give each page with its object number; an entry of the tree that is no page is skipped."""
    waiting = [reader.root_object.raw_get("/Pages")]
    seen: set[int] = set()
    while waiting:
        reference = waiting.pop()
        node = _resolved(reference)
        if not isinstance(node, DictionaryObject):
            continue
        number = reference.idnum if isinstance(reference, IndirectObject) else -len(seen) - 1
        if number in seen:
            continue
        seen.add(number)
        kids = _part(node, "/Kids")
        if isinstance(kids, ArrayObject):
            waiting.extend(reversed(kids))
        elif node.get("/Type") != "/Pages":
            yield number, node


def _resolved(value: PdfObject | None) -> PdfObject | None:
    found = value.get_object() if value is not None else None
    return None if isinstance(found, NullObject) else found


def _part(node: DictionaryObject, key: str) -> PdfObject | None:
    return _resolved(node.raw_get(key)) if key in node else None


def _target(node: DictionaryObject) -> tuple[bool, PdfObject | None]:
    """Say whether a link or bookmark leads inside the file, and where."""
    if "/Dest" in node:
        return True, _part(node, "/Dest")
    action = _part(node, "/A")
    if isinstance(action, DictionaryObject) and action.get("/S") == "/GoTo":
        return True, _part(action, "/D")
    return False, None


def _link_targets(page: DictionaryObject, alike: "_Alike") -> Iterator[PdfObject | None]:
    annotations = _part(page, "/Annots")
    for one in annotations if isinstance(annotations, ArrayObject) else ():
        yield from alike.targets(one)


class _Alike:
    """Gives the target of each link; of those that are spelt alike only the first is parsed.

    Thousands of pages have the same link in their footer. Only the number of
    the object and its place in the structure tree differ, and what has
    strings of its own is never taken for alike.
    """

    def __init__(self, reader: pypdf.PdfReader) -> None:
        self._reader = reader
        self._known: dict[bytes, tuple[PdfObject | None, ...]] = {}

    def targets(self, reference: PdfObject) -> tuple[PdfObject | None, ...]:
        """Give where an annotation leads: nothing unless it is a link inside the file."""
        spelt = self._spelt(reference)
        if spelt in self._known:
            return self._known[spelt]
        annotation, found = _resolved(reference), tuple[PdfObject | None, ...]()
        if isinstance(annotation, DictionaryObject) and annotation.get("/Subtype") == "/Link":
            inside, target = _target(annotation)
            found = (target,) if inside else ()
        if spelt:
            self._known[spelt] = found
        return found

    def _spelt(self, reference: PdfObject) -> bytes:
        """Give the bytes of an object as they are in the file, but for its numbers; else b""."""
        if not isinstance(reference, IndirectObject):
            return b""
        place = self._reader.xref.get(reference.generation, {}).get(reference.idnum)
        if place is None:
            return b""
        self._reader.stream.seek(place)
        raw = self._reader.stream.read(_LONGEST_LINK)
        start, end = b"%d %d obj" % (reference.idnum, reference.generation), raw.find(b"endobj")
        body = raw[len(start) : end]
        if end < 0 or not raw.startswith(start) or _STRINGS.search(body):
            return b""
        return _PLACE_IN_TREE.sub(b"", body)


def _outline_targets(reader: pypdf.PdfReader) -> Iterator[PdfObject | None]:
    """Give the targets of all bookmarks; a mere heading has none and is left out."""
    outline = _part(reader.root_object, "/Outlines")
    waiting: list[PdfObject] = []
    if isinstance(outline, DictionaryObject) and "/First" in outline:
        waiting.append(outline.raw_get("/First"))
    seen: set[int] = set()
    while waiting:
        reference = waiting.pop()
        if isinstance(reference, IndirectObject):
            if reference.idnum in seen:
                continue
            seen.add(reference.idnum)
        node = _resolved(reference)
        if not isinstance(node, DictionaryObject) or len(waiting) > _MOST_NODES:
            yield None
            continue
        inside, target = _target(node)
        if inside:
            yield target
        waiting += [node.raw_get(key) for key in ("/Next", "/First") if key in node]


class _Targets:
    """Answers whether a destination is a page of the file."""

    def __init__(self, reader: pypdf.PdfReader, known: set[int]) -> None:
        self._reader = reader
        self._known = known
        self._names: dict[str, PdfObject | None] | None = None

    def leads(self, target: PdfObject | None) -> bool:
        """Whether `target`, explicit or by name, is one of the pages."""
        if isinstance(target, (TextStringObject, ByteStringObject, NameObject)):
            target = self._named(_text(target))
        if isinstance(target, DictionaryObject):
            target = _part(target, "/D")
        if not isinstance(target, ArrayObject) or not target:
            return False
        first = target[0]
        if isinstance(first, IndirectObject):
            return first.idnum in self._known
        return isinstance(first, NumberObject) and 0 <= int(first) < len(self._known)

    def _named(self, name: str) -> PdfObject | None:
        if self._names is None:
            self._names = dict(_named_targets(self._reader.root_object))
        return self._names.get(name)


def _text(value: PdfObject | None) -> str:
    if isinstance(value, ByteStringObject):
        return bytes(value).decode("latin-1")
    return str(value).removeprefix("/") if isinstance(value, NameObject) else str(value)


def _named_targets(root: DictionaryObject) -> Iterator[tuple[str, PdfObject | None]]:
    old = _part(root, "/Dests")
    if isinstance(old, DictionaryObject):
        yield from ((key.removeprefix("/"), _part(old, key)) for key in old)
    names = _part(root, "/Names")
    waiting = [_part(names, "/Dests")] if isinstance(names, DictionaryObject) else []
    seen = 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop()
        seen += 1
        if not isinstance(node, DictionaryObject):
            continue
        kids = _part(node, "/Kids")
        if isinstance(kids, ArrayObject):
            waiting += [_resolved(kid) for kid in kids]
        pairs = _part(node, "/Names")
        if isinstance(pairs, ArrayObject):
            for index in range(0, len(pairs) - 1, 2):
                yield _text(_resolved(pairs[index])), _resolved(pairs[index + 1])


def _labels_read(reader: pypdf.PdfReader) -> bool:
    """Whether the page labels, if there are any, are a number tree that begins with page 0."""
    if "/PageLabels" not in reader.root_object:
        return True
    node = _part(reader.root_object, "/PageLabels")
    for _depth in range(20):
        if not isinstance(node, DictionaryObject):
            return False
        kids = _part(node, "/Kids")
        if not isinstance(kids, ArrayObject) or not kids:
            break
        node = _resolved(kids[0])
    numbers = _part(node, "/Nums") if isinstance(node, DictionaryObject) else None
    return isinstance(numbers, ArrayObject) and len(numbers) >= 2 and numbers[0] == 0
