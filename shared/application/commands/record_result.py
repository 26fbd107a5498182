"""Turn a model's answer into findings."""

from shared.application.models.inference import ResultReady, SeenByModel, SeriesResult
from shared.application.ports import Blobs, Clock
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import handles
from shared.domain import partitions
from shared.domain.analysis import Analysis, ModelRun, Status
from shared.domain.finding import Finding

STATUS = {"done": Status.DONE, "refused": Status.SKIPPED, "failed": Status.FAILED}


@handles(ResultReady)
def record_result(task: ResultReady, *, uow: UnitOfWork, blobs: Blobs, clock: Clock) -> None:
    """Delivered three times it is one result: a finding's id follows from what was found, by which model."""
    partition = partitions.study(task.organization_id, task.study_uid)
    result = SeriesResult.model_validate_json(blobs.get(task.result))
    findings = uow.of(Finding, partition)
    for seen in result.findings:
        finding = _finding(task, result, seen)
        if findings.find(finding.id) is None:  # decided or not, what is there stays
            findings.add(finding)
    analyses = uow.of(Analysis, partition)
    analysis = analyses.get(task.analysis_id)
    analysis.answer(_run(task, result), clock.now())
    analyses.save(analysis)
    uow.commit()


def _run(task: ResultReady, result: SeriesResult) -> ModelRun:
    return ModelRun(
        series_instance_uid=task.series_uid,
        model_id=task.model_id,
        model_version=task.model_version,
        status=STATUS[result.outcome],
        reason=result.reason,
        finding_count=len(result.findings),
    )


def _finding(task: ResultReady, result: SeriesResult, seen: SeenByModel) -> Finding:
    return Finding(
        id=Finding.id_of(task.study_uid, task.series_uid, result.model, seen.label),
        study_instance_uid=task.study_uid,
        series_instance_uid=task.series_uid,
        sop_instance_uid=result.sop_instance_uid or "",
        label=seen.label,
        code=seen.code,
        probability=seen.probability,
        threshold=seen.threshold,
        region=seen.region,
        heatmap=seen.heatmap,
        model=result.model,
    )
