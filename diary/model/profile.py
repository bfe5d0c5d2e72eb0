"""What holds for the person now."""

import re
from dataclasses import dataclass
from datetime import date

from diary.errors import InvalidValue
from diary.model.limits import check_day, check_range, in_order
from diary.model.vocabulary import MenstrualStatus, Organ


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The person, as far as they said; None is unknown.

    `organs` None: not said. Given: all parts that the person has now, so that a part in neither
    `organs` nor `organs_unsure` is not there. Lengths are days; `birth_year` is the year alone,
    for privacy. `country` is ISO 3166-1 alpha-2, `region` ISO 3166-2.
    """

    birth_year: int | None = None
    organs: tuple[Organ, ...] | None = None
    organs_unsure: tuple[Organ, ...] = ()
    menstrual_status: MenstrualStatus | None = None
    menarche_age: int | None = None
    last_period_start: date | None = None
    usual_cycle_length: int | None = None
    usual_period_length: int | None = None
    country: str | None = None
    region: str | None = None

    def __post_init__(self) -> None:
        """Refuse numbers outside their range and codes that are none."""
        check_range("the year of birth", self.birth_year, 1900, 2100)
        check_range("the age at the first period", self.menarche_age, 5, 25)
        check_day("the first day of the last period", self.last_period_start)
        check_range("the usual cycle length", self.usual_cycle_length, 10, 400)
        check_range("the usual period length", self.usual_period_length, 1, 60)
        if self.country is not None and not re.fullmatch(r"[A-Z]{2}", self.country):
            raise InvalidValue("the country is not a code of two capital letters, such as GB")
        if self.region is not None and not re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", self.region):
            raise InvalidValue("the region is not a code such as GB-SCT")
        if self.organs is not None:
            object.__setattr__(self, "organs", in_order("the parts", self.organs))
        unsure = in_order("the parts you are not sure about", self.organs_unsure)
        object.__setattr__(self, "organs_unsure", unsure)
