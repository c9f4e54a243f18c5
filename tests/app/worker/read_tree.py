"""Reads a structure tree, and what it stands for, back with a library that did not write it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NullObject

PAINTING = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do"}
PAINTING |= {b"Tj", b"TJ", b"'", b'"', b"INLINE IMAGE"}


@dataclass
class Node:
    """An element; `marks` are pages (from 0) and numbers of marked content."""

    kind: str
    entry: DictionaryObject
    kids: list["Node"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    links: list[DictionaryObject] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, *kinds):
        return [one for one in self.walk() if one.kind in kinds]

    @property
    def attributes(self):
        return self.entry.get("/A", DictionaryObject())


class Tree:
    """The tree of a PDF, and the words of its marked content."""

    def __init__(self, source):
        self.reader = PdfReader(source)
        self.root = self.reader.trailer["/Root"]["/StructTreeRoot"]
        self.numbers = {
            page.indirect_reference.idnum: index for index, page in enumerate(self.reader.pages)
        }
        self.contents = [marked(page, self.reader) for page in self.reader.pages]
        self.document = self._node(self.root["/K"])
        self.parents = dict(_numbers(self.root["/ParentTree"]))

    def _node(self, entry, page=-1):
        entry = entry.get_object()
        if "/Pg" in entry:
            page = self.numbers[entry.raw_get("/Pg").idnum]
        node = Node(entry["/S"].removeprefix("/"), entry)
        kids = entry.get("/K", ArrayObject())
        for kid in kids if isinstance(kids, ArrayObject) else [entry.raw_get("/K")]:
            self._add(node, kid.get_object(), page)
        return node

    def _add(self, node, kid, page):
        if isinstance(kid, int):
            node.marks.append((page, int(kid)))
        elif kid.get("/Type") == "/MCR":
            node.marks.append((self.numbers[kid.raw_get("/Pg").idnum], int(kid["/MCID"])))
        elif kid.get("/Type") == "/OBJR":
            node.links.append(kid["/Obj"].get_object())
        else:
            assert kid["/P"].get_object() == node.entry
            node.kids.append(self._node(kid, page))

    def spoken(self, node):
        """Give what a reader would say: each mark's own words, else what was drawn."""
        here = [self.contents[page][mark].spoken for page, mark in node.marks]
        return "".join([*here, *(self.spoken(kid) for kid in node.kids)])


@dataclass
class Marked:
    """One piece of marked content; `spoken` stands for what it draws."""

    kind: str
    spoken: str = ""


def marked(page, reader):
    """Give the page's marked content by its number; nothing may be painted outside of it."""
    found, around = {}, []
    for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
        if operator == b"BMC":
            assert operands == ["/Artifact"], operands
            around.append(None)
        elif operator == b"BDC":
            kind, facts = operands
            if kind == "/Artifact":
                around.append(None)
                continue
            number = int(facts["/MCID"])
            assert number not in found, f"number {number} comes twice"
            assert not any(around), "one mark inside another"
            found[number] = Marked(kind.removeprefix("/"), str(facts.get("/ActualText", "")))
            around.append(None if found[number].spoken else found[number])
        elif operator == b"EMC":
            around.pop()
        elif operator in PAINTING:
            assert around, f"{operator} is neither marked nor an artifact"
            if operator == b"Tj" and around[-1]:
                around[-1].spoken += as_text(operands[0])
    assert not around
    return found


def as_text(string):
    """Give the ASCII of a string; our first subset has it at its own places."""
    raw = string if isinstance(string, bytes) else string.original_bytes
    return raw.decode("latin-1")


def _numbers(node):
    node = node.get_object()
    for kid in node.get("/Kids", ()):
        low, high = kid.get_object()["/Limits"]
        found = list(_numbers(kid))
        assert [found[0][0], found[-1][0]] == [low, high]
        yield from found
    numbers = node.get("/Nums", ArrayObject())
    for place in range(0, len(numbers), 2):
        yield int(numbers[place]), numbers[place + 1].get_object()


def check(tree):
    """Look whether content, elements and links all find one another."""
    for index, page in enumerate(tree.reader.pages):
        assert page["/Tabs"] == "/S"
        claimed = sorted(
            mark for node in tree.document.walk() for at, mark in node.marks if at == index
        )
        assert claimed == sorted(tree.contents[index])
        if not claimed:
            continue
        parents = tree.parents[page["/StructParents"]]
        assert len(parents) == len(claimed) == max(claimed) + 1
        assert not any(isinstance(one.get_object(), NullObject) for one in parents)
    for node in tree.document.walk():
        for page, mark in node.marks:
            key = tree.reader.pages[page]["/StructParents"]
            assert tree.parents[key][mark].get_object() == node.entry
            assert tree.contents[page][mark].kind == node.kind
        for link in node.links:
            assert node.kind == "Link"
            assert tree.parents[link["/StructParent"]] == node.entry
    check_links(tree)


def check_links(tree):
    """Look whether each link has words and an element of its own."""
    tagged = [link for node in tree.document.walk() for link in node.links]
    there = [one.get_object() for page in tree.reader.pages for one in page.get("/Annots", ())]
    assert len(tagged) == len(there)
    assert {one["/StructParent"] for one in tagged} == {one["/StructParent"] for one in there}
    assert all(one["/Contents"] for one in there)
