"""Which files are meant by paths, folders and patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

__all__ = ["COPY_MARK", "files_in", "input_files", "is_copy"]

COPY_MARK: Final = "-核数"
"""What the names of our own copies and pages end with; a folder's are not checked again."""

_ENDINGS: Final = frozenset(
    {
        *(".txt", ".md", ".docx", ".docm", ".doc", ".wps", ".rtf", ".xlsx", ".xlsm", ".xls", ".et"),
        *(".pdf", ".ofd", ".html", ".htm"),
    }
)


def input_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Every file once, in the order given; a folder's and a pattern's in the order of their names.

    A path that leads to nothing stays, so that whoever reads it can say so.
    """
    found = dict.fromkeys(file for path in paths for file in _files_of(path))
    return tuple(found)


def files_in(folder: Path) -> Iterator[Path]:
    """The documents in *folder* and below, without hidden files, lock files and our own copies."""
    for path in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if path.suffix.lower() in _ENDINGS and not is_hidden and not is_copy(path) and path.is_file():
            yield path


def is_copy(path: Path) -> bool:
    """Whether it is a copy of ours, numbered or not."""
    return path.stem.rstrip("0123456789").rstrip("-").endswith(COPY_MARK)


def _files_of(path: Path) -> tuple[Path, ...]:
    if path.is_dir():
        return tuple(files_in(path)) or (path,)
    if not path.exists() and any(sign in path.name for sign in "*?["):
        return tuple(sorted(file for file in path.parent.glob(path.name) if file.is_file())) or (path,)
    return (path,)
