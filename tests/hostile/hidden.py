"""Forms, signatures, and pages that show something other than they hold."""

from functools import partial

from tests.hostile.kind import HostileKind
from tests.hostile.writer import Extra, Objects, empty_page, printed

HELVETICA = "/Font << /Helv << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
XFA = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">'
    b'<!ENTITY l "lol"><!ENTITY l2 "&l;&l;&l;&l;&l;&l;&l;&l;">]>'
    b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">'
    b'<template xmlns="http://www.xfa.org/schema/xfa-template/3.3/">'
    b'<subform name="f">&a;&l2;</subform></template></xdp:xdp>'
)
XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>'
    b"<rdf:Seq><rdf:li>Jane Secret</rdf:li></rdf:Seq></dc:creator></rdf:Description>"
    b"</rdf:RDF></x:xmpmeta>"
)
INFO = (
    '<< /Title (<script>alert\\(1\\)</script><img src="http://127.0.0.1:9/x">)'
    " /Author (Jane Secret) /Producer (HospitalSystem 1.0)"
    " /Subject (=cmd|' /C calc'!A0) /Keywords (\\376\\377\\040\\056evil) >>"
)


def filled_form() -> bytes:
    """One field with an appearance and one without: both values must be seen."""

    def fill(objects: Objects) -> Extra:
        seen = objects.stream(
            b"BT /Helv 12 Tf 2 4 Td (FILLED VALUE) Tj ET",
            f"/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << {HELVETICA} >>",
        )
        drawn = objects.add(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (FILLED VALUE)"
            f" /Rect [72 600 272 620] /AP << /N {seen} 0 R >> /F 4 /DA (/Helv 12 Tf 0 g) >>"
        )
        undrawn = objects.add(
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (noap) /V (NO APPEARANCE)"
            " /Rect [72 560 272 580] /F 4 /DA (/Helv 12 Tf 0 g) >>"
        )
        fields = f"[{drawn} 0 R {undrawn} 0 R]"
        return Extra(
            catalog=f"/AcroForm << /Fields {fields} /DA (/Helv 12 Tf 0 g) /NeedAppearances true >>",
            page=f"/Annots {fields}",
        )

    return printed(extra=fill)


def form_of_xml() -> bytes:
    def attach(objects: Objects) -> Extra:
        form = objects.stream(XFA)
        return Extra(
            catalog=f"/AcroForm << /Fields [] /XFA {form} 0 R /NeedAppearances true >>"
            " /NeedsRendering true"
        )

    return printed("Please wait... If this message is not eventually replaced", extra=attach)


def signed() -> bytes:
    def sign(objects: Objects) -> Extra:
        value = objects.add(
            "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached"
            f" /ByteRange [0 100 200 100] /Contents <{'00' * 64}> /M (D:20240101000000Z) >>"
        )
        field = objects.add(
            "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1)"
            f" /V {value} 0 R /Rect [0 0 0 0] /F 132 >>"
        )
        return Extra(
            catalog=f"/AcroForm << /Fields [{field} 0 R] /SigFlags 3 >>",
            page=f"/Annots [{field} 0 R]",
        )

    return printed(extra=sign)


def hidden_layer() -> bytes:
    def switch_off(objects: Objects) -> Extra:
        layer = objects.add("<< /Type /OCG /Name (secret) >>")
        off = f"/OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] /Order [] >> >>"
        return Extra(catalog=off, resources=f"/Properties << /L {layer} 0 R >>")

    drawing = b"/OC /L BDC BT /F1 24 Tf 72 700 Td (HIDDEN LAYER) Tj ET EMC"
    return printed(content=drawing, extra=switch_off)


def older_page_below() -> bytes:
    """A second revision replaces the page's text; the first one is still in the file."""
    first = printed("OLD SECRET DIAGNOSIS")
    table = first[first.rindex(b"startxref\n") + 10 :].split(b"\n")[0]
    text = b"BT /F1 24 Tf 72 700 Td (NEW CLEAN) Tj ET"
    changed = b"4 0 obj\n<< /Length %d >>\nstream\n%b\nendstream\nendobj\n" % (len(text), text)
    return (
        first
        + changed
        + b"xref\n4 1\n%010d 00000 n \n" % len(first)
        + b"trailer\n<< /Size 6 /Root 1 0 R /Prev %b >>\n" % table
        + b"startxref\n%d\n%%%%EOF\n" % (len(first) + len(changed))
    )


def talkative_metadata() -> bytes:
    objects = empty_page(catalog="/Metadata 5 0 R")
    objects.add(INFO)
    objects.stream(XMP, "/Type /Metadata /Subtype /XML")
    return objects.file(trailer="/Info 4 0 R")


BOX = b"BT /F1 14 Tf 72 700 Td (SSN 123-45-6789 Jane Secret) Tj ET 0 g 70 690 300 24 re f"
WHITE = (
    b"BT 1 g /F1 14 Tf 72 700 Td (WHITE HIDDEN) Tj ET"
    b" BT 3 Tr /F1 14 Tf 72 600 Td (INVISIBLE OCR) Tj ET"
)
KINDS = (
    HostileKind("acroform", "forms", filled_form, pages=1),
    HostileKind("xfa_dynamic", "forms", form_of_xml, pages=1),
    HostileKind("signature_dummy", "signature", signed, pages=1),
    HostileKind("bad_redaction_box", "redaction", partial(printed, content=BOX), pages=1),
    HostileKind("hidden_white_text", "redaction", partial(printed, content=WHITE), pages=1),
    HostileKind("incremental_old_secret", "redaction", older_page_below, pages=1),
    HostileKind("ocg_hidden_layer", "redaction", hidden_layer, pages=1),
    HostileKind("metadata_injection", "metadata", talkative_metadata, pages=1),
)
