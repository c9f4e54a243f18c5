"""Under a pseudonym a maiden name is hidden like the name itself."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pypdf
import pypdfium2
import pytest

from app.case.casefile import CaseFile
from app.case.checklist import add_own_line
from app.dossier.export import Choices, check, export
from app.dossier.findings import Level
from app.dossier.own_lists import going_out
from app.dossier.telling import names_of
from app.errors import DossierBlocked, DossierFaulty
from app.intake.confirm import confirm
from app.intake.examine import examine
from app.intake.proposal import About
from app.intake.tray import Tray
from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.story import Medicine, Subject
from app.model.version import MAIN, CoverUp
from app.model.voice import Said
from app.progress import Progress

TODAY = date(2026, 11, 22)


@pytest.fixture
def case(tmp_path, make_pdf):
    """A case with one paper under the maiden name, which somebody said is the patient's."""
    with closing(CaseFile.create(tmp_path / "a.casepack")) as case:
        with case.change("Patient"):
            case.people.save(Patient("Margaret Ellis", PartialDate.from_stored("1957-03-14")))
        paper = make_pdf("old.pdf", "Patient: Greta Kowalska   MRN: 3")
        with Tray() as tray:
            (found,) = examine([paper], case, tray, Progress(), today=TODAY)
            answered = replace(found, whose=About.PATIENT, title="Old letter", source="Lab")
            confirm(case, [answered], tray, Progress())
        yield case


def save(case, **version):
    with case.change("Version"):
        case.versions.save(replace(case.versions.get(MAIN.id), **version))


def make(case, tmp_path):
    return export(case, tmp_path / "d.pdf", Choices(made=TODAY), Progress())


def test_the_confirmed_name_is_among_the_words_to_hide(case):
    assert "Kowalska" in names_of(case.snapshot())
    assert "Greta Kowalska" in names_of(case.snapshot())


def test_a_birth_date_that_was_confirmed_is_hidden_too(case):
    (naming,) = case.people.other_namings()
    case_now = replace(case.snapshot(), other_namings=(replace(naming, born="15 March 1957"),))
    assert "1957-03-15" in names_of(case_now)


def test_a_page_with_the_maiden_name_stops_a_version_under_a_pseudonym(case, tmp_path):
    save(case, identity=Identity.PSEUDONYM, pseudonym="Patient 7")
    stops = [line for line in check(case, Choices(made=TODAY)) if line.code == "pseudonym.page"]
    assert any("“Greta” stands on page 1" in one.sentence for one in stops)
    with pytest.raises(DossierFaulty):
        make(case, tmp_path)
    with case.change("Cover"):
        case.versions.cover(MAIN.id, CoverUp(0, case.records.all()[0].id, 1, 0, 0, 1, 1))
    with case.change("Said"):
        case.medicines.add(Medicine(0, "Iron", voice=Said("Greta Kowalska")))
    made = make(case, tmp_path)
    assert made.plan.case.medicines[0].voice.by == "Patient 7"
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "d.pdf").pages)
    assert "Patient 7" in text
    assert "kowalska" not in text.casefold()


def test_own_lists_flag_the_maiden_name(case):
    with case.change("Line"):
        add_own_line(case.journey, "Letters to Mrs Kowalska")
    (one,) = going_out(case)
    assert "“Kowalska”" in one.remarks[0]


def test_no_blind_dossier_is_made_that_may_name_the_first_doctor(case, tmp_path):
    save(case, first_opinion=FirstOpinion.BLIND)
    with case.change("Story"):
        case.statements.state(Subject.PLAN, "Fusion", Said("Dr R. Venn"))
        question = case.questions.add("Is Venn right?")
    with pytest.raises(DossierBlocked, match="“Venn” stands in what you wrote"):
        make(case, tmp_path)
    (line,) = [one for one in check(case, Choices(made=TODAY)) if one.code == "blind.words"]
    assert line.level is Level.STOP
    with case.change("Ask anew"):
        case.questions.remove(question)
        case.questions.add("Is Dr Venn right?")
        case.questions.add("Can I wait?")
    make(case, tmp_path)
    pages = pypdfium2.PdfDocument(tmp_path / "d.pdf")
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    assert "Can I wait?" in text
    assert "Venn" not in text
