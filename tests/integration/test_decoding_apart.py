"""Decoding happens in another process, which has limits and may come to harm. # threat 14"""

import json
import os
import signal
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from infra.phantoms.dicom.common import to_bytes
from infra.phantoms.odd import small_radiograph
from shared.imaging.apart.child import Child, environment
from shared.imaging.apart.pool import Pool
from shared.imaging.errors import ImagingError, NoDecoder, TooCostly, Undecodable
from shared.imaging.limits import MEMORY
from shared.imaging.render import render_png
from tests.hostile_files import BOMBS, greedy


@pytest.fixture(scope="module")
def pool() -> Generator[Pool]:
    pool = Pool(1, patience=120)
    yield pool
    pool.close()


@pytest.fixture
def child() -> Generator[Child]:
    child = Child()
    yield child
    child.close()


def picture(decoder: Pool | Child, file: bytes) -> bytes:
    [made] = decoder.ask("picture", file, frame=1, viewport=None, window=None, quality=90, png=True)
    return made


def test_a_picture_is_the_same_wherever_it_is_made(pool: Pool) -> None:
    file = to_bytes(small_radiograph())
    assert picture(pool, file) == render_png(file)


def test_every_bomb_is_refused_by_one_process_that_goes_on(pool: Pool) -> None:
    file = to_bytes(small_radiograph())
    whole = picture(pool, file)
    [before] = pool.processes
    for name, make in BOMBS.items():
        with pytest.raises(ImagingError):
            pytest.fail(f"{name}: {len(picture(pool, make()))} bytes")
    assert picture(pool, file) == whole
    assert pool.processes == [before]
    assert _most_memory(before) < MEMORY


def test_what_takes_too_much_memory_is_refused_and_the_next_is_served(pool: Pool) -> None:
    file = to_bytes(small_radiograph())
    with pytest.raises(TooCostly):
        picture(pool, greedy())
    assert pool.processes == []
    assert picture(pool, file) == render_png(file)


def test_what_takes_too_long_is_refused() -> None:
    """No process of ours has even begun after a hundredth of a second."""
    pool = Pool(1, patience=0.01)
    with pytest.raises(TooCostly):
        picture(pool, to_bytes(small_radiograph()))
    assert pool.processes == []


def test_a_process_that_dies_at_its_work_is_a_refusal(child: Child) -> None:
    file = to_bytes(small_radiograph())
    picture(child, file)
    os.kill(child.id, signal.SIGSEGV)
    with pytest.raises(Undecodable):
        picture(child, file)
    assert not child.is_alive


def test_a_process_that_does_not_start_is_not_the_image_s_fault(child: Child) -> None:
    os.kill(child.id, signal.SIGTERM)
    with pytest.raises(NoDecoder):
        picture(child, to_bytes(small_radiograph()))
    assert not child.is_alive


def test_what_is_left_of_an_answer_is_nobody_else_s(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when there is no memory left to take it, or the worker is told to end."""
    file = to_bytes(small_radiograph())
    loads = json.loads

    def broken_off(line: bytes) -> Any:
        said = loads(line)
        if isinstance(said, int):
            raise KeyboardInterrupt
        return said

    monkeypatch.setattr("shared.imaging.apart.child.json.loads", broken_off)
    with pytest.raises(KeyboardInterrupt):
        picture(child, file)
    assert not child.is_alive


def test_a_process_that_died_meanwhile_is_replaced(pool: Pool) -> None:
    file = to_bytes(small_radiograph())
    picture(pool, file)
    [before] = pool.processes
    os.kill(before, signal.SIGKILL)
    os.waitid(os.P_PID, before, os.WEXITED | os.WNOWAIT)
    assert picture(pool, file) == render_png(file)
    assert pool.processes != [before]


def test_who_comes_while_all_are_busy_is_told_to_try_again() -> None:
    pool = Pool(0, patience=0.01)
    with pytest.raises(NoDecoder):
        picture(pool, b"")


def test_limits_are_those_of_the_kernel(child: Child) -> None:
    file = to_bytes(small_radiograph())
    picture(child, file)
    limits = dict(_limits(child.id))
    assert limits["Max data size"] == MEMORY + 2 * len(file)
    assert limits["Max file size"] == limits["Max core file size"] == 0
    assert limits["Max cpu time"] < 60


def test_it_is_told_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IMAGINI_BLOBS", "AccountKey=secret")
    assert "secret" not in str(environment())


def _limits(process: int) -> Iterator[tuple[str, int]]:
    for line in Path(f"/proc/{process}/limits").read_text().splitlines()[1:]:
        name, soft = line[:26].strip(), line[26:47].strip()
        if soft.isdecimal():
            yield name, int(soft)


def _most_memory(process: int) -> int:
    """Bytes that it has had at most."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) << 10
