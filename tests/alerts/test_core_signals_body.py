"""The questions about blood, pain, symptoms and sex that rules share."""

import subprocess
import sys

import pytest
from alert_rows import TODAY, a_period, ago, blood, dry_sex, entry, pain, pcb, told

from diary.alerts.case import Case
from diary.alerts.danger_signs import DANGER_SIGNS, LABELS, to_ask
from diary.alerts.signals import bleeding, symptoms
from diary.alerts.signals.pain import (
    BELLY,
    came_with_sex,
    has_pain,
    is_in,
    strongest_possible,
    weakest_possible,
)
from diary.alerts.signals.sex import may_be_anal, may_be_vaginal
from diary.cycles.volume import pbac_score
from diary.model import Entry, History, Pain, Product, Profile, Sex, Symptom
from diary.model.vocabulary import (
    Answer,
    BleedingSource,
    Clots,
    Organ,
    PainSite,
    ProductKind,
    Severity,
    SexKind,
    SexSite,
    Soaked,
    Timing,
)

S = Symptom


def case_of(history: History) -> Case:
    return Case.on(history, TODAY)


@pytest.mark.parametrize(
    ("record", "answer"),
    [
        (entry(0), False),
        (entry(0, bleeding=blood("spotting")), False),
        (entry(0, bleeding=blood("light")), False),
        (entry(0, bleeding=blood("medium")), True),
        (entry(0, bleeding=blood("heavy")), True),
        (entry(0, bleeding=blood(None)), None),
        (entry(0, bleeding=blood("unspecified")), None),
        (entry(0, bleeding=blood(None, clots=Clots.LARGE)), True),
        (entry(0, bleeding=blood(None, clots=Clots.SMALL)), None),
        (entry(0, bleeding=blood(None, volume_ml=80)), True),
        (entry(0, bleeding=blood(None, volume_ml=79)), None),
        (entry(0, bleeding=blood("light", pads_per_hour=1)), True),
        (entry(0, S.FLOODING, bleeding=blood(None)), True),
        (entry(0, S.RED_TOILET_WATER, bleeding=blood(None, source="rectal")), True),
    ],
)
def test_what_is_like_a_period_or_more(record: Entry, *, answer: bool | None) -> None:
    assert bleeding.is_like_a_period_or_more(record) is answer


def test_soaked_products_an_hour_are_as_said_or_counted_over_the_hours() -> None:
    pads = (
        Product(kind=ProductKind.PAD, soaked=Soaked.FULL, count=3),
        Product(kind=ProductKind.PAD, soaked=Soaked.LIGHT, count=9),
    )
    counted = entry(0, bleeding=blood(None, products=pads, duration_hours=2))
    assert bleeding.soaked_an_hour(counted) == 1.5
    assert bleeding.soaking_hours(counted) == 2
    said = entry(0, bleeding=blood(None, products=pads, duration_hours=2, pads_per_hour=0.5))
    assert bleeding.soaked_an_hour(said) == 0.5
    assert bleeding.soaking_hours(said) == 0
    assert bleeding.soaked_an_hour(entry(0, bleeding=blood(None, products=pads))) == 0


def test_a_bleed_is_after_sex_or_may_be_with_sex_that_day_or_the_day_before() -> None:
    unsaid = entry(0, bleeding=blood())
    assert bleeding.may_be_after_sex(case_of(told(dry_sex(1), unsaid)), unsaid)
    assert not bleeding.may_be_after_sex(case_of(told(dry_sex(2), unsaid)), unsaid)
    denied = entry(0, bleeding=blood(timing=Timing.NOT_AFTER_SEX))
    assert not bleeding.may_be_after_sex(case_of(told(dry_sex(0), denied)), denied)


def test_blood_that_is_not_of_a_period() -> None:
    first, *rest = a_period(3)
    tear = entry(3, bleeding=blood(source="skin"))
    case = case_of(told([first, *rest], tear))
    assert bleeding.blood_not_of_period(case, first) == (tear,)


@pytest.mark.parametrize(
    ("felt", "weakest", "strongest"),
    [
        (None, 0, 0),
        (Pain(), 0, 10),
        (Pain(score=0), 0, 0),
        (Pain(score=5, severity=Severity.SEVERE), 5, 5),
        (Pain(severity=Severity.MILD), 1, 3),
        (Pain(severity=Severity.MODERATE), 4, 6),
        (Pain(severity=Severity.SEVERE), 7, 10),
    ],
)
def test_how_strong_a_pain_is_at_least_and_at_most(
    felt: Pain | None, weakest: int, strongest: int
) -> None:
    record = entry(0, pain=felt)
    assert (weakest_possible(record), strongest_possible(record)) == (weakest, strongest)
    assert has_pain(record) is (strongest > 0)


@pytest.mark.parametrize(
    ("felt", "answer"),
    [
        (None, False),
        (pain(3, None), None),
        (pain(3, "vulva"), False),
        (pain(3, "deep_pelvic"), True),
        (pain(3, "vulva", other_sites=(PainSite.BELLY,)), True),
    ],
)
def test_whether_a_pain_is_in_the_belly(felt: Pain | None, *, answer: bool | None) -> None:
    assert is_in(entry(0, pain=felt), BELLY) is answer


def test_whether_a_pain_came_with_sex() -> None:
    near, far = dry_sex(1), dry_sex(2)
    unsaid = entry(0, pain=pain(3))
    assert came_with_sex(case_of(told(near, unsaid)), unsaid) is None
    assert came_with_sex(case_of(told(far, unsaid)), unsaid) is False
    during = entry(0, pain=pain(3), sex=Sex())
    assert came_with_sex(case_of(told(during)), during) is True
    denied = entry(0, pain=pain(3, with_sex=False), sex=Sex())
    assert came_with_sex(case_of(told(denied)), denied) is False
    follows = entry(0, pain=pain(3), follows="x")
    assert came_with_sex(case_of(told(follows)), follows) is True


@pytest.mark.parametrize(
    ("sex", "vaginal", "anal"),
    [
        (None, False, False),
        (Sex(), True, True),
        (Sex(kinds=(SexKind.VAGINAL,)), True, False),
        (Sex(kinds=(SexKind.ANAL,)), False, True),
        (Sex(kinds=(SexKind.ORAL,)), True, False),
        (Sex(kinds=(SexKind.TOY,)), True, True),
        (Sex(kinds=(SexKind.TOY,), sites=(SexSite.ANUS,)), False, True),
        (Sex(kinds=(SexKind.FINGERS,), sites=(SexSite.VULVA,)), True, False),
        (Sex(kinds=(SexKind.VAGINAL,), sites=(SexSite.PENIS,)), False, False),
    ],
)
def test_which_part_sex_may_have_involved(sex: Sex | None, *, vaginal: bool, anal: bool) -> None:
    record = entry(0, sex=sex)
    assert (may_be_vaginal(record), may_be_anal(record)) == (vaginal, anal)


@pytest.mark.parametrize(
    ("record", "answer"),
    [
        (entry(0, temperature_c=38.0), True),
        (entry(0, temperature_c=37.9), False),
        (entry(0, S.FEVERISH), True),
        (entry(0, S.RIGORS), True),
        (entry(0, S.UNWELL), False),
    ],
)
def test_what_a_fever_is(record: Entry, *, answer: bool) -> None:
    assert symptoms.has_fever(record) is answer


def test_a_course_goes_on_over_14_days_and_no_more() -> None:
    within = case_of(told(entry(28, S.ITCHING), entry(14, S.ITCHING), entry(0, S.ITCHING)))
    assert symptoms.lasted(symptoms.course(within, S.ITCHING)) == 28
    beyond = case_of(told(entry(29, S.ITCHING), entry(14, S.ITCHING), entry(0, S.ITCHING)))
    assert symptoms.lasted(symptoms.course(beyond, S.ITCHING)) == 14


def test_a_course_ends_where_all_that_was_recorded_is_said_to_be_absent() -> None:
    itches = (entry(20, S.ITCHING), entry(10, S.ITCHING))
    gone = entry(15, absent=(S.ITCHING,))
    assert symptoms.lasted(symptoms.course(case_of(told(itches, gone)), S.ITCHING)) == 0
    assert symptoms.lasted(symptoms.course(case_of(told(itches, gone)), S.ITCHING, S.DRYNESS)) == 0
    both = case_of(told(entry(20, S.ITCHING, S.DRYNESS), gone, entry(10, S.DRYNESS)))
    assert symptoms.lasted(symptoms.course(both, S.ITCHING, S.DRYNESS)) == 10


def test_a_course_begins_when_the_person_says_that_it_began() -> None:
    case = case_of(told(entry(0, S.ITCHING, symptoms_since=ago(30))))
    assert symptoms.lasted(symptoms.course(case, S.ITCHING)) == 30
    assert symptoms.lasted(symptoms.course(case, S.DRYNESS)) == 0


def test_the_pictorial_chart_counts_pads_tampons_clots_and_flooding() -> None:
    def used(kind: ProductKind, soaked: Soaked | None, count: int) -> Product:
        return Product(kind=kind, soaked=soaked, count=count)

    products = (
        used(ProductKind.PAD, Soaked.FULL, 2),
        used(ProductKind.PAD, Soaked.MEDIUM, 1),
        used(ProductKind.TAMPON, Soaked.FULL, 3),
        used(ProductKind.LINER, Soaked.LIGHT, 4),
        used(ProductKind.CUP, Soaked.FULL, 9),
        used(ProductKind.PAD, None, 9),
    )
    day = entry(0, S.FLOODING, bleeding=blood("heavy", products=products, clots=Clots.LARGE))
    small = entry(1, bleeding=blood("heavy", clots=Clots.SMALL))
    assert pbac_score([day, small, entry(2)]) == 40 + 5 + 30 + 4 + 5 + 5 + 1


def test_every_danger_sign_has_a_plain_label() -> None:
    assert set(LABELS) == set(DANGER_SIGNS)
    assert len(set(LABELS.values())) == len(LABELS)


def test_the_signs_that_are_asked_fit_the_body_the_source_and_pregnancy() -> None:
    body = (Organ.PENIS, Organ.PROSTATE, Organ.TESTES)
    male = set(to_ask(Profile(organs=body), BleedingSource.RECTAL))
    female = set(to_ask(told().profile, BleedingSource.VAGINAL, pregnant=True))
    unknown = set(to_ask(Profile()))
    assert S.PENILE_BRUISE_OR_BEND in male - female
    assert S.RED_TOILET_WATER in male - female
    assert {S.FLOODING, S.LESS_FETAL_MOVEMENT} <= female - male
    assert {S.FLOODING, S.PENILE_BRUISE_OR_BEND} <= unknown
    assert S.LESS_FETAL_MOVEMENT not in unknown
    assert {S.FAINT, S.SHOULDER_TIP_PAIN, S.BREATHLESS} <= male & female & unknown
    unsure = Profile(organs=body, organs_unsure=(Organ.VAGINA,))
    assert S.FLOODING in to_ask(unsure)


def test_the_danger_signs_are_there_without_loading_the_rules() -> None:
    script = (
        "import sys, diary.alerts.danger_signs;"
        "print([m for m in sys.modules if m.startswith('diary.alerts.')])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['diary.alerts.danger_signs']"


def test_a_period_bleed_called_so_is_no_bleed_after_sex() -> None:
    case = case_of(told(pcb(0, of={"period": Answer.YES})))
    assert case.all_after_sex == ()
