"""Hours and temperatures as people write them."""

import re

from diary.errors import InvalidValue

HOURS_IN = {"": 1.0, "h": 1.0, "m": 1 / 60, "d": 24.0}
_NUMBER = r"([0-9]{1,4}(?:[.,][0-9]{1,3})?)"


def read_number(text: str) -> float:
    """Read 2, 0.5 or 0,5.

    Raises:
        InvalidValue: where it is no such number.
    """
    found = re.fullmatch(_NUMBER, text.strip())
    if found is None:
        raise InvalidValue("that is not a number; write it like 2 or 0.5")
    return _float(found[1])


def read_whole(text: str) -> int:
    """Read 0, 3 or 11.

    Raises:
        InvalidValue: where it is no whole number.
    """
    if not re.fullmatch(r"[0-9]{1,6}", text.strip()):
        raise InvalidValue("that is not a whole number; write it like 3")
    return int(text)


def read_hours(text: str) -> float:
    """Read hours: 2, 1.5, 30 min, 2 days; the last two become 0.5 and 48.

    Raises:
        InvalidValue: where it is no length of time.
    """
    found = re.fullmatch(
        rf"{_NUMBER} ?(|h|hrs?|hours?|m|mins?|minutes?|days?)", text.strip().lower()
    )
    if found is None:
        raise InvalidValue("that length of time is not clear; write it like 2 hours or 30 min")
    return round(_float(found[1]) * HOURS_IN[found[2][:1]], 3)


def read_temperature(text: str) -> float:
    """Read degrees Celsius; a number of 86 or more can only be Fahrenheit and is turned.

    Raises:
        InvalidValue: where it is no temperature.
    """
    found = re.fullmatch(rf"{_NUMBER} ?°? ?([cf]?)", text.strip().lower())
    if found is None:
        raise InvalidValue("that temperature is not clear; write it like 38.2 or 100.8 F")
    degrees = _float(found[1])
    if found[2] == "f" or (not found[2] and degrees >= 86):
        return round((degrees - 32) * 5 / 9, 1)
    return degrees


def _float(text: str) -> float:
    return float(text.replace(",", "."))
