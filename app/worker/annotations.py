"""Draws what lies upon a page, such as form values, highlights and stamps, into the page."""

import pikepdf

from app.worker.appearances import give_appearance

_HIDDEN = 2 | 32  # flags Hidden and NoView (ISO 32000-2, table 167)
_INVISIBLE = 1
_MULTILINE, _PASSWORD, _COMB, _RICH = 1 << 12, 1 << 13, 1 << 24, 1 << 25


def on_page(page: pikepdf.Object) -> list[pikepdf.Object]:
    """Give the annotations of a page that can be seen when it is shown."""
    annotations = page.get("/Annots")
    if not isinstance(annotations, pikepdf.Array):
        return []
    return [
        one
        for one in annotations
        if isinstance(one, pikepdf.Dictionary) and not _flags(one) & _HIDDEN and not _bare(one)
    ]


def _flags(annotation: pikepdf.Object) -> int:
    flags = annotation.get("/F", 0)
    return flags if isinstance(flags, int) else 0


def _bare(annotation: pikepdf.Object) -> bool:
    """Whether there is nothing to see: a window that is shut, or a link without a look."""
    kind = annotation.get("/Subtype")
    return kind == pikepdf.Name.Popup or (kind == pikepdf.Name.Link and "/AP" not in annotation)


def flatten(pdf: pikepdf.Pdf) -> set[int]:
    """Make all annotations and form values part of their pages.

    Gives the indexes, from 0, of the pages whose annotations have no
    appearance that can be made here; only drawing those pages keeps them.
    """
    renew = pdf.acroform.exists and pdf.acroform.needs_appearances
    unsure = set()
    for index, page in enumerate(pdf.pages):
        seen = on_page(page.obj)
        if not seen:
            if "/Annots" in page.obj:
                del page.obj["/Annots"]
            continue
        page.obj.Annots = pdf.make_indirect(pikepdf.Array(seen))
        for one in seen:
            if _flags(one) & _INVISIBLE:  # means nothing for the kinds that readers know
                one.F = _flags(one) & ~_INVISIBLE
        settled = [_settled(pdf, one, renew=renew) for one in seen]  # each has its turn
        if not all(settled):
            unsure.add(index)
    if "/AcroForm" in pdf.Root:
        pdf.Root.AcroForm.NeedAppearances = False
    pdf.flatten_annotations("screen")
    return unsure


def _settled(pdf: pikepdf.Pdf, annotation: pikepdf.Object, *, renew: bool) -> bool:
    """Whether the annotation has a true appearance, if need be after making one."""
    appearance = annotation.get("/AP")
    drawn = isinstance(appearance, pikepdf.Dictionary) and "/N" in appearance
    if annotation.get("/Subtype") != pikepdf.Name.Widget:
        return drawn or give_appearance(pdf, annotation)
    field = pdf.acroform.get_field_for_annotation(pikepdf.Annotation(annotation))
    kind = field.field_type
    if kind not in ("/Tx", "/Ch"):
        return drawn or kind == "/Sig"  # an unseen signature has nothing to show
    if drawn and not renew:
        return True
    if not field.value_as_string and not isinstance(field.value, pikepdf.Array):
        return True
    if not _simple(field):
        return False
    field.generate_appearance(pikepdf.Annotation(annotation))
    return True


def _simple(field: pikepdf.AcroFormField) -> bool:
    """Whether libqpdf can draw the value: one line, in a font and letters that the form brings."""
    hard = _MULTILINE | _PASSWORD | _COMB | _RICH if field.is_text else 0
    words = field.default_appearance.split()
    resources = field.default_resources
    fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    if field.flags & hard or b"Tf" not in words[2:] or not isinstance(fonts, pikepdf.Dictionary):
        return False
    font = fonts.get(words[words.index(b"Tf") - 2].decode("latin-1"))
    if not isinstance(font, pikepdf.Dictionary):
        return False
    value = field.value_as_string
    western = font.get("/Encoding") == pikepdf.Name.WinAnsiEncoding
    return value.isprintable() and _spells(value, "cp1252" if western else "ascii")


def _spells(value: str, letters: str) -> bool:
    try:
        value.encode(letters)
    except UnicodeEncodeError:
        return False
    return True


def form_facts(pdf: pikepdf.Pdf) -> tuple[bool, bool, bool]:
    """Say whether the form holds values, whether it is signed, and whether only XFA shows it."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return False, False, False
    filled = signed = False
    count = 0
    seen: set[tuple[int, int]] = set()
    waiting = _kids(form, "/Fields")
    while waiting:
        field = waiting.pop()
        if field.is_indirect:
            if field.objgen in seen:
                continue
            seen.add(field.objgen)
        count += 1
        waiting += _kids(field, "/Kids")
        value = field.get("/V")
        if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)) and "/ByteRange" in value:
            signed = True
        elif value is not None and str(value) not in ("", "/Off"):
            filled = True
    xfa = "/XFA" in form and (count == 0 or bool(pdf.Root.get("/NeedsRendering", False)))
    return filled, signed, xfa


def _kids(node: pikepdf.Object, key: str) -> list[pikepdf.Object]:
    kids = node.get(key)
    if not isinstance(kids, pikepdf.Array):
        return []
    return [one for one in kids if isinstance(one, pikepdf.Dictionary)]
