"""What is not in the PDF: where each thing is, what is missing, who was asked when."""

from dataclasses import replace
from datetime import date

from app.dossier.gap_checks import check_gaps, has_place
from app.dossier.planning import plan_dossier
from app.dossier.version_checks import check_version
from app.model.journey.opinion import Opinion
from app.model.journey.request import AskedFor, Request
from app.model.journey.snapshot import Journey
from app.model.journey.wanted import Specialty, Wanted, WantedRecord, WantedState
from app.model.outside_item import OutsideItem, OutsideKind
from app.model.partial_date import PartialDate
from app.model.person import Patient
from app.model.recipient_profile import FirstOpinion, Identity
from app.model.record import Kind, Record
from app.model.story import CaseSnapshot, Statement, Subject
from app.model.version import MAIN, Version
from app.model.voice import Said

TODAY = date(2026, 11, 22)
NOVEMBER = PartialDate.from_stored("2026-11-10")
BLIND = Version(id=1, first_opinion=FirstOpinion.BLIND)


def small_case(**told):
    """A case with one note, so that a dossier can be made of it."""
    note = Record(1, Kind.PATIENT_NOTES, "Diary", body="A page of it.")
    return CaseSnapshot(records=(note,), **told)


def asking(case, *wanted, **journey):
    return replace(case, journey=replace(case.journey, wanted=wanted, **journey))


def words_of(layout_and_texts):
    return " ".join(" ".join(layout_and_texts[1]).split())


def test_the_missing_list_says_how_far_who_was_asked_when_and_why(spine, planned, laid):
    case = asking(
        spine,
        Wanted(1, "base.operations", state=WantedState.ASKED),
        Wanted(
            2,
            "base.implants",
            state=WantedState.CANNOT_GET,
            who="Valley Hospital",
            dated=NOVEMBER,
            why="The cards were lost in a move.",
        ),
        Wanted(3, "base.medicines", state=WantedState.HAVE),
        Wanted(4, "own-a", "Letters to the insurance", WantedState.NOT_NEEDED),
        requests=(Request(1, "City Imaging", sent_on=NOVEMBER),),
        asked_for=(AskedFor(1, 1, "Operations", "base.operations"),),
    )
    text = words_of(laid(planned(case)))
    assert "Records that are missing" in text
    assert "Asked of City Imaging, 10-Nov-2026" in text
    assert "The cards were lost in a move." in text
    assert "Valley Hospital said so, 10-Nov-2026" in text
    assert "Letters to the insurance Not needed for this question" in text
    missing = text[text.index("Records that are missing") :]
    assert "Medicines It is here" not in missing


def test_a_case_whose_list_nobody_touched_prints_none(spine, planned, laid):
    assert "Records that are missing" not in words_of(laid(planned(spine)))


def test_the_register_says_where_a_thing_is_and_links_to_its_report(spine, planned, laid):
    report = next(one for one in spine.records if one.document)
    disc = OutsideItem(
        9,
        "MRI pictures",
        kind=OutsideKind.DISC,
        count="2 discs",
        facility="City Imaging",
        location="With the courier",
        sent_to="St Brannoc",
        tracking="RR 1",
        return_by=PartialDate.from_stored("2027-01-20"),
        record=report.id,
    )
    layout, texts = laid(planned(replace(spine, outside=(disc,))))
    page = next(text for text in texts if "What is not in this PDF\n" in text and "2 discs" in text)
    text = " ".join(page.split())
    for words in (
        "Now: With the courier",
        "To be sent to St Brannoc, tracking RR 1",
        "20-Jan-2027",
    ):
        assert words in text
    assert "[Doc " in text
    place = next(one for one in layout.places if one.record == report.id)
    assert f"p. {place.first_page}]" in text
    goals = {(link.page, link.target) for link in layout.links}
    assert (texts.index(page), place.first_page - 1) in goals


def test_a_report_that_stays_behind_is_said_to(spine, planned, laid):
    disc = OutsideItem(9, "MRI pictures", record=99)
    text = words_of(laid(planned(replace(spine, outside=(disc,)))))
    assert "(record not in this PDF)" in text


def told(case, version=MAIN):
    return plan_dossier(case, made=TODAY, version=version).case


def test_a_blind_version_names_no_doctor_of_an_opinion_and_not_why_something_is_missing():
    case = asking(
        small_case(
            statements=(Statement(Subject.PLAN, "Fusion", Said("Dr Paul Venn")),),
            outside=(OutsideItem(1, "Disc", location="At Dr. Venn’s office"),),
        ),
        Wanted(
            1, "base.plan_letter", state=WantedState.CANNOT_GET, who="Dr Venn", why="He says fuse"
        ),
        Wanted(2, "own-a", "Notes of Paul Venn", WantedState.NOT_ASKED),
        requests=(Request(1, "dr venn, Spine Clinic"), Request(2, "Avenue Clinic")),
        opinions=(Opinion(1, "Prof. Ada Holt"),),
    )
    blind = told(case, BLIND)
    everything = repr(blind.outside) + repr(blind.journey.wanted) + repr(blind.journey.requests)
    assert "venn" not in everything.casefold()
    assert "fuse" not in everything
    assert blind.outside[0].location == "At [name left out]’s office"
    assert blind.journey.requests[1].whom == "Avenue Clinic"
    assert told(case).outside == case.outside


def test_the_patients_own_name_is_not_taken_for_a_doctors():
    said = (Statement(Subject.PLAN, "Fusion", Said("Margaret Ellis")),)
    case = small_case(
        patient=Patient("ELLIS, Margaret"),
        statements=said,
        outside=(OutsideItem(1, "Disc", location="With Margaret Ellis"),),
    )
    assert told(case, BLIND).outside == case.outside


def test_under_a_pseudonym_a_name_in_the_missing_list_stops_the_dossier():
    case = asking(
        small_case(patient=Patient("ELLIS, Margaret")),
        Wanted(1, "base.plan_letter", state=WantedState.CANNOT_GET, why="Ellis moved house"),
    )
    version = Version(id=1, identity=Identity.PSEUDONYM, pseudonym="Patient 7")
    plan = plan_dossier(case, made=TODAY, version=version)
    assert "pseudonym.words" in {line.code for line in check_version(plan, lambda _sha: ())}


def codes(case, version=MAIN):
    return [
        (line.code, line.detail)
        for line in check_gaps(plan_dossier(case, made=TODAY, version=version))
    ]


def test_the_check_asks_for_what_is_wanted_most_and_neither_in_nor_explained(spine):
    record = next(one for one in spine.records if one.document)
    case = asking(
        spine,
        Wanted(1, "base.diagnosis_letter", state=WantedState.HAVE),
        Wanted(2, "base.plan_letter", state=WantedState.HAVE),
        Wanted(3, "base.problem_list", state=WantedState.DOES_NOT_EXIST),
        Wanted(4, "base.medicines", state=WantedState.HAVE),
        wanted_records=(WantedRecord(1, 1, record.id), WantedRecord(2, 2, 99)),
    )
    case = replace(case, outside=(), reasons=())
    assert codes(case) == [
        ("checklist.left_out", "base.plan_letter"),
        ("checklist.must", "base.allergies"),
    ]
    assert codes(replace(case, journey=Journey())) == []
    begun = replace(Journey(), specialties=(Specialty(1, "surgery"),))
    assert ("checklist.must", "surgery.letter") in codes(replace(case, journey=begun))


def test_a_thing_of_which_nobody_says_where_it_is_is_pointed_out():
    disc = OutsideItem(1, "Disc", how_to_get="Ask the clinic", kind=OutsideKind.DISC)
    letter = OutsideItem(2, "Letter", how_to_get="Ask the clinic")
    nothing = OutsideItem(3, "Letter")
    back = OutsideItem(4, "Disc", kind=OutsideKind.DISC, returned_on=NOVEMBER)
    assert [has_place(one) for one in (disc, letter, nothing, back)] == [False, True, False, True]
    case = small_case(outside=(disc, letter, nothing))
    assert codes(case) == [("outside.location", "1"), ("outside.location", "3")]
