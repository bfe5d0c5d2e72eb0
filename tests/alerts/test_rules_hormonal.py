"""Hormonal methods: each row is a short diary and what the rule says to it."""

import pytest
from alert_rows import (
    Row,
    a_period,
    answer_of,
    between,
    blood,
    born,
    entry,
    fact,
    pain,
    pcb,
    rows,
    told,
    treated_and_gone,
    unheld_numbers,
    while_healing,
    without_answers,
)
from made_up_menopause import SOON

from diary.alerts.rules.hormonal.methods import RULES
from diary.model import Entry, Fact, Symptom
from diary.model.background_words import Condition, Contraception, Medication, Procedure
from diary.model.vocabulary import Organ

S = Symptom
BY_CODE = {rule.code: rule for rule in RULES}
NEW, OLD = 40, 500


def implant(days: int | None = OLD) -> Fact:
    return fact(Contraception.IMPLANT, days)


def spots(*days: int) -> list[Entry]:
    return [day for number in days for day in between(number)]


MISSED = entry(8, S.MISSED_PILLS)
PILL = fact(Contraception.COMBINED_PILL, OLD)

ROWS: list[Row] = [
    *rows(
        "HRM-1",
        *(
            (
                f"light bleeding with a new {method.value}",
                told(between(5), fact(method, NEW)),
                "watch",
            )
            for method in (
                Contraception.COMBINED_PILL,
                Contraception.PROGESTOGEN_PILL,
                Contraception.PATCH,
                Contraception.RING,
                Contraception.IMPLANT,
                Contraception.INJECTION,
            )
        ),
        ("90 days after the start", told(between(5), implant(95)), "watch"),
        ("91 days after the start", told(between(5), implant(96)), "quiet"),
        ("an unknown start", told(between(5), implant(None)), "quiet"),
        ("a hormonal IUD", told(between(5), fact(Contraception.HORMONAL_IUD, NEW)), "quiet"),
        ("medium bleeding", told(between(5, amount="medium"), implant(NEW)), "quiet"),
        ("of unknown amount", told(entry(5, bleeding=blood(None)), implant(NEW)), "quiet"),
        ("with mild pain", told(between(5), entry(5, pain=pain(3)), implant(NEW)), "watch"),
        ("with moderate pain", told(between(5), entry(5, pain=pain(4)), implant(NEW)), "quiet"),
        ("once after sex, too", told(between(5), pcb(20), implant(NEW)), "watch"),
        ("twice after sex, too", told(between(5), pcb(20), pcb(30), implant(NEW)), "quiet"),
        ("missed pills", told(between(5), MISSED, fact(Contraception.COMBINED_PILL, NEW)), "quiet"),
        ("90 days old", told(between(90), implant(120)), "watch"),
        ("91 days old", told(between(91), implant(120)), "quiet"),
        (
            "the planned bleed of a pill",
            told(a_period(5), fact(Contraception.COMBINED_PILL, NEW)),
            "quiet",
        ),
        (
            "no womb",
            told(between(5), implant(NEW), organs=(Organ.VAGINA, Organ.OVARIES)),
            "quiet",
        ),
        (
            "a blood thinner",
            told(between(5), implant(NEW), fact(Medication.ANTICOAGULANT)),
            "routine note",
        ),
    ),
    *while_healing("HRM-1", ("quiet", "watch"), implant(NEW)),
    *while_healing("HRM-2", ("quiet", "routine note"), implant()),
    *while_healing("HRM-3", ("quiet", SOON), implant(), **born(45)),
    *rows(
        "HRM-2",
        (
            "medium, 9 days after a loop",
            told(between(0, amount="medium"), implant(), fact(Procedure.LLETZ, 9)),
            "routine",
        ),
        ("91 days after the start, once and light", told(between(5), implant(96)), "routine note"),
        ("90 days after the start, once and light", told(between(5), implant(95)), "quiet"),
        ("twice and light", told(spots(40, 5), implant()), "routine note"),
        (
            "twice, once medium",
            told(between(40), between(5, amount="medium"), implant()),
            "routine",
        ),
        ("once and medium", told(between(5, amount="medium"), implant()), "routine"),
        ("once, with pain", told(between(5), entry(5, pain=pain(4)), implant()), "routine"),
        ("medium in the first weeks", told(between(5, amount="medium"), implant(NEW)), "routine"),
        ("an unknown start", told(spots(40, 5), implant(None)), "routine note"),
        ("6 times in 90 days, new", told(spots(30, 25, 20, 15, 10, 5), implant(NEW)), "routine"),
        ("5 times in 90 days, new", told(spots(25, 20, 15, 10, 5), implant(NEW)), "quiet"),
        ("14 days running, new", told(between(20, 14), implant(NEW)), "routine"),
        ("13 days running, new", told(between(20, 13), implant(NEW)), "quiet"),
        ("90 days old", told(between(90), implant()), "routine note"),
        ("91 days old", told(between(91), implant()), "quiet"),
        ("after sex alone", told(pcb(5), implant()), "quiet"),
        ("a hormonal IUD", told(spots(40, 5), fact(Contraception.HORMONAL_IUD, OLD)), "quiet"),
        ("what is called a period", told(a_period(33), a_period(5), implant()), "quiet"),
        ("the planned bleed of a pill", told(a_period(33), a_period(5), PILL), "quiet"),
        (
            "a monthly bleed of which nothing is said",
            told([entry(day, bleeding=blood("light")) for day in (33, 32, 5, 4)], PILL),
            "quiet",
        ),
        (
            "spotting of which nothing is said",
            told(entry(5, bleeding=blood()), PILL),
            "routine note",
        ),
        (
            "missed pills two weeks before",
            told(between(5), entry(19, S.MISSED_PILLS), PILL),
            "watch",
        ),
        (
            "missed pills longer before",
            told(between(5), entry(20, S.MISSED_PILLS), PILL),
            "routine note",
        ),
        *(
            (
                f"emergency pills {days} days before",
                told(between(5), implant(), fact(Medication.EMERGENCY_CONTRACEPTION, days + 5)),
                answer,
            )
            for days, answer in ((7, "watch"), (8, "routine note"))
        ),
        (
            "injections written down one by one",
            told(
                spots(40, 5),
                *(fact(Contraception.INJECTION, days) for days in (220, 136, 52)),
            ),
            "routine note",
        ),
    ),
    *rows(
        "HRM-3",
        ("at 45", told(between(5), implant(), **born(45)), SOON),
        ("at 44", told(between(5), implant(), **born(44)), "quiet"),
        ("of unknown age", told(between(5), implant(), birth_year=None), "not enough"),
        ("at 45, still settling", told(between(5), implant(95), **born(45)), "quiet"),
        ("at 45, 91 days after the start", told(between(5), implant(96), **born(45)), SOON),
        *(
            (what.value, told(between(5), implant(), fact(what)), SOON)
            for what in (
                Condition.BMI_40_PLUS,
                Condition.PCOS,
                Condition.LYNCH_SYNDROME,
                Condition.COWDEN_SYNDROME,
                Medication.TAMOXIFEN,
            )
        ),
        (
            "a hormonal IUD for 184 days",
            told(between(5), fact(Contraception.HORMONAL_IUD, 189), **born(45)),
            SOON,
        ),
        (
            "a hormonal IUD, 9 days after a loop",
            told(
                between(5),
                fact(Contraception.HORMONAL_IUD, 189),
                fact(Procedure.LLETZ, 14),
                **born(45),
            ),
            "quiet",
        ),
        (
            "a hormonal IUD for 183 days",
            told(between(5), fact(Contraception.HORMONAL_IUD, 188), **born(45)),
            "quiet",
        ),
        (
            "6 times in 90 days, new",
            told(spots(30, 25, 20, 15, 10, 5), implant(NEW), **born(45)),
            SOON,
        ),
        (
            "5 times in 90 days, new",
            told(spots(25, 20, 15, 10, 5), implant(NEW), **born(45)),
            "quiet",
        ),
        ("14 days running, new", told(between(20, 14), implant(NEW), **born(45)), SOON),
        ("13 days running, new", told(between(20, 13), implant(NEW), **born(45)), "quiet"),
        ("90 days old", told(between(90), implant(), **born(45)), SOON),
        ("91 days old", told(between(91), implant(), **born(45)), "quiet"),
        (
            "missed pills two weeks before",
            told(between(5), entry(19, S.MISSED_PILLS), PILL, **born(45)),
            "quiet",
        ),
        (
            "missed pills longer before",
            told(between(5), entry(20, S.MISSED_PILLS), PILL, **born(45)),
            SOON,
        ),
        *(
            (
                f"emergency pills {days} days before",
                told(
                    between(5),
                    implant(),
                    fact(Medication.EMERGENCY_CONTRACEPTION, days + 5),
                    **born(45),
                ),
                answer,
            )
            for days, answer in ((7, "quiet"), (8, SOON))
        ),
    ),
    *rows(
        "HRM-4",
        ("treated and gone", told(pcb(90), pcb(60), *treated_and_gone(), implant()), "quiet"),
        ("two times dry", told(pcb(90), pcb(60), *treated_and_gone(dry=2), implant()), "routine"),
        ("four times dry", told(pcb(90), pcb(60), *treated_and_gone(dry=4), implant()), "quiet"),
        (
            "no later test",
            told(pcb(90), pcb(60), *treated_and_gone(tested=50), implant()),
            "routine",
        ),
        (
            "the sex before it",
            told(pcb(90), pcb(60), *treated_and_gone(tested=5), implant()),
            "routine",
        ),
        ("back since", told(pcb(90), pcb(30), *treated_and_gone(), implant()), "routine"),
        ("twice after sex", told(pcb(20), pcb(5), implant(NEW)), "routine"),
        ("once after sex", told(pcb(5), implant(NEW)), "quiet"),
        ("three times after sex", told(pcb(30), pcb(20), pcb(5), implant(NEW)), "routine"),
        (
            "with a hormonal IUD",
            told(pcb(20), pcb(5), fact(Contraception.HORMONAL_IUD, NEW)),
            "routine",
        ),
        ("with a copper IUD", told(pcb(20), pcb(5), fact(Contraception.COPPER_IUD, NEW)), "quiet"),
        ("the first one before the method", told(pcb(50), pcb(5), implant(NEW)), "quiet"),
        ("183 days old", told(pcb(183), pcb(5), implant()), "routine"),
        ("184 days old", told(pcb(184), pcb(5), implant()), "quiet"),
        (
            "without a cervix",
            told(pcb(20), pcb(5), implant(), organs=(Organ.VAGINA, Organ.UTERUS)),
            "quiet",
        ),
        ("a weaker immune system", told(pcb(20), pcb(5), implant(), fact(Condition.HIV)), SOON),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_a_rule_answers_as_its_row_says(row: Row) -> None:
    assert answer_of(BY_CODE[row.code], row.history) == row.answer


def test_every_rule_fires_in_one_row_and_is_quiet_in_another() -> None:
    assert without_answers(ROWS, RULES) == []


def test_every_number_is_held_on_both_sides_by_a_row() -> None:
    assert unheld_numbers(ROWS, RULES) == []
