"""Numbers of people, bodies, cases and points against their parts and against the names told."""
