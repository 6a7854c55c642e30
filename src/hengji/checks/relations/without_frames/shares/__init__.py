"""A part of a whole, told as a rate, in tenths, in fractions or as a proportion."""
