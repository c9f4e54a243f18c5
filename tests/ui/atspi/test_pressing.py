"""What somebody does who cannot see the window: pressing, typing, going about by keys."""


def test_a_reason_is_chosen_by_its_action_and_says_that_it_is(start, quill):
    program = start(quill)
    program.choose("Reasons")
    words = "A major operation has been proposed"
    card = program.find("check box", words)
    assert "checked" not in card.states
    assert card.description == "Surgery, or another procedure that is hard to undo."

    program.act(card, "Toggle")

    program.find("check box", words, "checked")
    program.find("heading", words)
    program.find("list item", "Reasons, 1")


def test_a_question_that_was_put_in_or_typed_is_read_in_the_list(start, quill):
    program = start(quill)
    program.choose("Questions")
    field = program.find("text", "A question of your own")

    program.write(field, "What if I wait?")
    program.act(program.find("push button", "Add this question"))
    program.find("list item", "2. What if I wait? On the summary page")

    program.type("Is there another way?")
    program.keys("Return")
    program.find("list item", "3. Is there another way? On the summary page")


def test_f6_leads_through_the_parts_of_the_window_and_says_where_it_is(start, quill):
    program = start(quill)
    program.choose("Questions")
    program.find("list item", "Questions, 1", "selected")
    program.find("list item", "1. Could Ada Quill wait? On the summary page", "focused")
    program.come_to_the_front()
    parts = [
        "Your questions",
        "Go to Reasons",
        "Save and go on",
        "Parts of the case",
        "Your questions",
    ]
    assert _part(program.focused()) == parts[0]

    for key, way in (("F6", parts), ("shift+F6", parts[::-1])):
        for part in way[1:]:
            program.keys(key)
            program.wait(lambda part=part: _part(program.focused()) == part, f"{key} to {part!r}")


def _part(one):
    """Give the name of what has the keyboard, or of the list whose line has it."""
    return one and (one.above.name if one.role == "list item" else one.name)
