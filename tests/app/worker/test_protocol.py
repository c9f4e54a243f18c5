import io
import json
import math
import struct

import pytest

from app.model.inside import InnerLink, Inside, OutlineLine, StuckNote
from app.model.record import PageFacts, Remark
from app.worker import examination_frames, protocol
from app.worker.orders import (
    Binding,
    Bookmark,
    Element,
    Examination,
    Link,
    Placed,
    Refusal,
    Refused,
    Verdict,
)
from app.worker.protocol import ProtocolBroken

FOUND = Examination(
    "application/pdf",
    (PageFacts(595.3, 841.9), PageFacts(100, 50, has_text=False)),
    ("Größe 12 µm", ""),
    frozenset({Remark.SIGNED, Remark.FILLED_FORM}),
    "made-1-rendition.pdf",
    "made-1-first.jpg",
    Inside(
        (OutlineLine("Größe", 1), OutlineLine("b", 0, 1)),
        (InnerLink(0, (0.0, 1.25, 595.3, 841.9), 1, 49.5), InnerLink(1, (1.0, 2.0, 3.0, 4.0), 0)),
        (StuckNote(1, "Dr “V”", "two\nlines"),),
        7,
    ),
)
BINDING = Binding(
    own="own.pdf",
    sources=("a.pdf", "b.pdf"),
    pages=(Placed(-1, 0), Placed(1, 4, 0)),
    frames=(b"q Q", b"", b"\x00\xff"),
    links=(Link(0, (1.0, 2.0, 3.5, 4.0), 1, None, "To “b”"), Link(1, (0, 0, 1, 1), 0, 700.5)),
    bookmarks=(Bookmark("Größe", 0), Bookmark("b", 1, 1)),
    paper=(595.276, 841.89),
    frame_margins=(10.0, 20.0, 30.0, 40.0),
    title="Records",
    language="en",
    result="dossier.pdf",
    password="secret",
    reproducible=False,
    made="2026-11-22",
    elements=(
        Element(1, "P", 0, 3, 1),
        Element(2, "TH", scope="Column", span=6),
        Element(1, "Figure", 1, 0, words="“b”", box=(1.0, 2.5, 3.0, 4.0)),
    ),
    labels=((0, 1), (1, 141)),
)


def through_a_pipe(header, body=b""):
    pipe = io.BytesIO()
    protocol.send(pipe, header, body)
    pipe.seek(0)
    return protocol.receive(pipe)


@pytest.mark.parametrize("found", [FOUND, Refused(Refusal.LOCKED, "asks")])
def test_what_was_found_comes_through_the_wall_unchanged(found):
    header, _ = through_a_pipe(examination_frames.encode_examination(found))
    assert examination_frames.decode_examination(header) == found


def test_an_order_to_bind_comes_through_the_wall_unchanged():
    header, body = through_a_pipe(*protocol.encode_binding(BINDING))
    assert protocol.decode_binding(header, body) == BINDING


def test_a_verdict_comes_through_the_wall_unchanged():
    verdict = Verdict(False, 12, 3, 4, ("JavaScript",), ("Page 3 is empty.",))
    header, _ = through_a_pipe(protocol.encode_verdict(verdict))
    assert protocol.decode_verdict(header) == verdict


@pytest.mark.parametrize(
    "change",
    [
        {"pages": [[0, 10, True]] * 2},
        {"pages": [[100_001, 10, True]] * 2},
        {"pages": [["10", 10, True]] * 2},
        {"pages": [[True, 10, True]] * 2},
        {"pages": [[10, 10, 1]] * 2},
        {"pages": [[10, 10]] * 2},
        {"pages": []},
        {"pages": [[10, 10, True]]},
        {"pages": [[1, 1, True]] * 100_001, "texts": [""] * 100_001},
        {"texts": ["x" * 5_000_001, ""]},
        {"texts": [None, ""]},
        {"remarks": ["harmless"]},
        {"rendition": "../case.casepack"},
        {"rendition": "/etc/passwd"},
        {"rendition": "C:file"},
        {"rendition": "a\\b"},
        {"picture": ".hidden"},
        {"picture": ""},
        {"picture": "a\x00b"},
        {"media_type": "<b>pdf</b>"},
        {"outline": [["a", 2, 0]]},
        {"outline": [["a", -1, 0]]},
        {"outline": [["a", 0, 6]]},
        {"outline": [["a" * 201, 0, 0]]},
        {"outline": [[1, 0, 0]]},
        {"outline": [["a", 0, 0]] * 2001},
        {"links": [[0, 1, 1, 2, 2, 2, None]]},
        {"links": [[2, 1, 1, 2, 2, 0, None]]},
        {"links": [[0, 3, 1, 2, 2, 1, None]]},
        {"links": [[0, 1, 3, 2, 2, 1, None]]},
        {"links": [[0, -1, 1, 2, 2, 1, None]]},
        {"links": [[1, 1, 1, 101, 2, 1, None]]},
        {"links": [[0, 1, 1, 2, 2, 1, 51]]},
        {"links": [[0, 1, 1, 2, 2, 1]]},
        {"links": [[0, 1, 1, 2, 2, 1, True]]},
        {"links": [[0, 1, 1, 2, 2, 1, None]] * 20_001},
        {"notes": [[0, "a", "x" * 4001]]},
        {"notes": [[0, "a" * 101, "x"]]},
        {"notes": [[2, "a", "x"]]},
        {"notes": [[0, None, "x"]]},
        {"notes": None},
        {"more_notes": -1},
        {"more_notes": True},
        {"refused": "because", "detail": ""},
        {"refused": "locked", "detail": "x" * 201},
    ],
    ids=lambda change: str(change)[:40],
)
def test_an_answer_out_of_range_is_not_believed(change):
    header = examination_frames.encode_examination(FOUND) | change
    with pytest.raises(ProtocolBroken):
        examination_frames.decode_examination(header)


def test_controls_and_direction_overrides_are_taken_out_of_a_text():
    header = examination_frames.encode_examination(FOUND)
    header["texts"] = ["a\x00b\r\nc\u202egnp.exe\u2066\ufffe\ud800\tend\x9b", ""]
    assert (
        examination_frames.decode_examination(through_a_pipe(header)[0]).texts[0]
        == "ab\ncgnp.exe\tend"
    )


def frame(said: bytes) -> io.BytesIO:
    return io.BytesIO(struct.pack("<I", len(said)) + said)


@pytest.mark.parametrize(
    "said",
    [
        b"[1, 2]",
        b"not json",
        b'{"a": NaN}',
        b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a": ' + b"9" * 5000 + b"}",
        b'{"bytes": 1}',
        b'{"bytes": -1}',
        b'{"bytes": "1"}',
    ],
    ids=range(8),
)
def test_a_frame_that_is_none_is_refused(said):
    with pytest.raises(ProtocolBroken):
        protocol.receive(frame(said), most_bytes=0)


def test_a_frame_longer_than_allowed_is_refused_before_it_is_read():
    with pytest.raises(ProtocolBroken):
        protocol.receive(io.BytesIO(struct.pack("<I", protocol.MOST_HEADER_BYTES + 1)))


def test_a_frame_that_breaks_off_is_the_end():
    whole = io.BytesIO()
    protocol.send(whole, {"a": 1}, b"body")
    for length in range(len(whole.getvalue())):
        assert protocol.receive(io.BytesIO(whole.getvalue()[:length])) is None


def test_more_than_fits_into_a_frame_is_not_sent(monkeypatch):
    monkeypatch.setattr(protocol, "MOST_HEADER_BYTES", 100)
    pipe = io.BytesIO()
    with pytest.raises(protocol.TooMuch):
        protocol.send(pipe, {"texts": ["x" * 200]})
    assert pipe.getvalue() == b""


def test_numbers_that_are_no_numbers_never_reach_a_page():
    header = examination_frames.encode_examination(FOUND)
    header["pages"] = [[math.inf, 1, True]] * 2
    with pytest.raises(ProtocolBroken):
        examination_frames.decode_examination(header)
    with pytest.raises(ProtocolBroken):
        protocol.receive(frame(json.dumps(header).encode()))


@pytest.mark.parametrize(
    "other", [[595.3, 841.9, 1, 0, 0], [595.3, 841.9, True, False], [[595.3], 841.9, 1, 0, 0], 7]
)
def test_a_page_is_checked_though_one_much_like_it_was_good(other):
    header = examination_frames.encode_examination(FOUND)
    header["pages"][1] = other
    with pytest.raises(ProtocolBroken):
        examination_frames.decode_examination(header)


def test_pages_that_are_alike_are_one_value():
    header = examination_frames.encode_examination(FOUND)
    header["pages"] = [header["pages"][0]] * 2
    first, second = examination_frames.decode_examination(header).pages
    assert first is second
