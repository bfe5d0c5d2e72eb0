"""Bleeding after sex: each row is a short diary and what the rule says to it."""

import pytest
from alert_rows import (
    BY_CODE,
    MALE,
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
    treated_and_gone,
    unheld_numbers,
    without_answers,
)

from diary.alerts.rules.after_sex import RULES
from diary.alerts.signals.symptoms import DISCHARGE
from diary.model import Entry, Fact, Sex, Symptom
from diary.model.background_words import (
    Condition,
    Contraception,
    InfectionTreated,
    Investigation,
    PelvicExam,
    Pregnancy,
    Procedure,
    Result,
    Screening,
    StiTest,
    Visit,
)
from diary.model.vocabulary import (
    Answer,
    MenstrualStatus,
    Organ,
    Timing,
)

S = Symptom
CLEAR = fact(Screening.NEGATIVE, 300)
NEVER = fact(Screening.NEVER)
NO_CERVIX = (Organ.VAGINA, Organ.OVARIES)
NEOVAGINA = (Organ.NEOVAGINA, Organ.PROSTATE)
PERIODS = (*a_period(70), *a_period(42), *a_period(14))
"""Periods 28 days apart, five days long, the last one begun 14 days ago."""


def abnormal(days: int, *more: Fact) -> tuple[Fact, ...]:
    return (fact(Screening.ABNORMAL, days), *more)


def skin_blood(days: int, *symptoms: Symptom) -> Entry:
    return entry(days, *symptoms, bleeding=blood(source="skin"))


def smelly(*days: int) -> list[Entry]:
    return [entry(number, S.DISCHARGE_SMELLY) for number in days]


def lump(*days: int, **more: object) -> list[Entry]:
    return [entry(number, S.GENITAL_LUMP, **more) for number in days]


def _due(days: int) -> tuple[tuple[Entry, ...], ...]:
    """Periods every 28 days, so that the next was due so many days ago."""
    return tuple(a_period(days + 28 * before, 4) for before in (1, 2, 3))


ROWS: list[Row] = [
    *rows(
        "PCB-1",
        ("one small bleed", told(pcb(5)), "routine note"),
        ("no bleed", told(dry_sex(5)), "quiet"),
        ("two bleeds are for another rule", told(pcb(5), pcb(20)), "quiet"),
        ("one bleed 183 days ago", told(pcb(183)), "routine note"),
        ("one bleed 184 days ago", told(pcb(184)), "quiet"),
        ("no cervix", told(pcb(5), organs=NO_CERVIX), "quiet"),
        ("parts not said", told(pcb(5), organs=None), "routine note"),
        ("light", told(pcb(5, amount="light")), "routine note"),
        ("medium", told(pcb(5, amount="medium")), "routine"),
        ("amount not said", told(pcb(5, amount=None)), "routine"),
        ("not asked whether it stopped", told(pcb(5, of={"stopped": None})), "routine note"),
        ("still going on", told(pcb(5, of={"stopped": False})), "routine"),
        ("pain of 3", told(pcb(5, pain=pain(3))), "routine note"),
        ("pain of 4", told(pcb(5, pain=pain(4))), "routine"),
        ("with another sign", told(pcb(5, S.DISCHARGE_NEW)), "routine"),
        ("with fever", told(pcb(5, temperature_c=38.5)), "routine"),
        ("feeling anxious is no other sign", told(pcb(5, S.ANXIOUS)), "routine note"),
        ("timing not known", told(pcb(5, of={"timing": Timing.UNKNOWN})), "quiet"),
        ("at the edge of a period", told(PERIODS, pcb(16)), "quiet"),
        ("a pill begun 90 days before", told(pcb(0), fact(Contraception.RING, 90)), "watch"),
        ("a pill begun 91 days before", told(pcb(0), fact(Contraception.RING, 91)), "routine note"),
        ("a pill begun after it", told(pcb(5), fact(Contraception.RING, 3)), "routine note"),
        ("a coil fitted 90 days before", told(pcb(0), fact(Contraception.COPPER_IUD, 90)), "watch"),
        (
            "a coil fitted 91 days before",
            told(pcb(0), fact(Contraception.COPPER_IUD, 91)),
            "routine note",
        ),
        ("84 days after a birth", told(pcb(0), fact(Pregnancy.BIRTH, 84)), "watch"),
        ("85 days after a birth", told(pcb(0), fact(Pregnancy.BIRTH, 85)), "routine note"),
        (
            "after a birth, with pain",
            told(pcb(0, pain=pain(5)), fact(Pregnancy.BIRTH, 60)),
            "routine",
        ),
        ("a smear 2 days before", told(pcb(0), fact(Procedure.CERVICAL_SMEAR, 2)), "watch"),
        ("a smear 3 days before", told(pcb(0), fact(Procedure.CERVICAL_SMEAR, 3)), "routine note"),
        ("a biopsy 7 days before", told(pcb(0), fact(Procedure.CERVICAL_BIOPSY, 7)), "watch"),
        (
            "a biopsy 8 days before",
            told(pcb(0), fact(Procedure.CERVICAL_BIOPSY, 8)),
            "routine note",
        ),
        (
            "a reason to wait does not explain a danger sign",
            told(pcb(0, S.VOMITING), fact(Procedure.CERVICAL_SMEAR, 1)),
            "routine",
        ),
    ),
    *rows(
        "PCB-2",
        ("treated and gone", told(pcb(90), pcb(60), *treated_and_gone()), "quiet"),
        ("two times dry", told(pcb(90), pcb(60), *treated_and_gone(dry=2)), "routine"),
        ("four times dry", told(pcb(90), pcb(60), *treated_and_gone(dry=4)), "quiet"),
        ("no later test", told(pcb(90), pcb(60), *treated_and_gone(tested=50)), "routine"),
        ("the sex before it", told(pcb(90), pcb(60), *treated_and_gone(tested=5)), "routine"),
        ("back since", told(pcb(90), pcb(30), *treated_and_gone()), "routine"),
        ("two bleeds", told(pcb(0), pcb(20)), "routine"),
        ("one bleed", told(pcb(0)), "quiet"),
        ("the first 183 days ago", told(pcb(0), pcb(183)), "routine"),
        ("the first 184 days ago", told(pcb(0), pcb(184)), "quiet"),
        ("three bleeds", told(pcb(0), pcb(20), pcb(40)), "routine"),
        ("the same bleed on two days", told(pcb(1), between(0)), "quiet"),
        (
            "the second is the period, by the person's word",
            told(pcb(20), pcb(0, of={"period": Answer.YES})),
            "quiet",
        ),
        (
            "the second is from the bottom",
            told(pcb(20), pcb(0, bleeding=blood(source="rectal", timing=Timing.AFTER_SEX))),
            "quiet",
        ),
        (
            "one whose place is not known counts",
            told(
                pcb(20),
                entry(
                    0,
                    sex=Sex(),
                    bleeding=blood(source="unknown", timing=Timing.AFTER_SEX),
                ),
            ),
            "routine",
        ),
        (
            "a new pill does not make it wait",
            told(pcb(0), pcb(20), fact(Contraception.RING, 30)),
            "routine",
        ),
    ),
    *rows(
        "PCB-3",
        ("28 days apart, turning 35", told(pcb(0), pcb(28), **born(35)), "within_two_weeks"),
        ("27 days apart", told(pcb(0), pcb(27), **born(35)), "quiet"),
        ("turning 34", told(pcb(0), pcb(28), **born(34)), "quiet"),
        ("age not said", told(pcb(0), pcb(28), birth_year=None), "not enough"),
        ("the first 183 days ago", told(pcb(0), pcb(183), **born(40)), "within_two_weeks"),
        ("the first 184 days ago", told(pcb(0), pcb(184), **born(40)), "quiet"),
        (
            "a check since the first",
            told(pcb(0), pcb(28), fact(Visit.OTHER, 10), **born(40)),
            "routine",
        ),
        (
            "a check before the first",
            told(pcb(0), pcb(28), fact(Visit.OTHER, 100), **born(40)),
            "within_two_weeks",
        ),
    ),
    *rows(
        "PCB-4",
        ("three, never screened", told(pcb(0), pcb(30), pcb(60), NEVER), "within_two_weeks"),
        ("two, never screened", told(pcb(0), pcb(30), NEVER), "quiet"),
        ("the first 90 days ago", told(pcb(0), pcb(30), pcb(90), NEVER), "within_two_weeks"),
        ("the first 91 days ago", told(pcb(0), pcb(30), pcb(91), NEVER), "quiet"),
        ("three, screened, nothing else", told(pcb(0), pcb(30), pcb(60), CLEAR), "quiet"),
        ("screening not said", told(pcb(0), pcb(30), pcb(60)), "not enough"),
        (
            "an abnormal result long ago",
            told(pcb(0), pcb(30), pcb(60), CLEAR, *abnormal(3000)),
            "within_two_weeks",
        ),
        (
            "a weaker immune system",
            told(pcb(0), pcb(30), pcb(60), CLEAR, fact(Condition.HIV)),
            "within_two_weeks",
        ),
        (
            "a smoker turning 25",
            told(pcb(0), pcb(30), pcb(60), CLEAR, fact(Condition.SMOKER), **born(25)),
            "within_two_weeks",
        ),
        (
            "a smoker turning 24",
            told(pcb(0), pcb(30), pcb(60), CLEAR, fact(Condition.SMOKER), **born(24)),
            "quiet",
        ),
        (
            "bleeding between periods",
            told(pcb(0), pcb(30), pcb(60), CLEAR, between(45)),
            "within_two_weeks",
        ),
        (
            "bloodstained discharge",
            told(pcb(0), pcb(30), pcb(60), CLEAR, entry(40, S.DISCHARGE_BLOODSTAINED)),
            "within_two_weeks",
        ),
        (
            "bloodstained discharge too long ago",
            told(pcb(0), pcb(30), pcb(60), CLEAR, entry(91, S.DISCHARGE_BLOODSTAINED)),
            "quiet",
        ),
    ),
    *rows(
        "PCB-5",
        ("two of four times", told(pcb(1), pcb(2), dry_sex(10), dry_sex(20)), "routine"),
        (
            "two of five times",
            told(pcb(1), pcb(2), dry_sex(10), dry_sex(20), dry_sex(30)),
            "quiet",
        ),
        ("two of three times", told(pcb(1), pcb(2), dry_sex(10)), "quiet"),
        (
            "half of many times",
            told(*(pcb(n) for n in range(0, 100, 2)), *(dry_sex(n) for n in range(100, 150))),
            "routine",
        ),
        (
            "just under half of many times",
            told(*(pcb(n) for n in range(0, 98, 2)), *(dry_sex(n) for n in range(100, 151))),
            "quiet",
        ),
        ("one of one time", told(pcb(1)), "quiet"),
        (
            "one bled, of four",
            told(pcb(1), *(dry_sex(n) for n in (10, 20, 30))),
            "quiet",
        ),
        (
            "two bled, the time before last 183 days ago",
            told(pcb(1), pcb(2), dry_sex(3), dry_sex(183)),
            "routine",
        ),
        (
            "two bled, the time before last 184 days ago",
            told(pcb(1), pcb(2), dry_sex(3), dry_sex(184)),
            "quiet",
        ),
        (
            "anal sex is another matter",
            told(pcb(1), pcb(2), dry_sex(3), dry_sex(4, "anal")),
            "quiet",
        ),
        (
            "three of four times",
            told(pcb(1), pcb(3), pcb(5), dry_sex(7)),
            "routine",
        ),
    ),
    *rows(
        "PCB-6",
        (
            "again 42 days after treatment",
            told(pcb(60), fact(InfectionTreated.STI, 52), pcb(10)),
            "routine",
        ),
        (
            "again 41 days after treatment",
            told(pcb(60), fact(InfectionTreated.STI, 51), pcb(10)),
            "quiet",
        ),
        (
            "none before the treatment",
            told(fact(InfectionTreated.STI, 52), pcb(10)),
            "quiet",
        ),
        (
            "again after a clear STI test",
            told(pcb(60), fact(StiTest.NEGATIVE, 52), pcb(10)),
            "routine",
        ),
        (
            "again after a clear swab",
            told(pcb(60), fact(Investigation.VAGINAL_SWAB, 52, result=Result.NORMAL), pcb(10)),
            "routine",
        ),
        (
            "after a swab that was not clear",
            told(pcb(60), fact(Investigation.VAGINAL_SWAB, 52, result=Result.ABNORMAL), pcb(10)),
            "quiet",
        ),
        (
            "before it by 183 days, and again 183 days ago",
            told(pcb(483), fact(InfectionTreated.STI, 300), pcb(183)),
            "routine",
        ),
        (
            "before it by 184 days",
            told(pcb(484), fact(InfectionTreated.STI, 300), pcb(183)),
            "quiet",
        ),
        (
            "again 184 days ago",
            told(pcb(483), fact(InfectionTreated.STI, 300), pcb(184)),
            "quiet",
        ),
        (
            "treated 365 days ago",
            told(pcb(400), fact(InfectionTreated.STI, 365), pcb(10)),
            "routine",
        ),
        (
            "treated 366 days ago",
            told(pcb(400), fact(InfectionTreated.STI, 366), pcb(10)),
            "quiet",
        ),
    ),
    *rows(
        "PCB-7",
        ("both", told(pcb(20), between(40)), "routine"),
        ("only after sex", told(pcb(20)), "quiet"),
        ("only between periods", told(between(40)), "quiet"),
        ("after sex 90 days ago", told(pcb(90), between(40)), "routine"),
        ("after sex 91 days ago", told(pcb(91), between(40)), "quiet"),
        ("turning 45", told(pcb(20), between(40), **born(45)), "within_two_weeks"),
        ("turning 44", told(pcb(20), between(40), **born(44)), "routine"),
        (
            "a hormonal method explains some of it",
            told(pcb(20), between(40), fact(Contraception.IMPLANT, 400)),
            "routine note",
        ),
        (
            "the method came later",
            told(pcb(20), between(40), fact(Contraception.IMPLANT, 30)),
            "routine",
        ),
        ("without a womb", told(pcb(20), between(40), organs=NO_CERVIX), "quiet"),
    ),
    *rows(
        "PCB-8",
        (
            "smelly for 21 days",
            told(pcb(5), smelly(21, 14, 7, 0)),
            "within_two_weeks",
        ),
        ("smelly for 20 days", told(pcb(5), smelly(20, 10, 0)), "quiet"),
        (
            "watery since 21 days",
            told(pcb(5, S.DISCHARGE_WATERY, symptoms_since=ago(26))),
            "within_two_weeks",
        ),
        ("no blood", told(smelly(30, 20, 10, 0)), "quiet"),
        ("blood 183 days ago", told(pcb(183), smelly(22, 11, 0)), "within_two_weeks"),
        ("blood 184 days ago", told(pcb(184), smelly(22, 11, 0)), "quiet"),
        ("last recorded 28 days ago", told(pcb(5), smelly(50, 39, 28)), "within_two_weeks"),
        ("last recorded 29 days ago", told(pcb(5), smelly(51, 40, 29)), "quiet"),
        (
            "said to be gone in between",
            told(pcb(5), smelly(22, 20), entry(12, absent=DISCHARGE), smelly(8, 0)),
            "quiet",
        ),
        (
            "being treated",
            told(pcb(5), smelly(22, 11, 0), fact(InfectionTreated.BACTERIAL_VAGINOSIS, 4)),
            "routine",
        ),
    ),
    *rows(
        "PCB-9",
        ("not clear, no follow-up", told(pcb(5), *abnormal(400)), "within_two_weeks"),
        (
            "HPV, no follow-up",
            told(pcb(5), fact(Screening.HPV_POSITIVE, 400)),
            "within_two_weeks",
        ),
        (
            "colposcopy since",
            told(pcb(5), *abnormal(400, fact(Procedure.COLPOSCOPY, 300))),
            "quiet",
        ),
        ("a clear test since", told(pcb(5), *abnormal(800), CLEAR), "quiet"),
        ("result 42 days out", told(pcb(5), fact(Screening.PENDING, 42)), "quiet"),
        ("result 43 days out", told(pcb(5), fact(Screening.PENDING, 43)), "within_two_weeks"),
        (
            "told normal 183 days ago, before a result that was not clear",
            told(pcb(5), *abnormal(100, fact(Procedure.COLPOSCOPY, 183, result=Result.NORMAL))),
            "quiet",
        ),
        (
            "told normal 184 days ago",
            told(pcb(5), *abnormal(100, fact(Procedure.COLPOSCOPY, 184, result=Result.NORMAL))),
            "within_two_weeks",
        ),
        ("blood 183 days ago", told(pcb(183), *abnormal(400)), "within_two_weeks"),
        ("blood 184 days ago", told(pcb(184), *abnormal(400)), "quiet"),
    ),
    *rows(
        "PCB-10",
        ("one bleed, never screened", told(pcb(5), NEVER), "routine"),
        ("two bleeds, never screened", told(pcb(5), pcb(9), NEVER), "within_two_weeks"),
        ("three bleeds", told(pcb(5), pcb(9), pcb(12), NEVER), "within_two_weeks"),
        ("in date", told(pcb(5), CLEAR), "quiet"),
        ("screening not said", told(pcb(5)), "not enough"),
        ("too young for screening", told(pcb(5), NEVER, **born(24)), "quiet"),
        ("no bleed", told(NEVER), "quiet"),
        ("one bleed 183 days ago", told(pcb(183), NEVER), "routine"),
        ("one bleed 184 days ago", told(pcb(184), NEVER), "quiet"),
        ("a smear yesterday", told(pcb(5), NEVER, fact(Procedure.CERVICAL_SMEAR, 1)), "quiet"),
    ),
    *rows(
        "PCB-11",
        ("treated and gone", told(pcb(90), pcb(60), *treated_and_gone(), **born(20)), "quiet"),
        ("two times dry", told(pcb(90), pcb(60), *treated_and_gone(dry=2), **born(20)), "routine"),
        ("four times dry", told(pcb(90), pcb(60), *treated_and_gone(dry=4), **born(20)), "quiet"),
        (
            "no later test",
            told(pcb(90), pcb(60), *treated_and_gone(tested=50), **born(20)),
            "routine",
        ),
        (
            "the sex before it",
            told(pcb(90), pcb(60), *treated_and_gone(tested=5), **born(20)),
            "routine",
        ),
        ("back since", told(pcb(90), pcb(30), *treated_and_gone(), **born(20)), "routine"),
        ("two bleeds, turning 25", told(pcb(5), pcb(9), **born(25)), "routine"),
        ("two bleeds, turning 26", told(pcb(5), pcb(9), **born(26)), "quiet"),
        ("one bleed", told(pcb(5), **born(20)), "quiet"),
        ("age not said", told(pcb(5), pcb(9), birth_year=None), "quiet"),
        ("one, and one between periods", told(pcb(5), between(40), **born(20)), "routine"),
        ("one between periods 90 days ago", told(pcb(5), between(90), **born(20)), "routine"),
        ("one between periods 91 days ago", told(pcb(5), between(91), **born(20)), "quiet"),
        ("the first 183 days ago", told(pcb(5), pcb(183), **born(20)), "routine"),
        ("the first 184 days ago", told(pcb(5), pcb(184), **born(20)), "quiet"),
        ("three bleeds", told(pcb(5), pcb(9), pcb(12), **born(20)), "routine"),
    ),
    *rows(
        "PCB-12",
        (
            "back after a normal check",
            told(pcb(60), fact(Visit.CHECKED_NORMAL, 50), pcb(10)),
            "routine",
        ),
        (
            "back after a normal examination",
            told(pcb(60), fact(PelvicExam.NORMAL, 50), pcb(10)),
            "routine",
        ),
        ("not back", told(pcb(60), fact(Visit.CHECKED_NORMAL, 50)), "quiet"),
        (
            "on the day of the check",
            told(pcb(60), fact(Visit.CHECKED_NORMAL, 10), pcb(10)),
            "quiet",
        ),
        (
            "the check was about something else",
            told(pcb(60), fact(Visit.CHECKED_NORMAL, 50, about=("iud",)), pcb(10)),
            "quiet",
        ),
        (
            "the check was about this",
            told(pcb(60), fact(Visit.CHECKED_NORMAL, 50, about=("PCB-2",)), pcb(10)),
            "routine",
        ),
        (
            "before it by 183 days, and back 183 days ago",
            told(pcb(483), fact(PelvicExam.NORMAL, 300), pcb(183)),
            "routine",
        ),
        (
            "before it by 184 days",
            told(pcb(484), fact(PelvicExam.NORMAL, 300), pcb(183)),
            "quiet",
        ),
        ("back 184 days ago", told(pcb(483), fact(PelvicExam.NORMAL, 300), pcb(184)), "quiet"),
        ("checked 365 days ago", told(pcb(400), fact(PelvicExam.NORMAL, 365), pcb(10)), "routine"),
        ("checked 366 days ago", told(pcb(400), fact(PelvicExam.NORMAL, 366), pcb(10)), "quiet"),
    ),
    *rows(
        "PCB-13",
        ("a lump for 21 days, and blood", told(lump(21, 11, 0), pcb(5)), "within_two_weeks"),
        ("a lump for 20 days, and blood", told(lump(20, 10, 0), pcb(5)), "quiet"),
        ("a lump and no blood", told(lump(21, 11, 0)), "quiet"),
        (
            "skin that bled, and a skin change",
            told(entry(0, S.SKIN_CHANGE, symptoms_since=ago(21)), skin_blood(9)),
            "within_two_weeks",
        ),
        ("a sore that itself bleeds", told(skin_blood(0, S.GENITAL_SORE)), "within_two_weeks"),
        ("blood 183 days ago", told(lump(22, 11, 0), pcb(183)), "within_two_weeks"),
        ("blood 184 days ago", told(lump(22, 11, 0), pcb(184)), "quiet"),
        ("last recorded 28 days ago", told(lump(50, 39, 28), pcb(5)), "within_two_weeks"),
        ("last recorded 29 days ago", told(lump(51, 40, 29), pcb(5)), "quiet"),
        (
            "known to a clinician",
            told(lump(22, 11, 0), pcb(5), fact(Condition.LICHEN_SCLEROSUS)),
            "routine",
        ),
        (
            "as it was before",
            told(lump(22, 11, 0, same_as_before=True), pcb(5)),
            "routine",
        ),
        ("without a vagina", told(lump(22, 11, 0), skin_blood(5), organs=MALE), "quiet"),
    ),
    *rows(
        "PCB-14",
        ("heavy today", told(pcb(0, amount="heavy")), "same_day"),
        ("medium yesterday", told(pcb(1, amount="medium")), "same_day"),
        ("medium two days ago", told(pcb(2, amount="medium")), "within_two_weeks"),
        ("light", told(pcb(0, amount="light")), "quiet"),
        (
            "light with a large clot",
            told(pcb(0, amount="light", of={"large_clot_count": 1})),
            "same_day",
        ),
        ("medium, and not after sex", told(entry(0, bleeding=blood("medium"))), "quiet"),
        (
            "medium at the edge of a period",
            told(a_period(28), *a_period(0, 1), pcb(1, amount="medium")),
            "watch",
        ),
        (
            "heavy at the edge of a period",
            told(a_period(28), *a_period(0, 1), pcb(1, amount="heavy")),
            "same_day",
        ),
        (
            "medium at the edge of a period 28 days ago",
            told(a_period(55), *a_period(27, 1), pcb(28, amount="medium")),
            "watch",
        ),
        (
            "medium at the edge of a period 29 days ago",
            told(a_period(56), *a_period(28, 1), pcb(29, amount="medium")),
            "quiet",
        ),
    ),
    *rows(
        "PCB-15",
        ("weight loss", told(pcb(5), entry(3, S.WEIGHT_LOSS)), "within_two_weeks"),
        ("weight loss, no blood", told(entry(3, S.WEIGHT_LOSS)), "quiet"),
        (
            "a sore back for 21 days",
            told(pcb(5), *(entry(n, S.BACK_PAIN) for n in (21, 11, 0))),
            "within_two_weeks",
        ),
        (
            "a sore back for 20 days",
            told(pcb(5), *(entry(n, S.BACK_PAIN) for n in (20, 10, 0))),
            "quiet",
        ),
        (
            "night sweats since 21 days",
            told(pcb(5), entry(0, S.NIGHT_SWEATS, symptoms_since=ago(21))),
            "within_two_weeks",
        ),
        (
            "a swollen leg, last recorded 28 days ago",
            told(pcb(5), entry(28, S.LEG_SWELLING, symptoms_since=ago(60))),
            "within_two_weeks",
        ),
        (
            "a swollen leg, last recorded 29 days ago",
            told(pcb(5), entry(29, S.LEG_SWELLING, symptoms_since=ago(60))),
            "quiet",
        ),
        ("blood 183 days ago", told(pcb(183), entry(3, S.WEIGHT_LOSS)), "within_two_weeks"),
        ("blood 184 days ago", told(pcb(184), entry(3, S.WEIGHT_LOSS)), "quiet"),
    ),
    *rows(
        "PCB-16",
        ("one bleed without a cervix", told(pcb(5), organs=NO_CERVIX), "routine"),
        ("with a cervix", told(pcb(5)), "quiet"),
        (
            "not sure about the cervix",
            told(pcb(5), organs=NO_CERVIX, organs_unsure=(Organ.CERVIX,)),
            "quiet",
        ),
        ("parts not said", told(pcb(5), organs=None), "quiet"),
        ("a vagina made by surgery", told(pcb(5), organs=NEOVAGINA), "quiet"),
        ("183 days ago", told(pcb(183), organs=NO_CERVIX), "routine"),
        ("184 days ago", told(pcb(184), organs=NO_CERVIX), "quiet"),
    ),
    *rows(
        "PCB-17",
        ("one bleed", told(pcb(5), organs=NEOVAGINA), "routine"),
        ("another vagina", told(pcb(5)), "quiet"),
        ("183 days ago", told(pcb(183), organs=NEOVAGINA), "routine"),
        ("184 days ago", told(pcb(184), organs=NEOVAGINA), "quiet"),
        (
            "84 days after surgery",
            told(pcb(0), fact(Procedure.VAGINOPLASTY, 84), organs=NEOVAGINA),
            "same_day",
        ),
        (
            "85 days after surgery",
            told(pcb(0), fact(Procedure.VAGINOPLASTY, 85), organs=NEOVAGINA),
            "routine",
        ),
        ("heavy", told(pcb(0, amount="heavy"), organs=NEOVAGINA), "emergency"),
    ),
    *rows(
        "PCB-18",
        ("two light bleeds, dry", told(pcb(5, S.DRYNESS), pcb(9)), "routine note"),
        ("one light bleed, dry", told(pcb(5, S.DRYNESS)), "watch"),
        ("three light bleeds, dry", told(pcb(5, S.DRYNESS), pcb(9), pcb(12)), "routine note"),
        ("not dry", told(pcb(5), pcb(9)), "quiet"),
        ("medium", told(pcb(5, S.DRYNESS, amount="medium")), "quiet"),
        ("90 days ago", told(pcb(90, S.DRYNESS)), "watch"),
        ("91 days ago", told(pcb(91, S.DRYNESS)), "quiet"),
        (
            "after the menopause",
            told(pcb(5, S.DRYNESS), menstrual_status=MenstrualStatus.POSTMENOPAUSE),
            "quiet",
        ),
    ),
    *rows(
        "PCB-19",
        ("the day before a period", told(a_period(28), *a_period(0, 1), pcb(1)), "watch"),
        ("three days before a period", told(a_period(28), *a_period(0, 1), pcb(3)), "quiet"),
        ("medium", told(a_period(28), *a_period(0, 1), pcb(1, amount="medium")), "quiet"),
        ("28 days ago", told(a_period(55), *a_period(27, 1), pcb(28)), "watch"),
        ("29 days ago", told(a_period(56), *a_period(28, 1), pcb(29)), "quiet"),
        ("a period due that day may still come", told(*_due(4), pcb(4)), "watch"),
        ("a period due that day did not come", told(*_due(5), pcb(5)), "quiet"),
    ),
    *rows(
        "PCB-1",
        ("a period due that day did not come", told(*_due(5), pcb(5)), "routine note"),
        ("a period came the next day", told(*_due(5), pcb(5), a_period(4, 1)), "quiet"),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_rule_answers(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_has_a_row_that_fires_and_one_that_is_quiet() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_by_a_row_on_each_side() -> None:
    assert unheld_numbers(ROWS, RULES) == []
