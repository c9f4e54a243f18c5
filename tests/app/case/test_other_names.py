"""Names on papers that somebody confirmed as the patient's, as words."""

from app.case.casefile import CaseFile
from app.model.named_on_paper import Naming, named_on

SMITH = Naming("SMITH, Margaret", "14.3.1957", "Patient: SMITH, Margaret … 14.3.1957", 4)


def known(case):
    return [(one.name, one.born) for one in case.people.other_namings()]


def test_a_confirmed_name_is_kept_as_it_stands_and_outlives_closing(case, tmp_path):
    with case.change("Confirm"):
        case.people.know_name(SMITH)
    case.close()
    again = CaseFile.open(tmp_path / "ellis.casepack")
    assert known(again) == [("SMITH, Margaret", "14.3.1957")]
    assert again.people.known_names() == {SMITH.key}
    assert again.snapshot().other_namings == again.people.other_namings()
    again.close()


def test_undo_and_forgetting_take_all_of_it_back(case):
    with case.change("Confirm"):
        case.people.know_name(SMITH)
    case.undo()
    assert known(case) == []
    case.redo()
    with case.change("Forget"):
        case.people.forget_name(SMITH.key)
    assert known(case) == []
    fields = [row["field"] for row in case._db.rows("SELECT field FROM detail")]
    assert not any(field.startswith("same_person") for field in fields)


def test_a_case_of_an_older_program_has_the_words_only_and_the_name_is_read_from_them(case):
    (naming,) = named_on("Patient: Margaret Smith\nDOB: 2 Feb 1961", 1)
    with case.change("As it was"):
        case._db.run(
            "INSERT INTO detail (field, value) VALUES (?, ?)",
            (f"same_person.{naming.key}", naming.words),
        )
    assert known(case) == [("Margaret Smith", "2 Feb 1961")]
    assert case.people.known_names() == {naming.key}
