"""The IUD, or coil: each row is a short diary and what the rule says to it."""

import datetime as dt
from typing import Any

import pytest
from alert_rows import (
    HEALING,
    TODAY,
    Row,
    a_period,
    ago,
    answer_of,
    between,
    blood,
    dry_sex,
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
from diary.alerts.rules.iud import RULES
from diary.model import AbsentFact, Entry, Fact, FactKind, Sex, Symptom
from diary.model.background_words import (
    Contraception,
    Medication,
    Pregnancy,
    PregnancyTest,
    Procedure,
    Visit,
)
from diary.model.vocabulary import SexKind

S = Symptom
BY_CODE = {rule.code: rule for rule in RULES}
THREADS_FELT = (S.IUD_THREADS_MISSING, S.IUD_THREADS_CHANGED)
POSITIVE = fact(PregnancyTest.POSITIVE, 0)


def coil(days: int | None = 400, **more: Any) -> Fact:
    return fact(Contraception.COPPER_IUD, days, **more)


def hormonal(days: int | None = 400) -> Fact:
    return fact(Contraception.HORMONAL_IUD, days)


def sore_sex(days: int, score: int = 4, site: str | None = "deep_pelvic", **more: Any) -> Entry:
    """Sex that hurt, without bleeding."""
    hurt = pain(score, site, with_sex=True, stopped=True)
    return entry(days, sex=Sex(kinds=(SexKind.VAGINAL,)), no_bleeding=True, pain=hurt, **more)


def sore_pcb(days: int, score: int = 4, **more: Any) -> Entry:
    """Sex that hurt and made bleed."""
    return pcb(days, pain=pain(score, "deep_pelvic", with_sex=True, stopped=True), **more)


def no_threads(days: int = 0, **more: Any) -> Entry:
    return entry(days, S.IUD_THREADS_MISSING, **more)


def aches(days: int, score: int = 5, site: str | None = "lower_belly", **more: Any) -> Entry:
    return entry(days, pain=pain(score, site, with_sex=False), **more)


ROWS: list[Row] = [
    *rows(
        "IUD-1",
        ("light bleeding with a new coil", told(coil(60), between(3)), "watch"),
        ("a hormonal one", told(hormonal(60), between(3, 4, amount="light")), "watch"),
        ("no coil", told(between(3)), "quiet"),
        ("fitted on an unknown day", told(coil(None), between(3)), "quiet"),
        ("medium bleeding", told(hormonal(60), between(3, amount="medium")), "routine"),
        (
            "spotting with large clots",
            told(hormonal(60), entry(3, bleeding=blood(large_clot_count=1))),
            "routine",
        ),
        ("with mild pain", told(coil(60), between(3), aches(3, 3)), "watch"),
        ("with moderate pain", told(coil(60), between(3), aches(3, 4)), "routine"),
        ("with a fever", told(coil(60), between(3), entry(3, S.FEVERISH)), "routine"),
        ("after sex", told(coil(60), pcb(3)), "quiet"),
        ("begun 183 days after fitting", told(coil(183), between(0)), "watch"),
        ("begun 184 days after fitting", told(coil(184), between(0)), "quiet"),
        ("last 28 days ago", told(coil(60), between(28)), "watch"),
        ("last 29 days ago", told(coil(60), between(29)), "quiet"),
        (
            "with a blood thinner",
            told(coil(60), between(3), fact(Medication.ANTICOAGULANT, 900)),
            "routine note",
        ),
    ),
    *rows(
        "IUD-2",
        ("pain in sex with bleeding after it", told(coil(), sore_pcb(0)), "within_two_weeks"),
        ("a new coil", told(coil(20), sore_pcb(0)), "within_two_weeks"),
        (
            "pain in sex, and bleeding between periods",
            told(hormonal(), between(9), sore_sex(0)),
            "within_two_weeks",
        ),
        ("pain in sex alone", told(coil(), sore_sex(0)), "quiet"),
        ("bleeding after sex alone", told(coil(), pcb(0)), "quiet"),
        ("pain outside sex, and bleeding", told(coil(), pcb(9), aches(0)), "quiet"),
        ("pain in sex, and a period", told(coil(), a_period(9), sore_sex(0)), "quiet"),
        ("no coil", told(sore_pcb(0)), "quiet"),
        ("coil out before", told(coil(400, end=ago(9)), sore_pcb(0)), "quiet"),
        (
            "pain at the anus",
            told(coil(), between(3), sore_sex(0, site="anus")),
            "quiet",
        ),
        (
            "pain of 2 once, threads felt",
            told(coil(), sore_pcb(0, 2, absent=THREADS_FELT)),
            "routine",
        ),
        (
            "pain of 3 once, threads felt",
            told(coil(), sore_pcb(0, 3, absent=THREADS_FELT)),
            "within_two_weeks",
        ),
        (
            "pain of 2 once, threads not known",
            told(coil(), sore_pcb(0, 2)),
            "within_two_weeks",
        ),
        (
            "pain of 2 once, only their length looked at",
            told(coil(), sore_pcb(0, 2, absent=(S.IUD_THREADS_CHANGED,))),
            "within_two_weeks",
        ),
        (
            "pain of 2 twice, threads felt",
            told(coil(), sore_pcb(9, 2), sore_pcb(0, 2, absent=THREADS_FELT)),
            "within_two_weeks",
        ),
        (
            "pain of 2 once, threads felt and then not",
            told(coil(), sore_pcb(5, 2, absent=THREADS_FELT), no_threads()),
            "within_two_weeks",
        ),
        ("28 days apart", told(coil(), pcb(28), sore_sex(0)), "within_two_weeks"),
        ("29 days apart", told(coil(), pcb(29), sore_sex(0)), "quiet"),
        ("90 days ago", told(coil(), sore_pcb(90)), "within_two_weeks"),
        ("91 days ago", told(coil(), sore_pcb(91)), "quiet"),
    ),
    *rows(
        "IUD-3",
        *(
            (sign.value, told(coil(), entry(0, sign)), "within_two_weeks")
            for sign in (
                S.IUD_THREADS_MISSING,
                S.IUD_THREADS_CHANGED,
                S.IUD_FELT,
                S.IUD_EXPELLED,
            )
        ),
        ("the coil itself never recorded", told(no_threads()), "within_two_weeks"),
        ("threads felt", told(coil(), entry(0, absent=THREADS_FELT)), "quiet"),
        (
            "threads missing, then felt",
            told(coil(), no_threads(5), entry(0, absent=(S.IUD_THREADS_MISSING,))),
            "quiet",
        ),
        (
            "said to have no coil",
            told(
                no_threads(),
                AbsentFact(kind=FactKind.CONTRACEPTION, what=Contraception.COPPER_IUD),
                AbsentFact(kind=FactKind.CONTRACEPTION, what=Contraception.HORMONAL_IUD),
            ),
            "quiet",
        ),
        (
            "never felt, said to be fine",
            told(coil(), no_threads(same_as_before=True)),
            "routine",
        ),
        (
            "never felt, said to be fine, and sex",
            told(coil(), no_threads(same_as_before=True), dry_sex(1)),
            "routine",
        ),
        ("with belly pain", told(coil(), no_threads(), aches(0, 1)), "same_day"),
        (
            "pain elsewhere",
            told(coil(), no_threads(), aches(0, 5, "vulva")),
            "within_two_weeks",
        ),
        ("with belly pain two days before", told(coil(), aches(2), no_threads()), "same_day"),
        (
            "with belly pain three days before",
            told(coil(), aches(3), no_threads()),
            "within_two_weeks",
        ),
        ("sex five days ago", told(coil(), dry_sex(5), no_threads()), "same_day"),
        ("sex six days ago", told(coil(), dry_sex(6), no_threads()), "within_two_weeks"),
        (
            "sex with a condom",
            told(coil(), entry(1, sex=Sex(kinds=(SexKind.VAGINAL,), condom=True)), no_threads()),
            "within_two_weeks",
        ),
        ("anal sex", told(coil(), dry_sex(1, "anal"), no_threads()), "within_two_weeks"),
        (
            "sex, and an implant too",
            told(coil(), dry_sex(1), no_threads(), fact(Contraception.IMPLANT, 100)),
            "within_two_weeks",
        ),
        (
            "sex, and no need of a method",
            told(coil(), dry_sex(1), no_threads(), fact(Contraception.NOT_NEEDED, 100)),
            "within_two_weeks",
        ),
        ("90 days ago", told(coil(), no_threads(90)), "within_two_weeks"),
        ("91 days ago", told(coil(), no_threads(91)), "quiet"),
        (
            "another method since",
            told(coil(), no_threads(9), fact(Contraception.IMPLANT, 5)),
            "quiet",
        ),
        ("taken out since", told(coil(400, end=ago(5)), no_threads(9)), "quiet"),
    ),
    *rows(
        "IUD-4",
        ("a positive test", told(coil(), POSITIVE), "same_day"),
        ("a positive test, no coil", told(POSITIVE), "quiet"),
        ("a negative test", told(coil(), fact(PregnancyTest.NEGATIVE, 0)), "quiet"),
        ("coil out before", told(coil(400, end=ago(30)), POSITIVE), "quiet"),
        ("the pregnancy ended", told(coil(), POSITIVE, fact(Pregnancy.ABORTION, 0)), "quiet"),
        ("with belly pain", told(coil(), POSITIVE, aches(0, 2)), "emergency"),
        ("with pain of no place", told(coil(), POSITIVE, aches(0, 2, None)), "same_day"),
        ("and faint", told(coil(), POSITIVE, entry(0, S.FAINT)), "emergency"),
        ("and passed out", told(coil(), POSITIVE, entry(0, S.PASSED_OUT)), "emergency"),
        (
            "and pain at the tip of the shoulder",
            told(coil(), POSITIVE, entry(0, S.SHOULDER_TIP_PAIN)),
            "emergency",
        ),
        ("pain three days before the test", told(coil(), aches(3), POSITIVE), "same_day"),
        ("the day after", told(coil(), fact(PregnancyTest.POSITIVE, 1)), "same_day"),
        (
            "seen since",
            told(coil(), fact(PregnancyTest.POSITIVE, 4), fact(Visit.CHECKED_NORMAL, 2)),
            "quiet",
        ),
    ),
    *rows(
        "IUD-5",
        ("smelly discharge", told(coil(10), entry(0, S.DISCHARGE_SMELLY)), "same_day"),
        ("discharge like pus", told(coil(10), entry(0, S.DISCHARGE_PUS)), "same_day"),
        ("watery discharge", told(coil(10), entry(0, S.DISCHARGE_WATERY)), "quiet"),
        ("38.0", told(coil(10), entry(0, temperature_c=38.0)), "same_day"),
        ("37.9", told(coil(10), entry(0, temperature_c=37.9)), "quiet"),
        ("pain of 4", told(coil(10), aches(0, 4)), "same_day"),
        ("pain of 3", told(coil(10), aches(0, 3)), "quiet"),
        ("pain of 4, place not said", told(coil(10), aches(0, 4, None)), "same_day"),
        ("pain of 4 elsewhere", told(coil(10), aches(0, 4, "anus")), "quiet"),
        ("21 days after", told(coil(21), aches(0)), "same_day"),
        ("22 days after", told(coil(22), aches(0)), "quiet"),
        ("fitted on an unknown day", told(coil(None), aches(0)), "quiet"),
        ("pain before it was fitted", told(coil(0), aches(1)), "quiet"),
        ("light bleeding only", told(coil(10), between(0)), "quiet"),
    ),
    *rows(
        "IUD-6",
        ("pain of 7", told(coil(2), aches(0, 7)), "emergency"),
        ("pain of 6", told(coil(2), aches(0, 6)), "quiet"),
        ("faint", told(coil(2), entry(0, S.FAINT)), "emergency"),
        ("dizzy", told(coil(2), entry(0, S.DIZZY)), "quiet"),
        ("heavy bleeding", told(coil(2), entry(0, bleeding=blood("heavy"))), "emergency"),
        (
            "heavy bleeding from elsewhere",
            told(coil(2), entry(0, bleeding=blood("heavy", source="rectal"))),
            "quiet",
        ),
        ("medium bleeding", told(coil(2), entry(0, bleeding=blood("medium"))), "quiet"),
        ("7 days after", told(coil(7), aches(0, 8)), "emergency"),
        ("8 days after", told(coil(8), aches(0, 8)), "quiet"),
    ),
    *rows(
        "IUD-7",
        ("one short light spell", told(coil(), between(3)), "watch"),
        ("a spell of two days", told(coil(), between(3, 2)), "watch"),
        ("a spell of three days", told(coil(), between(3, 3)), "routine"),
        (
            "a short heavy spell",
            told(hormonal(), between(3, amount="heavy")),
            "routine",
        ),
        ("two spells", told(coil(), between(30), between(3)), "routine"),
        (
            "two spells, one of them after a loop",
            told(coil(), between(30), between(3), fact(Procedure.LLETZ, 9)),
            "watch",
        ),
        ("fitted on an unknown day", told(coil(None), between(3)), "watch"),
        ("no coil", told(between(3)), "quiet"),
        ("a period only", told(coil(), a_period(3, amount="heavy")), "quiet"),
        ("begun 184 days after fitting", told(coil(184), between(0)), "watch"),
        ("begun 183 days after fitting", told(coil(183), between(0)), "quiet"),
        ("last 90 days ago", told(coil(), between(90)), "watch"),
        ("last 91 days ago", told(coil(), between(91)), "quiet"),
        *(
            answer
            for name, done, days in (
                *HEALING,
                ("a loss", Pregnancy.MISCARRIAGE, 42),
            )
            for answer in (
                (
                    f"{days} days after {name}",
                    told(coil(), between(2, 3), fact(done, days)),
                    "watch",
                ),
                (
                    f"{days + 1} days after {name}",
                    told(coil(), between(2, 3), fact(done, days + 1)),
                    "routine",
                ),
            )
        ),
        ("the same 90 days before", told(coil(), between(179), between(89)), "quiet"),
        ("the same 91 days before", told(coil(), between(180), between(89)), "watch"),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_iud_rule_answers(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_iud_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_of_an_iud_rule_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []


def said(*records: Any) -> list[str]:
    """Return what all rules together say, one code an alert."""
    rules = tuple(rule for rule in EVERY_RULE if rule.family != "iud") + RULES
    return [alert.rule for alert in assess(told(*records), TODAY, rules=rules).alerts]


def test_a_settling_coil_does_not_hide_bleeding_after_sex_that_came_back() -> None:
    found = said(coil(60), between(20), pcb(9), pcb(2))
    assert "PCB-2" in found


def test_the_two_weeks_count_from_the_day_on_which_pain_and_bleeding_met() -> None:
    diary = told(coil(), pcb(20), sore_sex(6))
    (alert,) = assess(diary, TODAY, rules=(BY_CODE["IUD-2"],)).alerts
    assert alert.be_seen_by == ago(6) + dt.timedelta(days=14)


def test_sex_without_a_condom_lets_ask_for_emergency_contraception_today() -> None:
    (alert,) = assess(told(coil(), dry_sex(1), no_threads()), TODAY, rules=RULES).alerts
    assert "ask for emergency contraception today" in alert.what_to_do


def test_strong_pain_just_after_fitting_is_said_once_and_first() -> None:
    found = said(coil(3), aches(0, 9, temperature_c=38.5))
    assert found[0] in {"IUD-6", "INF-2"}
    assert "IUD-5" not in found
