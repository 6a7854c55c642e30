"""A year compared with itself: 2022年“三公”经费支出 156 万元，与2022年决算数持平, where every other item says 2021."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation, Verdict

__all__ = ["own_base_years"]

_COMPARED = re.compile(
    r"(?:与|同|和|比|较|相较于)(?P<year>20\d\d)年(?:度)?(?P<what>[^，。；：、\d]{0,10}?)(?:的?\s?\d[\d.,]{0,12}\s?[\u4e00-\u9fff]{1,3}?)?(?:相比|比较|持平|一致|相同|无变化|增加|减少|增长|下降|上升|多|少)"
)
_YEAR = re.compile(r"(20\d\d)年")
_BASES = re.compile(r"(?:与|同|和|比|较|于|[（(])20\d\d年|20\d\d年没有")
"""Years that the sentence compares with, or tells aside, before this one."""
_COLUMNS = re.compile(r"预算|计划|目标|年初|季度|月|半年|期")
_BEGUN = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s*)?(?:[本我][^，。；\d]{1,8})?(?P<year>20\d\d)年度?(?!初|\s*\d)"
)
_CARRIED_OUT = re.compile("执行|决算|实际|完成|调整|追加|中期|预计|下年|明年|次年|年末|支出数")
_OF_BUDGETS = re.compile("一般公共预算|政府性基金预算|国有资本经营预算|财政预算|(?<=20)\\d\\d年度?部门预算")
_TO_COME = re.compile(r"计划|力争|争取|预计|拟(?!定)|将(?!本|该|其|原)|明年|下年|来年|次年|下一年|下一步")
"""What is still to be done is of the next year, and compared with the paper's own: 2020年力争达到 A，比2019年增长 P."""
_PARAGRAPH = 400  # characters in front in which a paragraph of plans names its year
_RARE = 10  # times as many comparisons with the year before as with the one before that
_OF_ACCOUNTS = re.compile("(?:决算)?数?(?:基本)?")
_ENDS_IN_YEAR = re.compile(r"20\d\d年度?$")
_CLOSE = 6  # characters that a year takes
_BACK = 120  # characters in front among which the sentence names its own year


def own_base_years(context: Context) -> Iterator[Relation]:
    """An error where the sentence names the very year, or the document's others compare with the year before."""
    flow = flowing(context)
    own = context.facts.year
    matches = list(_COMPARED.finditer(flow.text))
    if context.facts.kind == "budget" and own is not None:
        yield from _budgets(context, flow, [match for match in matches if int(match["year"]) == own])
    found = [match for match in matches if not _COLUMNS.search(match["what"])]
    usual = own is not None and any(int(match["year"]) == own - 1 for match in found)
    yield from _a_year_too_early(context, flow, [match for match in matches if _OF_ACCOUNTS.fullmatch(match["what"])])
    for match in found:
        year = int(match["year"])
        start = max(0, match.start() - _BACK)
        sentence = flow.text[max(start, flow.text.rfind("。", start, match.start()) + 1) : match.start()]
        if start and flow.text[start - 1] not in "。\n" and len(sentence) == match.start() - start:
            sentence = sentence.partition("，")[2]  # what was cut off may be 比
        named = _YEAR.findall(_BASES.sub("", sentence))
        if not sentence and not match["what"] and (span := _said_before(flow.text, match.start(), year)):
            yield _relation(
                context, flow.span(match.start("year"), match.end("year") + 1), year, "error", flow.span(*span)
            )
            continue
        if _COLUMNS.search(sentence.rpartition("，")[0][-16:]) and "决算" not in match["what"]:
            continue
        direct = re.search(rf"{year}年(?:度)?[^，。；：、\d]{{0,10}}$", sentence) is not None and not match["what"]
        if own is not None and year < own and re.search(rf"{year}年[^；]*；$", sentence):
            continue  # 2016年运行费19.11万元；与2016年相比，减少…: what is compared is this year's, told before
        told = f"{year}年" in _BASES.sub("", sentence.rpartition("\n")[2])  # 2020年计划 A，比2020年增长: one is wrong
        if year == own and not told and _is_planned(flow.text, match.start(), year):
            continue
        if named and int(named[-1]) == year and (direct or "预算" not in _OF_BUDGETS.sub("", sentence)):
            own_place = max(start, flow.text.rfind("。", start, match.start()) + 1) + sentence.rfind(f"{year}年")
            own_span = flow.span(own_place, own_place + 5)
            yield _relation(context, flow.span(match.start("year"), match.end("year") + 1), year, "error", own_span)
        elif not named and year == own and not _YEAR.match(flow.text[match.end() :].lstrip("，,的")):
            verdict: Verdict = "error" if usual else "suspicious"
            yield _relation(context, flow.span(match.start("year"), match.end("year") + 1), year, verdict)


def _a_year_too_early(context: Context, flow: Flowing, matches: list[re.Match[str]]) -> Iterator[Relation]:
    """与2023年度相比 in the account of 2025, where nearly every other comparison is with 2024."""
    own = context.facts.year
    if context.facts.kind != "final_account" or own is None:
        return
    early = [
        match
        for match in matches
        if int(match["year"]) == own - 2
        and not _begins_with_year(flow.text, match.start())
        and not _with_both_years(flow.text, match, own - 1)
    ]
    usual = sum(int(match["year"]) == own - 1 for match in matches)
    if not usual or (len(early) > 1 and usual < len(early) * _RARE):
        return
    for match in early:
        span = flow.span(match.start("year"), match.end("year") + 1)
        stated = piece(context, "stated", *span)
        right = f"{own - 1}年"
        says = f"本材料其他各处都与{right}比较，这里却与{own - 2}年比较，像是没有更新年份。请核对，很可能应为{right}。"
        yield Relation("year", "error", (stated,), "与上年比较", right, f"{own - 2}年", says, f"应为{right}", "medium")


def _is_planned(text: str, at: int, own: int) -> bool:
    """Whether the sentence is of what is to come, or its paragraph named the year after the paper's own."""
    low = max(0, at - _PARAGRAPH)
    line = text[max(low, text.rfind("\n", low, at) + 1) : at]
    return f"{own + 1}年" in line or _TO_COME.search(line.rpartition("。")[2]) is not None


def _begins_with_year(text: str, at: int) -> bool:
    """2021年比2020年多: the words in front of the comparison name the year that it is of."""
    return _ENDS_IN_YEAR.search(text[max(0, at - _CLOSE) : at]) is not None


def _with_both_years(text: str, match: re.Match[str], last: int) -> bool:
    """比2020年下降 P，比2019年下降 Q: the sentence tells of last year, and of the year before that besides."""
    start = max(text.rfind(stop, 0, match.start()) for stop in "。\n") + 1
    ends = [stop for mark in "。\n" if (stop := text.find(mark, match.end())) >= 0]
    sentence = text[start : min(ends, default=len(text))]
    return any(int(one["year"]) == last for one in _COMPARED.finditer(sentence))


def _said_before(text: str, at: int, year: int) -> tuple[int, int] | None:
    """2020年度收入总计…。与2020年度相比: the year that the sentence before begins with, where it is the same."""
    start = max(text.rfind(stop, max(0, at - _BACK), at - 1) for stop in "。\n") + 1
    begun = _BEGUN.match(text, start, at)
    return begun.span("year") if begun and begun["year"] == str(year) and text[at - 1 : at] == "。" else None


def _budgets(context: Context, flow: Flowing, matches: list[re.Match[str]]) -> Iterator[Relation]:
    """与2023年预算持平 in the budget of 2023, of which nothing has been spent yet."""
    for match in matches:
        start = max(0, match.start() - _BACK)
        sentence = flow.text[
            max(start, *(flow.text.rfind(stop, start, match.start()) for stop in "。\n")) : match.end()
        ]
        of_budget = re.fullmatch("(?:(?:年初|部门)?预算(?:数|安排|金额)?)?", match["what"])
        if of_budget and not _CARRIED_OUT.search(sentence) and not set(_YEAR.findall(sentence)) - {match["year"]}:
            span = flow.span(match.start("year"), match.end("year") + 1)
            yield _relation(context, span, int(match["year"]), "error")


def _relation(
    context: Context, span: tuple[int, int], year: int, verdict: Verdict, own: tuple[int, int] | None = None
) -> Relation:
    """*own*: where the sentence names the year that it tells of; either of the two may be the wrong one."""
    named = (piece(context, "witness", *own),) if own is not None else ()
    return Relation(
        "year",
        verdict,
        (*named, piece(context, "stated", *span)),
        "与上年比较",
        f"{year - 1}年",
        f"{year}年",
        f"{year}年的数与“{year}年”比较，是自己同自己比。请核对，很可能应为{year - 1}年。",
        f"应为{year - 1}年",
        "medium",
    )
