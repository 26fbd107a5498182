"""What dev.bicepparam and prod.bicepparam decide."""

import re
from collections.abc import Iterator

from infra.checks.bicep.template import Template
from infra.checks.code import Code

STAGES = ("dev", "prod")
GIVEN = re.compile(r"^param (\w+) = (.+)$", re.MULTILINE)
PRODUCTION = ("customDomain", "alertEmail", "inferenceProfile")  # what prod must not leave to a default


def each_stage_gives_what_main_asks_for(template: Template, _: Code) -> Iterator[str]:
    for stage in STAGES:
        given = _given(template, stage)
        if "using 'main.bicep'" not in template.sources.get(f"{stage}.bicepparam", ""):
            yield f"{stage}.bicepparam is not there, or not for main.bicep"
        for name in sorted(given.keys() - template.main.parameters.keys()):
            yield f"{stage}.bicepparam: main has no parameter {name}"
        for name, parameter in template.main.parameters.items():
            if parameter.required and name not in given:
                yield f"{stage}.bicepparam lacks {name}"
            literal = re.fullmatch(r"'([^'$]*)'", given.get(name, ""))
            if parameter.allowed and literal and literal[1] not in parameter.allowed:
                yield f"{stage}.bicepparam: {name} may not be {literal[1]}"


def stages_are_what_they_are_called(template: Template, _: Code) -> Iterator[str]:
    for stage in STAGES:
        if (named := _given(template, stage).get("stage")) != f"'{stage}'":
            yield f"{stage}.bicepparam calls itself {named}"


def production_decides_by_itself(template: Template, _: Code) -> Iterator[str]:
    given = _given(template, "prod")
    for name in PRODUCTION:
        if name not in given:
            yield f"prod.bicepparam leaves {name} to a default"
    if "GPU" not in given.get("inferenceProfile", ""):
        yield "prod.bicepparam: models run without a GPU"


def secrets_are_not_written_down(template: Template, _: Code) -> Iterator[str]:
    secret = [name for name, one in template.main.parameters.items() if one.secure]
    for stage in STAGES:
        for name in secret:
            value = _given(template, stage).get(name, "readEnvironmentVariable(")
            if not value.startswith("readEnvironmentVariable("):
                yield f"{stage}.bicepparam holds the secret {name}"


def _given(template: Template, stage: str) -> dict[str, str]:
    return dict(GIVEN.findall(template.sources.get(f"{stage}.bicepparam", "")))


RULES = (
    each_stage_gives_what_main_asks_for,
    stages_are_what_they_are_called,
    production_decides_by_itself,
    secrets_are_not_written_down,
)
