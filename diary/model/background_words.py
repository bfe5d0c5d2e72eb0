"""The words of the background: one enum for each kind of fact, spelt as in the interchange form."""

from enum import Enum


class Contraception(Enum):
    """The usual method; methods used together are a fact each.

    STERILISATION: the person's own tubes. NOT_NEEDED: no sex that can lead to pregnancy.
    """

    NONE = "none"
    NOT_NEEDED = "not_needed"
    CONDOMS = "condoms"
    DIAPHRAGM = "diaphragm"
    WITHDRAWAL = "withdrawal"
    FERTILITY_AWARENESS = "fertility_awareness"
    COMBINED_PILL = "combined_pill"
    PROGESTOGEN_PILL = "progestogen_pill"
    PATCH = "patch"
    RING = "ring"
    IMPLANT = "implant"
    INJECTION = "injection"
    HORMONAL_IUD = "hormonal_iud"
    COPPER_IUD = "copper_iud"
    STERILISATION = "sterilisation"
    OTHER = "other"


class Hrt(Enum):
    """Menopausal or gender-affirming oestrogen; SEQUENTIAL has a planned bleed."""

    CONTINUOUS_COMBINED = "continuous_combined"
    SEQUENTIAL = "sequential"
    OESTROGEN_ONLY = "oestrogen_only"
    VAGINAL_OESTROGEN = "vaginal_oestrogen"
    TIBOLONE = "tibolone"
    OTHER = "other"


class Medication(Enum):
    """A medicine that changes bleeding, infection or contraception."""

    ANTICOAGULANT = "anticoagulant"
    ANTIPLATELET = "antiplatelet"
    TAMOXIFEN = "tamoxifen"
    TESTOSTERONE = "testosterone"
    IMMUNOSUPPRESSANT = "immunosuppressant"
    ENZYME_INDUCER = "enzyme_inducer"
    EMERGENCY_CONTRACEPTION = "emergency_contraception"
    IRON = "iron"
    ANTIBIOTIC = "antibiotic"
    OTHER = "other"


class Condition(Enum):
    """A condition named by a clinician, but for smoking and family history."""

    BLEEDING_DISORDER = "bleeding_disorder"
    LOW_PLATELETS = "low_platelets"
    IMMUNOSUPPRESSION = "immunosuppression"
    HIV = "hiv"
    PCOS = "pcos"
    DIABETES = "diabetes"
    BMI_30_39 = "bmi_30_39"
    BMI_40_PLUS = "bmi_40_plus"
    LYNCH_SYNDROME = "lynch_syndrome"
    COWDEN_SYNDROME = "cowden_syndrome"
    PLACENTA_PRAEVIA = "placenta_praevia"
    LOW_IRON = "low_iron"
    HEAVY_SINCE_MENARCHE = "heavy_since_menarche"
    SMOKER = "smoker"
    FIBROIDS = "fibroids"
    POLYP = "polyp"
    ENDOMETRIOSIS = "endometriosis"
    ADENOMYOSIS = "adenomyosis"
    ECTROPION = "ectropion"
    PROLAPSE = "prolapse"
    HAEMORRHOIDS = "haemorrhoids"
    ANAL_FISSURE = "anal_fissure"
    HERPES = "herpes"
    LICHEN_SCLEROSUS = "lichen_sclerosus"
    IBS = "ibs"
    STERILE_OR_PARTNER_STERILE = "sterile_or_partner_sterile"
    FAMILY_HISTORY_BLEEDING = "family_history_bleeding"
    OTHER = "other"


class Pregnancy(Enum):
    """ONGOING starts on the day weeks are counted from; the others on the day they happened."""

    ONGOING = "ongoing"
    BIRTH = "birth"
    STILLBIRTH = "stillbirth"
    MISCARRIAGE = "miscarriage"
    ABORTION = "abortion"
    ECTOPIC = "ectopic"


class Breastfeeding(Enum):
    """Feeding a baby from the breast or chest."""

    BREASTFEEDING = "breastfeeding"


class PregnancyTest(Enum):
    """The result of a home or clinic test on its start day."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNCLEAR = "unclear"


class Procedure(Enum):
    """An examination or operation; LLETZ is also called LEEP.

    HYSTERECTOMY: cervix removed too. UTERINE_EVACUATION: after a miscarriage or for an abortion.
    """

    CERVICAL_SMEAR = "cervical_smear"
    CERVICAL_BIOPSY = "cervical_biopsy"
    LLETZ = "lletz"
    COLPOSCOPY = "colposcopy"
    ENDOMETRIAL_BIOPSY = "endometrial_biopsy"
    HYSTEROSCOPY = "hysteroscopy"
    ENDOMETRIAL_ABLATION = "endometrial_ablation"
    UTERINE_EVACUATION = "uterine_evacuation"
    HYSTERECTOMY = "hysterectomy"
    HYSTERECTOMY_CERVIX_KEPT = "hysterectomy_cervix_kept"
    OOPHORECTOMY = "oophorectomy"
    PROLAPSE_REPAIR = "prolapse_repair"
    PERINEAL_REPAIR = "perineal_repair"
    PELVIC_SURGERY = "pelvic_surgery"
    OTHER_GYNAECOLOGICAL = "other_gynaecological"
    VAGINOPLASTY = "vaginoplasty"
    VASECTOMY = "vasectomy"
    PROSTATE_BIOPSY = "prostate_biopsy"
    HAEMORRHOID_SURGERY = "haemorrhoid_surgery"
    COLONOSCOPY = "colonoscopy"
    CYSTOSCOPY = "cystoscopy"
    OTHER = "other"


class Screening(Enum):
    """The result of a cervical screening sample."""

    NEGATIVE = "negative"
    HPV_POSITIVE = "hpv_positive"
    ABNORMAL = "abnormal"
    INADEQUATE = "inadequate"
    PENDING = "pending"
    SELF_SAMPLE_NEGATIVE = "self_sample_negative"
    NEVER = "never"
    UNKNOWN = "unknown"


class StiTest(Enum):
    """One result of a test; NEGATIVE covers all that was tested."""

    NEGATIVE = "negative"
    CHLAMYDIA = "chlamydia"
    GONORRHOEA = "gonorrhoea"
    TRICHOMONAS = "trichomonas"
    MYCOPLASMA_GENITALIUM = "mycoplasma_genitalium"
    HERPES = "herpes"
    SYPHILIS = "syphilis"
    HIV = "hiv"
    OTHER_POSITIVE = "other_positive"
    PENDING = "pending"


class StiExposure(Enum):
    """How the person learnt that a partner has an infection."""

    PARTNER_DIAGNOSED = "partner_diagnosed"
    CONTACT_NOTIFIED = "contact_notified"


class InfectionTreated(Enum):
    """An infection whose treatment began on the start day."""

    STI = "sti"
    PID = "pid"
    BACTERIAL_VAGINOSIS = "bacterial_vaginosis"
    THRUSH = "thrush"
    UTI = "uti"
    OTHER = "other"


class PelvicExam(Enum):
    """An examination of the vagina and cervix."""

    NORMAL = "normal"
    ABNORMAL = "abnormal"
    NEVER = "never"


class HpvVaccine(Enum):
    """Whether the person has had the HPV vaccine."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NONE = "none"


class NewPartner(Enum):
    """The first sex with a new partner was on the start day."""

    NEW_PARTNER = "new_partner"


class Visit(Enum):
    """A check by a clinician.

    DIAGNOSED: a cause was found. PLAN_AGREED: already being looked after for this.
    TOLD_EXPECTED: told to expect it and to wait.
    """

    CHECKED_NORMAL = "checked_normal"
    TREATED = "treated"
    DIAGNOSED = "diagnosed"
    REFERRED = "referred"
    PLAN_AGREED = "plan_agreed"
    TESTS_PENDING = "tests_pending"
    TOLD_EXPECTED = "told_expected"
    OTHER = "other"


class PregnancyPossible(Enum):
    """The person's own answer, for the start day."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Tried(Enum):
    """What the person tried against the bleeding or pain."""

    LUBRICANT = "lubricant"
    MORE_TIME = "more_time"
    REST = "rest"
    MOISTURISER = "moisturiser"
    OTHER_POSITION = "other_position"
    CONDOMS = "condoms"
    STOPPED_SEX = "stopped_sex"
    FIBRE_OR_LAXATIVE = "fibre_or_laxative"
    PAIN_RELIEF = "pain_relief"
    COUNSELLING = "counselling"
    OTHER = "other"


class Question(Enum):
    """What the person wants to ask, fears or wishes; the words are in the note."""

    QUESTION = "question"
    WORRY = "worry"
    WISH = "wish"


class Partners(Enum):
    """Sexual partners in the 12 months before the start day."""

    NONE = "none"
    ONE = "one"
    TWO = "two"
    MORE_THAN_TWO = "more_than_two"


class Investigation(Enum):
    """A test that is not an STI test, a pregnancy test or cervical screening."""

    PELVIC_ULTRASOUND = "pelvic_ultrasound"
    BLOOD_COUNT = "blood_count"
    URINE_TEST = "urine_test"
    VAGINAL_SWAB = "vaginal_swab"
    STOOL_TEST = "stool_test"
    OTHER = "other"


class Result(Enum):
    """The result of a procedure or an investigation."""

    NORMAL = "normal"
    ABNORMAL = "abnormal"
    PENDING = "pending"
    UNKNOWN = "unknown"


class ScreeningTest(Enum):
    """What a cervical screening sample was tested for."""

    HPV = "hpv"
    HPV_SELF_SAMPLE = "hpv_self_sample"
    CYTOLOGY = "cytology"
    HPV_AND_CYTOLOGY = "hpv_and_cytology"


class Infection(Enum):
    """The infection that a partner was found to have."""

    CHLAMYDIA = "chlamydia"
    GONORRHOEA = "gonorrhoea"
    TRICHOMONAS = "trichomonas"
    MYCOPLASMA_GENITALIUM = "mycoplasma_genitalium"
    HERPES = "herpes"
    SYPHILIS = "syphilis"
    HIV = "hiv"
    OTHER = "other"
    NOT_TOLD = "not_told"


class Helped(Enum):
    """Whether what was tried helped."""

    YES = "yes"
    A_LITTLE = "a_little"
    NO = "no"
    UNSURE = "unsure"
