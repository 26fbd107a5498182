"""Organizations and where their studies live."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from functions.support.live import LINES, ended, lines
from functions.support.resource import Resource
from functions.support.streaming_http import Response

if TYPE_CHECKING:
    from shared.application.commands.change_organization_status import ChangeOrganizationStatus
    from shared.application.commands.check_source import CheckSource
    from shared.application.commands.configure_source import ConfigureSource
    from shared.application.commands.create_organization import CreateOrganization
    from shared.application.commands.edit_organization import EditOrganization
    from shared.application.models.models import ModelView
    from shared.application.models.organizations import OrganizationPage, OrganizationView, Source
    from shared.application.queries.get_organization import GetOrganization
    from shared.application.queries.list_models import ListModels
    from shared.application.queries.list_organizations import ListOrganizations
    from shared.application.queries.try_source import TrySource
    from shared.core.mediator import Send
    from shared.domain.source_check import SourceCheck

organizations = Resource("organizations")


@organizations.get("organizations")
def list_organizations(message: ListOrganizations, send: Send) -> OrganizationPage:
    """The organizations of the platform, searched, sorted and page by page."""
    return send(message)


@organizations.post("organizations", status=HTTPStatus.CREATED)
def create_organization(message: CreateOrganization, send: Send) -> OrganizationView:
    """Create an organization."""
    return send(message)


@organizations.get("organizations/{organization_id}")
def get_organization(message: GetOrganization, send: Send) -> OrganizationView:
    """One organization with its settings."""
    return send(message)


@organizations.patch("organizations/{organization_id}")
def edit_organization(message: EditOrganization, send: Send) -> OrganizationView:
    """Change an organization's settings; what is not named stays as it is."""
    return send(message)


@organizations.put("organizations/{organization_id}/status")
def change_organization_status(message: ChangeOrganizationStatus, send: Send) -> OrganizationView:
    """Suspend an organization, so that its people cannot work in it, or reinstate it."""
    return send(message)


@organizations.put("organizations/{organization_id}/source")
def configure_source(message: ConfigureSource, send: Send) -> Source:
    """Point an organization at its PACS, or back at the built-in archive."""
    return send(message)


@organizations.post("organizations/{organization_id}/source/check")
def check_source(message: CheckSource, send: Send) -> SourceCheck:
    """Check the connection to an organization's PACS, step by step, and keep what it can do."""
    return ended(send(message))


@organizations.post("organizations/{organization_id}/source/check/steps", media=LINES)
def watch_source(message: CheckSource, send: Send) -> Response:
    """The same, told as it runs: a line of JSON for each step (CheckedStep), then a SourceCheck."""
    return lines(send(message))


@organizations.post("source-checks")
def try_source(message: TrySource, send: Send) -> SourceCheck:
    """Check the connection to a PACS that is not configured yet."""
    return ended(send(message))


@organizations.post("source-checks/steps", media=LINES)
def try_source_watched(message: TrySource, send: Send) -> Response:
    """The same, told as it runs: a line of JSON for each step (CheckedStep), then a SourceCheck."""
    return lines(send(message))


@organizations.get("models")
def list_models(message: ListModels, send: Send) -> list[ModelView]:
    """The models that an organization can switch on and off, with their labels and thresholds."""
    return send(message)
