"""What the preview shows is what the file holds, and what it leaves out is not in the file."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from made_up import after_sex, day

from diary.errors import InvalidValue
from diary.model import AbsentFact, Entry, Fact, FactKind, History, Symptom
from diary.model import Sex as SexEvent
from diary.model.background_words import (
    Condition,
    Medication,
    Pregnancy,
    PregnancyTest,
    Question,
    StiTest,
    Visit,
)
from diary.model.vocabulary import Answer, SexKind
from diary_reports.content import compose
from diary_reports.page import pdf
from diary_reports.preview import preview
from diary_reports.sheet import sheet_of
from diary_reports.values import Content

AS_OF = day("2026-11-21")


def bare(text: str) -> str:
    """Return a text without spaces and bars: pages break lines where the preview does not."""
    return "".join(text.replace("|", "").replace("\u200b", "").split())


def pages_of(content: Content) -> str:
    """Return the text of all pages of the file."""
    pages = pypdf.PdfReader(io.BytesIO(pdf(content))).pages
    return bare(" ".join(page.extract_text() for page in pages))


def previewed(content: Content) -> Iterator[str]:
    """Yield every line of the preview, its cells apart: a table may break between two of them."""
    for section in preview(content):
        yield section.title
        for line in section.lines:
            yield from line.split(" | ")


NO_DATA = {
    *("blanks", "columns", "alert_columns", "share_columns", "cycle_columns"),
    *("variants", "strips"),
}
"""The lines for a name, the headings of tables, and the drawing with its remark."""


def strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, Sequence):
        for value in data:
            yield from strings(value)


@pytest.fixture
def outspoken(recurrent: History) -> History:
    """Somebody with something in every category."""
    told = Entry(
        date=day("2026-11-12"),
        sex=SexEvent(kinds=(SexKind.TOY,), consent=Answer.NO, new_partner=True),
        symptoms=(Symptom.LOW_MOOD, Symptom.DRYNESS),
        distress=9,
        note="a very own note",
    )
    facts = (
        Fact(what=Pregnancy.MISCARRIAGE, start=day("2025-04-02")),
        Fact(what=StiTest.GONORRHOEA, start=day("2025-06-07")),
        Fact(what=Condition.HERPES, start=day("2024-01-01")),
    )
    return replace(
        recurrent,
        entries=(*recurrent.entries, told),
        background=(*recurrent.background, *facts),
    )


WORDS = {
    "notes": ("a very own note",),
    "consent": ("consent: no",),
    "distress": ("distress 9", "low mood"),
    "partner": ("new partner",),
    "sex": ("no condom", "with a toy"),
    "pregnancy": ("miscarriage", "pregnancy test"),
    "sti": ("gonorrhoea", "herpes", "STI test: negative"),
    "medicines": ("sertraline",),
    "questions": ("Could the coil be the reason?", "something serious"),
}
ON_REQUEST = ("notes", "consent", "distress", "partner")


@pytest.mark.parametrize("include", [(), ON_REQUEST])
def test_every_line_of_the_preview_is_in_the_file(
    outspoken: History, include: tuple[str, ...]
) -> None:
    content = compose(outspoken, AS_OF, include=include)
    text = pages_of(content)
    missing = [line for line in previewed(content) if bare(line) not in text]
    assert missing == []


@pytest.mark.parametrize("include", [(), ON_REQUEST])
def test_every_text_of_the_file_is_in_the_preview(
    outspoken: History, include: tuple[str, ...]
) -> None:
    content = compose(outspoken, AS_OF, include=include)
    shown = bare(" ".join(previewed(content)))
    data = {name: value for name, value in sheet_of(content).items() if name not in NO_DATA}
    texts = [text for text in strings(data) if text]
    assert len(texts) > 100
    assert [text for text in texts if bare(text) not in shown] == []


@pytest.mark.parametrize("category", [name for name in WORDS if name not in ON_REQUEST])
def test_what_is_left_out_is_neither_in_the_preview_nor_in_the_file(
    outspoken: History, category: str
) -> None:
    usual = bare(" ".join(previewed(compose(outspoken, AS_OF))))
    content = compose(outspoken, AS_OF, leave_out={category})
    without, text = bare(" ".join(previewed(content))), pages_of(content)
    for words in WORDS[category]:
        assert bare(words) in usual
        assert bare(words) not in without
        assert bare(words) not in text


@pytest.mark.parametrize("category", ON_REQUEST)
def test_what_is_only_told_on_request_is_in_neither_without(
    outspoken: History, category: str
) -> None:
    usual = bare(" ".join(previewed(compose(outspoken, AS_OF))))
    asked = bare(" ".join(previewed(compose(outspoken, AS_OF, include={category}))))
    for words in WORDS[category]:
        assert bare(words) not in usual
        assert bare(words) in asked


def test_what_is_left_out_is_not_called_not_recorded(recurrent: History) -> None:
    content = compose(recurrent, AS_OF, leave_out={"pregnancy", "sti", "medicines"})
    assert not {"pregnancy", "STI test", "medicines"} & set(content.not_recorded)


def test_a_visit_about_what_is_left_out_quiets_nothing_more() -> None:
    """A visit about feelings alone does not quiet the alert about the bleeding before it."""
    entries = (after_sex("2026-10-01"), after_sex("2026-10-08"))
    visit = Fact(what=Visit.PLAN_AGREED, start=day("2026-10-20"), about=("feelings",))
    content = compose(History(entries=entries, background=(visit,)), AS_OF)
    without = compose(History(entries=entries), AS_OF)
    assert [n.rule for n in without.notices]
    assert [(n.rule, n.urgency) for n in content.notices] == [
        (n.rule, n.urgency) for n in without.notices
    ]
    assert "feelings" not in " ".join(previewed(content))


def test_each_side_says_how_much_of_a_category_there_is(outspoken: History) -> None:
    contents = compose(outspoken, AS_OF, include={"notes"}, leave_out={"sti"}).contents
    assert "your notes, in your words: 1" in contents.included
    assert "your questions, worries and wishes, in your words: 2" in contents.included
    assert "STI tests and infections passed on by sex: 3" in contents.left_out
    assert "distress and feelings: 1" in contents.left_out
    assert "facts about partners: 2" in contents.left_out
    nothing = compose(History(), AS_OF).contents
    assert "consent and safety with a partner: nothing recorded" in nothing.left_out


def test_an_answer_of_no_goes_with_its_category() -> None:
    history = History(
        background=(Fact(what=Question.WISH, note="to sit down first"),),
        background_absent=(AbsentFact(kind=FactKind.MEDICATION, what=Medication.TAMOXIFEN),),
    )
    assert "tamoxifen" in " ".join(previewed(compose(history, AS_OF)))
    content = compose(history, AS_OF, leave_out={"medicines", "questions"})
    assert "tamoxifen" not in " ".join(previewed(content))
    assert "sit down" not in " ".join(previewed(content))


def test_a_pregnancy_test_that_is_left_out_raises_no_alert() -> None:
    history = History(
        entries=(after_sex("2026-11-20"),),
        background=(Fact(what=PregnancyTest.POSITIVE, start=day("2026-11-18")),),
    )
    content = compose(history, AS_OF, leave_out={"pregnancy"})
    unknown = compose(replace(history, background=()), AS_OF)
    assert (content.notices, content.earlier) == (unknown.notices, unknown.earlier)
    assert content.notices != compose(history, AS_OF).notices


@pytest.mark.parametrize(
    ("include", "leave_out", "told"),
    [
        ((), ("everything",), "only these can be left out"),
        (("sex",), (), "only these can be included: notes, consent, distress, partner"),
        (("notes",), ("notes",), "notes cannot be both in and left out"),
    ],
)
def test_a_category_that_is_none_or_on_both_sides_is_refused(
    include: tuple[str, ...], leave_out: tuple[str, ...], told: str
) -> None:
    with pytest.raises(InvalidValue, match=told):
        compose(History(), AS_OF, include=include, leave_out=leave_out)
