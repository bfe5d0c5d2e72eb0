"""The values of the diary, frozen and free of everything but the standard library."""

from diary.model.entry import Bleeding, Entry, Pain, Product, Sex
from diary.model.fact import AbsentFact, Fact, FactKind
from diary.model.history import History
from diary.model.profile import Profile
from diary.model.symptom import Symptom

__all__ = [
    "AbsentFact",
    "Bleeding",
    "Entry",
    "Fact",
    "FactKind",
    "History",
    "Pain",
    "Product",
    "Profile",
    "Sex",
    "Symptom",
]
