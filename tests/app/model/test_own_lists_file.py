"""Own lists as a file: what goes in comes out, and nothing else is ever taken."""

import json
import unicodedata
from dataclasses import fields, replace
from enum import Enum
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import FileUnreadable, NotUnderstood
from app.model.own_lists import (
    MOST_LINE,
    MOST_NUMBER,
    MOST_WISH,
    TWO_LINES,
    OwnLists,
    Unfit,
    one_line,
    reader_of,
    some_lines,
)
from app.model.own_lists_file import MOST_BYTES, MOST_ENTRIES, read, written
from app.model.partial_date import PartialDate
from app.model.person import Recipient
from app.model.recipient_profile import Images, RecipientProfile, Wishes

HEAD = {"kind": "casepack-lists", "version": 1, "language": "en"}


def file_of(**more):
    return json.dumps(HEAD | more).encode()


def refused(data):
    with pytest.raises(FileUnreadable) as told:
        read(data, "lists.json")
    words = str(told.value)
    assert "“lists.json”" in words
    assert one_line(words) == words
    return words


any_text = st.text(max_size=120) | st.text("ab é‏\u200b\x00\n\t<>\u0301", max_size=40)
line = any_text.map(lambda text: one_line(text).replace("<", "‹")).filter(bool)


def wish(name, kind):
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(0, MOST_NUMBER)
    if kind is float:
        return st.floats(0, MOST_NUMBER)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    tidy = some_lines if name in TWO_LINES else one_line
    return any_text.map(lambda text: tidy(text).replace("<", "‹"))


wishes = st.builds(
    Wishes, **{name: wish(name, kind) for name, kind in get_type_hints(Wishes).items()}
)
readers = st.builds(
    RecipientProfile,
    st.just(0),
    st.builds(Recipient, name=line, service=line | st.just(""), place=line | st.just("")),
    wishes,
    st.sampled_from(["", "surgeon", "of_later"]),
)
lists = st.builds(
    OwnLists,
    st.sampled_from(["en", "de", "pt-BR", "zh_Hant_TW"]),
    st.lists(line, max_size=5).map(tuple),
    st.lists(readers, max_size=3).map(tuple),
    st.lists(line, max_size=5).map(tuple),
)


@settings(max_examples=60, deadline=None)
@given(lists)
def test_what_goes_into_a_file_comes_out_of_it_just_so(one):
    data = written(one)
    assert read(data, "x") == one
    assert written(read(data, "x")) == data


@given(any_text)
def test_cleaned_words_stay_as_they_are_and_show_all_they_are(text):
    clean = one_line(text)
    assert one_line(clean) == clean
    assert some_lines(some_lines(text)) == some_lines(text)
    kept = set("\u200c\u200d")
    assert not [
        one for one in clean if unicodedata.category(one) in ("Cc", "Cf") and one not in kept
    ]
    assert "\n" not in clean


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_sentence(data):
    refused(data)


def values_for_json():
    plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    return st.recursive(
        plain,
        lambda inside: (
            st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=9), inside, max_size=3)
        ),
        max_leaves=8,
    )


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            ["kind", "version", "language", "checklist", "recipients", "questions", "x"]
        ),
        values_for_json(),
    )
)
def test_any_json_is_read_or_refused_with_a_sentence(more):
    data = json.dumps(HEAD | more).encode()
    try:
        found = read(data, "lists.json")
    except FileUnreadable:
        refused(data)
    else:
        assert read(written(found), "x") == found


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ({"kind": "something"}, "“kind”"),
        ({"version": 2}, "newer version"),
        ({"version": True}, "“version”"),
        ({"version": "1"}, "“version”"),
        ({"language": "<b>"}, "“language”"),
        ({"language": None}, "“language”"),
        ({"patient": "Margaret Ellis"}, "“patient”: there is no field of this name"),
        ({"checklist": "one"}, "“checklist”: this must be a list"),
        ({"checklist": ["one", 2]}, "“checklist”, entry 2: this must be a text"),
        ({"checklist": ["one", " \n\u200b"]}, "“checklist”, entry 2: there are no words"),
        ({"questions": ["x" * 301]}, "“questions”, entry 1: 301 letters are too many; 300 fit"),
        ({"questions": ["Is <b>this</b> so?"]}, "“questions”, entry 1: only plain words"),
        ({"questions": ["<script>x</script>"]}, "“questions”, entry 1: only plain words"),
        ({"questions": ["<!-- x -->"]}, "“questions”, entry 1: only plain words"),
        ({"questions": ["x"] * 201}, "“questions”: 201 entries are too many; 200 fit"),
        ({"recipients": ["Dr Lindqvist"]}, "“recipients”, entry 1: this must be an object"),
        ({"recipients": [{}]}, "“recipients”, entry 1: a name or a service is missing"),
        ({"recipients": [{"name": "A", "note": "x"}]}, "entry 1, “note”: there is no field"),
        ({"recipients": [{"name": "A", "checked_on": "2026"}]}, "“checked_on”"),
        ({"recipients": [{"name": "A", "reply_to": "x"}]}, "“reply_to”"),
        ({"recipients": [{"name": ["A"]}]}, "entry 1, “name”: this must be a text"),
        ({"recipients": [{"name": "A", "preset": "../x"}]}, "“preset”"),
        ({"recipients": [{"name": "A", "wishes": []}]}, "“wishes”: this must be an object"),
        ({"recipients": [{"name": "A", "wishes": {"colour": 1}}]}, "“colour”: there is no field"),
        ({"recipients": [{"name": "A", "wishes": {"images": "film"}}]}, "one of not_said, reports"),
        (
            {"recipients": [{"name": "A", "wishes": {"by_email": 1}}]},
            "“by_email”: this must be true",
        ),
        ({"recipients": [{"name": "A", "wishes": {"most_pages": 1.5}}]}, "a whole number"),
        ({"recipients": [{"name": "A", "wishes": {"most_pages": True}}]}, "a whole number"),
        ({"recipients": [{"name": "A", "wishes": {"most_pages": -1}}]}, "between 0 and 10000"),
        ({"recipients": [{"name": "A", "wishes": {"most_megabytes": 1e300}}]}, "between 0 and"),
        ({"recipients": [{"name": "A", "wishes": {"scope": "x" * 1001}}]}, "1001 letters"),
    ],
)
def test_what_does_not_fit_is_refused_and_its_field_is_named(more, where):
    assert where in refused(file_of(**more))


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"", "Line 1: this is not written as JSON"),
        (b'{\n"kind": casepack\n}', "Line 2: this is not written as JSON"),
        (b"{\n\n\xff}", "Line 3: this is no text in UTF-8"),
        ("{}".encode("utf-16"), "UTF-8"),
        (b"[1, 2]", "an object in curly brackets"),
        (b"null", "an object in curly brackets"),
        (b"{}", "“kind”"),
        (b"[" * 200_000, "too many brackets in brackets"),
        (b'{"a":' * 100_000, "too many brackets in brackets"),
        (b'{"kind": "\\"]]]", "x": [[[[[]]]]]}', "too many brackets in brackets"),
        (b'{"kind": "a", "kind": "b"}', "“kind”: this field is there twice"),
        (b'{"version": ' + b"9" * 100_000 + b"}", "this number is too long"),
        (b'{"version": 1.' + b"9" * 100_000 + b"}", "this number is too long"),
        (b'{"version": NaN}', "“NaN”: this is no number"),
        (b'{"version": -Infinity}', "this is no number"),
        (b" " * (MOST_BYTES + 1), "larger than a file of lists"),
        (b'{"' + b'\\"' * 300_000, "not written as JSON"),
        (b"PK\x03\x04" + bytes(500), "Line 1"),
        (b"<html><body>Hello</body></html>", "not written as JSON"),
    ],
)
def test_a_hostile_file_is_refused_at_once_and_says_where(data, where):
    assert where in refused(data)


def test_a_name_of_a_field_cannot_turn_the_sentence_round():
    words = refused(file_of(**{"\u202eevil\x1b[31m" + "x" * 500: 1}))
    assert "\u202e" not in words
    assert "\x1b" not in words
    assert len(words) < 200


def test_brackets_and_quotes_in_a_text_are_letters():
    text = 'What about "[[[[[[" and \\ {{{{{?'
    assert read(file_of(questions=[text]), "x").questions == (text,)


def test_words_that_turn_round_or_do_not_show_are_taken_away():
    dirty = "MRI\u202e of\x00 the\u200b\nspine\ud800 \x1b[0m"
    assert read(file_of(checklist=[dirty]), "x").checklist == ("MRI of the spine [0m",)


def test_signs_of_arithmetic_are_no_markup():
    kept = ("PSA < 4 and > 2", "a<b", "Write to <desk@clinic.example>")
    assert read(file_of(checklist=list(kept)), "x").checklist == kept


def test_a_file_of_an_editor_that_marks_its_start_can_be_read():
    assert read(b"\xef\xbb\xbf" + file_of(checklist=["A"]), "x").checklist == ("A",)


def test_the_example_of_the_documents_can_be_read(root):
    text = (root / "docs" / "lists.md").read_text(encoding="utf-8")
    example = text.partition("```json\n")[2].partition("```")[0]
    found = read(example.encode(), "x")
    assert found.count == 4
    assert found.recipients[0].wishes == Wishes(images=Images.BOTH, most_pages=30)
    for number in (MOST_LINE, MOST_ENTRIES, f"{MOST_WISH:,}", f"{MOST_NUMBER:,}"):
        assert str(number) in text


@pytest.fixture
def root():
    from app.resources import ROOT

    return ROOT.parent


def test_of_a_reader_only_who_they_are_and_what_they_wish_goes_in():
    profile = RecipientProfile(
        7,
        Recipient("Dr Lindqvist", "Spine", "Northgate", "12 May, 10:00", "Daniel Ellis, 555-0143"),
        Wishes(most_pages=30, tissue_address="Desk 3\n\nNorthgate"),
        "surgeon",
        PartialDate.from_stored("2026-05-12"),
        "Anna at the desk",
        "She was kind to Margaret",
    )
    data = written(OwnLists(recipients=(profile,))).decode()
    for gone in ("12 May", "Daniel", "555", "2026", "Anna", "Margaret"):
        assert gone not in data
    [back] = read(data.encode(), "x").recipients
    assert back == reader_of(profile)
    assert back.wishes.tissue_address == "Desk 3\nNorthgate"
    assert {field.name for field in fields(back)} == {
        "id", "recipient", "wishes", "preset", "checked_on", "checked_by", "note"
    }  # a new one has to be thought about here  # fmt: skip


def test_what_no_file_may_hold_is_not_written():
    with pytest.raises(Unfit, match="only plain words"):
        written(OwnLists(checklist=("<b>x</b>",)))
    with pytest.raises(NotUnderstood, match="201 entries"):
        written(OwnLists(questions=("x",) * 201))
    with pytest.raises(Unfit, match="most_pages"):
        wished = replace(Wishes(), most_pages=10_001)
        written(OwnLists(recipients=(RecipientProfile(0, Recipient("A"), wished),)))


def test_more_than_a_file_can_hold_is_said():
    wished = Wishes(scope="é" * 1000, forms="é" * 1000, naming="é" * 1000)
    many = tuple(RecipientProfile(0, Recipient("A"), wished) for _ in range(200))
    with pytest.raises(NotUnderstood, match="too long for one file"):
        written(OwnLists(recipients=many))
