// imagini in one resource group: functions, an inference job and static files behind one address; patients' data in stores
// that only this network reaches, entered by managed identity.
targetScope = 'resourceGroup'

@description('Goes into names and the azd-env-name tag.')
@minLength(2)
@maxLength(12)
param environmentName string

param location string = resourceGroup().location

@description('Where the inference job runs: a region for which you have GPU quota. It gets a network of its own there.')
param inferenceLocation string = location

@allowed([
  'dev'
  'prod'
])
param stage string

@description('The address people know, as imagini.example.org; empty: the one that Front Door gives.')
param customDomain string = ''

@allowed([
  'Standard_AzureFrontDoor'
  'Premium_AzureFrontDoor'
])
param frontDoorSku string = 'Standard_AzureFrontDoor'

@allowed([
  'centralus'
  'eastasia'
  'eastus2'
  'westeurope'
  'westus2'
])
param staticWebLocation string = 'westeurope'

@description('Where the inference job runs: without a GPU, on a T4, or on an A100.')
@allowed([
  'Consumption'
  'Consumption-GPU-NC8as-T4'
  'Consumption-GPU-NC24-A100'
])
param inferenceProfile string = 'Consumption'

@description('Pinned by digest. The default does nothing and ends: the first deployment has no image of ours yet.')
param inferenceImage string = 'mcr.microsoft.com/k8se/quickstart-jobs:latest'

param inferenceMaxExecutions int = 2
param inferenceMessagesPerExecution int = 8

@description('Request units a second of the records at most; 0: serverless, which is enough for two million studies a month (docs/scale.md).')
param recordsMaxThroughput int = 0

@description('Seconds that an inference job waits for more before it ends.')
param inferenceLingerSeconds int = 0

@allowed([
  2048
  4096
])
param instanceMemoryMB int = 2048

param perInstanceConcurrency int = 16
param maximumInstanceCount int = 40
param alwaysReady int = 0

@description('Azure Health Data Services, for organizations that keep their studies there instead of in a PACS.')
param withDicomService bool = false

@description('Networks where a PACS may have a private address: 10.1.0.0/16, fd12::/64')
param pacsNetworks string = ''

@description('A PACS may be called without encryption.')
param pacsHttp bool = false

@description('Gigabytes of copies of its PACS that each organization keeps near; 0: none.')
@minValue(0)
param keptGb int = 100

@description('A domain of yours that mails come from; empty: one of Azure.')
param mailDomain string = ''

@description('Its DNS records are there; the deployment before says which.')
param mailDomainVerified bool = false

param mailDataLocation string = 'Europe'

@secure()
@description('smtps://user:password@host; empty: Azure Communication Services carry the mail.')
param smtpUrl string = ''

@secure()
@description('Of ipinfo.io: tells people of a sign-in from an unusual place. Empty: it is not asked.')
param ipinfoToken string = ''

@description('The registration that people sign in with Microsoft through; empty: they cannot. infra/scripts/entra.sh makes it.')
param entraClientId string = ''

@description('Whose accounts: any organization\'s, or one tenant\'s.')
param entraAuthority string = '${environment().authentication.loginEndpoint}organizations'

param addressSpace string = '10.40.0.0/20'
param inferenceAddressSpace string = '10.40.16.0/20'
param recoverableDays int = 14
param logRetentionDays int = 30
param logDailyQuotaGb int = 1

@description('Of traces, those that are kept, from 0 to 1. One trace goes from a request through the queues to the findings.')
param traceRatio string = '1'

@description('Who gets alerts and the budget\'s warnings; empty: nobody.')
param alertEmail string = ''

param budgetAmount int = 300
param budgetStart string = utcNow('yyyy-MM-01')

var token = uniqueString(subscription().id, resourceGroup().id, environmentName)
var tags = {
  'azd-env-name': environmentName
  'data-class': 'phi'
  stage: stage
}
var isProd = stage == 'prod'
// One for each stage of background work; the code names them, and a test compares.
var queueNames = [
  'audit'
  'fetch-study'
  'infer'
  'infer-result'
  'notify'
  'sign-in'
  'worklist'
]
var storageSuffix = environment().suffixes.storage

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    location: location
    tags: tags
    token: token
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    location: location
    tags: tags
    token: token
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
    alertEmail: alertEmail
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    actionGroupIds: monitoring.outputs.actionGroupIds
  }
}

module budget 'modules/budget.bicep' = if (!empty(alertEmail)) {
  name: 'budget'
  params: {
    amount: budgetAmount
    contactEmail: alertEmail
    startDate: budgetStart
  }
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    location: location
    inferenceLocation: inferenceLocation
    tags: tags
    token: token
    addressSpace: addressSpace
    inferenceAddressSpace: inferenceAddressSpace
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    location: location
    tags: tags
    token: token
    workspaceId: monitoring.outputs.workspaceId
    hostPrincipalId: identity.outputs.functionsPrincipalId
    queueNames: queueNames
    dataRedundancy: isProd ? 'Standard_GZRS' : 'Standard_ZRS'
    recoverableDays: recoverableDays
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    location: location
    tags: tags
    token: token
    workspaceId: monitoring.outputs.workspaceId
    principalId: identity.outputs.functionsPrincipalId
    zoneRedundant: isProd
    maxThroughput: recordsMaxThroughput
  }
}

module keyvault 'modules/keyvault.bicep' = {
  name: 'keyvault'
  params: {
    location: location
    tags: tags
    token: token
    workspaceId: monitoring.outputs.workspaceId
    principalId: identity.outputs.functionsPrincipalId
    smtpUrl: smtpUrl
    ipinfoToken: ipinfoToken
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    location: location
    tags: tags
    token: token
    pullPrincipalId: identity.outputs.inferencePrincipalId
    zoneRedundant: isProd
  }
}

module dicom 'modules/dicom.bicep' = if (withDicomService) {
  name: 'dicom'
  params: {
    location: location
    tags: tags
    token: token
    workspaceId: monitoring.outputs.workspaceId
    principalId: identity.outputs.functionsPrincipalId
  }
}

module email 'modules/email.bicep' = {
  name: 'email'
  params: {
    tags: tags
    token: token
    principalId: identity.outputs.functionsPrincipalId
    dataLocation: mailDataLocation
    domainName: mailDomain
    domainVerified: mailDomainVerified
  }
}

module roles 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    functionsPrincipalId: identity.outputs.functionsPrincipalId
    inferencePrincipalId: identity.outputs.inferencePrincipalId
    storageName: storage.outputs.dataName
    containerName: storage.outputs.containerName
    insightsName: monitoring.outputs.insightsName
    queueNames: storage.outputs.queueNames
  }
}

module endpoints 'modules/private-endpoints.bicep' = {
  name: 'private-endpoints'
  params: {
    location: location
    tags: tags
    token: token
    subnetId: network.outputs.endpointsSubnetId
    vnetIds: network.outputs.vnetIds
    targets: concat(
      [
        {
          name: 'host-blob'
          id: storage.outputs.hostId
          group: 'blob'
          zone: 'privatelink.blob.${storageSuffix}'
        }
        {
          name: 'host-queue'
          id: storage.outputs.hostId
          group: 'queue'
          zone: 'privatelink.queue.${storageSuffix}'
        }
        {
          name: 'host-table'
          id: storage.outputs.hostId
          group: 'table'
          zone: 'privatelink.table.${storageSuffix}'
        }
        {
          name: 'data-blob'
          id: storage.outputs.dataId
          group: 'blob'
          zone: 'privatelink.blob.${storageSuffix}'
        }
        {
          name: 'data-queue'
          id: storage.outputs.dataId
          group: 'queue'
          zone: 'privatelink.queue.${storageSuffix}'
        }
        {
          name: 'cosmos'
          id: cosmos.outputs.id
          group: 'Sql'
          zone: 'privatelink.documents.azure.com'
        }
        {
          name: 'keyvault'
          id: keyvault.outputs.id
          group: 'vault'
          zone: 'privatelink.vaultcore.azure.net'
        }
        {
          name: 'registry'
          id: registry.outputs.id
          group: 'registry'
          zone: 'privatelink.azurecr.io'
        }
      ],
      withDicomService
        ? [
            {
              name: 'dicom'
              id: dicom!.outputs.id
              group: 'healthcareworkspace'
              zone: 'privatelink.dicom.azurehealthcareapis.com'
            }
          ]
        : []
    )
  }
}

module staticWeb 'modules/static-web.bicep' = {
  name: 'static-web'
  params: {
    location: staticWebLocation
    tags: tags
    token: token
  }
}

module frontDoor 'modules/untyped/front-door.bicep' = {
  name: 'front-door'
  params: {
    tags: tags
    token: token
    workspaceId: monitoring.outputs.workspaceId
    sku: frontDoorSku
  }
}

var publicUrl = 'https://${empty(customDomain) ? frontDoor.outputs.hostName : customDomain}'

module functions 'modules/functions.bicep' = {
  name: 'functions'
  params: {
    location: location
    tags: tags
    token: token
    workspaceId: monitoring.outputs.workspaceId
    subnetId: network.outputs.functionsSubnetId
    identityId: identity.outputs.functionsId
    identityClientId: identity.outputs.functionsClientId
    zoneRedundant: isProd
    instanceMemoryMB: instanceMemoryMB
    perInstanceConcurrency: perInstanceConcurrency
    maximumInstanceCount: maximumInstanceCount
    alwaysReady: alwaysReady
    frontDoorId: frontDoor.outputs.frontDoorId
    hostStorageName: storage.outputs.hostName
    packagesUrl: storage.outputs.packagesUrl
    blobUrl: storage.outputs.blobUrl
    queueUrl: storage.outputs.queueUrl
    cosmosEndpoint: cosmos.outputs.endpoint
    keyVaultUrl: keyvault.outputs.url
    smtpUrl: empty(smtpUrl) ? '' : keyvault.outputs.smtpReference
    ipinfoToken: empty(ipinfoToken) ? '' : keyvault.outputs.ipinfoReference
    communicationEndpoint: email.outputs.endpoint
    mailFrom: email.outputs.mailFrom
    publicUrl: publicUrl
    entraClientId: entraClientId
    entraAuthority: entraAuthority
    pacsNetworks: pacsNetworks
    pacsHttp: pacsHttp
    keptGb: keptGb
    insightsConnectionString: monitoring.outputs.connectionString
    traceRatio: traceRatio
  }
  dependsOn: [
    endpoints
    roles
  ]
}

module inferenceJob 'modules/inference-job.bicep' = {
  name: 'inference-job'
  params: {
    location: inferenceLocation
    tags: tags
    token: token
    workspaceId: monitoring.outputs.workspaceId
    subnetId: network.outputs.jobsSubnetId
    identityId: identity.outputs.inferenceId
    identityClientId: identity.outputs.inferenceClientId
    registryServer: registry.outputs.loginServer
    image: inferenceImage
    storageName: storage.outputs.dataName
    blobUrl: storage.outputs.blobUrl
    queueUrl: storage.outputs.queueUrl
    insightsConnectionString: monitoring.outputs.connectionString
    traceRatio: traceRatio
    profile: inferenceProfile
    maxExecutions: inferenceMaxExecutions
    messagesPerExecution: inferenceMessagesPerExecution
    lingerSeconds: inferenceLingerSeconds
  }
  dependsOn: [
    endpoints
    roles
  ]
}

module routes 'modules/untyped/front-door-routes.bicep' = {
  name: 'front-door-routes'
  params: {
    profileName: frontDoor.outputs.profileName
    endpointName: frontDoor.outputs.endpointName
    filterId: frontDoor.outputs.filterId
    apiHostName: functions.outputs.hostName
    webHostName: staticWeb.outputs.hostName
    customDomain: customDomain
  }
}

// What the scripts and azd go on with.
output AZURE_CONTAINER_REGISTRY_ENDPOINT string = registry.outputs.loginServer
output AZURE_CONTAINER_REGISTRY_NAME string = registry.outputs.name
output DICOM_SERVICE_URL string = withDicomService ? dicom!.outputs.url : ''
output FUNCTIONS_PRINCIPAL_ID string = identity.outputs.functionsPrincipalId
output FRONT_DOOR_ID string = frontDoor.outputs.frontDoorId
output INFERENCE_JOB_NAME string = inferenceJob.outputs.name
output PUBLIC_URL string = publicUrl
output SERVICE_API_NAME string = functions.outputs.name
output SERVICE_WEB_NAME string = staticWeb.outputs.name
