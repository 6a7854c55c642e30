"""Arithmetic that sentences announce: sums, shares, growth, rates, differences, counts, repeats."""
