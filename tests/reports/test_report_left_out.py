"""What is left out stays out: of the values, of the pages, and of every count."""

import io
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pikepdf
import pypdf
import pytest
from made_up import after_sex, day, sex

from diary.errors import InvalidValue
from diary.model import Bleeding, Entry, Fact, History, Symptom
from diary.model import Sex as SexEvent
from diary.model.background_words import (
    Condition,
    Contraception,
    Infection,
    Medication,
    NewPartner,
    Partners,
    Question,
    StiExposure,
    Visit,
)
from diary.model.vocabulary import Answer, BleedingSource, Timing
from diary_reports.content import compose
from diary_reports.page import pdf

AS_OF = day("2026-11-21")
SENTINEL = "xyzzy"


def strings(value: object) -> Iterator[str]:
    """Yield every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)


@pytest.fixture
def outspoken() -> History:
    """Somebody whose every free text, id and left-out field can be recognised."""
    kept = replace(after_sex("2026-10-01"), id=f"{SENTINEL}-entry", note=f"{SENTINEL} note")
    told = Entry(
        date=day("2026-10-05"),
        sex=SexEvent(consent=Answer.NO, new_partner=True),
        symptoms=(Symptom.AFRAID_OF_PARTNER, Symptom.LOW_MOOD, Symptom.DRYNESS),
        absent=(Symptom.SELF_HARM_THOUGHTS, Symptom.PARTNER_PRESSURE),
        distress=9,
        note=f"{SENTINEL} another",
        origin=f"{SENTINEL} program",
    )
    private = Entry(
        date=day("2026-10-09"),
        bleeding=Bleeding(source=BleedingSource.RECTAL, timing=Timing.AFTER_SEX),
        symptoms=(Symptom.FAINT,),
        note=f"{SENTINEL} hidden",
        private=True,
    )
    return History(
        background=(
            Fact(what=Contraception.OTHER, note=f"{SENTINEL} method", id=f"{SENTINEL}-fact"),
            Fact(what=Visit.OTHER, note=f"{SENTINEL} visit", about=(f"{SENTINEL}-word", "safety")),
            Fact(what=Medication.OTHER, note=f"{SENTINEL} medicine", private=True),
            Fact(what=Question.WORRY, note=f"{SENTINEL} worry", private=True),
            Fact(what=NewPartner.NEW_PARTNER, start=day("2026-10-02")),
            Fact(what=Partners.TWO, start=day("2026-10-02"), tested=True),
            Fact(what=StiExposure.PARTNER_DIAGNOSED, infection=Infection.GONORRHOEA),
        ),
        entries=(kept, told, private, sex("2026-10-12")),
    )


def test_nothing_free_or_private_is_in_the_content_unless_asked_for(outspoken: History) -> None:
    text = " ".join(strings(compose(outspoken, AS_OF)))
    assert SENTINEL not in text
    for word in ("consent: ", "distress 9", "afraid", "low mood", "new partner", "gonorrhoea"):
        assert word not in text


def test_nothing_free_or_private_is_in_the_file(outspoken: History) -> None:
    document = pdf(compose(outspoken, AS_OF))
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(document)).pages)
    assert "Bleeding after sex" in text
    assert SENTINEL not in text
    for stored in _everything(document):
        assert SENTINEL.encode() not in stored
        assert SENTINEL.encode("utf-16-be") not in stored


def _everything(document: bytes) -> Iterator[bytes]:
    """Yield the file as it is, and all its streams and texts unpacked."""
    yield document
    with pikepdf.open(io.BytesIO(document)) as opened:
        for stored in opened.objects:
            if isinstance(stored, pikepdf.Stream):
                yield stored.read_bytes()
            yield stored.unparse(resolved=True)


def test_private_entries_are_in_no_count(outspoken: History) -> None:
    content = compose(outspoken, AS_OF)
    without = replace(outspoken, entries=tuple(e for e in outspoken.entries if not e.private))
    assert content.opening == compose(without, AS_OF).opening
    assert content.log.days_with_entry == 3
    assert not any("fainting" in sign for sign in content.danger.recorded)
    assert content.episodes == compose(without, AS_OF).episodes
    assert content.notices == compose(without, AS_OF).notices


@pytest.mark.parametrize(
    ("category", "words"),
    [
        ("notes", (f"{SENTINEL} note", f"{SENTINEL} another", f"{SENTINEL} method")),
        ("consent", ("consent: no", "afraid of partner")),
        ("distress", ("distress 9 of 10", "low mood")),
        ("partner", ("new partner", "in 12 months: two, tested", "gonorrhoea")),
    ],
)
def test_each_category_comes_in_when_it_is_asked_for_and_alone(
    outspoken: History, category: str, words: tuple[str, ...]
) -> None:
    asked = compose(outspoken, AS_OF, include={category})
    text = " ".join(strings(asked))
    for word in words:
        assert word in text
    usual = " ".join(strings(compose(outspoken, AS_OF)))
    assert not any(word in usual for word in words)
    assert f"{SENTINEL} hidden" not in text
    assert f"{SENTINEL} worry" not in text


def test_the_words_of_a_visit_that_are_not_known_are_never_printed(outspoken: History) -> None:
    everything = frozenset({"notes", "consent", "distress", "partner"})
    content = compose(outspoken, AS_OF, include=everything)
    assert f"{SENTINEL}-word" not in " ".join(strings(content))


def test_notes_stand_with_their_days(outspoken: History) -> None:
    notes = compose(outspoken, AS_OF, include={"notes"}).notes
    assert [(line.label, line.text) for line in notes] == [
        ("1 Oct 2026", f"{SENTINEL} note"),
        ("5 Oct 2026", f"{SENTINEL} another"),
        ("Contraception, other method", f"{SENTINEL} method"),
        ("Visit, seen", f"{SENTINEL} visit"),
    ]


def test_names_of_medicines_and_questions_are_in_without_asking() -> None:
    history = History(
        background=(
            Fact(what=Condition.OTHER, note="coeliac disease"),
            Fact(what=Question.WISH, note="to be examined by the same person"),
        )
    )
    text = " ".join(strings(compose(history, AS_OF)))
    assert "coeliac disease" in text
    assert "to be examined by the same person" in text


def test_the_person_is_told_what_is_in_and_what_is_left_out(outspoken: History) -> None:
    contents = compose(outspoken, AS_OF, include={"notes"}).contents
    assert "3 entries, 1 Oct to 21 Nov 2026" in contents.included
    assert "your notes, in your words: 4" in contents.included
    assert "consent and safety with a partner: 2" in contents.left_out
    assert "distress and feelings: 1" in contents.left_out
    assert "facts about partners: 4" in contents.left_out
    assert "what you marked private: 3" in contents.left_out


def test_an_unknown_category_is_refused() -> None:
    with pytest.raises(InvalidValue, match="only these can be included"):
        compose(History(), AS_OF, include={"everything"})
