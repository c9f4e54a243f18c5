"""A fresh case, and the whole way from paths to records."""

from datetime import date

import pytest

from app.case.casefile import CaseFile
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.proposal import Proposal
from app.intake.tray import Tray
from app.progress import Progress

TODAY = date(2026, 11, 22)


@pytest.fixture
def case(tmp_path):
    case = CaseFile.create(tmp_path / "ellis.casepack")
    yield case
    case.close()


@pytest.fixture
def look(case):
    """Return a function that looks at paths and gives the findings; nothing is saved."""

    def look(*paths, ask_password=None, progress=None):
        with Tray() as tray:
            return list(
                examine(
                    list(paths), case, tray, progress or Progress(), today=TODAY,
                    ask_password=ask_password,
                )
            )  # fmt: skip

    return look


@pytest.fixture
def take(case):
    """Return a function that looks at paths and says yes to every proposal."""

    def take(*paths, ask_password=None, progress=None):
        progress = progress or Progress()
        with Tray() as tray:
            findings = list(
                examine(list(paths), case, tray, progress, today=TODAY, ask_password=ask_password)
            )
            proposals = [one for one in findings if isinstance(one, Proposal)]
            return findings, confirm(case, proposals, tray, progress)

    return take
