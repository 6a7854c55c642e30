"""What may not be passed: bounds, establishments, caps and limits that are said to be kept."""
