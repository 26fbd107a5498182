// One identity for each workload: what the functions may do, the job may not, and the other way round.
param location string
param tags object
param token string

resource functions 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-functions-${token}'
  location: location
  tags: tags
}

resource inference 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-inference-${token}'
  location: location
  tags: tags
}

output functionsId string = functions.id
output functionsClientId string = functions.properties.clientId
output functionsPrincipalId string = functions.properties.principalId
output inferenceId string = inference.id
output inferenceClientId string = inference.properties.clientId
output inferencePrincipalId string = inference.properties.principalId
