"""Who reached into patients' data is written down by Azure too."""

from collections.abc import Iterator

from infra.checks.bicep.template import Template
from infra.checks.code import Code

# Where, and which kinds of lines.
STORES = {
    ("storage", "blobs"): {"StorageRead", "StorageWrite", "StorageDelete"},
    ("storage", "queueService"): {"StorageWrite", "StorageDelete"},
    ("cosmos", "account"): {"DataPlaneRequests", "ControlPlaneRequests"},
    ("keyvault", "vault"): {"audit"},
    ("dicom", "dicom"): {"audit"},
    ("functions", "app"): {"FunctionAppLogs"},
    ("inference-job", "apps"): {"ContainerAppConsoleLogs", "ContainerAppSystemLogs"},
    ("front-door", "profile"): {"FrontDoorWebApplicationFirewallLog", "FrontDoorHealthProbeLog"},
}

SCRUBBED = {
    "Microsoft-Table-AppRequests": 'source | extend Url = ""',
    "Microsoft-Table-AppDependencies": 'source | extend Data = ""',
}


def every_store_is_watched(template: Template, _: Code) -> Iterator[str]:
    watched = {(name, scope): kinds for name, scope, kinds in _settings(template)}
    for (name, scope), wanted in STORES.items():
        missing = wanted - watched.get((name, scope), set())
        if missing:
            yield f"{name}: {scope} is not logged: {', '.join(sorted(missing))}"


def addresses_of_patients_data_are_not_logged(template: Template, _: Code) -> Iterator[str]:
    """Front Door's access log would hold record numbers and the names of studies."""
    for name, _scope, kinds in _settings(template):
        if "FrontDoorAccessLog" in kinds:
            yield f"{name}: the access log holds addresses that name patients' studies"
    for path, profile in template.resources("Microsoft.Cdn/profiles"):
        scrubbed = {
            rule["matchVariable"] for rule in profile.at("properties.logScrubbing.scrubbingRules") or []
        }
        for variable in sorted({"RequestUri", "QueryStringArgNames"} - scrubbed):
            yield f"{path}: {variable} is not scrubbed from logs"


def addresses_of_requests_are_not_kept(template: Template, _: Code) -> Iterator[str]:
    document = template.module("log-scrubbing")
    emptied = {one["stream"]: one["kql"] for one in document.variables.get("empties", [])}
    for stream, kql in SCRUBBED.items():
        if emptied.get(stream) != kql:
            yield f"log-scrubbing: {stream} must pass {kql}"
    monitoring = template.module("monitoring")
    given = {name: module.params.get("scrubbingRuleId") for name, module in monitoring.modules.items()}
    if given.get("scrubbed") != "scrubbing.outputs.id" or "= scrubbed.outputs.id" not in monitoring.source:
        yield "monitoring: logs do not pass the rule that scrubs them"


def _settings(template: Template) -> Iterator[tuple[str, str, set[str]]]:
    for path, one in template.resources("Microsoft.Insights/diagnosticSettings"):
        if one.at("properties.workspaceId") != "workspaceId":
            continue
        logs = one.at("properties.logs") or []
        kinds = {log.get("category") or log.get("categoryGroup") for log in logs if log.get("enabled")}
        yield path.rpartition("/")[2].removesuffix(".bicep"), str(one.at("scope")), kinds


RULES = (
    every_store_is_watched,
    addresses_of_patients_data_are_not_logged,
    addresses_of_requests_are_not_kept,
)
