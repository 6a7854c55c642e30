"""Brackets and quotation marks that are never closed, and punctuation marks set twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import clause_span, slip
from hengji.checks.relations.wording.lines import Line, blocks
from hengji.facts.relation import Relation, Verdict
from hengji.facts.wording import quoted

__all__ = ["find_brackets", "find_doubled_marks"]

_FAMILY = {
    "（": "（）", "(": "（）", "）": "（）", ")": "（）", "《": "《》", "》": "《》", "〔": "〔〕", "〕": "〔〕",
    "﹝": "〔〕", "﹞": "〔〕",
    "「": "「」", "」": "「」", "【": "【】", "】": "【】", "“": "“”", "”": "“”",
}  # fmt: skip
_OPENING = frozenset("（(《〔﹝「【“")
_MARK = re.compile("[" + re.escape("".join(_FAMILY)) + "]")
_NOT_BRACKETS = re.compile(
    r"\$[^$\n]{0,200}\$"  # a formula as OCR writes it
    r"|[\[(（［][^\[\]()（）［］\n]{0,12}[,，][^\[\]()（）［］\n]{0,12}[\])）］]"  # an interval: [80, 90)
    r"|<[^<>\n]{1,20}>"
    r"|【(?:字体|字号|阅读|打印|关闭|浏览|发布时间|来源|作者)[^】\n]*】?"  # around a page of a web site
    # 1) as a list marker
    r"|(?P<marker>(?:(?<=[\s：:；;。，,])(?<![+−\-×÷*/=] )|^)(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])[）)])",
    re.MULTILINE,
)
_INDENT = 80  # characters of a line's end and the next one's indent
_IN_MIDST = re.compile(r"[（(][^（）()。；：\n]*[^（）()。；：:;\n]$")
_LAST_FIGURE = re.compile(r"[，、,](?=[^。；\n]{0,10}\d)[^，。；\n]{1,12}(?=[。；\n])")
_WAIT = 4  # blocks within which a bracket that runs over paragraphs may still close
_DOUBLED = re.compile(
    r"(?<![，,。、；：])(?:([，,；：、])\1|。。|[、，；][，。；]|：[，、]|。[，、；：])(?![，,。、；：.…])"
)


def find_brackets(context: Context, lines: tuple[Line, ...]) -> Iterator[Relation]:
    """Per paragraph. Brackets that open in one paragraph and close a few paragraphs on are left in peace."""
    waiting: dict[str, list[tuple[int, int, int]]] = defaultdict(list)  # family: (block, offset, end of the block)
    number = 0
    for number, block in enumerate(blocks(context.document, lines)):
        for family, opened, closed in _unmatched(context.document.text, (block[0].start, block[-1].end)):
            pending = waiting[family]
            for offset in closed:
                if pending and number - pending[-1][0] <= _WAIT:
                    pending.pop()
                else:
                    yield _stray(context, family, offset)
            pending.extend((number, offset, block[-1].end) for offset in opened)
    yield from _in_cells(context)
    for family, pending in waiting.items():
        yield from (_unclosed(context, family, offset, end) for _, offset, end in pending)


def _in_cells(context: Context) -> Iterator[Relation]:
    """Cells as the file has them; a table rebuilt from lines may have cut a cell in two."""
    text = context.document.text
    for table in context.document.tables:
        for cell in table.cells if not table.rebuilt else ():
            for family, opened, _ in _unmatched(text, (cell.start, cell.end)):
                yield from (
                    replace(_unclosed(context, family, offset, cell.end), verdict="suspicious") for offset in opened
                )


def _unmatched(text: str, span: Span) -> Iterator[tuple[str, list[int], list[int]]]:
    masked = [match.span() for match in _NOT_BRACKETS.finditer(text, *span) if not _goes_on(text, match)]
    opened: dict[str, list[int]] = defaultdict(list)
    closed: dict[str, list[int]] = defaultdict(list)
    mask = iter([*masked, (span[1], span[1])])
    start, end = next(mask)
    for match in _MARK.finditer(text, *span):
        while match.start() >= end and start < span[1]:
            start, end = next(mask)
        if start <= match.start() < end:
            continue
        family = _FAMILY[match.group()]
        if match.group() in _OPENING:
            opened[family].append(match.start())
        elif opened[family]:
            opened[family].pop()
        else:
            closed[family].append(match.start())
    for family in {*opened, *closed}:
        yield family, opened[family], closed[family]


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether “12）” at the start of a line is the rest of a formula that the page's edge broke: （7÷⏎12）. A list
    marker stands behind a stop."""
    before = text[max(0, match.start() - _INDENT) : match.start()]
    return match["marker"] is not None and "\n" in before and _IN_MIDST.search(before.rstrip()) is not None


def _unclosed(context: Context, family: str, offset: int, end: int) -> Relation:
    text = context.document.text
    span = clause_span(text, offset)
    words = text[slice(*span)]
    last = _LAST_FIGURE.match(text, span[1], end)  # （离休2人，退休201人。: where it should be closed
    span = (span[0], last.end() if last is not None else span[1])
    return slip(
        context,
        [(span[0], min(span[1], end))],
        _certainty(context, family, offset),
        f"{quoted(words)}处的“{family[0]}”一直没有配对的“{family[1]}”。每个前括号（引号）都应有后括号（引号），请在应结束处补上。",
        rule=f"{family}应成对",
        expected=f"补“{family[1]}”",
        likely=f"漏了“{family[1]}”",
    )


def _stray(context: Context, family: str, offset: int) -> Relation:
    text = context.document.text
    start = max(text.rfind("\n", 0, offset) + 1, offset - 12)
    return slip(
        context,
        [(start, offset + 1)],
        _certainty(context, family, offset),
        f"{quoted(text[start : offset + 1].strip())}里的“{family[1]}”前面没有配对的“{family[0]}”。"
        f"请补上“{family[0]}”，或删去多出的“{family[1]}”。",
        rule=f"{family}应成对",
        expected=f"补“{family[0]}”或删“{family[1]}”",
    )


def _certainty(context: Context, family: str, offset: int) -> Verdict:
    """A quotation mark beside straight or turned ones may be one of those, wrongly set."""
    if family != "“”":
        return "error"
    start, end = context.paragraph_at(offset)
    other = context.once(
        (_certainty, start), lambda: re.search(r"[\"'‘’]", context.document.text[start:end]) is not None
    )
    return "suspicious" if other else "error"


def find_doubled_marks(context: Context, lines: Iterable[Line]) -> Iterator[Relation]:
    """，， 。。 、， and the like. Leaders of a table of contents and dots of omission are no slips."""
    text = context.document.text
    for line in lines:
        if line.tabular:
            continue
        for match in _DOUBLED.finditer(line.text):
            start, end = line.start + match.start(), line.start + match.end()
            before = text[max(line.start, start - 8) : end]
            yield slip(
                context,
                [(start, end)],
                "error",
                f"{quoted(before)}处连用了两个标点“{match.group()}”，应只留一个；如中间漏了文字或数字，请补上。",
                rule="标点不应连用",
                expected="一个标点",
            )
