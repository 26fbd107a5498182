// Addresses of requests hold record numbers and the names of studies; the telemetry of the functions host writes them down.
// Here they are taken out before a line is stored. What is left tells operations, times and outcomes.
param location string
param tags object
param token string
param workspaceId string

var empties = [
  {
    stream: 'Microsoft-Table-AppRequests'
    kql: 'source | extend Url = ""'
  }
  {
    stream: 'Microsoft-Table-AppDependencies'
    kql: 'source | extend Data = ""'
  }
]

resource rule 'Microsoft.Insights/dataCollectionRules@2024-03-11' = {
  name: 'dcr-scrubbing-${token}'
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    destinations: {
      logAnalytics: [
        {
          name: 'workspace'
          workspaceResourceId: workspaceId
        }
      ]
    }
    dataFlows: [
      for one in empties: {
        streams: [
          one.stream
        ]
        destinations: [
          'workspace'
        ]
        transformKql: one.kql
      }
    ]
  }
}

output id string = rule.id
