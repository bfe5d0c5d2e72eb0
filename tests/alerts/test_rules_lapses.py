"""Missed pills and emergency pills: each row is a short diary and what the rule says to it."""

import pytest
from alert_rows import (
    MALE,
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
    rows,
    told,
    unheld_numbers,
    without_answers,
)

from diary.alerts import assess
from diary.alerts.rules.hormonal.lapses import RULES
from diary.model import Entry, Fact, Sex, Symptom
from diary.model.background_words import (
    Contraception,
    Medication,
    Pregnancy,
    PregnancyTest,
)
from diary.model.vocabulary import Answer, MenstrualStatus, SexKind

S = Symptom
BY_CODE = {rule.code: rule for rule in RULES}
COMBINED = fact(Contraception.COMBINED_PILL, 500)
MINI = fact(Contraception.PROGESTOGEN_PILL, 500)
MISSED = entry(2, S.MISSED_PILLS, missed_pill_count=2)
SPOT = between(0)


def with_condom(days: int, *symptoms: Symptom) -> Entry:
    return entry(days, *symptoms, sex=Sex(kinds=(SexKind.VAGINAL,), condom=True))


def morning_after(days: int) -> Fact:
    return fact(Medication.EMERGENCY_CONTRACEPTION, days)


HRM_5 = rows(
    "HRM-5",
    ("two combined pills missed", told(SPOT, MISSED, COMBINED), "watch"),
    ("one combined pill missed", told(SPOT, entry(2, missed_pill_count=1), COMBINED), "quiet"),
    ("an unknown number missed", told(SPOT, entry(2, S.MISSED_PILLS), COMBINED), "watch"),
    ("none missed", told(SPOT, entry(2, missed_pill_count=0), COMBINED), "quiet"),
    ("one progestogen pill late", told(SPOT, entry(2, missed_pill_count=1), MINI), "watch"),
    ("no bleeding", told(MISSED, COMBINED), "quiet"),
    ("a period that follows", told(a_period(1, 2), MISSED, COMBINED), "watch"),
    ("vomiting with the pill", told(SPOT, entry(2, S.VOMITING), COMBINED), "watch"),
    ("vomiting without a pill", told(SPOT, entry(2, S.VOMITING)), "quiet"),
    (
        "a patch that came off",
        told(SPOT, entry(2, S.CONTRACEPTION_LAPSE), fact(Contraception.PATCH, 500)),
        "watch",
    ),
    (
        "a forgotten condom alone",
        told(SPOT, entry(2, S.CONTRACEPTION_LAPSE), fact(Contraception.CONDOMS, 500)),
        "quiet",
    ),
    (
        "a medicine that weakens it",
        told(SPOT, COMBINED, fact(Medication.ENZYME_INDUCER, 30)),
        "watch",
    ),
    (
        "a medicine that does not weaken it",
        told(SPOT, fact(Contraception.INJECTION, 30), fact(Medication.ENZYME_INDUCER, 30)),
        "quiet",
    ),
    ("missed 14 days before", told(SPOT, entry(14, S.MISSED_PILLS), COMBINED), "watch"),
    ("missed 15 days before", told(SPOT, entry(15, S.MISSED_PILLS), COMBINED), "quiet"),
    ("28 days old", told(between(28), entry(30, S.MISSED_PILLS), COMBINED), "watch"),
    ("29 days old", told(between(29), entry(30, S.MISSED_PILLS), COMBINED), "quiet"),
    ("sex is for another rule", told(SPOT, MISSED, dry_sex(5), COMBINED), "watch"),
    (
        "a blood thinner",
        told(SPOT, MISSED, COMBINED, fact(Medication.ANTICOAGULANT, 90)),
        "routine note",
    ),
)
INDUCER = fact(Medication.ENZYME_INDUCER, 90)
RING_OUT = entry(2, S.CONTRACEPTION_LAPSE)
BROKE = with_condom(2, S.CONDOM_BROKE)
HRM_9 = rows(
    "HRM-9",
    ("sex 5 days ago", told(MISSED, dry_sex(5), COMBINED), "same_day"),
    ("sex 6 days ago", told(MISSED, dry_sex(6), COMBINED), "quiet"),
    ("sex with a condom", told(MISSED, with_condom(1), COMBINED), "quiet"),
    (
        "sex with a condom that broke",
        told(MISSED, with_condom(1, S.CONDOM_BROKE), COMBINED),
        "same_day",
    ),
    (
        "sex that cannot lead to pregnancy",
        told(MISSED, dry_sex(1, "oral"), COMBINED),
        "quiet",
    ),
    (
        "sex with a copper IUD, too",
        told(MISSED, dry_sex(1), COMBINED, fact(Contraception.COPPER_IUD, 90)),
        "quiet",
    ),
    (
        "sex, and emergency pills since",
        told(MISSED, dry_sex(2), COMBINED, morning_after(1)),
        "quiet",
    ),
    (
        "sex after emergency pills",
        told(MISSED, dry_sex(1), COMBINED, morning_after(2)),
        "same_day",
    ),
    (
        "sex, and no pregnancy possible",
        told(MISSED, dry_sex(1), COMBINED, fact(Contraception.NOT_NEEDED)),
        "quiet",
    ),
    (
        "sex 7 days after the pills",
        told(entry(7, S.MISSED_PILLS), dry_sex(0), COMBINED),
        "same_day",
    ),
    (
        "sex 8 days after the pills",
        told(entry(8, S.MISSED_PILLS), dry_sex(0), COMBINED),
        "quiet",
    ),
    (
        "sex with a medicine that weakens it",
        told(SPOT, dry_sex(1), COMBINED, INDUCER),
        "same_day",
    ),
    ("missed pills, and no sex recorded", told(MISSED, COMBINED), "quiet"),
    (
        "one combined pill missed",
        told(entry(2, missed_pill_count=1), dry_sex(1), COMBINED),
        "quiet",
    ),
    ("a progestogen pill late", told(entry(2, missed_pill_count=1), dry_sex(1), MINI), "same_day"),
    ("sex before the missed pills", told(MISSED, dry_sex(4), COMBINED), "same_day"),
    *(
        (f"a {method.value} late", told(RING_OUT, dry_sex(1), fact(method, 500)), "same_day")
        for method in (Contraception.PATCH, Contraception.RING, Contraception.INJECTION)
    ),
    ("a forgotten condom", told(RING_OUT, dry_sex(1), fact(Contraception.CONDOMS)), "quiet"),
    ("sex without any method", told(dry_sex(1)), "quiet"),
    ("a condom that broke", told(BROKE), "same_day"),
    ("a condom that broke, in an entry by itself", told(entry(2, S.CONDOM_BROKE)), "same_day"),
    (
        "a condom that broke, in an entry beside the sex",
        told(with_condom(2), entry(2, S.CONDOM_BROKE)),
        "same_day",
    ),
    ("a condom that broke 5 days ago", told(entry(5, S.CONDOM_BROKE)), "same_day"),
    ("a condom that broke 6 days ago", told(entry(6, S.CONDOM_BROKE)), "quiet"),
    ("a condom that held", told(with_condom(2)), "quiet"),
    ("a condom that broke, and an implant", told(BROKE, fact(Contraception.IMPLANT, 90)), "quiet"),
    (
        "a condom that broke, in anal sex",
        told(entry(2, S.CONDOM_BROKE, sex=Sex(kinds=(SexKind.ANAL,), condom=True))),
        "quiet",
    ),
    ("a condom that broke, emergency pills since", told(BROKE, morning_after(1)), "quiet"),
    (
        "a condom that broke, a copper coil since",
        told(BROKE, fact(Contraception.COPPER_IUD, 0)),
        "quiet",
    ),
    ("a condom that broke, in pregnancy", told(BROKE, fact(Pregnancy.ONGOING, 60)), "quiet"),
    ("a condom that broke, no womb", told(BROKE, organs=MALE), "quiet"),
    ("sick once", told(entry(2, S.VOMITING), dry_sex(1), COMBINED), "quiet"),
    ("sick once, and bleeding", told(SPOT, entry(2, S.VOMITING), dry_sex(1), COMBINED), "same_day"),
    (
        "sick once, and bleeding 7 days later",
        told(SPOT, entry(7, S.VOMITING), dry_sex(1), COMBINED),
        "same_day",
    ),
    (
        "sick once, and bleeding 8 days later",
        told(SPOT, entry(8, S.VOMITING), dry_sex(1), COMBINED),
        "quiet",
    ),
    ("a medicine for long, and no bleeding", told(dry_sex(1), COMBINED, INDUCER), "quiet"),
    (
        "a medicine, and bleeding 28 days ago",
        told(between(28), dry_sex(1), COMBINED, INDUCER),
        "same_day",
    ),
    (
        "a medicine, and bleeding 29 days ago",
        told(between(29), dry_sex(1), COMBINED, INDUCER),
        "quiet",
    ),
    ("21 days after a birth", told(BROKE, fact(Pregnancy.BIRTH, 23)), "quiet"),
    ("22 days after a birth", told(BROKE, fact(Pregnancy.BIRTH, 24)), "same_day"),
)
AS_USUAL = [*a_period(38), *a_period(8)]
PAIN = entry(0, pain=pain(4))
HRM_6 = rows(
    "HRM-6",
    ("bleeding 7 days after", told(between(3), morning_after(10)), "watch"),
    ("bleeding 8 days after", told(between(2), morning_after(10)), "quiet"),
    ("no bleeding yet", told(morning_after(10)), "quiet"),
    ("no emergency pill", told(between(3)), "quiet"),
    ("21 days and no period", told(morning_after(21)), "routine note"),
    ("20 days and no period", told(morning_after(20)), "quiet"),
    ("21 days, and a period as usual", told(AS_USUAL, morning_after(21)), "quiet"),
    (
        "21 days, and a clear test",
        told(morning_after(21), fact(PregnancyTest.NEGATIVE, 0)),
        "quiet",
    ),
    (
        "a clear test too soon",
        told(morning_after(30), fact(PregnancyTest.NEGATIVE, 10)),
        "routine note",
    ),
    ("a positive test", told(morning_after(30), fact(PregnancyTest.POSITIVE, 1)), "quiet"),
    ("a known pregnancy", told(morning_after(30), fact(Pregnancy.ONGOING, 40)), "quiet"),
    (
        "no pregnancy possible",
        told(morning_after(30), menstrual_status=MenstrualStatus.POSTMENOPAUSE),
        "quiet",
    ),
    (
        "a period 8 days late",
        told(morning_after(15), last_period_start=ago(36), usual_cycle_length=28),
        "routine note",
    ),
    (
        "a period 7 days late",
        told(morning_after(15), last_period_start=ago(35), usual_cycle_length=28),
        "quiet",
    ),
    (
        "the person says that it is late",
        told(morning_after(15), entry(0, S.PERIOD_LATE)),
        "routine note",
    ),
    (
        "it was late, then it came",
        told(morning_after(30), entry(12, S.PERIOD_LATE), a_period(38), a_period(8)),
        "quiet",
    ),
    (
        "a lighter period",
        told(a_period(38), a_period(8, amount="light"), morning_after(21)),
        "routine note",
    ),
    (
        "a light period as before",
        told(a_period(38, amount="light"), a_period(8, amount="light"), morning_after(21)),
        "quiet",
    ),
    (
        "a painful period",
        told(
            a_period(38),
            a_period(8),
            entry(8, bleeding=blood("medium", period=Answer.YES), pain=pain(4)),
            morning_after(21),
        ),
        "routine note",
    ),
    (
        "a period with mild pain",
        told(
            a_period(38),
            a_period(8),
            entry(8, bleeding=blood("medium", period=Answer.YES), pain=pain(3)),
            morning_after(21),
        ),
        "quiet",
    ),
    ("overdue, with belly pain", told(morning_after(21), PAIN), "same_day"),
    (
        "overdue, with mild belly pain",
        told(morning_after(21), entry(0, pain=pain(3))),
        "routine note",
    ),
    (
        "overdue, with pain elsewhere",
        told(morning_after(21), entry(0, pain=pain(6, "anus"))),
        "routine note",
    ),
    (
        "overdue, with pain before the pill",
        told(morning_after(21), entry(22, pain=pain(6))),
        "routine note",
    ),
    ("belly pain, not overdue", told(morning_after(10), PAIN), "quiet"),
    (
        "a lighter period, with belly pain now",
        told(a_period(38), a_period(8, amount="light"), morning_after(21), PAIN),
        "same_day",
    ),
    ("56 days ago", told(morning_after(56)), "routine note"),
    ("57 days ago", told(morning_after(57)), "quiet"),
)
ROWS: list[Row] = [*HRM_5, *HRM_6, *HRM_9]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_answers_as_its_row_says(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_fires_in_one_row_and_is_quiet_in_another() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_on_both_sides_by_a_row() -> None:
    assert unheld_numbers(ROWS, RULES) == []


def test_sex_that_nothing_covers_sends_to_a_pharmacist_today() -> None:
    history = told(SPOT, MISSED, dry_sex(1), COMBINED)
    (alert,) = assess(history, TODAY, rules=(BY_CODE["HRM-9"],)).alerts
    assert alert.what_to_do.startswith("Speak to a pharmacist")
    assert "emergency pills" in alert.what_to_do
