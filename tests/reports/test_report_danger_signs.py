"""Danger signs: recorded, asked about and absent, and never asked about."""

from dataclasses import replace
from typing import cast

import pytest
from made_up import after_sex, day, period, sex

from diary.model import Bleeding, Entry, Fact, History, Pain, Profile, Symptom
from diary.model.background_words import Pregnancy
from diary.model.vocabulary import Amount, Answer, BleedingSource, MenstrualStatus, Timing
from diary_reports.content import compose
from diary_reports.first_page import LAST_ASKED, first_page

AS_OF = day("2026-11-21")


def test_danger_signs_recorded_absent_and_never_asked_are_three_things(
    recurrent: History,
) -> None:
    danger = compose(recurrent, AS_OF).danger
    assert danger.recorded == ("bloodstained discharge (7 Nov 2026)",)
    assert danger.absent == ("heavy bleeding", "flooding", "feverish", "fainting")
    assert "weight loss" in danger.never_asked
    told = {*danger.absent, "bloodstained discharge"}
    assert not told.intersection(danger.never_asked)


def test_blood_after_the_menopause_is_a_danger_sign_by_itself() -> None:
    over = Profile(menstrual_status=MenstrualStatus.POSTMENOPAUSE)
    history = History(profile=over, entries=(after_sex("2026-10-01"), sex("2026-10-09")))
    danger = compose(history, AS_OF).danger
    assert danger.recorded == ("bleeding after the menopause (1 Oct 2026)",)


def test_blood_in_a_pregnancy_is_a_danger_sign_but_not_the_period_that_it_counts_from() -> None:
    pregnant = Fact(what=Pregnancy.ONGOING, start=day("2026-09-01"))
    entries = (*period("2026-09-01"), after_sex("2026-08-20"), after_sex("2026-10-20"))
    danger = compose(History(entries=entries, background=(pregnant,)), AS_OF).danger
    assert danger.recorded == ("bleeding in pregnancy (20 Oct 2026)",)


def test_a_heavy_bleed_that_nobody_calls_a_period_is_never_told_as_one() -> None:
    """It could be a period by its amount; the page must not say "no bleeding but periods"."""
    bleeding = Bleeding(
        source=BleedingSource.VAGINAL, amount=Amount.HEAVY, timing=Timing.NOT_AFTER_SEX
    )
    entry = Entry(date=day("2026-11-20"), bleeding=bleeding, symptoms=(Symptom.FAINT,))
    content = compose(History(entries=(entry,)), AS_OF)
    assert content.opening == "Bleeding that may be a period once since 20 November 2026."
    assert content.danger.recorded == ("heavy bleeding (20 Nov 2026)", "fainting (20 Nov 2026)")


def test_a_heavy_period_is_told_as_one_and_not_as_absent() -> None:
    danger = compose(History(entries=period("2026-11-01", days=2, amount="heavy")), AS_OF).danger
    assert danger.recorded == ("heavy bleeding in a period (1 Nov, 2 Nov 2026)",)
    assert "heavy bleeding" not in danger.absent


def test_heavy_bleeding_is_absent_only_where_the_amount_is_recorded_each_time() -> None:
    light = after_sex("2026-10-01")
    assert light.bleeding is not None
    assert light.bleeding.amount is not None
    unsaid = replace(light, date=day("2026-10-09"), bleeding=replace(light.bleeding, amount=None))
    assert "heavy bleeding" in compose(History(entries=(light,)), AS_OF).danger.absent
    assert "heavy bleeding" not in compose(History(entries=(light, unsaid)), AS_OF).danger.absent


def test_a_sign_recorded_once_is_recorded_whatever_a_later_day_says() -> None:
    first = Entry(date=day("2026-11-01"), symptoms=(Symptom.FAINT,))
    later = Entry(date=day("2026-11-03"), absent=(Symptom.FAINT,))
    danger = compose(History(entries=(first, later)), AS_OF).danger
    assert danger.recorded == ("fainting (1 Nov 2026)",)
    assert danger.absent == ()


def test_heavy_bleeding_soaked_pads_sudden_pain_and_fever_are_danger_signs() -> None:
    heavy = Entry(
        date=day("2026-11-01"),
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL,
            amount=Amount.HEAVY,
            timing=Timing.NOT_AFTER_SEX,
            period=Answer.NO,
            pads_per_hour=1.5,
            large_clot_count=3,
        ),
    )
    pain = Entry(date=day("2026-11-02"), pain=Pain(score=8, sudden=True), temperature_c=38.4)
    danger = compose(History(entries=(heavy, pain)), AS_OF).danger
    assert danger.recorded == (
        "heavy bleeding (1 Nov 2026)",
        "clots of 25 mm or more (1 Nov 2026)",
        "1.5 pads soaked an hour (1 Nov 2026)",
        "sudden pain 8 of 10 (2 Nov 2026)",
        "fever 38.4 °C (2 Nov 2026)",
    )


@pytest.mark.parametrize(
    ("celsius", "recorded", "absent"),
    [(37.9, (), ("fever (measured)",)), (38.0, ("fever 38 °C (2 Nov 2026)",), ())],
)
def test_fever_begins_at_38_degrees(
    celsius: float, recorded: tuple[str, ...], absent: tuple[str, ...]
) -> None:
    entry = Entry(date=day("2026-11-02"), temperature_c=celsius)
    danger = compose(History(entries=(entry,)), AS_OF).danger
    assert (danger.recorded, danger.absent) == (recorded, absent)
    assert "feverish" not in danger.never_asked


def test_the_signs_that_are_asked_first_follow_the_source(rectal: History, semen: History) -> None:
    assert "bowel habit change" in compose(rectal, AS_OF).danger.never_asked
    assert compose(rectal, AS_OF).danger.absent == ("black stool",)
    assert "testicular lump" in compose(semen, AS_OF).danger.never_asked
    assert "flooding" not in compose(semen, AS_OF).danger.never_asked


def test_the_day_of_the_last_answer_stands_overleaf_and_what_nobody_asked_is_said() -> None:
    asked = [Entry(date=day(on), absent=(Symptom.FAINT,)) for on in ("2026-11-01", "2026-11-19")]
    page = first_page(compose(History(entries=tuple(asked)), AS_OF))
    (line,) = (line for line in page.in_full if line.label == LAST_ASKED)
    assert line.text == "fainting (19 Nov 2026)"
    silent = first_page(compose(History(entries=(sex("2026-11-01"),)), AS_OF))
    assert {"label": "Asked, absent:", "text": "nothing was asked"} in cast(
        "list[dict[str, str]]", silent.data["danger"]
    )
    assert not any(line.label == LAST_ASKED for line in silent.in_full)
