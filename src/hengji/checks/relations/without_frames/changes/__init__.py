"""What went up or down between two figures: gaps, growth, what is left, what came and what went."""
