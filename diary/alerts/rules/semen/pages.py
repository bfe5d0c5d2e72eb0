"""What the rules about semen share: for whom they are, and where they come from."""

from diary.alerts.rule import Who
from diary.alerts.signals.person import either, has, has_penis
from diary.model.vocabulary import Organ

FAMILY = "blood_in_semen"
PENIS_OR_PROSTATE = Who(
    "people with a penis, prostate or testicles",
    (either(has_penis, has(Organ.PROSTATE), has(Organ.TESTES)),),
)

GPNOTEBOOK = "GPnotebook 2018: Haematospermia, cites CKS, RCGP, AFP 2009, Oxford (read 2026)"
LOTHIAN_2020 = "RefHelp NHS Lothian 2020: Haematospermia (read 2026)"
BRISTOL = "Remedy Bristol 2017: Haematospermia (read 2026)"
MANCHESTER = "Manchester Urology: Blood in semen (read 2026)"
SEMEN_GUIDELINES = "EAU: Haemospermia; Stefanovic 2009; Suh 2017; ACR (not re-read)"
UROLOGICAL = "GPnotebook: Urological cancer, NICE urgent referral (read 2026)"
EXAMINER = "nativemeded.co.uk: Haematospermia, history (read 2026)"
MYGPNOTES = "mygpnotes.com: Haematospermia (read 2026)"
