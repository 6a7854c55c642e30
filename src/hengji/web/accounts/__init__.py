"""People: logging in, invitations, sessions, tokens."""
