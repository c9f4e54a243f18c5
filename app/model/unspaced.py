"""Scripts that are written without spaces, so that no word of them stands by itself."""

import re

# Thai to Tibetan, Burmese, Khmer, the scripts of Japan and China (Unicode 16.0, blocks)
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def is_unspaced(words: str) -> bool:
    """Whether some of `words` are of a script that is written without spaces."""
    return _UNSPACED.search(words) is not None
