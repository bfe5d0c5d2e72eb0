"""After a procedure: each row is a short diary and what the rule says to it."""

from typing import Any

import pytest
from alert_rows import (
    MALE,
    TODAY,
    Row,
    a_period,
    answer_of,
    between,
    blood,
    entry,
    fact,
    pain,
    pcb,
    rows,
    told,
    unheld_numbers,
    without_answers,
)

from diary.alerts import assess
from diary.alerts.rules import RULES as EVERY_RULE
from diary.alerts.rules.procedures import RULES
from diary.model import Entry, Fact, Sex, Symptom
from diary.model.background_words import (
    Contraception,
    Investigation,
    Medication,
    Procedure,
    Screening,
    Visit,
)
from diary.model.vocabulary import Answer, Colour, Organ, SexKind, Timing, Trend

S = Symptom
BY_CODE = {rule.code: rule for rule in RULES}
NO_CERVIX = {"organs": (Organ.VAGINA, Organ.OVARIES)}


def smear(days: int) -> Fact:
    return fact(Procedure.CERVICAL_SMEAR, days)


def biopsy(days: int) -> Fact:
    return fact(Procedure.CERVICAL_BIOPSY, days)


def loop(days: int) -> Fact:
    return fact(Procedure.LLETZ, days)


def womb_out(days: int) -> Fact:
    return fact(Procedure.HYSTERECTOMY, days)


def look(days: int) -> Fact:
    return fact(Procedure.HYSTEROSCOPY, days)


def red(days: int) -> Entry:
    return flow(days, "light", colour=Colour.BRIGHT_RED, timing=Timing.NOT_AFTER_SEX)


def hurts(days: int, score: int = 5, site: str | None = "lower_belly", **of: Any) -> Entry:
    return entry(days, pain=pain(score, site, **of))


def flow(days: int, amount: str | None = "heavy", **of: Any) -> Entry:
    return entry(days, bleeding=blood(amount, **of))


LIGHT = between(0, amount="light")
EXPECTED = (
    (Procedure.HYSTEROSCOPY, 14),
    (Procedure.ENDOMETRIAL_BIOPSY, 14),
    (Procedure.UTERINE_EVACUATION, 14),
    (Procedure.ENDOMETRIAL_ABLATION, 28),
    (Procedure.HYSTERECTOMY, 42),
    (Procedure.HYSTERECTOMY_CERVIX_KEPT, 42),
    (Procedure.PROLAPSE_REPAIR, 42),
    (Procedure.PELVIC_SURGERY, 42),
    (Procedure.VAGINOPLASTY, 42),
)

ROWS: list[Row] = [
    *rows(
        "PROC-1",
        ("spotting the day after", told(smear(2), between(1)), "watch"),
        ("after sex the day after", told(smear(2), pcb(1)), "watch"),
        ("after a sample for screening", told(fact(Screening.PENDING, 1), between(0)), "watch"),
        ("after a swab", told(fact(Investigation.VAGINAL_SWAB, 1), between(0)), "watch"),
        ("before the smear", told(smear(1), between(2)), "quiet"),
        ("medium", told(smear(1), between(0, amount="medium")), "quiet"),
        ("amount not said", told(smear(1), flow(0, None)), "quiet"),
        ("a period", told(smear(3), a_period(2)), "quiet"),
        ("two days after", told(smear(2), between(0)), "watch"),
        ("three days after", told(smear(3), between(0)), "quiet"),
        ("for longer than two days", told(smear(4), between(3, 3)), "quiet"),
        ("smear 28 days ago", told(smear(28), between(27)), "watch"),
        ("smear 29 days ago", told(smear(29), between(28)), "quiet"),
        ("no cervix", told(smear(1), between(0), **NO_CERVIX), "quiet"),
        (
            "with a blood thinner",
            told(smear(1), between(0), fact(Medication.ANTICOAGULANT, 900)),
            "routine note",
        ),
    ),
    *rows(
        "PROC-2",
        ("light bleeding", told(biopsy(5), between(4, amount="light")), "watch"),
        ("no bleeding", told(biopsy(5), entry(4, S.FATIGUE)), "quiet"),
        ("no biopsy", told(between(4)), "quiet"),
        ("before the biopsy", told(biopsy(2), between(4)), "quiet"),
        ("on day 7", told(biopsy(7), between(0)), "watch"),
        ("on day 8", told(biopsy(8), between(0)), "within_two_weeks"),
        ("from day 6 to day 8", told(biopsy(8), between(2, 3)), "within_two_weeks"),
        ("after sex on day 7", told(biopsy(7), pcb(0)), "watch"),
        ("after sex on day 8", told(biopsy(8), pcb(0)), "quiet"),
        ("like a period", told(biopsy(5), flow(3, "medium")), "within_two_weeks"),
        ("a period", told(biopsy(15), a_period(4)), "quiet"),
        ("heavy", told(biopsy(3), flow(0)), "same_day"),
        ("a heavy period", told(biopsy(15), a_period(0, 1, amount="heavy")), "quiet"),
        ("smelly", told(biopsy(5), entry(1, S.DISCHARGE_SMELLY)), "within_two_weeks"),
        ("pain of 4", told(biopsy(5), hurts(0, 4)), "within_two_weeks"),
        ("pain of 3", told(biopsy(5), hurts(0, 3)), "quiet"),
        ("pain elsewhere", told(biopsy(5), hurts(0, 6, "other")), "quiet"),
        ("38.0", told(biopsy(5), entry(0, temperature_c=38.0)), "same_day"),
        ("37.9", told(biopsy(5), entry(0, temperature_c=37.9)), "quiet"),
        ("fever on day 28", told(biopsy(28), entry(0, S.FEVERISH)), "same_day"),
        ("fever on day 29", told(biopsy(29), entry(0, S.FEVERISH)), "quiet"),
        ("light, 28 days on", told(biopsy(28), between(26)), "watch"),
        ("light, 29 days on", told(biopsy(29), between(27)), "quiet"),
        ("pain on day 28", told(biopsy(30), hurts(2)), "within_two_weeks"),
        ("pain on day 29", told(biopsy(31), hurts(2)), "quiet"),
        ("pain, 56 days on", told(biopsy(56), hurts(40)), "within_two_weeks"),
        ("pain, 57 days on", told(biopsy(57), hurts(40)), "quiet"),
    ),
    *rows(
        "PROC-3",
        ("light bleeding", told(loop(9), between(3, amount="light")), "watch"),
        ("watery discharge", told(loop(9), entry(3, S.DISCHARGE_WATERY)), "watch"),
        ("smelly discharge", told(loop(9), entry(3, S.DISCHARGE_SMELLY)), "quiet"),
        ("discharge before it", told(loop(2), entry(3, S.DISCHARGE_WATERY)), "quiet"),
        ("nothing", told(loop(9)), "quiet"),
        ("medium", told(loop(9), flow(3, "medium")), "quiet"),
        ("a little blood after sex", told(loop(9), pcb(0)), "same_day"),
        ("heavy", told(loop(10), flow(0)), "same_day"),
        ("a heavy period", told(loop(20), a_period(0, 1, amount="heavy")), "quiet"),
        ("a pad an hour", told(loop(10), flow(0, pads_per_hour=1)), "emergency"),
        ("less than a pad an hour", told(loop(10), flow(0, pads_per_hour=0.9)), "same_day"),
        ("two pads an hour", told(loop(10), flow(0, pads_per_hour=2)), "emergency"),
        (
            "a gush",
            told(loop(10), entry(0, S.FLOODING, bleeding=blood("medium"))),
            "emergency",
        ),
        (
            "heavy from elsewhere",
            told(loop(10), flow(0, source="rectal")),
            "quiet",
        ),
        ("after sex on day 28", told(loop(28), pcb(0)), "same_day"),
        ("after sex on day 29", told(loop(29), pcb(0)), "quiet"),
        ("light, 28 days on", told(loop(28), between(9)), "watch"),
        ("light, 29 days on", told(loop(29), between(9)), "quiet"),
        ("two days after the bleed", told(loop(9), pcb(2)), "within_two_weeks"),
        ("seen since", told(loop(9), pcb(2), fact(Visit.CHECKED_NORMAL, 1)), "watch"),
    ),
    *rows(
        "PROC-4",
        *(
            (f"fever after {done.value}", told(fact(done, 9), entry(0, S.FEVERISH)), "same_day")
            for done in (
                Procedure.LLETZ,
                Procedure.HYSTEROSCOPY,
                Procedure.UTERINE_EVACUATION,
                Procedure.PERINEAL_REPAIR,
                Procedure.VAGINOPLASTY,
            )
        ),
        (
            "fever after a biopsy of the prostate",
            told(fact(Procedure.PROSTATE_BIOPSY, 3), entry(0, S.FEVERISH), organs=MALE),
            "same_day",
        ),
        ("fever after a smear", told(smear(3), entry(0, S.FEVERISH)), "quiet"),
        ("fever before it", told(loop(0), entry(1, S.FEVERISH)), "quiet"),
        ("38.0", told(loop(9), entry(0, temperature_c=38.0)), "same_day"),
        ("37.9", told(loop(9), entry(0, temperature_c=37.9)), "quiet"),
        ("smelly discharge", told(loop(9), entry(0, S.DISCHARGE_SMELLY)), "same_day"),
        ("watery discharge", told(loop(9), entry(0, S.DISCHARGE_WATERY)), "quiet"),
        ("pain that grows", told(loop(9), hurts(0, 4, trend=Trend.INCREASING)), "same_day"),
        ("mild pain that grows", told(loop(9), hurts(0, 3, trend=Trend.INCREASING)), "quiet"),
        ("pain that eases", told(loop(9), hurts(4, 3), hurts(0, 6, trend=Trend.EASING)), "quiet"),
        ("pain, once", told(loop(9), hurts(0, 6)), "quiet"),
        ("pain stronger than before", told(loop(9), hurts(4, 3), hurts(0, 4)), "same_day"),
        ("pain as before", told(loop(9), hurts(4, 4), hurts(0, 4)), "quiet"),
        ("stronger than before the procedure", told(loop(3), hurts(4, 1), hurts(0, 4)), "quiet"),
        (
            "pain elsewhere that grows",
            told(loop(9), hurts(0, 6, "other", trend=Trend.INCREASING)),
            "quiet",
        ),
        ("42 days after", told(loop(42), entry(0, S.FEVERISH)), "same_day"),
        ("43 days after", told(loop(43), entry(0, S.FEVERISH)), "quiet"),
    ),
    *rows(
        "PROC-5",
        ("a little blood after sex", told(womb_out(40), pcb(0), **NO_CERVIX), "same_day"),
        (
            "after dilating",
            told(
                fact(Procedure.VAGINOPLASTY, 40),
                pcb(0, sex=Sex(kinds=(SexKind.DILATOR,))),
                organs=(Organ.NEOVAGINA, Organ.PROSTATE),
            ),
            "same_day",
        ),
        (
            "sex itself not recorded",
            told(womb_out(40), pcb(0, sex=None), **NO_CERVIX),
            "same_day",
        ),
        (
            "after oral sex",
            told(womb_out(40), pcb(0, sex=Sex(kinds=(SexKind.ORAL,))), **NO_CERVIX),
            "quiet",
        ),
        ("not after sex", told(womb_out(40), between(0), **NO_CERVIX), "quiet"),
        ("stitches after a birth", told(fact(Procedure.PERINEAL_REPAIR, 40), pcb(0)), "quiet"),
        ("heavy", told(womb_out(40), pcb(0, amount="heavy"), **NO_CERVIX), "emergency"),
        ("medium", told(womb_out(40), pcb(0, amount="medium"), **NO_CERVIX), "same_day"),
        ("a gush", told(womb_out(40), pcb(0, S.FLOODING), **NO_CERVIX), "emergency"),
        ("something bulges", told(womb_out(40), pcb(0, S.BULGE), **NO_CERVIX), "emergency"),
        (
            "something bulges a day later",
            told(womb_out(40), pcb(1), entry(0, S.BULGE), **NO_CERVIX),
            "emergency",
        ),
        (
            "something bulges two days later",
            told(womb_out(40), pcb(2), entry(0, S.BULGE), **NO_CERVIX),
            "within_two_weeks",
        ),
        ("pain of 7", told(womb_out(40), pcb(0, pain=pain(7)), **NO_CERVIX), "emergency"),
        ("pain of 6", told(womb_out(40), pcb(0, pain=pain(6)), **NO_CERVIX), "same_day"),
        ("84 days after", told(womb_out(84), pcb(0), **NO_CERVIX), "same_day"),
        ("85 days after", told(womb_out(85), pcb(0), **NO_CERVIX), "quiet"),
    ),
    *rows(
        "PROC-6",
        *(
            answer
            for done, days in EXPECTED
            for answer in (
                (f"light, {days} days after {done.value}", told(fact(done, days), LIGHT), "watch"),
                (
                    f"light, a day later than {done.value}",
                    told(fact(done, days + 1), LIGHT),
                    "quiet",
                ),
                (
                    f"heavy, {days} days after {done.value}",
                    told(fact(done, days), flow(0, period=Answer.NO)),
                    "same_day",
                ),
                (
                    f"heavy, a day later than {done.value}",
                    told(fact(done, days + 1), flow(0, period=Answer.NO)),
                    "quiet",
                ),
            )
        ),
        ("nothing", told(look(4)), "quiet"),
        ("no operation", told(LIGHT), "quiet"),
        ("before it", told(look(2), between(3)), "quiet"),
        ("brown, amount not said", told(look(4), flow(0, None, colour=Colour.BROWN)), "watch"),
        ("red, amount not said", told(look(4), flow(0, None, colour=Colour.BRIGHT_RED)), "watch"),
        ("a stain", told(look(4), entry(0, S.DISCHARGE_BLOODSTAINED)), "watch"),
        ("a stain before it", told(look(4), entry(5, S.DISCHARGE_BLOODSTAINED)), "quiet"),
        ("medium", told(look(4), flow(0, "medium", period=Answer.NO)), "same_day"),
        ("a period", told(look(12), a_period(2)), "quiet"),
        ("what looks like a period", told(look(12), flow(0, "medium")), "quiet"),
        ("what looks like a heavy period", told(look(12), flow(0)), "same_day"),
        ("a heavy period", told(look(12), a_period(0, 1, amount="heavy")), "quiet"),
        ("flooding", told(look(4), entry(0, S.FLOODING, bleeding=blood())), "emergency"),
        ("a large clot", told(look(4), flow(0, "light", large_clot_count=1)), "emergency"),
        ("a pad an hour", told(look(4), flow(0, pads_per_hour=1)), "emergency"),
        ("two pads an hour", told(look(4), flow(0, pads_per_hour=2)), "emergency"),
        ("less than a pad an hour", told(look(4), flow(0, pads_per_hour=0.9)), "same_day"),
        ("bright red again after two dry days", told(womb_out(20), between(4), red(1)), "same_day"),
        ("bright red again after one dry day", told(womb_out(20), between(3), red(1)), "watch"),
        ("bright red from the first", told(womb_out(20), red(0)), "watch"),
        ("bright red, and blood only before it", told(womb_out(20), between(21), red(0)), "watch"),
        ("dark again after two dry days", told(womb_out(20), between(4), between(1)), "watch"),
        ("after sex", told(look(4), pcb(0)), "quiet"),
        ("heavy after sex", told(look(4), pcb(0, amount="heavy")), "quiet"),
        ("from the bottom", told(look(4), flow(0, source="rectal")), "quiet"),
        ("no vagina", told(look(4), flow(0, "light"), organs=MALE), "quiet"),
        (
            "two operations, the longer counts",
            told(look(20), womb_out(20), LIGHT),
            "watch",
        ),
        (
            "with a blood thinner",
            told(look(4), LIGHT, fact(Medication.ANTICOAGULANT, 900)),
            "routine note",
        ),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_after_a_procedure_answers(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_after_a_procedure_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_of_a_rule_after_a_procedure_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []


def said(*records: Any, **profile: Any) -> dict[str, str]:
    """Return what all rules together say: each code with its urgency."""
    rules = tuple(rule for rule in EVERY_RULE if rule.family != "after_procedure") + RULES
    alerts = assess(told(*records, **profile), TODAY, rules=rules).alerts
    return {alert.rule: alert.urgency.value for alert in alerts}


def test_spotting_after_sex_the_day_after_a_smear_is_one_note() -> None:
    sterilised = fact(Contraception.STERILISATION, 900)
    assert said(smear(2), sterilised, pcb(1)) == {"PROC-1": "watch"}


def test_a_smear_is_no_reason_to_leave_out_a_pregnancy_test_where_one_makes_sense() -> None:
    assert said(smear(2), pcb(1)) == {"PRG-1": "routine", "PROC-1": "watch"}


def test_bleeding_after_sex_in_the_weeks_after_an_operation_is_said_once() -> None:
    found = said(womb_out(40), pcb(0, amount="medium"), **NO_CERVIX)
    assert found["PROC-5"] == "same_day"
    assert not {"PCB-1", "PCB-14", "PCB-16"} & set(found)


def test_a_smell_after_a_biopsy_is_for_today_since_the_stronger_row_wins() -> None:
    found = said(biopsy(5), entry(0, S.DISCHARGE_SMELLY))
    assert found["PROC-4"] == "same_day"
    assert "PROC-2" not in found


def test_the_clinic_is_named_first_where_it_is_to_be_called() -> None:
    (alert,) = assess(told(biopsy(8), between(0)), TODAY, rules=(BY_CODE["PROC-2"],)).alerts
    assert alert.what_to_do.startswith("Call the clinic")


@pytest.mark.parametrize("done", [done for done, _ in EXPECTED])
def test_heavy_bleeding_four_days_after_an_operation_is_one_emergency(done: Procedure) -> None:
    found = said(fact(done, 4), entry(0, S.FLOODING, bleeding=blood("heavy", period=Answer.NO)))
    assert found["PROC-6"] == "emergency"
    assert not {"IMB-2", "PMB-8", "EMG-12"} & set(found)


@pytest.mark.parametrize(
    ("done", "about"),
    [
        (womb_out(9), NO_CERVIX),
        (look(9), {}),
        (fact(Procedure.ENDOMETRIAL_ABLATION, 20), {}),
    ],
    ids=["hysterectomy", "hysteroscopy", "ablation"],
)
def test_light_blood_in_the_weeks_after_an_operation_is_one_note(
    done: Fact, about: dict[str, Any]
) -> None:
    sterilised = fact(Contraception.STERILISATION, 900)
    assert said(done, sterilised, LIGHT, **about) == {"PROC-6": "watch"}


def test_light_blood_after_a_loop_is_one_note_on_the_pill_too() -> None:
    pill = fact(Contraception.COMBINED_PILL, 900)
    assert said(loop(12), pill, LIGHT) == {"PROC-3": "watch"}
