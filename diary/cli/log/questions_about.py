"""The first questions: what happened, when, and what kind of sex it was."""

from dataclasses import replace
from datetime import date, time
from enum import Enum

from diary.cli.ask import (
    NOT_SURE,
    Choice,
    Form,
    Leave,
    clock,
    each,
    moment,
    one_of,
    some_of,
    yes_no,
)
from diary.cli.log.draft import Draft, Flow, Question, Topic
from diary.cli.when import check_come, in_full, moment_in_full
from diary.model import Bleeding, Pain, Sex
from diary.model.vocabulary import Answer, BleedingSource, Organ, Role, SexKind, SexSite, Timing

LONG_AGO = 366
"""Days after which a day is asked about once more: the slip is most often in the year."""

USED = frozenset({SexKind.FINGERS, SexKind.FIST, SexKind.TOY, SexKind.OTHER})
ANOTHER = ""


class Start(Enum):
    """The answers to the first question."""

    NO_BLEEDING = "Sex, no bleeding"
    AFTER_SEX = "Bleeding after or during sex"
    OTHER_TIME = "Bleeding at another time"
    PAIN_OR_SIGN = "Pain or another sign"
    SEVERAL = "Something else, or several of these"


def _begin(draft: Draft, start: Start) -> Draft:
    match start:
        case Start.NO_BLEEDING:
            return replace(draft.with_entry(sex=Sex(), no_bleeding=True), is_done=True)
        case Start.AFTER_SEX:
            both = replace(draft, topics=frozenset({Topic.SEX, Topic.BLEEDING}))
            return both.with_entry(sex=Sex()).with_bleeding(timing=Timing.AFTER_SEX)
        case Start.OTHER_TIME:
            blood = replace(draft, topics=frozenset({Topic.BLEEDING}))
            return blood.with_bleeding(timing=Timing.NOT_AFTER_SEX)
        case Start.PAIN_OR_SIGN:
            return replace(draft, topics=frozenset({Topic.PAIN, Topic.SIGNS}))
        case Start.SEVERAL:
            return draft


START = Question(
    name="What happened",
    text="What happened?",
    form=one_of(Choice(start.value, start) for start in Start),
    matters=lambda _: True,
    change=_begin,
    explanation=(
        "1 saves sex without bleeding for today, at once: these times count as much as the others."
        ' For another day, stop with Ctrl-C and type "diary log --on yesterday", or choose 5.'
    ),
)


def _about(draft: Draft, topics: tuple[Topic, ...]) -> Draft:
    return replace(
        draft.with_entry(
            sex=Sex() if Topic.SEX in topics else None,
            bleeding=Bleeding(source=BleedingSource.UNKNOWN) if Topic.BLEEDING in topics else None,
            pain=Pain() if Topic.PAIN in topics else None,
        ),
        topics=frozenset(topics),
    )


TOPICS = Question(
    name="About",
    text="What do you want to write down? You can give several numbers.",
    form=some_of(
        (
            Choice("sex", Topic.SEX),
            Choice("bleeding", Topic.BLEEDING),
            Choice("pain", Topic.PAIN),
            Choice("another sign", Topic.SIGNS),
        ),
        none="only a note",
    ),
    matters=lambda draft: not draft.topics,
    change=_about,
    explanation="Type the numbers with spaces between them, for example 1 3.",
)


def _on(draft: Draft, said: tuple[date, time | None]) -> Draft:
    return draft.with_entry(date=said[0], time=said[1] or draft.entry.time)


DAY = Question(
    name="Day",
    text="Which day? (Enter = today)",
    form=lambda draft: moment(draft.now),
    matters=lambda _: True,
    change=_on,
    skipped_as="today",
    explanation=(
        "Write it as you say it: yesterday, last friday, 3 days ago, 2 november, 2026-11-02,"
        " yesterday 23:10. For bleeding after sex that you have not written down yet, give the day"
        " of the sex."
    ),
)


def _is_right(draft: Draft, answer: Answer) -> Draft:
    if answer is Answer.NO:
        raise Leave("b")
    return draft


LONG_AGO_TOO = Question(
    name="Long ago",
    text=lambda draft: (
        f"That is more than a year ago: {in_full(draft.entry.date, draft.today)}. Is that right?"
    ),
    form=replace(yes_no(), say=lambda _: ""),
    matters=lambda draft: (
        "Day" not in draft.settled and (draft.today - draft.entry.date).days > LONG_AGO
    ),
    change=_is_right,
    explanation="Type 2 to give the day again.",
)


def which_sex(draft: Draft) -> Form[str | None]:
    """List the recorded sex of the last days, and that it was another time."""
    recorded: list[Choice[str | None]] = [
        Choice(moment_in_full(sex.date, sex.time, today=draft.today), str(sex.id))
        for sex in draft.sex_nearby()
    ]
    return one_of((*recorded, Choice("another time, not written down yet", ANOTHER), NOT_SURE))


def _followed(draft: Draft, which: str | None) -> Draft:
    if which == ANOTHER:
        return draft
    linked = draft.with_entry(sex=None, follows=which)
    return replace(
        linked, topics=linked.topics - {Topic.SEX}, settled=linked.settled | {"Which sex"}
    )


FOLLOWED = Question(
    name="After which sex",
    text="Did it follow sex that you wrote down?",
    form=which_sex,
    matters=lambda draft: bool(
        draft.entry.sex
        and draft.bleeding
        and draft.bleeding.timing is Timing.AFTER_SEX
        and draft.sex_nearby()
    ),
    change=_followed,
    skip=lambda draft: _followed(draft, None),
    explanation="So that one time is not counted twice.",
)


def _at(draft: Draft, said: time) -> Draft:
    check_come(draft.entry.date, said, now=draft.now)
    return draft.with_entry(time=said)


TIME = Question(
    name="Time",
    text=lambda draft: "What time was the sex?" if draft.entry.sex else "What time?",
    form=clock(),
    matters=lambda draft: draft.entry.time is None,
    change=_at,
    explanation="Like 23:10 or 9pm. About is good enough.",
)


def _kinds(draft: Draft, kinds: tuple[SexKind | None, ...]) -> Draft:
    return draft.with_sex(kinds=tuple(kind for kind in kinds if kind))


KINDS = Question(
    name="Sex",
    text="What kind of sex? You can give several numbers.",
    form=some_of(each(SexKind), none=""),
    matters=lambda draft: Topic.SEX in draft.topics,
    change=_kinds,
    explanation=(
        "Type the numbers with spaces between them. Alone or with others, all of it counts."
        " A dilator is a smooth tube to stretch the vagina."
    ),
)

ORGANS_OF_SITE = {
    SexSite.VAGINA: (Organ.VAGINA, Organ.NEOVAGINA),
    SexSite.VULVA: (Organ.VAGINA, Organ.NEOVAGINA),
    SexSite.PENIS: (Organ.PENIS,),
}


def _sites(draft: Draft) -> Form[tuple[SexSite | None, ...]]:
    here = [s for s in SexSite if s not in ORGANS_OF_SITE or draft.may_have(*ORGANS_OF_SITE[s])]
    return some_of(each(here), none="")


SITES = Question(
    name="Your body",
    text="Which parts of your own body? You can give several numbers.",
    form=_sites,
    matters=lambda draft: bool(draft.entry.sex and USED & set(draft.entry.sex.kinds)),
    change=lambda draft, sites: draft.with_sex(sites=tuple(site for site in sites if site)),
    explanation="The parts that were touched or gone into.",
)

ROLE = Question(
    name="Anal sex",
    text="In the anal sex, which was it?",
    form=one_of(each(Role)),
    matters=lambda draft: bool(
        draft.entry.sex and SexKind.ANAL in draft.entry.sex.kinds and draft.may_have(Organ.PENIS)
    ),
    change=lambda draft, role: draft.with_sex(role=role),
    explanation="It says where to look for the reason.",
)


def _blood(draft: Draft, answer: Answer) -> Draft:
    match answer:
        case Answer.YES:
            return replace(
                draft.with_bleeding(source=BleedingSource.UNKNOWN),
                topics=draft.topics | {Topic.BLEEDING},
            )
        case Answer.NO:
            return draft.with_entry(no_bleeding=True)
        case Answer.UNSURE:
            return draft


BLOOD = Question(
    name="Blood",
    text="Was there any blood?",
    form=yes_no(),
    matters=lambda draft: Topic.SEX in draft.topics and draft.bleeding is None,
    change=_blood,
    explanation="A few drops count. Blood that was surely your partner's does not.",
)

ABOUT: Flow = (
    START,
    TOPICS,
    DAY,
    LONG_AGO_TOO,
    FOLLOWED,
    TIME,
    KINDS,
    SITES,
    ROLE,
    BLOOD,
)
