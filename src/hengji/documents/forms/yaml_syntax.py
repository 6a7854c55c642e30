"""Why a file is not YAML, said in Chinese: the parser's complaint, or the typing slip that explains it.

Two slips are found by looking at the lines themselves, because the parser notices them late and elsewhere:
indentation by tabs, and a colon that does not end a key (full-width, or with no space after it).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import yaml

from hengji.facts.findings import Finding
from hengji.facts.sources import Source

__all__ = ["QUOTE_IT", "colon_slip", "syntax_findings"]

QUOTE_IT: Final = "如果它是文字，请给它加上引号"

_SHOWN: Final = 60
"""Characters of a line that an excerpt shows."""

_TAB: Final = re.compile(r"[ \u3000]*\t")
_KEY: Final = r"""\s*(?:- +)*(?:[^\s:：#"'，。；,{}\[\]|>]{1,40}|"[^"]{1,40}"|'[^']{1,40}')"""
_WIDE_COLON: Final = re.compile(_KEY + "(?=：)")
_TIGHT_COLON: Final = re.compile(_KEY + r"(?=:[^\s/])")

_ALIGN_IT: Final = "请用空格与同级的行对齐；引号后面不能再写字"
_COMPLAINTS: Final = (
    ("scanning a block scalar", "以「>」或「|」开头的值要加引号", '例如写成 ">=90"'),
    ("scanning an a", "以「*」或「&」开头的值要加引号", QUOTE_IT),
    (" tag", "以「!」开头的值要加引号", QUOTE_IT),
    ("escape", "双引号里的反斜杠写法不对", "请改用单引号，或把反斜杠写两遍"),
    ("end of stream", "引号没有写完", "请从这个值开始的地方检查引号是否成对"),
    ("',' or ']'", "方括号没有配对，或两项之间缺少半角逗号", "请检查从「[」到「]」的写法"),
    ("',' or '}'", "花括号没有配对，或两项之间缺少半角逗号", "请检查从「{」到「}」的写法"),
    ("mapping values", "这里不该再有冒号", "值里有冒号时给整个值加引号；否则请检查本行和上一行的缩进"),
    ("sequence entries", "「- 」不能与键写在同一行", "请换行并缩进；" + QUOTE_IT),
    ("mapping keys", "值不能以「?」开头", QUOTE_IT),
    ("expected ':'", "这一行不是「键: 值」的写法", "请在键后面写半角冒号和一个空格"),
    ("cannot start any token", "值不能以这个字符开头", QUOTE_IT),
    ("node content", "这里缺少值，或多了一个括号、逗号", "请补上值；" + QUOTE_IT),
    ("block collection", "列表和键值混在了同一层", "请把「- 」开头的行与它们上面的键分开缩进"),
    ("expected key", "这一行的缩进与上文对不上，或值的后面多了内容", _ALIGN_IT),
    ("<block end>", "这一行的缩进与上文对不上，或值的后面多了内容", _ALIGN_IT),
)
"""What PyYAML's two parsers say (a part of it) → what the officer reads, and what to do. First match wins."""

_CAUSED_BY_A_COLON: Final = ("mapping values", "expected ':'")
_MENDED_WHERE_IT_BEGAN: Final = ("end of stream", "',' or", "simple key")
"""An unfinished quote, bracket or key is noticed far below."""


def syntax_findings(error: yaml.YAMLError, document: str, lines: list[str]) -> Iterator[Finding]:
    """The place where the parser stopped, explained; then other lines that show a slip of the same kind."""
    problem = getattr(error, "problem_mark", None)
    if problem is None:
        yield Finding("error", "文件不符合 YAML 的写法", Source(document), "yaml.syntax", advice="请检查缩进和标点")
        return
    context = getattr(error, "context_mark", None)
    complaint = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    here = min(problem.line, len(lines) - 1)
    first = context.line if context and "simple key" in complaint else here
    for number in _suspects(complaint, first, here, lines):
        slip = _tab_slip(document, lines, number) or colon_slip(document, lines, number)
        if slip is not None:
            yield slip
            yield from _alike(slip, document, lines)
            return
    mark = context if context and any(needle in complaint for needle in _MENDED_WHERE_IT_BEGAN) else problem
    yield _explained(complaint, document, lines, min(mark.line, len(lines) - 1), mark.column)


def colon_slip(document: str, lines: list[str], number: int) -> Finding | None:
    """What is wrong with the colon after the key on line *number* (from 0), if it looks like an entry."""
    wide, tight = _WIDE_COLON.match(lines[number]), _TIGHT_COLON.match(lines[number])
    if wide:
        message, advice = "键后面用了全角冒号「：」", f"请改成半角冒号加一个空格「: 」；{QUOTE_IT}"
        return _finding("colon", message, document, lines, (number, wide.end()), advice)
    if tight:
        message, advice = "键后面的冒号没有跟空格", f"请在冒号后面加一个空格「: 」；{QUOTE_IT}"
        return _finding("space", message, document, lines, (number, tight.end()), advice)
    return None


def _tab_slip(document: str, lines: list[str], number: int) -> Finding | None:
    if not _TAB.match(lines[number]):
        return None
    place = (number, lines[number].index("\t"))
    advice = "请把行首的 Tab 换成空格，每层两个"
    return _finding("tab", "用了制表符（Tab）缩进", document, lines, place, advice)


def _suspects(complaint: str, first: int, last: int, lines: list[str]) -> Iterator[int]:
    """Lines that may have caused the complaint: a lost colon is noticed on a later line than its own."""
    if any(needle in complaint for needle in _CAUSED_BY_A_COLON):
        above = last - 1
        while above > first and not lines[above].strip():
            above -= 1
        yield from sorted({first, max(above, 0)})
    yield last


def _alike(slip: Finding, document: str, lines: list[str]) -> Iterator[Finding]:
    """Other lines with the same slip; only warnings, since text inside a block may rightly look so."""
    find = _tab_slip if slip.code == "yaml.tab" else colon_slip
    for number in range(len(lines)):
        other = find(document, lines, number)
        if other is not None and other.code == slip.code and other.source != slip.source:
            yield replace(other, severity="warning", message=f"这一行多半也有同样的问题：{other.message}")


def _explained(complaint: str, document: str, lines: list[str], number: int, column: int) -> Finding:
    for needle, message, advice in _COMPLAINTS:
        if needle in complaint:
            return _finding("syntax", message, document, lines, (number, column), advice)
    message, advice = "这里不符合 YAML 的写法", f"请检查这一行和上一行的缩进、冒号、引号；{QUOTE_IT}"
    return _finding("syntax", message, document, lines, (number, column), advice)


def _finding(code: str, message: str, document: str, lines: list[str], place: tuple[int, int], advice: str) -> Finding:
    number, column = place
    return Finding(
        "error",
        f"第{column + 1}列，{message}",
        Source(document, number + 1, column + 1),
        code=f"yaml.{code}",
        advice=advice,
        excerpt=_excerpt(lines[number], column),
    )


def _excerpt(line: str, column: int) -> str:
    """The part of the line around *column*, with a caret under it that counts wide characters as two."""
    start = max(0, column - _SHOWN // 2)
    shown = line[start : start + _SHOWN].replace("\t", "→")
    before = shown[: column - start]
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in before)
    return f"  {shown}\n  {' ' * (len(before) + wide)}^"
