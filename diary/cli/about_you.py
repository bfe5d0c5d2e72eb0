"""The few questions about the person that `init` and `profile` ask; each can be skipped."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import uuid4

from diary.cli.ask import Choice, Form, ask, day, number, one_of, some_of
from diary.cli.words import plain
from diary.errors import InvalidValue
from diary.model import Fact, Profile
from diary.model.background_words import Contraception, Screening
from diary.model.vocabulary import MenstrualStatus, Organ

NATIONS = {
    "England": "GB-ENG",
    "Scotland": "GB-SCT",
    "Wales": "GB-WLS",
    "Northern Ireland": "GB-NIR",
}
OFTEN_MEANT = {"UK": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB", "USA": "US"}
UNCLEAR_COUNTRY = "that is not a country code; type two letters, such as GB, IE, US or AU"


@dataclass(frozen=True, slots=True)
class Question:
    """One question whose answer is a field of the profile."""

    field: str
    text: str
    explanation: str
    form: Callable[[date], Form[Any]]
    matters: Callable[[Profile], bool] = lambda _: True


def _country(typed: str) -> str:
    code = OFTEN_MEANT.get(typed.upper(), typed.upper())
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise InvalidValue(UNCLEAR_COUNTRY)
    return code


QUESTIONS = (
    Question(
        "birth_year",
        "In which year were you born?",
        "Advice depends on age. Only the year is kept.",
        lambda today: number(1900, today.year),
    ),
    Question(
        "organs",
        "Which of these parts do you have? Type all the numbers.",
        "Advice is about parts of the body, not about who you are. If you are not sure about a"
        ' part, skip this now and use "diary profile --unsure-part" later.',
        lambda _: some_of(Choice(plain(organ), organ) for organ in Organ),
    ),
    Question(
        "menstrual_status",
        "Where are you with periods and the menopause?",
        "After the menopause means: no period for 12 months with no other reason.",
        lambda _: one_of(Choice(plain(status), status) for status in MenstrualStatus),
        matters=lambda profile: profile.organs is None or Organ.UTERUS in profile.organs,
    ),
    Question(
        "country",
        "Which country do you live in? Two letters, such as GB, IE, US or AU.",
        "It chooses the right emergency number and the dates of cervical screening.",
        lambda _: Form(read=_country, say=str),
    ),
    Question(
        "region",
        "Which part of it?",
        "Cervical screening differs between them.",
        lambda _: one_of(Choice(name, code) for name, code in NATIONS.items()),
        matters=lambda profile: profile.country == "GB",
    ),
)


def ask_profile(profile: Profile, today: date) -> Profile:
    """Ask each question that matters; what is skipped stays as it was."""
    for question in QUESTIONS:
        if not question.matters(profile):
            continue
        answer = ask(question.text, question.form(today), explanation=question.explanation)
        if answer is not None:
            profile = replace(profile, **{question.field: answer})
    return profile


def ask_first_facts(profile: Profile, today: date) -> tuple[Fact, ...]:
    """Ask for contraception with its start and for the last cervical screening."""
    may_have = profile.organs is None or {Organ.UTERUS, Organ.CERVIX} & set(profile.organs)
    if not may_have:
        return ()
    return (*_contraception(today), *_screening(profile, today))


def _contraception(today: date) -> tuple[Fact, ...]:
    method = ask(
        "What do you use against pregnancy?",
        one_of(Choice(plain(word), word) for word in Contraception),
        explanation="A new method, or a coil, can change bleeding.",
    )
    if method is None:
        return ()
    since = None
    if method not in (Contraception.NONE, Contraception.NOT_NEEDED):
        since = ask("Since when?", day(today), explanation="A day in the right month is enough.")
    return (Fact(id=str(uuid4()), what=method, start=since),)


def _screening(profile: Profile, today: date) -> tuple[Fact, ...]:
    if profile.organs is not None and Organ.CERVIX not in profile.organs:
        return ()
    result = ask(
        "What did your last cervical screening (smear test) say?",
        one_of(Choice(plain(word), word) for word in Screening),
        explanation="It looks for changes of the cervix. It is not a test for bleeding.",
    )
    if result is None:
        return ()
    taken = None
    if result not in (Screening.NEVER, Screening.UNKNOWN):
        taken = ask("When was it?", day(today), explanation="A day in the right month is enough.")
    return (Fact(id=str(uuid4()), what=result, start=taken),)
