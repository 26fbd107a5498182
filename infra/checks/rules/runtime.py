"""What runs the code: the Python it is written for, on machines that exist."""

from collections.abc import Iterator
from typing import Any

from infra.checks.bicep.template import Template
from infra.checks.bicep.values import at
from infra.checks.code import Code
from shared.inference.shift import LONGEST

FORBIDDEN = (
    "FUNCTIONS_WORKER_RUNTIME",
    "FUNCTIONS_EXTENSION_VERSION",
    "WEBSITE_RUN_FROM_PACKAGE",
    "linuxFxVersion",
)
SIZES = {
    "Consumption": {"cpu": 4, "memory": "8Gi"},
    "Consumption-GPU-NC8as-T4": {"cpu": 8, "memory": "56Gi"},
    "Consumption-GPU-NC24-A100": {"cpu": 24, "memory": "220Gi"},
}
LONGEST_READ = 1800  # seconds, of the series that a job begins just before its shift is over


def functions_run_on_flex_consumption(template: Template, code: Code) -> Iterator[str]:
    for path, plan in template.resources("Microsoft.Web/serverfarms"):
        if plan.at("sku") != {"tier": "FlexConsumption", "name": "FC1"}:
            yield f"{path}: the plan is not Flex Consumption"
    for path, site in template.resources("Microsoft.Web/sites"):
        config: dict[str, Any] = site.at("properties.functionAppConfig") or {}
        if (runtime := config.get("runtime")) != {"name": "python", "version": code.python}:
            yield f"{path}: the runtime is {runtime}, the code is Python {code.python}"
        if at(config, "deployment.storage.authentication.type") != "UserAssignedIdentity":
            yield f"{path}: packages are not read with an identity"
        if at(config, "scaleAndConcurrency.triggers.http.perInstanceConcurrency") is None:
            yield f"{path}: without perInstanceConcurrency an instance handles one request at a time"


def nothing_is_set_that_flex_forbids(template: Template, _: Code) -> Iterator[str]:
    for path, source in template.sources.items():
        for name in FORBIDDEN:
            if name in source:
                yield f"{path}: {name} does not exist on Flex Consumption"


def the_job_fits_its_machines(template: Template, _: Code) -> Iterator[str]:
    document = template.module("inference-job")
    if (sizes := document.variables.get("sizes")) != SIZES:
        yield f"inference-job: the sizes of the profiles are {SIZES}, not {sizes}"
    profile = document.parameters.get("profile")
    if profile is None or profile.allowed != list(SIZES):
        yield "inference-job: every profile has a size, and the other way round"
    for path, job in template.resources("Microsoft.App/jobs"):
        if job.at("properties.configuration.replicaRetryLimit") != 0:
            yield f"{path}: the queue tries again, the job must not"
        if (job.at("properties.configuration.replicaTimeout") or 0) < LONGEST.seconds + LONGEST_READ:
            yield f"{path}: a job may be ended while it reads"


def networks_are_not_shared(template: Template, _: Code) -> Iterator[str]:
    functions, jobs = template.given("functions", "subnetId"), template.given("inference-job", "subnetId")
    if functions == jobs:
        yield f"main.bicep: functions and job share the subnet {functions}"
    for _path, vnet in template.resources("Microsoft.Network/virtualNetworks"):
        for subnet in vnet.at("properties.subnets") or []:
            delegated = [
                at(one, "properties.serviceName") for one in at(subnet, "properties.delegations") or []
            ]
            if subnet["name"] in ("functions", "jobs") and delegated != ["Microsoft.App/environments"]:
                yield f"network: the subnet {subnet['name']} is not delegated to Microsoft.App/environments"


RULES = (
    functions_run_on_flex_consumption,
    nothing_is_set_that_flex_forbids,
    the_job_fits_its_machines,
    networks_are_not_shared,
)
