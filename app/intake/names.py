"""The names of files as text: they come from anybody, and need not be text at all."""

import re
from pathlib import Path

# Bytes that are no text (Python holds them as halves of a pair, PEP 383), control
# characters, which a terminal obeys, and marks that turn the direction of reading.
_UNFIT = re.compile("[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def name_of(path: Path) -> str:
    """Give the name of a file so that it can be stored and shown; “_” stands for what cannot."""
    return _UNFIT.sub("_", path.name)
