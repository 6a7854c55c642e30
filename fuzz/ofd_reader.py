"""OFD files."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents.pages.ofd_reader import read_ofd

import seeds
from mutating import archive_mutator
from properties import reads_truly

if __name__ == "__main__":
    entry.run(reads_truly(read_ofd, "a.ofd"), seeds.ofd(), archive_mutator)
