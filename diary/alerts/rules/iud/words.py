"""What the rules about an IUD share: the family's name, whom they are for, sources."""

from diary.alerts.rule import Who
from diary.alerts.signals.iud import may_have_iud

FAMILY = "iud"
IUD = Who("people with an IUD (coil)", (may_have_iud,))

CHELWEST_IUD = "Chelsea and Westminster NHS: After insertion of an IUD (read 2026)"
HIGHLAND = "NHS Highland: Non-visible threads, cites FSRH 2015 and 2019 (read 2026)"
TAYSIDE = "NHS Tayside: Lost IUD threads, guidance for primary care (read 2026)"
MEDICINE_TODAY = "Medicine Today 2017: What to do about missing IUD threads (read 2026)"
FSRH_IUD = "FSRH 2023: Intrauterine contraception; Farley 1992 (not re-read)"
FSRH_BLEEDING = "FSRH 2015: Problematic bleeding with hormonal contraception (not re-read)"
