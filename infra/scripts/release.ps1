# New programs into a deployment that is there: release.ps1 --stage dev|prod [--image NAME@sha256:…] [--package ZIP] [--dry-run].
$ErrorActionPreference = 'Stop'
Push-Location (Join-Path $PSScriptRoot '../..')
try {
    if ($env:PYTHON) { # the Python to use instead of uv's
        & $env:PYTHON -m infra.cloud release @args
    }
    else {
        & uv run --no-project --python 3.13 python -m infra.cloud release @args
    }
    exit $LASTEXITCODE
}
finally {
    Pop-Location
}
