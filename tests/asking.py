"""Answers to the questions of `diary log`, without a terminal."""

from datetime import UTC, date, datetime
from typing import Any

from diary.cli.log.command import EVERYTHING
from diary.cli.log.draft import Answers, Draft, Progress, replay
from diary.model import Entry, History, Profile
from diary.model.vocabulary import Organ

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 18, 0, tzinfo=UTC)
PENIS = Profile(organs=(Organ.PENIS, Organ.PROSTATE, Organ.TESTES))
WOMB = Profile(organs=(Organ.VAGINA, Organ.CERVIX, Organ.UTERUS, Organ.OVARIES))


def start(history: History | None = None) -> Draft:
    return Draft(entry=Entry(date=TODAY), now=NOW, history=history or History())


def asked(answers: Answers, *, history: History | None = None) -> list[str]:
    """Return the names of all questions that come, where those in `answers` are answered so."""
    given_so_far: dict[str, Any] = {}
    names = []
    while (question := replay(start(history), EVERYTHING, given_so_far).question) is not None:
        names.append(question.name)
        given_so_far[question.name] = answers.get(question.name)
    return names


def done(answers: Answers, *, history: History | None = None) -> Progress:
    """Return the end of the flow, where all but `answers` is skipped."""
    names = asked(answers, history=history)
    return replay(start(history), EVERYTHING, {n: answers.get(n) for n in names})
