#!/bin/sh
# New programs into a deployment that is there: release.sh --stage dev|prod [--image NAME@sha256:…] [--package ZIP] [--dry-run].
set -eu
cd -- "$(dirname -- "$0")/../.."
if [ -n "${PYTHON:-}" ]; then # the Python to use instead of uv's
    exec "$PYTHON" -m infra.cloud release "$@"
fi
exec uv run --no-project --python 3.13 python -m infra.cloud release "$@"
