"""自评核查: the standard, the data, the self-score and the evidence side by side, scored again."""
