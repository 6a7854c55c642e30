"""The sixteenth set of independent documents."""
