"""Check the connection to a PACS before it is anybody's source."""

from shared.application.dicom.checking import Checking, SourceChecker, followed
from shared.application.models.pacs_access import PacsAccess
from shared.application.ports import Clock
from shared.application.services.source_settings import must_be_allowed
from shared.core.mediator import Query, handles
from shared.domain.access import Actor, Permission
from shared.domain.pacs import ArchiveSettings, WebAddress


class TrySource(Query[Checking], PacsAccess):
    access = Permission.CONFIGURE_ORGANIZATION

    url: WebAddress


@handles(TrySource)
def try_source(query: TrySource, *, checker: SourceChecker, clock: Clock, actor: Actor) -> Checking:
    pacs = query.settings(query.url)
    must_be_allowed(pacs, ArchiveSettings(), actor)
    secret = query.secret.get_secret_value() if query.secret else ""
    return followed(checker.steps(pacs, secret), clock)
