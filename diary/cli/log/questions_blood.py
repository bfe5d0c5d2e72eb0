"""The questions about bleeding: from where, when it began, how much, how it looked."""

from dataclasses import replace

from diary.cli.ask import NOT_SURE, Choice, Form, each, measured, number, one_of, some_of, yes_no
from diary.cli.log.draft import Draft, Flow, Question
from diary.cli.log.measures import read_hours, read_number
from diary.cli.words import plain
from diary.model.vocabulary import (
    Amount,
    Answer,
    BleedingSource,
    Clots,
    Colour,
    MenstrualStatus,
    Organ,
    PossibleSource,
    Timing,
)

ORGANS_OF_SOURCE = {
    "vaginal": (Organ.VAGINA, Organ.NEOVAGINA),
    "semen": (Organ.PENIS, Organ.PROSTATE, Organ.TESTES),
}
ABOVE_LIGHT = (Amount.MEDIUM, Amount.HEAVY)
AFTER = (Timing.DURING_SEX, Timing.AFTER_SEX)


def bleeds(draft: Draft) -> bool:
    """Say whether the entry is about bleeding."""
    return draft.bleeding is not None


def as_bool(answer: Answer) -> bool | None:
    """Return yes and no as they are kept; "not sure" is left out."""
    return {Answer.YES: True, Answer.NO: False, Answer.UNSURE: None}[answer]


def _is_from(draft: Draft, *sources: BleedingSource) -> bool:
    return draft.bleeding is not None and draft.bleeding.source in sources


def _may_be_vaginal(draft: Draft) -> bool:
    return _is_from(draft, BleedingSource.VAGINAL, BleedingSource.UNKNOWN) and draft.may_have(
        Organ.VAGINA, Organ.NEOVAGINA
    )


def _is_here(draft: Draft, source: BleedingSource | PossibleSource) -> bool:
    organs = ORGANS_OF_SOURCE.get(source.value)
    return organs is None or draft.may_have(*organs)


def _sources(draft: Draft) -> Form[BleedingSource]:
    known: list[Choice[BleedingSource]] = [
        Choice(plain(source), source, (source.value,))
        for source in BleedingSource
        if source is not BleedingSource.UNKNOWN and _is_here(draft, source)
    ]
    return one_of((*known, Choice("not sure", BleedingSource.UNKNOWN, ("unsure", "unknown"))))


SOURCE = Question(
    name="Blood from",
    text="Where did the blood come from?",
    form=_sources,
    matters=bleeds,
    change=lambda draft, source: draft.with_bleeding(source=source),
    skip=lambda draft: replace(draft, settled=draft.settled | {"Perhaps from"}),
    explanation=(
        "The bottom means from or around the anus. If you are not sure, say so: the next question"
        " asks what it could be."
    ),
)


def _possible(draft: Draft) -> Form[tuple[PossibleSource | None, ...]]:
    here = [source for source in PossibleSource if _is_here(draft, source)]
    return some_of(each(here), none="")


POSSIBLE = Question(
    name="Perhaps from",
    text="Where could it have come from? You can give several numbers.",
    form=_possible,
    matters=lambda draft: _is_from(draft, BleedingSource.UNKNOWN),
    change=lambda draft, found: draft.with_bleeding(
        possible_sources=tuple(source for source in found if source)
    ),
    explanation="To find out, wipe each place on its own with clean paper and look.",
)

PERIOD = Question(
    name="Your period",
    text="Is this your period?",
    form=yes_no(),
    matters=lambda draft: (
        _may_be_vaginal(draft)
        and draft.may_have(Organ.UTERUS)
        and draft.profile.menstrual_status is not MenstrualStatus.POSTMENOPAUSE
    ),
    change=lambda draft, answer: draft.with_bleeding(period=answer),
    explanation="Also yes for the planned bleed in a pill break or with hormone treatment.",
)


def _timing_open(draft: Draft) -> bool:
    """Say whether when it began is asked: with sex about that time, or where nothing was said."""
    bleeding = draft.bleeding
    if bleeding is None or bleeding.period is Answer.YES:
        return False
    has_sex = draft.entry.sex is not None or bool(draft.sex_nearby())
    return has_sex or bleeding.timing is not Timing.NOT_AFTER_SEX


def _said_after(draft: Draft) -> bool:
    return draft.bleeding is not None and draft.bleeding.timing is Timing.AFTER_SEX


def _timings(draft: Draft) -> Form[Timing | None]:
    choices: list[Choice[Timing | None]] = [
        Choice("during sex", Timing.DURING_SEX),
        Choice("after sex, within 24 hours", Timing.AFTER_SEX),
        Choice("later than that, or not after sex", Timing.NOT_AFTER_SEX, ("no",)),
        NOT_SURE if _said_after(draft) else Choice("not sure", Timing.UNKNOWN, ("unsure",)),
    ]
    return one_of(choices)


def _timing_skipped(draft: Draft) -> Draft:
    """Keep "after sex" where it was said; otherwise it is not known."""
    return draft if _said_after(draft) else draft.with_bleeding(timing=Timing.UNKNOWN)


TIMING = Question(
    name="It began",
    text=lambda draft: (
        "When did it begin?"
        if _said_after(draft)
        else "Did it begin during sex, or within 24 hours after?"
    ),
    form=_timings,
    matters=_timing_open,
    change=lambda draft, timing: draft.with_bleeding(timing=timing),
    skip=_timing_skipped,
    explanation="Sex of any kind, with someone or alone.",
)

HOURS_AFTER = Question(
    name="How long after",
    text="How long after the sex did it begin?",
    form=measured(read_hours, "hours"),
    matters=lambda draft: _said_after(draft) and _timing_open(draft),
    change=lambda draft, hours: draft.with_bleeding(hours_after_sex=hours),
    explanation="Like 2 hours, or 30 min. 0 for at once.",
)

AMOUNT = Question(
    name="How much",
    text="How much blood?",
    form=one_of(
        (
            Choice("drops, or only on wiping", Amount.SPOTTING, ("spotting",)),
            Choice("light: a liner is enough", Amount.LIGHT),
            Choice("medium: like a usual period day, or it drips", Amount.MEDIUM),
            Choice("heavy: more than that", Amount.HEAVY),
            NOT_SURE,
        )
    ),
    matters=bleeds,
    change=lambda draft, amount: draft.with_bleeding(amount=amount),
    explanation=(
        "Light is less than on a usual period day. Heavy is more than on one. If you have no"
        " periods: light leaves a mark, medium drips, heavy runs."
    ),
)


def _is(draft: Draft, *amounts: Amount) -> bool:
    return draft.bleeding is not None and draft.bleeding.amount in amounts


STOPPED = Question(
    name="Stopped",
    text="Has it stopped?",
    form=yes_no(),
    matters=bleeds,
    change=lambda draft, answer: draft.with_bleeding(stopped=as_bool(answer)),
    explanation="As it is now, while you write this.",
)

PRESSED = Question(
    name="Stops when pressed",
    text="Press on it firmly for 10 minutes. Does that stop it?",
    form=yes_no(),
    matters=lambda draft: bool(
        _is_from(draft, BleedingSource.SKIN) and draft.bleeding and not draft.bleeding.stopped
    ),
    change=lambda draft, answer: draft.with_bleeding(stops_with_pressure=as_bool(answer)),
    explanation="Use clean cloth. Do not lift it to look before the time is up.",
)

PADS = Question(
    name="Pads an hour",
    text="How many pads or tampons do you soak through in an hour?",
    form=measured(read_number, "an hour"),
    matters=lambda draft: _is(draft, Amount.HEAVY) and _may_be_vaginal(draft),
    change=lambda draft, count: draft.with_bleeding(pads_per_hour=count),
    explanation="Full ones only. 1 means one an hour, 0.5 means one in two hours.",
)

SOAKING = Question(
    name="Soaking for",
    text="For how long has it soaked them at that rate?",
    form=measured(read_hours, "hours"),
    matters=lambda draft: draft.bleeding is not None and (draft.bleeding.pads_per_hour or 0) >= 1,
    change=lambda draft, hours: draft.with_bleeding(soaking_hours=hours),
    explanation="Like 2 hours, or 30 min.",
)

CLOTS = Question(
    name="Clots",
    text="Were there clots?",
    form=one_of(each(Clots)),
    matters=lambda draft: _is(draft, *ABOVE_LIGHT) and not _is_from(draft, BleedingSource.SEMEN),
    change=lambda draft, clots: draft.with_bleeding(clots=clots),
    explanation="Clots are lumps, like jelly. 2.5 cm is as wide as a 10p coin or a US quarter.",
)

LARGE_CLOTS = Question(
    name="Large clots",
    text="How many of the large ones?",
    form=number(0, 100),
    matters=lambda draft: draft.bleeding is not None and draft.bleeding.clots is Clots.LARGE,
    change=lambda draft, count: draft.with_bleeding(large_clot_count=count),
    explanation="Those of 2.5 cm or more. About is good enough.",
)

COLOUR = Question(
    name="Colour",
    text="What colour was it?",
    form=one_of(each(Colour)),
    matters=bleeds,
    change=lambda draft, colour: draft.with_bleeding(colour=colour),
    explanation="As you saw it first.",
)

BLEEDING: Flow = (
    SOURCE,
    POSSIBLE,
    PERIOD,
    TIMING,
    HOURS_AFTER,
    AMOUNT,
    STOPPED,
    PRESSED,
    PADS,
    SOAKING,
    CLOTS,
    LARGE_CLOTS,
    COLOUR,
)
