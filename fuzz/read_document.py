"""`read_document` as a whole: any bytes, any kind. LibreOffice and the recogniser of scans are left out: they take
seconds to start, and a process or a model of their own.
"""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.documents import legacy_reader
    from hengji.documents.pages import pdf_reader
    from hengji.documents.document_read import DocumentRead, refused
    from hengji.documents.reading import kind_of, read_document

import seeds
from mutating import any_mutator
from properties import check_read

NAMES = {"docx": "a.docx", "xlsx": "a.xlsx", "xls": "a.doc", "txt": "a.txt"}


def without_libreoffice(content: bytes, name: str, time_limit: float = 0) -> DocumentRead:
    return refused(name, "format", "不经 LibreOffice", "")


def hold(content: bytes) -> None:
    check_read(read_document(content, NAMES.get(kind_of(content), "a.pdf")))


def no_recogniser() -> None:
    return None


if __name__ == "__main__":
    pdf_reader.installed_recogniser = no_recogniser
    legacy_reader.read_legacy = without_libreoffice
    kinds = (seeds.texts, seeds.html, seeds.docx, seeds.xlsx, seeds.xls, seeds.ofd, seeds.pdf)
    entry.run(hold, [seed for kind in kinds for seed in kind()], any_mutator)
