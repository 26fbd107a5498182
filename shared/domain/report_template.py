"""What a new report starts with: the organization's texts, and a technique that follows from the modality."""

from typing import Annotated, Literal

from pydantic import AfterValidator

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


LONGEST = 4000  # characters of one section


def _of_reasonable_length(template: Sections) -> Sections:
    if any(len(text) > LONGEST for text in template.model_dump().values()):
        raise ValueError(f"A section of the template has at most {LONGEST} characters.")
    return template


ReportTemplate = Annotated[Sections, AfterValidator(_of_reasonable_length)]


def first_sections(study: Study, language: Literal["en", "es"], template: Sections) -> Sections:
    """The template, as it is; what it leaves open about the technique is known of the study."""
    if template.technique:
        return template
    known = [TECHNIQUE[language][m] for m in study.modalities if m in TECHNIQUE[language]]
    technique = " ".join([*known, f"{study.description}." if study.description else ""]).strip()
    return template.model_copy(update={"technique": technique})
