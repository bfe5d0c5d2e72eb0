"""Which key facts a clinician asks for: it depends on the body and on where the blood came from.

The order is that of a history taken in clinic. Where the blood is not from the vagina, what only
concerns the womb comes last, and is not missed where nothing is recorded about it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from diary.model import FactKind
from diary.model.vocabulary import BleedingSource, MenstrualStatus, Organ
from diary_reports import background
from diary_reports.background import events, may_have, spans
from diary_reports.scope import Scope
from diary_reports.shown import Category
from diary_reports.values import Line

ABOUT_THE_WOMB = (None, BleedingSource.VAGINAL, BleedingSource.UNKNOWN)
"""The sources for which periods, contraception and screening are asked first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A line of the key facts: how to tell it, and of whom it is asked.

    `part`: asked of those who may have it, None: of everybody. `sources`: asked with blood from
    there, None: from anywhere. `matters`: whether it is asked of this person now. A topic that is
    not `expected` is left out in silence where nothing is recorded, and so is one of a `category`
    left out.
    """

    label: str
    tell: Callable[[Scope], Iterable[str]]
    part: Organ | None = None
    sources: tuple[BleedingSource | None, ...] | None = None
    expected: bool = True
    matters: Callable[[Scope], bool] = lambda _: True
    category: Category | None = None


def facts(scope: Scope) -> tuple[Line, ...]:
    """Return the lines of all topics that something is recorded about."""
    return tuple(
        Line(label=topic.label, text="; ".join(items))
        for topic in _in_order(scope)
        if (items := [t for t in topic.tell(scope) if t])
    )


def not_recorded(scope: Scope) -> tuple[str, ...]:
    """Return the topics that a clinician would ask about and that nothing is recorded about."""
    return tuple(
        topic.label if topic.label[:2].isupper() else topic.label.lower()
        for topic in _in_order(scope)
        if topic.expected and _is_asked(topic, scope) and not any(topic.tell(scope))
    )


def _in_order(scope: Scope) -> list[Topic]:
    return sorted(TOPICS, key=lambda topic: not _concerns(topic, scope))


def _concerns(topic: Topic, scope: Scope) -> bool:
    return topic.sources is None or scope.source in topic.sources


def _is_asked(topic: Topic, scope: Scope) -> bool:
    """Say whether a topic concerns this body; parts that are not told count as vagina and womb."""
    if topic.category in scope.left_out or not _concerns(topic, scope):
        return False
    return topic.matters(scope) and (topic.part is None or may_have(scope, topic.part))


def _after_menopause(scope: Scope) -> bool:
    return scope.background.profile.menstrual_status is MenstrualStatus.POSTMENOPAUSE


def _before_menopause(scope: Scope) -> bool:
    return not _after_menopause(scope)


def _bleeds_elsewhere(scope: Scope) -> bool:
    return scope.source not in ABOUT_THE_WOMB


def _could_conceive(scope: Scope) -> bool:
    return _before_menopause(scope) and scope.pregnancy is None


TOPICS: tuple[Topic, ...] = (
    Topic(label="Age", tell=background.age),
    Topic(label="Periods", tell=background.menopause, expected=False, sources=ABOUT_THE_WOMB),
    Topic(
        label="Last period",
        tell=background.last_period,
        part=Organ.UTERUS,
        sources=ABOUT_THE_WOMB,
        matters=_before_menopause,
    ),
    Topic(
        label="Cycle",
        tell=background.cycle,
        part=Organ.UTERUS,
        sources=ABOUT_THE_WOMB,
        matters=_before_menopause,
    ),
    Topic(
        label="Contraception",
        tell=spans(FactKind.CONTRACEPTION),
        part=Organ.UTERUS,
        sources=ABOUT_THE_WOMB,
        matters=_could_conceive,
    ),
    Topic(
        label="Missed or changed",
        tell=background.lapses,
        expected=False,
        sources=ABOUT_THE_WOMB,
    ),
    Topic(
        label="HRT",
        tell=spans(FactKind.HRT),
        sources=ABOUT_THE_WOMB,
        matters=_after_menopause,
    ),
    Topic(
        label="Pregnancy",
        tell=background.pregnancy,
        part=Organ.UTERUS,
        sources=ABOUT_THE_WOMB,
        matters=_before_menopause,
        category=Category.PREGNANCY,
    ),
    Topic(
        label="Cervical screening",
        tell=background.screening,
        part=Organ.CERVIX,
        sources=ABOUT_THE_WOMB,
    ),
    Topic(
        label="HPV vaccine",
        tell=events(FactKind.HPV_VACCINE),
        part=Organ.CERVIX,
        sources=ABOUT_THE_WOMB,
        matters=_before_menopause,
    ),
    Topic(label="STI test", tell=events(FactKind.STI_TEST), category=Category.STI),
    Topic(label="Infection treated", tell=events(FactKind.INFECTION_TREATED), expected=False),
    Topic(label="Partners", tell=background.partner, expected=False),
    Topic(label="Medicines", tell=spans(FactKind.MEDICATION), category=Category.MEDICINES),
    Topic(label="Conditions", tell=spans(FactKind.CONDITION)),
    Topic(label="Has", tell=background.parts, expected=False),
    Topic(
        label="Procedures and tests",
        tell=events(FactKind.PROCEDURE, FactKind.INVESTIGATION, FactKind.PELVIC_EXAM),
        matters=_bleeds_elsewhere,
    ),
    Topic(label="Visits", tell=background.visits, expected=False),
)
