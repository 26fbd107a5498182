"""What a viewer may meet opens under our content security policy; a violation fails every test."""

import time

from playwright.sync_api import Locator, expect

from tests.e2e.every_kind import COMPRESSED, SEGMENT, STUDY, every_kind
from tests.e2e.pages.viewer_alone import ViewerAlone
from tests.e2e.person import Person
from tests.e2e.picture import look_at
from tests.servers.imagini import Running


def test_compressed_images_a_volume_in_three_planes_and_a_segmentation(
    radiologist: Person, imagini: Running
) -> None:
    """Structured reports are opened in test_orthanc."""
    client = imagini.signed_in()
    if not client.has_study(STUDY):
        client.store(list(every_kind()))
    viewer = ViewerAlone(radiologist.page)
    viewer.open(STUDY)
    for name in ("VOLUME", *COMPRESSED):
        picture = viewer.small_picture(name)
        picture.wait_for()
        assert look_at(picture).shows_something, name

    viewer.lay_out("MPR")
    expect(viewer.panes).to_have_count(3)
    for pane in viewer.panes.all():
        wait_for_something_in(pane)

    viewer.series("SEGMENTATION").dblclick()
    viewer.list_segments()
    expect(viewer.segments).to_have_text(SEGMENT)


def wait_for_something_in(pane: Locator) -> None:
    end = time.monotonic() + 60
    while not look_at(pane).shows_something:
        assert time.monotonic() < end, "nothing is drawn"
