"""More or less often: only where chance does not explain it, and with its counts otherwise."""

from dataclasses import replace

import pytest
from made_up import after_sex, day, sex

from diary.model import Entry, History, Pain
from diary.model.vocabulary import PainSite, Severity
from diary_reports.content import compose

AS_OF = day("2026-11-21")


def history(pattern: str) -> History:
    """Make a time of sex a week from 5 January 2026 on: "x" bled, "." did not."""
    days = [day("2026-01-05").toordinal() + 7 * week for week in range(len(pattern))]
    dates = [f"{AS_OF.fromordinal(number)}" for number in days]
    made = {"x": after_sex, ".": sex}
    return History(entries=tuple(made[mark](on) for mark, on in zip(pattern, dates, strict=True)))


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (".......xxxxxx..", ", more often since February 2026"),
        ("xxxxxx..........", ", less often since February 2026"),
        ("...............xxxxxxxxx", ", more often since April 2026"),
        ("..x..x........xxxxxxxx......", ", more often since April 2026"),
        (".x....x.x.x.x.x.", ""),
        ("...x..xx.x.xx..", ""),
        ("....xxx", ""),
    ],
)
def test_a_change_is_told_where_the_halves_differ_by_more_than_chance_and_when_it_began(
    pattern: str, told: str
) -> None:
    """0 of 7 against 6 of 8: p = 0.007; 2 of 7 against 4 of 8: p = 0.61 (scipy, fisher_exact).

    The later half of 24 times begins in March; the first to bleed is the sixteenth, on 20 April.
    """
    opening = compose(history(pattern), AS_OF).opening
    assert f"since 5 January 2026{told}" in opening
    assert ("often" in opening) is bool(told)


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("...x..xx.x.xx..", "2 of 7 to 16 Feb 2026, then 4 of 8"),
        (".......xxxxxx..", "0 of 7 to 16 Feb 2026, then 6 of 8"),
    ],
)
def test_the_counts_of_both_halves_stand_whether_a_change_is_told_or_not(
    pattern: str, told: str
) -> None:
    content = compose(history(pattern), AS_OF)
    (often,) = (line.text for line in content.summary if line.label == "How often")
    assert often.endswith(told)


def with_pain(on: str, pain: Pain | None) -> Entry:
    """Make a bleed after sex with this pain."""
    return replace(after_sex(on), pain=pain)


@pytest.mark.parametrize(
    ("pains", "told"),
    [
        ((Pain(score=5, site=PainSite.DEEP_PELVIC), None), "; deep pain 5 of 10 on one of them;"),
        (
            (Pain(score=3, site=PainSite.VAGINAL_ENTRANCE),) * 2,
            "; pain at the entrance 3 of 10 on both;",
        ),
        (
            (Pain(score=3, site=PainSite.VAGINAL_ENTRANCE), Pain(score=6, site=PainSite.VULVA)),
            "; pain 3 to 6 of 10 on both;",
        ),
        ((Pain(severity=Severity.SEVERE), None), "; pain severe on one of them;"),
        ((Pain(score=0), None), "of 2"),
        ((Pain(score=4, with_sex=False), None), "of 2"),
    ],
)
def test_the_pain_of_the_times_that_bled_stands_in_the_sentence(
    pains: tuple[Pain | None, Pain | None], told: str
) -> None:
    days = ("2026-10-01", "2026-10-09")
    entries = tuple(with_pain(on, pain) for on, pain in zip(days, pains, strict=True))
    opening = compose(History(entries=entries), AS_OF).opening
    assert told in opening
    assert ("pain" in opening) is told.startswith(";")
