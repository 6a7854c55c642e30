"""Excel workbooks."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents.sheets.xlsx_reader import read_xlsx

import seeds
from mutating import archive_mutator
from properties import reads_truly

if __name__ == "__main__":
    entry.run(reads_truly(read_xlsx, "a.xlsx", may_refuse=True), seeds.xlsx(), archive_mutator)
