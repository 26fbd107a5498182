"""The programs that make up imagini on one machine, and what keeps them running."""
