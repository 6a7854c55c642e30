"""Changes from year to year: amount, rate, direction and base."""
