"""The sample case's dossier, laid out so that two runs give the same pages."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from app.case.casefile import CaseFile
from app.dossier.export import Choices, plan_of
from app.dossier.lay_out import lay_out
from app.dossier.plan import DossierPlan, Paper, PlannedRecord
from app.progress import Progress
from app.sample.demo import fill
from app.sample.papers import make_papers
from tests.app.dossier.looks.own_pages import OwnPages, own_pages

MADE = date(2026, 11, 22)


@pytest.fixture(scope="session")
def sample_plan(tmp_path_factory) -> DossierPlan:
    """The plan of the sample's dossier, without what another machine or version makes otherwise."""
    folder = tmp_path_factory.mktemp("sample")
    (folder / "papers").mkdir()
    with closing(CaseFile.create(folder / "sample.casepack")) as case:
        fill(case, make_papers(folder / "papers"), made=MADE, progress=Progress())
        plan = plan_of(case, Choices(made=MADE))
    sections = tuple(
        replace(section, records=tuple(map(_alike, section.records))) for section in plan.sections
    )
    return replace(plan, sections=sections, application="Casepack")


def _alike(planned: PlannedRecord) -> PlannedRecord:
    """Give a record the same fingerprint in each run: those of pictures and locks differ."""
    if planned.record.document is None:
        return planned
    fingerprint = f"{planned.number:02x}" * 32
    document = replace(planned.record.document, sha256=fingerprint, rendition=fingerprint)
    return replace(planned, record=replace(planned.record, document=document))


@pytest.fixture(scope="session")
def sample(sample_plan) -> dict[Paper, OwnPages]:
    """Our own pages of the sample's dossier, by the paper."""
    return {
        paper: own_pages(lay_out(replace(sample_plan, paper=paper), reproducible=True))
        for paper in Paper
    }
