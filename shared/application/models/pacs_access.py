"""How imagini proves itself to a PACS, as people enter it."""

from typing import Annotated

from pydantic import Field, SecretStr

from shared.domain.entity import Value
from shared.domain.organization import Line
from shared.domain.pacs import EMPTY_IS_NONE, Auth, PacsSettings, WebAddress


class PacsAccess(Value):
    auth: Auth = "none"
    username: Annotated[str, Field(max_length=200)] = ""
    token_url: Annotated[WebAddress | None, EMPTY_IS_NONE] = None  # for oauth, as are the next two
    client_id: Line = ""
    scope: Line = ""
    secret: SecretStr | None = None  # password, token or client secret; write-only. None: the same as before

    def settings(self, url: str) -> PacsSettings:
        """Raises RuleBroken where something is missing."""
        basic, oauth = self.auth == "basic", self.auth == "oauth"
        return PacsSettings(
            url=url.rstrip("/"),
            auth=self.auth,
            username=self.username if basic else "",
            token_url=self.token_url if oauth else None,
            client_id=self.client_id if oauth else "",
            scope=self.scope if oauth else "",
        ).must_be_complete()
