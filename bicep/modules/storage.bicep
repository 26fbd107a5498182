// Two accounts: one for the runtime of the functions, one for patients' data (images, results, queues). Neither has keys
// that work, nor an address outside the network.
param location string
param tags object
param token string
param workspaceId string
param hostPrincipalId string

@description('Every queue of the product; each gets one for what could not be handled beside it.')
param queueNames array

@description('Locally, zone or geographically redundant.')
@allowed([
  'Standard_ZRS'
  'Standard_GZRS'
])
param dataRedundancy string

@description('How long what was overwritten or deleted can be brought back.')
@minValue(7)
@maxValue(365)
param recoverableDays int

var roles = loadJsonContent('../roles.json')
var packageContainer = 'packages'
var dataContainer = 'imagini' // CONTAINER in shared/infrastructure/blob/container.py
var allQueues = concat(queueNames, map(queueNames, name => '${name}-poison'))

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: take('sthost${token}', 24)
  location: location
  tags: tags
  sku: {
    name: 'Standard_ZRS'
  }
  kind: 'StorageV2'
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
    }
  }
}

resource hostBlobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: host
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: hostBlobs
  name: packageContainer
  properties: {
    publicAccess: 'None'
  }
}

resource data 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: take('stdata${token}', 24)
  location: location
  tags: tags
  sku: {
    name: dataRedundancy
  }
  kind: 'StorageV2'
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
    }
    encryption: {
      requireInfrastructureEncryption: true
      keySource: 'Microsoft.Storage'
      services: {
        blob: {
          enabled: true
          keyType: 'Account'
        }
        queue: {
          enabled: true
          keyType: 'Account'
        }
      }
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: data
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: {
      enabled: true
    }
    deleteRetentionPolicy: {
      enabled: true
      days: recoverableDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: recoverableDays
    }
    restorePolicy: {
      enabled: true
      days: recoverableDays - 1 // Azure wants it below deleteRetentionPolicy
    }
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: dataContainer
  properties: {
    publicAccess: 'None'
  }
}

// Copies of the PACS expire by the application, which knows what is a copy; here goes what nobody can bring back any more.
resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: data
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'old-versions'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: recoverableDays
                }
              }
            }
          }
        }
      ]
    }
  }
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: data
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [
  for name in allQueues: {
    parent: queueService
    name: name
  }
]

resource hostRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in [
    roles.blobDataOwner
    roles.queueDataContributor
    roles.tableDataContributor
  ]: {
    name: guid(host.id, hostPrincipalId, role)
    scope: host
    properties: {
      principalId: hostPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageRead'
        enabled: true
      }
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

// Without reads: the functions ask every queue once a second. The alerts count what was put and deleted.
resource queueDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageWrite'
        enabled: true
      }
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

output hostId string = host.id
output hostName string = host.name
output packagesUrl string = '${host.properties.primaryEndpoints.blob}${packages.name}'
output dataId string = data.id
output dataName string = data.name
output blobUrl string = data.properties.primaryEndpoints.blob
output queueUrl string = data.properties.primaryEndpoints.queue
output containerName string = container.name
output queueNames array = allQueues
