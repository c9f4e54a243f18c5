"""Runs commands in this process and gives their status and what they said."""

import io
import json
import sys
from dataclasses import dataclass

import pytest

from app.cli import run


@dataclass
class Said:
    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def casepack(capsys, monkeypatch):
    """Return a function that runs one command; `stdin` is what is typed."""

    def casepack(*arguments, stdin=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        try:
            status = run([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = stop.code
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return casepack


@pytest.fixture
def case(casepack, tmp_path):
    path = tmp_path / "ellis.casepack"
    assert (
        casepack("new", path, "--patient", "Margaret Ellis", "--born", "14 March 1957").status == 0
    )
    return path
