"""Covering, lightening and seeking inside the sealed room, and what it says about them."""

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from app.errors import SealedRoomFailure
from app.progress import Cancelled, Progress
from app.worker import page_wire
from app.worker.page_orders import (
    Covered,
    CoveredPage,
    Covering,
    FoundWords,
    Lightened,
    Lightening,
    Seeking,
    Sought,
)
from app.worker.page_room import PageRoom
from app.worker.protocol import ProtocolBroken

parts = st.floats(0, 1)
boxes = st.tuples(parts, parts, parts, parts)
pages = st.builds(
    CoveredPage,
    st.integers(0, 9999),
    st.lists(boxes, max_size=4).map(tuple),
    st.lists(st.text("abc äß", max_size=20), max_size=4).map(tuple),
)


@given(st.lists(pages, max_size=4).map(tuple), st.integers(72, 600), st.booleans())
def test_an_order_to_cover_survives_the_wire(some, dots, layer):
    order = Covering("a.pdf", "b.pdf", some, dots, layer)
    assert page_wire.decode_covering(page_wire.encode_covering(order)) == order


def test_all_other_orders_and_answers_survive_the_wire():
    for encode, decode, value in (
        (
            page_wire.encode_covered,
            page_wire.decode_covered,
            Covered(((("a b", "c"), ("d",)), ((),))),
        ),
        (
            page_wire.encode_lightening,
            page_wire.decode_lightening,
            Lightening("a.pdf", "b.pdf", 150, grey=True, quality=60),
        ),
        (page_wire.encode_lightened, page_wire.decode_lightened, Lightened(2, 100, 50)),
        (
            page_wire.encode_seeking,
            page_wire.decode_seeking,
            Seeking("a.pdf", (Sought("x"), Sought("y", 3)), "secret"),
        ),
        (
            page_wire.encode_found,
            page_wire.decode_found,
            (FoundWords("x", None), FoundWords("y", 3)),
        ),
    ):
        assert decode(encode(value)) == value


@pytest.mark.parametrize(
    "page", [[0, [[0, 0, 1, 2]], []], [0, [[0, 0, 1]], []], [-1, [], []], [0, []], "page"]
)
def test_an_order_with_nonsense_in_it_is_refused(page):
    header = page_wire.encode_covering(Covering("a.pdf", "b.pdf", ()))
    with pytest.raises(ProtocolBroken):
        page_wire.decode_covering({**header, "pages": [page]})


def test_the_room_covers_seeks_and_lightens_files_in_its_folder():
    with PageRoom() as room:
        canvas = Canvas(str(room.folder / "letter.pdf"), (600, 800))
        canvas.drawString(50, 700, "Sophie Brandt")
        canvas.drawString(50, 600, "Iron")
        canvas.save()
        box = CoveredPage(0, ((0, 0.1, 1, 0.14),), ("private",))
        done = room.cover(Covering("letter.pdf", "covered.pdf", (box,), text_layer=True))
        assert done.hidden == ((("Sophie Brandt",),),)
        assert (
            pypdf.PdfReader(room.folder / "covered.pdf").pages[0].extract_text().strip() == "Iron"
        )
        wanted = (Sought("Sophie Brandt"),)
        assert room.seek(Seeking("covered.pdf", wanted)) == ()
        assert FoundWords("Sophie Brandt", 0) in room.seek(Seeking("letter.pdf", wanted))
        light = room.lighten(Lightening("covered.pdf", "light.pdf", 72, grey=True, quality=30))
        assert light.pictures == 1
        assert light.after < light.before


def test_a_page_that_cannot_be_covered_is_a_plain_failure_and_a_stop_stops():
    with PageRoom() as room:
        canvas = Canvas(str(room.folder / "letter.pdf"))
        canvas.save()
        box = CoveredPage(5, ((0, 0, 1, 1),))
        with pytest.raises(SealedRoomFailure):
            room.cover(Covering("letter.pdf", "covered.pdf", (box,)))
        progress = Progress()
        progress.cancel()
        with pytest.raises(Cancelled):
            room.cover(Covering("letter.pdf", "covered.pdf", (box,)), progress)
