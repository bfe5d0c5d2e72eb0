"""What the bleeds after sex were like, and how much is written down, in a few lines."""

from datetime import date

from diary.cli.rates.words import print_heading, print_lines, times
from diary.cli.words import plain
from diary.rates.course import Course, Spread
from diary.rates.recorded import Recorded


def show_course(course: Course) -> None:
    """Print what is written down of the bleeds after sex, and of how many of them."""
    if not course.bleeds:
        return
    print_heading(
        f"The {course.bleeds} bleeds after sex" if course.bleeds > 1 else "The bleed after sex"
    )
    print_lines(
        [
            f"- How soon: {_how_soon(course)}.",
            f"- How long: {_how_long(course)}.",
            f"- How much: {_how_much(course)}.",
            f"- Pain then: {_pain(course)}.",
        ]
    )


def _how_soon(course: Course) -> str:
    parts = [f"during sex {times(course.during_sex)}"] if course.during_sex else []
    left = course.bleeds - course.during_sex - course.hours_until.recorded
    if course.hours_until.recorded:
        hours = _range(course.hours_until, "hour")
        parts.append(f"{hours} after sex, {times(course.hours_until.recorded)}")
    return _and_left(parts, left)


def _how_long(course: Course) -> str:
    long = course.hours_long
    parts = [f"{_range(long, 'hour')}, {times(long.recorded)}"] if long.recorded else []
    parts += [f"over more than one day {times(course.next_day)}"] if course.next_day else []
    return _and_left(parts, course.bleeds - long.recorded)


def _how_much(course: Course) -> str:
    said = {amount: number for amount, number in course.amounts if amount is not None}
    parts = [f"{plain(amount)} {times(number)}" for amount, number in said.items()]
    return _and_left(parts, course.bleeds - sum(said.values()))


def _pain(course: Course) -> str:
    pain, told = course.pain, sum(number for _, number in course.pain_in_words)
    parts = [f"{_range(pain, '')} of 10, {times(pain.recorded)}"] if pain.recorded else []
    parts += [
        f"{plain(word) if word else 'pain, strength not written down,'} {times(number)}"
        for word, number in course.pain_in_words
    ]
    return _and_left(parts, course.bleeds - pain.recorded - told)


def _range(spread: Spread, unit: str) -> str:
    least, most = round(spread.least or 0, 1), round(spread.most or 0, 1)
    numbers = f"{least:g}" if least == most else f"{least:g} to {most:g}"
    if not unit:
        return numbers
    return f"{numbers} {unit}" if least == most == 1 else f"{numbers} {unit}s"


def _and_left(parts: list[str], left: int) -> str:
    return "; ".join([*parts, f"not written down {times(left)}"] if left else parts)


def show_recorded(recorded: Recorded) -> None:
    """Print on how many days and of how many times something is written down."""
    print_heading("How much is written down")
    print_lines(
        [
            f"- Entries on {recorded.days_with_entry} of {_days(recorded.days)}.",
            f"- Times of sex: {recorded.times}.",
            f"- Longest time without an entry: {_gap(recorded)}.",
        ]
    )


def _gap(recorded: Recorded) -> str:
    if not recorded.longest_gap:
        return "none"
    return f"{_days(recorded.longest_gap)}, {_between(recorded.gap_start, recorded.gap_end)}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _between(first: date | None, last: date | None) -> str:
    return f"{first}" if first == last else f"{first} to {last}"
