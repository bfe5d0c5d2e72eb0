"""What the alerts say: short, plain, calm sentences that tell what to do first."""

import datetime as dt
import re
from typing import Any

import pytest
from alert_rows import MALE, TODAY, ago, blood, entry, fact, pain, pcb, told

from diary.alerts import RULES, RULES_CHECKED, Alert, Rule, Urgency, assess, is_outdated
from diary.alerts.countries import helplines
from diary.alerts.danger_signs import NOT_STOPPING, OTHER_SIGNS, PREGNANT, SOAKING
from diary.alerts.modifiers import MODIFIERS
from diary.alerts.signals.symptoms import FEELINGS
from diary.alerts.sources import DESIGN
from diary.alerts.symptom_words import symptom_words
from diary.alerts.wording import LEADS
from diary.model import Entry, Fact, History, Sex, Symptom
from diary.model.background_words import Condition, Contraception, Medication, Visit
from diary.model.vocabulary import (
    Answer,
    BleedingSource,
    MenstrualStatus,
    Organ,
    SexKind,
    Timing,
)

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
GUESSES = (
    r"\bcaused? by\b",
    r"\bdue to\b",
    r"\bbecause of\b",
    r"\bprobably\b",
    r"\b(is|are) likely\b",
    r"\b(may|might|can|could) be (a|an|the|from|low)\b",
    r"\b(may|might|could) have (moved|torn|burst)\b",
    r"\bsigns? of\b",
    r"\bmeans? (that )?you\b",
    r"\b(fibroids?|polyps?|cysts?|ectopic|fracture|burst|twist(ed)?|tumou?r|sepsis|thrush)\b",
    r"\b(miscarrying|fissures?|piles|haemorrhoids?|endometriosis|chlamydia|disease)\b",
)
"""Ways to say what may lie behind it. A person may ask for a test of it, and nothing more."""

WHOM = (
    r"\b(doctor|nurse|midwife|pharmacist|clinician|clinic|service|unit|hospital|prescriber)\b"
    r"|\bmaternity\b|\{(emergency|urgent_advice)\}"
)
SOAKED = (SOAKING, NOT_STOPPING)


def texts(rule: Rule) -> dict[str, str]:
    return {
        "title": rule.title,
        "what_to_do": rule.what_to_do,
        "why": rule.why,
        "what_to_say": rule.what_to_say,
        "less_urgent_if": rule.less_urgent_if,
        "more_urgent_if": rule.more_urgent_if,
        **{f"lead for {urgency.value}": text for urgency, text in rule.lead.items()},
        **({"afterwards": rule.afterwards} if rule.afterwards else {}),
    }


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?:])\s+", text) if part]


def everything_said() -> list[tuple[str, str]]:
    said = [(f"{r.code} {name}", text) for r in RULES for name, text in texts(r).items()]
    said += [(f"lead {urgency.value}", text) for urgency, text in LEADS.items()]
    said += [(modifier.code, modifier.sentence) for modifier in MODIFIERS]
    return [*said, *(("safety net", text) for text in (*SOAKED, OTHER_SIGNS, PREGNANT))]


def only(history: History, code: str) -> Alert:
    (alert,) = (alert for alert in assess(history, TODAY).alerts if alert.rule == code)
    return alert


@pytest.mark.parametrize(("where", "text"), everything_said(), ids=lambda value: value[:24])
def test_a_text_is_short_and_says_nothing_that_is_never_said(where: str, text: str) -> None:
    long = [s for s in sentences(text) if len(s.split()) > LONGEST_SENTENCE]
    banned = [word for word in NEVER_SAID if re.search(word, text, re.IGNORECASE)]
    assert (where, long, banned) == (where, [], [])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_text_of_a_rule_guesses_a_cause(rule: Rule) -> None:
    said = [rule.title, rule.why, rule.what_to_do, *rule.lead.values(), rule.afterwards or ""]
    guessed = [text for text in said if any(re.search(g, text, re.IGNORECASE) for g in GUESSES)]
    assert guessed == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_to_do_names_whom_to_turn_to(rule: Rule) -> None:
    first = rule.lead.get(rule.urgency, LEADS[rule.urgency])
    assert re.search(WHOM, f"{first} {rule.what_to_do}")


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
    assert alert.what_to_do.startswith("Book a visit to your doctor or nurse when you can.")
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


@pytest.mark.parametrize(
    ("history", "pads", "pregnancy"),
    [
        (History(), True, True),
        (told(), True, True),
        (told(organs=MALE), False, False),
        (told(menstrual_status=MenstrualStatus.POSTMENOPAUSE), True, False),
        (told(organs=(Organ.NEOVAGINA, Organ.PROSTATE)), True, False),
    ],
)
def test_what_cannot_wait_follows_the_body(
    history: History, *, pads: bool, pregnancy: bool
) -> None:
    line = assess(history, TODAY).safety_net
    assert "sudden strong belly pain" in line
    assert line.endswith("This is not a diagnosis.")
    assert ("soak a pad" in line, "bleed a lot" in line) == (pads, not pads)
    assert ("pregnant" in line) == pregnancy


def unwanted(days: int, **more: Any) -> Entry:
    sex = Sex(kinds=(SexKind.VAGINAL,), consent=Answer.NO)
    return entry(days, sex=sex, bleeding=blood("heavy"), **more)


def test_after_an_injury_the_words_stay_kind_when_it_no_longer_stands() -> None:
    alert = only(told(unwanted(8), country="GB", region="GB-SCT"), "SAF-2")
    assert alert.what_to_do == (
        "On 22 June 2026 you recorded this. If you still hurt or bleed, please call 999 or 112 "
        "or NHS 111 now. You can still be seen and cared for."
    )


def test_after_thoughts_of_self_harm_the_words_stay_kind_when_they_no_longer_stand() -> None:
    alert = only(told(entry(3, Symptom.SELF_HARM_THOUGHTS), country="GB"), "EMO-2")
    assert alert.what_to_do == (
        "On 27 June 2026 you recorded this. If the thoughts are still there, please talk to a "
        "crisis line, your doctor or NHS 111 today."
    )


@pytest.mark.parametrize("region", [None, "GB-ENG", "GB-WLS"])
def test_words_about_unwanted_sex_end_with_the_helpline_of_the_country(region: str | None) -> None:
    alert = only(told(unwanted(1), country="GB", region=region), "SAF-1")
    assert alert.what_to_do.endswith(
        "You can also call the Rape Crisis 24/7 Support Line on 0808 500 2222."
    )


@pytest.mark.parametrize(
    ("country", "region"),
    [("GB", "GB-SCT"), ("GB", "GB-NIR"), ("US", None), ("AU", None), ("FR", None), (None, None)],
)
def test_a_helpline_that_is_not_for_there_or_was_not_checked_is_not_shown(
    country: str | None, region: str | None
) -> None:
    history = told(unwanted(1), country=country, region=region)
    assert helplines(history.profile) == {}
    assert not re.search(r"[0-9]{3}", only(history, "SAF-1").what_to_do)


def test_every_helpline_that_is_shown_has_the_day_it_was_checked() -> None:
    (line,) = helplines(told(country="GB").profile).values()
    assert (line.number, line.checked) == ("0808 500 2222", dt.date(2026, 11, 21))


OF_CLINICS_AND_SCHEMAS = (
    r"rectal|\banal|penile|testicular|urethral|genital|vulval|stool|urin|rigor|flank|palpitat"
    r"|fetal|ejaculat|vomit|\biud\b|enema|feverish|tip pain|discharge (new|pus|smelly|watery)"
)


@pytest.mark.parametrize("symptom", [s for s in Symptom if s not in FEELINGS])
def test_the_evidence_names_every_symptom_in_plain_words(symptom: Symptom) -> None:
    assert not re.search(OF_CLINICS_AND_SCHEMAS, symptom_words(symptom))
    assert "_" not in symptom_words(symptom)


def test_what_a_weaker_immune_system_means_fits_every_body() -> None:
    (risk,) = (modifier for modifier in MODIFIERS if modifier.code == "MOD-3")
    assert risk.sentence == "Your immune system clears some infections less well."


def test_the_rules_carry_the_day_they_were_checked_and_are_outdated_after_18_months() -> None:
    assessment = assess(History(), TODAY)
    assert assessment.rules_checked == RULES_CHECKED == dt.date(2026, 11, 28)
    assert not is_outdated(RULES_CHECKED + dt.timedelta(days=548))
    assert is_outdated(RULES_CHECKED + dt.timedelta(days=549))


FEVERISH = entry(0, Symptom.GENITAL_SWELLING, temperature_c=38.0)
IMMUNOSUPPRESSED = fact(Condition.IMMUNOSUPPRESSION, 200)
CHEMOTHERAPY = "If you have chemotherapy, call your hospital's line now."


@pytest.mark.parametrize(
    ("records", "times"),
    [
        pytest.param((FEVERISH, IMMUNOSUPPRESSED), 1, id="a fever, weak immunity"),
        pytest.param((FEVERISH,), 0, id="a fever"),
        pytest.param((entry(0, Symptom.SWELLING_SPREADING), IMMUNOSUPPRESSED), 0, id="no fever"),
        pytest.param(
            (entry(3, Symptom.GENITAL_SWELLING, temperature_c=38.0), IMMUNOSUPPRESSED),
            0,
            id="a fever of days ago",
        ),
    ],
)
def test_a_fever_with_weak_immunity_names_the_line_for_chemotherapy(
    records: tuple[Entry | Fact, ...], times: int
) -> None:
    alerts = assess(told(*records, country="GB"), TODAY).alerts
    named = [alert for alert in alerts if alert.rule in ("INF-3", "INF-10")]
    assert max(alert.what_to_do.count(CHEMOTHERAPY) for alert in named) == times
