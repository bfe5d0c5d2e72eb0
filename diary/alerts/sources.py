"""Where the rules come from, named once; each says whether the page was read for this version.

"Read" means that the words, often only the opening of the page, were read in 2026. "Not re-read"
are guidelines and papers named from memory. Weak pages are called so.
"""


def _read(name: str) -> str:
    return f"{name} (read 2026)"


def _not_read(name: str) -> str:
    return f"{name} (not re-read)"


DESIGN = "The exact number is our choice, on the safe side"

NHS_BLEEDING = _read("NHS.uk: Vaginal bleeding between periods or after sex")
NHS_ECTOPIC = _read("NHS: Ectopic pregnancy, healthforunder5s.co.uk")
NHS_PID = _read("NHS.uk: Pelvic inflammatory disease")
NHS_TSS = _not_read("NHS.uk: Toxic shock syndrome")
NHS_SEPSIS = _not_read("NHS.uk: Symptoms of sepsis")
NICE_CLOT = _not_read("NICE NG158: Venous thromboembolic diseases; NHS.uk: Pulmonary embolism")

ACOG_557 = _not_read("ACOG Committee Opinion 557: Acute abnormal uterine bleeding")
NURSE_TRIAGE = _read("mednowpain.com: Vaginal bleeding, abnormal (weak page)")
PAD_AN_HOUR = _read("healixai.com: When is vaginal bleeding serious (weak page)")
LOCAL_HEAVY = _read("clintonwomenshealthcare.com: Abnormal bleeding, when to call")
WEBMD_HEAVY = _read("WebMD: Dysfunctional uterine bleeding, when to call a doctor")
PCB_PRIMARY_CARE = _read("docslib.org: Management of postcoital bleeding in primary care")
LACERATIONS = _read("scirp.org: Postcoital lacerations, case series 2024")
PERFORATION = _read("PMC8464867: Vaginal perforation, review")
HAEMOPERITONEUM = _read("aaemrsa.org: Haemoperitoneum after sex, case report")
CYST = _read("Medscape: Ruptured ovarian cyst")
ECTOPIC_TRUST = _read("Ectopic Pregnancy Trust: Symptoms and diagnosis")
ANAL_INJURY = _read("factually.co: Symptoms after anal sex (weak page)")
STRANGULATION = _not_read("FFLM and IFAS: Non-fatal strangulation")
CUTS = _read("NHS Direct text: Cuts and grazes, ulhsonline.co.uk")
ANTICOAGULATION = _read("Rotherham NHS: Life with anticoagulation")
ANTICOAGULANTS = _read("bedlington-doctors.com: Anticoagulants")

ARTICLE = _read("Consumer article: Bleeding after sex")
ARTICLE_THERAPIST = _read("Consumer article: Bleeding after sex, a therapist's page")
ARTICLE_IUD = _read("Consumer article: Bleeding after sex with an IUD")
AU_BLEEDING = _read("Cancer Council Australia: Investigation of abnormal vaginal bleeding, 2019")
AU_PROGRAMME = _read("Australian cervical screening programme: Patients with symptoms")
REMOTE_AU = _read("Remote Primary Health Care Manuals: Abnormal vaginal bleeding")
SCOTLAND_2014 = _read("Scottish referral guidelines for suspected cancer, about 2014")
SCOTLAND = _read("Scottish referral guidelines for suspected cancer: Gynaecological")
SCOTLAND_2019 = _read("Scottish referral guidelines for suspected cancer, 2019")
HWE = _read("Hertfordshire and West Essex: Postcoital bleeding in primary care")
COVENTRY = _read("Coventry and Rugby: Postcoital bleeding")
GODFREY = _read("Godfrey 2019: Postcoital bleeding, 635 people")
DH_YOUNG = _read("Department of Health 2010: Abnormal bleeding at 20 to 24, in Pulse")
GPONE = _read("gpone.wales.nhs.uk text: Abnormal vaginal bleeding")
BNSSG_CERVIX = _read("Remedy BNSSG: Cervical conditions, quotes NICE CKS 2020")
BNSSG_BLEEDING = _read("Remedy BNSSG: Abnormal vaginal bleeding")
MORGAN = _read("Morgan and Datta: Intermenstrual and postcoital bleeding")
GPONLINE = _read("GPonline 2014: Postcoital bleeding, red flags")
WHEN_TO_INVESTIGATE = _read("menopause-opt.document360.io: When to investigate, 2023")
CORNWALL = _read("Kernow referral guidance: Intermenstrual bleeding")
CARE_PATHWAYS = _read("Optimal Care Pathways (Australia): Cervical and endometrial cancer")
RCOG_YOUNG = _read("RCOG statement 2010: Cervical cancer guidance for young people")
CRUK = _read("Cancer Research UK: Cervical cancer symptoms, 2023")
DEVON_PMB = _read("Devon formulary: Postmenopausal bleeding, no HRT")
NG12 = _not_read("NICE NG12: Suspected cancer")
CKS_PCB = _not_read("NICE CKS: Cervical cancer and HPV")
RANZCOG = _not_read("RANZCOG C-Gyn 6")
VAGINOPLASTY = _not_read("WPATH SOC-8; literature on healing after vaginoplasty")

FIGO = _read("MSD Manual: Normal menstrual parameters, FIGO 2018")
MUNRO = _not_read("Munro 2018: FIGO systems, IJGO 143:393")
MID_CYCLE_PAGE = _read("pulshealth.com: Intermenstrual bleeding (weak page)")
DASHARATHY = _not_read("Dasharathy 2012: Mid-cycle bleeding")
HEITMANN = _not_read("Heitmann 2014: Premenstrual spotting")
ACOG_128 = _not_read("ACOG Practice Bulletin 128")
NG88 = _not_read("NICE NG88: Heavy menstrual bleeding; NICE CKS: Amenorrhoea")
HEAVY_PERIODS = _read("wawoh.co.uk and oxleas.nhs.uk: Heavy periods")
PBAC = _read("World Federation of Hemophilia: Pictorial blood loss chart")
SAMANTA = _not_read("Calaf: SAMANTA questionnaire")
BLEEDING_DISORDERS = _read("Blood 122:4772: Bleeding disorders in heavy periods")
ACOG_785 = _not_read("ACOG Committee Opinion 785: Bleeding disorders")
HRT_BLEEDING = _not_read("BMS 2024: Unscheduled bleeding on HRT")
NRS = _not_read("Numeric rating scale, common bands")
OVARIAN = _read("GPnotebook: Gynaecological cancer, NICE urgent referral")
CHELWEST_BIOPSY = _read("Chelsea and Westminster NHS: After a biopsy of the cervix")
BUCKS_LOOP = _read("Buckinghamshire NHS: After loop treatment of the cervix")
