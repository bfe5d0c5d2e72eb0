"""Bleeding days to spells, periods and cycles: pure functions of a History cut to a day."""

from diary.cycles.chart import Chart, Cycle, CycleDay, Gap, chart
from diary.cycles.forecast import Forecast, forecast, next_period
from diary.cycles.periods import Period
from diary.cycles.reasons import why_no_cycles
from diary.cycles.spells import DRY_DAYS, Spell

__all__ = [
    "DRY_DAYS",
    "Chart",
    "Cycle",
    "CycleDay",
    "Forecast",
    "Gap",
    "Period",
    "Spell",
    "chart",
    "forecast",
    "next_period",
    "why_no_cycles",
]
