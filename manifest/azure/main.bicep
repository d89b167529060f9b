// BridgeBot in Azure: the bot's registration with its Teams channel, the identity that it is and signs in as, the storage account,
// and the container app that runs it. There is no secret in it. Not compiled by whoever wrote it: see README.md beside it.
//   https://learn.microsoft.com/azure/templates/microsoft.botservice/botservices
//   https://learn.microsoft.com/azure/templates/microsoft.app/containerapps
//   https://learn.microsoft.com/azure/templates/microsoft.storage/storageaccounts

@description('Names everything; lower-case letters and digits.')
@minLength(3)
@maxLength(16)
param name string = 'bridgebot'

param location string = resourceGroup().location

@description('The container registry in this resource group that holds the image.')
param registryName string

@description('The image in it.')
param image string = 'bridgebot:latest'

@description('Object IDs of the people who may connect a channel.')
param administrators array

var storageName = '${take(name, 11)}${uniqueString(resourceGroup().id)}'
var port = 8080
var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'BridgeBot'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: tenant().tenantId
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageName
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: storage
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = {
  parent: tables
  name: 'bridgebot'
}

resource mayStore 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, tableDataContributor)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource appEnvironment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: appEnvironment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        allowInsecure: false
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: identity.id
        }
      ]
    }
    template: {
      // Longer than the bot takes to finish what it has in hand (30 s at most).
      terminationGracePeriodSeconds: 45
      containers: [
        {
          name: 'bridgebot'
          image: '${registry.properties.loginServer}/${image}'
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(
            [
              { name: 'ASPNETCORE_HTTP_PORTS', value: '${port}' }
              { name: 'Logging__Console__FormatterName', value: 'json' }
              { name: 'Bot__AppId', value: identity.properties.clientId }
              { name: 'Bot__TenantId', value: tenant().tenantId }
              { name: 'Bot__Credential', value: 'ManagedIdentity' }
              { name: 'Storage__Provider', value: 'AzureTable' }
              { name: 'Storage__Endpoint', value: storage.properties.primaryEndpoints.table }
              { name: 'Storage__Table', value: table.name }
              { name: 'Storage__Identity__Credential', value: 'ManagedIdentity' }
              { name: 'Storage__Identity__ClientId', value: identity.properties.clientId }
            ],
            map(range(0, length(administrators)), i => {
              name: 'Marketing__Administrators__${i}'
              value: administrators[i]
            })
          )
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 2
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 10
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
            }
          ]
        }
      ]
      // Never none: the bot also acts by the clock.
      scale: {
        minReplicas: 1
        maxReplicas: 3
      }
    }
  }
  dependsOn: [mayPull, mayStore]
}

@description('For the app package.')
output appId string = identity.properties.clientId

@description('For the app package.')
output domain string = app.properties.configuration.ingress.fqdn
