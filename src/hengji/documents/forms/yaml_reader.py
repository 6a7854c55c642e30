"""YAML → located text: every scalar stays as written, every value knows its line.

The tree is built from the parser's events, one at a time, so a hostile file is refused at the event that
goes too far: nothing is expanded, nothing recurses, and no number is ever made. Problems are said in Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

import yaml

from hengji.documents.forms.yaml_syntax import QUOTE_IT, colon_slip, syntax_findings
from hengji.facts.findings import Finding, Findings, Severity
from hengji.facts.sources import Listing, Located, Mapping, Source, Text

__all__ = ["MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "YamlRead", "read_yaml"]

MAX_BYTES: Final = 1_048_576
MAX_DEPTH: Final = 30
MAX_NODES: Final = 50_000
MAX_FINDINGS: Final = 100
"""Problems reported for one file; more would not be read."""

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_BREAK: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # YAML 1.1's, so that line numbers agree
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_HARMLESS: Final = frozenset({"yaml.duplicate", "yaml.key"})
"""Mistakes after which the rest of the file still says what its writer meant."""
_NULLS: Final = frozenset({"~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class YamlRead:
    """What was read; *located* is None exactly when a finding is an error: no half-read file is used."""

    located: Located | None
    findings: tuple[Finding, ...] = ()
    partial: Located | None = None
    """Where only single entries are wrong: all the others, for finding what else is wrong, never for scoring."""


def read_yaml(content: bytes, document: str) -> YamlRead:
    """Read one YAML document; lines and columns count from 1.

    Scalars are text exactly as written (``0.10`` stays ``0.10``); only an unquoted ``null`` or ``~`` and a
    missing value become the empty text. Anchors, aliases, tags and further documents are refused.
    """
    found = Findings()
    text = _decoded(content, document, found)
    located = None if text is None else _tree(text, document, found)
    findings = _foremost(found, document)
    if not found.errors:
        return YamlRead(located, findings)
    return YamlRead(None, findings, located if all(error.code in _HARMLESS for error in found.errors) else None)


def _foremost(found: Findings, document: str) -> tuple[Finding, ...]:
    """The findings by line; where there are too many to read, errors are kept before warnings."""
    errors_first = sorted(found, key=lambda finding: finding.severity != "error")
    kept = sorted(errors_first[:MAX_FINDINGS], key=lambda finding: finding.source.line or 0)
    rest = len(errors_first) - len(kept)
    if rest:
        severity: Severity = "error" if found.errors else "warning"
        message, advice = f"另有 {rest:,} 处问题没有列出", "请先改正以上各处"
        kept.append(Finding(severity, message, Source(document), "yaml.more", advice=advice))
    return tuple(kept)


def _decoded(content: bytes, document: str, found: Findings) -> str | None:
    """The file's text, or None where it is too large, not UTF-8, or holds characters that YAML forbids."""
    place = Source(document)
    if len(content) > MAX_BYTES:
        found.error(
            "文件太大，没有读取",
            place,
            code="yaml.size",
            found=f" {len(content):,} 字节",
            expected=f"不超过 {MAX_BYTES:,} 字节（1 MiB）",
            advice="请确认选对了文件，或把它拆成几个文件",
        )
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(_LINE_BREAK.split(content[: error.start].decode("utf-8-sig", "replace")))
        found.error(
            "文件的编码不是 UTF-8",
            Source(document, line),
            code="yaml.encoding",
            found=_likely_encoding(content),
            expected=" UTF-8",
            advice="请在编辑器里选「另存为」，编码选 UTF-8",
        )
        return None
    _refuse_unprintable(text, document, found)
    return None if found.errors else text


def _refuse_unprintable(text: str, document: str, found: Findings) -> None:
    if "\0" in text:
        advice = "请确认选对了文件；Word、Excel 文件不能直接当作文本读取"
        found.error("这不是文本文件（含有空字符）", Source(document), code="yaml.encoding", advice=advice)
        return
    for match in islice(_UNPRINTABLE.finditer(text), MAX_FINDINGS):
        before = _LINE_BREAK.split(text[: match.start()])
        found.error(
            f"有看不见的控制字符（U+{ord(match.group()):04X}）",
            Source(document, len(before), len(before[-1]) + 1),
            code="yaml.character",
            advice="请删除这个字符；它多半是从别的软件粘贴来的",
        )


def _likely_encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return " UTF-16（记事本里称「Unicode」）"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "无法识别的编码，可能不是文本文件"
    return "疑似 GBK（GB18030，记事本里称「ANSI」）"


def _tree(text: str, document: str, found: Findings) -> Located | None:
    lines = _LINE_BREAK.split(text)
    builder = _Builder(document, lines, found)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if not builder.take(event):
                return None
    except yaml.YAMLError as error:
        found.extend(syntax_findings(error, document, lines))
        return None
    if builder.root is None or builder.root == Text(""):
        found.error("文件是空的", Source(document), code="yaml.empty", advice="请填写内容，或确认选对了文件")
    return builder.root


@dataclass(slots=True)
class _Frame:
    """A list or a mapping whose end is not reached; a mapping's children are keys and values in turn."""

    source: Source
    is_mapping: bool
    children: list[Located] = field(default_factory=list)

    @property
    def awaited_value_of(self) -> Located | None:
        """The key whose value comes next."""
        return self.children[-1] if self.is_mapping and len(self.children) % 2 else None


class _Builder:
    """Takes the parser's events one by one and reports what a file of ours may not contain."""

    def __init__(self, document: str, lines: list[str], found: Findings) -> None:
        self.root: Located | None = None
        self._document = document
        self._lines = lines
        self._found = found
        self._open: list[_Frame] = []
        self._documents = 0
        self._nodes = 0

    def take(self, event: yaml.Event) -> bool:
        """Add one event to the tree; False when the file goes beyond a limit and must not be read on."""
        mark = event.start_mark
        source = Source(self._document, mark.line + 1, mark.column + 1) if mark else Source(self._document)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                advice = "请删除「---」，或把后面的内容另存为一个文件"
                self._error("documents", "一个文件里只能有一份内容", source, advice)
            return self._documents == 1
        if isinstance(event, yaml.CollectionEndEvent):
            self._add(self._closed(self._open.pop()))
        elif isinstance(event, yaml.NodeEvent):
            self._nodes += 1
            if self._nodes > MAX_NODES:
                self._error("nodes", f"内容太多：超过 {MAX_NODES:,} 个值", source, "请把它拆成几个文件")
                return False
            return self._take_node(event, source)
        return True

    def _take_node(self, event: yaml.NodeEvent, source: Source) -> bool:
        if isinstance(event, yaml.AliasEvent):
            self._error("alias", f"不接受引用「*{event.anchor}」", source, f"请把内容再写一遍；{QUOTE_IT}")
            self._add(Text("", source))
            return True
        if event.anchor is not None:
            self._error("anchor", f"不接受锚点「&{event.anchor}」", source, f"请删除它；{QUOTE_IT}")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self._error("tag", f"不接受类型标签「{event.tag}」", source, f"请删除它；{QUOTE_IT}")
        if isinstance(event, yaml.ScalarEvent):
            self._add(self._scalar(event, source))
            return True
        self._open.append(_Frame(source, isinstance(event, yaml.MappingStartEvent)))
        if len(self._open) > MAX_DEPTH:
            self._error("depth", f"层次太深：超过 {MAX_DEPTH} 层", source, "请检查括号和缩进，减少嵌套")
        return len(self._open) <= MAX_DEPTH

    def _scalar(self, event: yaml.ScalarEvent, source: Source) -> Text:
        if escaped := _UNPRINTABLE.search(event.value):
            # An escape such as "\e[31m" would reach the terminal of whoever reads the scorecard.
            code = f"U+{ord(escaped.group()):04X}"
            self._error("character", f"引号里转义出了控制字符（{code}）", source, "请删除这个转义")
        if event.style:
            return Text(event.value, source)
        frame = self._open[-1] if self._open else None
        key = frame.awaited_value_of if frame else None
        if frame is None or (key is not None and key.source.line != source.line):
            self._suspect_lost_entries(event)
        is_key = frame is not None and frame.is_mapping and key is None
        return Text("" if event.value in _NULLS and not is_key else event.value, source)

    def _suspect_lost_entries(self, event: yaml.ScalarEvent) -> None:
        """Text on lines of its own, each like ``键：值``, was meant as entries: YAML reads it as one text."""
        if not event.value or event.start_mark is None or event.end_mark is None:
            return
        numbers = range(event.start_mark.line, min(event.end_mark.line + 1, len(self._lines)))
        written = [number for number in numbers if self._lines[number].strip()]
        slips = [colon_slip(self._document, self._lines, number) for number in written]
        if all(slips):
            severity: Severity = "warning" if self._open else "error"
            self._found.extend(replace(slip, severity=severity) for slip in slips if slip)

    def _add(self, value: Located) -> None:
        if self._open:
            self._open[-1].children.append(value)
        else:
            self.root = value

    def _closed(self, frame: _Frame) -> Located:
        if not frame.is_mapping:
            return Listing(tuple(frame.children), frame.source)
        first: dict[str, Text] = {}
        entries: list[tuple[Text, Located]] = []
        for key, value in zip(frame.children[::2], frame.children[1::2], strict=True):
            if not isinstance(key, Text):
                self._error("key", "键只能是文字，不能是列表或映射", key.source, "请改写这个键；" + QUOTE_IT)
            elif key.text in first:
                lines = f"第{first[key.text].source.line}行和第{key.source.line}行"
                self._error("duplicate", f"键「{key.text}」重复：{lines}", key.source, "请删去或改名其中一处")
            else:
                self._check_key(key, value)
                first[key.text] = key
                entries.append((key, value))
        return Mapping(tuple(entries), frame.source)

    def _check_key(self, key: Text, value: Located) -> None:
        if not key.text.strip():
            self._error("key", "冒号前没有键", key.source, "请在冒号前写上名称")
        elif key.text != key.text.strip():
            advice = "请删去全角空格；缩进只用半角空格"
            self._error("key", f"键「{key.text}」的两端有空白", key.source, advice)
        elif "：" in key.text and value == Text("") and self._adjoin(key.source, len(key.text), value.source):
            advice = "请改成半角冒号加一个空格「: 」"
            self._error("colon", f"「{key.text}」里用了全角冒号「：」", key.source, advice)

    def _adjoin(self, key: Source, length: int, value: Source) -> bool:
        """Whether an empty value was never written: no colon stands between the key's end and its place."""
        if key.line is None or key.column is None or key.line != value.line:
            return False
        between = self._lines[key.line - 1][key.column - 1 + length : value.column and value.column - 1]
        return not between.strip()

    def _error(self, code: str, message: str, source: Source, advice: str) -> None:
        self._found.error(message, source, code=f"yaml.{code}", advice=advice)
