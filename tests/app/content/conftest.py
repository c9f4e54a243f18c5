"""The content that is shipped, a copy of it to spoil, and the words that people get to see."""

import shutil
from dataclasses import fields, is_dataclass
from enum import Enum

import pytest

from app.content.load import load_content
from app.content.piece import Piece
from app.resources import resource

FOR_MACHINES = {"id", "code", "forms", "fields", "first_questions"}
FOR_THE_RECORDS_OFFICE = {"ask_for", "specialty"}  # the field's own terms, on purpose


def strings_in(value, where):
    """Give (where, text) for each string that a person may read; blanks count as one word."""
    if isinstance(value, Enum):
        return
    if isinstance(value, Piece):
        yield f"{where}.title", value.title
        yield f"{where}.text", value.filled(**dict.fromkeys(value.fields, "this"))
    elif isinstance(value, str) and value:
        yield where, value
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from strings_in(one, f"{where}[{place}]")
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in FOR_MACHINES | FOR_THE_RECORDS_OFFICE:
                yield from strings_in(getattr(value, field.name), f"{where}.{field.name}")


@pytest.fixture(scope="session")
def content():
    return load_content("en")


@pytest.fixture(scope="session")
def shown(content):
    """All that people may read: where it stands -> the text."""
    return dict(strings_in(content, "content"))


@pytest.fixture
def folder(tmp_path):
    """A copy of the content files, free to be spoiled."""
    return shutil.copytree(resource("content"), tmp_path / "content")
