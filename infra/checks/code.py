"""What the code needs of Azure, read from the code itself."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Code:
    settings: frozenset[str]  # names that shared/settings.py reads
    queues: frozenset[str]  # that tasks are put into
    heard: frozenset[str]  # that a function hears, poison queues included
    container: str  # of blobs
    cosmos: dict[str, Any]
    prefix: str  # of the API's routes
    paths: frozenset[str]  # of the API
    site: dict[str, Any]  # staticwebapp.config.json
    python: str
    connection: str  # of the queue functions
    files: frozenset[str]  # runbooks and alert queries
    alerts: dict[str, str]  # the queries' texts


def read(root: Path = ROOT) -> Code:
    host = json.loads((root / "host.json").read_text())
    operations = root / "infra"
    return Code(
        settings=settings(root),
        queues=_named(root / "shared" / "application", r'queue: ClassVar\[str\] = "([a-z-]+)"'),
        heard=_named(root / "functions" / "queues", r'queue_name="([a-z-]+)"'),
        container=_one(root / "shared/infrastructure/blob/container.py", r'^CONTAINER = "(\w+)"'),
        cosmos=json.loads((root / "shared/infrastructure/cosmos/container.json").read_text()),
        prefix=host["extensions"]["http"]["routePrefix"],
        paths=frozenset(json.loads((root / "static-web/openapi.json").read_text())["paths"]),
        site=json.loads((root / "static-web/staticwebapp.config.json").read_text()),
        python=(root / ".python-version").read_text().strip(),
        connection=_one(root / "functions/support/consumer.py", r'^CONNECTION = "(\w+)"'),
        files=frozenset(
            file.relative_to(root).as_posix()
            for folder in ("alerts", "runbooks")
            for file in (operations / folder).iterdir()
        ),
        alerts={file.name: file.read_text() for file in (operations / "alerts").glob("*.kql")},
    )


def settings(root: Path = ROOT) -> frozenset[str]:
    text = (root / "shared" / "settings.py").read_text()
    return frozenset(re.findall(r'"(IMAGINI_\w+|AZURE_FUNCTIONS_\w+)"', text))


def _named(folder: Path, pattern: str) -> frozenset[str]:
    return frozenset(name for file in folder.rglob("*.py") for name in re.findall(pattern, file.read_text()))


def _one(file: Path, pattern: str) -> str:
    found = re.search(pattern, file.read_text(), re.MULTILINE)
    if found is None:
        raise LookupError(f"{file.name} has no {pattern}")
    return found[1]
