// The passwords of PACS, written by the application; and what operators hand over at deployment, which the app settings
// refer to and never contain.
param location string
param tags object
param token string
param workspaceId string
param principalId string

@secure()
@description('smtps://user:password@host, or empty: then Azure Communication Services carry the mail.')
param smtpUrl string

@secure()
@description('Of ipinfo.io, or empty: then nobody is told of an unusual place.')
param ipinfoToken string

var roles = loadJsonContent('../roles.json')

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: take('kv-${token}', 24)
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
    }
  }
}

resource smtp 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(smtpUrl)) {
  parent: vault
  name: 'smtp-url'
  properties: {
    value: smtpUrl
    contentType: 'imagini: IMAGINI_SMTP_URL'
  }
}

resource ipinfo 'Microsoft.KeyVault/vaults/secrets@2025-05-01' = if (!empty(ipinfoToken)) {
  parent: vault
  name: 'ipinfo-token'
  properties: {
    value: ipinfoToken
    contentType: 'imagini: IMAGINI_IPINFO_TOKEN'
  }
}

// Officer, not User: KeyVaultSecrets.put keeps the passwords of PACS here.
resource officer 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, roles.keyVaultSecretsOfficer)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsOfficer)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

output id string = vault.id
output url string = vault.properties.vaultUri
output smtpReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=smtp-url)'
output ipinfoReference string = '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=ipinfo-token)'
