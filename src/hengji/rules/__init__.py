"""Scoring standards as data, their formula language, and the readings of one rule."""
