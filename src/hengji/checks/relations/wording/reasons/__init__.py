"""The direction of a change against the reason given for it."""
