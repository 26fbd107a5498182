"""Which adapter stands behind which port. An adapter is imported when it is first needed."""

from pathlib import Path
from typing import TYPE_CHECKING

from shared.application.access_tokens import AccessTokens, TokenKeys
from shared.application.dicom.checking import SourceChecker
from shared.application.dicom.measurements import MeasurementReports
from shared.application.dicom.source import DicomSources
from shared.application.holdings import BlobHoldings, RecordHoldings
from shared.application.locations import Locations
from shared.application.microsoft import MicrosoftSignIn
from shared.application.ports import (
    Blobs,
    Clock,
    Inbox,
    Letters,
    Mailer,
    ModelCatalogue,
    OneTimeCodes,
    PasswordHasher,
    Queue,
    QueueWatch,
    RecordStore,
    ReportPrinter,
    Secrets,
)
from shared.core.container import Container, singleton
from shared.domain.errors import Unavailable
from shared.settings import Settings

if TYPE_CHECKING:
    from shared.infrastructure.dicomweb.places import Places


class Adapters(Container):
    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings

    @singleton
    def records(self) -> RecordStore:
        if self.settings.cosmos_url:
            from shared.infrastructure.cosmos.record_store import CosmosRecordStore

            return CosmosRecordStore.connect(self.settings.cosmos_url)

        from shared.infrastructure.sqlite.record_store import SqliteRecordStore

        return SqliteRecordStore(Path(self.settings.data) / "imagini.sqlite")

    @singleton
    def blobs(self) -> Blobs:
        from shared.infrastructure.blob.blobs import AzureBlobs

        return AzureBlobs.connect(self.settings.blob_service)

    @singleton
    def record_holdings(self) -> RecordHoldings:
        if self.settings.cosmos_url:
            from shared.infrastructure.cosmos.holdings import CosmosHoldings

            return CosmosHoldings.connect(self.settings.cosmos_url)

        from shared.infrastructure.sqlite.holdings import SqliteHoldings

        return SqliteHoldings(Path(self.settings.data) / "imagini.sqlite")

    @singleton
    def blob_holdings(self) -> BlobHoldings:
        from shared.infrastructure.blob.holdings import AzureBlobHoldings

        return AzureBlobHoldings.connect(self.settings.blob_service)

    @singleton
    def queue(self) -> Queue:
        if not self.settings.has_storage:
            from shared.infrastructure.queue.absent import AbsentQueue

            return AbsentQueue()

        from shared.infrastructure.queue.queue import AzureQueue

        return AzureQueue.connect(self.settings.queue_service)

    @singleton
    def inbox(self) -> Inbox:
        from shared.infrastructure.queue.inbox import AzureInbox

        return AzureInbox.connect(self.settings.queue_service)

    @singleton
    def queue_watch(self) -> QueueWatch:
        from shared.infrastructure.queue.watch import AzureQueueWatch

        return AzureQueueWatch.connect(self.settings.queue_service)

    @singleton
    def models(self) -> ModelCatalogue:
        from shared.infrastructure.models.catalogue import FolderCatalogue

        return FolderCatalogue(Path(self.settings.models))

    @singleton
    def secrets(self) -> Secrets:
        if self.settings.key_vault_url:
            from shared.infrastructure.security.key_vault_secrets import KeyVaultSecrets

            return KeyVaultSecrets(self.settings.key_vault_url)

        from shared.infrastructure.security.file_secrets import FileSecrets

        return FileSecrets(Path(self.settings.data) / "secrets")

    @singleton
    def sources(self) -> DicomSources:
        from shared.infrastructure.dicomweb.sources import ConfiguredSources
        from shared.infrastructure.measured.sources import MeasuredSources

        ports = self.get(RecordStore), self.get(Blobs), self.get(Secrets), self.get(Clock)
        sources = ConfiguredSources(*ports, self.places(), keeping=self.settings.kept_gb > 0)
        return MeasuredSources(sources, self.get(RecordStore), self.get(Blobs))

    @singleton
    def source_checker(self) -> SourceChecker:
        from shared.infrastructure.dicomweb.checker import PacsChecker

        return PacsChecker(self.places(), self.get(Secrets))

    def places(self) -> "Places":
        from shared.infrastructure.dicomweb.places import LOOPBACK, Places

        networks = [self.settings.pacs_networks, *([LOOPBACK] if self.settings.local else [])]
        return Places.of(",".join(networks), plain=self.settings.pacs_http or self.settings.local)

    @singleton
    def measurements(self) -> MeasurementReports:
        from shared.infrastructure.part10.measurement_reports import ViewerReports

        return ViewerReports()

    @singleton
    def passwords(self) -> PasswordHasher:
        from shared.infrastructure.security.password_hasher import Argon2Hasher

        return Argon2Hasher()

    @singleton
    def one_time_codes(self) -> OneTimeCodes:
        from shared.infrastructure.security.one_time_codes import TimeBasedCodes

        return TimeBasedCodes()

    @singleton
    def access_tokens(self) -> AccessTokens:
        from shared.infrastructure.security.access_tokens import SignedTokens
        from shared.infrastructure.security.kept_keys import KeptKeys

        return SignedTokens(KeptKeys(self.get(Secrets)), self.settings.site)

    @singleton
    def token_keys(self) -> TokenKeys:
        from shared.infrastructure.security.kept_keys import KeptKeys

        return KeptKeys(self.get(Secrets))

    @singleton
    def microsoft(self) -> MicrosoftSignIn:
        if not self.settings.entra_client_id:
            from shared.infrastructure.entra.absent import NoMicrosoft

            return NoMicrosoft()

        from shared.infrastructure.entra.managed_identity import assertions
        from shared.infrastructure.entra.sign_in import EntraSignIn

        credential = self.settings.entra_client_secret or assertions()
        callback = f"{self.settings.site.rstrip('/')}/api/auth/microsoft/callback"
        client_id, authority = self.settings.entra_client_id, self.settings.entra_authority
        return EntraSignIn(client_id, credential, authority, callback)

    @singleton
    def locations(self) -> Locations:
        if not self.settings.ipinfo_token:
            from shared.infrastructure.ipinfo.absent import NoLocations

            return NoLocations()

        from shared.infrastructure.ipinfo.locations import IpInfo

        return IpInfo(self.settings.ipinfo_token)

    @singleton
    def printer(self) -> ReportPrinter:
        from shared.infrastructure.print.report_pdf import PdfPrinter

        return PdfPrinter()

    @singleton
    def letters(self) -> Letters:
        from shared.infrastructure.email.templates import TemplateLetters

        return TemplateLetters(self.settings.site)

    @singleton
    def mailer(self) -> Mailer:
        sender = self.settings.mail_from
        if self.settings.smtp_url:
            from shared.infrastructure.email.smtp import SmtpMailer

            return SmtpMailer(self.settings.smtp_url, sender)
        if self.settings.acs_endpoint:
            from shared.infrastructure.email.communication_services import CommunicationServicesMailer

            return CommunicationServicesMailer.connect(self.settings.acs_endpoint, sender)

        if not self.settings.local:
            raise Unavailable("Set IMAGINI_SMTP_URL or IMAGINI_ACS_ENDPOINT: nothing carries mail.")

        from shared.infrastructure.email.folder import FolderMailer

        return FolderMailer(Path(self.settings.data) / "mail", sender)

    @singleton
    def clock(self) -> Clock:
        from shared.infrastructure.clock import SystemClock

        return SystemClock()
