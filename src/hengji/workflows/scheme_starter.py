"""A commented scheme to begin with: it passes `scheme check` as it is."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

from hengji.workflows.files import write_file

__all__ = ["start_scheme"]


def start_scheme(path: Path, *, overwrite: bool = False) -> str:
    """Writes the starter to *path* and returns its id, made of the file's name.

    Raises FileExistsError where the file is there already and is not to be overwritten.
    """
    if path.exists() and not overwrite:
        raise FileExistsError(str(path))
    name = "-".join(re.findall(r"[a-z0-9]+", path.stem.lower())) or "my-scheme"
    template = (files("hengji") / "workflows" / "starter.yaml").read_text("utf-8")
    # This is a job of the shell: the year is the reader's own.
    text = template.replace("{id}", name).replace("{year}", str(date.today().year))
    write_file(path, text.encode())
    return name
