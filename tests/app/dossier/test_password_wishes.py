"""What is said before a locked dossier goes to somebody who takes none."""

from contextlib import closing
from datetime import date

import pytest

from app.case.casefile import CaseFile
from app.dossier.export import Choices, check, export
from app.dossier.findings import Level
from app.model.person import Recipient
from app.model.recipient_profile import Answer, RecipientProfile, Wishes
from app.model.version import Version
from app.progress import Progress

TODAY = date(2026, 11, 22)
WORDS = "“Dr Lindqvist” takes no file with a password. Make it without one, or ask first."


@pytest.fixture
def make(tmp_path):
    """Return a function that gives a case and a version for a reader who was asked."""
    with closing(CaseFile.create(tmp_path / "a.casepack")) as case:

        def make(answer, *, locked):
            with case.change("Fill"):
                case.records.add("Diary", body="It began in May.")
                reader = case.recipients.add(
                    RecipientProfile(0, Recipient(name="Dr Lindqvist"), Wishes(password=answer))
                )
                version = Version(name="Short", recipient=reader, locked=locked)
                return case, case.versions.add(version)

        yield make


def refused(lines):
    return [(line.level, line.sentence) for line in lines if line.code == "password.refused"]


@pytest.mark.parametrize("answer", [Answer.YES, Answer.NOT_SAID])
def test_where_a_password_may_be_nothing_is_said(make, tmp_path, answer):
    case, version = make(answer, locked=True)
    assert refused(check(case, Choices(TODAY, version=version))) == []
    choices = Choices(TODAY, password="hill-top", version=version)
    assert export(case, tmp_path / "d.pdf", choices, Progress()).notices == ()


def test_a_version_that_is_to_be_locked_for_a_reader_who_takes_none_is_to_be_looked_at(make):
    case, version = make(Answer.NO, locked=True)
    assert refused(check(case, Choices(TODAY, version=version))) == [(Level.LOOK, WORDS)]
    assert refused(check(case, Choices(TODAY))) == []


def test_a_password_that_the_reader_does_not_take_is_said_when_the_dossier_is_made(make, tmp_path):
    case, version = make(Answer.NO, locked=False)
    plain = Choices(TODAY, version=version)
    assert refused(check(case, plain)) == []
    assert export(case, tmp_path / "d.pdf", plain, Progress()).notices == ()
    locked = Choices(TODAY, password="hill-top", version=version)
    assert refused(check(case, locked)) == [(Level.LOOK, WORDS)]
    assert export(case, tmp_path / "d.pdf", locked, Progress()).notices == (WORDS,)


def test_a_version_that_is_to_be_locked_and_is_not_says_so(make, tmp_path):
    case, version = make(Answer.YES, locked=True)
    done = export(case, tmp_path / "d.pdf", Choices(TODAY, version=version), Progress())
    assert done.notices == (
        "This version is to have a password, and none was given. Everybody can open it.",
    )
