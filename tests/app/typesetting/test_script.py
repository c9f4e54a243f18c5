"""Letters of the world: cleaned, joined and in the order of the eye."""

import pytest

from app.typesetting.script import as_seen, cleaned, joined, reads_right_to_left, whole_letters


def test_controls_that_hide_or_turn_words_are_gone():
    assert cleaned("a\x00b\u202ec\u2066d\ufeffe\x1b") == "abcde"
    assert cleaned("a\r\nb\tc\u2028d") == "a\nb c\nd"
    assert cleaned("e\u0301") == "é"
    assert cleaned("\ud800") == "\ufffd"


def test_a_hebrew_name_stands_in_the_order_of_the_eye_with_its_digits_unturned():
    assert as_seen("כהן 4711", from_right=True) == "4711 ןהכ"


def test_an_arabic_name_is_joined_and_its_digits_are_unturned():
    seen = as_seen("علي 123", from_right=True)
    assert seen == "123 \ufef2\ufee0\ufecb"
    assert reads_right_to_left("علي 123")
    assert not reads_right_to_left("Dr علي")


def test_a_short_i_stands_before_its_consonants():
    assert joined("किताब") == "िकताब"


def test_what_chooses_the_look_of_a_character_is_gone():
    assert cleaned("\u2764\ufe0f ok") == "\u2764 ok"


@pytest.mark.parametrize(
    ("spoken", "seen"),
    [
        ("מינון (mg) 12", "12 (mg) ןונימ"),
        ("(כהן) MRI [L4-L5]", "MRI [L4-L5] (ןהכ)"),
        ("«אב»", "«בא»"),
        ("לחץ דם 120/80", "120/80 םד ץחל"),
        ("מ-05.11.2024", "05.11.2024-מ"),
        ("ضغط (mg) 120/80", "120/80 (mg) \ufec2\ufed0\ufebf"),
        ("جرعة ١٢٥", "١٢٥ \ufe94\ufecb\ufeae\ufe9f"),
    ],
)
def test_brackets_and_digits_stay_right_in_a_line_from_the_right(spoken, seen):
    assert as_seen(spoken, from_right=True) == seen


def test_less_than_still_opens_to_the_larger_number():
    assert as_seen("ערך < 5", from_right=True) == "5 > ךרע"
    assert as_seen("value < 5 כהן", from_right=False) == "value < 5 ןהכ"


def test_a_few_letters_from_the_right_leave_a_line_from_the_left_as_it_is():
    assert as_seen("dose (כהן) < 5 mg [x]", from_right=False) == "dose (ןהכ) < 5 mg [x]"


@pytest.mark.parametrize("letters", ["Việt כהן", "Ἀθῆναι כהן", "患者 כהן"])
def test_a_paragraph_starts_where_its_first_letter_starts(letters):
    assert not reads_right_to_left(letters)
    assert reads_right_to_left(letters[::-1])


def test_what_belongs_to_one_word_does_not_change_the_next():
    once = joined("علي")
    assert joined("علي علي، علي") == f"{once} {once}، {once}"


def test_no_letter_is_parted_from_its_marks():
    word = "प्रतीक्षा"
    parts = {word[: whole_letters(word, end)] for end in range(len(word) + 1)}
    assert parts == {"", "प्र", "प्रती", "प्रतीक्षा"}
    accented = "a\u0330b"
    assert [whole_letters(accented, end) for end in range(4)] == [0, 0, 2, 3]


@pytest.mark.parametrize(
    ("text", "end", "parted"),
    [
        ("手術です。次は", 4, 3),
        ("彼は「はい」と", 3, 2),
        ("待って、ください", 3, 2),
        ("数ヶ月後", 1, 0),
        ("患者主诉", 2, 2),
    ],
)
def test_marks_of_chinese_and_japanese_stay_with_what_they_end_or_begin(text, end, parted):
    assert whole_letters(text, end) == parted
