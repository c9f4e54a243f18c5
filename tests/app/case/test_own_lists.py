"""Lists from a file come into a case in one step, beside what is there."""

import pytest

from app.case.casefile import CaseFile
from app.case.own_lists import take_in
from app.model.journey.checklist import OWN
from app.model.own_lists import OwnLists
from app.model.person import Recipient
from app.model.recipient_profile import RecipientProfile, Wishes
from app.model.story import Question

LISTS = OwnLists(
    "de",
    ("Bending views", "First operation"),
    (RecipientProfile(0, Recipient("", "Spine Centre"), Wishes(most_pages=30), "surgeon"),),
    ("How often do you do this?",),
)


@pytest.fixture
def case(tmp_path):
    case = CaseFile.create(tmp_path / "a.casepack")
    with case.change("Ask"):
        case.questions.add("What if I wait?", top=True)
        case.recipients.add(RecipientProfile(0, Recipient("Dr Venn"), note="Kind"))
    yield case
    case.close()


def test_all_of_it_stands_behind_what_was_there(case):
    take_in(case, LISTS)
    assert [one.text for one in case.journey.wanted.all()] == ["Bending views", "First operation"]
    assert all(one.code.startswith(OWN) for one in case.journey.wanted.all())
    first, second = case.recipients.all()
    assert (first.recipient.name, first.note) == ("Dr Venn", "Kind")
    assert (second.recipient, second.wishes) == (
        LISTS.recipients[0].recipient,
        LISTS.recipients[0].wishes,
    )
    asked = case.questions.all()
    assert asked[0] == Question(asked[0].id, "What if I wait?", top=True)
    assert (asked[1].text, asked[1].top) == ("How often do you do this?", False)


def test_one_undo_takes_all_of_it_back_and_one_redo_brings_it_again(case):
    before = (case.snapshot(), case.recipients.all())
    take_in(case, LISTS)
    after = (case.snapshot(), case.recipients.all())
    assert after != before
    case.undo()
    assert (case.snapshot(), case.recipients.all()) == before
    case.redo()
    assert (case.snapshot(), case.recipients.all()) == after


def test_lists_without_an_entry_are_no_step(case):
    take_in(case, OwnLists())
    assert case.undo_label == "Ask"
