#!/bin/sh
# Deploy imagini to Azure: deploy.sh --stage dev|prod [--group G] [--dry-run]. docs/deploy.md tells the whole story.
set -eu
cd -- "$(dirname -- "$0")/../.."
if [ -n "${PYTHON:-}" ]; then # the Python to use instead of uv's
    exec "$PYTHON" -m infra.cloud deploy "$@"
fi
exec uv run --no-project --python 3.13 python -m infra.cloud deploy "$@"
