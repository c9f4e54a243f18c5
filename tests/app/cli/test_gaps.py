"""What may be missing, and things outside the PDF, by commands."""

import pypdfium2


def lines(casepack, case, *more):
    found = casepack("checklist", "show", case, *more, "--json").json
    return {one["line"]: one for one in found["lines"]}


def test_lists_are_chosen_by_their_codes_and_merged(casepack, case):
    assert len(lines(casepack, case)) == 14
    chosen = casepack("checklist", "choose", case, "surgery", "--age", 6, "--json").json
    assert chosen["chosen"] == ["surgery"]
    assert "surgery.letter" in lines(casepack, case)
    casepack("checklist", "choose", case, "oncology", "oncology.breast")
    assert "oncology.breast.receptors" in lines(casepack, case)
    assert "surgery.letter" not in lines(casepack, case)
    wrong = casepack("checklist", "choose", case, "feet")
    assert wrong.status != 0
    assert "surgery" in wrong.err


def test_a_line_keeps_how_far_it_is_who_said_so_and_why(casepack, case):
    more = ("--who", "The clinic", "--on", "March 2026", "--why", "Lost in a fire")
    casepack("checklist", "set", case, "base.operations", "does_not_exist", *more)
    found = lines(casepack, case, "--missing")
    assert list(found) == ["base.operations"]
    line = found["base.operations"]
    assert (line["state"], line["on"], line["why"]) == (
        "does_not_exist",
        "2026-03",
        "Lost in a fire",
    )
    casepack("checklist", "set", case, "base.operations", "have")
    assert lines(casepack, case, "--missing") == {}
    assert "base.operations" not in lines(casepack, case, "--open")
    assert casepack("checklist", "set", case, "no.line", "have").status != 0


def test_records_are_linked_and_the_state_stays_what_the_person_said(casepack, case):
    casepack("note", case, "--title", "Letter", "--text", "All as expected.")
    casepack("checklist", "link", case, "base.plan_letter", 1)
    line = lines(casepack, case)["base.plan_letter"]
    assert (line["records"], line["state"]) == ([1], "not_asked")
    casepack("checklist", "link", case, "base.plan_letter", 1, "--remove")
    assert lines(casepack, case)["base.plan_letter"]["records"] == []


def test_asking_for_two_lines_puts_both_on_one_request(casepack, case):
    casepack("checklist", "ask", case, "base.plan_letter", "--whom", "City Clinic")
    casepack("checklist", "ask", case, "base.operations", "--request", 1)
    found = lines(casepack, case)
    assert found["base.operations"]["requests"] == [1]
    assert found["base.plan_letter"]["state"] == "asked"
    assert "Asked of City Clinic, not sent yet" in casepack("checklist", "show", case).out
    assert casepack("checklist", "ask", case, "base.allergies", "--request", 9).status != 0


def test_an_own_line_is_added_and_taken_away_and_a_line_of_a_list_is_not(casepack, case):
    code = casepack("checklist", "own", case, "My diary", "--json").json["line"]
    assert lines(casepack, case)[code]["text"] == "My diary"
    assert casepack("checklist", "own", case, "base.operations", "--remove").status != 0
    assert casepack("checklist", "own", case, code, "--remove").status == 0
    assert code not in lines(casepack, case)


def test_the_register_keeps_every_field_and_changes_one_thing(casepack, case):
    more = ("--kind", "disc", "--sent-to", "St Brannoc", "--return-by", "2026-12-20")
    assert casepack("outside", case, "MRI pictures", *more, "--json").json == {"id": 1}
    casepack("outside", case, "--number", 1, "--tracking", "AB1")
    [found] = casepack("show", case, "--json").json["not_in_pdf"]
    assert found["what"] == "MRI pictures"
    assert (found["kind"], found["sent_to"], found["tracking"]) == ("disc", "St Brannoc", "AB1")
    assert found["return_by"] == "2026-12-20"
    assert casepack("outside", case, "--number", 7, "--tracking", "AB1").status != 0
    casepack("outside", case, "--number", 1, "--remove")
    assert casepack("show", case, "--json").json["not_in_pdf"] == []


def test_labels_and_a_shipping_list_are_written(casepack, case, tmp_path):
    none = casepack("labels", case, "-o", tmp_path / "none.pdf")
    assert none.status != 0
    assert not (tmp_path / "none.pdf").exists()
    casepack("outside", case, "MRI pictures", "--kind", "disc", "--sent-to", "St Brannoc")
    casepack("outside", case, "Slides", "--kind", "slides")
    for name, more in (("labels", ("--used", 2)), ("labels", ("--plain",)), ("shipping", (1,))):
        target = tmp_path / f"{name}{len(more)}{more[0]}.pdf"
        done = casepack(name, case, *more, "-o", target, "--paper", "letter", "--json")
        assert done.status == 0, done.err
        text = pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range()
        assert "MRI pictures" in text
        assert ("Slides" in text) == (name == "labels")
