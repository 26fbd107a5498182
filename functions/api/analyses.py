"""Analyses of studies by the models."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from functions.support.resource import Resource

if TYPE_CHECKING:
    from shared.application.commands.analyse_study import AnalyseStudy
    from shared.application.models.analyses import AnalysisView
    from shared.application.queries.list_analyses import ListAnalyses
    from shared.core.mediator import Send

analyses = Resource("analyses")


@analyses.post("studies/{study_uid}/analyses", status=HTTPStatus.ACCEPTED)
def analyse_study(message: AnalyseStudy, send: Send) -> AnalysisView:
    """Ask the models about a study."""
    return send(message)


@analyses.get("studies/{study_uid}/analyses")
def list_analyses(message: ListAnalyses, send: Send) -> list[AnalysisView]:
    """The analyses of a study, newest first."""
    return send(message)
