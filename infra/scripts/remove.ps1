# Remove a deployment and everything in it: remove.ps1 --stage dev|prod [--group G] [--dry-run].
$ErrorActionPreference = 'Stop'
Push-Location (Join-Path $PSScriptRoot '../..')
try {
    if ($env:PYTHON) { # the Python to use instead of uv's
        & $env:PYTHON -m infra.cloud remove @args
    }
    else {
        & uv run --no-project --python 3.13 python -m infra.cloud remove @args
    }
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
