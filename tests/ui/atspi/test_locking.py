"""What can still be read of a case that is locked."""

PLACES = ("Records", "About you", "Questions", "Timeline", "Dossier")


def test_a_locked_case_gives_away_no_name_and_gives_all_back(start, quill):
    program = start(quill)
    for place in PLACES:
        program.choose(place)
    program.choose("Records")
    program.act(program.find("check box", "Put this record in the dossier", "checked"), "Toggle")
    program.wait(lambda: _telling(program, "Undo: "), "a step that can be taken back")
    assert _telling(program, "Quill")

    program.keys("ctrl+l")

    program.find("heading", "This case is locked")
    assert program.window()[0].name == "Locked – Casepack"
    assert _telling(program, "Quill") == []
    assert _telling(program, "back.casepack") == []

    program.act(program.find("push button", "Go on"))
    program.find("push button", "Case: Ada Quill, back. Change case")
    program.find("heading", "Records")


def _telling(program, words):
    """Give everything in the program, showing or not, that says these words."""
    return [str(one) for one in program.everything() if words in f"{one.words} {one.description}"]
