"""Long names on narrow pages: a label breaks lines only between words."""

import re

_MOST = 16  # signs without a blank that fit in a line of any window, at any size of text
_LONG = re.compile(rf"\S{{{_MOST}}}(?=\S)")
_HERE = "\u200b"  # ZERO WIDTH SPACE: a line may end here, and nothing is seen


def breakable(text: str) -> str:
    """Give a text of which every long word, such as the name of a file, may go over two lines."""
    return _LONG.sub(rf"\g<0>{_HERE}", text)
