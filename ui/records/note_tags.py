"""Whether a note was written when it happened, kept among the tags of its record."""

from enum import StrEnum

from app.phrases import _


class When(StrEnum):
    """When a note was written; its value is the tag in the case file, the same in all languages."""

    NOT_SAID = ""
    AT_THE_TIME = "written at the time"
    FROM_MEMORY = "from memory"


def when_words(when: When) -> str:
    """Say it for people."""
    return {
        When.NOT_SAID: _("Not said"),
        When.AT_THE_TIME: _("At the time it happened"),
        When.FROM_MEMORY: _("Later, from memory"),
    }[when]


def when_of(tags: tuple[str, ...]) -> When:
    """Give when a note with these tags was written."""
    return next((when for when in When if when and when.value in tags), When.NOT_SAID)


def tags_with(tags: tuple[str, ...], when: When) -> tuple[str, ...]:
    """Give the tags with another answer in place of the old one."""
    kept = tuple(tag for tag in tags if tag not in {one.value for one in When})
    return (*kept, when.value) if when else kept
