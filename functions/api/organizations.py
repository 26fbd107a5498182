"""Organizations and where their studies live."""

from functions.support.resource import Resource
from shared.application.commands.configure_source import ConfigureSource, Source
from shared.core.mediator import Send

organizations = Resource("organizations")


@organizations.put("organizations/{organization_id}/source")
def configure_source(message: ConfigureSource, send: Send) -> Source:
    """Point an organization at its PACS, or back at the built-in archive."""
    return send(message)
