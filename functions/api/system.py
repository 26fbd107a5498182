"""The platform, for those who run it: health, queues, and work that went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.discard_task import DiscardTask
    from shared.application.commands.rerun_task import RerunTask
    from shared.application.commands.restart_analysis import RestartAnalysis
    from shared.application.commands.send_outbox import SendOutbox
    from shared.application.models.system import FailurePage, QueueState, StuckWork, System
    from shared.application.queries.get_system import GetSystem
    from shared.application.queries.list_failures import ListFailures
    from shared.application.queries.list_queues import ListQueues
    from shared.application.queries.list_stuck_work import ListStuckWork
    from shared.core.mediator import Send

system = Resource("system")


@system.get("system")
def get_system(message: GetSystem, send: Send) -> System:
    """Which parts are up, how fast they answer, and which versions of what run."""
    return send(message)


@system.get("system/queues")
def list_queues(message: ListQueues, send: Send) -> list[QueueState]:
    """How much waits in each queue, and since when."""
    return send(message)


@system.get("system/failures")
def list_failures(message: ListFailures, send: Send) -> FailurePage:
    """What the background gave up, with the reason, the latest first."""
    return send(message)


@system.post("system/failures/{failure_id}/rerun")
def rerun_task(message: RerunTask, send: Send) -> None:
    """Try once more what was given up."""
    send(message)


@system.delete("system/failures/{failure_id}")
def discard_task(message: DiscardTask, send: Send) -> None:
    """Give up for good."""
    send(message)


@system.get("system/stuck")
def list_stuck_work(message: ListStuckWork, send: Send) -> StuckWork:
    """What should have moved on by now."""
    return send(message)


@system.post("system/outbox/sending")
def send_outbox(message: SendOutbox, send: Send) -> None:
    """Send now what commits have promised."""
    send(message)


@system.post("system/organizations/{organization_id}/studies/{study_uid}/restart")
def restart_analysis(message: RestartAnalysis, send: Send) -> None:
    """Begin anew an analysis that has been under way for too long."""
    send(message)
