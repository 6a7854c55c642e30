"""The drafts of the thirteenth set, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from samples.independent_tenth.papers import Paper

__all__ = ["papers"]


def papers() -> Sequence[Paper]:
    """The papers that have been written."""
    names = [path.stem for path in Path(__file__).parent.glob("[a-z]*_13*.py")]
    return [import_module(f"{__name__}.{name}").paper() for name in sorted(names, key=lambda name: name[-4:])]
