"""From what people enter about their PACS to what is kept of it."""

from collections.abc import Generator
from contextlib import contextmanager, suppress

from shared.application.models.pacs_access import PacsAccess
from shared.application.ports import Secrets
from shared.domain.access import Actor, Permission
from shared.domain.entity import new_id
from shared.domain.errors import Conflict, DomainError, Stale
from shared.domain.pacs import ArchiveSettings, PacsSettings, SourceSettings


def settled(
    access: PacsAccess,
    url: str | None,
    organization_id: str,
    before: SourceSettings,
    secrets: Secrets,
    actor: Actor,
) -> SourceSettings:
    """Keeps a secret that is given, under a name of its own: what is in use stays as it is until the commit.

    One from before stays where nobody else would get to see it.
    """
    if url is None:
        return ArchiveSettings()
    settings = access.settings(url)
    must_be_allowed(settings, before, actor)
    if settings.auth in ("none", "managed_identity"):
        return settings
    name = None
    if access.secret:
        name = f"pacs-{organization_id.replace('_', '-')}-{new_id()}"  # as Key Vault allows names
        secrets.put(name, access.secret.get_secret_value())
    elif isinstance(before, PacsSettings) and settings.trusts_as(before):
        name = before.secret_name
    return settings.model_copy(update={"secret_name": name})


@contextmanager
def replacing(before: SourceSettings, after: SourceSettings, secrets: Secrets) -> Generator[None]:
    """Around the commit: what is broken off anywhere leaves settings whose secret is there."""
    old, new = _secret_name(before), _secret_name(after)
    try:
        yield
    except (Conflict, Stale):  # nothing was committed; after any other error it may have been
        if new and new != old:
            secrets.remove(new)
        raise
    if old and new != old:
        with suppress(DomainError):  # what is left of it opens a PACS that nobody asks by it any more
            secrets.remove(old)


def _secret_name(settings: SourceSettings) -> str | None:
    return settings.secret_name if isinstance(settings, PacsSettings) else None


def must_be_allowed(settings: PacsSettings, before: SourceSettings, actor: Actor) -> None:
    """What imagini runs as opens studies of several organizations: its operators alone point it somewhere."""
    same = isinstance(before, PacsSettings) and (before.auth, before.url) == (settings.auth, settings.url)
    if settings.auth == "managed_identity" and not same:
        actor.must(Permission.MANAGE_PLATFORM, None)
