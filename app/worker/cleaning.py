"""Text of foreign files made harmless, on both sides of the wall."""

import re

# C0 and C1 controls but tab and line feed; what can turn the order of letters around
# on the screen (Unicode Standard Annex 9, 2.1 and 2.2); half characters; no characters.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def clean(text: str) -> str:
    """Give `text` without controls and direction overrides; its lines end with a line feed."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HARMFUL.sub("", text)
