"""A world whose organizations read real archives, whatever PACS their settings name."""

from pathlib import Path

from shared.application.dicom.source import DicomSources
from shared.core.container import singleton
from shared.infrastructure.archive.source import ArchiveSource
from shared.infrastructure.measured.sources import MeasuredSources
from tests.unit.functions.entra import FederatedWorld


class Archives:
    """`shared`: the one that all read, as two hospitals with one PACS do."""

    def __init__(self, world: "ArchiveWorld", shared: str | None) -> None:
        self._world, self._shared = world, shared
        self._archives: dict[str, ArchiveSource] = {}

    def of(self, organization_id: str) -> ArchiveSource:
        name = self._shared or organization_id
        if name not in self._archives:
            self._archives[name] = ArchiveSource(name, self._world.store, self._world.kept)
        return self._archives[name]


class ArchiveWorld(FederatedWorld):
    def __init__(self, folder: Path, shared: str | None = None) -> None:
        super().__init__(folder)
        self.archives = Archives(self, shared)

    @singleton
    def sources(self) -> DicomSources:
        return MeasuredSources(self.archives, self.store, self.kept)
