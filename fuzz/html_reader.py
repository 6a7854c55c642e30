"""Web pages."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents.html_reader import read_html

import seeds
from mutating import HTML_PIECES, text_mutator
from properties import reads_truly

if __name__ == "__main__":
    entry.run(reads_truly(read_html, "a.html", may_refuse=True), seeds.html(), text_mutator(HTML_PIECES))
