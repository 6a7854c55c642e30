"""Goals against what was done, and against what is claimed of them."""
