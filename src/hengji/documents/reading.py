"""One file → one Document, by what the bytes are; the file's ending is only compared with it.

A reader is imported when a file of its kind comes: most runs need one or two of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from hengji.documents.archive import ArchiveRefused
from hengji.documents.composing import TooLong
from hengji.documents.document_read import MAX_CHARACTERS, DocumentRead, refused
from hengji.facts.findings import Finding
from hengji.facts.sources import Source

__all__ = ["MAX_BYTES", "DocumentRead", "kind_of", "read_document"]

MAX_BYTES: Final = 512 * 1024 * 1024

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_MARK: Final = b"\xec\xa5"
_NAMES_IN_ZIP: Final = (
    (re.compile(rb"(?:^|/)OFD\.xml", re.IGNORECASE), "ofd"),
    (re.compile(rb"xl/workbook\.bin"), "xlsb"),
    (re.compile(rb"(?:^|/)xl/"), "xlsx"),
    (re.compile(rb"(?:^|/)word/"), "docx"),
    (re.compile(rb"(?:^|/)ppt/"), "pptx"),
    (re.compile(rb"content\.xml$"), "odf"),
)
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:(?><!--.*?-->)\s*)*<(?:!doctype\s+html|html|head|body|table|meta|div|p\b)",
    re.IGNORECASE | re.DOTALL,
)
_ENDINGS: Final = {
    "docx": {".docx", ".docm", ".dotx"},
    "xlsx": {".xlsx", ".xlsm", ".xltx"},
    "ofd": {".ofd"},
    "pdf": {".pdf"},
    "doc": {".doc", ".wps", ".dot", ".wpt"},
    "xls": {".xls", ".et", ".ett"},
    "html": {".html", ".htm", ".mht", ".shtml"},
    "txt": {".txt", ".md", ".csv", ".tsv", ".text", ".markdown", ""},
}
_ZIPPED: Final = _ENDINGS["docx"] | _ENDINGS["xlsx"] | _ENDINGS["ofd"]
_CALLED: Final = {
    "docx": "Word 文档（docx）",
    "xlsx": "Excel 工作簿（xlsx）",
    "ofd": "OFD 版式文件",
    "pdf": "PDF",
    "doc": "旧式 Word/WPS 文档（doc）",
    "xls": "旧式 Excel/WPS 工作簿（xls）",
    "html": "网页（html）",
    "txt": "纯文本",
}
_UNREADABLE: Final = {
    "xlsb": ("二进制工作簿（xlsb）", "请用 Excel 另存为 xlsx"),
    "pptx": ("演示文稿（pptx）", "请把要检查的内容另存为 docx 或 pdf"),
    "zip": ("普通压缩包", "请解压后再检查里面的文件"),
    "ppt": ("旧式演示文稿（ppt）", "请把要检查的内容另存为 docx 或 pdf"),
    "rar": ("压缩包（rar、7z）", "请解压后再检查里面的文件"),
}
_MAGIC: Final = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"BM", "picture"),
    (b"{\\rtf", "rtf"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "rar"),
)


def read_document(content: bytes, name: str) -> DocumentRead:
    """Read *content*, which the user knows as *name*; every failure is a finding, never an exception."""
    if not content:
        return refused(name, "empty", "文件是空的（0 字节）", "请确认文件已下载或复制完整")
    if len(content) > MAX_BYTES:
        return refused(name, "size", f"文件太大（超过 {MAX_BYTES // 1024 // 1024} MiB）", "请把文件拆成几个再试")
    kind = kind_of(content)
    try:
        read = _read(content, name, kind)
    except ArchiveRefused as problem:
        return refused(name, problem.code, problem.message, problem.advice, problem.found)
    except TooLong:
        return refused(name, "size", f"文字太多（超过 {MAX_CHARACTERS:,} 个字符）", "请把文件拆成几个再试")
    except (RecursionError, MemoryError):
        return refused(name, "damaged", "文件的结构太深或太大，无法读取", "请用 Word、WPS 打开后另存一份再试")
    note = _renamed(name, kind)
    return replace(read, findings=(*read.findings, note)) if note is not None and read.document is not None else read


def kind_of(content: bytes) -> str:
    """What the bytes are: docx xlsx ofd pdf doc xls html txt, or a kind that is not read."""
    if content.startswith(_ZIP):
        return _kind_of_zip(content)
    if content.startswith(_OLE):
        return _kind_of_ole(content)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    for magic, kind in _MAGIC:
        if content.startswith(magic) and (len(magic) > 2 or b"\0" in content[:64]):
            return kind
    head = content[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode()
    return "html" if _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) else "txt"


def _kind_of_zip(content: bytes) -> str:
    """By the names in the archive; a truncated one has lost its list of names, but not the names by each entry."""
    names = [match.group(1) for match in re.finditer(rb"PK\x01\x02.{42}([^\0PK]{1,200})", content, re.DOTALL)]
    names = names or [match.group(1) for match in re.finditer(rb"PK\x03\x04.{26}([!-~]{1,200})", content, re.DOTALL)]
    for pattern, kind in _NAMES_IN_ZIP:
        if any(pattern.search(name) for name in names):
            return kind
    return "zip"


def _kind_of_ole(content: bytes) -> str:
    """By the names of its streams: entries of 128 bytes that begin with the name in UTF-16."""
    for stream, kind in (
        ("EncryptedPackage", "encrypted"),
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
        ("Book", "xls"),
        ("PowerPoint Document", "ppt"),
    ):
        needle = stream.encode("utf-16-le") + b"\0\0"
        place = content.find(needle)
        while place != -1 and place % 128:
            place = content.find(needle, place + 1)
        if place != -1:
            return "encrypted" if kind == "doc" and _is_encrypted_word(content) else kind
    return "ole"


def _is_encrypted_word(content: bytes) -> bool:
    """Whether the head of Word's stream, which begins a sector of 512 bytes, says so ([MS-DOC] FibBase.fEncrypted)."""
    head = content.find(_WORD_MARK)
    while head != -1 and head % 512:
        head = content.find(_WORD_MARK, head + 1)
    return head != -1 and bool(content[head + 11 : head + 12] and content[head + 11] & 1)


def _read(content: bytes, name: str, kind: str) -> DocumentRead:
    """Hand over to the reader of *kind*."""
    if kind == "zip" and PurePath(name).suffix.lower() in _ZIPPED:
        message = "文件已损坏或不完整：打得开外层的压缩包，里面却没有这类文件该有的内容"
        return refused(name, "damaged", message, "请重新下载或复制这个文件；能打开的话，另存一份再试")
    if kind in _UNREADABLE:
        called, advice = _UNREADABLE[kind]
        return refused(name, "format", f"这是{called}，不能直接检查", advice)
    if kind == "encrypted":
        return refused(
            name, "encrypted", "文件加了密码，无法读取", "请用 Word、Excel 或 WPS 打开，去掉密码后另存一份再试"
        )
    if kind == "ole":
        return refused(
            name, "format", "认不出这是什么文件（旧式 Office 容器，但不是文档或工作簿）", "请另存为 docx 或 xlsx 再试"
        )
    if kind in {"docx", "xlsx", "html", "txt"}:
        return _read_open_kind(content, name, kind)
    if kind == "pdf":
        from hengji.documents.pages.pdf_reader import read_pdf

        return read_pdf(content, name)
    if kind == "ofd":
        from hengji.documents.pages.ofd_reader import read_ofd

        return read_ofd(content, name)
    if kind == "xls":
        from hengji.documents.sheets.xls_reader import read_xls

        return read_xls(content, name)
    if kind == "picture":
        from hengji.documents.pages.ocr_reader import read_image

        return read_image(content, name)
    from hengji.documents.legacy_reader import read_legacy

    return read_legacy(content, name)


def _read_open_kind(content: bytes, name: str, kind: str) -> DocumentRead:
    if kind == "docx":
        from hengji.documents.word.docx_reader import read_docx

        return read_docx(content, name)
    if kind == "xlsx":
        from hengji.documents.sheets.xlsx_reader import read_xlsx

        return read_xlsx(content, name)
    if kind == "html":
        from hengji.documents.html_reader import read_html

        return read_html(content, name)
    from hengji.documents.plain.text_reader import read_text

    return read_text(content, name)


def _renamed(name: str, kind: str) -> Finding | None:
    """A note where the ending says another kind than the content is."""
    ending = PurePath(name).suffix.lower()
    known = {each for endings in _ENDINGS.values() for each in endings}
    if ending not in known or ending in _ENDINGS.get(kind, {ending}) or not ending:
        return None
    return Finding(
        "note",
        f"文件名以 {ending} 结尾，内容却是{_CALLED[kind]}，已按内容读取",
        Source(name),
        "document.renamed",
        advice="可能是直接改了扩展名，请核对",
    )
