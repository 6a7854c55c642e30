"""Plain text of any encoding."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents.plain.text_reader import read_text

import seeds
from mutating import TEXT_PIECES, text_mutator
from properties import reads_truly

if __name__ == "__main__":
    entry.run(reads_truly(read_text, "a.txt"), seeds.texts(), text_mutator(TEXT_PIECES))
