// Portal and viewer: files. No linked back end: it would replace the Authorization header, buffer images and cut at 45 s.
param tags object
param token string

@description('Static Web Apps exist in few regions; the files hold no patient data.')
@allowed([
  'centralus'
  'eastasia'
  'eastus2'
  'westeurope'
  'westus2'
])
param location string

resource site 'Microsoft.Web/staticSites@2024-11-01' = {
  name: 'swa-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'web' })
  sku: {
    name: 'Standard'
    tier: 'Standard'
  }
  properties: {
    allowConfigFileUpdates: true
    stagingEnvironmentPolicy: 'Disabled'
  }
}

output name string = site.name
output hostName string = site.properties.defaultHostname
