// An organization may have its studies in Azure's own DICOM service instead of a PACS.
param location string
param tags object
param token string
param workspaceId string
param principalId string

var roles = loadJsonContent('../roles.json')

resource health 'Microsoft.HealthcareApis/workspaces@2024-03-31' = {
  name: 'ahds${token}'
  location: location
  tags: tags
  properties: {
    publicNetworkAccess: 'Disabled'
  }
}

resource dicom 'Microsoft.HealthcareApis/workspaces/dicomservices@2024-03-31' = {
  parent: health
  name: 'dicom'
  location: location
  tags: tags
  properties: {
    publicNetworkAccess: 'Disabled'
    enableDataPartitions: true // one for each organization; can only be chosen now
  }
}

resource owner 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(dicom.id, principalId, roles.dicomDataOwner)
  scope: dicom
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.dicomDataOwner)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: dicom
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

output id string = health.id
output url string = dicom.properties.serviceUrl
