"""The shapes that programs send and get. Figures are texts, exactly as they stand; a number counts."""
