"""The questions about what is felt: pain, danger signs and everything else noticed."""

from collections.abc import Iterable
from dataclasses import replace

from diary.cli.ask import (
    NOT_SURE,
    Choice,
    Form,
    each,
    measured,
    number,
    some_of,
    words,
    yes_no,
)
from diary.cli.log.draft import Draft, Flow, Question, Topic
from diary.cli.log.locked import LOCKED
from diary.cli.log.measures import read_temperature
from diary.cli.log.pregnancy import may_be_pregnant
from diary.cli.log.questions_blood import ABOVE_LIGHT, as_bool
from diary.cli.log.questions_pain import PAINS, STRONG
from diary.cli.log.signs import GROUPS, Group, danger_signs, groups_for, not_asked_yet, short_list
from diary.cli.words import plain
from diary.model import Symptom
from diary.model.vocabulary import Clots, SexKind


def _above_light(draft: Draft) -> bool:
    """Say whether bleeding is, or as far as is known may be, above light."""
    bleeding = draft.bleeding
    if bleeding is None:
        return False
    return (
        bleeding.amount in (*ABOVE_LIGHT, None)
        or bleeding.clots is Clots.LARGE
        or (bleeding.pads_per_hour or 0) >= 1
    )


def _strong_pain(draft: Draft) -> bool:
    pain = draft.pain
    return pain is not None and (pain.score is None or pain.score >= STRONG)


def _noticed(draft: Draft) -> bool:
    return bool(draft.topics & {Topic.BLEEDING, Topic.PAIN, Topic.SIGNS})


def _is_danger_asked(draft: Draft) -> bool:
    if not _noticed(draft) or not danger_signs(draft):
        return False
    return _above_light(draft) or _strong_pain(draft) or may_be_pregnant(draft)


def _danger(draft: Draft) -> Form[tuple[Symptom | None, ...]]:
    signs: list[Choice[Symptom | None]] = [
        Choice(label, sign) for sign, label in danger_signs(draft).items()
    ]
    return some_of((*signs, NOT_SURE))


def _with_signs(draft: Draft, chosen: Iterable[Symptom | None], asked: Iterable[Symptom]) -> Draft:
    """Add the chosen signs; none chosen: all that were asked are absent."""
    entry, found = draft.entry, tuple(chosen)
    if not found:
        return draft.with_entry(absent=(*entry.absent, *asked))
    new = tuple(sign for sign in found if sign and sign not in entry.symptoms)
    return draft.with_entry(
        symptoms=(*entry.symptoms, *new),
        absent=tuple(sign for sign in entry.absent if sign not in new),
    )


DANGER = Question(
    name="Warning signs",
    text="Is any of these true? You can give several numbers.",
    form=_danger,
    matters=_is_danger_asked,
    change=lambda draft, chosen: _with_signs(draft, chosen, danger_signs(draft)),
    explanation=(
        "These are the signs that should not wait. 0 says that you looked at each and none is true."
    ),
    always=True,
)

MORE = "something else"


def _short(draft: Draft) -> Form[tuple[Symptom | str | None, ...]]:
    choices: list[Choice[Symptom | str | None]] = [
        *(Choice(plain(sign), sign) for sign in short_list(draft)),
        Choice(f"{MORE}: shows more lists", MORE),
        NOT_SURE,
    ]
    form = some_of(choices)
    return replace(form, say=lambda chosen: form.say(tuple(c for c in chosen if c != MORE)))


def _signs(draft: Draft, chosen: tuple[Symptom | str | None, ...]) -> Draft:
    signs = [sign for sign in chosen if not isinstance(sign, str)]
    if MORE in chosen:
        draft = replace(draft, more=(MORE,))
    return _with_signs(draft, signs, short_list(draft)) if signs or not chosen else draft


SIGNS = Question(
    name="Other signs",
    text=lambda draft: (
        "Anything else? You can give several numbers."
        + (" To save now and see what to do, type end." if draft.entry.symptoms else "")
    ),
    form=_short,
    matters=_noticed,
    change=_signs,
    explanation=(
        "Discharge is what comes out of the vagina or penis that is not blood or pee. 0 says that"
        " you looked at each and none is true."
    ),
)

MORE_SIGNS = Question(
    name="More signs",
    text="What is it about? You can give several numbers.",
    form=lambda draft: some_of((Choice(g.title, g.title) for g in groups_for(draft)), none=""),
    matters=lambda draft: bool(draft.more),
    change=lambda draft, titles: replace(draft, more=titles),
    explanation="Each number opens a list.",
)


def _of_group(group: Group) -> Question[tuple[Symptom | None, ...]]:
    def form(draft: Draft) -> Form[tuple[Symptom | None, ...]]:
        left = not_asked_yet(draft, group)
        return some_of(each(left))

    return Question(
        name=f"{group.title[:1].upper()}{group.title[1:]}",
        text=f"{group.title[:1].upper()}{group.title[1:]}. You can give several numbers.",
        form=form,
        matters=lambda draft: group.title in draft.more and bool(not_asked_yet(draft, group)),
        change=lambda draft, chosen: _with_signs(draft, chosen, not_asked_yet(draft, group)),
        explanation="Choose what you noticed. 0 says that none of them is true.",
    )


PILLS = Question(
    name="Pills missed",
    text="How many pills have you missed in this pack?",
    form=number(0, 100),
    matters=lambda draft: Symptom.MISSED_PILLS in draft.entry.symptoms,
    change=lambda draft, count: draft.with_entry(missed_pill_count=count),
    explanation="Late ones too, if they were late enough to count as missed in the leaflet.",
)

TEMPERATURE = Question(
    name="Temperature",
    text="What was your temperature? (Enter = not measured)",
    form=measured(read_temperature, "°C"),
    matters=lambda draft: bool({Symptom.FEVERISH, Symptom.RIGORS} & set(draft.entry.symptoms)),
    change=lambda draft, degrees: draft.with_entry(temperature_c=degrees),
    explanation="The highest that you measured, like 38.2 or 100.8 F.",
)

LUBE = Question(
    name="Lube",
    text="Did you use lube?",
    form=yes_no(),
    matters=lambda draft: draft.entry.sex is not None,
    change=lambda draft, answer: draft.with_sex(lubricant=as_bool(answer)),
    explanation="Any kind, bought or not.",
)

CONDOM = Question(
    name="Condom",
    text="Was a condom in place all the time?",
    form=yes_no(),
    matters=lambda draft: (
        draft.entry.sex is not None
        and (
            not draft.entry.sex.kinds
            or bool({SexKind.VAGINAL, SexKind.ANAL} & set(draft.entry.sex.kinds))
        )
    ),
    change=lambda draft, answer: draft.with_sex(condom=as_bool(answer)),
    explanation="Worn outside or inside. If it broke or slipped, say no.",
)

DISTRESS = Question(
    name="Weighs on you",
    text="How much does this weigh on you, from 0 to 10?",
    form=number(0, 10),
    matters=_noticed,
    change=lambda draft, score: draft.with_entry(distress=score),
    explanation="0 is not at all, 10 is as much as can be. Only if you like.",
)

NOTE = Question(
    name="Note",
    text="A note for yourself?",
    form=words(),
    matters=lambda _: True,
    change=lambda draft, text: draft.with_entry(note=text),
    explanation="On one line. It stays out of reports unless you ask for it there.",
)

FELT: Flow = (
    *PAINS,
    *LOCKED,
    DANGER,
    SIGNS,
    MORE_SIGNS,
    *(_of_group(group) for group in GROUPS),
    DANGER,  # once more in the flow, not asked twice: the signs can tell that pregnancy is possible
    PILLS,
    TEMPERATURE,
    LUBE,
    CONDOM,
    DISTRESS,
    NOTE,
)
