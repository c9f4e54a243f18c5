"""How hard a text is to read, measured without any network or word list.

Flesch-Kincaid grade level (Kincaid and others, 1975):
0.39 x words per sentence + 11.8 x syllables per word - 15.59.
"""

import re
from functools import cache

import pyphen

SENTENCE_END = re.compile(r"[.?!:;][”’)]*(?=\s|$)")  # Flesch counts colon and semicolon too
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9’']*")


@cache
def _hyphens():
    return pyphen.Pyphen(lang="en_US")


@cache
def syllables(word):
    """The larger of two counts: hyphenation points, and groups of vowels without a mute e."""
    bare = re.sub(r"[^a-z]", "", word.lower())
    voiced = re.sub(r"(?<![aeiouyl])e$|(?<=[^aeiouydt])ed$", "", bare)
    groups = len(re.findall(r"[aeiouy]+", voiced))
    return max(1, groups, len(_hyphens().positions(bare)) + 1)


def sentences(text):
    """Split at full stops, question marks and exclamation marks that end a word."""
    return [part for part in re.split(r"(?<=[.?!])[”’)]*\s+", text) if WORD.search(part)]


def words(text):
    return WORD.findall(text)


def grade(text):
    """The US school grade that can read `text` (a list with one line a sentence is a text too)."""
    found = words(text)
    ends = max(1, len(SENTENCE_END.findall(text)))
    return 0.39 * len(found) / ends + 11.8 * sum(map(syllables, found)) / len(found) - 15.59
