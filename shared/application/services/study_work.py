"""What is still to be done about a study, read from the study's own records."""

from shared.application.ports import Condition
from shared.application.unit_of_work import UnitOfWork
from shared.domain import partitions
from shared.domain.analysis import Analysis
from shared.domain.finding import Finding, FindingStatus
from shared.domain.report import Report
from shared.domain.worklist import Work


def work_of(organization_id: str, study_uid: str, uow: UnitOfWork) -> Work:
    partition = partitions.study(organization_id, study_uid)
    analyses = uow.of(Analysis, partition).all(order="requested_at", descending=True, limit=1)
    undecided = uow.of(Finding, partition).count(Condition("status", "is", FindingStatus.UNDECIDED))
    return Work.of(next(analyses, None), undecided, uow.of(Report, partition).find(study_uid))
