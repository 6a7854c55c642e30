"""Evaluation by scheme to scorecard: exact, explained, pure."""
