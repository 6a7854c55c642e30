"""Word documents."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents.word.docx_reader import read_docx

import seeds
from mutating import archive_mutator
from properties import reads_truly

if __name__ == "__main__":
    entry.run(reads_truly(read_docx, "a.docx", may_refuse=True), seeds.docx(), archive_mutator)
