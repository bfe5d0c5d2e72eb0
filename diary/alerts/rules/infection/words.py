"""What the rules about infection share: the family's name, first sentences and sources."""

from diary.alerts.assessment import Urgency

FAMILY = "infection"

SOON = {
    Urgency.WITHIN_TWO_WEEKS: (
        "Call a sexual health clinic or your doctor now. "
        "Ask to be seen in two working days, or in two weeks at the latest."
    ),
}
"""For tests that are best done soon: BASHH and MEDFASH ask clinics for access in 48 hours."""

PID_TABLE = "STI journal: Signs of pelvic infection, CDC 2006 and BASHH 2005 (read 2026)"
PID_CDC = "Emergency Medicine Kenya: Pelvic infection, CDC criteria (read 2026)"
ACCESS = "BASHH and MEDFASH: Standards, access in 48 hours (not re-read)"
CDC_STI = "CDC 2021: Sexually transmitted infections; BASHH window periods (not re-read)"
DEVON_DISCHARGE = "Devon Sexual Health: Vaginal discharge (read 2026)"
PEP = "Umbrella Health: Pelvic infection, PEP up to 72 hours (read 2026)"
MELBOURNE = "South Eastern Melbourne PHN: Postcoital bleeding (read 2026)"
HORMONES = "Pharmacy Notebook: Unscheduled bleeding, FSRH 2009 (read 2026)"
SCREENING = "MSD Manual: Chlamydia, CDC 2021 screening (read 2026)"
URINE = "NICE NG109 and NG111: Urinary infection (not re-read)"
SORES = "BASHH: Herpes, syphilis, LGV; UKHSA: Mpox (not re-read)"
ARTICLE_ANAL = "Consumer article: Bleeding after anal sex (read 2026)"
