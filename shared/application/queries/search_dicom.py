"""Search for studies, series or instances, as DICOMweb clients do (QIDO-RS)."""

from shared.application.dicom.repair import repaired
from shared.application.dicom.source import DicomJson, DicomSources, Search
from shared.application.services.study_directory import StudyDirectory
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.audit import Disclosure


class SearchDicom(Query[list[DicomJson]]):
    access = Permission.READ_PATIENTS
    discloses = "images.search"

    organization_id: str
    search: Search

    def disclosure(self) -> Disclosure:
        mrn = self.search.filters.get("00100020") or self.search.filters.get("PatientID")
        return Disclosure(self.discloses, self.search.study_uid or "", mrn or "")


@handles(SearchDicom)
def search_dicom(query: SearchDicom, *, sources: DicomSources, studies: StudyDirectory) -> list[DicomJson]:
    """Only ever in the organization's own source: another's patients are not found."""
    search = query.search
    if search.study_uid:
        studies.get(query.organization_id, search.study_uid)
    return [repaired(row, search.level) for row in sources.of(query.organization_id).search(search)]
