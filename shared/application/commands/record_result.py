"""Turn a model's answer into findings."""

from shared.application.commands.index_study import IndexStudy
from shared.application.models.inference import ResultReady, SeenByModel, SeriesResult
from shared.application.ports import Blobs, Clock
from shared.application.services.model_choices import model_choices
from shared.application.services.routing import switched_off
from shared.application.unit_of_work import UnitOfWork
from shared.core.mediator import handles
from shared.core.telemetry import stage
from shared.domain import partitions
from shared.domain.analysis import Analysis, ModelRun, Status
from shared.domain.finding import Finding
from shared.domain.organization_settings import ModelChoice, choice_of

STATUS = {"done": Status.DONE, "refused": Status.SKIPPED, "failed": Status.FAILED}


@handles(ResultReady)
def record_result(task: ResultReady, *, uow: UnitOfWork, blobs: Blobs, clock: Clock) -> None:
    """Delivered three times it is one result: a finding's id follows from what was found, by which model."""
    with stage("record", analysis=task.analysis_id, model=task.model_id) as told:
        told.note(findings=_record(task, uow, blobs, clock))


def _record(task: ResultReady, uow: UnitOfWork, blobs: Blobs, clock: Clock) -> int:
    """How many findings there are."""
    partition = partitions.study(task.organization_id, task.study_uid)
    result = SeriesResult.model_validate_json(blobs.get(task.result))
    choice = choice_of(task.model_id, model_choices(task.organization_id, uow))
    kept = [seen for seen in result.findings if choice.keeps(seen.label, seen.probability)]
    findings = uow.of(Finding, partition)
    for seen in kept:
        finding = _finding(task, result, seen)
        if findings.find(finding.id) is None:  # decided or not, what is there stays
            findings.add(finding)
    analyses = uow.of(Analysis, partition)
    analysis = analyses.get(task.analysis_id)
    run = _run(task, result, len(kept), choice)
    if task.again:
        analysis.reopen_run(run.key, clock.now())
    analysis.answer(run, clock.now())
    analyses.save(analysis)
    uow.then(IndexStudy(organization_id=task.organization_id, study_uid=task.study_uid))
    uow.commit()
    return len(kept)


def _run(task: ResultReady, result: SeriesResult, kept: int, choice: ModelChoice) -> ModelRun:
    """What was decided while the model was at work counts."""
    return ModelRun(
        series_instance_uid=task.series_uid,
        model_id=task.model_id,
        model_version=task.model_version,
        status=STATUS[result.outcome] if choice.on else Status.SKIPPED,
        reason=result.reason if choice.on else switched_off(result.model.name),
        finding_count=kept,
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
