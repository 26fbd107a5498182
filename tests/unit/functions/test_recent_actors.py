"""A viewer that asks for hundreds of images is looked up once, and no longer than a moment."""

import pytest

from functions.support import recent_actors
from shared.domain.partitions import USERS
from shared.domain.user import User
from tests.builders import RADIOLOGIST
from tests.unit.functions.browser import Browser
from tests.world import World

IMAGES = "/dicomweb/studies"


def test_who_signs_out_reads_no_more_images(ada: Browser) -> None:
    cookies = dict(ada.cookies)
    assert ada.get(IMAGES).status == 200

    assert ada.post("/auth/sign-out").status == 204

    ada.cookies = cookies
    assert ada.get(IMAGES).status == 401


def test_a_session_that_ended_elsewhere_is_noticed_within_seconds(
    ada: Browser, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 1000.0
    monkeypatch.setattr(recent_actors, "monotonic", lambda: now)
    assert ada.get(IMAGES).status == 200
    world.time.passes(seconds=1)
    elsewhere = world.unit_of_work()
    [user] = elsewhere.of(User, USERS).all()
    user.end_sessions(world.time.now())
    elsewhere.of(User, USERS).save(user)
    elsewhere.commit()

    now += recent_actors.FRESH
    assert ada.get(IMAGES).status == 401


def test_no_more_callers_are_remembered_than_fit() -> None:
    recent = recent_actors.RecentActors()
    for n in range(recent_actors.MOST + 1):
        recent.keep(b"cookie %d" % n, RADIOLOGIST)
    assert recent.find(b"cookie 0") is None
    assert recent.find(b"cookie 1") == RADIOLOGIST
