"""Clean documents by template and seed."""

from __future__ import annotations

from samples.composing import Sample
from samples.templates import TEMPLATES
from samples.writer import Writer

__all__ = ["generate"]


def generate(template: str, seed: int) -> Sample:
    """The document of *template* that *seed* draws; always the same for the same seed."""
    name = f"{template}-{seed:03d}"
    writer = Writer(name, name)
    TEMPLATES[template](writer)
    return writer.finished()
