"""Everything the environment can decide, read once and typed."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from shared.domain.errors import Unavailable

VERSION = "0.1.0"


@dataclass(frozen=True)
class Settings:
    data: str = ".data"  # what an embedded installation keeps
    storage: str | None = None  # connection string of the storage account: Azurite, never in Azure
    storage_blob_url: str | None = None  # in Azure: reached by managed identity
    storage_queue_url: str | None = None
    cosmos_url: str | None = None  # unset: records live in SQLite
    key_vault_url: str | None = None  # unset: secrets are files in `data`
    public_url: str | None = None  # where people find us: links in mails begin with it
    smtp_url: str | None = None  # smtp://user:password@host:587, or smtps://
    acs_endpoint: str | None = None  # Azure Communication Services, entered by managed identity
    mail_from: str = "imagini <no-reply@localhost>"
    entra_client_id: str | None = None  # unset: nobody signs in with Microsoft
    entra_client_secret: str | None = field(default=None, repr=False)  # unset: by managed identity
    entra_authority: str = "https://login.microsoftonline.com/organizations"
    ipinfo_token: str | None = field(default=None, repr=False)  # unset: nobody is asked where people are
    models: str = "shared/inference/models"
    pacs_networks: str = ""  # where a PACS may have a private address: "10.1.0.0/16, fd12::/64"
    pacs_http: bool = False  # a PACS may be called without encryption
    kept_gb: int = 100  # of copies of its PACS's series, for each organization; 0: none are made
    traces: str | None = None  # a file, or "console": what happens is told there
    trace_ratio: float = 1.0  # of traces that Application Insights is told of
    insights: str | None = None  # connection string of Application Insights
    insights_identity: str | None = None  # set: it is entered by managed identity
    proxies: int = 1  # of ours: each adds whom it heard to X-Forwarded-For (App Service; Front Door too: 2)
    local: bool = False  # on the development host: plain http, so a cookie cannot be Secure

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        names = {
            "data": "IMAGINI_DATA",
            "storage": "IMAGINI_STORAGE",
            "storage_blob_url": "IMAGINI_STORAGE__blobServiceUri",
            "storage_queue_url": "IMAGINI_STORAGE__queueServiceUri",
            "cosmos_url": "IMAGINI_COSMOS_URL",
            "key_vault_url": "IMAGINI_KEY_VAULT_URL",
            "public_url": "IMAGINI_PUBLIC_URL",
            "smtp_url": "IMAGINI_SMTP_URL",
            "acs_endpoint": "IMAGINI_ACS_ENDPOINT",
            "mail_from": "IMAGINI_MAIL_FROM",
            "entra_client_id": "IMAGINI_ENTRA_CLIENT_ID",
            "entra_client_secret": "IMAGINI_ENTRA_CLIENT_SECRET",
            "entra_authority": "IMAGINI_ENTRA_AUTHORITY",
            "ipinfo_token": "IMAGINI_IPINFO_TOKEN",
            "models": "IMAGINI_MODELS",
            "pacs_networks": "IMAGINI_PACS_NETWORKS",
            "traces": "IMAGINI_TRACES",
            "insights": "APPLICATIONINSIGHTS_CONNECTION_STRING",
            "insights_identity": "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        }
        given = {field: environment[name] for field, name in names.items() if environment.get(name)}
        kept_gb = int(environment.get("IMAGINI_KEPT_GB") or cls.kept_gb)
        proxies = int(environment.get("IMAGINI_PROXIES") or 1)
        ratio = float(environment.get("IMAGINI_TRACE_RATIO") or cls.trace_ratio)
        local = environment.get("AZURE_FUNCTIONS_ENVIRONMENT") == "Development"
        plain = environment.get("IMAGINI_PACS_HTTP") == "1"
        more: dict[str, Any] = {"kept_gb": kept_gb, "proxies": proxies, "trace_ratio": ratio}
        return cls(**given, **more, pacs_http=plain, local=local)

    @property
    def site(self) -> str:
        """Never what a request says: whoever asks for a mail could have its link lead elsewhere."""
        if self.public_url is None and not self.local:
            raise Unavailable("Set IMAGINI_PUBLIC_URL: mails must say where to find us.")
        return self.public_url or "http://localhost:7071"

    @property
    def has_storage(self) -> bool:
        return bool(self.storage or self.storage_queue_url)

    @property
    def blob_service(self) -> str:
        """A connection string, or the URL that a managed identity enters."""
        return self._storage(self.storage_blob_url)

    @property
    def queue_service(self) -> str:
        return self._storage(self.storage_queue_url)

    def _storage(self, url: str | None) -> str:
        where = self.storage or url
        if not where:
            raise Unavailable(
                "Set IMAGINI_STORAGE, or IMAGINI_STORAGE__blobServiceUri and …__queueServiceUri."
            )
        return where
