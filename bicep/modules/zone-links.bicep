// Lets one network ask the private zones. A module of its own because bicep has no loop within a loop.
param zoneNames array
param vnetId string
param name string

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for zone in zoneNames: {
    name: '${zone}/${name}'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: vnetId
      }
    }
  }
]
