"""The hostile PDFs are what they say they are, so that a test which survives them means something."""

import io
import json
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest

from tests.hostile import open_many
from tests.hostile.pdfs import HOSTILE
from tests.hostile.writer import deflated_run

COUNTED = [kind for kind in HOSTILE if kind.pages is not None and not kind.kills]
LIMIT = 60  # seconds for all of them together; they take about three


@pytest.fixture(scope="module")
def counts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[int | None]]:
    """What three readers count, found in another process that may hang or die."""
    folder = tmp_path_factory.mktemp("hostile")
    command = [sys.executable, open_many.__file__]
    for kind in COUNTED:
        path = folder / kind.name
        path.write_bytes(kind.make())
        command += [str(path), kind.password]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=LIMIT, check=False, encoding="utf-8"
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, f"died of {answers[-1]}: {done.stderr[-2000:]}"
    return {Path(one["path"]).name: one["counts"] for one in answers if "path" in one}


@pytest.mark.parametrize("kind", COUNTED, ids=str)
def test_some_reader_finds_the_promised_pages(kind, counts):
    assert kind.pages in counts[kind.name]


@pytest.mark.parametrize("kind", HOSTILE, ids=str)
def test_every_kind_can_be_made(kind):
    made = kind.make()

    assert bool(made) == (kind.name != "zero_byte")
    assert len(made) < 40_000_000


def test_each_kind_has_a_name_of_its_own(hostile_pdfs):
    assert len({kind.name for kind in hostile_pdfs}) == len(hostile_pdfs) >= 83


def test_the_same_kind_is_the_same_bytes_each_time(hostile_pdfs):
    cheap = [kind for kind in hostile_pdfs if not kind.kills and kind.category != "encrypted"]

    assert [kind.name for kind in cheap if kind.make() != kind.make()] == []


def test_locked_kinds_open_only_with_their_password(hostile_pdfs):
    for kind in hostile_pdfs:
        if kind.password:
            with pytest.raises(pikepdf.PasswordError):
                pikepdf.open(io.BytesIO(kind.make()))
            with pikepdf.open(io.BytesIO(kind.make()), password=kind.password) as pdf:
                assert pdf.is_encrypted


def test_a_packed_run_unpacks_to_its_full_length_with_a_true_check_sum():
    run = deflated_run(0x80, 30_000_000)

    assert zlib.decompress(run) == b"\x80" * 30_000_000
    assert len(run) < 100_000
