"""What an evaluation rests on: one line of its list of evidence (佐证材料).

A line says what the paper is called, in which file it is, for which indicators it speaks and where in it to look.
Reasons of judgements name evidence in their own words; this list is what is handed in with the evaluation.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hengji.facts.sources import Source

__all__ = ["Evidence"]

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One paper. `number` is what the list prints (``3``, ``附件2-1``), `place` a page or a cell in words.

    `indicators` are paths in the scheme with the department's goals in it; `sha256` is the file's checksum in
    hexadecimal digits, empty where nobody computed it.
    """

    number: str
    name: str
    file: str = ""
    indicators: tuple[Path, ...] = ()
    place: str = ""
    sha256: str = ""
    source: Source = field(default=Source(), compare=False)

    @property
    def kind(self) -> str:
        """The ending of the file's name in small letters, without its point: ``pdf``; empty where it has none."""
        _, point, ending = self.file.rpartition(".")
        return ending.strip().lower() if point and "/" not in ending and "\\" not in ending else ""
