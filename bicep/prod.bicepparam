using 'main.bicep'

// Three zones, a GPU, two instances that are always there. What is yours to say comes from the environment.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'prod')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param inferenceLocation = readEnvironmentVariable('IMAGINI_INFERENCE_LOCATION', 'swedencentral')
param stage = 'prod'
param customDomain = readEnvironmentVariable('IMAGINI_DOMAIN')
param mailDomain = readEnvironmentVariable('IMAGINI_MAIL_DOMAIN', '')
param mailDomainVerified = bool(readEnvironmentVariable('IMAGINI_MAIL_DOMAIN_VERIFIED', 'false'))
param alertEmail = readEnvironmentVariable('IMAGINI_ALERT_EMAIL')
param pacsNetworks = readEnvironmentVariable('IMAGINI_PACS_NETWORKS', '')
param inferenceImage = readEnvironmentVariable('IMAGINI_INFERENCE_IMAGE', 'mcr.microsoft.com/k8se/quickstart-jobs:latest')
param inferenceProfile = 'Consumption-GPU-NC8as-T4'
param inferenceMaxExecutions = 4
param inferenceLingerSeconds = 60 // by day few studies wait for a GPU to start (docs/scale.md)
param instanceMemoryMB = 4096
param maximumInstanceCount = 125 // of 4 GB each: what a subscription may have in a region, until it asks for more
param alwaysReady = 2
param recoverableDays = 30
param logRetentionDays = 365
param logDailyQuotaGb = -1
param budgetAmount = 2000
param entraClientId = readEnvironmentVariable('IMAGINI_ENTRA_CLIENT_ID', '')
param smtpUrl = readEnvironmentVariable('IMAGINI_SMTP_URL', '')
param ipinfoToken = readEnvironmentVariable('IMAGINI_IPINFO_TOKEN', '')
