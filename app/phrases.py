"""The words of the program, in the language somebody chose.

One gettext mechanism for window, command line and dossier. The dossier may
speak another language than the window, so it asks for its own `Phrases`.
"""

import gettext
from collections.abc import Callable

from app.resources import ROOT

Phrases = Callable[[str], str]


def _found(language: str) -> gettext.NullTranslations:
    return gettext.translation("casepack", ROOT / "locale", [language], fallback=True)


def phrases(language: str) -> Phrases:
    """Give the translation of `language` ("en", "de", …); English where there is none."""
    return _found(language).gettext


_window = _found("en")
_spoken = "en"


def speak(language: str) -> None:
    """Set the language of the window and the command line."""
    global _window, _spoken
    _window, _spoken = _found(language), language


def spoken() -> str:
    """Give the language of the window and the command line."""
    return _spoken


def _(text: str) -> str:
    """Translate a sentence of the window or the command line."""
    return _window.gettext(text)


def many(one: str, more: str, count: int) -> str:
    """Translate the sentence for `count` things, as the language counts.

    English has `one` for 1 and `more` for all others; some languages have
    more forms. The number itself is filled in afterwards.
    """
    return _window.ngettext(one, more, count)


def later(text: str) -> str:
    """Mark a sentence for translation that `_` will translate when it is shown."""
    return text
