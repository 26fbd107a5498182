# Deploy imagini to Azure: deploy.ps1 --stage dev|prod [--group G] [--dry-run]. docs/deploy.md tells the whole story.
$ErrorActionPreference = 'Stop'
Push-Location (Join-Path $PSScriptRoot '../..')
try {
    if ($env:PYTHON) { # the Python to use instead of uv's
        & $env:PYTHON -m infra.cloud deploy @args
    }
    else {
        & uv run --no-project --python 3.13 python -m infra.cloud deploy @args
    }
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
