"""Bring the series that models can read from the source into Blob, and hand them to the models."""

from typing import ClassVar

from shared.application.commands.index_study import IndexStudy
from shared.application.dicom.source import DicomSources
from shared.application.models.inference import InferSeries
from shared.application.ports import Clock, ModelCatalogue
from shared.application.services.fetched_images import FetchedImages
from shared.application.services.model_choices import model_choices
from shared.application.services.progress import ProgressReporter
from shared.application.services.routing import route
from shared.application.services.series_fetcher import SeriesFetcher
from shared.application.services.study_directory import StudyDirectory
from shared.application.unit_of_work import Repository, UnitOfWork
from shared.core.mediator import Task, handles
from shared.core.telemetry import stage
from shared.domain import partitions
from shared.domain.access import Permission
from shared.domain.analysis import Analysis, ModelRun, Status
from shared.domain.errors import NotFound, Unavailable
from shared.domain.organization_settings import ModelChoice, choice_of
from shared.domain.study import Series
from shared.domain.values import DicomUid


class FetchStudy(Task):
    access = Permission.WORK_IN_BACKGROUND
    queue: ClassVar[str] = "fetch-study"

    organization_id: str
    study_uid: DicomUid
    analysis_id: str
    again: bool = False  # somebody wants it tried once more after it was given up


@handles(FetchStudy)
def fetch_study(
    task: FetchStudy,
    *,
    uow: UnitOfWork,
    sources: DicomSources,
    studies: StudyDirectory,
    images: FetchedImages,
    models: ModelCatalogue,
    progress: ProgressReporter,
    clock: Clock,
) -> None:
    partition = partitions.study(task.organization_id, task.study_uid)
    analyses = uow.of(Analysis, partition)
    analysis = analyses.get(task.analysis_id)
    if task.again and analysis.has_failures:
        analysis.reopen(clock.now())
    if analysis.status is not Status.QUEUED:
        return  # delivered again after it was done
    fetcher = SeriesFetcher(sources.of(task.organization_id), images, progress, task)
    try:
        with stage("choose", analysis=analysis.id):
            series = studies.series(task.organization_id, task.study_uid)
            choices = model_choices(task.organization_id, uow)
            runs = route(series, models.all(), choices)
        with stage("fetch", series=len(_wanted(series, runs))):
            indexes = fetcher.fetch(_wanted(series, runs))
    except (Unavailable, NotFound) as error:
        progress.stop(partition, analysis.id)
        _wait(task, analysis, analyses, uow, str(error))
        raise
    analysis.start(runs, sum(one.instance_count for one in _wanted(series, runs)), clock.now())
    analyses.save(analysis)
    for run in runs:
        if run.status is Status.RUNNING:
            uow.then(_infer(task, run, indexes[run.series_instance_uid], choice_of(run.model_id, choices)))
    if analysis.is_finished or task.again:
        uow.then(IndexStudy(organization_id=task.organization_id, study_uid=task.study_uid))
    uow.commit()


def _wanted(series: list[Series], runs: list[ModelRun]) -> list[Series]:
    chosen = {run.series_instance_uid for run in runs if run.status is Status.RUNNING}
    return [one for one in series if one.series_instance_uid in chosen]


def _wait(
    task: FetchStudy, analysis: Analysis, analyses: Repository[Analysis], uow: UnitOfWork, reason: str
) -> None:
    """Say why nothing moves; the queue brings the task back, and after its last try calls FailAnalysis."""
    analysis.wait(reason)
    analyses.save(analysis)
    if task.again:
        uow.then(IndexStudy(organization_id=task.organization_id, study_uid=task.study_uid))
    uow.commit()


def _infer(task: FetchStudy, run: ModelRun, index: str, choice: ModelChoice) -> InferSeries:
    return InferSeries(
        organization_id=task.organization_id,
        study_uid=task.study_uid,
        series_uid=run.series_instance_uid,
        analysis_id=task.analysis_id,
        model_id=run.model_id,
        index=index,
        thresholds=choice.thresholds,
    )
