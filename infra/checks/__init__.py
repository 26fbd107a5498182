"""What bicep/ is held against: `python -m infra.checks`."""
