"""Old workbooks."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents.sheets.xls_reader import read_xls

import seeds
from mutating import old_workbook_mutator
from properties import reads_truly

if __name__ == "__main__":
    entry.run(reads_truly(read_xls, "a.xls", may_refuse=True), seeds.xls(), old_workbook_mutator)
