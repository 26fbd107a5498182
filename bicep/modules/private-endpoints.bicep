// A door inside the network to each store, and names that lead to it.
param location string
param tags object
param token string
param subnetId string
param vnetIds array

@description('What to reach: [{ name, id, group, zone }], the group and zone as Azure calls them.')
param targets array

var zoneNames = union(map(targets, target => target.zone), [])

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zone in zoneNames: {
    name: zone
    location: 'global'
    tags: tags
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2025-05-01' = [
  for target in targets: {
    name: 'pe-${target.name}-${token}'
    location: location
    tags: tags
    properties: {
      subnet: {
        id: subnetId
      }
      privateLinkServiceConnections: [
        {
          name: target.name
          properties: {
            privateLinkServiceId: target.id
            groupIds: [
              target.group
            ]
          }
        }
      ]
    }
  }
]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = [
  for (target, i) in targets: {
    parent: endpoints[i]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: 'zone'
          properties: {
            privateDnsZoneId: resourceId('Microsoft.Network/privateDnsZones', target.zone)
          }
        }
      ]
    }
    dependsOn: [
      zones
    ]
  }
]

module links 'zone-links.bicep' = [
  for (vnetId, i) in vnetIds: {
    name: 'zone-links-${i}'
    params: {
      zoneNames: zoneNames
      vnetId: vnetId
      name: 'network-${i}'
    }
    dependsOn: [
      zones
    ]
  }
]
