"""Projects by their grades against their number: 自评项目1个（“优”0个、“良”0个、…）, with amounts between the counts
or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["graded_projects"]

_GRADE: Final = re.compile(
    r"(?:[“\"‘'「]|评[级价定为]{0,2}|等[级次]|结果|为|其中|[（(，,；;、：:])(?P<grade>不合格|优秀|优|良好|良|合格|中等|中|较差|差|一般)[”\"’'」]?"
    r"(?:等次|等级|级|档)?的?(?:预算|自评|支出)?(?:项目|单位)?(?:有|共|为)?\s{0,4}(?P<n>\d{1,4})\s{0,4}(?P<u>[个家项])"
)
_TOTAL: Final = re.compile(
    r"(?:(?:项目|自评|评价|参评)[^，。；：（()\d\n]{0,12}?(?<![\d.])(?P<n>\d{1,4})\s{0,4}(?P<u>[个家项])"
    r"|(?<![\d.])(?P<m>\d{1,4})\s{0,4}(?P<v>[个家项])[^，。；：（()\d\n]{0,12}?(?:项目|单位))"
)
_BETWEEN: Final = re.compile(r"\d\s*[个家项]|。|\n\s*\n|[，；、]其[他余]|另|还有|等级未")
_LOWEST: Final = frozenset(("差", "较差", "不合格"))
_REACH, _APART = 160, 60
_FEWEST: Final = 3
_REST: Final = re.compile("其[余他]|另|剩余")
_RESULT: Final = re.compile("结果[为是]?[：:]?$|等[级次][为是]?[：:]?$|结果中，?$")
_NEAR: Final = 16
_NOT_THESE: Final = re.compile(
    r"未|指标|上年|去年|新增|增加|减少|整改|问题|其中|抽[查取]|重点|部门评价|财政评价|各\s{0,4}\d"
)


def graded_projects(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``: all grades down to the lowest are told, and one number of projects in front."""
    flow = flowing(context)
    for run in _runs(flow):
        start, end = run[0].start(), run[-1].end()
        grades = [one["grade"] for one in run]
        if _REST.search(flow.text, max(0, start - _NEAR), start):
            continue
        if context.table_at(flow.place(start)) is not None:
            continue
        if not _LOWEST & set(grades) or len(run) < _FEWEST:
            yield from _more_than_all(context, flow, run)
            continue
        together = sum(int(one["n"]) for one in run)
        totals = _totals(flow, start, end, run[0]["u"])
        if not totals:
            continue
        values = {value for value, _ in totals}
        holds = together in values
        if holds or len(values) == 1:
            value, span = next(one for one in totals if not holds or one[0] == together)
            yield _relation(context, flow, run, (value, span), together)


def _more_than_all(context: Context, flow: Flowing, run: list[re.Match[str]]) -> Iterator[Relation]:
    """53 个项目（其中“优”的项目 56 个）: some of the grades are told, and they are more than all projects."""
    start, end = run[0].start(), run[-1].end()
    before = flow.text.rfind("。", max(0, start - _REACH), start)
    told = _RESULT.search(flow.text, max(0, start - _NEAR), start) and flow.text[end : end + 1] == "。" and before >= 0
    begin = before if told else start  # 对23个项目开展自评。结果为“优”的19个、“良”的3个。
    totals = _totals(flow, begin, end, run[0]["u"])
    together = sum(int(one["n"]) for one in run)
    if not totals:
        return
    least, most = min(value for value, _ in totals), max(value for value, _ in totals)
    few = told and len(run) > 1 and least == most and 0 < most - together <= max(1, most // 10)
    if together > most or few:
        yield _relation(context, flow, run, totals[-1], together)


def _runs(flow: Flowing) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for match in _GRADE.finditer(flow.text):
        between = flow.text[run[-1].end() : match.start()] if run else ""
        apart = len(between) > _APART or _BETWEEN.search(between) or any(one["grade"] == match["grade"] for one in run)
        if run and (apart or run[0]["u"] != match["u"]):
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _totals(flow: Flowing, start: int, end: int, unit: str) -> list[tuple[int, tuple[int, int]]]:
    """Numbers of projects in the sentence, in front of the grades or behind them with a word that adds up."""
    low = max(flow.text.rfind("。", 0, start) + 1, flow.text.rfind("\n\n", 0, start) + 1, start - _REACH)
    if re.match(r"\s{0,8}其中", flow.text[low : low + 10]):  # 自评项目113个。其中“优”的79个…
        low = max(flow.text.rfind("。", 0, low - 1) + 1, flow.text.rfind("\n\n", 0, low) + 1, start - _REACH)
    found = []
    for match in _TOTAL.finditer(flow.text, low, start + 1):
        name = "n" if match["n"] else "m"
        words = flow.text[max(low, match.start() - 8) : match.end()]
        if (match["u"] or match["v"]) == unit and not _NOT_THESE.search(words):
            found.append((int(match[name]), match.span(name)))
    behind = re.compile(r"(?:共计?|合计|总计)[^，。；：\d\n]{0,8}(\d{1,4})\s{0,4}" + unit).search(
        flow.text, end, end + _APART
    )
    if behind is not None and "。" not in flow.text[end : behind.start()].rstrip("。"):
        found.append((int(behind[1]), behind.span(1)))
    return found


def _relation(
    context: Context, flow: Flowing, run: list[re.Match[str]], total: tuple[int, tuple[int, int]], together: int
) -> Relation:
    value, span = total
    holds = value == together
    parts = tuple(piece(context, "part", *flow.of(one, "n")) for one in run)
    told = "、".join(f"{one['grade']}{one['n']}{one['u']}" for one in run)
    says = "与文中一致" if holds else f"文中为 {value} {run[0]['u']}"
    message = f"各等级（{told}）共 {together} {run[0]['u']}，{says}。"
    return Relation(
        "count", "ok" if holds else "error", (*parts, piece(context, "total", *flow.span(*span))),
        "各等级项目数之和", str(together), str(value), message,
        "" if holds else "项目总数或某一等级的个数误写。", "medium" if holds else "high",
    )  # fmt: skip
