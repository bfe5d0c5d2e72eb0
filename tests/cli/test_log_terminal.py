"""`diary log` as a person meets it: a real terminal, a real encrypted diary, keys to press."""

import datetime as dt
from collections.abc import Callable

from running import PASSPHRASE, OpenTerminal, RunDiary, Terminal

from diary.model import Bleeding, Entry, History, Pain, Sex, Symptom
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    Colour,
    PainSite,
    SexKind,
    Timing,
)

Recorded = Callable[[], History]

TODAY = dt.date.today()  # noqa: DTZ011 - as the person's clock says
YESTERDAY = TODAY - dt.timedelta(days=1)
NOTHING = "Nothing was saved."


def only_entry(history: History) -> Entry:
    (entry,) = history.entries
    return entry


def in_words(day: dt.date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def bled_yesterday(terminal: Terminal) -> Terminal:
    """Answer the first questions: light bleeding after vaginal sex, yesterday at 23:10."""
    return (
        terminal.answers("What happened?", "2")
        .answers("Which day?", "yesterday 23:10")
        .answers("What kind of sex?", "1")
        .answers("Where did the blood come from?", "1")
        .answers("Is this your period?", "2")
        .answers("When did it begin?", "2")
        .answers("How long after the sex", "30 min")
        .answers("How much blood?", "2")
        .answers("Has it stopped?", "1")
    )


def test_sex_without_bleeding_takes_two_keys(terminal: OpenTerminal, recorded: Recorded) -> None:
    screen = terminal("log").answers("What happened?", "1")
    screen.sees("Saved as", in_words(TODAY), '"diary undo" takes it back')
    assert screen.ends() == 0
    entry = only_entry(recorded())
    assert entry == Entry(id=entry.id, date=TODAY, sex=Sex(), no_bleeding=True)


def test_it_is_the_first_choice_of_the_first_question(terminal: OpenTerminal) -> None:
    terminal("log").sees("What happened?", "1 Sex, no bleeding")


def test_for_another_day_the_day_is_given_before(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = terminal("log", "--on", "yesterday").answers("What happened?", "1")
    screen.sees(in_words(YESTERDAY))
    assert screen.ends() == 0
    assert only_entry(recorded()).date == YESTERDAY


def test_the_passphrase_comes_after_the_entry_is_saved(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = terminal("log", asks_passphrase=True).answers("What happened?", "1").sees("Saved as")
    assert "Passphrase" not in screen.shown.split("Saved as")[0]
    screen.answers("Passphrase", "wrong").sees("did not open").answers("Passphrase", PASSPHRASE)
    screen.sees("Filed as", '"diary undo" takes it back')
    assert screen.ends() == 0
    assert PASSPHRASE not in screen.shown
    assert len(recorded().entries) == 1


def test_a_full_episode_is_written_down_as_it_was_told(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = (
        bled_yesterday(terminal("log"))
        .answers("What colour", "2")
        .answers("Pain, from 0", "5")
        .answers("Where was it worst?", "deep")
        .answers("Did it come on suddenly", "2")
        .answers("Did it hurt during sex", "1")
        .answers("Is the pain gone", "1")
        .answers("Is any of these true?", "0")
        .answers("Anything else?", "1")
        .answers("Did you use lube?", "n")
        .answers("condom", "2")
        .answers("weigh on you", "4")
        .answers("A note", "after the party")
        .sees(in_words(YESTERDAY), "23:10", "How much: light", "Save?")
        .types("")
        .sees("Saved as", in_words(YESTERDAY))
    )
    assert screen.ends() == 0
    entry = only_entry(recorded())
    assert Symptom.FAINT in entry.absent
    assert Symptom.SHOULDER_TIP_PAIN in entry.absent
    assert entry == Entry(
        id=entry.id,
        date=YESTERDAY,
        time=dt.time(23, 10),
        sex=Sex(kinds=(SexKind.VAGINAL,), lubricant=False, condom=False),
        bleeding=Bleeding(
            source=BleedingSource.VAGINAL,
            amount=Amount.LIGHT,
            timing=Timing.AFTER_SEX,
            period=Answer.NO,
            hours_after_sex=0.5,
            stopped=True,
            colour=Colour.BRIGHT_RED,
        ),
        pain=Pain(score=5, site=PainSite.DEEP_PELVIC, sudden=False, with_sex=True, stopped=True),
        symptoms=(Symptom.DISCHARGE_NEW,),
        absent=entry.absent,
        distress=4,
        note="after the party",
    )


def test_enter_all_the_way_leaves_everything_else_unknown(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = terminal("log").answers("What happened?", "3")
    for question in ("day?", "time?", "come from?", "period?", "blood?", "stopped?", "colour"):
        screen.answers(question)
    for question in ("Pain", "true?", "else?", "weigh", "note", "Save?"):
        screen.answers(question)
    assert screen.ends() == 0
    entry = only_entry(recorded())
    assert entry == Entry(
        id=entry.id,
        date=TODAY,
        bleeding=Bleeding(source=BleedingSource.UNKNOWN, timing=Timing.NOT_AFTER_SEX),
    )


def test_end_goes_to_the_summary_but_not_past_the_warning_signs(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = bled_yesterday(terminal("log")).answers("What colour", "end")
    screen.answers("Is any of these true?", "0").answers("Save?")
    assert screen.ends() == 0
    entry = only_entry(recorded())
    assert entry.pain is None
    assert Symptom.FAINT in entry.absent


def test_a_question_mark_explains_each_amount_in_plain_words(terminal: OpenTerminal) -> None:
    screen = terminal("log").answers("What happened?", "3").answers("Which day?").answers("time?")
    screen.answers("come from?", "1").answers("period?", "3").answers("How much blood?", "?")
    screen.sees("Light is less than on a usual period day")
    screen.types("9").sees("Type a number from 1 to 5").types("3").sees("Has it stopped?")


def test_not_sure_is_kept_where_the_diary_has_a_word_for_it(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = terminal("log").answers("What happened?", "3").answers("Which day?").answers("time?")
    screen.answers("come from?", "not sure").answers("could it have come from?", "1 7")
    screen.answers("period?", "3").answers("How much blood?", "not sure")
    screen.answers("Has it stopped?", "3").types("end").answers("true?", "20").answers("Save?")
    assert screen.ends() == 0
    bleeding = only_entry(recorded()).bleeding
    assert bleeding is not None
    assert bleeding.source is BleedingSource.UNKNOWN
    assert len(bleeding.possible_sources) == 2
    assert bleeding.period is Answer.UNSURE
    assert bleeding.amount is None
    assert bleeding.stopped is None


def test_mistakes_are_explained_and_asked_again(terminal: OpenTerminal) -> None:
    screen = terminal("log").answers("What happened?", "7").sees("Type a number from 1 to 5")
    screen.types("4").answers("Which day?", "2/11").sees("That can be two days")
    screen.types("tomorrow").sees("has not come yet").types("yesterday")
    screen.answers("What time?", "9").sees("That time is not clear").types("9pm")
    screen.answers("Pain, from 0", "11").sees("not a whole number from 0 to 10").types("2")
    screen.sees("Where was it worst?")


def test_a_day_long_ago_is_asked_about_once_more(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = terminal("log").answers("What happened?", "5").answers("write down?", "1")
    screen.answers("Which day?", "2020-11-02").answers(
        "Monday 2 November 2020. Is that right?", "2"
    )
    screen.answers("Which day?", "2021-11-02").answers("Is that right?", "1")
    screen.answers("What time was the sex?", "end").answers("Save?")
    assert screen.ends() == 0
    assert only_entry(recorded()).date == dt.date(2021, 11, 2)


def test_a_bleed_is_linked_to_the_sex_written_down_the_day_before(
    terminal: OpenTerminal, diary: RunDiary, recorded: Recorded
) -> None:
    diary("log", "--on", "yesterday", "--at", "23:10", "--sex", "vaginal")
    sex = only_entry(recorded())
    screen = terminal("log").answers("What happened?", "2").answers("Which day?")
    screen.sees("Did it follow sex that you wrote down?", f"1 {in_words(YESTERDAY)} (yesterday)")
    screen.types("1").answers("What time?", "00:00").answers("come from?", "end")
    screen.answers("true?").answers("Save?")
    assert screen.ends() == 0
    bleed = next(entry for entry in recorded().entries if entry.bleeding)
    assert bleed.follows == sex.id
    assert bleed.sex is None


def test_with_options_only_what_is_missing_is_asked(
    terminal: OpenTerminal, recorded: Recorded
) -> None:
    screen = terminal("log", "--sex", "vaginal", "--bleeding", "spotting")
    screen.answers("Where did the blood come from?", "1")
    screen.answers("Did it begin during sex, or within 24 hours after?", "2").sees("Saved as")
    assert screen.ends() == 0
    assert only_entry(recorded()).bleeding == Bleeding(
        source=BleedingSource.VAGINAL, amount=Amount.SPOTTING, timing=Timing.AFTER_SEX
    )


def test_with_complete_options_nothing_is_asked(terminal: OpenTerminal) -> None:
    screen = terminal("log", "--pain", "2").sees("Saved as")
    assert screen.ends() == 0
    assert "?" not in screen.shown.split("Saved as")[0]


def test_a_note_is_asked_for_in_a_terminal(terminal: OpenTerminal, recorded: Recorded) -> None:
    screen = terminal("log", "--pain", "2", "--note").answers("Note:", "über Nacht")
    assert screen.ends() == 0
    assert only_entry(recorded()).note == "über Nacht"


def test_no_input_asks_nothing_in_a_terminal_either(terminal: OpenTerminal) -> None:
    screen = terminal("--no-input", "log").sees("there is nothing to write down")
    assert screen.ends() == 2


def test_every_line_fits_forty_columns_and_is_plain_text(terminal: OpenTerminal) -> None:
    screen = terminal("log", columns=40).answers("What happened?", "2").answers("Which day?", "?")
    screen.sees("yesterday 23:10").types("").answers("time", "?").types("").answers("kind", "?")
    screen.types("1 2").answers("which was it?").answers("come from?", "7").answers("could")
    screen.answers("period?", "?").types("").answers("When did it begin?").answers("How long")
    screen.answers("How much blood?", "?").types("4").answers("stopped?").answers("How many pads")
    screen.answers("clots?", "3").answers("How many of the large").answers("colour").answers("Pain")
    screen.answers("true?", "?").types("0").answers("else?").answers("lube").answers("condom")
    screen.answers("weigh").answers("note").sees("Save?").presses_control("c", until=NOTHING)
    assert screen.ends() == 1
    assert "\x1b" not in screen.shown
    too_wide = [line for line in screen.shown.splitlines() if len(line) > 40]
    assert too_wide == []


def test_bytes_that_are_no_text_are_asked_again(terminal: OpenTerminal, recorded: Recorded) -> None:
    screen = terminal("log", "--pain", "2", "--note").sees("Note:").types_bytes(b"\xff\xfe\n")
    screen.sees("could not be read").types("better")
    assert screen.ends() == 0
    assert only_entry(recorded()).note == "better"


def test_one_undo_takes_the_entry_back(
    terminal: OpenTerminal, diary: RunDiary, recorded: Recorded
) -> None:
    terminal("log").answers("What happened?", "1").ends()
    assert diary("undo", "--yes").status == 0
    assert recorded().entries == ()


def test_an_emergency_shows_the_number_to_call_and_that_the_entry_is_saved(
    terminal: OpenTerminal, diary: RunDiary, recorded: Recorded
) -> None:
    diary("profile", "--country", "GB")
    screen = terminal("log").answers("What happened?", "3").answers("day?").answers("time?")
    screen.answers("come from?", "1").answers("period?", "2").answers("blood?", "4")
    screen.answers("stopped?", "end").answers("true?", "1").answers("Save?")
    assert screen.ends() == 0
    assert "GET HELP NOW" in screen.shown
    assert "999" in screen.shown
    assert "Saved as" in screen.shown
    assert only_entry(recorded()).symptoms == (Symptom.FAINT,)
