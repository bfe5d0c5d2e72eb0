"""Several alerts at once read as one answer: what matters most, the rest short, nothing twice."""

import json
from typing import Any

from running import RunDiary

FEMALE = ["vagina", "cervix", "uterus", "ovaries"]


def answer(diary_in: RunDiary, entries: list[dict[str, Any]], *, as_of: str, **more: Any) -> str:
    document = {
        "format": "symptom-diary",
        "version": 1,
        "profile": {"country": "GB", "organs": FEMALE, "birth_year": 1990},
        "entries": entries,
        **more,
    }
    ran = diary_in("alerts", "--from", "-", "--as-of", as_of, input=json.dumps(document))
    assert ran.status == 0
    return " ".join(ran.out.split())


def day(date: str, *symptoms: str, amount: str = "light", **more: Any) -> dict[str, Any]:
    bleeding = {"source": "vaginal", "amount": amount, "timing": "not_after_sex", **more}
    return {"date": date, "bleeding": bleeding, "symptoms": list(symptoms)}


def test_the_emergency_that_names_the_complaint_comes_first_and_the_other_is_said_too(
    diary_in: RunDiary,
) -> None:
    fitted = {"kind": "contraception", "what": "copper_iud", "start": "2026-02-27"}
    faint = day("2026-03-01", "faint", amount="heavy")
    words = answer(diary_in, [faint], as_of="2026-03-01", background=[fitted])
    assert "just after a coil was fitted" in words
    assert 'Also say: "I am bleeding and I feel faint or short of breath."' in words


def test_days_that_say_the_same_are_one_line(diary_in: RunDiary) -> None:
    days = [day(f"2026-03-{number:02}") for number in range(1, 21)]
    words = answer(diary_in, days, as_of="2026-03-20")
    assert "- 2026-03-01 to 2026-03-20, 20 days: light bleeding" in words


def test_what_it_rests_on_tells_how_much_and_whether_it_goes_on(diary_in: RunDiary) -> None:
    much = day(
        "2026-03-01",
        amount="heavy",
        pads_per_hour=2,
        soaking_hours=3,
        clots="large",
        stopped=False,
    )
    words = answer(diary_in, [much], as_of="2026-03-01")
    assert "heavy bleeding, 2 soaked an hour for 3 hours, large clots, not stopped" in words


def test_a_sign_of_some_days_ago_says_to_call_if_it_is_still_there(diary_in: RunDiary) -> None:
    much = day("2026-03-01", amount="heavy", pads_per_hour=2, soaking_hours=3)
    words = answer(diary_in, [much], as_of="2026-03-04")
    assert words.startswith("IF IT IS STILL THERE, CALL NOW")
    assert "WITHIN 2 WEEKS" not in words


def test_what_stands_below_says_what_to_do_too(diary_in: RunDiary) -> None:
    entries = [
        {
            "date": f"2026-0{month}-10",
            "sex": {"kinds": ["vaginal"]},
            "bleeding": {"source": "vaginal", "amount": "light", "timing": "after_sex"},
            "pain": {"score": 5, "with_sex": True},
        }
        for month in (2, 3)
    ]
    words = answer(diary_in, entries, as_of="2026-03-10")
    _first, below = words.split("Also noted:")
    assert "A sexual health clinic can have a look, too." in below
    for sentence in ("Pain with bleeding is worth a check.", "There is no rush."):
        assert words.count(sentence) <= 1


def test_where_there_is_care_to_offer_it_does_not_say_that_nothing_needs_a_visit(
    diary_in: RunDiary,
) -> None:
    unwanted = {"date": "2026-03-01", "sex": {"kinds": ["vaginal"], "consent": "no"}}
    words = answer(diary_in, [unwanted], as_of="2026-03-12")
    assert words.startswith("There is care for what you wrote down, if you want it.")
    assert "Nothing that you wrote down" not in words
