#!/bin/sh
# Register imagini with Microsoft Entra ID, so that people sign in with Microsoft: entra.sh PUBLIC_URL FUNCTIONS_PRINCIPAL_ID
# No secret: the managed identity of the functions answers for the registration. Both arguments are outputs of the deployment.
# May be run again. Wants az, signed in by somebody who may register applications. --dry-run prints what it would do.
set -eu

dry=
if [ "${1:-}" = --dry-run ]; then
    dry=1
    shift
fi
if [ $# -ne 2 ]; then
    echo "usage: entra.sh [--dry-run] PUBLIC_URL FUNCTIONS_PRINCIPAL_ID" >&2
    exit 2
fi
url=${1%/}
principal=$2
name="imagini (${url#https://})"
callback="$url/api/auth/microsoft/callback"

do_it() {
    if [ -n "$dry" ]; then
        echo "$*"
    else
        "$@"
    fi
}

if [ -n "$dry" ]; then
    id=CLIENT_ID
    tenant=TENANT_ID
else
    id=$(az ad app list --display-name "$name" --query '[0].appId' --output tsv)
    tenant=$(az account show --query tenantId --output tsv)
fi

if [ -n "$dry" ] || [ -z "$id" ]; then
    do_it az ad app create --display-name "$name" --sign-in-audience AzureADMultipleOrgs --output none
    [ -n "$dry" ] || id=$(az ad app list --display-name "$name" --query '[0].appId' --output tsv)
fi
do_it az ad app update --id "$id" --web-redirect-uris "$callback" --enable-id-token-issuance false
if [ -n "$dry" ] || ! az ad app federated-credential show --id "$id" --federated-credential-id functions --output none 2>/dev/null; then
    do_it az ad app federated-credential create --id "$id" --parameters \
        "{\"name\": \"functions\", \"issuer\": \"https://login.microsoftonline.com/$tenant/v2.0\", \"subject\": \"$principal\", \"audiences\": [\"api://AzureADTokenExchange\"]}"
fi
echo "Deploy once more with IMAGINI_ENTRA_CLIENT_ID=$id"
