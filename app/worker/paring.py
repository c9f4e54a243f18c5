"""Keeps of a page what draws it, and nothing else.

A page, its resources, forms and pictures keep only the entries named here
(ISO 32000-2, tables 31, 34, 87 and 93). Fonts, colours, patterns and graphics
states have too many shapes for that; they lose the entries that reach out.
"""

from collections.abc import Callable

import pikepdf

PAGE = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit"}
    | {"/Contents", "/Resources", "/Group"}
)
_CATEGORIES = frozenset(
    {"/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font"}
    | {"/Properties", "/ProcSet"}
)
_STREAM = frozenset({"/Length", "/Filter", "/DecodeParms"})
_FORM = _STREAM | {"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group"}
_IMAGE = (
    _STREAM
    | {"/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent"}
    | {"/ImageMask", "/Mask", "/Decode", "/Interpolate", "/SMask", "/SMaskInData", "/Matte"}
)
_REACHING = frozenset(
    {"/AA", "/AF", "/Metadata", "/PieceInfo", "/OPI", "/StructParent", "/StructParents"}
    | {"/LastModified", "/Ref"}
)
_OUTSIDE = frozenset({"/F", "/FFilter", "/FDecodeParms"})  # a stream whose bytes lie elsewhere
_NAMED = frozenset({"/Font", "/CharProcs", "/Colorants"})  # keys in there are free names

_Work = list[tuple[Callable[..., None], pikepdf.Object]]
_Kept = (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)


def pare_page(page: pikepdf.Object, seen: set[tuple[int, int]]) -> None:
    """Strip one page down to what draws it.

    Inherited entries must have been put on the page itself. `seen` gathers
    the objects that were done and is shared by all pages of a file.
    """
    _keep(page, PAGE)
    contents = page.get("/Contents")
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    for part in parts:
        if isinstance(part, pikepdf.Stream):
            _keep(part, _STREAM)
    work: _Work = []
    if "/Resources" in page:
        work.append((_resources, page.Resources))
    if "/Group" in page:
        work.append((_other, page.Group))
    while work:
        step, value = work.pop()
        if value.is_indirect:
            if value.objgen in seen:
                continue
            seen.add(value.objgen)
        step(value, work)


def _keep(value: pikepdf.Object, keys: frozenset[str]) -> None:
    for key in set(value.keys()) - keys:
        del value[key]


def _resources(value: pikepdf.Object, work: _Work) -> None:
    if not isinstance(value, pikepdf.Dictionary):
        return
    _keep(value, _CATEGORIES)
    if isinstance(value.get("/Properties"), pikepdf.Dictionary):
        # layers that show, and notes on marked content: the names must stay, what they say not
        value.Properties = pikepdf.Dictionary({key: {} for key in value.Properties.keys()})  # noqa: SIM118
    for category in ("/XObject", "/Font", "/Pattern", "/Shading", "/ColorSpace", "/ExtGState"):
        named = value.get(category)
        if isinstance(named, pikepdf.Dictionary):
            step = _xobject if category == "/XObject" else _other
            work += [(step, one) for _, one in named.items() if isinstance(one, _Kept)]


def _xobject(value: pikepdf.Object, work: _Work) -> None:
    if not isinstance(value, pikepdf.Stream):
        return
    image = value.get("/Subtype") == pikepdf.Name.Image
    _keep(value, _IMAGE if image else _FORM)
    if "/Resources" in value:
        work.append((_resources, value.Resources))
    for key in ("/SMask", "/Mask"):
        if isinstance(value.get(key), pikepdf.Stream):
            work.append((_xobject, value[key]))
    for key in ("/ColorSpace", "/Group"):
        if isinstance(value.get(key), _Kept):
            work.append((_other, value[key]))


def _other(value: pikepdf.Object, work: _Work) -> None:
    if isinstance(value, pikepdf.Array):
        work += [(_other, one) for one in value if isinstance(one, _Kept)]
        return
    if not isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        return
    if value.get("/Subtype") in (pikepdf.Name.Form, pikepdf.Name.Image):
        _xobject(value, work)
        return
    outside = _OUTSIDE if isinstance(value, pikepdf.Stream) else frozenset()
    for key in list(value.keys()):
        if key in _REACHING or key in outside:
            del value[key]
            continue
        inner = value[key]
        if key == "/Resources":
            work.append((_resources, inner))
        elif key in _NAMED and isinstance(inner, pikepdf.Dictionary):
            work += [(_other, one) for _, one in inner.items() if isinstance(one, _Kept)]
        elif isinstance(inner, _Kept):
            work.append((_other, inner))
