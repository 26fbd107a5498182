"""People and invitations, over HTTP."""
