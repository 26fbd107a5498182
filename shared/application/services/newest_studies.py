"""The newest studies of an organization's source, and which of them nobody has opened yet."""

from collections import defaultdict

from shared.application.ports import Condition
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.study import Study
from shared.domain.worklist import Opening, WorklistEntry

WINDOW = 100  # how far back a worklist looks; a source may hold millions


class NewestStudies:
    def __init__(self, uow: UnitOfWork, studies: StudyDirectory) -> None:
        self._uow, self._studies = uow, studies

    def of(self, organization_id: str) -> list[Study]:
        """Newest first. Raises Unavailable."""
        return self._studies.newest(organization_id, WINDOW)

    def entries(self, organization_id: str, studies: list[Study]) -> dict[str, WorklistEntry]:
        """What is open about them, by study."""
        entries = self._uow.of(WorklistEntry, partitions.worklist(organization_id))
        return {entry.id: entry for entry in entries.all(_among(studies))}

    def unread(self, organization_id: str, studies: list[Study]) -> set[str]:
        """Nobody of the organization has opened them, or begun their report."""
        months: defaultdict[str, list[Study]] = defaultdict(list)
        for study in studies:
            months[partitions.openings(organization_id, study.date)].append(study)
        opened = {
            opening.id
            for partition, taken in months.items()
            for opening in self._uow.of(Opening, partition).all(_among(taken))
        }
        return {study.study_instance_uid for study in studies} - opened


def _among(studies: list[Study]) -> Condition:
    return Condition("id", "among", tuple(study.study_instance_uid for study in studies))
