"""What the alerts say: short, plain, calm sentences that tell what to do first."""

import re

import pytest
from alert_rows import TODAY, ago, blood, entry, fact, pain, pcb, told

from diary.alerts import RULES, Alert, Rule, Urgency, assess
from diary.alerts.modifiers import MODIFIERS
from diary.alerts.sources import DESIGN
from diary.alerts.wording import LEADS, SAFETY_NET
from diary.model import Entry, History, Sex, Symptom
from diary.model.background_words import Contraception, Medication, Visit
from diary.model.vocabulary import BleedingSource, SexKind, Timing

LONGEST_SENTENCE = 20
NEVER_SAID = (
    r"!",
    r"%",
    r"\byou have\b",
    r"\byou've\b",
    r"\bshould have\b",
    r"\bunprotected\b",
    r"\bcomplain",
    r"\bpatients?\b",
    r"\bsuffer",
    r"\b(ab)?normal\b",
    r"\bwomen\b",
    r"\bwoman\b",
    r"\bhusband\b",
    r"\bboyfriend\b",
    r"\bcancer\b",
    r"\byour fault\b",
)


def texts(rule: Rule) -> dict[str, str]:
    return {
        "title": rule.title,
        "what_to_do": rule.what_to_do,
        "why": rule.why,
        "what_to_say": rule.what_to_say,
        "less_urgent_if": rule.less_urgent_if,
        "more_urgent_if": rule.more_urgent_if,
        **{f"lead for {urgency.value}": text for urgency, text in rule.lead.items()},
    }


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?:])\s+", text) if part]


def everything_said() -> list[tuple[str, str]]:
    said = [(f"{r.code} {name}", text) for r in RULES for name, text in texts(r).items()]
    said += [(f"lead {urgency.value}", text) for urgency, text in LEADS.items()]
    said += [(modifier.code, modifier.sentence) for modifier in MODIFIERS]
    return [*said, ("safety net", SAFETY_NET)]


def only(history: History, code: str) -> Alert:
    (alert,) = (alert for alert in assess(history, TODAY).alerts if alert.rule == code)
    return alert


@pytest.mark.parametrize(("where", "text"), everything_said(), ids=lambda value: value[:24])
def test_a_text_is_short_and_says_nothing_that_is_never_said(where: str, text: str) -> None:
    long = [s for s in sentences(text) if len(s.split()) > LONGEST_SENTENCE]
    banned = [word for word in NEVER_SAID if re.search(word, text, re.IGNORECASE)]
    assert (where, long, banned) == (where, [], [])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_every_text_and_a_source_that_is_more_than_our_choice(rule: Rule) -> None:
    missing = [
        name for name, text in texts(rule).items() if not text.strip() and name != "what_to_do"
    ]
    assert missing == []
    assert rule.clinical.strip()
    assert [source for source in rule.sources if source != DESIGN]
    assert not rule.title.endswith(".")


def test_codes_are_unique_and_ordered_within_their_family() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    by_letters: dict[str, list[int]] = {}
    for code in codes:
        letters, number = code.split("-")
        by_letters.setdefault(letters, []).append(int(number))
    assert {k: v for k, v in by_letters.items() if v != sorted(v)} == {}


def test_what_a_rule_supersedes_exists() -> None:
    known = {rule.code for rule in RULES} | {rule.family for rule in RULES}
    unknown = [(r.code, name) for r in RULES for name in r.supersedes if name not in known]
    assert unknown == []


def test_an_emergency_says_whom_to_call_before_anything_else() -> None:
    alert = only(told(entry(0, Symptom.FAINT, bleeding=blood("heavy")), country="GB"), "EMG-1")
    assert alert.what_to_do.startswith("Call 999 or 112 now, or go to A&E.")
    assert "Do not drive if you feel faint." in alert.what_to_do
    assert "If you are alone, tell someone." in alert.what_to_do
    assert "Take your diary page with you." in alert.what_to_do


def test_where_the_country_is_not_known_there_are_words_and_no_number() -> None:
    for country in (None, "ZZ"):
        history = told(entry(0, Symptom.FAINT, bleeding=blood("heavy")), country=country)
        assert assess(history, TODAY).contacts == ()
        assert only(history, "EMG-1").what_to_do.startswith("Call your local emergency number now")


@pytest.mark.parametrize(
    ("country", "region", "numbers"),
    [
        ("GB", None, ["999", "112", "111"]),
        ("GB", "GB-SCT", ["999", "112", "111"]),
        ("GB", "GB-NIR", ["999", "112"]),
        ("IE", None, ["112", "999"]),
        ("US", None, ["911"]),
        ("CA", None, ["911"]),
        ("AU", None, ["000"]),
        ("NZ", None, ["111"]),
        ("FR", None, ["112"]),
        ("GB", "US-CA", ["999", "112", "111"]),
    ],
)
def test_the_numbers_are_those_of_the_country(
    country: str, region: str | None, numbers: list[str]
) -> None:
    contacts = assess(told(country=country, region=region), TODAY).contacts
    assert [contact.number for contact in contacts] == numbers
    assert all(contact.checked is not None for contact in contacts)


def test_the_words_follow_the_urgency_that_the_alert_has_in_the_end() -> None:
    twice = (pcb(10), pcb(40))
    alert = only(told(*twice), "PCB-2")
    assert alert.urgency is Urgency.ROUTINE
    assert alert.what_to_do.startswith("Book an appointment when you can.")
    raised = only(told(*twice, fact(Medication.ANTICOAGULANT)), "PCB-2")
    assert raised.urgency is Urgency.WITHIN_TWO_WEEKS
    assert raised.what_to_do.startswith("Book now, and ask to be seen by a clinician within two")
    assert raised.why.endswith("Do not stop the medicine yourself.")


def test_a_note_to_watch_says_that_there_is_nothing_to_book() -> None:
    waiting = only(told(pcb(0), fact(Contraception.RING, 60)), "PCB-1")
    assert waiting.what_to_do == (
        "Nothing to book for now. Keep a note of it here. "
        "If it goes on after 30 July 2026, book a visit."
    )


def test_after_a_visit_the_words_say_when_it_was_and_when_to_go_back() -> None:
    seen = only(told(pcb(10), pcb(40), fact(Visit.TREATED, 3)), "PCB-2")
    assert seen.what_to_do.startswith("A clinician checked this on 27 June 2026.")
    assert "Go back sooner if it gets heavier" in seen.what_to_do


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (pcb(0, amount="light"), "light bleeding after sex"),
        (pcb(0, of={"timing": Timing.DURING_SEX}), "spotting during sex"),
        (pcb(0, amount=None, pain=pain(5)), "bleeding after sex, pain 5 of 10"),
        (pcb(0, Symptom.DISCHARGE_SMELLY), "spotting after sex, smelly discharge"),
        (pcb(0, temperature_c=38.24), "spotting after sex, temperature 38.2"),
    ],
)
def test_the_evidence_is_said_in_a_few_words_with_its_day_and_id(record: Entry, words: str) -> None:
    from dataclasses import replace

    alerts = assess(told(replace(record, id="e1")), TODAY).alerts
    said = {(item.what, item.date, item.entry) for alert in alerts for item in alert.evidence}
    assert (words, ago(0), "e1") in said


def test_the_evidence_says_where_blood_came_from_when_not_from_the_vagina() -> None:
    history = told(
        entry(0, Symptom.FAINT, bleeding=blood(source=BleedingSource.RECTAL.value)),
    )
    assert only(history, "EMG-1").evidence[0].what == "spotting from the bottom, faint"


def test_feelings_and_consent_never_show_in_the_evidence() -> None:
    anal = Sex(kinds=(SexKind.ANAL,))
    history = told(pcb(0, Symptom.ANXIOUS, Symptom.AFRAID_OF_PARTNER, sex=anal, note="secret"))
    (evidence,) = only(history, "PCB-1").evidence
    assert evidence.what == "spotting after sex"


def test_a_fact_is_said_with_its_kind() -> None:
    alert = only(
        told(pcb(60), fact(Visit.CHECKED_NORMAL, 50, id="f1"), pcb(10)),
        "PCB-12",
    )
    assert [(item.what, item.fact) for item in alert.evidence if item.fact] == [
        ("visit: checked normal", "f1")
    ]


def test_the_safety_net_line_is_always_there() -> None:
    assert assess(History(), TODAY).safety_net == SAFETY_NET
    assert "not a diagnosis" in SAFETY_NET
