"""A number of points announced and then told one by one: “以下三个方面的问题：一是…；二是…；三是…”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.narrative.counts.kinds_of_units import units_by_kind
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation, Severity, Verdict

__all__ = ["counted_points"]

_HAN: Final = "一二三四五六七八九十"
_STYLE: Final = r"(?=(?P<style>一是|第一[，,]|（一）|\(一\)|1[.．、](?!\d(?!0\d\d\s?年))|[（(]1[）)]|①))"
_CUE: Final = re.compile(
    r"(?<![第\d.〇零一二三四五六七八九十百千“])(?P<n>[两二三四五六七八九]|\d{1,2})\s*"
    r"(?P<what>(?:个|件(?=[大实]?事)|大|项|条|点|类|种|步|家|所|户|名|处|批|方面)(?:方面|部分|环节|阶段)?[^。；：:\n，,\d]{0,14}?)"
    r"(?P<opens>[，,]?(?:其中)?(?:分别|具体)?(?:包括|包含|为|是|如下))?[：:。，,]?\s*(?:\n\s*)?" + _STYLE
)
_OPEN: Final = re.compile(r"(?<!主要)(?:包括|包含|如下|分别[为是]|具体[为是])[^。；：:\n\d]{0,6}[：:]\s*" + _STYLE)
_BEHIND: Final = re.compile(
    r"[，,；;。]\s*(?:以上)?(?:合计|共计|总计|共)(?:有)?\s*(?P<n>\d{1,2})\s*(?:个|家|所|项|名|户|处)"
)
_STYLES: Final = {
    "一是": re.compile(rf"(?<=[；;。，,：:\n 　])\s{{0,20}}+([{_HAN}]{{1,2}})\n?是"),
    "第一": re.compile(rf"(?<=[；;。，,：:\n 　])第([{_HAN}]{{1,2}})[，,]"),
    "（1）": re.compile(r"[（(](\d{1,2})[）)]"),
    "①": re.compile(r"([①-⑳])"),
    "（一）": re.compile(rf"[（(]([{_HAN}]{{1,2}})[）)]"),
    "1": re.compile(r"(?:(?<=[；;。：:，,、])|(?<=\n))[ \t\u3000]*(\d{1,2})[.．、](?!\d(?!0\d\d\s?年))"),
}
_TOLD: Final = re.compile("方面|^点|^条|^件|措施|原因|建议|环节|步|问题|不足|做法|特点|阶段")
_BELOW: Final = re.compile(r"以下|如下|下列|下述|主要|存在|共|有|发现|设置|设立|分为|未完成|扣分|偏离|未达")
_THINGS: Final = re.compile(
    r"(?:未|偏离|扣分|滞后|逾期|整改)[^。；：]{0,12}$|^(?:个|项)(?:子项|子项目|指标|项目|任务|工程|标段|问题|事项)$"
)
_REACH: Final = 3000
_FEWEST: Final = 2
_ITEM: Final = 24  # characters of the last name


def counted_points(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``; a list whose numbers have a gap is the structure finder's."""
    text = context.document.text
    for cue in _CUE.finditer(text):
        if context.table_at(cue.start()) is not None:
            continue
        number = whole_number(cue["n"])
        together = units_by_kind(text, cue.end("n"))
        number = number if together is None else together
        found, whole, last = _told(context, cue)
        if number < _FEWEST or found < _FEWEST or not whole:
            continue
        if "百分" in cue["what"] or ("。" in cue[0] and not _TOLD.search(cue["what"])):
            continue
        told = _TOLD.search(cue["what"]) or _BELOW.search(text, max(0, cue.start() - 12), cue.start())
        told = told or _THINGS.search(cue["what"])
        opens = (
            cue["opens"] is not None
            and "\n" not in cue[0]
            and not _heads(text[cue.start() : last + _ITEM], number - found)
        )
        sure = (told is not None or opens or together is not None) and abs(number - found) == 1
        yield _relation(context, cue.span("n"), (cue.start("style"), cue.end("style")), (number, found), sure)
    yield from _counted_behind(context)


def _counted_behind(context: Context) -> Iterator[Relation]:
    """包括：1.甲；2.乙；3.丙，共 4 个单位: the number stands behind the list, in its sentence."""
    text = context.document.text
    for cue in _OPEN.finditer(text):
        found, whole, last = _told(context, cue)
        ends = re.compile("。(?!共|合计|总计)|\n|$").search(text, last)
        behind = _BEHIND.search(text, last, ends.start() if ends else last)
        if behind is not None and whole and found >= _FEWEST and context.table_at(cue.start()) is None:
            number = int(behind["n"])
            first = (cue.start("style"), cue.end("style"))
            yield _relation(
                context,
                behind.span("n"),
                first,
                (number, found),
                abs(number - found) == 1 and not _heads(text[cue.start() : last + _ITEM], number - found),
            )


def _heads(listed: str, more: int) -> bool:
    """Whether the one name too many may be that of the body itself, which is not one of its 下属单位."""
    return more == -1 and re.search("本级|机关|本部", listed) is not None


def _told(context: Context, cue: re.Match[str]) -> tuple[int, bool, int]:
    """How many points follow, whether their numbers run without a gap, and where the last one begins."""
    text = context.document.text
    style = next(key for key in _STYLES if cue["style"].replace("(", "（").replace(")", "）").startswith(key))
    last, begins, end = 0, cue.end(), min(len(text), cue.end() + _REACH)
    for match in _STYLES[style].finditer(text, cue.end() - 1, end):
        value = _value(match[1])
        if value == last + 1:
            last, begins = value, match.start()
        elif value == 1:
            break
        elif value > last:
            return last, False, begins
    return last, True, begins


def _value(numeral: str) -> int:
    if "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    return whole_number(numeral)


def _relation(context: Context, number: Span, first: Span, counts: tuple[int, int], sure: bool) -> Relation:
    said, found = counts
    verdict: Verdict = "ok" if said == found else "error" if sure else "suspicious"
    stated = context.document.text[slice(*number)]
    message = f"文中说有 {said} 项，其后逐条列出 {found} 项{'，一致' if said == found else ''}。"
    likely = "" if said == found else "数目误写，或漏列、多列。"
    figures = (piece(context, "part", *first), piece(context, "stated", *number))
    severity: Severity = "high" if verdict == "error" else "medium"
    return Relation("count", verdict, figures, "逐条列出的项数", str(found), stated, message, likely, severity)
