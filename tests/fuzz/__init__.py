"""Coverage-guided search for bytes that break what reads strangers' bytes (atheris)."""
