"""PDF files, without the recogniser of scans: it takes seconds to start, and is a model of its own."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents.pages import pdf_reader

import seeds
from mutating import PDF_PIECES, text_mutator
from properties import reads_truly


def no_recogniser() -> None:
    return None


if __name__ == "__main__":
    pdf_reader.installed_recogniser = no_recogniser
    entry.run(reads_truly(pdf_reader.read_pdf, "a.pdf", may_refuse=True), seeds.pdf(), text_mutator(PDF_PIECES))
