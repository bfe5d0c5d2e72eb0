"""What the rules about the penis share: for whom they are, and where they come from."""

from diary.alerts.rule import Who
from diary.alerts.signals.person import has_penis

FAMILY = "penis"
PENIS = Who("people with a penis", (has_penis,))

HEALTHLINK = "HealthLinkBC: Injury of the penis (read 2026)"
CUA = "Canadian Urological Association: Urological health (read 2026)"
TRAUMA = "EAU and AUA: Urological trauma; NHS.uk: Paraphimosis (not re-read)"
CDC_STI = "CDC 2021: Sexually transmitted infections; BASHH (not re-read)"
UROLOGICAL = "GPnotebook: Urological cancer, NICE urgent referral (read 2026)"
PENILE_NG12 = "NICE NG12 on the penis, study notes (weak page, read 2026)"
