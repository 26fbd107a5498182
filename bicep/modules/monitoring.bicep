// Where logs, traces and measurements go, and who is told.
param location string
param tags object
param token string
param retentionDays int

@description('Gigabytes a day at which logging stops; -1: never.')
param dailyQuotaGb int

@description('Who gets the alerts; empty: nobody.')
param alertEmail string

module workspace 'workspace.bicep' = {
  name: 'workspace'
  params: {
    location: location
    tags: tags
    token: token
    retentionDays: retentionDays
    dailyQuotaGb: dailyQuotaGb
    scrubbingRuleId: ''
  }
}

module scrubbing 'untyped/log-scrubbing.bicep' = {
  name: 'log-scrubbing'
  params: {
    location: location
    tags: tags
    token: token
    workspaceId: workspace.outputs.id
  }
}

module scrubbed 'workspace.bicep' = {
  name: 'workspace-scrubbed'
  params: {
    location: location
    tags: tags
    token: token
    retentionDays: retentionDays
    dailyQuotaGb: dailyQuotaGb
    scrubbingRuleId: scrubbing.outputs.id
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: scrubbed.outputs.id
    DisableLocalAuth: true
    DisableIpMasking: false
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'imagini'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

output workspaceId string = scrubbed.outputs.id
output insightsName string = insights.name
output connectionString string = insights.properties.ConnectionString
output actionGroupIds array = empty(alertEmail)
  ? []
  : [
      people.id
    ]
