"""The bad files, names and places are what they say they are."""

import io
import os
import stat
import zipfile

import pytest
from PIL import Image

from tests.hostile.others import (
    BAD_NAMES,
    OTHERS,
    closed_folder,
    half_a_photo,
    make_folder_in_itself,
    make_link_loop,
    make_pipe,
    picture_bomb,
    word_letter,
    write_badly_named,
)

on_posix = pytest.mark.skipif(os.name != "posix", reason="the system has no such thing")


@pytest.mark.parametrize("bad", OTHERS, ids=str)
def test_every_bad_file_is_made_the_same_each_time(bad):
    assert bad.make() == bad.make()
    assert bool(bad.make()) == (not bad.name.startswith("empty"))


def test_endings_lie_where_the_name_says_so(bad_files):
    made = {bad.name: bad.make() for bad in bad_files}

    assert made["really a PDF.jpg"].startswith(b"%PDF")
    assert made["really a photo.pdf"].startswith(b"\xff\xd8\xff")
    assert b"<html" in made["really a web page.pdf"]


def test_the_huge_picture_is_a_small_file_that_a_reader_refuses():
    bomb = picture_bomb()

    assert len(bomb) < 2_000_000
    with pytest.raises(Image.DecompressionBombError):
        Image.open(io.BytesIO(bomb))


def test_half_a_photo_opens_but_does_not_load():
    with Image.open(io.BytesIO(half_a_photo())) as picture, pytest.raises(OSError, match="trunc"):
        picture.load()


def test_the_word_letter_is_a_sound_archive():
    with zipfile.ZipFile(io.BytesIO(word_letter())) as archive:
        assert "word/document.xml" in archive.namelist()
        assert archive.testzip() is None


@on_posix
def test_every_bad_name_can_be_written(tmp_path):
    written = write_badly_named(tmp_path, b"%PDF-")

    assert {path.name for path in written} == {path.name for path in tmp_path.iterdir()}
    assert len(written) == len(BAD_NAMES)


@on_posix
def test_places_that_are_no_files(tmp_path):
    with pytest.raises(OSError, match="symbolic link"):
        make_link_loop(tmp_path).read_bytes()
    assert stat.S_ISFIFO(make_pipe(tmp_path).stat().st_mode)
    inner = make_folder_in_itself(tmp_path)
    assert (inner / "again" / "again").samefile(inner)


@on_posix
def test_a_closed_folder_is_closed_and_opens_again(tmp_path):
    with closed_folder(tmp_path) as closed:
        assert stat.S_IMODE(closed.stat().st_mode) == 0

    assert [path.name for path in closed.iterdir()] == ["letter.pdf"]
