"""What is watched, how the modules hang together, and what each stage is given."""

from tests.unit.bicep.faults.fault import COSMOS, MAIN, STORAGE, Fault

STANDING = (
    # diagnostics and alerts
    Fault(
        "nobody sees who reads images",
        STORAGE,
        "category: 'StorageRead'",
        "category: 'Transaction'",
        "blobs is not logged: StorageRead",
    ),
    Fault(
        "logs that go nowhere",
        "modules/dicom.bicep",
        "    workspaceId: workspaceId\n",
        "",
        "dicom is not logged",
    ),
    Fault(
        "record numbers in logs",
        "modules/untyped/front-door.bicep",
        "'FrontDoorHealthProbeLog'",
        "'FrontDoorAccessLog'",
        "the access log holds addresses",
    ),
    Fault(
        "record numbers in telemetry",
        "modules/untyped/log-scrubbing.bicep",
        'source | extend Url = ""',
        "source",
        "Microsoft-Table-AppRequests must pass",
    ),
    Fault(
        "telemetry past the rule",
        "modules/monitoring.bicep",
        "scrubbingRuleId: scrubbing.outputs.id",
        "scrubbingRuleId: ''",
        "do not pass the rule",
    ),
    Fault(
        "an alert forgotten",
        "modules/alerts.bicep",
        "name: 'poison-messages'",
        "name: 'poisonous'",
        "none called poison-messages",
    ),
    Fault("alerts switched off", "modules/alerts.bicep", "enabled: true", "enabled: false", "switched off"),
    Fault(
        "an alert without a question",
        "modules/alerts.bicep",
        "failure-rate.kql",
        "failures.kql",
        "no file in infra/alerts",
    ),
    Fault(
        "an alert without advice",
        "modules/alerts.bicep",
        "runbooks/failures.md",
        "runbooks/failure.md",
        "which is not there",
    ),
    # wiring
    Fault(
        "a module without what it needs",
        MAIN,
        "    dataLocation: mailDataLocation\n",
        "",
        "lacks the parameter dataLocation",
    ),
    Fault(
        "a parameter misspelt",
        MAIN,
        "    domainName: mailDomain",
        "    domain: mailDomain",
        "has no parameter domain",
    ),
    Fault(
        "a parameter of another kind",
        MAIN,
        "zoneRedundant: isProd\n    instanceMemoryMB",
        "zoneRedundant: 'yes'\n    instanceMemoryMB",
        "gives zoneRedundant as string, not bool",
    ),
    Fault(
        "an output that is not there",
        MAIN,
        "cosmos.outputs.endpoint",
        "cosmos.outputs.url",
        "cosmos has no output url",
    ),
    Fault(
        "a brace too few", COSMOS, "output id string = account.id", "output id string = {", "does not parse"
    ),
    # stages
    Fault(
        "production without a GPU",
        "prod.bicepparam",
        "'Consumption-GPU-NC8as-T4'",
        "'Consumption'",
        "without a GPU",
    ),
    Fault(
        "a machine that is not offered",
        "prod.bicepparam",
        "NC8as-T4",
        "NC16as-T4",
        "inferenceProfile may not be",
    ),
    Fault(
        "a password in a file",
        "prod.bicepparam",
        "smtpUrl = readEnvironmentVariable('IMAGINI_SMTP_URL', '')",
        "smtpUrl = 'smtps://imagini:hunter2@mail.example.org'",
        "holds the secret smtpUrl",
    ),
)
