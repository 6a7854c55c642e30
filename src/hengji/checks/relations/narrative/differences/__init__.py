"""What one figure is above another, what is left, and what flowed in and out."""
