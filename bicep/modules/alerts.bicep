// What somebody must hear of. The questions are files that can be asked by hand too: infra/alerts.
param location string
param tags object
param workspaceId string
param actionGroupIds array

var rules = [
  {
    name: 'poison-messages'
    description: 'Work was given up after five tries. infra/runbooks/poison-queue.md'
    query: loadTextContent('../../infra/alerts/poison-messages.kql')
    severity: 1
    threshold: 0
    every: 'PT5M'
    window: 'PT15M'
    dimension: 'Queue'
  }
  {
    name: 'oldest-message'
    description: 'A message has waited for more than 15 minutes. infra/runbooks/poison-queue.md'
    query: loadTextContent('../../infra/alerts/oldest-message.kql')
    severity: 2
    threshold: 15
    every: 'PT5M'
    window: 'PT6H'
    dimension: 'Queue'
  }
  {
    name: 'failure-rate'
    description: 'More than 2 % of requests failed by our fault. infra/runbooks/failures.md'
    query: loadTextContent('../../infra/alerts/failure-rate.kql')
    severity: 1
    threshold: 2
    every: 'PT5M'
    window: 'PT15M'
    dimension: 'App'
  }
  {
    name: 'inference-job-failures'
    description: 'An execution of the inference job failed. infra/runbooks/failures.md'
    query: loadTextContent('../../infra/alerts/inference-job-failures.kql')
    severity: 2
    threshold: 0
    every: 'PT5M'
    window: 'PT15M'
    dimension: 'Job'
  }
]

resource alerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for rule in rules: {
    name: rule.name
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'imagini: ${rule.name}'
      description: rule.description
      severity: rule.severity
      enabled: true
      evaluationFrequency: rule.every
      windowSize: rule.window
      scopes: [
        workspaceId
      ]
      skipQueryValidation: true // a table is there only after its first line
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: rule.query
            timeAggregation: 'Maximum'
            metricMeasureColumn: 'Value'
            operator: 'GreaterThan'
            threshold: rule.threshold
            dimensions: [
              {
                name: rule.dimension
                operator: 'Include'
                values: [
                  '*'
                ]
              }
            ]
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: actionGroupIds
      }
    }
  }
]
