from app.dossier.groups import page_range


def test_page_ranges_are_short():
    assert page_range((2, 3, 4, 7)) == "3–5, 8"
    assert page_range((4, 2)) == "5, 3"
