"""Own lists are looked at before they leave a case: nothing of a client goes along unseen."""

import os

import pytest

from app.case.casefile import CaseFile
from app.case.checklist import add_own_line
from app.case.own_lists import take_in
from app.content.load import load_content
from app.dossier.names_in_case import found_in, names_in_case
from app.dossier.own_lists import coming_in, going_out, open_lists, save_lists
from app.errors import FileUnreadable, FolderNotWritable
from app.model.build import Sending
from app.model.journey.consent import Consent
from app.model.journey.opinion import Opinion
from app.model.journey.request import Request
from app.model.own_lists import ListKind, OwnLists
from app.model.own_lists_offer import chosen
from app.model.partial_date import PartialDate
from app.model.person import Patient, Preparer, Recipient
from app.model.recipient_profile import RecipientProfile, Wishes
from app.model.story import Event, EventKind
from app.model.voice import Said


@pytest.fixture
def case(tmp_path):
    case = CaseFile.create(tmp_path / "a.casepack")
    with case.change("Begin"):
        born = PartialDate.from_stored("1957-03-14")
        case.people.save(Patient("Margaret Müller-Ellis", born, record_number="00-482-913"))
        case.people.save(Preparer("Daniel Ellis"))
    yield case
    case.close()


def fill(case, *, lines=(), questions=(), profiles=()):
    with case.change("Write"):
        for text in lines:
            add_own_line(case.journey, text)
        for text in questions:
            case.questions.add(text)
        for one in profiles:
            case.recipients.add(one)


def out(case):
    return {one.words: one for one in going_out(case)}


PLAIN = "Bending views of the whole spine"


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        ("What Margaret kept at home", "“Margaret”"),
        ("Letter to Mrs MUELLER ELLIS", "name or number"),
        ("Mar-\u00adgaret’s diary", "“Margaret”"),
        ("M A R G A R E T", "“Margaret”"),
        ("Ask Daniel first", "“Daniel”"),
        ("Report under 00482913", "“00-482-913”"),
        ("Card of 14 March 1957", "birth date"),
        ("Card of 14.3.57", "birth date"),
        ("MRI of 12.5.2024", "A date stands in it: 12.5.2024"),
        ("MRI of 12 May 2024", "A date stands in it: 12 May 2024"),
        ("MRI, May 12, 2024", "A date stands in it"),
        ("Write to anna@clinic.example", "“anna@clinic.example” stands in it"),
    ],
)
def test_what_could_tell_whose_case_it_is_is_not_ticked_and_says_why(case, words, remark):
    fill(case, lines=[PLAIN, words], questions=[words])
    found = [one for one in going_out(case) if one.words != PLAIN]
    assert len(found) == 2
    for one in found:
        assert not one.ticked
        assert one.fits
        assert remark in " ".join(one.remarks)
    assert out(case)[PLAIN].ticked


def test_names_of_other_people_in_the_case_count_too(case):
    with case.change("Write"):
        case.journey.opinions.add(Opinion(0, "Dr R. Venn"))
        case.journey.consents.add(Consent(0, "Rosa Alvarez"))
        case.journey.requests.add(Request(0, "Harbour Pain Clinic", reference="HP-3382"))
        case.people.save(Recipient("Dr Lindqvist, St Brannoc"))
        told = Said("Aunt Gertrud (patient)")
        case.timeline.add(Event(0, EventKind.VISIT, PartialDate.from_stored("2024"), "x", told))
    sent = Sending(0, 1, "The Cedar Group", received_by="Front desk")
    names = names_in_case(case.snapshot(), (), [sent])

    def found(text):
        return bool(found_in(names, [text]))

    for text in ("Venn’s letter", "Rosa said so", "What Gertrud wrote", "as Dr. LINDQVIST asked"):
        assert found(text), text
    for text in ("from the Harbour Pain Clinic", "number HP 3382", "to the Cedar Group"):
        assert found(text), text
    for text in ("Notes of a pain clinic", "the harbour", "The patient’s notes", "Any front desk"):
        assert not found(text), text


def test_a_reader_may_be_called_by_their_own_name_but_not_by_the_patients(case):
    lindqvist = RecipientProfile(0, Recipient("Dr Lindqvist", "Spine Centre"))
    other = RecipientProfile(0, Recipient("", "Desk"), Wishes(forms="As Dr Lindqvist wants it"))
    patient = RecipientProfile(0, Recipient("Dr Ellis"), Wishes(scope="For Margaret"))
    fill(case, profiles=[lindqvist, other, patient])
    found = going_out(case)
    assert [one.ticked for one in found] == [True, False, False]
    assert "“Lindqvist”" in found[1].remarks[0]
    assert len(found[2].remarks) >= 1


def test_what_ties_a_reader_to_a_client_is_not_even_offered(case):
    profile = RecipientProfile(
        0,
        Recipient("Dr Lindqvist", "Spine Centre", "Northgate", "Tuesday at 9", "Daniel Ellis"),
        Wishes(most_pages=30),
        "surgeon",
        PartialDate.from_stored("2026-05-12"),
        "Anna",
        "Margaret likes her",
    )
    fill(case, profiles=[profile])
    [offer] = going_out(case)
    assert offer.ticked
    assert offer.value == RecipientProfile(
        0, Recipient("Dr Lindqvist", "Spine Centre", "Northgate"), Wishes(most_pages=30), "surgeon"
    )


def test_a_question_that_the_program_knows_need_not_go_along(case):
    known = load_content().reasons[0].questions[0].text
    fill(case, questions=[known.upper(), "One of my own?"])
    assert [one.ticked for one in going_out(case)] == [False, True]
    assert "suggests" in going_out(case)[0].remarks[0]


def test_what_no_file_may_hold_cannot_be_ticked(case):
    nameless = RecipientProfile(0, Recipient(place="Northgate"))
    fill(case, lines=["<b>Bold</b>", "x" * 301], profiles=[nameless])
    offers = going_out(case)
    assert [one.fits for one in offers] == [False] * 3
    assert "markup" in offers[0].remarks[0]
    assert "301 letters" in offers[1].remarks[0]
    assert "a name or a service is missing" in offers[2].remarks[0]
    assert chosen(offers, [one.key for one in offers], "en").count == 0


def test_only_what_is_ticked_goes_along(case):
    fill(case, lines=["A line", "Another line"], questions=["Why?", "When?"])
    found = chosen(going_out(case), ["checklist:2", "questions:1", "nothing:9"], "de")
    assert found == OwnLists("de", ("Another line",), (), ("Why?",))


def test_what_the_case_has_already_is_said_and_not_ticked(case):
    line = load_content().checklists[0].lines[0]
    reader = RecipientProfile(0, Recipient("Dr Lindqvist", "Spine Centre"), Wishes(most_pages=9))
    fill(case, lines=["My line"], questions=["Why?"], profiles=[reader])
    lists = OwnLists(
        "en",
        ("MY LINE.", line.text, line.ask_for, "New", "new "),
        (
            RecipientProfile(0, Recipient("DR LINDQVIST", "Spine Centre", "Elsewhere")),
            RecipientProfile(0, Recipient("Dr Lindqvist", "Another")),
        ),
        ("why", "When?"),
    )
    offers = coming_in(lists, case)
    assert [one.ticked for one in offers] == [
        False,
        False,
        False,
        True,
        False,
        False,
        True,
        False,
        True,
    ]
    assert "already" in offers[0].remarks[0]
    assert "twice" in offers[4].remarks[0]


def test_what_is_ticked_all_the_same_is_added_and_overwrites_nothing(case):
    reader = RecipientProfile(0, Recipient("Dr Lindqvist"), Wishes(most_pages=9), note="Mine")
    fill(case, profiles=[reader])
    other = OwnLists(recipients=(RecipientProfile(0, Recipient("Dr Lindqvist")),))
    offers = coming_in(other, case)
    take_in(case, chosen(offers, [one.key for one in offers], "en"))
    first, second = case.recipients.all()
    assert (first.note, first.wishes.most_pages) == ("Mine", 9)
    assert second.wishes == Wishes()


def test_lists_go_from_one_case_to_another(case, tmp_path):
    reader = RecipientProfile(0, Recipient("Dr Lindqvist"), Wishes(most_pages=9))
    fill(case, lines=[PLAIN, "Margaret’s card"], questions=["Why?"], profiles=[reader])
    offers = going_out(case)
    file = tmp_path / "lists.json"
    save_lists(chosen(offers, [one.key for one in offers if one.ticked], "en"), file)
    assert "Margaret" not in file.read_text(encoding="utf-8")
    other = CaseFile.create(tmp_path / "b.casepack")
    lists = open_lists(file)
    offers = coming_in(lists, other)
    assert all(one.ticked for one in offers)
    take_in(other, chosen(offers, [one.key for one in offers], lists.language))
    assert [one.kind for one in offers] == list(ListKind)
    assert [one.text for one in other.journey.wanted.all()] == [PLAIN]
    assert [one.text for one in other.questions.all()] == ["Why?"]
    assert [one.wishes.most_pages for one in other.recipients.all()] == [9]
    assert not any(one.ticked for one in coming_in(lists, other))
    other.close()


def test_a_file_that_is_none_is_named(tmp_path):
    for path in (tmp_path / "gone.json", tmp_path):
        with pytest.raises(FileUnreadable, match=f"“{path.name}”"):
            open_lists(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_a_pipe_keeps_nobody_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(FileUnreadable, match="no file of own lists"):
        open_lists(tmp_path / "pipe.json")


def test_a_huge_file_is_not_read_to_its_end(tmp_path):
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(8 * 1024**3)
    with pytest.raises(FileUnreadable, match="larger"):
        open_lists(huge)


def test_lists_never_take_the_place_of_a_case(case):
    with pytest.raises(FolderNotWritable):
        save_lists(OwnLists(questions=("Why?",)), case.path)
