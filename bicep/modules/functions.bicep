// The function app on Flex Consumption: instances come and go, none is paid for while nobody asks.
param location string
param tags object
param token string
param workspaceId string
param subnetId string
param identityId string
param identityClientId string
param zoneRedundant bool

@allowed([
  2048
  4096
])
param instanceMemoryMB int

@description('Requests that one instance handles at a time. Python would default to one: a viewer asks for six frames at once.')
@minValue(1)
@maxValue(100)
param perInstanceConcurrency int

@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances for HTTP that are always there: without, the first request of the morning waits.')
param alwaysReady int

@description('Only requests that this Front Door has forwarded are heard.')
param frontDoorId string

param hostStorageName string
param packagesUrl string
param blobUrl string
param queueUrl string
param cosmosEndpoint string
param keyVaultUrl string
param smtpUrl string
param ipinfoToken string
param communicationEndpoint string
param mailFrom string
param publicUrl string
param entraClientId string
param entraAuthority string
param pacsNetworks string
param pacsHttp bool
param keptGb int
param insightsConnectionString string
param traceRatio string

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: 'func-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: subnetId
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'python'
        version: '3.13'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReady > 0
          ? [
              {
                name: 'http'
                instanceCount: alwaysReady
              }
            ]
          : []
        triggers: {
          http: {
            perInstanceConcurrency: perInstanceConcurrency
          }
        }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: 'Deny'
      ipSecurityRestrictions: [
        {
          name: 'front-door'
          priority: 100
          action: 'Allow'
          tag: 'ServiceTag'
          ipAddress: 'AzureFrontDoor.Backend'
          headers: {
            'x-azure-fdid': [
              frontDoorId
            ]
          }
        }
      ]
    }
  }

  // The IMAGINI_… names are those that shared/settings.py reads: a test compares.
  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      AzureWebJobsStorage__accountName: hostStorageName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      AZURE_CLIENT_ID: identityClientId
      IMAGINI_STORAGE__blobServiceUri: blobUrl
      IMAGINI_STORAGE__queueServiceUri: queueUrl
      IMAGINI_STORAGE__credential: 'managedidentity'
      IMAGINI_STORAGE__clientId: identityClientId
      IMAGINI_COSMOS_URL: cosmosEndpoint
      IMAGINI_KEY_VAULT_URL: keyVaultUrl
      IMAGINI_PUBLIC_URL: publicUrl
      IMAGINI_SMTP_URL: smtpUrl
      IMAGINI_IPINFO_TOKEN: ipinfoToken
      IMAGINI_ACS_ENDPOINT: communicationEndpoint
      IMAGINI_MAIL_FROM: mailFrom
      IMAGINI_ENTRA_CLIENT_ID: entraClientId
      IMAGINI_ENTRA_AUTHORITY: entraAuthority
      IMAGINI_MODELS: 'shared/inference/models'
      IMAGINI_PACS_NETWORKS: pacsNetworks
      IMAGINI_PACS_HTTP: pacsHttp ? '1' : ''
      IMAGINI_KEPT_GB: string(keptGb)
      IMAGINI_PROXIES: '2'
      IMAGINI_TRACE_RATIO: traceRatio
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    }
  }

  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource noPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'FunctionAppLogs'
        enabled: true
      }
    ]
  }
}

output name string = app.name
output hostName string = app.properties.defaultHostName
