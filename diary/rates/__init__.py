"""How often bleeding followed sex: "x of y times", never a number without its denominator."""

from diary.rates.interval import exact_interval
from diary.rates.overview import Overview, overview
from diary.rates.rate import MIN_TIMES, Rate, bled_after, count, rate

__all__ = [
    "MIN_TIMES",
    "Overview",
    "Rate",
    "bled_after",
    "count",
    "exact_interval",
    "overview",
    "rate",
]
