"""The fixed words of a printed report, and how a date, an age and a percentage are written."""

from datetime import date

from shared.domain.age import Age

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Radiology report",
        "draft": "DRAFT - not signed",
        "patient": "Patient",
        "birth_date": "Date of birth",
        "sex": "Gender",
        "mrn": "MRN",
        "study_date": "Study date",
        "study": "Study",
        "referring": "Referring physician",
        "accession": "Accession number",
        "clinical_information": "Clinical information",
        "indication": "Indication",
        "technique": "Technique",
        "comparison": "Comparison",
        "findings": "Findings",
        "impression": "Impression",
        "recommendations": "Recommendations",
        "signed_by": "Signed by",
        "probability": "probability",
        "unknown": "unknown",
        "page": "Page {page} of {{nb}}",
        "F": "female",
        "M": "male",
        "O": "other",
    },
    "es": {
        "title": "Informe radiológico",
        "draft": "BORRADOR - sin firmar",
        "patient": "Paciente",
        "birth_date": "Fecha de nacimiento",
        "sex": "Sexo",
        "mrn": "N.º de historia clínica",
        "study_date": "Fecha del estudio",
        "study": "Estudio",
        "referring": "Médico solicitante",
        "accession": "Número de acceso",
        "clinical_information": "Información clínica",
        "indication": "Indicación",
        "technique": "Técnica",
        "comparison": "Comparación",
        "findings": "Hallazgos",
        "impression": "Impresión",
        "recommendations": "Recomendaciones",
        "signed_by": "Firmado por",
        "probability": "probabilidad",
        "unknown": "desconocido",
        "page": "Página {page} de {{nb}}",
        "F": "femenino",
        "M": "masculino",
        "O": "otro",
    },
}
TERMS = {  # what models say in English; portal (LabelTexts.ts) and viewer (terms.js) say the same
    "es": {
        "Lung Opacity": "Opacidad pulmonar",
        "Opacity": "Opacidad",
        "Consolidation": "Consolidación",
        "Cardiomegaly": "Cardiomegalia",
        "Pneumothorax": "Neumotórax",
        "Pneumonia": "Neumonía",
        "Pleural Effusion": "Derrame pleural",
        "Atelectasis": "Atelectasia",
        "Edema": "Edema",
        "Nodule": "Nódulo",
        "Mass": "Masa",
        "Fracture": "Fractura",
        "demonstration model, synthetic data, not for clinical use": (
            "modelo de demostración, datos sintéticos, no apto para uso clínico"
        ),
    }
}
MONTHS = {
    "en": ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    "es": ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"],
}
AGES = {
    "en": {"years": ("year", "years"), "months": ("month", "months"), "days": ("day", "days"), "old": " old"},
    "es": {"years": ("año", "años"), "months": ("mes", "meses"), "days": ("día", "días"), "old": ""},
}


def day(when: date | None, language: str) -> str:
    if when is None:
        return WORDS[language]["unknown"]
    month = MONTHS[language][when.month - 1]
    return f"{month} {when.day}, {when.year}" if language == "en" else f"{when.day} {month} {when.year}"


def age(how_old: Age | None, language: str) -> str:
    if how_old is None:
        return ""
    one, many = AGES[language][how_old.unit]
    return f"{how_old.value} {one if how_old.value == 1 else many}{AGES[language]['old']}"


def term(text: str, language: str) -> str:
    """The name of a finding or a model's notice; as the model gave it where it is not known."""
    return TERMS.get(language, {}).get(text, text)


def notice(models: str, language: str) -> str:
    """What the models say about themselves, each sentence for itself."""
    return "; ".join(term(sentence, language) for sentence in models.split("; "))


def percent(probability: float, language: str) -> str:
    text = f"{probability * 100:.2f} %"
    return text.replace(".", ",") if language == "es" else text
