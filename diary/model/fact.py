"""Dated facts about the person: methods, medicines, conditions, tests, procedures and visits."""

import datetime as dt
from dataclasses import dataclass, fields
from enum import Enum

from diary.errors import InvalidValue
from diary.model.background_words import (
    Breastfeeding,
    Condition,
    Contraception,
    Helped,
    HpvVaccine,
    Hrt,
    Infection,
    InfectionTreated,
    Investigation,
    Medication,
    NewPartner,
    Partners,
    PelvicExam,
    Pregnancy,
    PregnancyPossible,
    PregnancyTest,
    Procedure,
    Question,
    Result,
    Screening,
    ScreeningTest,
    StiExposure,
    StiTest,
    Tried,
    Visit,
)
from diary.model.limits import NOTE_LIMIT, check_day, check_id, check_text, earliest_day
from diary.model.vocabulary import DatePrecision


class FactKind(Enum):
    """What sort of fact it is; the words that it may say are in `WORDS`."""

    CONTRACEPTION = "contraception"
    HRT = "hrt"
    MEDICATION = "medication"
    CONDITION = "condition"
    PREGNANCY = "pregnancy"
    BREASTFEEDING = "breastfeeding"
    PREGNANCY_TEST = "pregnancy_test"
    PROCEDURE = "procedure"
    SCREENING = "screening"
    STI_TEST = "sti_test"
    STI_EXPOSURE = "sti_exposure"
    INFECTION_TREATED = "infection_treated"
    PELVIC_EXAM = "pelvic_exam"
    HPV_VACCINE = "hpv_vaccine"
    NEW_PARTNER = "new_partner"
    VISIT = "visit"
    PREGNANCY_POSSIBLE = "pregnancy_possible"
    TRIED = "tried"
    QUESTION = "question"
    PARTNERS = "partners"
    INVESTIGATION = "investigation"


FactWord = (
    Contraception
    | Hrt
    | Medication
    | Condition
    | Pregnancy
    | Breastfeeding
    | PregnancyTest
    | Procedure
    | Screening
    | StiTest
    | StiExposure
    | InfectionTreated
    | PelvicExam
    | HpvVaccine
    | NewPartner
    | Visit
    | PregnancyPossible
    | Tried
    | Question
    | Partners
    | Investigation
)

WORDS: dict[FactKind, type[FactWord]] = {
    FactKind.CONTRACEPTION: Contraception,
    FactKind.HRT: Hrt,
    FactKind.MEDICATION: Medication,
    FactKind.CONDITION: Condition,
    FactKind.PREGNANCY: Pregnancy,
    FactKind.BREASTFEEDING: Breastfeeding,
    FactKind.PREGNANCY_TEST: PregnancyTest,
    FactKind.PROCEDURE: Procedure,
    FactKind.SCREENING: Screening,
    FactKind.STI_TEST: StiTest,
    FactKind.STI_EXPOSURE: StiExposure,
    FactKind.INFECTION_TREATED: InfectionTreated,
    FactKind.PELVIC_EXAM: PelvicExam,
    FactKind.HPV_VACCINE: HpvVaccine,
    FactKind.NEW_PARTNER: NewPartner,
    FactKind.VISIT: Visit,
    FactKind.PREGNANCY_POSSIBLE: PregnancyPossible,
    FactKind.TRIED: Tried,
    FactKind.QUESTION: Question,
    FactKind.PARTNERS: Partners,
    FactKind.INVESTIGATION: Investigation,
}

KIND_OF: dict[type[Enum], FactKind] = {words: kind for kind, words in WORDS.items()}

COMMON = frozenset({"id", "what", "start", "end", "date_precision", "note", "private"})

DAYS = ("start", "end", "due_date", "next_due", "last_contact")

DETAILS: dict[FactKind, frozenset[str]] = {
    FactKind.HRT: frozenset({"low_progestogen"}),
    FactKind.PREGNANCY: frozenset({"due_date"}),
    FactKind.PROCEDURE: frozenset({"result"}),
    FactKind.INVESTIGATION: frozenset({"result"}),
    FactKind.SCREENING: frozenset({"test", "next_due"}),
    FactKind.STI_EXPOSURE: frozenset({"infection", "last_contact"}),
    FactKind.VISIT: frozenset({"about", "next_due"}),
    FactKind.TRIED: frozenset({"helped"}),
    FactKind.PARTNERS: frozenset({"tested"}),
}
"""The fields that only facts of one kind have, beside those of every fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that holds, or happened, from `start` until `end`; its kind follows from `what`.

    A fact with a start and no end still holds; one without a start holds since an unknown day. A
    test, procedure or visit happens on its start date. The fields after `private` belong to the
    kinds that `DETAILS` names.
    """

    what: FactWord
    id: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    date_precision: DatePrecision | None = None
    note: str | None = None
    private: bool | None = None
    low_progestogen: bool | None = None
    due_date: dt.date | None = None
    result: Result | None = None
    test: ScreeningTest | None = None
    next_due: dt.date | None = None
    infection: Infection | None = None
    last_contact: dt.date | None = None
    about: tuple[str, ...] = ()
    helped: Helped | None = None
    tested: bool | None = None

    def __post_init__(self) -> None:
        """Refuse an end before the start, a detail of another kind and text beyond its limit."""
        check_text("the note", self.note, NOTE_LIMIT)
        check_id("the id", self.id)
        for name in DAYS:
            check_day(name.replace("_", " "), getattr(self, name))
        for word in self.about:
            check_text("what the visit was about", word)
        if len(set(self.about)) != len(self.about):
            raise InvalidValue("what the visit was about names something twice")
        if self.start and self.end and self.end < earliest_day(self.start, self.date_precision):
            raise InvalidValue("the end is before the start")
        self._check_details()

    def _check_details(self) -> None:
        if self.kind is FactKind.QUESTION and self.note is None:
            raise InvalidValue("a question needs its words in the note")
        allowed = COMMON | DETAILS.get(self.kind, frozenset())
        for field in fields(self):
            if field.name not in allowed and getattr(self, field.name) not in (None, ()):
                kind = self.kind.value.replace("_", " ")
                raise InvalidValue(f"{field.name} does not belong to a fact about {kind}")

    @property
    def kind(self) -> FactKind:
        """The kind that the word belongs to."""
        return KIND_OF[type(self.what)]

    def holds_on(self, day: dt.date) -> bool:
        """Say whether the fact holds on `day`: begun or of unknown start, and not ended before."""
        begun = self.start is None or self.start <= day
        return begun and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsentFact:
    """Something asked about and answered with no; `what` None means nothing of that kind."""

    kind: FactKind
    what: FactWord | None = None
    date: dt.date | None = None

    def __post_init__(self) -> None:
        """Refuse a word that belongs to another kind."""
        check_day("the day of the answer", self.date)
        if self.what is not None and KIND_OF[type(self.what)] is not self.kind:
            raise InvalidValue("the absent fact names a word of another kind")
