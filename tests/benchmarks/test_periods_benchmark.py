"""The benchmark of messy logs knows the truth, and finds a clean log whole."""

from benchmarks.periods import ALL, CYCLES, Mess, count


def test_in_a_clean_log_every_period_is_found_on_its_day_and_none_is_invented() -> None:
    found = count(Mess(name="clean"), people=15)
    assert found.true == 15 * CYCLES
    assert (found.exact, found.missed, found.invented) == (found.true, 0, 0)


def test_a_day_that_is_missing_is_counted_as_one_day_off() -> None:
    found = count(Mess(name="missing", missing=0.3), people=15)
    assert found.exact < found.within_1 < found.true


def test_all_the_mess_together_hides_few_periods() -> None:
    found = count(ALL, people=15)
    assert found.missed + found.invented < found.true / 20
