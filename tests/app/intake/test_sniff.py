import pytest

from app.intake.sniff import refusal


def test_a_disc_picture_that_starts_like_a_tiff_is_named_as_what_it_is():
    head = b"II*\0" + bytes(124) + b"DICM" + b"\x02\0\0\0UL\x04\0" + bytes(100)
    assert "scan pictures from a disc" in refusal("CT_small", head, 40_000)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("section.xml", b'<section>\n<templateId root="2.16.840.1"/>'),
        ("export.xml", b'<HealthData locale="en_US">'),
        ("section.XML", b"<!-- a sample -->\n<ClinicalDocument/>"),
        ("card.smart-health-card", b'{"verifiableCredential": []}'),
    ],
)
def test_a_portals_data_file_is_named_as_such_whatever_it_begins_with(name, head):
    assert "data file from a health portal" in refusal(name, head, len(head))


def test_a_drawing_says_how_it_becomes_a_pdf():
    assert "print it to a PDF" in refusal("code.svg", b"<svg xmlns='x'>", 15)


@pytest.mark.parametrize("head", [b"%PDF-1.7\n", b"\xff\xd8\xff\xe0", b"II*\0\x08\0\0\0"])
def test_a_paper_or_a_photo_goes_on_to_the_sealed_room(head):
    assert refusal("x", head, len(head)) is None
