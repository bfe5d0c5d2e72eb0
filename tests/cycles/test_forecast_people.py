"""How the forecast does for made-up people: a short form of `python -m benchmarks.forecast`."""

from statistics import fmean, median

import pytest

from benchmarks.forecast import Forecasted, asked_of_diaries, people_of, simple_methods, walked
from benchmarks.made_up_people import POPULATIONS

NAMED = {population.name: population for population in POPULATIONS}


@pytest.fixture(scope="module")
def found() -> dict[str, list[Forecasted]]:
    walks = {}
    for name in ("regular", "fairly regular", "mixed", "irregular"):
        people = people_of(NAMED[name], 15)
        walks[name] = walked(people, simple_methods(people))
    return walks


def test_the_interval_holds_the_next_start_about_80_times_in_100(
    found: dict[str, list[Forecasted]],
) -> None:
    all_of_them = [one for walk in found.values() for one in walk]
    assert len(all_of_them) > 600
    assert 0.76 <= fmean(one.holds for one in all_of_them) <= 0.88


def test_the_interval_holds_for_people_who_have_just_begun(
    found: dict[str, list[Forecasted]],
) -> None:
    begun = [one for walk in found.values() for one in walk if one.before <= 2]
    assert 0.76 <= fmean(one.holds for one in begun) <= 0.92


def test_the_interval_is_no_wider_than_it_is_of_use(found: dict[str, list[Forecasted]]) -> None:
    assert median(one.width for one in found["fairly regular"]) <= 8
    assert median(one.width for one in found["irregular"]) <= 10


@pytest.mark.parametrize("name", ["regular", "fairly regular", "mixed", "irregular"])
def test_the_expected_day_is_nearer_than_the_mean_of_all_earlier_cycles(
    found: dict[str, list[Forecasted]], name: str
) -> None:
    ours, mean = (fmean(one.off[method] for one in found[name]) for method in ("ours", "mean"))
    assert ours < mean


def test_ordinary_diaries_get_a_forecast_on_nearly_any_day() -> None:
    asked = asked_of_diaries(NAMED["fairly regular"], 6)["on any day"]
    assert len(asked) > 60
    assert fmean(one.answered for one in asked) >= 0.98
