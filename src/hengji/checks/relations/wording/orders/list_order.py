"""“A、B和C分别为x、y和z”: as many figures as names, and each the one told elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.orders.counts_of_values import counts_of_values
from hengji.checks.relations.wording.orders.listed_values import listed_values
from hengji.checks.relations.wording.orders.ordered_names import find_ordered_names
from hengji.checks.relations.wording.orders.ranked_names import ranked_names
from hengji.checks.relations.wording.orders.sorted_lists import find_unsorted, find_unsorted_tables
from hengji.checks.relations.wording.orders.superlatives import superlatives
from hengji.checks.relations.wording.orders.swapped_lists import swapped_lists
from hengji.checks.relations.wording.orders.told_of_rows import told_of_rows
from hengji.checks.relations.wording.orders.yearly_ways import yearly_ways
from hengji.facts.relation import Relation, Verdict

__all__ = ["find"]

_UNIT = (
    r"(?:亿元|万元|元|%|％|个百分点|人次|人|名|家|户|个|项|次|件"
    r"|场|期|篇|条|份|辆|台|套|分|吨|亩|平方米|公里|天|米|万人次|万人|万户)?"
)
_NUMBER = rf"(?<![\d.])\d[\d,]{{0,20}}(?:\.\d{{1,8}})?\s*[万亿]?{_UNIT}(?![\d年月日])"
_RESPECTIVELY = re.compile(
    rf"分别(?:为|是|达到|达|完成|增长|下降|增加|减少|占)\s*[：:]?\s*({_NUMBER}(?:\s*(?:、|，|,\s|和|及|与|以及)\s*{_NUMBER})+)"
)
_SPLIT = re.compile(r"、|，|,\s|以及|和|及|与")
_NAME_END = re.compile(r"[，。；：:;！？\n]")
_CONJUNCTION = re.compile(r"以及|和|及|与")
_SO_MANY = (
    r"([两二三四五六七八九十]|(?<![\d.])\d{1,2})\s?(?:项|个|类|家|所|方面|部分|种|批次?|笔|期|次)"
    r"(?:指标|单位|项目|支出|收入|部门|内容|资金|科目)?"
)
_COUNTED = re.compile(rf"{_SO_MANY}[^，。；、]{{0,12}}$")
_COUNTED_THERE = re.compile(rf"{_SO_MANY}[^，。；、：:\d\n]{{0,8}}[，,]$")
_DIGITS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_OPEN = re.compile(r"等|各|上述|以上|前述|每|该")


def find(context: Context) -> Iterator[Relation]:
    """Names are counted between the last stop and 分别; 和 may belong to a name, so they make a range."""
    known: set[int] = set()
    for finder in (listed_values, find_unsorted, find_unsorted_tables, find_ordered_names, superlatives, swapped_lists):
        for one in finder(context):
            if one.verdict == "error":
                known |= {each.start for each in one.figures}
            yield one
    for finder in (told_of_rows, ranked_names, counts_of_values, yearly_ways):
        for one in finder(context):
            if not known & {each.start for each in one.figures}:
                known |= {each.start for each in one.figures if each.role == "stated"}
                yield one
    text = context.document.text
    for match in _RESPECTIVELY.finditer(text):
        figures = len(_SPLIT.split(match[1]))
        end = _continues(text, match.end())
        start = max(
            (stop.end() for stop in _NAME_END.finditer(text, max(0, match.start() - 120), match.start())), default=None
        ) or max(0, match.start() - 120)
        if start == match.start():  # 下达资金4批次，分别为…
            start = _before_comma(text, match.start())
        names = text[start : match.start()].rstrip("，,")
        least, most = _names(names)
        if end or least < 2:
            continue
        yield _relation(context, (start, match.start()), match.span(1), (least, most, figures))


def _before_comma(text: str, at: int) -> int:
    """Where a number of things begins that a comma parts from 分别; *at* where there is none, or they are named."""
    found = _COUNTED_THERE.search(text[max(0, at - 30) : at])
    return max(0, at - 30) + found.start() if found is not None and not re.search("[和及与、]", found[0]) else at


def _continues(text: str, end: int) -> bool:
    """Whether more figures follow in a form that was not understood."""
    return (
        re.match(r"\s*(?:[、（(]|[和及与]\s*\S|，\s*(?![合共总]计|一?共)[^，。；]{0,12}\d)", text[end : end + 20])
        is not None
    )


def _names(names: str) -> tuple[int, int]:
    """The fewest and the most names; (0, 0) where they cannot be told."""
    counted = _COUNTED.search(names)
    if counted and "、" not in names:
        number = _DIGITS.get(counted[1]) or (int(counted[1]) if counted[1].isdigit() else 0)
        return number, number
    flat = re.sub(r"[（(][^）)]*[）)]|“[^”]*”|《[^》]*》", "名", names)
    if _OPEN.search(flat):
        return 0, 0
    if "、" in flat.partition("的")[2] and re.search(r"[、和及与]", flat.partition("的")[0]):
        return 0, 0  # 甲、乙的预算数、决算数: names times names
    commas = flat.count("、")
    last = flat.rpartition("、")[2]
    tail = bool(_CONJUNCTION.search(last))
    most = commas + 1 + len(_CONJUNCTION.findall(flat))
    return (commas + 1 if commas else (2 if tail else 0)), most


def _relation(context: Context, names: Span, figures: Span, counts: tuple[int, int, int]) -> Relation:
    least, most, found = counts
    text = context.document.text
    verdict: Verdict = "ok" if least <= found <= most else "suspicious"
    if verdict != "ok" and least == most and "的" not in text[slice(*names)]:
        verdict = "error"
    shown = str(least) if least == most else f"{least}至{most}"
    says = "个数相符" if verdict == "ok" else "个数不等，请核对是否漏写或多写了一项"
    return Relation(
        "list_order",
        verdict,
        (piece(context, "names", *names), piece(context, "stated", *figures)),
        "名称个数 = 数字个数",
        shown,
        str(found),
        f"“分别”前有{shown}个名称，后面有{found}个数字，{says}。",
        "" if verdict == "ok" else "漏写或多写了一项",
        "medium",
    )
