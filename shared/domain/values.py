"""Small values that the whole house speaks in."""

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from shared.domain.entity import Value

DicomUid = Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*$", max_length=64)]  # PS3.5 9.1
Mrn = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64, pattern=r"^[^\\\x00-\x1f*?]+$")
]
Probability = Annotated[float, Field(ge=0, le=1)]


def _one_address(text: str) -> str:
    name, at, domain = text.strip().lower().rpartition("@")
    if not (at and name and "." in domain) or any(c.isspace() for c in text.strip()):
        raise ValueError("This is not an e-mail address.")
    return f"{name}@{domain}"


Email = Annotated[str, StringConstraints(max_length=254), AfterValidator(_one_address)]


GivenName = Annotated[  # or family name, as people write their own
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100, pattern=r"^[^\x00-\x1f]*$")
]


class Code(Value):
    """A coded concept (PS3.3 8.8): coding scheme, code value, meaning."""

    scheme: str
    value: str
    meaning: str


class Region(Value):
    """A box in pixels of the image, from its top left corner."""

    x: int
    y: int
    width: int
    height: int


class PersonName(Value):
    """A DICOM PN (PS3.5 6.2.1): family^given^middle^prefix^suffix; only the alphabetic group is read."""

    family: str = ""
    given: str = ""
    middle: str = ""
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def parse(cls, text: str | None) -> "PersonName":
        parts = [part.strip() for part in (text or "").partition("=")[0].split("^")]
        return cls(**dict(zip(cls.model_fields, parts, strict=False)))

    def __str__(self) -> str:
        return " ".join(p for p in (self.prefix, self.given, self.middle, self.family, self.suffix) if p)
