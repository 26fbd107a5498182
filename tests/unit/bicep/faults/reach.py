"""Who and what reaches what."""

from tests.unit.bicep.faults.fault import COSMOS, FUNCTIONS, MAIN, STORAGE, Fault

REACH = (
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
)
