"""Check the connection to a PACS before it is anybody's source."""

from typing import Annotated, Literal

from pydantic import Field, SecretStr

from shared.application.dicom.checking import SourceChecker
from shared.core.mediator import Query, handles
from shared.domain.access import Permission
from shared.domain.organization import PacsSettings, WebAddress
from shared.domain.source_check import SourceCheck


class TrySource(Query[SourceCheck]):
    access = Permission.CONFIGURE_ORGANIZATION

    url: WebAddress
    auth: Literal["none", "basic", "bearer"] = "none"
    username: Annotated[str, Field(max_length=200)] = ""
    secret: SecretStr = SecretStr("")  # password or token


@handles(TrySource)
def try_source(query: TrySource, *, checker: SourceChecker) -> SourceCheck:
    pacs = PacsSettings(url=query.url.rstrip("/"), auth=query.auth, username=query.username)
    return checker.check(pacs, query.secret.get_secret_value())
