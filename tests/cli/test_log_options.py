"""`diary log` with options alone: scripts, and people who type fast."""

import datetime as dt
from collections.abc import Callable

import pytest
from running import Ran, RunDiary

from diary.cli.log import log
from diary.cli.log.fields import FIELDS
from diary.errors import InvalidValue
from diary.model import Bleeding, Entry, History, Pain, Sex, Symptom
from diary.model.vocabulary import (
    Amount,
    BleedingSource,
    PossibleSource,
    SexKind,
    Timing,
)

Recorded = Callable[[], History]

NOW = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
YESTERDAY = dt.date.today() - dt.timedelta(days=1)  # noqa: DTZ011 - as the person's clock says


def only_entry(history: History) -> Entry:
    (entry,) = history.entries
    return entry


def refused(ran: Ran, status: int) -> str:
    """Return the one sentence that a refused run says, after checking that it says no more."""
    assert ran.status == status
    assert ran.out == ""
    assert "Traceback" not in ran.err
    (line,) = ran.err.splitlines()
    return line


def test_an_episode_is_saved_from_options_alone(diary: RunDiary, recorded: Recorded) -> None:
    ran = diary(
        *("log", "--on", "yesterday", "--at", "23:10", "--sex", "vaginal"),
        *("--bleeding", "spotting", "--source", "vaginal", "--after-sex"),
        *("--pain", "3", "--symptom", "discharge_new"),
    )
    assert (ran.status, ran.err) == (0, "")
    entry = only_entry(recorded())
    assert entry == Entry(
        id=entry.id,
        date=YESTERDAY,
        time=dt.time(23, 10),
        sex=Sex(kinds=(SexKind.VAGINAL,)),
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL, amount=Amount.SPOTTING, timing=Timing.AFTER_SEX
        ),
        pain=Pain(score=3),
        symptoms=(Symptom.DISCHARGE_NEW,),
    )


def test_the_first_line_names_the_short_id_and_the_full_day(
    diary: RunDiary, recorded: Recorded
) -> None:
    said = diary("log", "--on", "yesterday", "--at", "23:10", "--sex", "--no-bleeding").out
    first = said.splitlines()[0]
    name = str(only_entry(recorded()).id)[:4]
    weekday, month = YESTERDAY.strftime("%A"), YESTERDAY.strftime("%B")
    assert first == (
        f"Saved as {name}: {weekday} {YESTERDAY.day} {month} {YESTERDAY.year} (yesterday), 23:10."
        ' "diary undo" takes it back.'
    )


def test_sex_may_stand_alone_without_a_kind(diary: RunDiary, recorded: Recorded) -> None:
    assert diary("log", "--sex", "--no-bleeding").status == 0
    entry = only_entry(recorded())
    assert entry.sex == Sex()
    assert entry.no_bleeding is True


def test_what_is_not_given_stays_unknown(diary: RunDiary, recorded: Recorded) -> None:
    diary("log", "--bleeding", "light", "--source", "vaginal")
    assert only_entry(recorded()).bleeding == Bleeding(
        source=BleedingSource.VAGINAL, amount=Amount.LIGHT
    )


def test_a_note_comes_from_standard_input(diary: RunDiary, recorded: Recorded) -> None:
    ran = diary("log", "--pain", "2", "--note", input="Über dem Nabel,\nnach dem Laufen.\n")
    assert ran.status == 0
    assert only_entry(recorded()).note == "Über dem Nabel,\nnach dem Laufen."


def test_a_note_alone_is_enough(diary: RunDiary, recorded: Recorded) -> None:
    assert diary("log", "--note", input="slept badly").status == 0
    assert only_entry(recorded()).note == "slept badly"


def test_a_note_that_is_too_long_or_no_text_is_refused(diary: RunDiary, recorded: Recorded) -> None:
    assert "longer than 10,000" in refused(diary("log", "--note", input="x" * 10_001), 5)
    assert "longer than 10,000" in refused(diary("log", "--note", input="x" * 50_000), 5)
    assert "not text" in refused(diary("log", "--note", input=b"\xff\xfe\xfa"), 5)
    assert recorded().entries == ()


def test_an_empty_note_is_nothing_to_write_down(diary: RunDiary) -> None:
    assert "nothing to write down" in refused(diary("log", "--note", input="\n"), 2)


def test_standard_input_is_left_alone_without_the_option(
    diary: RunDiary, recorded: Recorded
) -> None:
    diary("log", "--pain", "2", input="not for the diary")
    assert only_entry(recorded()).note is None


@pytest.mark.parametrize("args", [[], ["--on", "yesterday"], ["--private"], ["--at", "00:00"]])
def test_without_a_terminal_and_with_nothing_to_say_nothing_is_asked(
    diary: RunDiary, args: list[str]
) -> None:
    assert "nothing to write down" in refused(diary("log", *args), 2)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--sex", "vaginal", "--bleeding", "spotting"], '"--source"'),
        (["--bleeding", "heavy"], '"--source"'),
        (["--after-sex"], '"--source"'),
        (["--sex", "--bleeding", "light", "--source", "vaginal"], '"--after-sex"'),
    ],
)
def test_what_would_have_to_be_guessed_is_named(
    diary: RunDiary, recorded: Recorded, args: list[str], sentence: str
) -> None:
    assert sentence in refused(diary("log", *args), 2)
    assert recorded().entries == ()


def test_a_period_is_from_the_vagina_unless_said_otherwise(
    diary: RunDiary, recorded: Recorded
) -> None:
    diary("log", "--bleeding", "medium", "--period", "yes")
    bleeding = only_entry(recorded()).bleeding
    assert bleeding is not None
    assert bleeding.source is BleedingSource.VAGINAL


def test_possible_sources_leave_the_source_unknown(diary: RunDiary, recorded: Recorded) -> None:
    diary("log", "--bleeding", "light", *("--possible-source", "partner"))
    assert only_entry(recorded()).bleeding == Bleeding(
        source=BleedingSource.UNKNOWN,
        possible_sources=(PossibleSource.PARTNER,),
        amount=Amount.LIGHT,
    )


def test_a_bleed_can_name_the_sex_that_it_followed(diary: RunDiary, recorded: Recorded) -> None:
    diary("log", "--on", "yesterday", "--sex", "vaginal")
    sex = str(only_entry(recorded()).id)
    diary(
        *("log", "--bleeding", "spotting", "--source", "vaginal"),
        *("--after-sex", "--follows", sex[:4]),
    )
    assert recorded().entries[-1].follows == sex


def test_an_id_that_is_no_recorded_sex_costs_the_link_and_nothing_else(
    diary: RunDiary, recorded: Recorded
) -> None:
    diary("log", "--on", "yesterday", "--pain", "2")
    name = str(only_entry(recorded()).id)
    ran = diary("log", "--pain", "1", "--follows", name)
    assert ran.status == 0
    said = " ".join(ran.err.split())
    assert "No sex has the id that was given" in said
    assert "--follows ID" in said
    assert recorded().entries[-1].pain == Pain(score=1)
    assert recorded().entries[-1].follows is None


def test_the_last_sex_before_can_be_named_without_its_id(
    diary: RunDiary, recorded: Recorded
) -> None:
    diary("log", "--on", "5 days ago", "--sex", "vaginal")
    diary("log", "--on", "yesterday", "--sex", "vaginal")
    latest = recorded().entries[-1].id
    diary("log", "--bleeding", "spotting", "--source", "vaginal", "--follows", "last")
    assert recorded().entries[-1].follows == latest


@pytest.mark.parametrize(
    ("args", "status", "sentence"),
    [
        (["--pain", "11"], 5, "pain is outside 0 to 10"),
        (["--pain", "a lot"], 5, "--pain: that is not a whole number"),
        (["--on", "30 february", "--sex"], 5, "there is no such day"),
        (["--on", "2/11", "--sex"], 5, "that can be two days"),
        (["--on", "tomorrow", "--sex"], 5, "has not come yet"),
        (["--on", "yesterday 9pm", "--at", "10pm", "--sex"], 5, "the time is given twice"),
        (["--at", "25:00", "--sex"], 5, "there is no such time"),
        (["--since", "someday", "--symptom", "itching"], 5, "that day is not clear"),
        (["--symptom", "discharge_nw"], 5, 'did you mean "discharge_new"?'),
        (["--symptom", "qqqqqq"], 5, '"diary log --words" lists all'),
        (["--bleeding", "qqqqqq"], 5, "spotting, light, medium, heavy, unspecified"),
        (["--temperature", "hot"], 5, "write it like 38.2"),
        (["--temperature", "60"], 5, "temperature is outside 30 to 45"),
        (["--product", "pad"], 5, "write it like pad:3"),
        (["--product", "pad:0"], 5, "outside 1 to 100"),
        (["--sex", "--no-sex"], 5, "cannot say both sex and no sex"),
        (
            ["--bleeding", "light", "--source", "vaginal", "--no-bleeding"],
            5,
            "cannot say both bleeding and no bleeding",
        ),
        (["--symptom", "itching", "--symptom", "itching"], 5, "names something twice"),
    ],
)
def test_a_mistake_is_answered_with_one_sentence_and_nothing_is_saved(
    diary: RunDiary, recorded: Recorded, args: list[str], status: int, sentence: str
) -> None:
    assert sentence in refused(diary("log", *args), status)
    assert recorded().entries == ()


NO_EMPTY_VALUE = [
    field.spelt.split("/")[0] for field in FIELDS if field.reads is not None and not field.bare
]


@pytest.mark.parametrize("empty", ["", " "])
@pytest.mark.parametrize("option", NO_EMPTY_VALUE)
def test_an_empty_value_is_refused_with_the_name_of_its_option(option: str, empty: str) -> None:
    with pytest.raises(InvalidValue, match=f"^{option}: the value is empty"):
        log.make_context("log", [option, empty])


@pytest.mark.parametrize(
    "option", ["--temperature", "--symptom", "--consent", "--product", "--on", "--at", "--since"]
)
def test_an_empty_value_saves_nothing(diary: RunDiary, recorded: Recorded, option: str) -> None:
    refused(diary("log", "--pain", "2", option, ""), 5)
    assert recorded().entries == ()


@pytest.mark.parametrize("option", ["--bleeding", "--sex", "--pain"])
def test_what_may_stand_alone_may_stand_empty(
    diary: RunDiary, recorded: Recorded, option: str
) -> None:
    ran = diary("log", option, "", "--source", "vaginal", "--unknown-timing")
    assert (ran.status, len(recorded().entries)) == (0, 1)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--symptom", "faint", "--absent", "faint"], "both --symptom and --absent"),
        (["--after-sex", "--not-after-sex"], "--after-sex or --not-after-sex only once"),
        (["--unknown-timing", "--during-sex"], "--unknown-timing or --during-sex only once"),
        (["--stopped", "--still-bleeding"], "--stopped or --still-bleeding only once"),
        (["--condom", "--sex", "vaginal", "--no-condom"], "--condom or --no-condom only once"),
        (["--private", "--not-private"], "--private or --not-private only once"),
        (["--pain", "3", "--pain", "8"], "--pain only once"),
        (["--on", "yesterday", "--on", "today"], "--on only once"),
    ],
)
def test_what_contradicts_itself_is_refused_in_one_sentence(
    diary: RunDiary, recorded: Recorded, args: list[str], sentence: str
) -> None:
    said = ("log", "--bleeding", "light", "--source", "vaginal", *args)
    assert sentence in refused(diary(*said), 5)
    assert recorded().entries == ()


def test_a_mistake_never_repeats_what_was_typed(diary: RunDiary) -> None:
    assert "secretword" not in diary("log", "--symptom", "secretword").err
    assert "secretword" not in diary("log", "--on", "secretword", "--sex").err


def test_an_unknown_option_is_a_mistake_in_usage(diary: RunDiary) -> None:
    ran = diary("log", "--bleedng", "light")
    assert ran.status == 2
    assert "--bleeding" in ran.err


def test_words_may_be_written_with_spaces_or_hyphens(diary: RunDiary, recorded: Recorded) -> None:
    diary("log", "--symptom", "discharge-new", "--absent", "Burning urination")
    entry = only_entry(recorded())
    assert entry.symptoms == (Symptom.DISCHARGE_NEW,)
    assert entry.absent == (Symptom.BURNING_URINATION,)


def test_every_word_can_be_looked_up_with_its_meaning(diary_in: RunDiary) -> None:
    ran = diary_in("log", "--words")
    assert ran.status == 0
    assert "  burning_urination  (burning when you pee)" in ran.out.splitlines()
    assert all(f"  {symptom.value}  (" in ran.out for symptom in Symptom)


def test_the_help_lists_every_option_under_its_subject(diary_in: RunDiary) -> None:
    ran = diary_in("log", "--help")
    assert ran.status == 0
    for heading in ("When:", "Bleeding:", "Sex:", "Pain:", "Signs and feelings:"):
        assert heading in ran.out
    for field in FIELDS:
        assert field.spelt.split("/")[0] in ran.out


def test_without_a_diary_the_way_to_one_is_said(diary_in: RunDiary) -> None:
    assert '"diary init"' in refused(diary_in("log", "--pain", "2"), 4)
