#!/bin/sh
# Remove a deployment and everything in it: remove.sh --stage dev|prod [--group G] [--dry-run].
set -eu
cd -- "$(dirname -- "$0")/../.."
if [ -n "${PYTHON:-}" ]; then # the Python to use instead of uv's
    exec "$PYTHON" -m infra.cloud remove "$@"
fi
exec uv run --no-project --python 3.13 python -m infra.cloud remove "$@"
