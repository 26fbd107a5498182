"""The manifests of the models that are installed; reads no ONNX."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from shared.domain.errors import NotFound, RuleBroken
from shared.domain.model_manifest import ModelManifest


class FolderCatalogue:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> Sequence[ModelManifest]:
        """In order of id. Raises RuleBroken for a manifest that is not one."""
        return self._manifests

    def get(self, model_id: str) -> ModelManifest:
        """Raises NotFound."""
        for manifest in self._manifests:
            if manifest.id == model_id:
                return manifest
        raise NotFound(f"There is no model called {model_id}.")

    def weights(self, manifest: ModelManifest) -> bytes:
        """The ONNX file as it lies there, unchecked. Raises NotFound."""
        try:
            return (self._folder / manifest.id / manifest.file).read_bytes()
        except OSError as error:
            raise NotFound(f"The file of the model {manifest.id} is missing.") from error

    @cached_property
    def _manifests(self) -> tuple[ModelManifest, ...]:
        return tuple(_read(path) for path in sorted(self._folder.glob("*/manifest.json")))


def _read(path: Path) -> ModelManifest:
    try:
        manifest = ModelManifest.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise RuleBroken(
            f"The manifest of the model {path.parent.name} is wrong at {where}: {first['msg']}."
        ) from error
    if manifest.id != path.parent.name:
        raise RuleBroken(f"The model {manifest.id} lies in a folder called {path.parent.name}.")
    return manifest
