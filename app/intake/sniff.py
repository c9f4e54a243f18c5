"""What a file is, from its first bytes; nothing is parsed here.

Everything that Casepack cannot take in gets a sentence that says what the
file is and what to do. The sealed room decides about the rest.
"""

from app.phrases import _

HEAD = 4096  # bytes that are looked at
TOO_LARGE = 2 << 30  # bytes; larger files are discs and films, not papers

# Names that systems leave in folders by themselves.
SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".directory", ".localized"})

TEXT = (".txt", ".md", ".markdown")

DATA = (".xml", ".json", ".ndjson", ".phr", ".smart-health-card")

PICTURE_HEADS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*")


def refusal(name: str, head: bytes, size: int) -> str | None:
    """Give the sentence for a file that cannot be taken in, or None to let it be examined.

    `head` holds the first HEAD bytes and `size` the length in bytes.
    """
    sentence = _refusal(name.lower(), head, size)
    return sentence.format(name=name) if sentence else None


def _refusal(name: str, head: bytes, size: int) -> str | None:
    if name in SYSTEM_FILES or name.startswith("._"):
        return _("“{name}” belongs to the computer, not to your papers. It was left out.")
    if size == 0:
        return _("“{name}” is empty. Save or download it again, then add it.")
    if not head.strip(b"\0"):
        return _(
            "“{name}” holds no data yet. It may still be coming from a cloud folder: "
            "open it there once, then add it again."
        )
    if size > TOO_LARGE:
        return _(
            "“{name}” is too large to go into a case. Keep it on its disc or stick, "
            "and note it under “not in this PDF”."
        )
    if head[128:132] == b"DICM":  # before pictures: some start like a TIFF as well
        return _foreign(name, head)
    if b"%PDF-" in head[:1024] or head.startswith(PICTURE_HEADS) or head[8:12] == b"WEBP":
        return None
    return _foreign(name, head)


def _foreign(name: str, head: bytes) -> str | None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if head[128:132] == b"DICM" or name.endswith((".dcm", "dicomdir")):
        return _(
            "“{name}” holds scan pictures from a disc. They are too big for the dossier. "
            "Keep the disc, and note it under “not in this PDF”."
        )
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"hevc", b"msf1"):
        return _("“{name}” is a photo in the HEIC form. Save it as JPEG, then add it again.")
    if head[4:8] == b"ftyp" or name.endswith((".mp4", ".mov", ".avi", ".mkv", ".mp3", ".m4a")):
        return _(
            "“{name}” is a film or a sound. It cannot go into a PDF. "
            "Keep it, and note it under “not in this PDF”."
        )
    if head.startswith(b"PK\x03\x04"):
        return _packed(name)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _("“{name}” is an old office file. Open it and save it as PDF, then add the PDF.")
    if head.startswith(b"{\\rtf"):
        return _("“{name}” is a text file with layout. Save it as PDF, then add the PDF.")
    if start.startswith((b"<!doctype html", b"<html")):
        return _("“{name}” is a web page. Open it, print it to a PDF, then add the PDF.")
    if name.endswith(".svg"):
        return _("“{name}” is a drawing. Open it, print it to a PDF, then add the PDF.")
    if start.startswith(b"<?xml") or name.endswith(DATA):
        return _(
            "“{name}” is a data file from a health portal. "
            "Ask the portal for the same papers as PDF, then add those."
        )
    if name.endswith((".eml", ".msg")):
        return _("“{name}” is a mail. Save what is attached, or print the mail to a PDF.")
    if head.startswith(b"SQLite format 3\0") or name.endswith(".casepack"):
        return _("“{name}” is a case file or a database, not a paper. It was left out.")
    if head.startswith((b"GIF8", b"BM")):
        return _("“{name}” is a picture in an old form. Save it as PNG or JPEG, then add it again.")
    if name.endswith(TEXT) and (b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))):
        return None
    return _(
        "“{name}” is not a PDF, a photo or a text, or its beginning is broken. "
        "Ask for it as PDF, or take a photo of the paper."
    )


def _packed(name: str) -> str:
    if name.endswith((".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp", ".pages")):
        return _("“{name}” is an office file. Open it and save it as PDF, then add the PDF.")
    return _("“{name}” is a packed folder. Unpack it first, then add the files inside.")
