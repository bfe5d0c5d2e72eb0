"""A history is in order, and can be seen as it was known on an earlier day."""

import datetime as dt

from made_up import after_sex, day, sex

from diary.model import AbsentFact, Entry, Fact, FactKind, History, Profile
from diary.model.background_words import Contraception, Visit


def test_entries_are_in_the_order_of_day_and_time() -> None:
    evening = Entry(date=day("2026-03-01"), time=dt.time(22, 0))
    morning = Entry(date=day("2026-03-01"), time=dt.time(7, 0))
    untimed = Entry(date=day("2026-03-01"))
    earlier = sex("2026-02-01")
    history = History(entries=(evening, morning, untimed, earlier))
    assert history.entries == (earlier, untimed, morning, evening)


def test_what_is_dated_later_was_not_known() -> None:
    history = History(
        profile=Profile(birth_year=1990, last_period_start=day("2026-03-05")),
        background=(
            Fact(what=Contraception.CONDOMS),
            Fact(what=Visit.CHECKED_NORMAL, start=day("2026-03-02")),
        ),
        background_absent=(
            AbsentFact(kind=FactKind.HRT, date=day("2026-03-01")),
            AbsentFact(kind=FactKind.CONDITION, date=day("2026-03-02")),
        ),
        entries=(after_sex("2026-03-01"), sex("2026-03-02")),
    )
    known = history.known_on(day("2026-03-01"))
    assert known.profile == Profile(birth_year=1990)
    assert known.background == (Fact(what=Contraception.CONDOMS),)
    assert [answer.kind for answer in known.background_absent] == [FactKind.HRT]
    assert known.entries == (after_sex("2026-03-01"),)


def test_facts_of_one_kind_come_by_their_start() -> None:
    pill = Fact(what=Contraception.COMBINED_PILL, start=day("2025-01-01"))
    condoms = Fact(what=Contraception.CONDOMS)
    visit = Fact(what=Visit.OTHER, start=day("2024-01-01"))
    history = History(background=(pill, visit, condoms))
    assert history.facts(FactKind.CONTRACEPTION) == (condoms, pill)
