"""What tests of every room may ask for. Everything is made fresh; nothing is read from outside."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from reportlab.pdfgen.canvas import Canvas

from tests import reading_grade
from tests.turns import turn
from tests.ui.atspi.needs import missing as missing_for_atspi

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

try:
    import PySide6.QtWidgets  # noqa: F401 - also loads the libraries of the system that Qt needs

    NO_QT = ""
    pytest_plugins = ["pytestqt.plugin"]
except ImportError as missing:
    NO_QT = f"tests/ui is skipped: Qt cannot load here ({missing})"


class Skipped(pytest.Directory):
    """Stands for a folder whose tests cannot run here."""

    def collect(self):
        """Skip all of it at once."""
        pytest.skip(_why_not(self.path))


def _why_not(path):
    """Give why the tests of a folder cannot run here; "" where they can."""
    ui = Path(__file__).parent / "ui"
    if NO_QT:
        return NO_QT if path == ui else ""
    lacks = missing_for_atspi() if path == ui / "atspi" else ""
    return f"tests/ui/atspi is skipped: {lacks}" if lacks else ""


@pytest.fixture(autouse=True)
def _turn(request, tmp_path_factory):
    """Keep the machine free of other tests while one that measures runs."""
    shared = tmp_path_factory.getbasetemp().parent
    with turn(shared, alone=request.node.get_closest_marker("alone") is not None):
        yield


def pytest_addoption(parser):
    """Know the flags of the tests, and the settings of pytest-qt also where it is not loaded."""
    parser.addoption(
        "--regenerate-golden",
        action="store_true",
        help="write the kept pictures of the dossier's pages anew; then look at each of them",
    )
    if NO_QT:
        for setting in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(setting, "for pytest-qt, which is not loaded")


def pytest_collect_directory(path, parent):
    """Skip a folder as a whole where what it needs is missing."""
    return Skipped.from_parent(parent, path=path) if _why_not(path) else None


def pytest_terminal_summary(terminalreporter):
    """Say in one line what was not tested."""
    ui = Path(__file__).parent / "ui"
    if why := _why_not(ui) or _why_not(ui / "atspi"):
        terminalreporter.write_line(why)


settings.register_profile("casepack", deadline=None)  # a busy machine is no failure
settings.load_profile("casepack")


@pytest.fixture(scope="session", autouse=True)
def private_folder(tmp_path_factory):
    """Keep the sealed room's folders of this test run away from the person's own."""
    before = os.environ.get("CASEPACK_PRIVATE")
    os.environ["CASEPACK_PRIVATE"] = str(tmp_path_factory.mktemp("private"))
    yield
    if before is None:
        del os.environ["CASEPACK_PRIVATE"]
    else:
        os.environ["CASEPACK_PRIVATE"] = before


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a PDF with one page for each line of text."""

    def make(name: str, *lines: str) -> Path:
        path = tmp_path / name
        canvas = Canvas(str(path), invariant=1)
        for line in lines:
            canvas.drawString(72, 720, line)
            canvas.showPage()
        canvas.save()
        return path

    return make


@pytest.fixture(scope="session")
def hostile_pdfs():
    """Every kind of hostile PDF; each is made only when its `make()` is called."""
    from tests.hostile.pdfs import HOSTILE

    return HOSTILE


@pytest.fixture(scope="session")
def bad_files():
    """Every bad file that is no hostile PDF; each is made only when its `make()` is called."""
    from tests.hostile.others import OTHERS

    return OTHERS


@pytest.fixture(scope="session")
def reading():
    """The module reading_grade: grade(text), sentences(text), words(text), syllables(word)."""
    return reading_grade


@pytest.fixture(scope="session")
def grade():
    """Measure a text: `grade(text)` is its Flesch-Kincaid grade level."""
    return reading_grade.grade
