"""Figures that no frame of a sentence took: what arithmetic makes of them, helped by nothing but single words."""
