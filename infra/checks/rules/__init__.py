"""The policy: one file a concern, one function a rule. Each yields sentences about what is wrong."""

from collections.abc import Callable, Iterator

from infra.checks.bicep.template import Template
from infra.checks.code import Code
from infra.checks.rules import (
    access,
    alerts,
    diagnostics,
    exposure,
    parameters,
    queues,
    routes,
    runtime,
    settings,
    wiring,
)

type Rule = Callable[[Template, Code], Iterator[str]]

CONCERNS = (wiring, exposure, access, runtime, settings, queues, routes, diagnostics, alerts, parameters)
RULES: tuple[Rule, ...] = tuple(rule for concern in CONCERNS for rule in concern.RULES)


def findings(template: Template, code: Code) -> list[str]:
    """Everything that the policy finds; files that cannot be read first, for they hide the rest."""
    unread = [f"{path} does not parse" for path, document in template.documents.items() if document.broken]
    return unread or [sentence for rule in RULES for sentence in rule(template, code)]
