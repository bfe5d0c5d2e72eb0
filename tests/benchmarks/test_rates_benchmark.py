"""The made-up people that the coverage in docs/rates.md was measured on."""

from benchmarks.rates import clopper_pearson, lowest, whole_way


def test_what_is_counted_in_a_made_up_diary_is_what_happened() -> None:
    """`whole_way` stops where a count differs from the truth that the person was made with."""
    found = whole_way(40, seed=7)
    assert found.of == 40
    assert 30 <= found.held <= 40


def test_the_interval_of_clopper_and_pearson_never_holds_less_than_it_says() -> None:
    """So says its theory: the measure of the lowest coverage is thereby checked."""
    assert lowest(clopper_pearson, most_times=20)[0] >= 0.95
