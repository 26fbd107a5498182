"""Names of DICOMweb resources: read from a path into UIDs, and built again from nothing but them."""

import re
from functools import lru_cache

from shared.application.dicom.source import Resource
from shared.domain.errors import NotFound

ROOT = "/api/dicomweb"  # where the gateway answers; every URL that leaves a source stands under it
UID = re.compile(r"(?=.{1,64}$)[0-9]+(\.[0-9]+)*", re.ASCII)  # PS3.5 9.1; ".." would climb out of its folder
FRAMES = re.compile(r"[1-9][0-9]{0,5}(,[1-9][0-9]{0,5}){0,999}", re.ASCII)
TAIL = re.compile(r"[0-9A-Za-z]{1,64}(/[0-9A-Za-z]{1,64}){0,31}", re.ASCII)
BELOW_STUDIES = re.compile(
    r".*/studies/([0-9.]{1,64})(?:/series/([0-9.]{1,64})(?:/instances/([0-9.]{1,64})(?:/([0-9A-Za-z/]+))?)?)?/?",
    re.ASCII,
)


@lru_cache(4096)
def uid(text: str) -> str:
    """Raises NotFound: what is no UID names nothing."""
    if not UID.fullmatch(text):
        raise NotFound("There is no such image: this is not a DICOM UID.")
    return text


def frames(text: str) -> tuple[int, ...]:
    """Frame numbers, from "1" or "1,3,5". Raises NotFound."""
    if not FRAMES.fullmatch(text):
        raise NotFound("There is no such frame.")
    return tuple(int(number) for number in text.split(","))


def bulkdata(text: str) -> str:
    """Raises NotFound."""
    if not TAIL.fullmatch(text):
        raise NotFound("There is no such bulk data.")
    return text


def path_of(resource: Resource) -> str:
    """Relative to the root of a DICOMweb server, without what is wanted of the resource."""
    parts = ["studies", resource.study_uid]
    if resource.series_uid:
        parts += ["series", resource.series_uid]
    if resource.sop_uid:
        parts += ["instances", resource.sop_uid]
    if resource.frames:
        parts += ["frames", ",".join(map(str, resource.frames))]
    return "/".join(parts)


def url_of(resource: Resource) -> str:
    return f"{ROOT}/{path_of(resource)}"


def relink(url: str) -> str | None:
    """A source's URL as one of ours; None where it names nothing below an instance, series or study.

    What a source writes behind an instance ("bulk/7fe00010", "frames/1") is kept behind our /bulkdata/.
    """
    found = BELOW_STUDIES.fullmatch(url.partition("?")[0])
    if not found:
        return None
    study, series, sop, tail = found.groups()
    if not all(UID.fullmatch(part) for part in (study, series, sop) if part):
        return None
    if not tail:
        return url_of(Resource(study, series, sop))
    return f"{url_of(Resource(study, series, sop))}/bulkdata/{tail}" if TAIL.fullmatch(tail) else None


def resource_of(
    study_uid: str,
    series_uid: str | None = None,
    sop_uid: str | None = None,
    numbers: str | None = None,
) -> Resource:
    """Read off the pieces of a path. Raises NotFound."""
    return Resource(
        uid(study_uid),
        None if series_uid is None else uid(series_uid),
        None if sop_uid is None else uid(sop_uid),
        () if numbers is None else frames(numbers),
    )
