"""The words of notes that only show when somebody opens them are kept; what is hidden is not."""

import pytest
from pikepdf import Array, Dictionary, Name, String

from app.model.inside import LONGEST_AUTHOR, LONGEST_NOTE, StuckNote
from app.worker.readers import pdf as reader
from app.worker.readers import strings, stuck_notes
from app.worker.readers.inside import look_inside
from tests.app.worker.small_pdfs import a_pdf, annotated, drawn, text


def found_in(tmp_path, *changes, pages=2):
    def change(pdf):
        for one in changes:
            one(pdf)

    return look_inside(a_pdf(tmp_path / "a.pdf", change, pages=pages), "", [(300, 400)] * pages)


def notes_in(tmp_path, *changes):
    return found_in(tmp_path, *changes).notes


def note(kind="/Text", words="Ask about the left leg.", **entries):
    return annotated(kind, Contents=String(words), T=String("Dr R. Venn"), **entries)


@pytest.mark.parametrize(
    "kind", ["/Text", "/Highlight", "/StrikeOut", "/Ink", "/Square", "/Stamp", "/Caret", "/Popup"]
)
def test_the_words_behind_a_mark_are_kept(tmp_path, kind):
    author = "Dr R. Venn"
    assert notes_in(tmp_path, note(kind)) == (StuckNote(0, author, "Ask about the left leg."),)


def test_a_note_stands_with_its_page_and_in_the_order_of_the_pages(tmp_path):
    def on_the_second(pdf):
        pdf.pages[1].Annots = Array(
            [pdf.make_indirect(Dictionary(Subtype=Name.Text, Contents=String("second")))]
        )

    found = notes_in(tmp_path, on_the_second, note(words="one"), note(words="two"))
    assert [(one.page, one.author, one.words) for one in found] == [
        (0, "Dr R. Venn", "one"),
        (0, "Dr R. Venn", "two"),
        (1, "", "second"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        note(F=2),
        note(F=32),
        note(words=""),
        note(words=" \n\t"),
        note("/Link"),
        note("/Screen"),
        note("/Popup", Parent=Dictionary(Subtype=Name.Text)),
        note(StateModel=String("Review"), State=String("Accepted")),
        annotated("/Text", Contents=7),
        annotated("/Text"),
    ],
)
def test_what_was_hidden_or_is_no_note_is_not_shown(tmp_path, change):
    assert notes_in(tmp_path, change) == ()


def test_an_answer_shows_with_the_note_that_it_answers(tmp_path):
    """Programs mark answers as hidden, because they show in the window of the first note."""

    def thread(pdf):
        for hidden in (0, 2):
            first = pdf.make_indirect(
                Dictionary(Subtype=Name.Text, Contents=String(f"Why? {hidden}"), F=hidden)
            )
            answer = pdf.make_indirect(
                Dictionary(Subtype=Name.Text, Contents=String(f"So. {hidden}"), F=30, IRT=first)
            )
            pdf.pages[0].Annots = Array([*pdf.pages[0].get("/Annots", []), first, answer])

    assert [one.words for one in notes_in(tmp_path, thread)] == ["Why? 0", "So. 0"]


def test_answers_that_answer_each_other_end(tmp_path):
    def ring(pdf):
        one, other = (
            pdf.make_indirect(Dictionary(Subtype=Name.Text, Contents=String("x"))) for _ in "ab"
        )
        one.IRT, other.IRT = other, one
        pdf.pages[0].Annots = Array([one, other])

    assert len(notes_in(tmp_path, ring)) == 2


def test_a_text_box_speaks_on_its_page_and_only_one_without_a_look_in_the_list(
    tmp_path, made, no_steps
):
    def seen(pdf):
        note("/FreeText", "Seen on the page", AP=drawn(pdf))(pdf)

    assert notes_in(tmp_path, seen) == ()
    path = a_pdf(tmp_path / "b.pdf", note("/FreeText", "Πόνος", DA=String("/Helv 9 Tf")))
    found = reader.read(path, made, "", no_steps)
    assert [one.words for one in found.inside.notes] == ["Πόνος"]


def test_words_are_made_harmless_and_keep_their_lines(tmp_path):
    (found,) = notes_in(tmp_path, note(words=" one\r\ntwo\u202e\u0000 \u0007three "))
    assert found.words == "one\ntwo three"


def test_rich_words_stand_in_for_plain_ones(tmp_path):
    rich = "<body><p>Two &lt; three</p><p>and <b>more</b></p></body>"
    (found,) = notes_in(tmp_path, annotated("/Text", RC=String(rich)))
    assert found.words == "Two < three\nand more"


def test_long_notes_and_names_are_cut_where_one_can_see_it(tmp_path):
    long = annotated("/Text", Contents=String("x" * 9000), T=String("n " * 500))
    (found,) = notes_in(tmp_path, long)
    assert (len(found.words), found.words[-1]) == (LONGEST_NOTE, "…")
    assert (len(found.author) <= LONGEST_AUTHOR, found.author[-1]) == (True, "…")


def test_notes_past_the_limit_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(stuck_notes, "MOST_NOTES", 3)
    found = found_in(tmp_path, *[note(words=f"{n}") for n in range(5)], note(F=2), note("/Link"))
    assert [one.words for one in found.notes] == ["0", "1", "2"]
    assert found.more_notes == 2


def test_notes_that_would_take_too_long_to_read_are_counted(tmp_path, monkeypatch):
    monkeypatch.setattr(strings, "_MOST_READ", 10_000)
    found = found_in(tmp_path, *[note(words="x" * 3000) for _n in range(6)])
    assert len(found.notes) + found.more_notes == 6
    assert found.more_notes > 0


def test_the_mark_stays_on_the_page_and_the_words_do_not_come_twice(tmp_path, made, no_steps):
    path = a_pdf(tmp_path / "a.pdf", note())
    found = reader.read(path, made, "", no_steps)
    assert [one.words for one in found.inside.notes] == ["Ask about the left leg."]
    assert "left leg" not in text(tmp_path / found.rendition)
