"""Windows in every look, on copies of the sample case or on a new one."""

import shutil

import pytest

from app.case.casefile import CaseFile


@pytest.fixture(scope="session", autouse=True)
def roles(qapp):
    """Let widgets tell their own roles, as the program does."""
    from ui import accessible

    accessible.install()


@pytest.fixture
def look(request, looks):
    """Put on the theme and the size of text of the test before anything is shown."""
    from tests.ui.every_place.seen import let_go

    let_go()
    looks.wear(*request.param)
    yield request.param
    let_go()
    looks.wear()


@pytest.fixture
def filled(sample_file, tmp_path):
    """A case with papers and a story."""
    return CaseFile.open(shutil.copy(sample_file, tmp_path / "sample.casepack"))


@pytest.fixture
def brought(tmp_path, make_pdf, sample_file):
    """Files for the look at new papers: two new ones, one that is there already, one broken."""
    new = [make_pdf(f"letter {n}.pdf", f"Dear colleague, 12 May 202{n}") for n in (4, 5)]
    known = next(one for one in (sample_file.parent / "papers").glob("*.pdf"))
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and then nothing")
    return [*new, known, broken]


@pytest.fixture
def calm(qtbot):
    """Return a function that waits until a window has nothing more to do, and has laid itself out."""
    from tests.ui.every_place.seen import settle

    def wait(window):
        session, idle = window.session, 0
        queues = (session.jobs, session.finding, session.pictures, session.draft)
        while idle < 2:  # what is made in slices, or asked for by a timer, comes in between
            settle()
            idle = 0 if any(one.busy for one in queues) else idle + 1
            qtbot.wait(10)
        settle()

    return wait
