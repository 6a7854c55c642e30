"""Plants one error of a given class in a consistent document, and says what it did."""

from __future__ import annotations

import random
from typing import Final

from samples.composing import Sample
from samples.planting.figures import FIGURE_PLANTS
from samples.planting.planted import Plant, Planted
from samples.planting.words import WORD_PLANTS

__all__ = ["PLANTS", "Planted", "plant"]

PLANTS: Final[dict[str, Plant]] = {**FIGURE_PLANTS, **WORD_PLANTS}


def plant(sample: Sample, variant: str, seed: int) -> Planted | None:
    """*sample* with one error of *variant*; None where nothing in it offers itself."""
    return PLANTS[variant](sample, random.Random(f"{sample.name}-{variant}-{seed}"))
