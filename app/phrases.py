"""The words of the program, in the language somebody chose.

One gettext mechanism for window, command line and dossier. The dossier may
speak another language than the window, so it asks for its own `Phrases`.
"""

import gettext
from collections.abc import Callable

from app.resources import ROOT

Phrases = Callable[[str], str]


def phrases(language: str) -> Phrases:
    """Give the translation of `language` ("en", "de", …); English where there is none."""
    found = gettext.translation("casepack", ROOT / "locale", [language], fallback=True)
    return found.gettext


_window: Phrases = phrases("en")


def speak(language: str) -> None:
    """Set the language of the window and the command line."""
    global _window
    _window = phrases(language)


def _(text: str) -> str:
    """Translate a sentence of the window or the command line."""
    return _window(text)


def later(text: str) -> str:
    """Mark a sentence for translation that `_` will translate when it is shown."""
    return text
