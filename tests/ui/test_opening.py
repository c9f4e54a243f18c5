"""What the program has loaded when its first page is painted."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.content.load import load_content
from app.content.piece import load_piece
from app.dossier.plan import Paper
from ui.shell.settings_store import PAPERS

ROOT = Path(__file__).resolve().parents[2]


def opened(*arguments):
    """Start the program as it is started by a person, and end it when it has painted."""
    command = [sys.executable, str(ROOT / "benchmarks" / "opening.py"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return json.loads(done.stdout)


def test_no_library_that_opens_pdfs_is_loaded_before_the_welcome_page_is_painted(tmp_path):
    assert opened("welcome", tmp_path)["pdf_libraries"] == []


def test_the_papers_of_the_settings_are_those_of_the_dossier():
    assert tuple(paper.name for paper in Paper) == PAPERS


@pytest.mark.parametrize("piece", ["safety.short", "safety.emergency"])
def test_the_welcome_page_says_the_same_as_all_other_places(piece):
    assert load_piece(piece) == load_content().piece(piece)
