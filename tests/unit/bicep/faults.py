"""Faults that somebody might make in bicep/, and the sentence that has to be said of each."""

from typing import NamedTuple


class Fault(NamedTuple):
    name: str
    file: str
    was: str
    becomes: str
    said: str


STORAGE, COSMOS = "modules/storage.bicep", "modules/cosmos.bicep"
FUNCTIONS, JOB = "modules/functions.bicep", "modules/inference-job.bicep"
ROUTES, MAIN = "modules/untyped/front-door-routes.bicep", "main.bicep"

FAULTS = (
    # exposure
    Fault(
        "blobs for everybody",
        STORAGE,
        "allowBlobPublicAccess: false",
        "allowBlobPublicAccess: true",
        "allowBlobPublicAccess must be False",
    ),
    Fault(
        "storage with keys",
        STORAGE,
        "allowSharedKeyAccess: false",
        "allowSharedKeyAccess: true",
        "allowSharedKeyAccess must be False",
    ),
    Fault("old TLS", STORAGE, "'TLS1_2'", "'TLS1_0'", "minimumTlsVersion must be 'TLS1_2'"),
    Fault(
        "records on the internet",
        COSMOS,
        "publicNetworkAccess: 'Disabled'",
        "publicNetworkAccess: 'Enabled'",
        "account.properties.publicNetworkAccess",
    ),
    Fault(
        "records with keys", COSMOS, "disableLocalAuth: true\n", "", "disableLocalAuth must be True, not None"
    ),
    Fault(
        "a vault that can be purged",
        "modules/keyvault.bicep",
        "enablePurgeProtection: true",
        "enablePurgeProtection: false",
        "enablePurgeProtection",
    ),
    Fault(
        "an admin of the registry",
        "modules/registry.bicep",
        "adminUserEnabled: false",
        "adminUserEnabled: true",
        "adminUserEnabled must be False",
    ),
    Fault("http", FUNCTIONS, "httpsOnly: true", "httpsOnly: false", "httpsOnly must be True"),
    Fault(
        "everybody reaches the functions",
        FUNCTIONS,
        "'AzureFrontDoor.Backend'",
        "'Internet'",
        "others than Front Door",
    ),
    Fault(
        "any Front Door reaches the functions",
        FUNCTIONS,
        "              frontDoorId\n",
        "",
        "other people's Front Doors",
    ),
    Fault(
        "publishing by password", FUNCTIONS, "    name: 'scm'", "    name: 'ftp'", "over scm with a password"
    ),
    Fault(
        "a connection string",
        FUNCTIONS,
        "AzureWebJobsStorage__credential: 'managedidentity'",
        "AzureWebJobsStorage: 'DefaultEndpointsProtocol=https;AccountName=x'",
        "uses a key: DefaultEndpointsProtocol",
    ),
    Fault(
        "no private door to the queues",
        MAIN,
        "id: storage.outputs.dataId\n          group: 'queue'",
        "id: storage.outputs.dataId\n          group: 'file'",
        "private endpoints of group queue",
    ),
    Fault(
        "a secret among the outputs",
        "modules/keyvault.bicep",
        "output url string = vault.properties.vaultUri",
        "output url string = smtpUrl",
        "the output url is a secret",
    ),
    Fault(
        "a secret among the settings",
        MAIN,
        "smtpUrl: empty(smtpUrl) ? '' : keyvault.outputs.smtpReference",
        "smtpUrl: smtpUrl",
        "IMAGINI_SMTP_URL must be a reference into the vault",
    ),
    # access
    Fault(
        "no right to the records",
        COSMOS,
        "/sqlRoleDefinitions/${roles.cosmosDataContributor}",
        "/sqlRoleDefinitions/00000000-0000-0000-0000-000000000001",
        "functions lack the role cosmosDataContributor",
    ),
    Fault(
        "the wrong workload may read secrets",
        "modules/keyvault.bicep",
        "principalId: principalId",
        "principalId: tenant().tenantId",
        "functions lack the role keyVaultSecretsOfficer",
    ),
    Fault(
        "the job pulls as somebody else",
        MAIN,
        "pullPrincipalId: identity.outputs.inferencePrincipalId",
        "pullPrincipalId: identity.outputs.functionsPrincipalId",
        "functions need no role acrPull",
    ),
    Fault(
        "the job cannot hold its message",
        "modules/roles.bicep",
        "  scope: work\n",
        "  scope: answers[0]\n",
        "inference lack the role queueDataContributor on roles work",
    ),
    Fault(
        "a role of somebody else",
        "roles.json",
        "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
        "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
        "blobDataContributor is ba92f5b4",
    ),
    # runtime
    Fault("another Python", FUNCTIONS, "version: '3.13'", "version: '3.11'", "the code is Python 3.13"),
    Fault(
        "one request at a time",
        FUNCTIONS,
        "perInstanceConcurrency: perInstanceConcurrency\n",
        "",
        "one request at a time",
    ),
    Fault(
        "a setting that Flex forbids",
        FUNCTIONS,
        "AZURE_CLIENT_ID: identityClientId",
        "FUNCTIONS_WORKER_RUNTIME: 'python'",
        "does not exist on Flex",
    ),
    Fault("half a T4", JOB, "memory: '56Gi'", "memory: '28Gi'", "the sizes of the profiles"),
    Fault(
        "a machine without a size", JOB, "  'Consumption-GPU-NC24-A100'\n]", "]", "every profile has a size"
    ),
    Fault("a job that tries again", JOB, "replicaRetryLimit: 0", "replicaRetryLimit: 3", "the job must not"),
    Fault(
        "one subnet for both",
        MAIN,
        "subnetId: network.outputs.jobsSubnetId",
        "subnetId: network.outputs.functionsSubnetId",
        "share the subnet",
    ),
    # settings
    Fault(
        "a setting forgotten",
        FUNCTIONS,
        "IMAGINI_COSMOS_URL: cosmosEndpoint",
        "",
        "IMAGINI_COSMOS_URL is not set",
    ),
    Fault(
        "a setting misspelt",
        FUNCTIONS,
        "IMAGINI_PROXIES: '2'",
        "IMAGINI_PROXY: '2'",
        "nobody reads IMAGINI_PROXY",
    ),
    Fault(
        "a setting of the job forgotten",
        JOB,
        "'IMAGINI_MODELS'",
        "'IMAGINI_MODEL'",
        "inference-job: IMAGINI_MODELS is not set",
    ),
    # queues
    Fault("a queue forgotten", MAIN, "  'notify'\n", "", "the queue notify is missing"),
    Fault(
        "a queue too many",
        MAIN,
        "  'notify'\n",
        "  'notify'\n  'nobody'\n",
        "nothing is put into the queue nobody",
    ),
    Fault(
        "a scaler for another queue",
        JOB,
        "queueName: 'infer'",
        "queueName: 'inference'",
        "the queue infer has 0 readers",
    ),
    Fault(
        "a scaler without an identity",
        JOB,
        "              type: 'azure-queue'\n              identity: identityId\n",
        "              type: 'azure-queue'\n",
        "needs type azure-queue and an identity",
    ),
    Fault(
        "a scaler's word misspelt",
        JOB,
        "queueLengthStrategy:",
        "queueLenghtStrategy:",
        "the scaler's metadata",
    ),
    Fault("no place for what failed", STORAGE, "'${name}-poison'", "'${name}-failed'", "none beside them"),
    Fault("blobs elsewhere", STORAGE, "'imagini' //", "'images' //", "keeps blobs in imagini"),
    Fault(
        "records partitioned otherwise",
        COSMOS,
        "          definition.partitionKey",
        "          '/tenant'",
        "partitionKey.paths of the container",
    ),
    # routes
    Fault("patients' data at the edge", ROUTES, "cached: false", "cached: true", "/api/* is ('api', True)"),
    Fault("a route forgotten", ROUTES, "      '/api/*'\n", "", "/api/* is None"),
    Fault("the API to the files", ROUTES, "    origin: 0", "    origin: 1", "/api/* is ('web', False)"),
    Fault("health that nobody answers", ROUTES, "'/api/health'", "'/api/healthz'", "no /api/healthz"),
    Fault("unencrypted within", ROUTES, "'HttpsOnly'", "'MatchRequest'", "forwarded without encryption"),
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
