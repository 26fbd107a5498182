"""Queues, blobs and records: what the code names is there, and somebody works it off."""

from collections.abc import Iterator
from typing import Any

from infra.checks.bicep.template import Template
from infra.checks.bicep.values import at
from infra.checks.code import Code

KEDA = {"accountName", "queueName", "queueLength", "queueLengthStrategy"}
COSMOS = {
    "id": "definition.container",
    "partitionKey.paths": ["definition.partitionKey"],
    "indexingPolicy": "definition.indexingPolicy",
}


def queues_are_those_of_the_code(template: Template, code: Code) -> Iterator[str]:
    declared = set(template.given("storage", "queueNames") or [])
    for name in sorted(code.queues - declared):
        yield f"main.bicep: the queue {name} is missing"
    for name in sorted(declared - code.queues):
        yield f"main.bicep: nothing is put into the queue {name}"
    if "'${name}-poison'" not in template.module("storage").source:
        yield "storage: queues have none beside them for what could not be handled"


def every_queue_is_worked_off(template: Template, code: Code) -> Iterator[str]:
    scaled = {at(rule, "metadata.queueName") for rule in _rules(template)}
    for name in sorted(code.queues):
        readers = (name in code.heard) + (name in scaled)
        if readers != 1:
            yield f"the queue {name} has {readers} readers: a function or a scaled job"


def scalers_enter_with_an_identity(template: Template, _: Code) -> Iterator[str]:
    for rule in _rules(template):
        if rule.get("type") != "azure-queue" or not rule.get("identity"):
            yield f"inference-job: the rule {rule.get('name')} needs type azure-queue and an identity"
        if unknown := rule.get("metadata", {}).keys() ^ KEDA:
            yield f"inference-job: the scaler's metadata has or lacks {', '.join(sorted(unknown))}"


def blobs_have_their_container(template: Template, code: Code) -> Iterator[str]:
    name = template.module("storage").variables.get("dataContainer")
    if name != code.container:
        yield f"storage: the code keeps blobs in {code.container}, not {name}"


def records_have_the_container_of_the_code(template: Template, code: Code) -> Iterator[str]:
    document = template.module("cosmos")
    source = "loadJsonContent('../../shared/infrastructure/cosmos/container.json')"
    if document.variables.get("definition") != source:
        yield "cosmos: the container is not the one that the code defines"
    for _, container in template.resources("Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers"):
        for place, expression in COSMOS.items():
            if container.at(f"properties.resource.{place}") != expression:
                yield f"cosmos: {place} of the container must be {expression}"
    for name in sorted({"database", "container", "partitionKey", "indexingPolicy"} - code.cosmos.keys()):
        yield f"container.json has no {name}"


def _rules(template: Template) -> list[dict[str, Any]]:
    place = "properties.configuration.eventTriggerConfig.scale.rules"
    return [rule for _, job in template.resources("Microsoft.App/jobs") for rule in job.at(place) or []]


RULES = (
    queues_are_those_of_the_code,
    every_queue_is_worked_off,
    scalers_enter_with_an_identity,
    blobs_have_their_container,
    records_have_the_container_of_the_code,
)
