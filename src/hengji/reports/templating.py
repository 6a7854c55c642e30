"""The one way templates are set up: escaping on, a name that is not given is an error, no blank lines of tags."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

__all__ = ["TEMPLATES", "template_environment"]

TEMPLATES: Final = Path(__file__).parent / "templates"


def template_environment() -> Environment:
    """A fresh environment over the package's templates, to which a page adds its own words."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
