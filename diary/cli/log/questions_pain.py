"""The questions about pain, and which recorded sex it or the bleeding followed."""

from diary.cli.ask import Form, each, number, one_of, yes_no
from diary.cli.log.draft import Draft, Flow, Question, Topic
from diary.cli.log.questions_about import ANOTHER, which_sex
from diary.cli.log.questions_blood import AFTER, as_bool
from diary.model.vocabulary import Organ, PainSite

ORGANS_OF_PAIN = {
    PainSite.VAGINAL_ENTRANCE: (Organ.VAGINA, Organ.NEOVAGINA),
    PainSite.VULVA: (Organ.VAGINA, Organ.NEOVAGINA),
    PainSite.PENIS: (Organ.PENIS,),
    PainSite.TESTICLE: (Organ.TESTES,),
}
STRONG = 4
"""From here on the danger signs are asked (clinical evidence: the moderate band of the NRS)."""


def _hurts(draft: Draft, least: int = 1) -> bool:
    return draft.pain is not None and (draft.pain.score or 0) >= least


PAIN = Question(
    name="Pain",
    text="Pain, from 0 (none) to 10?",
    form=number(0, 10),
    matters=lambda draft: draft.bleeding is not None or Topic.PAIN in draft.topics,
    change=lambda draft, score: draft.with_pain(score=score),
    explanation=(
        "The worst it was. 1 to 3 you can forget, 4 to 6 gets in the way, 7 or more stops you, 10"
        " is the worst that you can think of."
    ),
)


def _sites(draft: Draft) -> Form[PainSite | None]:
    here = [s for s in PainSite if s not in ORGANS_OF_PAIN or draft.may_have(*ORGANS_OF_PAIN[s])]
    return one_of(each(here))


PAIN_SITE = Question(
    name="Pain where",
    text="Where was it worst?",
    form=_sites,
    matters=_hurts,
    change=lambda draft, site: draft.with_pain(site=site),
    explanation="One place. Deep inside means behind the belly, not at the opening.",
)

SUDDEN = Question(
    name="Sudden pain",
    text="Did it come on suddenly, within seconds or minutes?",
    form=yes_no(),
    matters=lambda draft: _hurts(draft, STRONG),
    change=lambda draft, answer: draft.with_pain(sudden=as_bool(answer)),
    explanation="Sudden is from one moment to the next. Pain that grows over hours is not.",
)

WITH_SEX = Question(
    name="Pain with sex",
    text="Did it hurt during sex, or within 24 hours after?",
    form=yes_no(),
    matters=lambda draft: (
        _hurts(draft)
        and bool(
            draft.entry.sex
            or draft.entry.follows
            or Topic.PAIN in draft.topics
            or draft.sex_nearby()
        )
    ),
    change=lambda draft, answer: draft.with_pain(with_sex=as_bool(answer)),
    explanation="Sex of any kind, with someone or alone.",
)

PAIN_GONE = Question(
    name="Pain gone",
    text="Is the pain gone now?",
    form=yes_no(),
    matters=lambda draft: _hurts(draft, STRONG),
    change=lambda draft, answer: draft.with_pain(stopped=as_bool(answer)),
    explanation="As it is now, while you write this.",
)


def _came_after(draft: Draft) -> bool:
    bled = draft.bleeding is not None and draft.bleeding.timing in AFTER
    return bled or (draft.pain is not None and draft.pain.with_sex is True)


def _linked(draft: Draft, which: str | None) -> Draft:
    return draft if which == ANOTHER else draft.with_entry(follows=which)


WHICH_SEX = Question(
    name="Which sex",
    text="Did it follow sex that you wrote down?",
    form=which_sex,
    matters=lambda draft: (
        _came_after(draft)
        and draft.entry.sex is None
        and draft.entry.follows is None
        and bool(draft.sex_nearby())
    ),
    change=_linked,
    explanation="So that it is counted with the right time.",
)

PAINS: Flow = (PAIN, PAIN_SITE, SUDDEN, WITH_SEX, PAIN_GONE, WHICH_SEX)
