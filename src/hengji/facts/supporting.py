"""Which papers an indicator's score rests on, and the files in which they were found."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EvidenceFile", "Support"]

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """A file that was handed in: its name in the pack, its size in bytes, its SHA-256 in hexadecimal digits."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Support:
    """One paper as the evaluation names it, where to look in it, what it was used for, and the files that hold it.

    No file means that the paper was not handed in. `paths` are the indicators that rest on it.
    """

    name: str
    places: tuple[str, ...] = ()
    paths: tuple[Path, ...] = ()
    files: tuple[EvidenceFile, ...] = ()
