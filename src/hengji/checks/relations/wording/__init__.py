"""What the wording itself gives away: years, units, names, policy, claims, structure."""
