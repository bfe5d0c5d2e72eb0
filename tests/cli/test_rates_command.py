"""`diary rates`: what was counted, for a person and as JSON for another program."""

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_up import after_sex, day, sex
from made_up_cycles import bled, diary
from running import PASSPHRASE, OpenTerminal, RunDiary
from scipy.stats import beta

from diary import vault
from diary.interchange.identity import with_ids
from diary.model import Bleeding, Entry, Fact, History, Pain, Sex
from diary.model.background_words import Contraception
from diary.model.vocabulary import BleedingSource, DatePrecision, Timing

Fill = Callable[[History], None]

HALF_A_YEAR = ("--since", "2024-01-01", "--until", "2024-06-30")
DRAWN = re.compile(r"[─│┃━╭╮\x1b]")


@pytest.fixture
def fill(home: Path) -> Fill:
    """Return a way to put a made-up history into the diary."""

    def write(history: History) -> None:
        made_up = History(
            profile=history.profile,
            background=with_ids(history.background),
            entries=with_ids(history.entries),
        )
        with vault.opened(home, PASSPHRASE) as opened:
            opened.write("import", vault.all_new(made_up), dt.datetime.now(dt.UTC))

    return write


def lubricated(entry: Entry, used: str) -> Entry:
    assert entry.sex is not None
    answer = {"yes": True, "no": False}.get(used)
    return replace(entry, sex=replace(entry.sex, lubricant=answer))


def half_a_year() -> History:
    """4 of 6 without lubricant, 1 of 8 with it, 0 of 1 unsaid; one more time is not known."""
    felt = replace(after_sex("2024-01-01"), pain=Pain(score=3))
    not_known = Entry(
        date=day("2024-06-20"),
        sex=Sex(),
        bleeding=Bleeding(source=BleedingSource.VAGINAL, timing=Timing.UNKNOWN),
    )
    return diary(
        lubricated(felt, "no"),
        *(lubricated(after_sex(f"2024-01-{n}"), "no") for n in (10, 15, 20)),
        *(lubricated(sex(f"2024-02-{n}"), "no") for n in (10, 20)),
        lubricated(after_sex("2024-03-10"), "yes"),
        *(lubricated(sex(f"2024-05-{n}"), "yes") for n in range(10, 17)),
        sex("2024-06-10", kind="oral"),
        not_known,
        facts=[Fact(what=Contraception.COPPER_IUD, start=day("2024-03-01"))],
    )


def in_words(text: str) -> str:
    return " ".join(text.split())


def without_bold(shown: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", shown)


def test_a_person_reads_every_count_with_what_it_is_of(diary: RunDiary, fill: Fill) -> None:
    fill(half_a_year())
    ran = diary("rates", *HALF_A_YEAR)
    assert ran.status == 0, ran.err
    said = in_words(ran.out)
    assert said.startswith("Blood from the vagina after sex, 2024-01-01 to 2024-06-30")
    low, high = (round(100 * end) for end in beta.interval(0.95, 5.5, 10.5))
    assert (
        f"Bled after 5 of 15 times. That is 33 %. The true share likely lies between {low}" in said
    )
    assert f"and {high} % (95 % interval)" in said
    assert "Not known for 1 more time: counted neither as yes nor as no." in said
    assert "vaginal sex 5 of 14 36 %" in said
    assert "without lubricant 4 of 6" in said
    assert "with lubricant 1 of 8" in said
    assert "not written down 0 of 1, 1 not known" in said
    assert "2024-03-01, contraception: coil with copper." in said
    assert "Bled after, in the 60 days before: 4 of 6. In the 60 days after: 1 of 1." in said
    assert "The 5 bleeds after sex" in said
    assert "How much: a few drops 5 times." in said
    assert "Pain then: 3 of 10, 1 time; not written down 4 times." in said
    assert "Entries on 16 of 182 days." in said
    assert "Longest time without an entry: 60 days, 2024-03-11 to 2024-05-09." in said


def test_chance_is_said_and_a_cause_never(diary: RunDiary, fill: Fill) -> None:
    """4 of 6 against 1 of 8 has p = 0.09; the change has too few times to say anything."""
    fill(half_a_year())
    said = in_words(diary("rates", *HALF_A_YEAR).out)
    lubricant, change = said.split("With and without lubricant")[1].split("Before and after")
    assert "A difference this large comes up by chance now and then." in lubricant
    assert "That is too little to tell a difference from chance." in change
    assert "because" not in said
    assert "caus" not in said.replace("They name no cause", "")


def test_without_a_terminal_there_is_no_drawing(diary: RunDiary, fill: Fill) -> None:
    fill(half_a_year())
    out = diary("rates", *HALF_A_YEAR).out
    assert out.isascii()
    assert not DRAWN.search(out)
    assert "\n2024-01  4 of 4\n" in out
    assert "\n2024-04  no time noted\n" in out
    assert "\n2024-06  0 of 1, 1 not known\n" in out


@pytest.mark.parametrize("columns", [40, 80])
def test_in_a_terminal_every_time_is_a_mark(
    terminal: OpenTerminal, fill: Fill, columns: int
) -> None:
    fill(half_a_year())
    screen = terminal("rates", *HALF_A_YEAR, columns=columns)
    assert screen.ends() == 0
    shown = without_bold(screen.shown)
    assert max(map(len, shown.splitlines())) <= columns
    assert "# bled after" in in_words(shown)
    assert re.search(r"^2024-01  ####     +4 of 4$", shown, re.MULTILINE)
    assert re.search(r"^2024-02  \.\.  +0 of 2$", shown, re.MULTILINE)
    assert re.search(r"^2024-05  \.{7}  0 of 7$", shown, re.MULTILINE)
    assert re.search(r"^2024-06  \.\?  +0 of 1, 1 not known$", shown, re.MULTILINE)


def test_more_marks_than_fit_go_on_in_the_next_line(terminal: OpenTerminal, fill: Fill) -> None:
    fill(diary(*(sex(f"2024-01-{n:02}") for n in range(1, 31))))
    screen = terminal("rates", "--since", "2024-01-01", "--until", "2024-01-31", columns=40)
    assert screen.ends() == 0
    lines = without_bold(screen.shown).splitlines()
    assert sum(line.count(".") for line in lines if ".." in line) == 30
    assert sum(".." in line for line in lines) == 2
    assert all(len(line) <= 40 for line in lines)


def test_under_five_times_there_is_no_percentage(diary: RunDiary, fill: Fill) -> None:
    fill(History(entries=(after_sex("2024-01-01"), sex("2024-01-05"))))
    said = in_words(diary("rates").out)
    assert "Bled after 1 of 2 times. That is too few for a percentage" in said
    assert "%" not in said


def test_where_no_answer_is_known_none_is_made_up(diary: RunDiary, fill: Fill) -> None:
    fill(diary_of_unknown())
    said = in_words(diary("rates").out)
    assert "Whether bleeding followed is not known for any of the 2 times." in said
    assert " 0 of" not in said.split("By kind")[1].split("How much")[0]


def diary_of_unknown() -> History:
    return History(
        entries=tuple(replace(sex(f"2024-01-{n}"), origin="another program") for n in (10, 20))
    )


def test_with_nothing_to_count_it_says_so(diary: RunDiary, fill: Fill) -> None:
    assert "Nothing is written down in these days." in diary("rates").out
    fill(History(entries=(Entry(date=day("2024-01-01"), no_sex=True),)))
    said = in_words(diary("rates").out)
    assert "No time of sex is written down in these days, so there is nothing to count." in said
    assert "Times of sex: 0." in said
    assert "diary alerts" in said


def test_without_a_diary_it_says_how_to_begin(diary_in: RunDiary) -> None:
    ran = diary_in("rates")
    assert ran.status == 4
    assert '"diary init" makes one' in ran.err


def test_blood_from_elsewhere_is_named_and_can_be_asked_about(diary: RunDiary, fill: Fill) -> None:
    anal = (bled(f"2024-02-0{n}", source="rectal", timing="after_sex", sex=True) for n in (1, 5))
    fill(History(entries=(*half_a_year().entries, *anal)))
    assert "Blood from the bottom: after 2 of 18 times." in in_words(diary("rates").out)
    asked = in_words(diary("rates", "--source", "rectal").out)
    assert asked.startswith("Blood from the bottom after sex,")
    assert "Bled after 2 of 18 times." in asked
    assert "Blood from the vagina: after 5 of 17 times." in asked
    wrong = diary("rates", "--source", "nose")
    assert wrong.status == 2
    assert "'vaginal'" in wrong.err


def test_only_the_days_asked_for_are_counted(diary: RunDiary, fill: Fill) -> None:
    fill(half_a_year())
    said = in_words(diary("rates", "--since", "2024-02-01", "--until", "2024-03-31").out)
    assert "Bled after 1 of 3 times." in said
    wrong = diary("rates", "--since", "2024-03-01", "--until", "2024-02-01")
    assert wrong.status == 5
    assert wrong.err == "Error: the first day is after the last day; give an earlier --since\n"


def test_of_a_long_diary_the_latest_months_are_shown(diary: RunDiary, fill: Fill) -> None:
    today = dt.date.today()  # noqa: DTZ011 - the local day, as the program sees it
    vague = Entry(date=day("2023-06-01"), date_precision=DatePrecision.YEAR, sex=Sex())
    fill(History(entries=(sex("2023-01-10"), vague)))
    out = diary("rates").out
    months = re.findall(r"^(\d{4}-\d\d)  ", out, re.MULTILINE)
    assert len(months) == 13
    assert months[-1] == f"{today:%Y-%m}"
    left = (today.year - 2023) * 12 + today.month - 13
    assert f'{left} earlier months are not shown: "--since DAY" shows more.' in in_words(out)
    assert "In no month, as the day is not known: 1 time." in in_words(out)


def interval(times: int, of: int) -> tuple[Any, Any]:
    """Return the ends of the interval by scipy."""
    if of == 0:
        return None, None
    low, high = beta.interval(0.95, times + 0.5, of - times + 0.5)
    return pytest.approx(low if times else 0), pytest.approx(high if times < of else 1)


def counts(bled: int, of: int, unknown: int = 0) -> dict[str, Any]:
    low, high = interval(bled, of)
    return {"bled": bled, "of": of, "unknown": unknown, "low": low, "high": high}


TOO_LITTLE = {"chance": "too_little", "p": None, "p_adjusted": None}
NOTHING = {"recorded": 0, "least": None, "most": None}


def test_the_json_has_a_form_that_does_not_change(diary: RunDiary, fill: Fill) -> None:
    fill(half_a_year())
    ran = diary("rates", *HALF_A_YEAR, "--json")
    assert ran.status == 0, ran.err
    by_chance = pytest.approx(182 / 2002)
    assert json.loads(ran.out) == {
        "version": 1,
        "as_of": f"{dt.date.today()}",  # noqa: DTZ011 - the local day
        "first_day": "2024-01-01",
        "last_day": "2024-06-30",
        "source": "vaginal",
        "rate": counts(5, 15, 1),
        "other_sources": [],
        "kinds": [
            {"kinds": ["vaginal"], "rate": counts(5, 14)},
            {"kinds": ["oral"], "rate": counts(0, 1)},
            {"kinds": [], "rate": counts(0, 0, 1)},
        ],
        "lubricant": {
            "used": counts(1, 8),
            "not_used": counts(4, 6),
            "not_known": counts(0, 1, 1),
            "compared": {"chance": "sometimes", "p": by_chance, "p_adjusted": by_chance},
        },
        "condom": {
            "used": counts(0, 0),
            "not_used": counts(0, 0),
            "not_known": counts(5, 15, 1),
            "compared": TOO_LITTLE,
        },
        "changes": [
            {
                "day": "2024-03-01",
                "what": [{"kind": "contraception", "what": "copper_iud"}],
                "days": 60,
                "before": counts(4, 6),
                "after": counts(1, 1),
                "also": [],
                "compared": TOO_LITTLE,
            }
        ],
        "bleeds": {
            "count": 5,
            "during_sex": 0,
            "hours_until": NOTHING,
            "hours_long": NOTHING,
            "next_day": 0,
            "amounts": {"spotting": 5},
            "pain": {"recorded": 1, "least": 3, "most": 3},
            "pain_in_words": {},
        },
        "months": [
            {"month": "2024-01", "rate": counts(4, 4)},
            {"month": "2024-02", "rate": counts(0, 2)},
            {"month": "2024-03", "rate": counts(1, 1)},
            {"month": "2024-04", "rate": counts(0, 0)},
            {"month": "2024-05", "rate": counts(0, 7)},
            {"month": "2024-06", "rate": counts(0, 1, 1)},
        ],
        "recorded": {
            "days_with_entry": 16,
            "days": 182,
            "times": 16,
            "longest_gap": 60,
            "gap_start": "2024-03-11",
            "gap_end": "2024-05-09",
        },
    }


def test_the_json_of_an_empty_diary_has_nulls_and_no_numbers(diary: RunDiary) -> None:
    found = json.loads(diary("rates", "--json").out)
    assert (found["first_day"], found["source"], found["months"]) == (None, None, [])
    assert found["rate"] == counts(0, 0)
