"""The studies of the demo organization: always the same people, images and UIDs."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pydicom.dataset import Dataset

from infra.phantoms.chest.person import Exposure, Lesion, Person, Sitting
from infra.phantoms.chest.radiograph import take
from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.dicom.compress import to_jpeg_ls
from infra.phantoms.dicom.facts import Patient, Series, Study
from infra.phantoms.dicom.projection import Storage, radiograph
from infra.phantoms.dicom.slices import ct_image, mr_image
from infra.phantoms.head.images import ct_slices, mr_slices

COMUNIX = Patient("COMUNIX", "IYET5.0", "19410901", "F")
OKAFOR = Patient("Okafor^Daniel", "EX-20417", "19680312", "M")
MARTINEZ = Patient("Martínez^Lucía", "EX-31886", "19860727", "F")

CHEST = (2100, 1800)
"""Rows and columns of the detector."""
CT_HEIGHTS = [5.0 * n + 2.5 for n in range(64)]
MR_HEIGHTS = [5.5 * n + 12.0 for n in range(24)]

HEAD_NECK = Study(COMUNIX, "20040304", "101500", "CT HEAD/NECK", "A20040304", "Hernandez^Len^^Dr.", "3")
FINDINGS = Study(COMUNIX, "20040109", "084210", "CHEST PA", "A20040109", "Hernandez^Len^^Dr.", "2")
CLEAR = Study(COMUNIX, "20030616", "143005", "CHEST PA", "A20030616", "Hernandez^Len^^Dr.", "1")
HEART = Study(OKAFOR, "20040211", "093300", "CHEST PA", "A20040211", number="1")
BRAIN = Study(MARTINEZ, "20040225", "111120", "MR BRAIN", "A20040225", "Castillo^Ana^^Dra.", "1")


@dataclass(frozen=True)
class DemoStudy:
    patient: Patient
    study_uid: str
    modality: str
    description: str
    labels: tuple[str, ...]
    """What the phantom shows, by the names of the demonstration model."""


SITTINGS: dict[str, Sitting] = {
    FINDINGS.uid: Sitting(
        901,
        Person(female=True, width=0.97, height=0.98, fat=24, inspiration=2, heart=0.46, age=0.7,
               lesions=(Lesion("haze", "right", 0.75, -0.12, (0.45, 0.82)),)),  # faint: a reader has to look
        Exposure(roll=0.6, turn=1.5, noise=0.5, scatter=0.3, contrast=1.1, sharpening=0.7),
    ),
    CLEAR.uid: Sitting(
        902,
        Person(female=True, width=0.97, height=0.98, fat=23, inspiration=4, heart=0.44, age=0.7),
        Exposure(roll=-0.5, turn=-1, noise=0.5, scatter=0.3, contrast=1.08, sharpening=0.7),
    ),
    HEART.uid: Sitting(
        903,
        Person(width=1.05, height=1.03, fat=28, inspiration=-4, heart=0.62, age=0.6),
        Exposure(roll=0.3, turn=1, noise=0.6, scatter=0.35, contrast=1.05, sharpening=0.6),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class _Plan:
    study: Study
    modality: str
    labels: tuple[str, ...] = ()
    datasets: list[Dataset] = field(default_factory=list[Dataset])


PLANS = (
    _Plan(FINDINGS, "DX", ("Lung Opacity",)),
    _Plan(CLEAR, "DX"),
    _Plan(HEART, "DX", ("Cardiomegaly",)),
    _Plan(HEAD_NECK, "CT"),
    _Plan(BRAIN, "MR"),
)


def demo_studies() -> tuple[DemoStudy, ...]:
    """What there is, without making any image."""
    return tuple(
        DemoStudy(p.study.patient, p.study.uid, p.modality, p.study.description, p.labels) for p in PLANS
    )


def demo_files() -> Iterator[bytes]:
    """Every instance of every demo study as a DICOM file, small studies first."""
    for plan in PLANS:
        yield from study_files(plan.study.uid)


def study_files(study_uid: str) -> Iterator[bytes]:
    study = next(p.study for p in PLANS if p.study.uid == study_uid)
    if study is HEAD_NECK:
        yield from _ct(study)
    elif study is BRAIN:
        yield from _mr(study)
    else:
        yield from _chest(study)


def _chest(study: Study) -> Iterator[bytes]:
    picture = take(SITTINGS[study.uid], CHEST).picture
    series = Series(study, 1, "DX", "CHEST PA", "CHEST")
    compressed = study is HEART
    ds = radiograph(series, picture, how=replace(Storage(), monochrome1=study is CLEAR))
    yield to_bytes(to_jpeg_ls(ds) if compressed else ds)


def _ct(study: Study) -> Iterator[bytes]:
    series = Series(study, 2, "CT", "CT HEAD/NECK 5.0 B30s", "HEADNECK")
    for number, pixels in enumerate(ct_slices(CT_HEIGHTS, seed=5), 1):
        yield to_bytes(ct_image(series, pixels, number, CT_HEIGHTS[number - 1], 0.5))


def _mr(study: Study) -> Iterator[bytes]:
    series = Series(study, 3, "MR", "T2 TSE AXIAL", "BRAIN")
    for number, pixels in enumerate(mr_slices(MR_HEIGHTS, seed=8), 1):
        yield to_bytes(mr_image(series, pixels, number, MR_HEIGHTS[number - 1], 0.9))
