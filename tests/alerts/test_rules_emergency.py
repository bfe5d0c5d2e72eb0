"""Emergency signs: each row is a short diary and what the rule says to it."""

from typing import Any

import pytest
from alert_rows import (
    BY_CODE,
    MALE,
    Row,
    a_period,
    ago,
    answer_of,
    blood,
    born,
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

from diary.alerts.rules.emergency import RULES
from diary.model import Entry, Pain, Product, Sex, Symptom
from diary.model.background_words import Condition, Contraception, Pregnancy, Visit
from diary.model.vocabulary import (
    Answer,
    Clots,
    MenstrualStatus,
    PainSite,
    ProductKind,
    Severity,
    SexKind,
    Soaked,
    Timing,
    Trend,
)

S = Symptom
STERILE = fact(Condition.STERILE_OR_PARTNER_STERILE)
SIX_FULL_PADS = (Product(kind=ProductKind.PAD, soaked=Soaked.FULL, count=6),)


def gush(*symptoms: Symptom, **of: Any) -> Entry:
    return pcb(0, *symptoms, amount="heavy", of={"stopped": False, **of})


def unexpected(*symptoms: Symptom, amount: str | None = "heavy", **of: Any) -> Entry:
    said = {"timing": Timing.NOT_AFTER_SEX, "period": Answer.NO, **of}
    return entry(0, *symptoms, bleeding=blood(amount, **said))


def worn(days: int, kind: ProductKind = ProductKind.TAMPON, **of: Any) -> Entry:
    used = (Product(kind=kind, count=2),)
    return entry(days, bleeding=blood("medium", **{"period": Answer.YES, "products": used, **of}))


def ill(*symptoms: Symptom) -> Entry:
    return entry(0, *symptoms, temperature_c=38.9)


def cut(days: int, amount: str = "spotting", **of: Any) -> Entry:
    return entry(days, bleeding=blood(amount, source="skin", **of))


def soaking(pads: float, hours: float | None, **more: Any) -> Entry:
    return entry(0, bleeding=blood("heavy", pads_per_hour=pads, soaking_hours=hours, **more))


def sudden(score: int | None = 7, site: str | None = "deep_pelvic", **more: Any) -> Pain:
    return Pain(
        score=score,
        site=PainSite(site) if site else None,
        **{"sudden": True, "with_sex": True, **more},
    )


def brief(minutes: float, **more: Any) -> Pain:
    return sudden(stopped=True, duration_hours=minutes / 60, **more)


def stuck(*symptoms: Symptom, kind: str | None = None, **more: Any) -> Entry:
    sex = Sex(kinds=(SexKind(kind),)) if kind else None
    return entry(0, *symptoms, sex=sex, **more)


ROWS: list[Row] = [
    *rows(
        "EMG-1",
        *(
            (f"{sign.value} with spotting", told(entry(0, sign, bleeding=blood())), "emergency")
            for sign in (S.FAINT, S.PASSED_OUT, S.CONFUSION, S.BREATHLESS, S.RACING_HEART)
        ),
        ("pale with spotting", told(entry(0, S.PALE_CLAMMY, bleeding=blood())), "emergency"),
        (
            "blood from another place, in another body",
            told(entry(0, S.FAINT, bleeding=blood(source="rectal")), organs=MALE),
            "emergency",
        ),
        ("faint without blood", told(entry(0, S.FAINT)), "quiet"),
        (
            "short of breath only on stairs",
            told(entry(0, S.BREATHLESS_ON_EXERTION, bleeding=blood())),
            "quiet",
        ),
        ("dizzy with medium blood", told(entry(0, S.DIZZY, bleeding=blood("medium"))), "emergency"),
        ("dizzy with light blood", told(entry(0, S.DIZZY, bleeding=blood("light"))), "same_day"),
        ("dizzy, amount not said", told(entry(0, S.DIZZY, bleeding=blood(None))), "same_day"),
        (
            "dizzy with a large clot, amount not said",
            told(entry(0, S.DIZZY, bleeding=blood(None, large_clot_count=1))),
            "emergency",
        ),
        (
            "faint in one entry and blood in another of that day",
            told(entry(0, S.FAINT), entry(0, bleeding=blood())),
            "emergency",
        ),
        (
            "faint the day after a medium bleed that stopped",
            told(entry(1, bleeding=blood("medium", stopped=True)), entry(0, S.FAINT)),
            "emergency",
        ),
        (
            "faint the day after spotting that stopped",
            told(entry(1, bleeding=blood(stopped=True)), entry(0, S.FAINT)),
            "quiet",
        ),
        (
            "faint the day after spotting that goes on",
            told(entry(1, bleeding=blood(stopped=False)), entry(0, S.FAINT)),
            "emergency",
        ),
        (
            "faint two days after a heavy bleed",
            told(entry(2, bleeding=blood("heavy")), entry(0, S.FAINT)),
            "quiet",
        ),
        (
            "dizzy now and blood three days ago, since when the dizziness lasts",
            told(
                entry(3, bleeding=blood("medium")),
                entry(0, S.DIZZY, symptoms_since=ago(3)),
            ),
            "emergency",
        ),
    ),
    *rows(
        "EMG-2",
        ("a pad an hour for two hours", told(soaking(1, 2)), "emergency"),
        ("a pad an hour for less than two hours", told(soaking(1, 1.9)), "same_day"),
        ("a pad an hour, for how long not said", told(soaking(1, None)), "same_day"),
        ("two pads an hour for one hour", told(soaking(2, 1)), "same_day"),
        ("two pads an hour for three hours", told(soaking(2, 3)), "emergency"),
        ("a pad lasts longer than an hour", told(soaking(0.9, 5)), "quiet"),
        (
            "six full pads counted over three hours",
            told(entry(0, bleeding=blood(None, products=SIX_FULL_PADS, duration_hours=3))),
            "emergency",
        ),
        (
            "six full pads counted over a day",
            told(entry(0, bleeding=blood(None, products=SIX_FULL_PADS, duration_hours=24))),
            "quiet",
        ),
        ("no vagina", told(soaking(1, 2), organs=MALE), "quiet"),
        ("parts not said", told(soaking(1, 2), organs=None), "emergency"),
        (
            "from the bottom",
            told(entry(0, bleeding=blood(source="rectal", pads_per_hour=2, soaking_hours=3))),
            "quiet",
        ),
    ),
    *rows(
        "EMG-3",
        ("a gush after sex that goes on", told(gush(S.FLOODING)), "emergency"),
        ("heavy but no gush", told(gush()), "quiet"),
        ("a gush that stopped", told(gush(S.FLOODING, stopped=True)), "quiet"),
        ("a pad soaked within an hour", told(gush(pads_per_hour=1)), "emergency"),
        ("less than a pad an hour", told(gush(pads_per_hour=0.9)), "quiet"),
        ("two large clots", told(gush(large_clot_count=2)), "emergency"),
        ("one large clot", told(gush(large_clot_count=1)), "quiet"),
        (
            "easing, after a quarter of an hour",
            told(gush(S.FLOODING, trend=Trend.EASING, duration_hours=0.25)),
            "quiet",
        ),
        (
            "easing, but after 14.5 minutes too soon to tell",
            told(gush(S.FLOODING, trend=Trend.EASING, duration_hours=14.5 / 60)),
            "emergency",
        ),
        (
            "easing, after 15.5 minutes",
            told(gush(S.FLOODING, trend=Trend.EASING, duration_hours=15.5 / 60)),
            "quiet",
        ),
        (
            "easing, for how long not said",
            told(gush(S.FLOODING, trend=Trend.EASING)),
            "quiet",
        ),
        (
            "a gush in a period",
            told(entry(0, S.FLOODING, bleeding=blood("heavy", timing=Timing.NOT_AFTER_SEX))),
            "quiet",
        ),
        (
            "a gush not said to be after sex, with sex the day before",
            told(dry_sex(1), entry(0, S.FLOODING, bleeding=blood("heavy"))),
            "emergency",
        ),
        (
            "a gush, and sex two days before",
            told(dry_sex(2), entry(0, S.FLOODING, bleeding=blood("heavy"))),
            "quiet",
        ),
    ),
    *rows(
        "EMG-4",
        (
            "a tear that ten minutes of pressure do not stop",
            told(entry(0, bleeding=blood(source="skin", stops_with_pressure=False)), organs=MALE),
            "emergency",
        ),
        (
            "a tear that pressure stops",
            told(entry(0, bleeding=blood(source="skin", stops_with_pressure=True))),
            "quiet",
        ),
        ("not pressed yet", told(entry(0, bleeding=blood(source="skin", stopped=False))), "quiet"),
    ),
    *rows(
        "EMG-11",
        ("a tear of the vulva", told(entry(0, S.VULVAL_TEAR)), "watch"),
        ("a cut that pressing stops", told(cut(0, stops_with_pressure=True)), "watch"),
        ("a cut that pressing does not stop", told(cut(0, stops_with_pressure=False)), "quiet"),
        ("no cut", told(entry(0, bleeding=blood())), "quiet"),
        ("a tear of the penis", told(entry(0, S.PENILE_TEAR), organs=MALE), "quiet"),
        ("28 days ago", told(entry(28, S.VULVAL_TEAR)), "watch"),
        ("29 days ago", told(entry(29, S.VULVAL_TEAR)), "quiet"),
        ("gaping", told(entry(0, S.GAPING_WOUND)), "same_day"),
        ("gaping, of the penis", told(entry(0, S.GAPING_WOUND), organs=MALE), "quiet"),
        ("medium, still bleeding", told(cut(0, "medium", stopped=False)), "same_day"),
        ("medium, stopped", told(cut(0, "medium", stopped=True)), "watch"),
        (
            "medium, stops with pressure",
            told(cut(0, "medium", stopped=False, stops_with_pressure=True)),
            "watch",
        ),
        ("light, still bleeding", told(cut(0, "light", stopped=False)), "watch"),
        (
            "light, for 10 minutes",
            told(cut(0, "light", stopped=False, duration_hours=10 / 60)),
            "same_day",
        ),
        (
            "light, for 9.5 minutes",
            told(cut(0, "light", stopped=False, duration_hours=9.5 / 60)),
            "watch",
        ),
    ),
    *rows(
        "EMG-5",
        ("sudden pain of 7 in the pelvis with sex", told(entry(0, pain=sudden())), "emergency"),
        ("sudden pain of 6", told(entry(0, pain=sudden(6))), "quiet"),
        (
            "severe in words",
            told(entry(0, pain=sudden(None, severity=Severity.SEVERE))),
            "emergency",
        ),
        ("it came on slowly", told(entry(0, pain=sudden(sudden=False))), "quiet"),
        ("how it came on was not asked", told(entry(0, pain=sudden(sudden=None))), "quiet"),
        (
            "how it came on was not asked, but being sick",
            told(entry(0, S.VOMITING, pain=sudden(sudden=None))),
            "emergency",
        ),
        ("at the entrance", told(entry(0, pain=sudden(site="vaginal_entrance"))), "quiet"),
        ("place not said", told(entry(0, pain=sudden(site=None))), "emergency"),
        ("not with sex", told(entry(0, pain=sudden(with_sex=False))), "quiet"),
        (
            "not asked whether with sex, sex the day before",
            told(dry_sex(1), entry(0, pain=sudden(with_sex=None))),
            "emergency",
        ),
        (
            "not asked whether with sex, no sex near",
            told(dry_sex(2), entry(0, pain=sudden(with_sex=None))),
            "quiet",
        ),
        ("in any body", told(entry(0, pain=sudden(site="belly")), organs=MALE), "emergency"),
        (
            "gone in 29.5 minutes, well, not pregnant",
            told(entry(0, pain=brief(29.5)), STERILE),
            "same_day",
        ),
        ("gone in 28.5 minutes", told(entry(0, pain=brief(28.5)), STERILE), "same_day"),
        ("gone in 30 minutes", told(entry(0, pain=brief(30)), STERILE), "emergency"),
        ("gone quickly, but dizzy", told(entry(0, S.DIZZY, pain=brief(20)), STERILE), "emergency"),
        ("gone quickly, may be pregnant", told(entry(0, pain=brief(20))), "emergency"),
    ),
    *rows(
        "EMG-6",
        (
            "with blood",
            told(entry(0, S.SHOULDER_TIP_PAIN, bleeding=blood()), STERILE),
            "emergency",
        ),
        (
            "with belly pain the day before",
            told(entry(1, pain=pain(2)), entry(0, S.SHOULDER_TIP_PAIN), STERILE),
            "emergency",
        ),
        ("pregnancy not ruled out", told(entry(0, S.SHOULDER_TIP_PAIN)), "emergency"),
        ("alone, pregnancy ruled out", told(entry(0, S.SHOULDER_TIP_PAIN), STERILE), "quiet"),
        (
            "alone, in a body without a womb",
            told(entry(0, S.SHOULDER_TIP_PAIN), organs=MALE),
            "quiet",
        ),
        (
            "with a sore penis only",
            told(entry(0, S.SHOULDER_TIP_PAIN, pain=pain(5, "penis")), organs=MALE),
            "quiet",
        ),
    ),
    *rows(
        "EMG-7",
        ("in the rectum", told(stuck(S.OBJECT_STUCK_RECTUM), organs=MALE), "emergency"),
        ("a tampon, well", told(stuck(S.OBJECT_STUCK_VAGINA)), "same_day"),
        ("a tampon and a rash", told(stuck(S.OBJECT_STUCK_VAGINA, S.RASH)), "emergency"),
        (
            "a tampon and 38.0",
            told(stuck(S.OBJECT_STUCK_VAGINA, temperature_c=38.0)),
            "emergency",
        ),
        (
            "a tampon and 37.9",
            told(stuck(S.OBJECT_STUCK_VAGINA, temperature_c=37.9)),
            "same_day",
        ),
        ("place not said", told(stuck(S.OBJECT_STUCK)), "emergency"),
        ("vaginal sex tells the place", told(stuck(S.OBJECT_STUCK, kind="vaginal")), "same_day"),
        ("anal sex tells the place", told(stuck(S.OBJECT_STUCK, kind="anal")), "emergency"),
        ("a toy does not tell the place", told(stuck(S.OBJECT_STUCK, kind="toy")), "emergency"),
        ("nothing stuck", told(entry(0, S.RASH)), "quiet"),
        (
            "a tampon, and a fever three days later",
            told(entry(3, S.OBJECT_STUCK_VAGINA), entry(0, S.FEVERISH)),
            "emergency",
        ),
        (
            "a tampon, and a fever four days later",
            told(entry(4, S.OBJECT_STUCK_VAGINA), entry(0, S.FEVERISH)),
            "within_two_weeks",
        ),
        (
            "a fever the day before it",
            told(entry(1, S.FEVERISH), entry(0, S.OBJECT_STUCK_VAGINA)),
            "same_day",
        ),
    ),
    *rows(
        "EMG-8",
        ("without any sign", told(entry(0, S.NECK_PRESSURE)), "same_day"),
        *(
            (f"with {sign.value}", told(entry(0, S.NECK_PRESSURE, sign)), "emergency")
            for sign in (S.VOICE_CHANGE, S.NECK_PAIN, S.TROUBLE_SWALLOWING, S.LOST_BLADDER_CONTROL)
        ),
        (
            "a sign 28 days later",
            told(entry(28, S.NECK_PRESSURE), entry(0, S.VOICE_CHANGE)),
            "emergency",
        ),
        (
            "a sign 29 days later",
            told(entry(29, S.NECK_PRESSURE), entry(0, S.VOICE_CHANGE)),
            "quiet",
        ),
        (
            "a sign one day later, both past",
            told(entry(2, S.NECK_PRESSURE), entry(1, S.VOICE_CHANGE)),
            "emergency",
        ),
        ("a sign that is past", told(entry(9, S.NECK_PRESSURE, S.NECK_PAIN)), "same_day"),
        ("14 days ago", told(entry(14, S.NECK_PRESSURE)), "same_day"),
        ("15 days ago", told(entry(15, S.NECK_PRESSURE)), "within_two_weeks"),
        (
            "and days since that say nothing of it",
            told(entry(14, S.NECK_PRESSURE), entry(3, no_bleeding=True)),
            "same_day",
        ),
        (
            "seen for it",
            told(entry(9, S.NECK_PRESSURE), fact(Visit.CHECKED_NORMAL, 8, about=("EMG-8",))),
            "quiet",
        ),
        (
            "seen for something that is not said",
            told(entry(9, S.NECK_PRESSURE), fact(Visit.CHECKED_NORMAL, 8)),
            "same_day",
        ),
        (
            "90 days ago, and afraid of a partner",
            told(entry(90, S.NECK_PRESSURE, S.AFRAID_OF_PARTNER), entry(3, no_bleeding=True)),
            "same_day",
        ),
        (
            "91 days ago, and afraid of a partner",
            told(entry(91, S.NECK_PRESSURE, S.AFRAID_OF_PARTNER), entry(3, no_bleeding=True)),
            "quiet",
        ),
        (
            "afraid lately",
            told(entry(120, S.NECK_PRESSURE), entry(20, S.AFRAID_OF_PARTNER)),
            "same_day",
        ),
        ("a sore neck only", told(entry(0, S.NECK_PAIN)), "quiet"),
    ),
    *rows(
        "EMG-9",
        (
            "chest pain and short of breath",
            told(entry(0, S.CHEST_PAIN, S.BREATHLESS), fact(Contraception.COMBINED_PILL, 70)),
            "emergency",
        ),
        ("chest pain alone", told(entry(0, S.CHEST_PAIN)), "quiet"),
        ("short of breath alone", told(entry(0, S.BREATHLESS)), "quiet"),
        (
            "short of breath, leg swollen 14 days ago",
            told(entry(14, S.LEG_SWELLING), entry(0, S.BREATHLESS)),
            "emergency",
        ),
        (
            "short of breath, leg swollen 15 days ago",
            told(entry(15, S.LEG_SWELLING), entry(0, S.BREATHLESS)),
            "quiet",
        ),
    ),
    *rows(
        "EMG-10",
        ("fever and confused", told(entry(0, S.CONFUSION, temperature_c=38.0)), "emergency"),
        ("37.9 and confused", told(entry(0, S.CONFUSION, temperature_c=37.9)), "quiet"),
        ("shaking and a racing heart", told(entry(0, S.RIGORS, S.RACING_HEART)), "emergency"),
        ("fever and a racing heart", told(entry(0, S.FEVERISH, S.RACING_HEART)), "quiet"),
        ("fever alone", told(entry(0, temperature_c=39.5)), "quiet"),
    ),
    *rows(
        "EMG-12",
        ("flooding that goes on", told(unexpected(S.FLOODING, stopped=False)), "emergency"),
        (
            "flooding that eases",
            told(unexpected(S.FLOODING, stopped=False, trend=Trend.EASING)),
            "same_day",
        ),
        ("flooding that stopped", told(unexpected(S.FLOODING, stopped=True)), "same_day"),
        ("flooding, not said if it goes on", told(unexpected(S.FLOODING)), "same_day"),
        ("a large clot", told(unexpected(large_clot_count=1, stopped=False)), "same_day"),
        ("large clots", told(unexpected(clots=Clots.LARGE)), "same_day"),
        ("small clots", told(unexpected(clots=Clots.SMALL)), "quiet"),
        ("a pad every two hours", told(unexpected(pads_per_hour=0.5)), "same_day"),
        ("a pad lasts two and a half hours", told(unexpected(pads_per_hour=0.4)), "quiet"),
        ("changing often", told(unexpected(S.CHANGING_EVERY_1_2_HOURS)), "same_day"),
        ("heavy and nothing else", told(unexpected(stopped=False)), "quiet"),
        ("medium, with a gush", told(unexpected(S.FLOODING, amount="medium")), "quiet"),
        ("amount not said, with a gush", told(unexpected(S.FLOODING, amount=None)), "same_day"),
        (
            "the gush in another entry of that day",
            told(unexpected(stopped=False), entry(0, S.FLOODING)),
            "emergency",
        ),
        ("the gush on another day", told(unexpected(), entry(1, S.FLOODING)), "quiet"),
        ("called a period", told(unexpected(S.FLOODING, period=Answer.YES)), "quiet"),
        ("taken for a period", told(unexpected(S.FLOODING, period=None)), "quiet"),
        (
            "after the menopause nothing is taken for a period",
            told(
                unexpected(S.FLOODING, period=None),
                menstrual_status=MenstrualStatus.POSTMENOPAUSE,
            ),
            "same_day",
        ),
        (
            "365 days after the last period",
            told(unexpected(S.FLOODING, period=None), last_period_start=ago(365), **born(50)),
            "same_day",
        ),
        (
            "364 days after the last period",
            told(unexpected(S.FLOODING, period=None), last_period_start=ago(364), **born(50)),
            "quiet",
        ),
        ("after sex", told(gush(S.FLOODING)), "quiet"),
        (
            "7 days after a birth",
            told(unexpected(S.FLOODING), fact(Pregnancy.BIRTH, 7)),
            "quiet",
        ),
        (
            "8 days after a birth",
            told(unexpected(S.FLOODING), fact(Pregnancy.BIRTH, 8)),
            "same_day",
        ),
        (
            "2 days after an abortion",
            told(unexpected(S.FLOODING), fact(Pregnancy.ABORTION, 2)),
            "quiet",
        ),
        (
            "3 days after an abortion",
            told(unexpected(S.FLOODING), fact(Pregnancy.ABORTION, 3)),
            "same_day",
        ),
        ("from the bottom", told(unexpected(S.FLOODING, source="rectal")), "quiet"),
        ("no vagina", told(unexpected(S.FLOODING), organs=MALE), "quiet"),
    ),
    *rows(
        "EMG-13",
        *(
            (f"a tampon, fever and {sign.value}", told(worn(0), ill(sign)), "emergency")
            for sign in (S.RASH, S.VOMITING, S.DIZZY, S.FAINT, S.PASSED_OUT, S.CONFUSION)
        ),
        ("a cup, fever and a rash", told(worn(0, ProductKind.CUP), ill(S.RASH)), "emergency"),
        ("37.9 and a rash", told(worn(0), entry(0, S.RASH, temperature_c=37.9)), "quiet"),
        ("a tampon and a fever alone", told(worn(0), ill()), "quiet"),
        ("a tampon and a rash alone", told(worn(0), entry(0, S.RASH)), "quiet"),
        ("a tampon three days before", told(worn(3), ill(S.RASH)), "emergency"),
        ("a tampon four days before", told(worn(4), ill(S.RASH)), "quiet"),
        ("a tampon outside a period", told(worn(1, period=Answer.NO), ill(S.RASH)), "emergency"),
        ("a rash the day before", told(worn(1), entry(1, S.RASH), ill()), "emergency"),
        ("a rash two days before", told(worn(2), entry(2, S.RASH), ill()), "quiet"),
        ("a cold, with a tampon", told(worn(0), ill(S.RASH, S.COLD_OR_FLU)), "emergency"),
        *(
            (f"a period, fever and {sign.value}", told(a_period(2, 3), ill(sign)), "same_day")
            for sign in (S.RASH, S.VOMITING, S.RIGORS)
        ),
        ("a period, fever and dizzy", told(a_period(2, 3), ill(S.DIZZY)), "quiet"),
        ("a period that ended the day before", told(a_period(3, 3), ill(S.RASH)), "same_day"),
        ("a period that ended two days before", told(a_period(4, 3), ill(S.RASH)), "quiet"),
        ("a period with pads", told(worn(0, ProductKind.PAD), ill(S.RASH)), "quiet"),
        ("a period and a cold", told(a_period(2, 3), ill(S.VOMITING, S.COLD_OR_FLU)), "quiet"),
        ("no period", told(ill(S.RASH)), "quiet"),
        ("no vagina", told(worn(0), ill(S.RASH), organs=MALE), "quiet"),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_answers(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []
