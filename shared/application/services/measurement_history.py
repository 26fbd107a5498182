"""The measurements of a study with all their versions, and where they would be published."""

from shared.application.models.measurements import Destination, MeasurementsView
from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.errors import NotFound
from shared.domain.measurements import MeasurementSet, MeasurementVersion
from shared.domain.organization import Organization
from shared.domain.pacs import PacsSettings

NO_VERSION = "There is no such version of these measurements."


class MeasurementHistory:
    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def show(self, organization_id: str, study_uid: str) -> MeasurementsView:
        partition = partitions.study(organization_id, study_uid)
        measured = self._uow.of(MeasurementSet, partition).find(study_uid)
        versions = self._uow.of(MeasurementVersion, partition).all(order="number", descending=True)
        destination = self._destination(organization_id)
        return MeasurementsView.of(study_uid, measured, list(versions), destination)

    def version(
        self, organization_id: str, study_uid: str, number: int
    ) -> tuple[MeasurementSet, MeasurementVersion]:
        """Raises NotFound."""
        partition = partitions.study(organization_id, study_uid)
        measured = self._uow.of(MeasurementSet, partition).find(study_uid)
        if measured is None or not 0 < number <= len(measured.versions):
            raise NotFound(NO_VERSION)
        return measured, self._uow.of(MeasurementVersion, partition).get(measured.versions[number - 1])

    def _destination(self, organization_id: str) -> Destination:
        organization = self._uow.of(Organization, partitions.ORGANIZATIONS).find(organization_id)
        return "pacs" if organization and isinstance(organization.source, PacsSettings) else "archive"
