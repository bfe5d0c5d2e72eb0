"""Bleeding from the bottom and anal sex: each row is a short diary and what one rule says to it."""

from dataclasses import replace
from typing import Any

import pytest
from alert_rows import (
    FEMALE,
    MALE,
    TODAY,
    Row,
    a_period,
    ago,
    answer_of,
    blood,
    born,
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
from diary.alerts.rules import after_sex, emergency, infection
from diary.alerts.rules import pain as pains
from diary.alerts.rules.rectal import RULES
from diary.model import Entry, Pain, Sex, Symptom
from diary.model.background_words import (
    Condition,
    InfectionTreated,
    Investigation,
    Medication,
    Procedure,
    Result,
    StiTest,
    Visit,
)
from diary.model.vocabulary import (
    Answer,
    Colour,
    NoticedOn,
    PainSite,
    PossibleSource,
    Role,
    Severity,
    SexKind,
    SexSite,
    Timing,
    Trend,
)

S = Symptom
RULE = {rule.code: rule for rule in RULES}
ANAL = Sex(kinds=(SexKind.ANAL,), role=Role.RECEPTIVE)
UNKNOWN_AGE: dict[str, Any] = {"birth_year": None}


def tear(days: int, *symptoms: Symptom, amount: str | None = "spotting", **more: Any) -> Entry:
    """Anal sex with blood from the bottom; `bleeding` fields go in `of`."""
    of = {"timing": Timing.AFTER_SEX, "stopped": True, **more.pop("of", {})}
    bleeding = blood(amount, source="rectal", **of)
    return entry(days, *symptoms, **{"sex": ANAL, "bleeding": bleeding, **more})


def streak(days: int, *symptoms: Symptom, amount: str | None = "spotting", **of: Any) -> Entry:
    """Blood from the bottom that did not come after sex."""
    more = {key: of.pop(key) for key in ("pain", "same_as_before") if key in of}
    of = {"timing": Timing.NOT_AFTER_SEX, **of}
    return entry(days, *symptoms, bleeding=blood(amount, source="rectal", **of), **more)


def hard(days: int, *others: Symptom, score: int = 4, **of: Any) -> Entry:
    """Spotting from the bottom, not after sex, with pain there and painful poo, or hard poo."""
    poo = () if S.CONSTIPATION in others else (S.PAINFUL_STOOL,)
    return streak(days, *poo, *others, pain=pain(score, "anus"), **of)


def unplaced(days: int, **of: Any) -> Entry:
    return entry(days, bleeding=blood(source="unknown", **of))


def anal(days: int, *symptoms: Symptom, **more: Any) -> Entry:
    return entry(days, *symptoms, **{"sex": ANAL, **more})


def inside(days: int, score: int = 5, **more: Any) -> Entry:
    """Pain in the rectum that is not with sex."""
    return entry(days, pain=pain(score, "rectum", **{"with_sex": False, **more}))


def cramp(days: int, score: int, **more: Any) -> Entry:
    return entry(days, pain=pain(score, **more))


REC_1 = rows(
    "REC-1",
    ("a streak after anal sex", told(tear(0)), "watch"),
    ("a light bleed", told(tear(0, amount="light")), "watch"),
    ("pain of 3", told(tear(0, pain=pain(3, "anus"))), "watch"),
    ("pain of 4", told(tear(0, pain=pain(4, "anus"))), "routine note"),
    ("pain of unknown strength", told(tear(0, pain=Pain(site=PainSite.ANUS))), "routine note"),
    ("a headache beside it", told(tear(0), entry(0, pain=pain(6, "other"))), "watch"),
    ("belly pain of 4 beside it", told(tear(0), cramp(0, 4)), "routine note"),
    (
        "the cramps of a period beside it",
        told(tear(0), cramp(0, 4), *a_period(1, 2)),
        "watch",
    ),
    ("a medium bleed", told(tear(0, amount="medium")), "routine note"),
    ("amount not said", told(tear(0, amount=None)), "routine note"),
    ("dark blood", told(tear(0, of={"colour": Colour.DARK_RED})), "routine note"),
    ("bright blood", told(tear(0, of={"colour": Colour.BRIGHT_RED})), "watch"),
    ("two bleeds", told(tear(0), tear(90)), "quiet"),
    ("one, and one 91 days ago", told(tear(0), tear(91)), "watch"),
    ("one 90 days ago", told(tear(90)), "watch"),
    ("one 91 days ago", told(tear(91)), "quiet"),
    ("not after sex", told(streak(0)), "watch"),
    ("no penis or vagina is needed", told(tear(0), organs=()), "watch"),
    ("only dark red poo", told(entry(0, S.DARK_RED_STOOL)), "routine note"),
    (
        "a person is not sure: vagina or bottom",
        told(unplaced(0, possible_sources=(PossibleSource.VAGINAL, PossibleSource.RECTAL))),
        "watch",
    ),
    (
        "a person is not sure: vagina or partner",
        told(unplaced(0, possible_sources=(PossibleSource.VAGINAL, PossibleSource.PARTNER))),
        "quiet",
    ),
    (
        "place not told, seen on the poo",
        told(unplaced(0, noticed_on=(NoticedOn.ON_STOOL,))),
        "watch",
    ),
    ("place not told, after anal sex", told(replace(unplaced(0), sex=ANAL)), "watch"),
    (
        "place not told, inserting",
        told(replace(unplaced(0), sex=replace(ANAL, role=Role.INSERTIVE)), organs=MALE),
        "not enough",
    ),
    ("place not told, in a body with a vagina", told(unplaced(0)), "quiet"),
    ("place not told, in a body without", told(unplaced(0), organs=MALE), "not enough"),
    ("vaginal blood", told(pcb(0)), "quiet"),
    (
        "with a blood thinner",
        told(tear(0), fact(Medication.ANTICOAGULANT, 100)),
        "routine note",
    ),
    ("with HIV", told(tear(0), fact(Condition.HIV, 900)), "routine note"),
)

REC_2 = rows(
    "REC-2",
    ("one bleed", told(tear(0)), "quiet"),
    ("two in 90 days", told(tear(0), tear(90)), "routine"),
    ("two in 91 days", told(tear(0), tear(91)), "quiet"),
    ("two on touching days after one sex", told(tear(1), streak(0)), "quiet"),
    ("two without sex", told(streak(0), streak(20)), "routine"),
    (
        "two that a clinician has named before",
        told(streak(0, same_as_before=True), streak(20, same_as_before=True)),
        "watch",
    ),
    (
        "two, one of them new",
        told(streak(0, same_as_before=True), streak(20)),
        "routine",
    ),
    ("48 hours of bleeding", told(tear(2, of={"duration_hours": 48})), "quiet"),
    ("48.5 hours of bleeding", told(tear(2, of={"duration_hours": 48.5})), "routine"),
    ("still there on the second day", told(tear(1), streak(0)), "quiet"),
    ("still there on the third day", told(tear(2), streak(1), streak(0)), "routine"),
    ("a single medium bleed", told(tear(0, amount="medium")), "within_two_weeks"),
    (
        "a medium bleed of known cause",
        told(streak(0, amount="medium", same_as_before=True)),
        "within_two_weeks",
    ),
    ("pain with poo for 7 days", told(entry(0, S.PAINFUL_STOOL, symptoms_since=ago(7))), "routine"),
    ("pain with poo for 6 days", told(entry(0, S.PAINFUL_STOOL, symptoms_since=ago(6))), "quiet"),
    (
        "pain with poo for weeks, 28 days ago",
        told(entry(28, S.PAINFUL_STOOL, symptoms_since=ago(40))),
        "routine",
    ),
    (
        "pain with poo for weeks, 29 days ago",
        told(entry(29, S.PAINFUL_STOOL, symptoms_since=ago(40))),
        "quiet",
    ),
    ("anal pain 7 days apart", told(inside(7), inside(0)), "routine"),
    (
        "anal pain in sex 7 days apart",
        told(*(anal(d, pain=pain(3, "anus", with_sex=True)) for d in (7, 0))),
        "quiet",
    ),
    ("anal pain 15 days apart", told(inside(15), inside(0)), "quiet"),
    ("one entry with pain for a week", told(inside(0, duration_hours=168)), "routine"),
    (
        "two with a weak immune system",
        told(tear(0), tear(30), fact(Condition.HIV, 900)),
        "within_two_weeks",
    ),
    ("two from the vagina", told(pcb(0), pcb(30)), "quiet"),
    (
        "light blood in the poo with a blood thinner",
        told(streak(0, amount="light"), fact(Medication.ANTICOAGULANT, 100)),
        "within_two_weeks",
    ),
    (
        "spotting in the poo once with a blood thinner",
        told(streak(0), fact(Medication.ANTICOAGULANT, 100)),
        "quiet",
    ),
    (
        "spotting in the poo on two days with a blood thinner",
        told(streak(1), streak(0), fact(Medication.ANTICOAGULANT, 100)),
        "within_two_weeks",
    ),
    (
        "light blood after anal sex, not in the poo, with a blood thinner",
        told(tear(0, amount="light"), fact(Medication.ANTICOAGULANT, 100)),
        "quiet",
    ),
    (
        "light blood in the poo with a single antiplatelet",
        told(streak(0, amount="light"), fact(Medication.ANTIPLATELET, 100)),
        "quiet",
    ),
)

REC_3 = rows(
    "REC-3",
    ("blood and pain of 4", told(tear(0, pain=pain(4, "anus"))), "within_two_weeks"),
    ("blood and pain of 3", told(tear(0, pain=pain(3, "anus"))), "quiet"),
    (
        "blood and moderate pain in words",
        told(tear(0, pain=Pain(severity=Severity.MODERATE))),
        "within_two_weeks",
    ),
    ("pain of unknown strength", told(tear(0, pain=Pain(site=PainSite.ANUS))), "quiet"),
    ("pain elsewhere", told(tear(0, pain=pain(5, "other"))), "quiet"),
    ("pain and no blood", told(inside(0)), "quiet"),
    ("pain and vaginal blood", told(pcb(0, pain=pain(5, "vulva"))), "quiet"),
    ("pain the next day", told(tear(1), inside(0, 5)), "within_two_weeks"),
    ("pain two days later", told(tear(2), inside(0, 5)), "quiet"),
    ("belly pain with it", told(streak(0), cramp(0, 5)), "within_two_weeks"),
    ("the cramps of a period with it", told(streak(0), cramp(0, 5), *a_period(1, 2)), "quiet"),
    (
        "a tiny tear, pain easing",
        told(tear(0, pain=pain(6, "anus", trend=Trend.EASING))),
        "routine",
    ),
    ("severe, easing", told(tear(0, pain=pain(7, "anus", trend=Trend.EASING))), "within_two_weeks"),
    (
        "a medium bleed, pain easing",
        told(tear(0, amount="medium", pain=pain(5, "anus", trend=Trend.EASING))),
        "within_two_weeks",
    ),
    (
        "a tiny tear, pain gone when written down",
        told(tear(0, pain=pain(5, "anus", stopped=True))),
        "routine",
    ),
    (
        "a tiny tear, pain gone after 24 hours",
        told(tear(0, pain=pain(5, "anus", stopped=True, duration_hours=24))),
        "routine",
    ),
    (
        "a tiny tear, pain gone after 24.5 hours",
        told(tear(0, pain=pain(5, "anus", stopped=True, duration_hours=24.5))),
        "within_two_weeks",
    ),
    ("less pain the next day", told(tear(1, pain=pain(5, "anus")), inside(0, 3)), "routine"),
    ("as much the next day", told(tear(1, pain=pain(5, "anus")), inside(0, 4)), "within_two_weeks"),
    (
        "less pain two days later",
        told(tear(2, pain=pain(5, "anus")), inside(0, 3)),
        "within_two_weeks",
    ),
    *(
        (shows, told(*records), answer)
        for shows, records, answer in (
            ("spotting and painful poo", (hard(0),), "routine"),
            ("spotting and hard poo", (hard(0, S.CONSTIPATION),), "routine"),
            ("pain of 6", (hard(0, score=6),), "routine"),
            ("pain of 7", (hard(0, score=7),), "within_two_weeks"),
            ("a light bleed", (hard(0, amount="light"),), "within_two_weeks"),
            ("dark blood", (hard(0, colour=Colour.DARK_RED),), "within_two_weeks"),
            ("mucus beside it", (hard(0), entry(0, S.RECTAL_MUCUS_OR_PUS)), "within_two_weeks"),
            ("weight loss beside it", (hard(0, S.WEIGHT_LOSS),), "within_two_weeks"),
            ("itching beside it", (hard(0, S.ANAL_ITCHING),), "routine"),
            ("a fever beside it", (hard(0), entry(0, temperature_c=38.0)), "within_two_weeks"),
            ("belly pain beside it", (hard(0), cramp(0, 2)), "within_two_weeks"),
            ("anal sex beside it", (hard(0), anal(1)), "within_two_weeks"),
            ("over 28 days", (hard(28), hard(0)), "routine"),
            ("over 29 days", (hard(29), hard(0)), "within_two_weeks"),
        )
    ),
    ("90 days ago", told(tear(90, pain=pain(4, "anus"))), "within_two_weeks"),
    ("91 days ago", told(tear(91, pain=pain(4, "anus"))), "quiet"),
    (
        "with a blood thinner",
        told(tear(0, pain=pain(4, "anus")), fact(Medication.ANTICOAGULANT, 100)),
        "same_day",
    ),
)

REC_4 = rows(
    "REC-4",
    ("heavy", told(streak(0, amount="heavy")), "emergency"),
    ("large clots", told(streak(0, amount=None, large_clot_count=1)), "emergency"),
    ("toilet water red with blood", told(entry(0, S.RED_TOILET_WATER)), "emergency"),
    (
        "red water beside blood after vaginal sex",
        told(pcb(0, S.RED_TOILET_WATER)),
        "emergency",
    ),
    ("red water on a day of a period", told(*a_period(0, 1, S.RED_TOILET_WATER)), "quiet"),
    (
        "red water in a period, and blood in the poo",
        told(*a_period(0, 1, S.RED_TOILET_WATER, S.DARK_RED_STOOL)),
        "emergency",
    ),
    ("medium and stopped", told(streak(0, amount="medium", stopped=True)), "quiet"),
    ("medium, whether it stopped not said", told(streak(0, amount="medium")), "quiet"),
    ("medium and not stopped", told(streak(0, amount="medium", stopped=False)), "emergency"),
    (
        "medium and not stopped after 10 minutes",
        told(streak(0, amount="medium", stopped=False, duration_hours=10 / 60)),
        "emergency",
    ),
    (
        "medium, only begun",
        told(streak(0, amount="medium", stopped=False, duration_hours=9.5 / 60)),
        "same_day",
    ),
    (
        "medium, not stopped after 10.5 minutes",
        told(streak(0, amount="medium", stopped=False, duration_hours=10.5 / 60)),
        "emergency",
    ),
    (
        "medium, easing",
        told(streak(0, amount="medium", stopped=False, trend=Trend.EASING)),
        "same_day",
    ),
    ("spotting that has not stopped", told(streak(0, stopped=False)), "quiet"),
    (
        "spotting that grows",
        told(streak(0, stopped=False, trend=Trend.INCREASING)),
        "same_day",
    ),
    ("amount not said, not stopped", told(streak(0, amount=None, stopped=False)), "same_day"),
    ("heavy from the vagina", told(pcb(0, amount="heavy")), "quiet"),
    ("heavy yesterday", told(streak(1, amount="heavy")), "emergency"),
    ("heavy two days ago", told(streak(2, amount="heavy")), "within_two_weeks"),
)

REC_5 = rows(
    "REC-5",
    ("black poo", told(entry(0, S.BLACK_STOOL)), "same_day"),
    ("dark red poo", told(entry(0, S.DARK_RED_STOOL)), "same_day"),
    ("bloody diarrhoea", told(entry(0, S.BLOODY_DIARRHOEA)), "same_day"),
    (
        "dark blood in the poo",
        told(streak(0, colour=Colour.DARK_RED, noticed_on=(NoticedOn.MIXED_IN_STOOL,))),
        "same_day",
    ),
    ("dark blood, where seen not said", told(streak(0, colour=Colour.DARK_RED)), "same_day"),
    (
        "dark blood on wiping only",
        told(streak(0, colour=Colour.DARK_RED, noticed_on=(NoticedOn.WIPING,))),
        "quiet",
    ),
    ("bright blood", told(streak(0, colour=Colour.BRIGHT_RED)), "quiet"),
    ("dark blood from the vagina", told(pcb(0, of={"colour": Colour.DARK_RED})), "quiet"),
    (
        "black poo with iron",
        told(entry(0, S.BLACK_STOOL), fact(Medication.IRON, 30)),
        "routine",
    ),
    (
        "black blood with iron",
        told(streak(0, colour=Colour.BLACK), fact(Medication.IRON, 30)),
        "routine",
    ),
    (
        "black poo before the iron",
        told(entry(1, S.BLACK_STOOL), fact(Medication.IRON, 0)),
        "same_day",
    ),
    (
        "black poo with iron, and dizzy",
        told(entry(0, S.BLACK_STOOL, S.DIZZY), fact(Medication.IRON, 30)),
        "same_day",
    ),
    (
        "black poo with iron, and a fever",
        told(entry(0, S.BLACK_STOOL, temperature_c=38.0), fact(Medication.IRON, 30)),
        "same_day",
    ),
    (
        "black poo with iron, and belly pain of 4",
        told(entry(0, S.BLACK_STOOL, pain=pain(4)), fact(Medication.IRON, 30)),
        "same_day",
    ),
    (
        "black poo with iron, and belly pain of 3",
        told(entry(0, S.BLACK_STOOL, pain=pain(3)), fact(Medication.IRON, 30)),
        "routine",
    ),
    (
        "dark red poo with iron",
        told(entry(0, S.DARK_RED_STOOL), fact(Medication.IRON, 30)),
        "same_day",
    ),
    (
        "with iron and a blood thinner",
        told(entry(0, S.BLACK_STOOL), fact(Medication.IRON, 30), fact(Medication.ANTICOAGULANT)),
        "within_two_weeks",
    ),
)

REC_6 = rows(
    "REC-6",
    ("belly pain of 4 after anal sex", told(anal(0, pain=pain(4))), "emergency"),
    ("belly pain of 3 after anal sex", told(anal(0, pain=pain(3))), "watch"),
    ("belly pain three days after", told(anal(3), cramp(0, 4)), "emergency"),
    ("belly pain four days after", told(anal(4), cramp(0, 4)), "quiet"),
    ("belly pain without anal sex", told(cramp(0, 4)), "quiet"),
    ("after an enema", told(entry(1, S.ENEMA_USE), cramp(0, 4)), "emergency"),
    ("pain in the bottom", told(anal(0, pain=pain(6, "anus"))), "quiet"),
    ("pain of unknown place", told(anal(0, pain=pain(6, None))), "quiet"),
    *(
        (f"{sign.value} after anal sex", told(anal(1), entry(0, sign), organs=MALE), "emergency")
        for sign in (S.HARD_BELLY, S.SHOULDER_TIP_PAIN, S.FAINT, S.PASSED_OUT, S.FEVERISH)
    ),
    ("38.0 after anal sex", told(anal(1), entry(0, temperature_c=38.0)), "emergency"),
    ("37.9 after anal sex", told(anal(1), entry(0, temperature_c=37.9)), "quiet"),
    ("fever with a cold", told(anal(1), entry(0, S.FEVERISH, S.COLD_OR_FLU)), "quiet"),
    (
        "fever with a cold, and blood",
        told(tear(1), entry(0, S.FEVERISH, S.COLD_OR_FLU)),
        "emergency",
    ),
    (
        "fever with a cold, and pain on poo",
        told(anal(1), entry(0, S.FEVERISH, S.COLD_OR_FLU, S.PAINFUL_STOOL)),
        "emergency",
    ),
    (
        "fever with a cold, and mild belly pain",
        told(anal(1), entry(0, S.FEVERISH, S.COLD_OR_FLU, pain=pain(2))),
        "emergency",
    ),
    (
        "pain of 6 gone in half an hour",
        told(anal(0, pain=pain(6, stopped=True, duration_hours=0.5))),
        "same_day",
    ),
    (
        "pain of 7 gone in half an hour",
        told(anal(0, pain=pain(7, stopped=True, duration_hours=0.5))),
        "emergency",
    ),
    (
        "pain of 6 gone in an hour",
        told(anal(0, pain=pain(6, stopped=True, duration_hours=1))),
        "emergency",
    ),
    (
        "pain of 6 that was there for no time",
        told(anal(0, pain=pain(6, stopped=True, duration_hours=0))),
        "same_day",
    ),
    (
        "pain of 6 gone in half an hour, and blood",
        told(tear(0, pain=pain(6, stopped=True, duration_hours=0.5))),
        "emergency",
    ),
    (
        "pain of 6 gone in half an hour, belly tender",
        told(anal(0, S.PAIN_WORSE_ON_MOVING, pain=pain(6, stopped=True, duration_hours=0.5))),
        "emergency",
    ),
    ("cramps of a period", told(anal(2), *a_period(1, 2), cramp(0, 6)), "quiet"),
    ("mild cramps of a period", told(anal(2), *a_period(1, 2), cramp(0, 2)), "quiet"),
    ("severe cramps of a period", told(anal(2), *a_period(1, 2), cramp(0, 7)), "same_day"),
    (
        "sudden pain in a period",
        told(anal(2), *a_period(1, 2), cramp(0, 4, sudden=True)),
        "emergency",
    ),
    (
        "pain with the sex in a period",
        told(*a_period(1, 2), anal(0, pain=pain(4))),
        "emergency",
    ),
    ("a toy, place not said", told(entry(1, sex=Sex(kinds=(SexKind.TOY,))), cramp(0, 4)), "quiet"),
    (
        "a toy in the bottom",
        told(entry(1, sex=Sex(kinds=(SexKind.TOY,), sites=(SexSite.ANUS,))), cramp(0, 4)),
        "emergency",
    ),
    (
        "a fist, in a body without a vagina",
        told(entry(1, sex=Sex(kinds=(SexKind.FIST,))), cramp(0, 4), organs=MALE),
        "emergency",
    ),
    (
        "a fist, in a body with a vagina",
        told(entry(1, sex=Sex(kinds=(SexKind.FIST,))), cramp(0, 4)),
        "quiet",
    ),
    (
        "anal sex, role not said",
        told(entry(1, sex=Sex(kinds=(SexKind.ANAL,))), cramp(0, 4), organs=MALE),
        "emergency",
    ),
    (
        "anal sex, inserting",
        told(anal(1, sex=replace(ANAL, role=Role.INSERTIVE)), cramp(0, 4), organs=MALE),
        "quiet",
    ),
    (
        "blood from the bottom after sex of which no more is recorded",
        told(
            entry(1, bleeding=blood(source="rectal", timing=Timing.DURING_SEX)),
            cramp(0, 4),
        ),
        "emergency",
    ),
    ("mild cramp three days ago", told(anal(3, pain=pain(2))), "watch"),
    ("mild cramp four days ago", told(anal(4, pain=pain(2))), "quiet"),
    ("two days ago and not over", told(anal(2, pain=pain(4))), "within_two_weeks"),
)

REC_7 = rows(
    "REC-7",
    ("mucus after anal sex", told(anal(20), entry(0, S.RECTAL_MUCUS_OR_PUS)), "within_two_weeks"),
    ("urge after anal sex", told(anal(20), entry(0, S.URGE_TO_PASS_STOOL)), "within_two_weeks"),
    ("no sex recorded", told(entry(0, S.RECTAL_MUCUS_OR_PUS)), "routine"),
    ("vaginal sex only", told(pcb(20), entry(0, S.RECTAL_MUCUS_OR_PUS)), "routine"),
    (
        "sex of unknown kind",
        told(entry(20, sex=Sex()), entry(0, S.RECTAL_MUCUS_OR_PUS)),
        "within_two_weeks",
    ),
    ("anal sex 90 days before", told(anal(90), entry(0, S.URGE_TO_PASS_STOOL)), "within_two_weeks"),
    ("anal sex 91 days before", told(anal(91), entry(0, S.URGE_TO_PASS_STOOL)), "routine"),
    ("90 days ago", told(anal(95), entry(90, S.URGE_TO_PASS_STOOL)), "within_two_weeks"),
    ("91 days ago", told(anal(95), entry(91, S.URGE_TO_PASS_STOOL)), "quiet"),
    (
        "gone since",
        told(anal(20), entry(9, S.URGE_TO_PASS_STOOL), entry(0, absent=(S.URGE_TO_PASS_STOOL,))),
        "quiet",
    ),
    (
        "a clear test since",
        told(anal(20), entry(9, S.RECTAL_MUCUS_OR_PUS), fact(StiTest.NEGATIVE, 5)),
        "routine",
    ),
    (
        "a clear test before",
        told(anal(20), entry(9, S.RECTAL_MUCUS_OR_PUS), fact(StiTest.NEGATIVE, 10)),
        "within_two_weeks",
    ),
    (
        "treated since",
        told(anal(20), entry(9, S.RECTAL_MUCUS_OR_PUS), fact(InfectionTreated.STI, 5)),
        "routine",
    ),
    (
        "as known from before",
        told(anal(20), entry(0, S.RECTAL_MUCUS_OR_PUS, same_as_before=True)),
        "routine",
    ),
    ("pain inside for two days", told(anal(20), inside(2), inside(0)), "within_two_weeks"),
    ("pain inside for a day", told(anal(20), inside(1), inside(0)), "quiet"),
    (
        "pain inside for 48 hours, in one entry",
        told(anal(20), inside(0, duration_hours=48)),
        "within_two_weeks",
    ),
    (
        "pain inside for two days, 28 days ago",
        told(anal(40), inside(30), inside(28)),
        "within_two_weeks",
    ),
    ("pain inside for two days, 29 days ago", told(anal(40), inside(31), inside(29)), "quiet"),
    ("pain inside, no anal sex", told(inside(2), inside(0)), "quiet"),
    (
        "pain in anal sex, two days apart",
        told(*(anal(d, pain=pain(4, "rectum")) for d in (2, 0))),
        "quiet",
    ),
    (
        "mucus and a fever",
        told(anal(20), entry(0, S.RECTAL_MUCUS_OR_PUS, temperature_c=38.0)),
        "same_day",
    ),
    ("mucus and a fever, no sex", told(entry(0, S.RECTAL_MUCUS_OR_PUS, S.FEVERISH)), "same_day"),
    ("urge and a fever, no sex", told(entry(0, S.URGE_TO_PASS_STOOL, S.FEVERISH)), "routine"),
    (
        "urge and a fever after anal sex",
        told(anal(20), entry(0, S.URGE_TO_PASS_STOOL, S.FEVERISH)),
        "same_day",
    ),
    (
        "urge and a fever, anal sex 91 days before",
        told(anal(91), entry(0, S.URGE_TO_PASS_STOOL, S.FEVERISH)),
        "routine",
    ),
    (
        "a fever two days later",
        told(anal(20), entry(2, S.RECTAL_MUCUS_OR_PUS), entry(0, S.FEVERISH)),
        "same_day",
    ),
    (
        "a fever three days later",
        told(anal(20), entry(3, S.RECTAL_MUCUS_OR_PUS), entry(0, S.FEVERISH)),
        "within_two_weeks",
    ),
    ("mucus and pain of 7", told(entry(0, S.RECTAL_MUCUS_OR_PUS), inside(0, 7)), "same_day"),
    ("mucus and pain of 6", told(entry(0, S.RECTAL_MUCUS_OR_PUS), inside(0, 6)), "routine"),
    ("severe pain inside after anal sex", told(anal(20), inside(0, 7)), "same_day"),
    ("pain of 6 inside after anal sex", told(anal(20), inside(0, 6)), "quiet"),
    ("severe pain only in sex", told(anal(0, pain=pain(8, "rectum"))), "quiet"),
    (
        "fever that is over, mucus goes on",
        told(anal(20), entry(4, S.RECTAL_MUCUS_OR_PUS, S.FEVERISH), entry(0, absent=(S.FEVERISH,))),
        "within_two_weeks",
    ),
    ("nothing of it", told(anal(0)), "quiet"),
)

IN_POO: dict[str, Any] = {"noticed_on": (NoticedOn.ON_STOOL,)}

REC_8 = rows(
    "REC-8",
    ("blood on the poo for 21 days", told(*(streak(d, **IN_POO) for d in (21, 10, 0))), "routine"),
    ("blood on the poo for 20 days", told(*(streak(d, **IN_POO) for d in (20, 10, 0))), "quiet"),
    ("with a gap of more than two weeks", told(*(streak(d, **IN_POO) for d in (21, 0))), "quiet"),
    (
        "seen 28 days ago for the last time",
        told(*(streak(d, **IN_POO) for d in (50, 40, 28))),
        "routine",
    ),
    (
        "seen 29 days ago for the last time",
        told(*(streak(d, **IN_POO) for d in (51, 40, 29))),
        "quiet",
    ),
    ("after anal sex, not in the poo", told(*(tear(d) for d in (21, 10, 0))), "quiet"),
    (
        "as a clinician has named it",
        told(*(streak(d, same_as_before=True) for d in (21, 10, 0))),
        "watch",
    ),
    (
        "dark red poo since three weeks",
        told(entry(0, S.DARK_RED_STOOL, symptoms_since=ago(21))),
        "routine",
    ),
    (
        "a change in pooing for 21 days",
        told(entry(0, S.BOWEL_HABIT_CHANGE, symptoms_since=ago(21))),
        "routine",
    ),
    (
        "a change in pooing for 20 days",
        told(entry(0, S.BOWEL_HABIT_CHANGE, symptoms_since=ago(20))),
        "quiet",
    ),
    (
        "a change in pooing, 29 days ago",
        told(entry(29, S.BOWEL_HABIT_CHANGE, symptoms_since=ago(60))),
        "quiet",
    ),
    (
        "vaginal blood for three weeks",
        told(*(entry(d, bleeding=blood()) for d in (21, 10, 0))),
        "quiet",
    ),
)

REC_9 = rows(
    "REC-9",
    ("blood at 50", told(streak(0), **born(50)), "within_two_weeks"),
    ("blood at 49", told(streak(0), **born(49)), "quiet"),
    ("age not said", told(streak(0), **UNKNOWN_AGE), "not enough"),
    ("blood 90 days ago", told(streak(90), **born(50)), "within_two_weeks"),
    ("blood 91 days ago", told(streak(91), **born(50)), "quiet"),
    ("a single tear after anal sex at 60", told(tear(0), **born(60)), "quiet"),
    ("two tears after anal sex at 60", told(tear(0), tear(30), **born(60)), "within_two_weeks"),
    (
        "a medium bleed after anal sex at 60",
        told(tear(0, amount="medium"), **born(60)),
        "within_two_weeks",
    ),
    (
        "a tear that has not stopped",
        told(tear(0, of={"stopped": False}), **born(60)),
        "within_two_weeks",
    ),
    (
        "a tear of 48 hours",
        told(tear(0, of={"duration_hours": 48}), **born(60)),
        "quiet",
    ),
    (
        "a tear of 48.5 hours",
        told(tear(0, of={"duration_hours": 48.5}), **born(60)),
        "within_two_weeks",
    ),
    (
        "a tear on the third day",
        told(tear(2), streak(0), streak(1), **born(60)),
        "within_two_weeks",
    ),
    ("as a clinician has named it", told(streak(0, same_as_before=True), **born(60)), "quiet"),
    (
        "a clear stool test since",
        told(streak(9), fact(Investigation.STOOL_TEST, 5, result=Result.NORMAL), **born(60)),
        "quiet",
    ),
    (
        "a clear stool test before",
        told(streak(5), fact(Investigation.STOOL_TEST, 9, result=Result.NORMAL), **born(60)),
        "within_two_weeks",
    ),
    (
        "a stool test without a result",
        told(streak(9), fact(Investigation.STOOL_TEST, 5, result=Result.PENDING), **born(60)),
        "within_two_weeks",
    ),
    (
        "a clear colonoscopy since",
        told(streak(9), fact(Procedure.COLONOSCOPY, 5, result=Result.NORMAL), **born(60)),
        "quiet",
    ),
    ("at 30 with belly pain", told(streak(0), cramp(0, 3)), "within_two_weeks"),
    ("at 30 with belly pain 28 days before", told(streak(0), cramp(28, 3)), "within_two_weeks"),
    ("at 30 with belly pain 29 days before", told(streak(0), cramp(29, 3)), "quiet"),
    ("at 30 with cramps of a period", told(streak(0), cramp(0, 3), *a_period(1, 2)), "quiet"),
    (
        "at 30 with pain in sex",
        told(streak(3), entry(0, sex=Sex(), pain=pain(3, with_sex=True))),
        "quiet",
    ),
    ("at 30 with weight loss", told(streak(0), entry(90, S.WEIGHT_LOSS)), "within_two_weeks"),
    ("at 30 with weight loss 91 days ago", told(streak(0), entry(91, S.WEIGHT_LOSS)), "quiet"),
    (
        "at 30 with a bowel change",
        told(streak(0), entry(9, S.BOWEL_HABIT_CHANGE)),
        "within_two_weeks",
    ),
    ("at 30 with low iron", told(streak(0), fact(Condition.LOW_IRON, 200)), "within_two_weeks"),
    (
        "age not said, with weight loss",
        told(streak(0), entry(9, S.WEIGHT_LOSS), **UNKNOWN_AGE),
        "within_two_weeks",
    ),
    (
        "weight loss and belly pain at 40",
        told(entry(9, S.WEIGHT_LOSS), cramp(0, 3), **born(40)),
        "within_two_weeks",
    ),
    (
        "weight loss and belly pain at 39",
        told(entry(9, S.WEIGHT_LOSS), cramp(0, 3), **born(39)),
        "quiet",
    ),
    (
        "weight loss and belly pain, age not said",
        told(entry(9, S.WEIGHT_LOSS), cramp(0, 3), **UNKNOWN_AGE),
        "not enough",
    ),
    ("weight loss alone at 60", told(entry(9, S.WEIGHT_LOSS), **born(60)), "quiet"),
    ("no blood, age not said", told(cramp(0, 3), **UNKNOWN_AGE), "quiet"),
)

REC_10 = rows(
    "REC-10",
    ("a lump for 21 days", told(entry(0, S.ANAL_LUMP, symptoms_since=ago(21))), "within_two_weeks"),
    ("a lump for 20 days", told(entry(0, S.ANAL_LUMP, symptoms_since=ago(20))), "watch"),
    ("a sore for 21 days", told(entry(0, S.ANAL_SORE, symptoms_since=ago(21))), "within_two_weeks"),
    ("a sore for 20 days", told(entry(0, S.ANAL_SORE, symptoms_since=ago(20))), "quiet"),
    ("28 days ago", told(entry(28, S.ANAL_LUMP, symptoms_since=ago(60))), "within_two_weeks"),
    ("29 days ago", told(entry(29, S.ANAL_LUMP, symptoms_since=ago(60))), "quiet"),
    (
        "a pile that a clinician has named",
        told(entry(0, S.ANAL_LUMP, symptoms_since=ago(40)), fact(Condition.HAEMORRHOIDS, 300)),
        "routine note",
    ),
    (
        "a sore beside a pile",
        told(entry(0, S.ANAL_SORE, symptoms_since=ago(40)), fact(Condition.HAEMORRHOIDS, 300)),
        "within_two_weeks",
    ),
    (
        "as known from before",
        told(entry(0, S.ANAL_SORE, symptoms_since=ago(40), same_as_before=True)),
        "routine note",
    ),
    ("a lump with pain of 5", told(entry(0, S.ANAL_LUMP, pain=pain(5, "anus"))), "same_day"),
    ("a lump with pain of 4", told(entry(0, S.ANAL_LUMP, pain=pain(4, "anus"))), "watch"),
    ("a lump with pain elsewhere", told(entry(0, S.ANAL_LUMP, pain=pain(8, "other"))), "watch"),
    ("a lump with a fever", told(entry(0, S.ANAL_LUMP), entry(0, temperature_c=38.0)), "same_day"),
    ("a genital lump", told(entry(0, S.GENITAL_LUMP, symptoms_since=ago(30))), "quiet"),
)

REC_11 = rows(
    "REC-11",
    ("numb or leaking", told(entry(0, S.LEAKAGE_OR_NUMBNESS)), "same_day"),
    ("no wind or poo", told(entry(0, S.CANNOT_PASS_WIND)), "same_day"),
    ("no wind, and belly pain", told(entry(0, S.CANNOT_PASS_WIND, pain=pain(2))), "emergency"),
    ("no wind, and a hard belly", told(entry(0, S.CANNOT_PASS_WIND, S.HARD_BELLY)), "emergency"),
    ("no wind, and pain in the bottom", told(entry(0, S.CANNOT_PASS_WIND), inside(0)), "same_day"),
    ("belly pain the day before", told(cramp(1, 5), entry(0, S.CANNOT_PASS_WIND)), "emergency"),
    ("belly pain two days before", told(cramp(2, 5), entry(0, S.CANNOT_PASS_WIND)), "same_day"),
    ("numb, and cannot pee", told(entry(0, S.LEAKAGE_OR_NUMBNESS, S.CANNOT_URINATE)), "emergency"),
    (
        "numb, and leaking pee",
        told(entry(0, S.LEAKAGE_OR_NUMBNESS, S.LOST_BLADDER_CONTROL)),
        "emergency",
    ),
    (
        "no wind, and leaking pee",
        told(entry(0, S.CANNOT_PASS_WIND, S.LOST_BLADDER_CONTROL)),
        "same_day",
    ),
    ("constipated", told(entry(0, S.CONSTIPATION)), "quiet"),
)

ROWS: list[Row] = [
    *REC_1,
    *REC_2,
    *REC_3,
    *REC_4,
    *REC_5,
    *REC_6,
    *REC_7,
    *REC_8,
    *REC_9,
    *REC_10,
    *REC_11,
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_answers(row: Row) -> None:
    assert answer_of(RULE[row.code], row.history) == row.answer


def test_every_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []


def said(*records: Entry, **profile: Any) -> list[str]:
    """Return the codes of all alerts of families that could say the same, strongest first."""
    history = told(*records, **profile)
    rules = (*emergency.RULES, *after_sex.RULES, *pains.RULES, *infection.RULES, *RULES)
    return [alert.rule for alert in assess(history, TODAY, rules=rules).alerts]


def test_a_small_tear_with_a_little_pain_is_said_once() -> None:
    assert said(tear(0, pain=pain(2, "anus"))) == ["REC-1"]


def test_a_painful_tear_is_said_once() -> None:
    assert said(tear(0, pain=pain(5, "anus"))) == ["REC-3"]


def test_heavy_bleeding_stands_alone() -> None:
    assert said(streak(0, amount="heavy")) == ["REC-4"]


def test_belly_pain_and_fever_after_anal_sex_stand_alone() -> None:
    assert said(tear(0, S.FEVERISH, pain=pain(5)), organs=MALE) == ["REC-6"]


def test_blood_in_the_poo_for_weeks_is_no_second_alert_for_bleeding_that_comes_back() -> None:
    assert said(*(streak(d) for d in (21, 10, 0))) == ["REC-8"]


def test_a_bleed_from_the_vagina_beside_a_tear_keeps_its_own_note() -> None:
    assert {"PCB-1", "REC-1"} <= set(said(tear(0), pcb(3)))


def test_two_weeks_count_from_the_first_moderate_bleed() -> None:
    history = told(tear(20), tear(9, amount="medium"), tear(0, amount="medium"))
    (alert,) = assess(history, TODAY, rules=(RULE["REC-2"],)).alerts
    assert alert.be_seen_by == ago(9 - 14)


def test_a_visit_about_the_bottom_quiets_it_until_it_gets_heavier() -> None:
    visit = fact(Visit.TREATED, 5, about=("rectal_bleeding",))
    calm = assess(told(tear(30), tear(9), visit), TODAY, rules=RULES).alerts
    assert [(alert.rule, alert.urgency.value) for alert in calm] == [("REC-2", "watch")]
    again = told(tear(30), tear(9), tear(0, amount="medium"), visit)
    (alert,) = assess(again, TODAY, rules=(RULE["REC-2"],)).alerts
    assert alert.urgency.value == "within_two_weeks"


def test_sure_or_not_the_blood_of_a_period_is_none_of_the_bottom() -> None:
    period = entry(0, bleeding=blood("medium", source="vaginal", period=Answer.YES))
    assert said(period, organs=FEMALE) == []


@pytest.mark.parametrize(
    ("records", "times"),
    [
        pytest.param((tear(0),), 1, id="blood after anal sex"),
        pytest.param((anal(1), streak(0)), 1, id="anal sex the day before"),
        pytest.param((anal(2), streak(0)), 0, id="two days before"),
        pytest.param((streak(0),), 0, id="no sex"),
        pytest.param((tear(0, amount="medium"),), 1, id="not small"),
    ],
)
def test_lubricant_is_spoken_of_only_after_anal_sex(records: tuple[Entry, ...], times: int) -> None:
    (alert,) = assess(told(*records), TODAY, rules=(RULE["REC-1"],)).alerts
    assert alert.what_to_do.count("lubricant") == times


def test_a_lump_at_the_bottom_is_not_said_again_as_a_swelling_down_there() -> None:
    lump = [entry(d, S.ANAL_LUMP, S.GENITAL_SWELLING) for d in (22, 11, 0)]
    found = said(*lump)
    assert "REC-10" in found
    assert "INF-10" not in found
