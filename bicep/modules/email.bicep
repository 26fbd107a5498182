// Mails: a link and a name, never anything of a patient.
param tags object
param token string
param principalId string

@description('Where mails are kept on their way.')
param dataLocation string

@description('A domain of yours, or empty for one of Azure, which may send only a few mails a minute.')
param domainName string

@description('Whether the domain of yours has its DNS records: before, Azure lets nothing be sent from it.')
param domainVerified bool

var roles = loadJsonContent('../roles.json')
var ours = !empty(domainName)

resource service 'Microsoft.Communication/emailServices@2025-05-01' = {
  name: 'email-${token}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

resource domain 'Microsoft.Communication/emailServices/domains@2025-05-01' = {
  parent: service
  name: ours ? domainName : 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: ours ? 'CustomerManaged' : 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource communication 'Microsoft.Communication/communicationServices@2025-05-01' = {
  name: 'acs-${token}'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    disableLocalAuth: true
    linkedDomains: ours && !domainVerified
      ? []
      : [
          domain.id
        ]
  }
}

// The smallest built-in role that may send.
resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, principalId, roles.communicationAndEmailServiceOwner)
  scope: communication
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.communicationAndEmailServiceOwner)
  }
}

output endpoint string = 'https://${communication.properties.hostName}'
output mailFrom string = 'imagini <DoNotReply@${domain.properties.mailFromSenderDomain}>'
