"""All bicep files together, and what a module's parameters are given."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import normpath
from typing import Any, Self

from infra.checks.bicep.document import Document, Module, Resource, read
from infra.checks.bicep.values import Text

MAIN = "main.bicep"


class Template:
    def __init__(self, sources: Mapping[str, str]) -> None:
        """`sources`: texts by their path below bicep/."""
        self.sources = sources
        self.documents = {path: read(text) for path, text in sources.items() if path.endswith(".bicep")}

    @classmethod
    def load(cls, folder: Path) -> Self:
        files = [file for file in sorted(folder.rglob("*")) if file.is_file()]
        return cls({file.relative_to(folder).as_posix(): file.read_text() for file in files})

    @property
    def main(self) -> Document:
        return self.documents[MAIN]

    def module(self, name: str) -> Document:
        """By the name of its file, as `storage`."""
        for path, document in self.documents.items():
            if path.startswith("modules/") and path.endswith(f"/{name}.bicep"):
                return document
        return Document("")

    def call(self, name: str) -> Module:
        """How main calls it."""
        for module in self.main.modules.values():
            if module.path.endswith(f"/{name}.bicep"):
                return module
        return Module(name, "", {})

    def resources(self, kind: str) -> Iterator[tuple[str, Resource]]:
        """Every resource of a type that is made, with the path of its file."""
        for path, document in self.documents.items():
            for resource in document.of_type(kind):
                yield path, resource

    def calls(self) -> Iterator[tuple[str, Module, str]]:
        """Every call of a module: the caller's path, the call, the callee's path."""
        for path, document in self.documents.items():
            folder = path.rpartition("/")[0]
            for module in document.modules.values():
                yield path, module, normpath(f"{folder}/{module.path}" if folder else module.path)

    def given(self, module: str, parameter: str) -> Any:
        """What main gives for a parameter; a name of main's own is looked up once."""
        given = self.call(module).params.get(parameter)
        return self.main.variables.get(given, given) if isinstance(given, Text) else given
