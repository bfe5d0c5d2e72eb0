"""A check by a clinician is noted, with what it was about and what was planned."""

from collections.abc import Callable
from datetime import date, timedelta

from running import OpenTerminal, RunDiary

from diary.model import History
from diary.model.background_words import Visit

TODAY = date.today()  # noqa: DTZ011 - the local day, as the program sees it


def test_a_visit_by_options(diary: RunDiary, recorded: Callable[[], History]) -> None:
    given = ("--outcome", "referred", "--about", "bleeding_after_sex", "--next", "2099-01-31")
    ran = diary("visit", *given, "--on", "yesterday")
    assert ran.status == 0, ran.err
    (fact,) = recorded().background
    assert (fact.what, fact.start) == (Visit.REFERRED, TODAY - timedelta(days=1))
    assert fact.about == ("bleeding_after_sex",)
    assert fact.next_due == date(2099, 1, 31)


def test_a_visit_at_prompts(terminal: OpenTerminal, recorded: Callable[[], History]) -> None:
    screen = terminal("visit")
    screen.answers("What came of the visit?", "1").answers("What was it about?", "1 6")
    screen.answers("When was it?").answers("next appointment", "tomorrow").sees(
        "or only Enter for none"
    )
    screen.types("")
    assert screen.sees("Noted:").ends() == 0
    (fact,) = recorded().background
    assert (fact.what, fact.start) == (Visit.CHECKED_NORMAL, TODAY)
    assert fact.about == ("bleeding_after_sex", "pain")
    assert fact.next_due is None


def test_without_a_terminal_the_outcome_is_needed(
    diary: RunDiary, recorded: Callable[[], History]
) -> None:
    ran = diary("visit", "--about", "pain")
    assert ran.status == 2
    assert "checked_normal" in ran.err
    assert recorded().background == ()


def test_a_referral_is_shown_with_its_date(diary: RunDiary) -> None:
    diary("visit", "--outcome", "referred", "--on", "yesterday", "--next", "2099-01-31")
    assert "Your next appointment, as you noted it: Saturday 2099-01-31." in diary("alerts").out


def test_a_check_turns_a_routine_alert_into_a_note(diary: RunDiary) -> None:
    for back in ("40 days ago", "20 days ago"):
        diary(
            *("log", "--on", back, "--sex", "vaginal", "--bleeding", "spotting", "--period", "no"),
            *("--source", "vaginal", "--after-sex", "--stopped"),
        )
    assert "BOOK" in diary("alerts").out
    diary("visit", "--outcome", "plan_agreed", "--about", "bleeding_after_sex")
    assert "BOOK" not in diary("alerts").out
