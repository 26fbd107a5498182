"""What a new report starts with: a technique that follows from the modality, the rest for the radiologist."""

from typing import Literal

from shared.domain.report import Sections
from shared.domain.study import Study

TECHNIQUE = {
    "en": {
        "CR": "Projection radiography.",
        "DX": "Digital projection radiography.",
        "CT": "Computed tomography.",
        "MR": "Magnetic resonance imaging.",
    },
    "es": {
        "CR": "Radiografía de proyección.",
        "DX": "Radiografía digital de proyección.",
        "CT": "Tomografía computarizada.",
        "MR": "Resonancia magnética.",
    },
}


def first_sections(study: Study, language: Literal["en", "es"]) -> Sections:
    known = [TECHNIQUE[language][m] for m in study.modalities if m in TECHNIQUE[language]]
    return Sections(
        technique=" ".join([*known, f"{study.description}." if study.description else ""]).strip()
    )
