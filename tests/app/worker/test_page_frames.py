import math

import pytest

from app.worker import page_frames
from app.worker.orders import MOST_WORDS, PageWords, Rendered, Word
from app.worker.protocol import ProtocolBroken

WORDS = PageWords(200.0, 300.0, (Word("Größe", 1.25, 2.0, 30.5, 14.0), Word("12", 0, 0, 200, 300)))
HEADER = page_frames.encode_words(WORDS)


def test_the_words_of_a_page_come_through_the_wall_unchanged():
    assert page_frames.decode_words(HEADER) == WORDS


def test_a_box_may_reach_the_edge_however_it_was_rounded():
    header = HEADER | {"width": 199.996, "words": [["a", 0, 0, 200.0, 9]]}
    assert page_frames.decode_words(header).words == (Word("a", 0, 0, 199.996, 9),)


def test_controls_are_taken_out_of_a_word_and_an_empty_one_is_left_out():
    header = HEADER | {"words": [["a\u202e\x00b", 0, 0, 9, 9], ["\u202e", 0, 0, 9, 9]]}
    assert [word.text for word in page_frames.decode_words(header).words] == ["ab"]


@pytest.mark.parametrize(
    "change",
    [
        {"width": 0},
        {"width": math.inf},
        {"height": 100_001},
        {"height": "300"},
        {"width": True},
        {"words": None},
        {"words": [["a", 0, 0, 9]]},
        {"words": [["a", 0, 0, 9, 301]]},
        {"words": [["a", 9, 0, 0, 9]]},
        {"words": [["a", 0, 9, 9, 0]]},
        {"words": [["a", -1, 0, 9, 9]]},
        {"words": [["a", math.nan, 0, 9, 9]]},
        {"words": [["a", None, 0, 9, 9]]},
        {"words": [["a" * 1001, 0, 0, 9, 9]]},
        {"words": [[1, 0, 0, 9, 9]]},
        {"words": ["word"]},
        {"words": [["a", 0, 0, 9, 9]] * (MOST_WORDS + 1)},
    ],
    ids=lambda change: str(change)[:40],
)
def test_words_out_of_range_are_not_believed(change):
    with pytest.raises(ProtocolBroken):
        page_frames.decode_words(HEADER | change)


def test_a_drawing_comes_through_the_wall_unchanged():
    made = Rendered("made-1-page.raw", 600, 800)
    assert page_frames.decode_rendered(page_frames.encode_rendered(made)) == made


@pytest.mark.parametrize(
    "header",
    [
        {"file": "../a", "width": 1, "height": 1},
        {"file": "a", "width": 0, "height": 1},
        {"file": "a", "width": 1, "height": -1},
        {"file": "a", "width": 1.5, "height": 1},
        {"file": "a", "width": 10_000, "height": 10_000},
        {"file": "a"},
    ],
    ids=str,
)
def test_a_drawing_out_of_range_is_not_believed(header):
    with pytest.raises(ProtocolBroken):
        page_frames.decode_rendered(header)
