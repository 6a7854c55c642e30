"""Bytes of unknown encoding → text: UTF-8, UTF-16 or GB18030, and a plain no to mojibake and to binary files."""

from __future__ import annotations

import codecs
import re
from typing import Final

__all__ = ["NotText", "decode"]

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 50_000
_PLAIN: Final = re.compile(
    r"[\t\n\r\f\x20-\x7e\u00b7\u2010-\u2042\u2160-\u217b\u2190-\u22ff\u2460-\u24ff\u25a0-\u25ff"
    r"\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
_COMMON: Final = re.compile("[的一在年元是和为及有部门预算支出中国人月不理项目表位分]")
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_WIDE: Final = re.compile("[\u3400-\u9fff]")
_DESTROYED: Final = re.compile("\ufffd|锟斤拷|烫烫烫")
_ANSI: Final = "请用记事本打开原文件，选「另存为」，编码选 UTF-8，再试一次"
_BINARY: Final = "请确认选对了文件；支持 docx、xlsx、xls、pdf、ofd、html、txt，以及装有 LibreOffice 时的 doc、wps、et"


class NotText(Exception):  # noqa: N818 - named for what happened
    """Why the bytes are not text: a code, a message, an advice."""

    def __init__(self, code: str, message: str, advice: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.advice = advice


def decode(content: bytes) -> str:
    """The text, without its byte-order mark. Raises `NotText`."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _checked(_strictly(content[len(mark) :], encoding))
    if b"\0" in content[:_SAMPLE]:
        return _checked(_unmarked_utf16(content))
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _checked(_gb18030(content, error.start))


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _mojibake(f"文件标明是 {encoding.upper()} 编码，内容却不是") from error


def _unmarked_utf16(content: bytes) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _plainness(text) > 0.9:
            return text
    raise NotText("format", "认不出这是什么文件（不是文本）", _BINARY)


def _gb18030(content: bytes, first_error: int) -> str:
    """What is not UTF-8 is GB18030, if it then reads as Chinese."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError as error:
        if _control_share(content[:_SAMPLE].decode("latin-1")) > 0.02:
            raise NotText("format", "认不出这是什么文件（不是文本）", _BINARY) from error
        where = f"UTF-8 在第 {first_error + 1:,} 个字节处不通，GB18030 在第 {error.start + 1:,} 个字节处不通"
        raise _mojibake(f"无法识别文件的编码：{where}") from error
    sample = text[:_SAMPLE]
    wide = len(_WIDE.findall(sample))
    if _plainness(sample) < 0.85 or (wide >= 50 and len(_COMMON.findall(sample)) < wide // 100):
        raise _mojibake("文件的内容是乱码，或编码无法识别")
    return text


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    if _control_share(sample) > 0.01:
        raise NotText("format", "认不出这是什么文件（含有大量控制字符）", _BINARY)
    if len(_DESTROYED.findall(sample)) > max(3, len(sample) // 1000):
        raise _mojibake("文件的内容是乱码（转换编码时有字符丢失，无法还原）", "请找到转换以前的原文件")
    if _misread(sample, "gb18030") or _misread(sample, "latin-1") or _misread(sample, "cp1252"):
        raise _mojibake("文件的内容是乱码（用错误的编码打开后又保存过）", "请找到原文件，用 UTF-8 编码另存后再试")
    return text


def _misread(sample: str, wrongly: str) -> bool:
    """Whether the text was UTF-8 bytes that somebody read as the encoding *wrongly* and saved again."""
    foreign = [character for character in sample if ord(character) > 0x7F]
    if len(foreign) < 12:
        return False
    restored = "".join(foreign).encode(wrongly, "replace").decode("utf-8", "replace")
    good = len(_WIDE.findall(restored))
    return good >= 4 and restored.count("\ufffd") + restored.count("?") <= good // 4


def _plainness(text: str) -> float:
    sample = text[:_SAMPLE]
    return len(_PLAIN.findall(sample)) / len(sample) if sample else 1.0


def _control_share(sample: str) -> float:
    return len(_CONTROL.findall(sample)) / len(sample) if sample else 0.0


def _mojibake(message: str, advice: str = _ANSI) -> NotText:
    return NotText("encoding", message, advice)
