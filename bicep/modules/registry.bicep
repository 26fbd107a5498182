// Images of the inference job. It holds no patient's data; pipelines push to it from outside the network, with an identity.
param location string
param tags object
param token string
param pullPrincipalId string
param zoneRedundant bool

var roles = loadJsonContent('../roles.json')

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: 'acr${token}'
  location: location
  tags: tags
  sku: {
    name: 'Premium' // private link, and streaming of an image of gigabytes while it starts
  }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
    publicNetworkAccess: 'Enabled'
    zoneRedundancy: zoneRedundant ? 'Enabled' : 'Disabled'
  }
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, pullPrincipalId, roles.acrPull)
  scope: registry
  properties: {
    principalId: pullPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.acrPull)
  }
}

output id string = registry.id
output name string = registry.name
output loginServer string = registry.properties.loginServer
