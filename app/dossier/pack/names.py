"""Names of files that every system takes and no stick or reader stumbles over."""

import re
import unicodedata

MOST_BYTES = 100
"""How long a name may be, in UTF-8."""

ENDINGS = {
    "application/pdf": (".pdf",),
    "image/jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "image/png": (".png",),
    "image/tiff": (".tif", ".tiff"),
    "image/webp": (".webp",),
    "text/plain": (".txt", ".text"),
    "text/markdown": (".md", ".markdown"),
}
"""How the name of a file of each media type may end; the first is the one to give."""

# Windows takes these for devices, whatever follows the first dot:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(
    r"(?:con|prn|aux|nul|conin|conout|clock|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(?:\..*)?", re.IGNORECASE
)
_ROOM = len("_") + len(" (9999)")


def safe_name(name: str, media_type: str) -> str:
    """Give a name for a file of `media_type` that is as near to `name` as every system allows.

    Letters, digits, marks, "_", ".", "-" and single spaces stay; it never
    hides, never stands for a device, never ends in a dot or a space, has no
    folder, and is at most MOST_BYTES long with a " (2)" still to come. Its
    ending is always one that fits the media type, so that a file opens as
    what it is.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = " ".join("".join(map(_kept, last)).split()).strip(" .").lstrip("-. ")
    endings = ENDINGS.get(media_type, ("",))
    stem, dot, ending = kept.rpartition(".")
    if not dot or f".{ending}".lower() not in endings:
        stem, ending = kept, endings[0].removeprefix(".")
    end = f".{ending}" if ending else ""
    stem = stem.encode()[: MOST_BYTES - _ROOM - len(end.encode())].decode(errors="ignore")
    stem = stem.rstrip(" .") or "file"
    return f"_{stem}{end}" if _DEVICE.fullmatch(stem) else f"{stem}{end}"


def free_name(name: str, taken: set[str]) -> str:
    """Give `name`, or “name (2)” where that is taken, and take it.

    Names that differ in small and capital letters alone are the same on most sticks.
    """
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    found, count = name, 1
    while _same(found) in taken:
        count += 1
        found = f"{stem} ({count}){dot}{ending}"
    taken.add(_same(found))
    return found


def _same(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _kept(character: str) -> str:
    if character in "_ .-":
        return character
    category = unicodedata.category(character)
    if category[0] in "LMN":
        return character
    if category[0] == "Z":
        return " "
    return "" if category in ("Cc", "Cf") else "_"
