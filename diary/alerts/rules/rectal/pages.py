"""What the rules about the bottom share: the family's name and where the rules come from."""

FAMILY = "rectal_bleeding"

ARTICLE_ANAL = "Consumer article: Bleeding after anal sex (read 2026)"
NHS_RECTAL = "NHS.uk: Bleeding from the bottom (read 2026)"
ANAL_SURGERY = "Surgical case series: Rectal perforation; ACPGBI (not re-read)"
WHO_ANORECTAL = "WHO 2021: Anorectal discharge (read 2026)"
CDC_1998 = "CDC 1998: Proctitis (old page, read 2026)"
PROCTITIS = "BASHH: Proctitis and LGV; UKHSA: Mpox (not re-read)"
FIT_NOTES = "NICE NG12 as of 2023: Stool test, study notes (weak page, read 2026)"
MACMILLAN_BOWEL = "Macmillan: Rapid referral, lower bowel, before 2023 (read 2026)"
NHS_BACK_PAIN = "NHS.uk: Back pain, signs that cannot wait (not re-read)"
NHS_ANTICOAGULANTS = "NHS.uk: Anticoagulant medicines, side effects (not re-read)"
