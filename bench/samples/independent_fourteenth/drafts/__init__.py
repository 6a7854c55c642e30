"""The drafts of the fourteenth set, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from string import ascii_lowercase

from samples.independent_tenth.papers import Paper

__all__ = ["papers", "plus"]


def papers() -> Sequence[Paper]:
    """The papers that have been written."""
    names = [path.stem for path in Path(__file__).parent.glob("[a-z]*_14*.py")]
    return [import_module(f"{__name__}.{name}").paper() for name in sorted(names, key=lambda name: name[-4:])]


def plus(parts: int) -> str:
    """The formula of a sum of so many *parts*."""
    return "+".join(ascii_lowercase[:parts]) + "=" + ascii_lowercase[parts]
