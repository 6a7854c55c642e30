"""Who takes part: the tree of jurisdictions, departments and units, kept true over the years."""
