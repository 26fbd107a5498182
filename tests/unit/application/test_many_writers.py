"""Many who write one report at the same time: what anybody was told is kept, is kept. # threat 20"""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

from shared.application.commands.save_report import SaveReport
from shared.application.models.report_view import VersionedReport
from shared.application.queries.get_report import GetReport
from shared.domain.errors import Stale
from shared.domain.report import Sections
from tests.builders import HOSPITAL, STUDY, study_row
from tests.world import World

WRITERS, EDITS = 10, 5


def test_no_edit_is_lost_however_many_write_at_once(world: World) -> None:
    world.source.keep(study_row())
    world.send(read())

    with ThreadPoolExecutor(WRITERS) as pool:
        stale = sum(pool.map(partial(edits, world), range(WRITERS)))

    kept = world.send(read()).report.sections.findings.split()
    assert sorted(kept) == sorted(f"{writer}.{edit}" for writer in range(WRITERS) for edit in range(EDITS))
    assert stale > 0  # some did come in each other's way


def edits(world: World, writer: int) -> int:
    """Adds its words one by one; how often somebody else had been faster."""
    stale = 0
    for edit in range(EDITS):
        while not added(world, f"{writer}.{edit}"):
            stale += 1
    return stale


def added(world: World, word: str) -> bool:
    seen: VersionedReport = world.send(read())
    sections = Sections(findings=f"{seen.report.sections.findings} {word}")
    where = {"organization_id": HOSPITAL, "study_uid": STUDY}
    try:
        world.send(SaveReport.model_validate(where | {"version": seen.etag, "sections": sections}))
    except Stale:
        return False
    return True


def read() -> GetReport:
    return GetReport(organization_id=HOSPITAL, study_uid=STUDY)
