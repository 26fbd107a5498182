// The workspace that all logs go to. Deployed twice: the rule that scrubs them names it, and it names the rule.
param location string
param tags object
param token string
param retentionDays int

@description('Gigabytes a day at which logging stops; -1: never.')
param dailyQuotaGb int

@description('The rule that incoming lines pass, or empty the first time.')
param scrubbingRuleId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' = {
  name: 'log-${token}'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyQuotaGb
    }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: false
    }
    defaultDataCollectionRuleResourceId: empty(scrubbingRuleId) ? null : scrubbingRuleId
  }
}

output id string = workspace.id
