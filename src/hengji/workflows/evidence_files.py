"""Judges a file that is handed in as evidence: by what its bytes are, not by what it is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from hengji.facts.findings import Finding
from hengji.facts.sources import Source
from hengji.facts.wording import shortened
from hengji.workflows.evidence_folder import safe_names

__all__ = ["ALLOWED", "EvidenceJudged", "judge_evidence"]

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_MEDIA: Final = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "doc": "application/msword",
    "wps": "application/msword",
    "xls": "application/vnd.ms-excel",
    "et": "application/vnd.ms-excel",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "ofd": "application/ofd",
    "txt": "text/plain; charset=utf-8",
}
ALLOWED: Final = tuple(f".{ending}" for ending in _MEDIA)
"""Endings of the files that may be evidence."""

_ENDINGS: Final = {
    "pdf": ("pdf",), "docx": ("docx",), "xlsx": ("xlsx",), "doc": ("doc", "wps"), "xls": ("xls", "et"),
    "png": ("png",), "jpg": ("jpg", "jpeg"), "ofd": ("ofd",), "txt": ("txt",),
}  # fmt: skip
"""What a file of a kind may be called; the first is its own ending."""

_CALLED: Final = {
    "pdf": "PDF", "docx": "Word 文档（docx）", "xlsx": "Excel 工作簿（xlsx）", "doc": "旧式 Word/WPS 文档",
    "xls": "旧式 Excel/WPS 工作簿", "png": "PNG 图片", "jpg": "JPG 图片", "ofd": "OFD 版式文件", "txt": "纯文本",
}  # fmt: skip
_REFUSED: Final = {
    "zip": "压缩包", "rar": "压缩包（rar、7z）", "html": "网页（html）", "encrypted": "加了密码的文件",
    "rtf": "RTF 文档",
    "pptx": "演示文稿", "ppt": "演示文稿", "xlsb": "二进制工作簿（xlsb）", "odf": "OpenDocument 文件",
    "picture": "PNG、JPG 以外的图片",
}  # fmt: skip
_ADVICE: Final = {
    "zip": "请解压后逐个上传里面的文件", "rar": "请解压后逐个上传里面的文件", "encrypted": "请去掉密码后另存一份再上传",
    "picture": "请另存为 PNG 或 JPG 再上传",
}  # fmt: skip
_ZIPPED: Final = frozenset({"docx", "xlsx", "ofd"})
_OLE: Final = frozenset({"doc", "xls"})
_MACRO_PART: Final = re.compile(r"(?:^|/)(?:vbaProject[^/]*\.bin|vbaData\.xml|macrosheets/)", re.IGNORECASE)
_MACRO_TYPE: Final = re.compile(rb"macroEnabled|vbaProject|intlmacrosheet", re.IGNORECASE)
_MACRO_STREAM: Final = tuple(name.encode("utf-16-le") for name in ("_VBA_PROJECT", "VBA\0"))
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f")


@dataclass(frozen=True, slots=True)
class EvidenceJudged:
    """How a file is kept: a safe name, its kind and media type; `problem` says why it is not kept."""

    name: str
    kind: str = ""
    media_type: str = ""
    problem: Finding | None = None


def judge_evidence(content: bytes, name: str, limit: int) -> EvidenceJudged:
    """Whether *content*, which its sender calls *name*, may be evidence; *limit* is in bytes. Never raises."""
    from hengji.documents.reading import kind_of

    safe = safe_names([re.split(r"[\\/]", name)[-1]])[0]
    if not content:
        return _refused(safe, "文件是空的（0 字节）", "请确认文件已下载或复制完整")
    if len(content) > limit:
        most = f"不超过 {limit // 1024 // 1024} MB"
        found = f" {len(content) // 1024 // 1024} MB"
        return _refused(safe, "文件太大", "扫描件请降低分辨率，或分成几份", found, most)
    kind = _picture_kind(content) or kind_of(content)
    if kind == "txt" and not _is_text(content):
        kind = "unknown"
    if kind not in _ENDINGS:
        called = f"这是{_REFUSED[kind]}" if kind in _REFUSED else "认不出这是什么文件"
        return _refused(safe, f"{called}，不能作佐证材料", _ADVICE.get(kind, f"可以上传 {_listed()}"))
    ending = safe.rpartition(".")[2].lower() if "." in safe else ""
    if ending not in _ENDINGS[kind]:
        said = f"以 .{ending} 结尾" if ending else "没有扩展名"
        advice = f"请确认选对了文件，再把扩展名改成 .{_ENDINGS[kind][0]}"
        return _refused(safe, f"文件名{said}，内容却是{_CALLED[kind]}", advice)
    problem = _inside(content, kind)
    if problem is not None:
        return _refused(safe, *problem)
    return EvidenceJudged(safe, kind, _MEDIA[ending])


def _inside(content: bytes, kind: str) -> tuple[str, str] | None:
    """Why what is in the file makes it no evidence: a message and an advice."""
    from hengji.documents.archive import ArchiveRefused, open_archive

    macros = ("文件里带有宏，为安全起见不能上传", "请另存为不带宏的 docx、xlsx，或导出为 PDF 再上传")
    if kind in _OLE and any(name in content for name in _MACRO_STREAM):
        return macros
    if kind not in _ZIPPED:
        return None
    try:
        entries = open_archive(content)
    except ArchiveRefused as refused:
        return refused.message, refused.advice
    types = entries.get("[Content_Types].xml", b"")
    if any(_MACRO_PART.search(name) for name in entries) or _MACRO_TYPE.search(types):
        return macros
    return None


def _picture_kind(content: bytes) -> str:
    return "png" if content.startswith(b"\x89PNG\r\n\x1a\n") else "jpg" if content.startswith(b"\xff\xd8\xff") else ""


def _is_text(content: bytes) -> bool:
    """Text has no control characters; UTF-16 says so at its beginning."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not _CONTROLS.intersection(content)


def _listed() -> str:
    return "、".join(ending.removeprefix(".") for ending in ALLOWED)


def _refused(name: str, message: str, advice: str, found: str = "", expected: str = "") -> EvidenceJudged:
    place = Source(shortened(name))
    finding = Finding("error", message, place, "evidence.refused", found, expected, advice=advice)
    return EvidenceJudged(name, problem=finding)
