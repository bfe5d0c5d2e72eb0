"""What a visit was about: which rules each word of `about` speaks of.

A word is a topic, such as `contraception`, or names a rule by its code or family. A topic covers
its own family and the rules of others that speak of the same part of the body: a person who was
seen for bleeding says where it is from, and does not know which of the rows it is (our choice).
A talk about a method is none of its bleeding elsewhere, and a coil can be looked at without it.
A screening is no check of a symptom (Cancer Council Australia), so that it covers screening alone.
"""

from diary.alerts.rule import Rule
from diary.model import Fact

VAGINAL_BLOOD = frozenset(
    {
        "bleeding_after_sex",
        "bleeding_between_periods",
        "heavy_periods",
        "bleeding_after_menopause",
        "hrt",
        "CYC-2",
        "HRM-1",
        "HRM-2",
        "HRM-3",
        "HRM-4",
        "HRM-7",
        "HRM-8",
        "IUD-1",
        "IUD-2",
        "IUD-7",
        "AGE-1",
    }
)
"""Not: no period, pills that were missed, a coil that may have moved, or a pregnancy."""

URINARY = frozenset({"penis", "blood_in_urine", "blood_in_semen"})
EMERGENCY = frozenset({"emergency"})
"""Emergency signs fit every complaint of the body, not a talk about a method or a test."""

COVERED_BY_CODE = frozenset({"EMG-8"})
"""The rules that a topic covers by their code alone: who looks at a belly sees no squeezed neck."""

COVERS: dict[str, frozenset[str]] = {
    "bleeding_after_sex": VAGINAL_BLOOD | EMERGENCY,
    "bleeding_between_periods": VAGINAL_BLOOD | EMERGENCY,
    "heavy_periods": VAGINAL_BLOOD | EMERGENCY,
    "bleeding_after_menopause": VAGINAL_BLOOD | EMERGENCY,
    "cycle_change": frozenset({"bleeding_between_periods", "heavy_periods"}),
    "hrt": frozenset({"bleeding_after_menopause"}),
    "iud": EMERGENCY,
    "pain": frozenset({"INF-1", "INF-2"}) | EMERGENCY,
    "infection": frozenset({"IUD-5", "PROC-4", "PEN-4", "REC-7", "SEM-6"}) | EMERGENCY,
    "pregnancy": frozenset({"after_birth", "IUD-4"}) | EMERGENCY,
    "after_birth": frozenset({"pregnancy"}) | EMERGENCY,
    "after_procedure": frozenset({"PCB-17"}) | EMERGENCY,
    "rectal_bleeding": EMERGENCY,
    "penis": URINARY | EMERGENCY,
    "blood_in_urine": URINARY | EMERGENCY,
    "blood_in_semen": URINARY | EMERGENCY,
    "safety": frozenset({"young_people", "EMG-8"}),
}
"""What each topic speaks of besides the family of its own name: families and codes of rules."""


def is_about(visit: Fact, rule: Rule) -> bool:
    """Say whether a visit was about what a rule speaks of, by its own words.

    False where the visit does not say what it was about: what that means is for the caller to say.
    """
    names = {rule.code, rule.family}
    covered = {rule.code} if rule.code in COVERED_BY_CODE else names
    return any(word in names or covered & COVERS.get(word, frozenset()) for word in visit.about)
