// Two networks that see each other: the functions' with the private endpoints, and the inference job's, which may be in
// another region because few have serverless GPUs.
param location string
param inferenceLocation string
param tags object
param token string

@description('A /20 of your own: it must not overlap with the networks of the hospitals that are connected to it.')
param addressSpace string

@description('The same for the inference job.')
param inferenceAddressSpace string

resource closed 'Microsoft.Network/networkSecurityGroups@2025-05-01' = {
  name: 'nsg-endpoints-${token}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'from-our-networks'
        properties: {
          priority: 100
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'VirtualNetwork'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '443'
        }
      }
      {
        name: 'nobody-else'
        properties: {
          priority: 4096
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: '*'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}

resource vnet 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        addressSpace
      ]
    }
    subnets: [
      {
        name: 'functions'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 24, 0)
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressSpace, 24, 1)
          privateEndpointNetworkPolicies: 'Enabled'
          networkSecurityGroup: {
            id: closed.id
          }
        }
      }
    ]
  }

  resource functions 'subnets' existing = {
    name: 'functions'
  }

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

resource inferenceVnet 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-inference-${token}'
  location: inferenceLocation
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [
        inferenceAddressSpace
      ]
    }
    subnets: [
      {
        name: 'jobs'
        properties: {
          addressPrefix: cidrSubnet(inferenceAddressSpace, 23, 0)
          delegations: [
            {
              name: 'container-apps'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
    ]
  }

  resource jobs 'subnets' existing = {
    name: 'jobs'
  }
}

resource toInference 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = {
  parent: vnet
  name: 'to-inference'
  properties: {
    allowVirtualNetworkAccess: true
    remoteVirtualNetwork: {
      id: inferenceVnet.id
    }
  }
}

resource fromInference 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2025-05-01' = {
  parent: inferenceVnet
  name: 'to-endpoints'
  properties: {
    allowVirtualNetworkAccess: true
    remoteVirtualNetwork: {
      id: vnet.id
    }
  }
}

output vnetIds array = [
  vnet.id
  inferenceVnet.id
]
output functionsSubnetId string = vnet::functions.id
output endpointsSubnetId string = vnet::endpoints.id
output jobsSubnetId string = inferenceVnet::jobs.id
