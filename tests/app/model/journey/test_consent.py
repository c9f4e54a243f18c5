"""Who may decide on a day: no power that has ended is told as if it still held."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model.journey.consent import Consent, Power, may_decide
from app.model.partial_date import PartialDate, day

NOW = date(2026, 11, 22)


def test_guardians_and_those_who_decide_are_named_and_nobody_else():
    every = [Consent(number, power.value, power) for number, power in enumerate(Power)]
    assert {one.power for one in may_decide(every, NOW)} == {Power.DECIDE, Power.GUARDIAN}


def test_an_end_that_is_not_exact_enough_to_tell_leaves_the_power_in():
    this_year = Consent(1, "Ann", Power.DECIDE, until=PartialDate.from_stored("2026"))
    last_year = Consent(2, "Bob", Power.DECIDE, until=PartialDate.from_stored("2025"))
    assert may_decide([this_year, last_year], NOW) == (this_year,)


@given(st.integers(-2000, 2000))
def test_a_power_holds_up_to_its_last_day_and_not_after_it(days):
    one = Consent(1, "Ann", Power.GUARDIAN, until=day(NOW + timedelta(days)))
    assert bool(may_decide([one], NOW)) is (days >= 0)
