"""Infection signs: each row is a short diary and what the rule says to it."""

import datetime as dt
from typing import Any

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

from diary.alerts import assess
from diary.alerts.rules import RULES as EVERY_RULE
from diary.alerts.rules.infection import RULES
from diary.model import Entry, Pain, Sex, Symptom
from diary.model.background_words import (
    Condition,
    Contraception,
    Infection,
    InfectionTreated,
    Medication,
    NewPartner,
    Partners,
    Pregnancy,
    Procedure,
    StiExposure,
    StiTest,
    Visit,
)
from diary.model.vocabulary import (
    Organ,
    PainSite,
    Severity,
    SexKind,
    Timing,
)

S = Symptom
BY_CODE = {rule.code: rule for rule in RULES}
NO_WOMB = {"organs": (Organ.VAGINA, Organ.CERVIX)}
YOUNG = born(20)
IMPLANT = fact(Contraception.IMPLANT, 400)


def aches(days: int, score: int = 5, *symptoms: Symptom, **more: Any) -> Entry:
    """Low belly pain that has nothing to do with sex."""
    of = {"with_sex": False, **more.pop("of", {})}
    return entry(days, *symptoms, pain=pain(score, more.pop("site", "lower_belly"), **of), **more)


def deep(days: int, score: int = 3, **of: Any) -> Entry:
    """Sex that hurts deep inside, and only then."""
    hurt = pain(score, "deep_pelvic", **{"with_sex": True, "stopped": True, **of})
    return entry(days, sex=Sex(kinds=(SexKind.VAGINAL,)), no_bleeding=True, pain=hurt)


def smelly(days: int, **more: Any) -> Entry:
    return entry(days, S.DISCHARGE_SMELLY, **more)


def rectal(days: int, timing: Timing | None = Timing.AFTER_SEX, **more: Any) -> Entry:
    return entry(days, bleeding=blood("spotting", source="rectal", timing=timing), **more)


def exposed(days: int | None = 0, *, hiv: bool = False, contact: int | None = None) -> Any:
    return fact(
        StiExposure.PARTNER_DIAGNOSED,
        days,
        infection=Infection.HIV if hiv else Infection.CHLAMYDIA,
        last_contact=None if contact is None else ago(contact),
    )


def burning(days: int = 0, *symptoms: Symptom, **more: Any) -> Entry:
    return entry(days, S.BURNING_URINATION, *symptoms, **more)


EXPLAINED_ALWAYS = (
    ("a loss", Pregnancy.MISCARRIAGE, 42),
    ("a smear", Procedure.CERVICAL_SMEAR, 2),
    ("a biopsy", Procedure.CERVICAL_BIOPSY, 7),
    ("a loop", Procedure.LLETZ, 28),
)
EXPLAINED_IF_MILD = (
    ("a new pill", Contraception.COMBINED_PILL, 90),
    ("a new coil", Contraception.COPPER_IUD, 183),
    ("an emergency pill", Medication.EMERGENCY_CONTRACEPTION, 7),
)

ROWS: list[Row] = [
    *(
        row
        for name, why, days in EXPLAINED_ALWAYS
        for row in (
            *rows(
                "INF-1",
                (
                    f"pain and bleeding {days} days after {name}",
                    told(between(0), aches(0), fact(why, days)),
                    "quiet",
                ),
                (
                    f"pain and bleeding {days + 1} days after {name}",
                    told(between(0), aches(0), fact(why, days + 1)),
                    "same_day",
                ),
            ),
            *rows(
                "INF-2",
                (
                    f"pain, vomiting and bleeding {days} days after {name}",
                    told(between(0), aches(0, 5, S.VOMITING), fact(why, days)),
                    "quiet",
                ),
                (
                    f"pain, vomiting and bleeding {days + 1} days after {name}",
                    told(between(0), aches(0, 5, S.VOMITING), fact(why, days + 1)),
                    "emergency",
                ),
            ),
        )
    ),
    *(
        row
        for name, why, days in EXPLAINED_IF_MILD
        for row in rows(
            "INF-1",
            (
                f"mild pain and bleeding {days} days after {name}",
                told(between(0), aches(0, 2), fact(why, days)),
                "quiet",
            ),
            (
                f"mild pain and bleeding {days + 1} days after {name}",
                told(between(0), aches(0, 2), fact(why, days + 1)),
                "within_two_weeks",
            ),
            (
                f"moderate pain and bleeding {days} days after {name}",
                told(between(0), aches(0, 4), fact(why, days)),
                "same_day",
            ),
        )
    ),
    *rows(
        "INF-1",
        (
            "mild pain and bleeding 14 days after missed pills",
            told(entry(14, S.MISSED_PILLS), between(0), aches(0, 2)),
            "quiet",
        ),
        (
            "mild pain and bleeding 15 days after missed pills",
            told(entry(15, S.MISSED_PILLS), between(0), aches(0, 2)),
            "within_two_weeks",
        ),
        (
            "mild pain and a bleed after sex, with a new pill",
            told(pcb(0), aches(0, 2), fact(Contraception.COMBINED_PILL, 20)),
            "within_two_weeks",
        ),
    ),
    *rows(
        "INF-1",
        ("pain and a bleed after sex", told(pcb(9), aches(0)), "same_day"),
        ("pain and bleeding between periods", told(between(9), aches(0)), "same_day"),
        ("pain and discharge", told(smelly(9), aches(0)), "same_day"),
        ("pain and discharge in one entry", told(aches(0, 5, S.DISCHARGE_NEW)), "same_day"),
        ("pain, and deep pain in sex", told(deep(9), aches(0)), "same_day"),
        ("pain alone", told(aches(0)), "quiet"),
        ("deep pain in sex alone", told(deep(9), deep(0)), "quiet"),
        ("discharge alone", told(smelly(0)), "quiet"),
        (
            "pain in sex that was soon gone, and discharge",
            told(smelly(1), deep(0, 6, duration_hours=24)),
            "quiet",
        ),
        (
            "pain from sex that lasts over a day, and discharge",
            told(smelly(1), deep(0, 6, duration_hours=25)),
            "same_day",
        ),
        (
            "pain from sex that still goes on, and discharge",
            told(smelly(1), deep(0, 6, stopped=False)),
            "same_day",
        ),
        ("discharge known from before", told(smelly(1, same_as_before=True), aches(0)), "quiet"),
        ("pain of 4", told(pcb(1), aches(0, 4)), "same_day"),
        ("pain of 3", told(pcb(1), aches(0, 3)), "within_two_weeks"),
        (
            "moderate pain without a score",
            told(pcb(1), entry(0, pain=Pain(severity=Severity.MODERATE, site=PainSite.BELLY))),
            "same_day",
        ),
        (
            "mild pain for 25 hours",
            told(pcb(1), aches(0, 2, of={"duration_hours": 25})),
            "same_day",
        ),
        (
            "mild pain for 24 hours",
            told(pcb(1), aches(0, 2, of={"duration_hours": 24})),
            "within_two_weeks",
        ),
        (
            "mild pain three days running",
            told(smelly(3), aches(2, 2), aches(1, 2), aches(0, 2)),
            "same_day",
        ),
        (
            "mild pain two days running",
            told(smelly(3), aches(1, 2), aches(0, 2)),
            "within_two_weeks",
        ),
        (
            "pain of unknown strength",
            told(pcb(1), entry(0, pain=Pain(site=PainSite.LOWER_BELLY))),
            "within_two_weeks",
        ),
        ("pain of unknown place", told(pcb(1), aches(0, 6, site=None)), "within_two_weeks"),
        ("pain in another place", told(pcb(1), aches(0, 6, site="vulva")), "quiet"),
        ("no pain, said so", told(pcb(1), aches(0, 0)), "quiet"),
        ("a bleed 28 days before the pain", told(pcb(28), aches(0)), "same_day"),
        ("a bleed 29 days before the pain", told(pcb(29), aches(0)), "quiet"),
        ("discharge 7 days after the pain", told(aches(7), smelly(0)), "same_day"),
        ("discharge 8 days after the pain", told(aches(8), smelly(0)), "quiet"),
        (
            "discharge after pain that was gone",
            told(aches(2, of={"stopped": True}), smelly(0)),
            "quiet",
        ),
        (
            "period pain, and a bleed after sex before",
            told(pcb(12), a_period(1), aches(0)),
            "quiet",
        ),
        ("period pain, and discharge before", told(smelly(12), a_period(1), aches(0)), "same_day"),
        (
            "period pain with bloodstained discharge",
            told(a_period(1), aches(0, 5, S.DISCHARGE_BLOODSTAINED)),
            "quiet",
        ),
        ("no womb", told(pcb(1), aches(0), **NO_WOMB), "quiet"),
        (
            "womb not known",
            told(pcb(1), aches(0), organs=None),
            "same_day",
        ),
        ("the day after", told(pcb(2), aches(1)), "same_day"),
        ("two days after", told(pcb(3), aches(2)), "within_two_weeks"),
        (
            "over: no blood, no pain",
            told(pcb(4), aches(3), dry_sex(0), aches(0, 0)),
            "quiet",
        ),
        (
            "seen since",
            told(pcb(4), aches(3), fact(Visit.TREATED, 2)),
            "quiet",
        ),
    ),
    *rows(
        "INF-2",
        *(
            (f"pain, discharge and {sign.value}", told(smelly(1), aches(0, 4, sign)), "emergency")
            for sign in (
                S.RIGORS,
                S.VOMITING,
                S.FAINT,
                S.PASSED_OUT,
                S.PAIN_WORSE_ON_MOVING,
                S.HARD_BELLY,
            )
        ),
        ("pain, discharge and dizzy", told(smelly(1), aches(0, 4, S.DIZZY), IMPLANT), "quiet"),
        ("pain and vomiting, no other sign", told(aches(0, 6, S.VOMITING)), "quiet"),
        (
            "pain of 7 and 38.0",
            told(smelly(1), aches(0, 7, temperature_c=38.0), IMPLANT),
            "emergency",
        ),
        (
            "pain of 6 and 38.0",
            told(smelly(1), aches(0, 6, temperature_c=38.0), IMPLANT),
            "quiet",
        ),
        (
            "pain of 7 and 37.9",
            told(smelly(1), aches(0, 7, temperature_c=37.9), IMPLANT),
            "quiet",
        ),
        ("pain of 7, pregnancy not ruled out", told(smelly(1), aches(0, 7)), "emergency"),
        ("pain of 6, pregnancy not ruled out", told(smelly(1), aches(0, 6)), "quiet"),
        ("pain of 7, pregnancy kept away", told(smelly(1), aches(0, 7), IMPLANT), "quiet"),
        (
            "pain, discharge and heavy bleeding",
            told(aches(0, 5, S.DISCHARGE_PUS, bleeding=blood("heavy"))),
            "emergency",
        ),
        (
            "pain, discharge and a heavy period",
            told(smelly(6), a_period(0, 1, amount="heavy"), aches(0, 5)),
            "quiet",
        ),
        (
            "pain, discharge and heavy bleeding from elsewhere",
            told(aches(0, 5, S.DISCHARGE_PUS, bleeding=blood("heavy", source="rectal"))),
            "quiet",
        ),
        ("mild pain and vomiting", told(smelly(1), aches(0, 3, S.VOMITING)), "quiet"),
        ("mild pain, vomiting, bleeding", told(between(1), aches(0, 3, S.VOMITING)), "quiet"),
        (
            "mild pain for 25 hours and vomiting",
            told(smelly(1), aches(0, 3, S.VOMITING, of={"duration_hours": 25})),
            "emergency",
        ),
        (
            "mild pain for 24 hours and vomiting",
            told(smelly(1), aches(0, 3, S.VOMITING, of={"duration_hours": 24})),
            "quiet",
        ),
        (
            "pain of unknown place and vomiting",
            told(smelly(1), aches(0, 6, S.VOMITING, site=None)),
            "quiet",
        ),
        ("discharge 28 days before", told(smelly(28), aches(0, 5, S.VOMITING)), "emergency"),
        ("discharge 29 days before", told(smelly(29), aches(0, 5, S.VOMITING)), "quiet"),
        (
            "discharge 7 days after",
            told(aches(7, 5, S.VOMITING), smelly(0)),
            "emergency",
        ),
        ("discharge 8 days after", told(aches(8, 5, S.VOMITING), smelly(0)), "quiet"),
        ("faint a day later", told(smelly(3), aches(1), entry(0, S.FAINT)), "emergency"),
        ("faint two days later", told(smelly(3), aches(2), entry(0, S.FAINT)), "quiet"),
        ("no womb", told(smelly(1), aches(0, 8, S.VOMITING), **NO_WOMB), "quiet"),
    ),
    *rows(
        "INF-3",
        ("38.0 and a bleed after sex", told(pcb(1), entry(0, temperature_c=38.0)), "same_day"),
        ("37.9 and a bleed after sex", told(pcb(1), entry(0, temperature_c=37.9)), "quiet"),
        ("hot and ill, and discharge", told(smelly(0), entry(0, S.FEVERISH)), "same_day"),
        *(
            (f"fever and {sign.value}", told(entry(0, S.FEVERISH, sign), organs=None), "same_day")
            for sign in (S.GENITAL_SWELLING, S.GENITAL_REDNESS, S.GENITAL_LUMP)
        ),
        (
            "fever and discharge from the penis",
            told(entry(0, S.URETHRAL_DISCHARGE, temperature_c=38.5), organs=MALE),
            "same_day",
        ),
        (
            "fever and pain in a testicle",
            told(entry(0, S.TESTICULAR_PAIN, temperature_c=38.5), organs=MALE),
            "same_day",
        ),
        ("fever and low belly pain", told(aches(0, 2, S.FEVERISH)), "same_day"),
        ("fever and pain of unknown place", told(aches(0, 2, S.FEVERISH, site=None)), "quiet"),
        ("fever alone", told(entry(0, temperature_c=39.5)), "quiet"),
        ("a bleed after sex alone", told(pcb(0)), "quiet"),
        (
            "fever, and discharge known from before",
            told(smelly(0, same_as_before=True), entry(0, S.FEVERISH)),
            "quiet",
        ),
        (
            "fever with a cold, and a bleed after sex",
            told(pcb(1), entry(0, S.COLD_OR_FLU, temperature_c=38.5)),
            "watch",
        ),
        (
            "fever with a cold 7 days ago, and a bleed after sex",
            told(pcb(8), entry(7, S.COLD_OR_FLU, temperature_c=38.5)),
            "watch",
        ),
        (
            "fever with a cold 8 days ago, and a bleed after sex",
            told(pcb(8), entry(8, S.COLD_OR_FLU, temperature_c=38.5)),
            "quiet",
        ),
        (
            "fever with a cold, and discharge",
            told(smelly(1), entry(0, S.COLD_OR_FLU, temperature_c=38.5)),
            "same_day",
        ),
        (
            "fever with a cold, and period pain",
            told(a_period(1), aches(0, 5, S.COLD_OR_FLU, temperature_c=38.5)),
            "quiet",
        ),
        (
            "fever without a cold, and period pain",
            told(a_period(1), aches(0, 5, temperature_c=38.5)),
            "same_day",
        ),
        ("a bleed 7 days before", told(pcb(7), entry(0, S.FEVERISH)), "same_day"),
        ("a bleed 8 days before", told(pcb(8), entry(0, S.FEVERISH)), "quiet"),
        ("discharge a day after", told(entry(1, S.FEVERISH), smelly(0)), "same_day"),
        ("discharge two days after", told(entry(2, S.FEVERISH), smelly(0)), "quiet"),
        ("two days on", told(entry(2, S.FEVERISH, S.DISCHARGE_NEW)), "within_two_weeks"),
    ),
    *rows(
        "INF-4",
        *(
            (f"a bleed and {kind.value}", told(pcb(3), entry(0, kind)), "within_two_weeks")
            for kind in (S.DISCHARGE_NEW, S.DISCHARGE_SMELLY, S.DISCHARGE_PUS)
        ),
        ("a bleed and watery discharge", told(pcb(3), entry(0, S.DISCHARGE_WATERY)), "quiet"),
        ("a bleed and thick discharge", told(pcb(3), entry(0, S.DISCHARGE_THICK_WHITE)), "quiet"),
        ("discharge alone", told(smelly(0)), "quiet"),
        ("a bleed alone", told(pcb(0)), "quiet"),
        ("discharge and a period", told(a_period(3), smelly(0)), "quiet"),
        ("discharge known from before", told(pcb(3), smelly(0, same_as_before=True)), "quiet"),
        (
            "a negative test since it began",
            told(pcb(3), smelly(2), fact(StiTest.NEGATIVE, 1)),
            "routine",
        ),
        (
            "a negative test before it began",
            told(pcb(3), smelly(2), fact(StiTest.NEGATIVE, 3)),
            "within_two_weeks",
        ),
        (
            "a test not back yet",
            told(pcb(3), smelly(2), fact(StiTest.PENDING, 1)),
            "within_two_weeks",
        ),
        ("treated since", told(pcb(3), smelly(2), fact(InfectionTreated.PID, 1)), "routine"),
        ("28 days apart", told(pcb(28), smelly(0)), "within_two_weeks"),
        ("29 days apart", told(pcb(29), smelly(0)), "quiet"),
        (
            "29 days apart, but it began before",
            told(pcb(29), smelly(0, symptoms_since=ago(5))),
            "within_two_weeks",
        ),
        ("both 90 days ago", told(pcb(90), smelly(90)), "within_two_weeks"),
        ("both 91 days ago", told(pcb(91), smelly(91)), "quiet"),
        ("no vagina", told(pcb(3), smelly(0), organs=MALE), "quiet"),
    ),
    *rows(
        "INF-5",
        (
            "for 8 days",
            told(entry(0, S.DISCHARGE_NEW, symptoms_since=ago(8))),
            "routine",
        ),
        ("for 7 days", told(entry(0, S.DISCHARGE_NEW, symptoms_since=ago(7))), "quiet"),
        (
            "written down again after 8 days",
            told(entry(8, S.DISCHARGE_WATERY), entry(0, S.DISCHARGE_THICK_WHITE)),
            "routine",
        ),
        ("once, long ago", told(entry(20, S.DISCHARGE_NEW), dry_sex(0)), "quiet"),
        (
            "thrush known from before",
            told(
                entry(0, S.DISCHARGE_THICK_WHITE, symptoms_since=ago(9), same_as_before=True),
            ),
            "watch",
        ),
        (
            "last recorded 28 days ago",
            told(entry(28, S.DISCHARGE_NEW, symptoms_since=ago(40))),
            "routine",
        ),
        (
            "last recorded 29 days ago",
            told(entry(29, S.DISCHARGE_NEW, symptoms_since=ago(40))),
            "quiet",
        ),
        (
            "28 days after a loop",
            told(entry(0, S.DISCHARGE_WATERY, symptoms_since=ago(10)), fact(Procedure.LLETZ, 28)),
            "watch",
        ),
        (
            "29 days after a loop",
            told(entry(0, S.DISCHARGE_WATERY, symptoms_since=ago(10)), fact(Procedure.LLETZ, 29)),
            "routine",
        ),
        (
            "smelly, after a loop",
            told(smelly(0, symptoms_since=ago(10)), fact(Procedure.LLETZ, 20)),
            "routine",
        ),
        (
            "42 days after a birth",
            told(entry(0, S.DISCHARGE_NEW, symptoms_since=ago(10)), fact(Pregnancy.BIRTH, 42)),
            "watch",
        ),
        (
            "43 days after a birth",
            told(entry(0, S.DISCHARGE_NEW, symptoms_since=ago(10)), fact(Pregnancy.BIRTH, 43)),
            "routine",
        ),
    ),
    *rows(
        "INF-6",
        ("a partner has an infection", told(exposed()), "within_two_weeks"),
        (
            "a message of a clinic, in another body",
            told(fact(StiExposure.CONTACT_NOTIFIED, 5), organs=MALE),
            "within_two_weeks",
        ),
        ("told on an unknown day", told(exposed(None)), "within_two_weeks"),
        ("told on an unknown day, tested", told(exposed(None), fact(StiTest.NEGATIVE, 9)), "quiet"),
        ("tested since", told(exposed(9), fact(StiTest.CHLAMYDIA, 9)), "quiet"),
        ("tested before", told(exposed(9), fact(StiTest.NEGATIVE, 10)), "within_two_weeks"),
        ("treated since", told(exposed(9), fact(InfectionTreated.STI, 8)), "quiet"),
        (
            "thrush treated since",
            told(exposed(9), fact(InfectionTreated.THRUSH, 8)),
            "within_two_weeks",
        ),
        ("told 90 days ago", told(exposed(90)), "within_two_weeks"),
        ("told 91 days ago", told(exposed(91)), "quiet"),
        ("HIV, last sex 3 days ago", told(exposed(hiv=True, contact=3)), "same_day"),
        ("HIV, last sex 4 days ago", told(exposed(hiv=True, contact=4)), "within_two_weeks"),
        ("another infection, last sex yesterday", told(exposed(contact=1)), "within_two_weeks"),
        (
            "HIV, day of sex not said, sex recorded 3 days ago",
            told(exposed(hiv=True), dry_sex(3)),
            "same_day",
        ),
        (
            "HIV, day of sex not said, sex alone recorded",
            told(exposed(hiv=True), entry(1, sex=Sex(solo=True))),
            "within_two_weeks",
        ),
        ("a broken condom, nothing known", told(entry(0, S.CONDOM_BROKE)), "quiet"),
        (
            "a broken condom with a partner long known to have HIV",
            told(exposed(800, hiv=True), fact(StiTest.NEGATIVE, 400), entry(0, S.CONDOM_BROKE)),
            "same_day",
        ),
        (
            "a broken condom, chlamydia long treated",
            told(exposed(800), fact(InfectionTreated.STI, 790), entry(0, S.CONDOM_BROKE)),
            "quiet",
        ),
        (
            "a broken condom, chlamydia never treated",
            told(exposed(800), entry(0, S.CONDOM_BROKE)),
            "within_two_weeks",
        ),
        (
            "a broken condom before the partner was known to have it",
            told(exposed(100), entry(101, S.CONDOM_BROKE)),
            "quiet",
        ),
    ),
    *rows(
        "INF-7",
        ("one small bleed under 25", told(pcb(0), **YOUNG), "routine note"),
        ("two bleeds under 25", told(pcb(9), pcb(0), **YOUNG), "routine"),
        ("one small bleed at 30", told(pcb(0)), "quiet"),
        ("a bleed in the year of the 25th birthday", told(pcb(0), **born(25)), "routine note"),
        ("a bleed in the year of the 26th birthday", told(pcb(0), **born(26)), "quiet"),
        ("a bleed, age not known", told(pcb(0), birth_year=None), "not enough"),
        (
            "a bleed with discharge that is new, new partner",
            told(pcb(0, S.ITCHING), fact(NewPartner.NEW_PARTNER, 10)),
            "routine",
        ),
        (
            "partner new 90 days before",
            told(pcb(0), fact(NewPartner.NEW_PARTNER, 90)),
            "routine note",
        ),
        ("partner new 91 days before", told(pcb(0), fact(NewPartner.NEW_PARTNER, 91)), "quiet"),
        (
            "partner new after the bleed",
            told(pcb(9), fact(NewPartner.NEW_PARTNER, 1)),
            "quiet",
        ),
        (
            "partner new by the entry itself",
            told(pcb(0, sex=Sex(kinds=(SexKind.VAGINAL,), new_partner=True))),
            "routine note",
        ),
        (
            "more than two partners, said 365 days ago",
            told(pcb(0), fact(Partners.MORE_THAN_TWO, 365)),
            "routine note",
        ),
        (
            "more than two partners, said 366 days ago",
            told(pcb(0), fact(Partners.MORE_THAN_TWO, 366)),
            "quiet",
        ),
        ("two partners", told(pcb(0), fact(Partners.TWO, 10)), "quiet"),
        ("under 25, no partner", told(pcb(0), fact(Partners.NONE, 10), **YOUNG), "quiet"),
        (
            "under 25, one partner, both tested",
            told(pcb(0), fact(Partners.ONE, 10, tested=True), **YOUNG),
            "quiet",
        ),
        (
            "under 25, one partner, not tested",
            told(pcb(0), fact(Partners.ONE, 10), **YOUNG),
            "routine note",
        ),
        (
            "under 25, alone",
            told(pcb(0, sex=Sex(kinds=(SexKind.TOY,), solo=True)), **YOUNG),
            "quiet",
        ),
        ("tested since", told(pcb(5), fact(StiTest.NEGATIVE, 5), **YOUNG), "quiet"),
        (
            "tested before",
            told(pcb(5), fact(StiTest.NEGATIVE, 6), **YOUNG),
            "routine note",
        ),
        ("183 days ago", told(pcb(183), **YOUNG), "routine note"),
        ("184 days ago", told(pcb(184), **YOUNG), "quiet"),
        (
            "rectal blood after sex, in another body",
            told(rectal(0), organs=MALE, **YOUNG),
            "routine note",
        ),
        (
            "rectal blood, not after sex",
            told(rectal(0, Timing.NOT_AFTER_SEX), **YOUNG),
            "quiet",
        ),
        ("rectal blood, timing unknown, no sex", told(rectal(0, None), **YOUNG), "quiet"),
        (
            "rectal blood, timing unknown, anal sex 28 days before",
            told(dry_sex(28, "anal"), rectal(0, None), **YOUNG),
            "routine note",
        ),
        (
            "rectal blood, timing unknown, anal sex 29 days before",
            told(dry_sex(29, "anal"), rectal(0, None), **YOUNG),
            "quiet",
        ),
        ("at the edge of a period", told(pcb(1), a_period(0), **YOUNG), "quiet"),
    ),
    *rows(
        "INF-8",
        ("burning", told(burning()), "routine"),
        (
            "pain on peeing",
            told(entry(0, pain=pain(3, "urination"))),
            "routine",
        ),
        ("peeing often, no burning", told(entry(0, S.FREQUENT_URINATION)), "quiet"),
        ("burning with a penis", told(burning(), organs=MALE), "within_two_weeks"),
        ("burning, body not known", told(burning(), organs=None), "within_two_weeks"),
        ("with 38.0", told(burning(temperature_c=38.0)), "same_day"),
        ("with 37.9", told(burning(temperature_c=37.9)), "routine"),
        ("with pain in the side", told(burning(0, S.FLANK_PAIN)), "same_day"),
        ("with vomiting, in another body", told(burning(0, S.VOMITING), organs=MALE), "same_day"),
        ("pregnant", told(burning(), fact(Pregnancy.ONGOING, 90)), "same_day"),
        ("pregnancy not known", told(burning()), "routine"),
        ("cannot pee", told(burning(0, S.CANNOT_URINATE)), "emergency"),
        ("fever two days later", told(burning(2), entry(0, S.FEVERISH)), "same_day"),
        ("fever three days later", told(burning(3), entry(0, S.FEVERISH)), "routine"),
        ("28 days ago", told(burning(28)), "routine"),
        ("29 days ago", told(burning(29)), "quiet"),
        (
            "gone since",
            told(burning(9), entry(0, absent=(S.BURNING_URINATION,))),
            "quiet",
        ),
        ("treated since", told(burning(9), fact(InfectionTreated.UTI, 8)), "quiet"),
        ("back after treatment", told(burning(), fact(InfectionTreated.UTI, 8)), "routine"),
    ),
    *rows(
        "INF-9",
        (
            "blisters and genital pain",
            told(entry(0, S.BLISTERS, pain=pain(4, "vulva"))),
            "within_two_weeks",
        ),
        (
            "a sore at the anus and blood",
            told(entry(0, S.ANAL_SORE, bleeding=blood(source="rectal")), organs=MALE),
            "within_two_weeks",
        ),
        (
            "sores that burn when peeing",
            told(burning(0, S.GENITAL_SORE)),
            "within_two_weeks",
        ),
        (
            "a new rash and pain of the penis",
            told(entry(0, S.RASH, pain=pain(2, "penis")), organs=MALE),
            "within_two_weeks",
        ),
        ("a rash alone", told(entry(0, S.RASH)), "quiet"),
        ("a rash and fever, nothing down there", told(entry(0, S.RASH, S.FEVERISH)), "quiet"),
        ("a rash and a headache", told(entry(0, S.RASH, pain=pain(4, "other"))), "quiet"),
        ("a rash and a period", told(a_period(0), entry(0, S.RASH)), "quiet"),
        ("a sore that does not hurt", told(entry(0, S.GENITAL_SORE)), "within_two_weeks"),
        (
            "a flare the same as before",
            told(entry(0, S.BLISTERS, pain=pain(4, "vulva"), same_as_before=True)),
            "routine",
        ),
        (
            "a flare the same as before, with fever",
            told(entry(0, S.BLISTERS, S.FEVERISH, pain=pain(4, "vulva"), same_as_before=True)),
            "same_day",
        ),
        ("sores and fever", told(entry(0, S.GENITAL_SORE, temperature_c=38.0)), "same_day"),
        ("sores and 37.9", told(entry(0, S.GENITAL_SORE, temperature_c=37.9)), "within_two_weeks"),
        ("sores and cannot pee", told(entry(0, S.BLISTERS, S.CANNOT_URINATE)), "emergency"),
        (
            "a rash with pain and fever",
            told(entry(0, S.RASH, S.FEVERISH, pain=pain(2, "anus"))),
            "same_day",
        ),
        (
            "a rash, pain three days before",
            told(entry(3, pain=pain(4, "vulva")), entry(0, S.RASH)),
            "within_two_weeks",
        ),
        (
            "a rash, pain four days before",
            told(entry(4, pain=pain(4, "vulva")), entry(0, S.RASH)),
            "quiet",
        ),
        ("28 days ago", told(entry(28, S.GENITAL_SORE)), "within_two_weeks"),
        ("29 days ago", told(entry(29, S.GENITAL_SORE)), "quiet"),
        (
            "healed since",
            told(entry(9, S.GENITAL_SORE), entry(0, absent=(S.GENITAL_SORE,))),
            "quiet",
        ),
    ),
    *rows(
        "INF-10",
        ("redness", told(entry(0, S.GENITAL_REDNESS)), "routine"),
        ("swelling that spreads", told(entry(0, S.SWELLING_SPREADING)), "same_day"),
        (
            "swelling and pain of 5",
            told(entry(0, S.GENITAL_SWELLING, pain=pain(5, "vulva"))),
            "same_day",
        ),
        (
            "swelling and pain of 4",
            told(entry(0, S.GENITAL_SWELLING, pain=pain(4, "vulva"))),
            "routine",
        ),
        (
            "a swollen testicle that hurts",
            told(entry(0, S.TESTICULAR_SWELLING, pain=pain(6, "testicle")), organs=MALE),
            "same_day",
        ),
        (
            "redness and a strong pain in the belly",
            told(entry(0, S.GENITAL_REDNESS, pain=pain(8, "belly"))),
            "routine",
        ),
        (
            "redness after sex that hurt and stopped hurting",
            told(
                entry(
                    0,
                    S.GENITAL_REDNESS,
                    sex=Sex(),
                    pain=pain(6, "vulva", with_sex=True, stopped=True),
                )
            ),
            "routine",
        ),
        ("a lump that is not sore", told(entry(0, S.GENITAL_LUMP)), "quiet"),
        ("a tender lump", told(entry(0, S.GENITAL_LUMP, S.GENITAL_TENDERNESS)), "routine"),
        (
            "a lump with pain of 5",
            told(entry(0, S.GENITAL_LUMP, pain=pain(5, "vulva"))),
            "same_day",
        ),
        ("28 days ago", told(entry(28, S.GENITAL_REDNESS)), "routine"),
        ("29 days ago", told(entry(29, S.GENITAL_REDNESS)), "quiet"),
        (
            "gone since",
            told(entry(9, S.GENITAL_REDNESS), entry(0, absent=(S.GENITAL_REDNESS,))),
            "quiet",
        ),
    ),
    *rows(
        "INF-11",
        *(
            (found.value, told(fact(found, 5)), "within_two_weeks")
            for found in (
                StiTest.CHLAMYDIA,
                StiTest.GONORRHOEA,
                StiTest.TRICHOMONAS,
                StiTest.MYCOPLASMA_GENITALIUM,
                StiTest.SYPHILIS,
                StiTest.HIV,
                StiTest.OTHER_POSITIVE,
            )
        ),
        ("herpes", told(fact(StiTest.HERPES, 5)), "quiet"),
        ("negative", told(fact(StiTest.NEGATIVE, 5)), "quiet"),
        ("no result yet", told(fact(StiTest.PENDING, 5)), "quiet"),
        ("in any body", told(fact(StiTest.GONORRHOEA, 5), organs=MALE), "within_two_weeks"),
        ("90 days ago", told(fact(StiTest.CHLAMYDIA, 90)), "within_two_weeks"),
        ("91 days ago", told(fact(StiTest.CHLAMYDIA, 91)), "quiet"),
        ("of unknown day", told(fact(StiTest.CHLAMYDIA)), "quiet"),
        *(
            (
                f"{treated.value} treated since",
                told(fact(StiTest.CHLAMYDIA, 5), fact(treated, 3)),
                answer,
            )
            for treated, answer in (
                (InfectionTreated.STI, "quiet"),
                (InfectionTreated.PID, "quiet"),
                (InfectionTreated.THRUSH, "within_two_weeks"),
            )
        ),
        (
            "treated on the day of the test",
            told(fact(StiTest.CHLAMYDIA, 5), fact(InfectionTreated.STI, 5)),
            "quiet",
        ),
        (
            "treated before the test",
            told(fact(StiTest.CHLAMYDIA, 5), fact(InfectionTreated.STI, 6)),
            "within_two_weeks",
        ),
        ("seen since", told(fact(StiTest.CHLAMYDIA, 5), fact(Visit.PLAN_AGREED, 3)), "quiet"),
        (
            "seen since, about it",
            told(fact(StiTest.CHLAMYDIA, 5), fact(Visit.TREATED, 3, about=("INF-11",))),
            "quiet",
        ),
        (
            "seen since, about something else",
            told(fact(StiTest.CHLAMYDIA, 5), fact(Visit.TREATED, 3, about=("heavy_periods",))),
            "within_two_weeks",
        ),
        (
            "HIV, and treated for something",
            told(fact(StiTest.HIV, 5), fact(InfectionTreated.STI, 3)),
            "within_two_weeks",
        ),
        ("HIV, seen since", told(fact(StiTest.HIV, 5), fact(Visit.OTHER, 3)), "quiet"),
        ("HIV known before", told(fact(StiTest.HIV, 5), fact(Condition.HIV, 900)), "quiet"),
        (
            "HIV known by this test",
            told(fact(StiTest.HIV, 5), fact(Condition.HIV, 5)),
            "within_two_weeks",
        ),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_infection_rule_answers(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_infection_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_of_an_infection_rule_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []


def said(*records: Any, **profile: Any) -> list[str]:
    """Return what all rules together say, one code an alert."""
    rules = tuple(rule for rule in EVERY_RULE if rule.family != "infection") + RULES
    return [alert.rule for alert in assess(told(*records, **profile), TODAY, rules=rules).alerts]


def test_the_two_weeks_count_from_the_day_on_which_bleeding_and_discharge_met() -> None:
    (alert,) = assess(told(smelly(20), pcb(12), smelly(1)), TODAY, rules=(BY_CODE["INF-4"],)).alerts
    assert alert.be_seen_by == ago(12) + dt.timedelta(days=14)


def test_a_pelvic_infection_is_said_once_and_not_as_a_change_in_discharge_too() -> None:
    found = said(pcb(9), smelly(9), aches(0, 5, S.DISCHARGE_SMELLY), IMPLANT)
    assert "INF-1" in found
    assert not {"INF-3", "INF-4", "INF-5", "PCB-1", "PAIN-2"} & set(found)


def test_very_unwell_with_it_stands_before_all_other_infection_signs() -> None:
    found = said(pcb(9), aches(0, 8, S.DISCHARGE_SMELLY, S.VOMITING, temperature_c=39.0))
    assert found[0] in {"INF-2", "EMG-5", "EMG-10"}
    assert not {"INF-1", "INF-3", "INF-4"} & set(found)


def test_a_visit_about_infection_quiets_what_it_was_about() -> None:
    seen = fact(Visit.TREATED, 0, about=("infection",))
    (alert,) = assess(told(pcb(3), smelly(1), seen), TODAY, rules=(BY_CODE["INF-4"],)).alerts
    assert alert.quiet


def test_pep_names_where_to_go_and_the_hours_it_works() -> None:
    (alert,) = assess(told(exposed(hiv=True, contact=1)), TODAY, rules=RULES).alerts
    assert "72 hours" in alert.what_to_do
    assert "sexual health clinic" in alert.what_to_do


def test_a_positive_test_says_how_soon_and_stands_before_a_small_bleed_after_sex() -> None:
    test = fact(StiTest.CHLAMYDIA, 5)
    found = said(pcb(3), test, IMPLANT)
    assert "INF-11" in found
    assert not {"PCB-1", "INF-7"} & set(found)
    (alert,) = assess(told(test), TODAY, rules=(BY_CODE["INF-11"],)).alerts
    assert "two working days" in alert.what_to_do
    assert alert.be_seen_by == ago(5) + dt.timedelta(days=14)
