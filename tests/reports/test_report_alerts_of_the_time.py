"""The alerts of the whole time: what stood on an earlier day is told with its days."""

import re
from dataclasses import replace
from typing import cast

from made_up import after_sex, day, period, sex

from diary.alerts import Urgency, assess
from diary.alerts.sources import DESIGN
from diary.model import Bleeding, Entry, Fact, History, Pain, Profile, Symptom
from diary.model.background_words import Medication, Pregnancy, Screening, Visit
from diary.model.vocabulary import BleedingSource, MenstrualStatus, PainSite, Timing
from diary_reports.asked_days import MOST
from diary_reports.content import compose
from diary_reports.first_page import label_of, leading, with_days
from diary_reports.later_pages import OUR_CHOICE, later_pages
from diary_reports.values import Content

AS_OF = day("2026-11-21")
BELLY_PAIN = Pain(score=5, site=PainSite.LOWER_BELLY)
AFTER = "2026-11-01"
CELL = r"(.+) \[(.*)\]( \*)?$"


def faint_on(on: str) -> Entry:
    """Make a day of bleeding with fainting, an emergency."""
    bleeding = Bleeding(source=BleedingSource.VAGINAL, timing=Timing.NOT_AFTER_SEX)
    return Entry(date=day(on), bleeding=bleeding, symptoms=(Symptom.FAINT,))


def urgencies(content: Content) -> set[Urgency]:
    """Return the urgencies of the alerts that no longer stand."""
    return {notice.urgency for notice in content.earlier}


def test_an_emergency_of_months_ago_is_told_with_the_day_on_which_it_stood() -> None:
    """It stands through the next day; an entry four weeks later says that it is over."""
    entries = (faint_on("2026-03-02"), sex("2026-03-03"), sex("2026-04-10"), sex("2026-06-01"))
    content = compose(History(entries=entries), AS_OF)
    assert Urgency.EMERGENCY not in {notice.urgency for notice in content.notices}
    (emergency, *_) = content.earlier
    assert emergency.urgency is Urgency.EMERGENCY
    assert emergency.stood[0][0] == day("2026-03-02")
    assert emergency.stood[-1][1] <= day("2026-03-03")
    assert emergency.days == (day("2026-03-02"),)
    assert emergency.sources


def test_an_alert_that_a_visit_settled_is_told_among_the_earlier_ones() -> None:
    entries = (after_sex("2026-03-01"), after_sex("2026-03-20"), sex("2026-09-01"))
    visit = Fact(what=Visit.TREATED, start=day("2026-04-01"))
    content = compose(History(entries=entries, background=(visit,)), AS_OF)
    raised = {alert.rule for alert in assess(History(entries=entries), day("2026-03-20")).alerts}
    assert raised
    assert raised & {notice.rule for notice in content.earlier}


def test_what_stands_now_is_no_earlier_alert_and_says_since_when(recurrent: History) -> None:
    content = compose(recurrent, AS_OF)
    now = {(notice.rule, notice.urgency) for notice in content.notices}
    assert not now & {(notice.rule, notice.urgency) for notice in content.earlier}
    (strongest, *_) = content.notices
    assert strongest.stood[-1][1] == AS_OF
    rows = later_pages(content, ())["alerts"]
    assert "stands since" in str(rows)


def test_each_source_is_named_once_and_every_alert_leads_to_its_own(recurrent: History) -> None:
    content = compose(recurrent, AS_OF)
    pages = later_pages(content, ())
    told = str(pages["alert_sources"])
    assert told.endswith(OUR_CHOICE)
    named = dict(re.findall(r"\[(\d+)\] (.+?)\.(?= \[| \*)", told))
    assert len(set(named.values())) == len(named) > 1
    alerts = (*content.notices, *content.earlier)
    rows = cast("list[list[str]]", pages["alerts"])
    for alert, row in zip(alerts, rows, strict=True):
        rule, numbers, star = cast("re.Match[str]", re.match(CELL, row[-1])).groups()
        assert rule == f"{alert.rule}, version {alert.version}"
        published = [source for source in alert.sources if source != DESIGN]
        assert [named[number] for number in numbers.split(", ")] == published
        assert bool(star) is (DESIGN in alert.sources)


def test_the_date_to_be_seen_by_is_the_one_that_was_advised_first() -> None:
    """Without screening, two weeks from the second bleed; later ones do not move the date."""
    months = ("02", "03", "06", "08", "10")
    bled = [after_sex(f"2026-{month}-01") for month in months]
    dry = [sex(f"2026-{month:02}-{on}") for month in range(1, 12) for on in (10, 12, 14)]
    never = Fact(what=Screening.NEVER)
    content = compose(History(entries=(*bled, *dry), background=(never,)), AS_OF)
    (notice,) = content.notices
    assert notice.rule == "PCB-10"
    assert notice.stood == ((day("2026-03-01"), AS_OF),)
    assert notice.be_seen_by == day("2026-03-15")
    (row, *_) = cast("list[list[str]]", later_pages(content, ())["alerts"])
    assert row[1].endswith("advised to be seen by 15 Mar 2026, which has passed")


def test_a_report_that_is_cut_does_not_say_that_an_alert_began_with_it() -> None:
    """Four of four times are at least half of the times: on the day of the fourth, 1 August."""
    days = ("2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01", "2026-09-01")
    history = History(entries=tuple(after_sex(on) for on in days))
    cut = compose(history, AS_OF, since=day("2026-08-01"))
    (told,) = {with_days(cut, notice) for notice in cut.notices}
    assert told.endswith("(since 1 Aug 2026 or before)")
    row = cast("list[list[str]]", later_pages(cut, ())["alerts"])[0]
    assert row[2] == "stands since 1 Aug 2026 or before"
    whole = compose(history, AS_OF)
    assert not any("or before" in with_days(whole, notice) for notice in whole.notices)


def test_an_alert_that_another_one_says_better_is_not_told_as_if_it_had_ended() -> None:
    """Two bleeds are one that came back; four of four times are at least half of the times."""
    bled = ("2026-07-01", "2026-07-20", "2026-08-10", "2026-09-20")
    content = compose(History(entries=tuple(map(after_sex, bled))), AS_OF)
    rows = cast("list[list[str]]", later_pages(content, ())["alerts"])
    told = {row[-1].split(",")[0]: row[2] for row in rows}
    assert told["PCB-5"] == "stands since 20 Sep 2026"
    assert told["PCB-2"] == "20 Jul to 10 Aug 2026, then PCB-5 instead"


def test_what_was_urgent_and_no_longer_stands_is_on_page_one() -> None:
    entries = (faint_on("2026-03-02"), sex("2026-03-03"), sex("2026-04-10"), sex("2026-06-01"))
    content = compose(History(entries=entries), AS_OF)
    (first, *_) = leading(content, 1)
    assert first.urgency is Urgency.EMERGENCY
    assert label_of(content, first) == "Earlier, emergency"
    assert with_days(content, first).endswith("(2 to 3 Mar 2026)")


def test_only_days_of_the_report_are_asked_about() -> None:
    entries = (faint_on("2026-03-02"), sex("2026-09-01"), sex("2026-09-03"))
    content = compose(History(entries=entries), AS_OF, since=day("2026-09-01"))
    assert Urgency.EMERGENCY not in urgencies(content)
    assert content.asked_on == 3


def test_quiet_notes_of_earlier_days_and_support_are_not_listed() -> None:
    entries = (replace(after_sex("2026-03-01"), distress=9), sex("2026-09-01"))
    content = compose(History(entries=entries), AS_OF)
    assert not urgencies(content) & {Urgency.WATCH, Urgency.SUPPORT, Urgency.NONE}


def long_diary(*more: Entry) -> History:
    """Make 30 months of periods, so many days that not each is asked about."""
    months = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
    periods = [entry for month in months for entry in period(f"{month}-01")]
    history = History(entries=(*periods, *more))
    assert len({entry.date for entry in history.entries}) > MOST - 10
    return history


def test_in_a_long_diary_a_sign_in_the_middle_is_still_found() -> None:
    without = [sex(f"2025-{month:02}-{on}") for month in range(1, 6) for on in (15, 20)]
    history = long_diary(faint_on("2025-06-14"), *without)
    content = compose(history, AS_OF)
    assert content.asked_on < MOST
    assert Urgency.EMERGENCY in urgencies(content)
    assert any("between them may be missing" in sentence for sentence in content.method)


def test_a_short_diary_is_asked_about_on_every_day(recurrent: History) -> None:
    days = {entry.date for entry in recurrent.entries}
    content = compose(recurrent, AS_OF)
    assert content.asked_on == len(days) + 1
    assert any("on each day with an entry" in sentence for sentence in content.method)


def test_an_alert_that_was_more_urgent_at_times_stands_since_it_began() -> None:
    """With a blood thinner a bleed after the menopause is for the same day, then for two weeks."""
    profile = Profile(birth_year=1964, menstrual_status=MenstrualStatus.POSTMENOPAUSE)
    thinner = Fact(what=Medication.ANTICOAGULANT, start=day("2025-10-01"))
    entries = (after_sex("2026-09-30"), sex("2026-10-12"), after_sex("2026-10-29"))
    content = compose(History(profile=profile, entries=entries, background=(thinner,)), AS_OF)
    notice = next(notice for notice in content.notices if notice.rule == "PMB-1")
    assert notice.urgency is Urgency.WITHIN_TWO_WEEKS
    assert notice.since == day("2026-09-30")
    assert with_days(content, notice).endswith("(since 30 Sep 2026; same day on 29 Oct 2026)")
    row = cast("list[list[str]]", later_pages(content, ())["alerts"])[0]
    assert row[2] == "stands since 30 Sep 2026"
    assert row[1].endswith("advised to be seen by 14 Oct 2026, which has passed")


def test_an_urgent_sign_of_days_ago_is_told_as_such_and_without_two_more_weeks() -> None:
    pregnant = Fact(what=Pregnancy.ONGOING, start=day("2026-08-29"))
    early, late = after_sex("2026-11-06"), replace(after_sex("2026-11-19"), pain=BELLY_PAIN)
    content = compose(History(entries=(early, late), background=(pregnant,)), AS_OF)
    first = leading(content, 1)[0]
    assert label_of(content, first) == "Within 2 weeks"
    assert "an urgent sign, recorded on 19 Nov 2026" in with_days(content, first)
    assert first.be_seen_by is None


def test_an_urgent_alert_of_long_ago_comes_after_those_that_stand_and_one_of_late_before() -> None:
    lately = History(entries=(faint_on("2026-11-10"), after_sex("2026-11-12")))
    long_ago = History(entries=(faint_on("2026-03-02"), *map(after_sex, ("2026-10-01", AFTER))))
    visit = Fact(what=Visit.TREATED, start=day("2026-11-11"))
    first, *_ = leading(compose(replace(lately, background=(visit,)), AS_OF), 1)
    assert first.urgency is Urgency.EMERGENCY
    told = leading(compose(long_ago, AS_OF), 1)
    assert [notice.urgency for notice in told] == [Urgency.ROUTINE, Urgency.EMERGENCY]


def test_of_two_urgent_alerts_the_one_whose_rule_says_nothing_on_the_page_is_told() -> None:
    content = compose(History(entries=(faint_on("2026-03-02"), sex("2026-06-01"))), AS_OF)
    (fainted,) = (notice for notice in content.earlier if notice.urgency is Urgency.EMERGENCY)
    stands = replace(fainted, rule="PCB-2", urgency=Urgency.ROUTINE, since=AS_OF)
    lately = (day("2026-11-10"), day("2026-11-11"))
    was = replace(fainted, rule="PCB-2", urgency=Urgency.SAME_DAY, stood=(lately,))
    two = replace(content, notices=(stands,), earlier=(was, fainted))
    assert leading(two, 1) == (stands, fainted)
    stronger = replace(fainted, rule="PCB-10", urgency=Urgency.WITHIN_TWO_WEEKS)
    cut = replace(content, notices=(stronger, stands), earlier=(was,))
    assert leading(cut, 1) == (was, stronger)
