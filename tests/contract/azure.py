"""A source that leads to what enforces Azure Health Data Services' dialect, with and without its profile."""

from datetime import UTC, date, datetime
from pathlib import Path

from shared.domain.pacs import PacsSettings
from shared.domain.source_check import SourceCheck
from shared.infrastructure.dicomweb.checker import PacsChecker
from shared.infrastructure.dicomweb.dialect import Dialect
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.source import PacsSource
from shared.infrastructure.security.file_secrets import FileSecrets
from tests.dicom_files import ct_slice
from tests.servers.ahds import TOKEN, HealthDataServices

CHECKED = ("2.25.101", "2.25.102")  # studies that the connection check finds


def azure_source(server: HealthDataServices, *, checked: bool) -> PacsSource:
    source = _source(server, Dialect())
    if not checked:
        return source
    source.store([ct_slice(study, f"{study}.1") for study in CHECKED])
    check = check_of(server)
    assert check.works, check.steps
    return _source(server, Dialect(check.capabilities))


def check_of(server: HealthDataServices) -> SourceCheck:
    pacs = PacsSettings(url=server.dicomweb, auth="bearer")
    steps = PacsChecker(Places.here(), FileSecrets(Path("nowhere"))).steps(pacs, TOKEN)
    return SourceCheck.of(list(steps), datetime(2026, 11, 22, tzinfo=UTC))


def _source(server: HealthDataServices, dialect: Dialect) -> PacsSource:
    target = locate(server.dicomweb, Places.here())
    return PacsSource(target, server.headers, today=lambda: date(2026, 11, 22), dialect=dialect)
