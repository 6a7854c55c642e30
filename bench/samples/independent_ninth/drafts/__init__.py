"""What the documents of the ninth set say, one module each."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from samples.independent_fourth.making import Paper

__all__ = ["papers"]


def papers() -> list[Paper]:
    """In the order of their numbers."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name != "draft")
    return sorted((import_module(f"{__name__}.{name}").paper() for name in names), key=lambda one: one.file)
