using 'main.bicep'

// The smallest that is whole: no GPU, one zone's worth of everything, Front Door's own address.
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westeurope')
param stage = 'dev'
param alertEmail = readEnvironmentVariable('IMAGINI_ALERT_EMAIL', '')
param inferenceImage = readEnvironmentVariable('IMAGINI_INFERENCE_IMAGE', 'mcr.microsoft.com/k8se/quickstart-jobs:latest')
param entraClientId = readEnvironmentVariable('IMAGINI_ENTRA_CLIENT_ID', '')
param smtpUrl = readEnvironmentVariable('IMAGINI_SMTP_URL', '')
param ipinfoToken = readEnvironmentVariable('IMAGINI_IPINFO_TOKEN', '')
