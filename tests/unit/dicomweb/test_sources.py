"""Which source an organization reads from, and how soon a change of its settings counts."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from shared.application.commands.create_organization import CreateOrganization
from shared.application.dicom.source import Search
from shared.application.ports import Change, RecordStore, Secrets
from shared.composition import Imagini
from shared.core.mediator import Mediator
from shared.domain.access import PLATFORM
from shared.domain.errors import NotFound, RuleBroken, Unavailable
from shared.domain.organization import Organization
from shared.domain.pacs import ArchiveSettings, PacsSettings
from shared.domain.partitions import ORGANIZATIONS
from shared.infrastructure.archive.source import ArchiveSource
from shared.infrastructure.clock import SystemClock
from shared.infrastructure.dicomweb.places import Places
from shared.infrastructure.dicomweb.source import PacsSource
from shared.infrastructure.dicomweb.sources import ConfiguredSources
from shared.infrastructure.memory.blobs import MemoryBlobs
from shared.infrastructure.security.file_secrets import FileSecrets
from shared.infrastructure.sqlite.record_store import SqliteRecordStore
from shared.settings import Settings
from tests.unit.dicomweb.pacs_double import Answer, pacs_double

STUDIES = Search("studies", {})


class Setting:
    """Organizations, their secrets, a clock that is set by hand, and the sources that follow from them."""

    def __init__(self, folder: Path) -> None:
        self.time = datetime(2026, 11, 22, 12, tzinfo=UTC)
        self.records = SqliteRecordStore(folder / "records.sqlite")
        self.secrets = FileSecrets(folder / "secrets")
        self.sources = ConfiguredSources(self.records, MemoryBlobs(), self.secrets, self, Places.here())

    def now(self) -> datetime:
        return self.time

    def configure(self, source: ArchiveSettings | PacsSettings) -> None:
        body = Organization(id="clinic", display_name="Clinic", source=source).model_dump(mode="json")
        old = self.records.get(ORGANIZATIONS, "organization", "clinic")
        change = Change("replace" if old else "add", "organization", "clinic", body, old and old.etag)
        self.records.commit(ORGANIZATIONS, [change])


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    return Setting(tmp_path)


def test_an_organization_without_a_pacs_reads_from_the_archive(setting: Setting) -> None:
    setting.configure(ArchiveSettings())
    assert isinstance(setting.sources.of("clinic"), ArchiveSource)


def test_nobody_elses_archive_is_opened_for_an_unknown_organization(setting: Setting) -> None:
    with pytest.raises(NotFound):
        setting.sources.of("clinic")


@pytest.mark.parametrize(
    ("auth", "sent"), [("basic", "Basic aW1hZ2luaTpzM2NyZXQ="), ("bearer", "Bearer s3cret"), ("none", None)]
)
def test_a_pacs_is_shown_the_organizations_credentials(setting: Setting, auth: str, sent: str | None) -> None:
    setting.secrets.put("pacs-clinic", "s3cret")
    with pacs_double(lambda _: Answer()) as double:
        settings = {"url": double.url, "auth": auth, "username": "imagini", "secret_name": "pacs-clinic"}
        setting.configure(PacsSettings.model_validate(settings))
        setting.sources.of("clinic").search(STUDIES)
        assert double.asked[0].headers.get("authorization") == sent


def test_changed_settings_count_within_half_a_minute(setting: Setting) -> None:
    setting.configure(ArchiveSettings())
    first = setting.sources.of("clinic")
    setting.configure(PacsSettings(url="http://127.0.0.1:9/dicom-web"))
    setting.time += timedelta(seconds=29)
    assert setting.sources.of("clinic") is first
    setting.time += timedelta(seconds=1)
    assert isinstance(setting.sources.of("clinic"), PacsSource)


@pytest.mark.parametrize("secret", [None, "with\r\nX-Injected: header"])
def test_a_secret_that_is_missing_or_no_token_is_said(setting: Setting, secret: str | None) -> None:
    if secret:
        setting.secrets.put("pacs-clinic", secret)
    setting.configure(PacsSettings(url="http://127.0.0.1:9/", auth="bearer", secret_name="pacs-clinic"))
    with pytest.raises(Unavailable, match=r"password or token|holds letters"):
        setting.sources.of("clinic")


@pytest.mark.parametrize(
    ("settings", "allowed"),
    [
        ({}, False),
        ({"local": True}, True),
        ({"pacs_networks": "127.0.0.0/8"}, False),
        ({"pacs_networks": "127.0.0.0/8", "pacs_http": True}, True),
    ],
    ids=["nothing", "development", "not encrypted", "both"],
)
def test_where_a_pacs_may_be_is_the_operators_to_say(
    tmp_path: Path, settings: dict[str, Any], allowed: bool
) -> None:  # threat 3
    installation = Imagini(Settings(data=str(tmp_path), **settings))
    mediator, pacs = Mediator(installation), "http://127.0.0.1:9/dicom-web"
    mediator.send(CreateOrganization(name="clinic", dicom_url=pacs), PLATFORM)
    sources = ConfiguredSources(
        installation.get(RecordStore),
        MemoryBlobs(),
        installation.get(Secrets),
        SystemClock(),
        installation.places(),
    )

    if allowed:
        assert isinstance(sources.of("clinic"), PacsSource)
    else:
        with pytest.raises(RuleBroken):
            sources.of("clinic")


def test_what_is_known_of_a_pacs_s_series_outlives_settings_that_are_read_anew(setting: Setting) -> None:
    ports = setting.records, MemoryBlobs(), setting.secrets, setting, Places.here()
    sources = ConfiguredSources(*ports, keeping=True)
    setting.configure(PacsSettings(url="http://127.0.0.1:9/dicom-web"))
    first = sources.of("clinic")
    setting.time += timedelta(seconds=30)
    assert sources.of("clinic") is first
    setting.configure(PacsSettings(url="http://127.0.0.1:9/other"))
    setting.time += timedelta(seconds=30)
    assert sources.of("clinic") is not first
