"""The words of the diary: what each field may say, spelt as in the interchange form."""

from enum import Enum


class DatePrecision(Enum):
    """How exactly a date is known; the date itself is then a day within that span."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Organ(Enum):
    """A part of the body that a person may have."""

    VAGINA = "vagina"
    NEOVAGINA = "neovagina"
    CERVIX = "cervix"
    UTERUS = "uterus"
    OVARIES = "ovaries"
    PENIS = "penis"
    PROSTATE = "prostate"
    TESTES = "testes"


class MenstrualStatus(Enum):
    """Where a person is between the first period and the menopause.

    POSTMENOPAUSE: no period for 12 months without another reason, or ovaries removed.
    NONE: no periods now for another reason, such as pregnancy or a method that stops them.
    """

    NOT_STARTED = "not_started"
    MENSTRUATING = "menstruating"
    PERIMENOPAUSE = "perimenopause"
    POSTMENOPAUSE = "postmenopause"
    NONE = "none"


class BleedingSource(Enum):
    """Where the blood came from.

    RECTAL: from or around the anus. URETHRAL: from the opening, not with urine.
    SKIN: an outside cut or tear. UNKNOWN: see `Bleeding.possible_sources`.
    """

    VAGINAL = "vaginal"
    RECTAL = "rectal"
    SEMEN = "semen"
    URETHRAL = "urethral"
    URINE = "urine"
    SKIN = "skin"
    UNKNOWN = "unknown"


class PossibleSource(Enum):
    """Where the blood may have come from, when the person is not sure."""

    VAGINAL = "vaginal"
    RECTAL = "rectal"
    SEMEN = "semen"
    URETHRAL = "urethral"
    URINE = "urine"
    SKIN = "skin"
    PARTNER = "partner"


class Amount(Enum):
    """How much blood, from drops (SPOTTING) to more than a usual period day (HEAVY)."""

    SPOTTING = "spotting"
    LIGHT = "light"
    MEDIUM = "medium"
    HEAVY = "heavy"
    UNSPECIFIED = "unspecified"


class Timing(Enum):
    """When the bleed began; AFTER_SEX means within 24 hours after sex of any kind."""

    DURING_SEX = "during_sex"
    AFTER_SEX = "after_sex"
    NOT_AFTER_SEX = "not_after_sex"
    UNKNOWN = "unknown"


class Answer(Enum):
    """An answer that may be "not sure"; not asked is None, never NO."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Colour(Enum):
    """The colour of the blood."""

    PINK = "pink"
    BRIGHT_RED = "bright_red"
    DARK_RED = "dark_red"
    BROWN = "brown"
    BLACK = "black"


class Clots(Enum):
    """Clots in the blood; LARGE means 25 mm or more."""

    NONE = "none"
    SMALL = "small"
    LARGE = "large"


class Trend(Enum):
    """How it changed against its beginning, or the day before."""

    INCREASING = "increasing"
    STEADY = "steady"
    EASING = "easing"


class ProductKind(Enum):
    """What caught the blood."""

    PAD = "pad"
    TAMPON = "tampon"
    CUP = "cup"
    PERIOD_UNDERWEAR = "period_underwear"
    LINER = "liner"
    OTHER = "other"


class Soaked(Enum):
    """How full a product was."""

    LIGHT = "light"
    MEDIUM = "medium"
    FULL = "full"


class NoticedOn(Enum):
    """Where the blood was seen."""

    WIPING = "wiping"
    UNDERWEAR = "underwear"
    PAD = "pad"
    TOILET_WATER = "toilet_water"
    ON_STOOL = "on_stool"
    MIXED_IN_STOOL = "mixed_in_stool"
    CONDOM = "condom"
    FINGERS_OR_TOY = "fingers_or_toy"
    BEDDING = "bedding"
    OTHER = "other"


class SexKind(Enum):
    """What took part in the sex; FINGERS, FIST, TOY and DILATOR beside or instead of a penis."""

    VAGINAL = "vaginal"
    ANAL = "anal"
    ORAL = "oral"
    FINGERS = "fingers"
    FIST = "fist"
    TOY = "toy"
    DILATOR = "dilator"
    OTHER = "other"


class SexSite(Enum):
    """Which parts of this person's own body were involved."""

    VAGINA = "vagina"
    VULVA = "vulva"
    ANUS = "anus"
    PENIS = "penis"
    MOUTH = "mouth"
    OTHER = "other"


class Role(Enum):
    """RECEPTIVE: this person was penetrated."""

    RECEPTIVE = "receptive"
    INSERTIVE = "insertive"
    BOTH = "both"


class Severity(Enum):
    """Pain strength where there is no score: 1 to 3, 4 to 6, 7 to 10 on the NRS."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


class PainSite(Enum):
    """Where pain is; URINATION means on passing urine."""

    VAGINAL_ENTRANCE = "vaginal_entrance"
    VULVA = "vulva"
    PERINEUM = "perineum"
    DEEP_PELVIC = "deep_pelvic"
    LOWER_BELLY = "lower_belly"
    BELLY = "belly"
    GROIN = "groin"
    ANUS = "anus"
    RECTUM = "rectum"
    PENIS = "penis"
    TESTICLE = "testicle"
    URINATION = "urination"
    OTHER = "other"


class Side(Enum):
    """Which side of the body."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDDLE = "middle"
