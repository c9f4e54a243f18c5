"""What is kept of a dossier that was made."""

import hashlib
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from app.case.casefile import CaseFile
from app.dossier.building import what_changed
from app.dossier.export import Choices, export
from app.errors import DossierBlocked
from app.model.person import Recipient
from app.model.recipient_profile import RecipientProfile
from app.model.version import MAIN, Selection, Version
from app.progress import Progress

TODAY = date(2026, 11, 22)


@pytest.fixture
def case(tmp_path):
    with closing(CaseFile.create(tmp_path / "a.casepack")) as made:
        with made.change("Write"):
            made.records.add("My story", body="It began in May.")
            made.records.add("My diary", body="A good day.")
        yield made


def made(case, folder, **choices):
    target = folder / "dossier.pdf"
    export(case, target, Choices(made=TODAY, reproducible=True, **choices), Progress())
    return case.builds.all()[0]


def test_every_dossier_that_is_made_is_kept_with_its_records_and_the_hash_of_its_file(
    case, tmp_path
):
    build = made(case, tmp_path)
    assert [one.title for one in build.records] == ["My story", "My diary"]
    assert [one.sha256 for one in build.records] == ["", ""]
    (file,) = build.files
    data = (tmp_path / "dossier.pdf").read_bytes()
    assert (file.name, file.bytes) == ("dossier.pdf", len(data))
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert dict(build.spec)["paper"] == "A4"
    assert build.number == 1


def test_a_second_build_says_which_records_it_has_more_and_which_no_longer(case, tmp_path):
    first = made(case, tmp_path)
    with case.change("Leave out"):
        case.versions.save(replace(MAIN, selections=(Selection(1, False, "Too private"),)))
        case.records.add("A letter", body="Dear doctor")
    second = made(case, tmp_path)
    assert second.number == 2
    assert second.left_out == (("My story", "Too private"),)
    assert what_changed(first, second) == (("A letter",), ("My story",))


def test_a_version_is_made_for_its_own_reader_and_counted_on_its_own(case, tmp_path):
    with case.change("Make a version"):
        who = case.recipients.add(RecipientProfile(0, Recipient(name="Dr B")))
        number = case.versions.add(Version(name="For Dr B", recipient=who, paper="LETTER"))
    made(case, tmp_path)
    build = made(case, tmp_path, version=number)
    assert (build.version_name, build.recipient, build.number) == ("For Dr B", "Dr B", 1)
    assert dict(build.spec)["paper"] == "LETTER"


def test_a_version_that_is_gone_makes_nothing(case, tmp_path):
    with pytest.raises(DossierBlocked, match="removed"):
        made(case, tmp_path, version=99)
