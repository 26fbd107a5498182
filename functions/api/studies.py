"""Studies and their series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.open_study import OpenStudy
    from shared.application.models.worklist import Worklist
    from shared.application.queries.get_study import GetStudy
    from shared.application.queries.get_worklist import GetWorklist
    from shared.application.queries.list_latest_studies import ListLatestStudies
    from shared.application.queries.list_series import ListSeries
    from shared.core.mediator import Send
    from shared.domain.study import Series, Study

studies = Resource("studies")


@studies.get("studies")
def list_latest_studies(message: ListLatestStudies, send: Send) -> list[Study]:
    """The organization's latest studies, newest first."""
    return send(message)


@studies.get("studies/{study_uid}")
def get_study(message: GetStudy, send: Send) -> Study:
    """One study."""
    return send(message)


@studies.get("studies/{study_uid}/series")
def list_series(message: ListSeries, send: Send) -> list[Series]:
    """The series of a study, in order of their numbers."""
    return send(message)


@studies.post("studies/{study_uid}/opening")
def open_study(message: OpenStudy, send: Send) -> None:
    """Note that somebody has looked at a study: it is no longer unread."""
    send(message)


@studies.get("worklist")
def get_worklist(message: GetWorklist, send: Send) -> Worklist:
    """The studies that wait for something, or the newest; and how many of each there are."""
    return send(message)
