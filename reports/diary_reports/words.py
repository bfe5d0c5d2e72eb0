"""How the page words dates, numbers and the vocabulary of the diary."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum

from diary.model import Symptom
from diary.model.background_words import (
    Breastfeeding,
    Condition,
    Contraception,
    Hrt,
    InfectionTreated,
    Investigation,
    Medication,
    NewPartner,
    Partners,
    PelvicExam,
    Pregnancy,
    PregnancyPossible,
    Procedure,
    Screening,
    ScreeningTest,
    StiExposure,
    StiTest,
    Visit,
)
from diary.model.vocabulary import (
    Amount,
    BleedingSource,
    Clots,
    DatePrecision,
    NoticedOn,
    Organ,
    PainSite,
    SexKind,
)

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

AFTER_SEX = {
    BleedingSource.VAGINAL: "bleeding after sex",
    BleedingSource.RECTAL: "rectal bleeding after sex",
    BleedingSource.SEMEN: "blood in semen",
    BleedingSource.URETHRAL: "urethral bleeding after sex",
    BleedingSource.URINE: "blood in urine after sex",
    BleedingSource.SKIN: "bleeding from the skin after sex",
    BleedingSource.UNKNOWN: "bleeding of unknown source after sex",
}
"""What the report is about, by where the blood came from."""

NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)

WORDINGS: dict[Enum, str] = {
    Amount.UNSPECIFIED: "amount not said",
    BleedingSource.VAGINAL: "vaginal bleeding",
    BleedingSource.RECTAL: "rectal bleeding",
    BleedingSource.SEMEN: "blood in semen",
    BleedingSource.URETHRAL: "urethral bleeding",
    BleedingSource.URINE: "blood in urine",
    BleedingSource.SKIN: "bleeding from the skin",
    BleedingSource.UNKNOWN: "bleeding of unknown source",
    Breastfeeding.BREASTFEEDING: "breastfeeding",
    Clots.NONE: "no clots",
    Clots.SMALL: "small clots",
    Clots.LARGE: "clots of 25 mm or more",
    Condition.BMI_30_39: "BMI 30 to 39",
    Condition.BMI_40_PLUS: "BMI 40 or more",
    Condition.COWDEN_SYNDROME: "Cowden syndrome",
    Condition.FAMILY_HISTORY_BLEEDING: "relative who bleeds a lot",
    Condition.HEAVY_SINCE_MENARCHE: "heavy periods since the first one",
    Condition.HIV: "HIV",
    Condition.IBS: "IBS",
    Condition.LYNCH_SYNDROME: "Lynch syndrome",
    Condition.OTHER: "other condition",
    Condition.PCOS: "PCOS",
    Condition.STERILE_OR_PARTNER_STERILE: "pregnancy not possible (sterility)",
    Contraception.COPPER_IUD: "copper IUD",
    Contraception.HORMONAL_IUD: "hormonal IUD",
    Contraception.NONE: "none",
    Contraception.NOT_NEEDED: "not needed",
    Contraception.OTHER: "other method",
    Contraception.STERILISATION: "own sterilisation",
    Hrt.OTHER: "other HRT",
    InfectionTreated.OTHER: "other infection",
    InfectionTreated.PID: "pelvic inflammatory disease",
    InfectionTreated.STI: "STI",
    InfectionTreated.UTI: "urine infection",
    Investigation.OTHER: "other test",
    Investigation.STOOL_TEST: "stool test (FIT)",
    Medication.OTHER: "other medicine",
    NewPartner.NEW_PARTNER: "new partner",
    NoticedOn.BEDDING: "on bedding",
    NoticedOn.CONDOM: "on a condom",
    NoticedOn.FINGERS_OR_TOY: "on fingers or a toy",
    NoticedOn.MIXED_IN_STOOL: "mixed in with the stool",
    NoticedOn.ON_STOOL: "on the surface of the stool",
    NoticedOn.OTHER: "elsewhere",
    NoticedOn.PAD: "on a pad",
    NoticedOn.TOILET_WATER: "in the toilet water",
    NoticedOn.UNDERWEAR: "on underwear",
    NoticedOn.WIPING: "on wiping",
    Organ.NEOVAGINA: "vagina made by surgery",
    PainSite.OTHER: "other site",
    PainSite.URINATION: "on passing urine",
    PainSite.VAGINAL_ENTRANCE: "vaginal entrance",
    Partners.MORE_THAN_TWO: "more than two",
    PelvicExam.ABNORMAL: "pelvic examination abnormal",
    PelvicExam.NEVER: "pelvic examination never done",
    PelvicExam.NORMAL: "pelvic examination normal",
    Pregnancy.ONGOING: "pregnant",
    PregnancyPossible.NO: "not possible",
    PregnancyPossible.UNSURE: "not sure",
    PregnancyPossible.YES: "possible",
    Procedure.CERVICAL_SMEAR: "cervical sample",
    Procedure.HYSTERECTOMY: "hysterectomy, cervix removed",
    Procedure.HYSTERECTOMY_CERVIX_KEPT: "hysterectomy, cervix kept",
    Procedure.LLETZ: "LLETZ",
    Procedure.OOPHORECTOMY: "both ovaries removed",
    Procedure.OTHER: "other procedure",
    Procedure.OTHER_GYNAECOLOGICAL: "other gynaecological procedure",
    Procedure.UTERINE_EVACUATION: "evacuation of the uterus",
    Screening.HPV_POSITIVE: "HPV positive",
    Screening.ABNORMAL: "abnormal cells",
    Screening.NEVER: "never done",
    Screening.PENDING: "result pending",
    Screening.SELF_SAMPLE_NEGATIVE: "self-sample, negative",
    Screening.UNKNOWN: "date and result not known",
    ScreeningTest.HPV: "HPV",
    ScreeningTest.HPV_AND_CYTOLOGY: "HPV and cytology",
    ScreeningTest.HPV_SELF_SAMPLE: "HPV self-sample",
    SexKind.OTHER: "other sex",
    StiExposure.CONTACT_NOTIFIED: "told by a clinic of an infection in a partner",
    StiExposure.PARTNER_DIAGNOSED: "partner found to have an infection",
    StiTest.HIV: "HIV positive",
    StiTest.OTHER_POSITIVE: "other infection positive",
    StiTest.PENDING: "result pending",
    Symptom.BREATHLESS: "breathless at rest",
    Symptom.BREATHLESS_ON_EXERTION: "breathless on exertion",
    Symptom.BURNING_URINATION: "burning on passing urine",
    Symptom.CANNOT_PASS_WIND: "cannot pass wind",
    Symptom.CANNOT_URINATE: "cannot pass urine",
    Symptom.CHANGING_EVERY_1_2_HOURS: "changing products every 1 to 2 hours",
    Symptom.COLD_OR_FLU: "cold or flu",
    Symptom.CONTRACEPTION_LAPSE: "lapse in contraception",
    Symptom.DISCHARGE_BLOODSTAINED: "bloodstained discharge",
    Symptom.DISCHARGE_NEW: "new discharge",
    Symptom.DISCHARGE_PUS: "discharge like pus",
    Symptom.DISCHARGE_SMELLY: "smelly discharge",
    Symptom.DISCHARGE_THICK_WHITE: "thick white discharge",
    Symptom.DISCHARGE_WATERY: "watery discharge",
    Symptom.FAINT: "fainting",
    Symptom.FREQUENT_URINATION: "passing urine often",
    Symptom.IUD_EXPELLED: "IUD came out",
    Symptom.IUD_FELT: "IUD felt",
    Symptom.IUD_THREADS_CHANGED: "IUD threads changed",
    Symptom.IUD_THREADS_MISSING: "IUD threads missing",
    Symptom.LEAKAGE_OR_NUMBNESS: "bowel leakage or numbness",
    Symptom.LESS_FETAL_MOVEMENT: "baby moves less",
    Symptom.LIFE_AFFECTED: "bleeding affects daily life",
    Symptom.NIGHT_CHANGES: "changing products at night",
    Symptom.OBJECT_STUCK_RECTUM: "object stuck in rectum",
    Symptom.OBJECT_STUCK_VAGINA: "object stuck in vagina",
    Symptom.PAIN_WORSE_ON_MOVING: "pain worse on moving",
    Symptom.PALE_CLAMMY: "pale or clammy",
    Symptom.PENILE_BRUISE_OR_BEND: "bruised or bent penis",
    Symptom.RACING_HEART: "racing heart at rest",
    Symptom.RECTAL_MUCUS_OR_PUS: "mucus or pus from the rectum",
    Symptom.SHOULDER_TIP_PAIN: "shoulder-tip pain",
    Symptom.UNWELL: "generally unwell",
    Visit.CHECKED_NORMAL: "checked, normal",
    Visit.OTHER: "seen",
    Visit.PLAN_AGREED: "plan agreed",
    Visit.TESTS_PENDING: "tests pending",
    Visit.TOLD_EXPECTED: "told to expect it",
}
"""Where the word of the file form, with spaces for its underscores, would not read well."""


def worded(word: Enum) -> str:
    """Return a vocabulary word as the page prints it."""
    return WORDINGS.get(word, str(word.value).replace("_", " "))


def long_date(day: date) -> str:
    """Return 2 March 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_date(day: date, precision: DatePrecision | None = None) -> str:
    """Return 2 Mar 2026, or less where the date is known less exactly."""
    month = MONTHS[day.month - 1][:3]
    match precision:
        case DatePrecision.YEAR:
            return f"{day.year}"
        case DatePrecision.MONTH:
            return f"{month} {day.year}"
        case DatePrecision.WEEK:
            return f"week of {day.day} {month} {day.year}"
        case _:
            return f"{day.day} {month} {day.year}"


def day_range(first: date, last: date) -> str:
    """Return 2 to 6 Mar 2026, with month and year said once where they are the same."""
    if first == last:
        return short_date(first)
    kept = 3 if first.year != last.year else 2 if first.month != last.month else 1
    return f"{' '.join(short_date(first).split()[:kept])} to {short_date(last)}"


def dates(days: Iterable[date], *, most: int = 4) -> str:
    """Return days in a row with each year said once, the latest `most` of them, if any."""
    in_order = sorted(set(days))
    shown = in_order[-most:]
    words = []
    for day, following in zip(shown, [*shown, None][1:], strict=True):
        text = short_date(day)
        same_year = following is not None and following.year == day.year
        words.append(text.rsplit(" ", 1)[0] if same_year else text)
    earlier = len(in_order) - len(shown)
    return ", ".join(words) + (f" and {earlier} earlier" if earlier else "")


def month(day: date) -> str:
    """Return June 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def in_words(count: int) -> str:
    """Return a count up to twelve as a word, a larger one in digits."""
    return NUMBERS[count - 1] if 0 < count <= len(NUMBERS) else f"{count}"


def times(count: int) -> str:
    """Return once, twice or so many times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: 1 day, 3 days."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def span(low: float, high: float) -> str:
    """Return one number, or two with "to" between them."""
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"


def listed(words: Sequence[str], *, last: str = "and") -> str:
    """Return words with commas and a last "and"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def tally(words: Iterable[Enum]) -> str:
    """Return each word with how often it occurs, the most frequent first; a lone word bare."""
    found = counts(words)
    if len(found) == 1:
        return worded(found[0][0])
    return ", ".join(f"{worded(word)} {count}" for word, count in found)


def counts(words: Iterable[Enum]) -> list[tuple[Enum, int]]:
    """Return each word with its count, the most frequent first, equals in order of their enum."""
    found: dict[Enum, int] = {}
    for word in words:
        found[word] = found.get(word, 0) + 1
    order = {word: number for word in found for number, word in enumerate(type(word))}
    return sorted(found.items(), key=lambda item: (-item[1], order[item[0]]))


def sentence(text: str) -> str:
    """Return the text with a capital and a full stop."""
    return f"{text[:1].upper()}{text[1:]}." if text else ""
