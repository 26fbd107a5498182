"""App settings: those that shared/settings.py reads, what the platform asks for, and no other."""

import re
from collections.abc import Iterator
from typing import Any

from infra.checks.bicep.template import Template
from infra.checks.bicep.values import at
from infra.checks.code import Code

LOCAL = {  # read on a developer's machine only
    "IMAGINI_DATA",  # records, mails and secrets in files
    "IMAGINI_STORAGE",  # a connection string is a key
    "IMAGINI_ENTRA_CLIENT_SECRET",  # in Azure the managed identity answers for us
    "IMAGINI_TRACES",  # a file; in Azure Application Insights is told
    "AZURE_FUNCTIONS_ENVIRONMENT",  # Azure says Production by itself
}
PLATFORM = {
    "AzureWebJobsStorage__accountName",
    "AzureWebJobsStorage__credential",
    "AzureWebJobsStorage__clientId",
    "AZURE_CLIENT_ID",  # azure-identity: which of the app's identities
}
INSIGHTS = {"APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING"}
JOB = {
    "IMAGINI_STORAGE__blobServiceUri",
    "IMAGINI_STORAGE__queueServiceUri",
    "IMAGINI_MODELS",
    "IMAGINI_TRACE_RATIO",
}
REFERENCE = re.compile(r"empty\(\w+\) \? '' : keyvault\.outputs\.\w+Reference")
SECRET = re.compile(r"SECRET|TOKEN|PASSWORD|_KEY$|SMTP_URL")


def functions_are_told_what_they_read(template: Template, code: Code) -> Iterator[str]:
    connection = {f"{code.connection}__credential", f"{code.connection}__clientId"}
    given = _settings(template)
    yield from _compare("functions", set(given), (code.settings - LOCAL) | PLATFORM | INSIGHTS | connection)


def the_job_is_told_what_it_reads(template: Template, code: Code) -> Iterator[str]:
    for _, job in template.resources("Microsoft.App/jobs"):
        given = {
            variable["name"]
            for container in job.at("properties.template.containers") or []
            for variable in container.get("env", [])
        }
        yield from _compare("inference-job", given, JOB | INSIGHTS | {"AZURE_CLIENT_ID"})
    for name in sorted(JOB - code.settings):
        yield f"inference-job: shared/settings.py does not read {name}"


def secrets_are_references(template: Template, _: Code) -> Iterator[str]:
    for name, value in _settings(template).items():
        if SECRET.search(name) and not name.startswith("AzureWebJobs"):
            given = str(template.given("functions", str(value)))
            if not REFERENCE.fullmatch(given):
                yield f"functions: {name} must be a reference into the vault, not {given}"


def _settings(template: Template) -> dict[str, Any]:
    for _, config in template.resources("Microsoft.Web/sites/config"):
        if config.at("name") == "appsettings":
            return at(config.body, "properties") or {}
    return {}


def _compare(module: str, given: set[str], wanted: set[str] | frozenset[str]) -> Iterator[str]:
    for name in sorted(wanted - given):
        yield f"{module}: {name} is not set"
    for name in sorted(given - wanted):
        yield f"{module}: nobody reads {name}"


RULES = (functions_are_told_what_they_read, the_job_is_told_what_it_reads, secrets_are_references)
