// The job that reads images with models: started by KEDA when its queue has messages, ended when the queue is empty.
param location string
param tags object
param token string
param workspaceId string
param subnetId string
param identityId string
param identityClientId string
param registryServer string
param image string
param storageName string
param blobUrl string
param queueUrl string
param insightsConnectionString string
param traceRatio string

@description('Where the job runs: without a GPU, on a T4, or on an A100. GPUs need a quota that Microsoft grants on request.')
@allowed([
  'Consumption'
  'Consumption-GPU-NC8as-T4'
  'Consumption-GPU-NC24-A100'
])
param profile string

@description('Jobs at a time.')
@minValue(1)
@maxValue(100)
param maxExecutions int

@description('Messages that one job is expected to work off.')
@minValue(1)
param messagesPerExecution int

@description('Seconds that a job waits for more before it ends: the next one would start cold (docs/scale.md).')
@minValue(0)
param lingerSeconds int

// The whole machine of a profile: a GPU is not shared.
var sizes = {
  Consumption: {
    cpu: 4
    memory: '8Gi'
  }
  'Consumption-GPU-NC8as-T4': {
    cpu: 8
    memory: '56Gi'
  }
  'Consumption-GPU-NC24-A100': {
    cpu: 24
    memory: '220Gi'
  }
}
var gpu = profile == 'Consumption'
  ? []
  : [
      {
        name: 'gpu'
        workloadProfileType: profile
      }
    ]

resource apps 'Microsoft.App/managedEnvironments@2025-07-01' = {
  name: 'cae-${token}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    publicNetworkAccess: 'Disabled'
    vnetConfiguration: {
      infrastructureSubnetId: subnetId
      internal: true
    }
    workloadProfiles: concat(
      [
        {
          name: 'Consumption'
          workloadProfileType: 'Consumption'
        }
      ],
      gpu
    )
  }
}

resource job 'Microsoft.App/jobs@2025-07-01' = {
  name: 'job-inference'
  location: location
  tags: union(tags, { 'azd-service-name': 'inference' })
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: apps.id
    workloadProfileName: profile == 'Consumption' ? 'Consumption' : 'gpu'
    configuration: {
      triggerType: 'Event'
      replicaTimeout: 7200 // a shift (shared/inference/shift.py) and the series that it began last
      replicaRetryLimit: 0 // the queue tries again
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      eventTriggerConfig: {
        parallelism: 1
        replicaCompletionCount: 1
        scale: {
          minExecutions: 0
          maxExecutions: maxExecutions
          pollingInterval: 10
          rules: [
            {
              name: 'infer'
              type: 'azure-queue'
              identity: identityId
              metadata: {
                accountName: storageName
                queueName: 'infer'
                queueLength: string(messagesPerExecution)
                queueLengthStrategy: 'all'
              }
            }
          ]
        }
      }
    }
    template: {
      containers: [
        {
          name: 'inference'
          image: image
          args: [
            '--linger'
            string(lingerSeconds)
          ]
          resources: {
            cpu: sizes[profile].cpu
            memory: sizes[profile].memory
          }
          env: [
            {
              name: 'AZURE_CLIENT_ID'
              value: identityClientId
            }
            {
              name: 'IMAGINI_STORAGE__blobServiceUri'
              value: blobUrl
            }
            {
              name: 'IMAGINI_STORAGE__queueServiceUri'
              value: queueUrl
            }
            {
              name: 'IMAGINI_MODELS'
              value: 'shared/inference/models'
            }
            {
              name: 'IMAGINI_TRACE_RATIO'
              value: traceRatio
            }
            {
              name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
              value: insightsConnectionString
            }
            {
              name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING'
              value: 'ClientId=${identityClientId};Authorization=AAD'
            }
          ]
          volumeMounts: [
            {
              volumeName: 'scratch'
              mountPath: '/tmp'
            }
          ]
        }
      ]
      volumes: [
        {
          name: 'scratch'
          storageType: 'EmptyDir'
        }
      ]
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: apps
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

output name string = job.name
