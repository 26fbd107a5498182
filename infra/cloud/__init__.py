"""Deploys imagini to Azure, and removes it: `python -m infra.cloud`. Needs nothing but Python."""
