"""The history: recording changes in a chain, verifying it, showing it."""
