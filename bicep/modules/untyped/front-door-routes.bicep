// What leads where, on one origin: portal, viewer, API. Apart from front-door.bicep, because the functions have to know
// the Front Door before it can know them.
param profileName string
param endpointName string
param filterId string
param apiHostName string
param webHostName string

@description('The address people know, or empty for the one that Azure gives.')
param customDomain string

var domains = empty(customDomain)
  ? []
  : [
      {
        id: domain.id
      }
    ]
var origins = [
  {
    name: 'api'
    hostName: apiHostName
    probe: '/api/health'
  }
  {
    name: 'web'
    hostName: webHostName
    probe: '/'
  }
]
// Front Door takes the longest pattern that fits.
var routes = [
  {
    name: 'portal'
    origin: 1
    patterns: [
      '/*'
    ]
    cached: true
  }
  {
    name: 'viewer'
    origin: 1
    patterns: [
      '/viewer'
      '/viewer/*'
    ]
    cached: true
  }
  {
    name: 'api'
    origin: 0
    patterns: [
      '/api'
      '/api/*'
    ]
    cached: false // patients' data stays off the edge
  }
]

resource profile 'Microsoft.Cdn/profiles@2025-06-01' existing = {
  name: profileName
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-06-01' existing = {
  parent: profile
  name: endpointName
}

resource domain 'Microsoft.Cdn/profiles/customDomains@2025-06-01' = if (!empty(customDomain)) {
  parent: profile
  name: replace(empty(customDomain) ? 'none' : customDomain, '.', '-')
  properties: {
    hostName: customDomain
    tlsSettings: {
      certificateType: 'ManagedCertificate'
      minimumTlsVersion: 'TLS12'
    }
  }
}

resource groups 'Microsoft.Cdn/profiles/originGroups@2025-06-01' = [
  for origin in origins: {
    parent: profile
    name: origin.name
    properties: {
      sessionAffinityState: 'Disabled'
      loadBalancingSettings: {
        sampleSize: 4
        successfulSamplesRequired: 3
        additionalLatencyInMilliseconds: 50
      }
      healthProbeSettings: {
        probePath: origin.probe
        probeProtocol: 'Https'
        probeRequestType: 'GET'
        probeIntervalInSeconds: 120
      }
    }
  }
]

resource servers 'Microsoft.Cdn/profiles/originGroups/origins@2025-06-01' = [
  for (origin, i) in origins: {
    parent: groups[i]
    name: origin.name
    properties: {
      hostName: origin.hostName
      originHostHeader: origin.hostName
      httpsPort: 443
      enabledState: 'Enabled'
      enforceCertificateNameCheck: true
    }
  }
]

resource paths 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = [
  for route in routes: {
    parent: endpoint
    name: route.name
    properties: {
      originGroup: {
        id: groups[route.origin].id
      }
      customDomains: domains
      linkToDefaultDomain: empty(customDomain) ? 'Enabled' : 'Disabled'
      patternsToMatch: route.patterns
      supportedProtocols: [
        'Http'
        'Https'
      ]
      httpsRedirect: 'Enabled'
      forwardingProtocol: 'HttpsOnly'
      cacheConfiguration: route.cached
        ? {
            queryStringCachingBehavior: 'UseQueryString'
          }
        : null
    }
    dependsOn: [
      servers
    ]
  }
]

resource guard 'Microsoft.Cdn/profiles/securityPolicies@2025-06-01' = {
  parent: profile
  name: 'filter'
  properties: {
    parameters: {
      type: 'WebApplicationFirewall'
      wafPolicy: {
        id: filterId
      }
      associations: [
        {
          domains: concat(
            [
              {
                id: endpoint.id
              }
            ],
            domains
          )
          patternsToMatch: [
            '/*'
          ]
        }
      ]
    }
  }
}
