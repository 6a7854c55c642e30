"""Rates of execution, completion and handling, and formulas that the text writes out."""
