"""Sources that lead to what enforces Azure Health Data Services' dialect.

One knows nothing of it and shows a token; one has its profile from the check, and gets tokens as clients do.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from shared.application.dicom.source import DicomSource
from shared.domain.pacs import PacsSettings
from shared.domain.source_check import SourceCheck
from shared.infrastructure.dicomweb.checker import PacsChecker
from shared.infrastructure.dicomweb.dialect import Dialect
from shared.infrastructure.dicomweb.guard import locate
from shared.infrastructure.dicomweb.issuing import issuer_of
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.renewing import RenewingSource
from shared.infrastructure.dicomweb.source import PacsSource
from shared.infrastructure.dicomweb.tokens import Tokens
from shared.infrastructure.security.file_secrets import FileSecrets
from tests.dicom_files import ct_slice
from tests.servers.ahds import HealthDataServices
from tests.servers.ahds.tokens import CLIENT, SCOPE, SECRET

CHECKED = ("2.25.101", "2.25.102")  # studies that the connection check finds


def azure_source(server: HealthDataServices, *, checked: bool) -> DicomSource:
    source = _source(server, server.headers, Dialect())
    if not checked:
        return source
    source.store([ct_slice(study, f"{study}.1") for study in CHECKED])
    check = check_of(server)
    assert check.works, check.steps
    issue = issuer_of(_settings(server), SECRET, Places.here())
    assert issue
    dialect = Dialect(check.capabilities)
    return RenewingSource(Tokens(issue), lambda headers: _source(server, headers, dialect))


def check_of(server: HealthDataServices) -> SourceCheck:
    steps = PacsChecker(Places.here(), FileSecrets(Path("nowhere"))).steps(_settings(server), SECRET)
    return SourceCheck.of(list(steps), datetime(2026, 11, 22, tzinfo=UTC))


def _settings(server: HealthDataServices) -> PacsSettings:
    oauth = {"auth": "oauth", "token_url": server.token_url, "client_id": CLIENT, "scope": SCOPE}
    return PacsSettings.model_validate({"url": server.dicomweb} | oauth).must_be_complete()


def _source(server: HealthDataServices, headers: Mapping[str, str], dialect: Dialect) -> PacsSource:
    target = locate(server.dicomweb, Places.here())
    return PacsSource(target, headers, today=lambda: date(2026, 11, 22), dialect=dialect)
