"""Emergency access to patients' data, for those who run the platform."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.end_emergency import EndEmergency
    from shared.application.commands.open_emergency import OpenEmergency
    from shared.application.models.emergency import EmergencyView
    from shared.core.mediator import Send

emergency = Resource("emergency")


@emergency.post("organizations/{organization_id}/emergency", status=HTTPStatus.CREATED)
def open_emergency(message: OpenEmergency, send: Send) -> EmergencyView:
    """See an organization's patients for an hour. Its administrators are told, and it is all on record."""
    return send(message)


@emergency.delete("me/emergency")
def end_emergency(message: EndEmergency, send: Send) -> None:
    """End my emergency access."""
    send(message)
