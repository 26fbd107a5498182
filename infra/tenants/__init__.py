"""An organization as a whole: into a file, out of a file, and gone (docs/decisions/0016)."""
