"""Measurements that radiologists save in the viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.choose_measurements import ChooseMeasurements
    from shared.application.commands.publish_measurements import PublishMeasurements
    from shared.application.models.measurements import MeasurementsView
    from shared.application.queries.list_measurements import ListMeasurements
    from shared.core.mediator import Send

measurements = Resource("measurements")


@measurements.get("studies/{study_uid}/measurements")
def list_measurements(message: ListMeasurements, send: Send) -> MeasurementsView:
    """The versions of a study's measurements, the newest first: whose they are, which one counts."""
    return send(message)


@measurements.post("studies/{study_uid}/measurements/choice")
def choose_measurements(message: ChooseMeasurements, send: Send) -> MeasurementsView:
    """Have another version count, unless somebody has saved meanwhile (412)."""
    return send(message)


@measurements.post("studies/{study_uid}/measurements/publication")
def publish_measurements(message: PublishMeasurements, send: Send) -> MeasurementsView:
    """Send the current version to the organization's PACS, or into its archive; harmless when repeated."""
    return send(message)
