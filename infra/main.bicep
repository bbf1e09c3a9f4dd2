// YiyuanSafety on Azure Functions (Flex Consumption). Works in the public cloud and in 21Vianet: addresses come from environment().
targetScope = 'resourceGroup'

@description('Short name, 3 to 11 lower-case letters and digits; all resources are named after it.')
@minLength(3)
@maxLength(11)
param name string

@description('Region; must offer Flex Consumption (az functionapp list-flexconsumption-locations).')
param location string = resourceGroup().location

@description('Connection string of PostgreSQL, where there is a server already; empty makes one here.')
@secure()
param postgresConnection string = ''

@description('Password of the server that is made here.')
@secure()
param postgresPassword string = ''

@description('How callers sign in: key, oidc or key+oidc.')
@allowed(['key', 'oidc', 'key+oidc'])
param accessMode string = 'key'

@description('Address of the issuer of tokens, with oidc.')
param oidcAuthority string = ''

@description('Application id that tokens must be made for, with oidc.')
param oidcAudience string = ''

@description('Where OpenTelemetry is sent (OTLP); empty for nowhere.')
param otlpEndpoint string = ''

@description('Whether Application Insights is made for the log of the Functions host.')
param insights bool = true

@description('Runtime that the plan is told of. The program brings its own; where a region refuses custom, dotnet-isolated with 10.0 does.')
param runtimeName string = 'custom'
param runtimeVersion string = '1.0'

@description('True only in a second run, when the program has been published once: the key of the blob extension exists from then on.')
param subscribeInbox bool = false

var unique = take(uniqueString(resourceGroup().id, name), 8)
var storageName = toLower('${name}${unique}')
var makesPostgres = empty(postgresConnection)
var postgresHosts = {
  AzureCloud: 'postgres.database.azure.com'
  AzureChinaCloud: 'postgres.database.chinacloudapi.cn'
}
var postgresText = makesPostgres
  ? 'Host=${name}-${unique}-db.${postgresHosts[environment().name]};Database=yiyuan;Username=yiyuan;Password=${postgresPassword};SSL Mode=Require'
  : postgresConnection
var blobUri = storage.properties.primaryEndpoints.blob
var queueUri = storage.properties.primaryEndpoints.queue
var tableUri = storage.properties.primaryEndpoints.table
// Storage Blob Data Owner, Storage Queue Data Contributor, Storage Table Data Contributor.
var roles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
]

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: storageName
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: storage
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: 14 }
  }
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [for container in ['inbox', 'yiyuan-files', 'deployments']: {
  parent: blobs
  name: container
}]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: storage
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [for queue in ['jobs', 'jobs-poison']: {
  parent: queueService
  name: queue
}]

resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in roles: {
  scope: storage
  name: guid(storage.id, identity.id, role)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2023-06-01-preview' = if (makesPostgres) {
  name: '${name}-${unique}-db'
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: 'yiyuan'
    administratorLoginPassword: postgresPassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 14, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2023-06-01-preview' = if (makesPostgres) {
  parent: postgres
  name: 'yiyuan'
}

// 0.0.0.0 stands for resources inside Azure. Put both into a virtual network where that is too wide.
resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2023-06-01-preview' = if (makesPostgres) {
  parent: postgres
  name: 'azure'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = if (insights) {
  name: '${name}-logs'
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource appInsights 'Microsoft.Insights/components@2020-02-02' = if (insights) {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: workspace.id }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: '${name}-${unique}'
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  dependsOn: [containers, queues, grants]
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${blobUri}deployments'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      runtime: { name: runtimeName, version: runtimeVersion }
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: 40 }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      appSettings: concat([
        { name: 'AzureWebJobsStorage__blobServiceUri', value: blobUri }
        { name: 'AzureWebJobsStorage__queueServiceUri', value: queueUri }
        { name: 'AzureWebJobsStorage__tableServiceUri', value: tableUri }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identity.properties.clientId }
        { name: 'YiyuanStorage__blobServiceUri', value: blobUri }
        { name: 'YiyuanStorage__queueServiceUri', value: queueUri }
        { name: 'YiyuanStorage__credential', value: 'managedidentity' }
        { name: 'YiyuanStorage__clientId', value: identity.properties.clientId }
        { name: 'YIYUAN__POSTGRES', value: postgresText }
        { name: 'YIYUAN__ACCESS__MODE', value: accessMode }
      ], empty(oidcAuthority) ? [] : [
        { name: 'YIYUAN__ACCESS__OIDC__AUTHORITY', value: oidcAuthority }
        { name: 'YIYUAN__ACCESS__OIDC__AUDIENCE', value: oidcAudience }
      ], empty(otlpEndpoint) ? [] : [
        { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }
      ], insights ? [
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: appInsights!.properties.ConnectionString }
      ] : [])
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2022-06-15' = if (subscribeInbox) {
  name: '${name}-inbox'
  location: location
  properties: { source: storage.id, topicType: 'Microsoft.Storage.StorageAccounts' }
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2022-06-15' = if (subscribeInbox) {
  parent: topic
  name: 'inbox'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.Inbox&code=${listKeys('${app.id}/host/default', '2023-12-01').systemKeys.blobs_extension}'
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/inbox/blobs/'
    }
  }
}

output appName string = app.name
output address string = 'https://${app.properties.defaultHostName}/api'
output storageAccount string = storage.name
