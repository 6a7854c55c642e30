"""The documents, one module each."""

from __future__ import annotations

import importlib
import pkgutil

from samples.independent_tenth.papers import Paper

__all__ = ["papers"]


def papers() -> list[Paper]:
    """All of them, in the order of their numbers."""
    names = sorted((one.name for one in pkgutil.iter_modules(__path__)), key=lambda name: name[-4:])
    return [importlib.import_module(f"{__name__}.{name}").paper() for name in names]
