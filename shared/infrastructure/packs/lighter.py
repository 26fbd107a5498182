"""Makes smaller forms of a pack's frames in the background: over a slow line they are there sooner."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from functools import cached_property
from threading import Lock

from shared.application.dicom.accept import NATIVE
from shared.domain.errors import DomainError
from shared.imaging.apart.pool import Pool
from shared.imaging.errors import ImagingError
from shared.infrastructure.packs.files import Files
from shared.infrastructure.packs.instance import StoredInstance
from shared.infrastructure.packs.near import LARGEST
from shared.infrastructure.packs.pack import Light, Pack
from shared.infrastructure.packs.writer import PackWriter

SMALL = 64 << 10  # bytes of a frame; smaller ones travel quickly as they are
PATIENCE = 60.0  # seconds for one frame: everybody else comes first
BACKLOG = 16  # packs waiting; more are made lighter when they are opened again


def lightened(pack: Pack, files: Files, folder: str, writer: PackWriter) -> Pack | None:
    """The pack with smaller forms of the frames that have none; None where nothing was gained. Blocks."""
    large = [one for uid, one in pack.instances.items() if uid not in pack.lights and _may_shrink(one)]
    if not large:
        return None
    lights = dict(pack.lights)
    with closing(Pool(1, PATIENCE, background=True)) as encoder:
        for one in large:
            made = _smaller(encoder, files.read(one), one.frames)
            if any(made):
                blob, at = writer.add(folder, b"".join(made))
                lights[one.sop_uid] = Light.of(blob, at, made)
    writer.flush()
    return pack._replace(lights=lights) if len(lights) > len(pack.lights) else None


def _smaller(encoder: Pool, file: bytes, frames: list[list[int]]) -> list[bytes]:
    """In a process of its own: the encoder would hold up everything in ours for as long as an image takes."""
    try:
        return encoder.ask("smaller", file, frames=frames)
    except ImagingError:
        return []


def _may_shrink(one: StoredInstance) -> bool:
    if not one.frames or one.transfer_syntax_uid not in NATIVE:
        return False
    return one.frames[0][1] >= SMALL and one.size <= LARGEST


class Lighter:
    """One for a process: one pack after the other."""

    def __init__(self) -> None:
        self._waiting: set[str] = set()
        self._lock = Lock()

    def want(self, key: str, make: Callable[[], None]) -> None:
        with self._lock:
            if key in self._waiting or len(self._waiting) >= BACKLOG:
                return
            self._waiting.add(key)
        self._background.submit(self._make, key, make)

    def wait(self) -> None:
        """Until everything wanted so far has been done. For tests."""
        self._background.submit(int).result()

    @cached_property
    def _background(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1, "lighter")

    def _make(self, key: str, make: Callable[[], None]) -> None:
        try:
            with suppress(DomainError, OSError, ValueError):  # what is not made is not missed
                make()
        finally:
            with self._lock:
                self._waiting.discard(key)
