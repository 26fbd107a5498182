"""What several use cases start from."""

import pytest

from tests.builders import instance, series_row, study_row
from tests.world import World


@pytest.fixture
def chest(world: World) -> World:
    """A world with one chest X-ray."""
    world.source.keep(study_row(), [series_row()], [instance()])
    return world
