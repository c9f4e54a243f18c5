"""Every kind of hostile file goes through the real import.

Each ends in pages, or in a clear sentence, within its limits; and none of
them keeps the others out.
"""

import time
from datetime import date

import psutil
import pytest

from app.case.casefile import CaseFile
from app.dossier.export import Choices, export
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.proposal import Proposal, Unusable
from app.intake.tray import Tray
from app.progress import Progress
from tests.hostile.others import OTHERS
from tests.hostile.pdfs import HOSTILE

SECONDS = 25  # for one file, as the sealed room promises
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("kind", HOSTILE, ids=lambda kind: kind.name)
def test_a_hostile_pdf_ends_in_pages_or_in_a_sentence(kind, take, tmp_path, case):
    path = tmp_path / f"{kind.name}.pdf"
    path.write_bytes(kind.make())
    started = time.monotonic()
    (finding,), records = take(
        path, ask_password=lambda name, again: None if again else kind.password or None
    )
    assert time.monotonic() - started < 2 * SECONDS  # storing 100,000 pages takes its time too
    if isinstance(finding, Proposal):
        document = case.records.get(records[path]).document
        assert len(document.pages) >= 1
        if kind.pages is not None:
            assert len(document.pages) == kind.pages
        assert case.documents.data(document.sha256) == path.read_bytes()
    else:
        assert isinstance(finding, Unusable)
        assert f"“{path.name}”" in finding.sentence
        assert kind.kills or kind.pages is None or kind.password, finding.sentence


@pytest.mark.parametrize("bad", OTHERS, ids=lambda bad: bad.name)
def test_a_bad_file_ends_in_pages_or_in_a_sentence(bad, take, tmp_path):
    path = tmp_path / bad.name
    path.write_bytes(bad.make())
    (finding,), _ = take(path)
    assert isinstance(finding, Proposal) or finding.sentence.endswith(".")


def test_hostile_files_together_do_not_keep_a_good_one_out(tmp_path, make_pdf):
    """All that can be read goes into one dossier, which holds nothing risky and no page less."""
    folder = tmp_path / "all"
    folder.mkdir()
    for kind in HOSTILE:
        if not kind.kills and not kind.password:
            (folder / f"{kind.name}.pdf").write_bytes(kind.make())
    good = make_pdf("good letter.pdf", "all is well")
    case = CaseFile.create(tmp_path / "a.casepack")
    before = psutil.Process().children()  # of other tests of this process
    with Tray() as tray:
        findings = examine([folder, good], case, tray, Progress(), today=TODAY)
        records = confirm(
            case, [one for one in findings if isinstance(one, Proposal)], tray, Progress()
        )
    assert good in records
    for path, record in records.items():  # 10,000 pages of nothing would only take time
        if "pages_10" in path.name or "1000x" in path.name:
            with case.change("Leave out"):
                case.records.remove(record)
    done = export(case, tmp_path / "dossier.pdf", Choices(made=TODAY), Progress())
    expected = sum(len(record.document.pages) for record in case.records.all())
    case.close()
    assert sum(place.pages for place in done.layout.places) == expected
    assert done.bound.pages == len(done.layout.pages) >= expected
    left = [child for child in psutil.Process().children() if child not in before]
    assert not [child for child in left if child.status() != "zombie"]
