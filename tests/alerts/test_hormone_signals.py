"""The questions about courses of hormones, planned bleeds and the menopause, each by itself."""

import pytest
from alert_rows import (
    FEMALE,
    TODAY,
    a_period,
    ago,
    between,
    blood,
    born,
    entry,
    fact,
    pain,
    pcb,
    told,
)
from made_up_menopause import AFTER, normal, year_without

from diary.alerts.case import Case
from diary.alerts.signals.courses import course, last_end
from diary.alerts.signals.hrt import (
    hrt_explains,
    hrt_on,
    low_progestogen_for,
    oestrogen_alone_for,
)
from diary.alerts.signals.menopause import (
    bleeding_after_menopause,
    check_after,
    check_before,
    has_no_ovaries,
    is_after_menopause,
)
from diary.alerts.signals.methods import in_use_since, interacting_medicine, lapses, sex_to_cover
from diary.alerts.signals.planned import is_planned
from diary.alerts.signals.vaginal_blood import (
    bleeding_days,
    is_heavy,
    is_light,
    is_painless,
    runs,
)
from diary.model import Entry, Fact, History, Symptom
from diary.model.background_words import Contraception, Hrt, Medication, Procedure
from diary.model.vocabulary import Amount, Answer, MenstrualStatus, Organ

TIBOLONE = fact(Hrt.TIBOLONE, 40)


def case(*records: Entry | Fact | tuple[Entry, ...], **profile: object) -> Case:
    return Case.on(told(*records, **profile), TODAY)


class TestRuns:
    def test_one_dry_day_is_inside_and_two_end_it(self) -> None:
        assert [run.start for run in runs(case(between(9), between(7), between(4)))] == [
            ago(9),
            ago(4),
        ]

    def test_blood_after_sex_and_a_stain_belong_to_it(self) -> None:
        stain = entry(5, Symptom.DISCHARGE_BLOODSTAINED)
        (run,) = runs(case(between(7), pcb(6), stain))
        assert (run.length, run.is_after_sex, run.amount) == (3, False, Amount.SPOTTING)

    def test_what_goes_on_after_sex_is_after_sex(self) -> None:
        (run,) = runs(case(pcb(6)))
        assert run.is_after_sex

    def test_an_entry_with_its_hours_counts_for_as_many_days(self) -> None:
        (run,) = runs(case(entry(5, bleeding=blood(duration_hours=73))))
        assert run.length == 4

    def test_what_is_older_than_two_years_is_left_out(self) -> None:
        found = runs(case(between(740), between(730)))
        assert [run.start for run in found] == [ago(730)]

    @pytest.mark.parametrize(
        ("amount", "light", "heavy"),
        [("spotting", 1, 0), ("light", 1, 0), ("medium", 0, 0), ("heavy", 0, 1), (None, 0, 0)],
    )
    def test_it_is_light_or_heavy_as_recorded(
        self, amount: str | None, light: int, heavy: int
    ) -> None:
        (run,) = runs(case(entry(5, bleeding=blood(amount))))
        assert (is_light(run), is_heavy(run)) == (bool(light), bool(heavy))

    def test_pain_of_its_days_counts_above_mild(self) -> None:
        for score, painless in ((3, True), (4, False)):
            known = case(between(5), entry(5, pain=pain(score)))
            (run,) = runs(known)
            assert is_painless(known, run) is painless

    def test_days_with_blood_are_counted_once_inside_the_window(self) -> None:
        found = runs(case(between(28, 2), pcb(5), between(5)))
        assert bleeding_days(found, until=ago(5), days=23) == 2
        assert bleeding_days(found, until=ago(5), days=24) == 3


class TestCourses:
    def test_it_begins_with_its_first_fact_and_changes_with_its_last(self) -> None:
        first = fact(Hrt.SEQUENTIAL, 400, end=ago(41))
        found = course(case(first, TIBOLONE), *Hrt, on=TODAY)
        assert found is not None
        assert (found.started, found.changed) == (ago(400), ago(40))

    @pytest.mark.parametrize(("end", "started"), [(68, 400), (69, 40)])
    def test_a_break_of_more_than_28_days_begins_a_new_one(self, end: int, started: int) -> None:
        first = fact(Hrt.SEQUENTIAL, 400, end=ago(end))
        found = course(case(first, TIBOLONE), *Hrt, on=TODAY)
        assert found is not None
        assert found.started == ago(started)

    def test_of_unknown_start_it_has_none(self) -> None:
        found = course(case(fact(Hrt.TIBOLONE)), *Hrt, on=TODAY)
        assert found is not None
        assert (found.started, found.changed) == (None, None)
        assert not found.started_within(10_000, TODAY)

    def test_after_its_end_there_is_none_and_the_end_is_known(self) -> None:
        ended = fact(Hrt.TIBOLONE, 400, end=ago(40))
        known = case(ended)
        assert course(known, *Hrt, on=ago(39)) is None
        assert last_end(known, *Hrt, before=ago(39)) == ended
        assert last_end(known, *Hrt, before=ago(40)) is None


class TestPlannedBleeds:
    @pytest.mark.parametrize(
        ("amount", "said", "planned"),
        [
            ("light", Answer.YES, True),
            ("medium", Answer.NO, False),
            ("medium", None, True),
            ("medium", Answer.UNSURE, True),
            ("light", None, False),
            ("spotting", None, False),
        ],
    )
    def test_the_word_comes_first_and_then_the_amount(
        self, amount: str, said: Answer | None, *, planned: bool
    ) -> None:
        bleed = entry(5, bleeding=blood(amount, period=said))
        known = case(bleed, fact(Contraception.COMBINED_PILL, 400))
        assert is_planned(known, runs(known)[0]) is planned

    @pytest.mark.parametrize(("apart", "planned"), [(23, 0), (24, 1), (32, 1), (33, 0)])
    def test_a_light_one_is_planned_a_month_from_another(self, apart: int, planned: int) -> None:
        bleeds = [entry(day, bleeding=blood("light")) for day in (5 + apart, 5)]
        known = case(*bleeds, fact(Hrt.SEQUENTIAL, 400))
        assert is_planned(known, runs(known)[1]) is bool(planned)

    @pytest.mark.parametrize(("ended", "planned"), [(12, True), (13, False)])
    def test_it_still_comes_in_the_week_after_stopping(self, ended: int, *, planned: bool) -> None:
        known = case(a_period(5), fact(Contraception.RING, 400, end=ago(ended)))
        assert is_planned(known, runs(known)[0]) is planned

    def test_other_methods_plan_none(self) -> None:
        known = case(a_period(5), fact(Contraception.IMPLANT, 400))
        assert not is_planned(known, runs(known)[0])


class TestMenopause:
    @pytest.mark.parametrize(
        ("history", "after"),
        [
            (told(**AFTER), True),
            (told(**born(54)), False),
            (told(**born(55)), True),
            (told(**born(55), menstrual_status=MenstrualStatus.MENSTRUATING), False),
            (told(TIBOLONE, **born(60)), False),
            (told(**born(60), last_period_start=ago(365)), False),
            (told(**born(60), last_period_start=ago(366)), True),
            (told(birth_year=None), False),
            (told(organs=FEMALE[:3]), True),
            (told(organs=(Organ.NEOVAGINA, Organ.PROSTATE)), False),
            (told(organs=(Organ.PENIS, Organ.TESTES)), False),
        ],
    )
    def test_who_is_after_it(self, history: History, *, after: bool) -> None:
        assert is_after_menopause(Case.on(history, TODAY)) is after

    def test_without_ovaries_on_testosterone_it_is_not_the_ovaries_that_tell(self) -> None:
        removed = fact(Procedure.OOPHORECTOMY, 300)
        assert has_no_ovaries(case(removed))
        assert not has_no_ovaries(case(removed, fact(Medication.TESTOSTERONE, 900)))

    def test_from_45_all_that_follows_counts_and_under_45_the_first(self) -> None:
        bleeds = (*a_period(100, 3), *a_period(5, 3))
        for age, starts in ((45, [ago(100), ago(5)]), (44, [ago(100)])):
            known = case(bleeds, **year_without(900, age))
            found = bleeding_after_menopause(known, no_period_days=365)
            assert [run.start for run in found] == starts

    def test_a_check_counts_after_earlier_bleeding_or_by_its_name(self) -> None:
        known = case(between(200), normal(100), between(5), **AFTER)
        first, second = runs(known)
        assert check_before(known, second, (first, second)) == normal(100)
        assert check_before(known, first, (first, second)) is None
        assert check_after(known, first) == normal(100)
        assert check_after(known, second) is None


class TestHrt:
    def test_a_hormonal_iud_fitted_during_it_is_a_change(self) -> None:
        known = case(fact(Hrt.OESTROGEN_ONLY, 400), fact(Contraception.HORMONAL_IUD, 40))
        found = hrt_on(known, TODAY)
        assert found is not None
        assert (found.started, found.changed) == (ago(400), ago(40))

    def test_vaginal_oestrogen_is_none(self) -> None:
        assert hrt_on(case(fact(Hrt.VAGINAL_OESTROGEN, 40)), TODAY) is None

    @pytest.mark.parametrize(("ended", "explains"), [(32, True), (33, False)])
    def test_it_explains_bleeding_until_four_weeks_after(
        self, ended: int, *, explains: bool
    ) -> None:
        known = case(between(5), fact(Hrt.TIBOLONE, 400, end=ago(ended)))
        assert hrt_explains(known, runs(known)[0], stop_days=28) is explains

    def test_oestrogen_with_a_hormonal_iud_is_not_alone(self) -> None:
        alone = fact(Hrt.OESTROGEN_ONLY, 100)
        assert oestrogen_alone_for(case(alone), TODAY) == 100
        assert oestrogen_alone_for(case(alone, fact(Contraception.HORMONAL_IUD)), TODAY) is None

    def test_low_progestogen_counts_from_its_start(self) -> None:
        assert low_progestogen_for(case(fact(Hrt.OTHER, 100, low_progestogen=True)), TODAY) == 100
        assert low_progestogen_for(case(fact(Hrt.OTHER, 100)), TODAY) is None


class TestMethods:
    def test_the_newest_method_counts_and_injections_are_one(self) -> None:
        shots = [fact(Contraception.INJECTION, days) for days in (200, 110, 20)]
        assert in_use_since(case(*shots), TODAY) == ago(200)
        pill = fact(Contraception.PROGESTOGEN_PILL, 30)
        assert in_use_since(case(*shots, pill), TODAY) == ago(30)
        assert in_use_since(case(fact(Contraception.IMPLANT)), TODAY) is None
        assert in_use_since(case(fact(Contraception.HORMONAL_IUD, 30)), TODAY) is None

    def test_one_missed_combined_pill_is_no_lapse(self) -> None:
        pill = fact(Contraception.COMBINED_PILL, 400)
        missed = [entry(day, missed_pill_count=day) for day in (1, 2)]
        assert lapses(case(pill, *missed), 10) == (missed[1],)

    def test_some_medicines_weaken_some_methods(self) -> None:
        inducer = fact(Medication.ENZYME_INDUCER, 40)
        implant, injection = (
            fact(what, 400) for what in (Contraception.IMPLANT, Contraception.INJECTION)
        )
        assert interacting_medicine(case(implant, inducer), TODAY) == (inducer,)
        assert interacting_medicine(case(injection, inducer), TODAY) == ()

    def test_sex_of_unknown_protection_is_not_covered(self) -> None:
        with_blood = pcb(2)
        assert sex_to_cover(case(with_blood), 5) == (with_blood,)
        assert sex_to_cover(case(with_blood), 1) == ()
        assert sex_to_cover(case(with_blood, organs=(Organ.VAGINA,)), 5) == ()

    def test_a_coil_fitted_since_covers_it(self) -> None:
        coil = fact(Contraception.COPPER_IUD, 1)
        assert sex_to_cover(case(pcb(2), coil), 5) == ()
