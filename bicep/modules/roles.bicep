// Who may do what with queues, blobs and telemetry. Roles on a whole account or vault stand beside what they open.
param functionsPrincipalId string
param inferencePrincipalId string
param storageName string
param containerName string
param insightsName string

@description('All of them, with those for what could not be handled.')
param queueNames array

var roles = loadJsonContent('../roles.json')

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = {
  name: '${storageName}/default/${containerName}'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' existing = [
  for name in queueNames: {
    name: '${storageName}/default/${name}'
  }
]

resource work 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' existing = {
  name: '${storageName}/default/infer'
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource functionsBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(container.id, functionsPrincipalId, roles.blobDataContributor)
  scope: container
  properties: {
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
  }
}

resource functionsQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, i) in queueNames: {
    name: guid(storageName, name, functionsPrincipalId, roles.queueDataContributor)
    scope: queues[i]
    properties: {
      principalId: functionsPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueDataContributor)
    }
  }
]

resource functionsTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, functionsPrincipalId, roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: functionsPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
  }
}

resource inferenceTelemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, inferencePrincipalId, roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    principalId: inferencePrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
  }
}

resource inferenceBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(container.id, inferencePrincipalId, roles.blobDataContributor)
  scope: container
  properties: {
    principalId: inferencePrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
  }
}

// Contributor, because the job keeps its message hidden while it works (Update Message), and KEDA asks for its length.
resource inferenceWork 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(work.id, inferencePrincipalId, roles.queueDataContributor)
  scope: work
  properties: {
    principalId: inferencePrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueDataContributor)
  }
}

resource answers 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' existing = [
  for name in [
    'infer-poison'
    'infer-result'
  ]: {
    name: '${storageName}/default/${name}'
  }
]

resource inferenceAnswers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for i in range(0, 2): {
    name: guid(storageName, string(i), inferencePrincipalId, roles.queueDataMessageSender)
    scope: answers[i]
    properties: {
      principalId: inferencePrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueDataMessageSender)
    }
  }
]
