"""What is in a report and what is left out, by category, for the person alone to read first."""

from collections.abc import Iterator
from dataclasses import replace

from diary.model import Fact, FactKind, History
from diary_reports.scope import Scope
from diary_reports.shown import Category, of_category
from diary_reports.values import Contents
from diary_reports.words import counted, listed

CATEGORIES = {
    Category.NOTES: "your notes, in your words",
    Category.CONSENT: "consent and safety with a partner",
    Category.DISTRESS: "distress and feelings",
    Category.PARTNER: "facts about partners",
    Category.SEX: "details of sex: kinds, lubricant, condoms",
    Category.PREGNANCY: "pregnancies, pregnancy tests and breastfeeding",
    Category.STI: "STI tests and infections passed on by sex",
    Category.MEDICINES: "names of medicines as you wrote them",
    Category.QUESTIONS: "your questions, worries and wishes, in your words",
}


def contents(history: History, scope: Scope, covers: str) -> Contents:
    """Tell what will be in the file and what will not, each category with how much it holds."""
    known = history.known_on(scope.as_of)
    known = replace(known, entries=tuple(filter(scope.covers, known.entries)))
    return Contents(
        included=(*_always(scope, covers), *_of(known, scope, are_in=True)),
        left_out=(*_of(known, scope, are_in=False), *_never(known)),
    )


def _always(scope: Scope, covers: str) -> Iterator[str]:
    yield f"{counted(len(scope.entries), 'entry', 'entries')}, {covers}"
    yield "bleeding, sex, pain and symptoms with their dates"
    facts = [fact for fact in scope.background.background if not _is_apart(fact)]
    yield from _background(scope, len(facts))
    names = sum(fact.kind is FactKind.CONDITION and bool(fact.note) for fact in facts)
    if names:
        yield f"names of conditions as you wrote them: {names}"
    yield "what the alerts say, for the whole time"


def _background(scope: Scope, facts: int) -> Iterator[str]:
    profile = scope.background.profile
    told = [counted(facts, "background fact")] if facts else []
    told += ["year of birth"] if profile.birth_year is not None else []
    told += ["body parts"] if profile.organs or profile.organs_unsure else []
    if told:
        yield listed(told)


def _is_apart(fact: Fact) -> bool:
    return fact.kind in (FactKind.QUESTION, FactKind.MEDICATION)


def _of(history: History, scope: Scope, *, are_in: bool) -> Iterator[str]:
    """Yield the categories of one side that hold anything, with how many entries and facts do."""
    for category, words in CATEGORIES.items():
        count = of_category(history, category)
        if (category in scope.left_out) is not are_in and (count or category in scope.left_out):
            yield f"{words}: {count or 'nothing recorded'}"


def _never(history: History) -> Iterator[str]:
    private = sum(bool(entry.private) for entry in history.entries)
    private += sum(bool(fact.private) for fact in history.background)
    if private:
        yield f"what you marked private: {private}"
    yield "your name: there is an empty line to write it on"
