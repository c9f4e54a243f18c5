from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.breakable import breakable


@given(st.text(alphabet="ab \n.", max_size=120))
def test_a_long_name_may_go_over_two_lines_and_nothing_of_it_is_lost(text):
    shown = breakable(text)
    assert shown.replace("\u200b", "") == text
    assert max(map(len, shown.replace("\u200b", " ").split()), default=0) <= 16


def test_ordinary_words_stay_as_they_are():
    assert breakable("Consents that end within 30 days") == "Consents that end within 30 days"
