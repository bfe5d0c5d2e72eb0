"""The page on the forecast says what the code does, and what it must not be used for."""

from pathlib import Path

import pytest

from benchmarks.forecast import implied_table
from diary.cycles import next_length as model

PAGE = (Path(__file__).parents[2] / "docs" / "forecast.md").read_text(encoding="utf-8")
TEXT = " ".join(PAGE.split())


def test_the_page_shows_what_the_constants_say_of_people() -> None:
    """After a change: python -m benchmarks.forecast, and its tables into docs/forecast.md"""
    assert implied_table() in PAGE


@pytest.mark.parametrize(
    "sentence",
    [
        f"mean {model.POPULATION_MEAN} and standard deviation {model.BETWEEN} days",
        f"{100 * model.UNUSUAL:.1f} % of people any mean from 15 to 80 days",
        f"half of all people have a spread under {model.WITHIN} days",
        f"standard deviation of {model.WITHIN_FACTOR}.",
        f"{100 * model.ODD:.0f} % of cycles are odd and lie {model.FAR} days off",
        f"the last {model.RECENT} cycles count",
        f"a grid of {len(model.MEANS)} means and {len(model.SPREADS)} spreads",
    ],
)
def test_the_page_names_the_numbers_of_the_code(sentence: str) -> None:
    assert sentence in TEXT


def test_the_page_says_what_the_forecast_must_not_be_used_for() -> None:
    assert "**It never predicts fertile days and must not be used as contraception" in TEXT
