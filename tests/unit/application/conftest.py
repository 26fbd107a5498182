"""What several use cases start from."""

from typing import Any

import pytest

from shared.domain.access import Actor, Role
from shared.infrastructure.archive.source import ArchiveSource
from tests.builders import HOSPITAL, instance, series_row, study_row
from tests.dicom_files import ct_slice
from tests.unit.application.measuring import STUDY, store
from tests.world import World


@pytest.fixture
def chest(world: World) -> World:
    """A world with one chest X-ray."""
    world.source.keep(study_row(), [series_row()], [instance()])
    return world


@pytest.fixture
def ada(world: World) -> Actor:
    """A radiologist whose hospital keeps one study."""
    archive: Any = ArchiveSource(HOSPITAL, world.store, world.kept)
    world.pacs.put(HOSPITAL, archive)
    user = world.employ()
    actor = Actor(id=user.id, name=user.name, role=Role.MEMBER, organization_id=HOSPITAL)
    store(world, actor, ct_slice(STUDY, f"{STUDY}.1"))
    return actor
