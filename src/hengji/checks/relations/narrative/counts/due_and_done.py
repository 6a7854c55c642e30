"""A part that is more than its whole where the words leave no doubt: 应种11206人，实种11910人, or
建成的64处里，在用的有67处."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["due_and_done"]

_N: Final = r"\d[\d,]{0,16}(?:\.\d{1,4})?"
_UNIT: Final = r"万?(?:人次|人|名|份|件|户|家|个|剂次|剂|套|台|头|座|处|项|所|宗|起|批次|例)"
_DUE: Final = re.compile(
    rf"应(?P<verb>[种到检查访评考参训报签筛建改配享验])[^，。；：、\d\n]{{0,8}}?(?P<whole>{_N})\s{{0,4}}(?P<u>{_UNIT})[，,、；;]?"
    rf"(?:[^，。；：\d\n]{{0,8}}[，,])?[^，。；：、\d\n]{{0,6}}(?:实际|实|已)(?P=verb)[^，。；：、\d\n]{{0,8}}?(?P<part>{_N})\s{{0,4}}(?P=u)"
)
_OF_THESE: Final = re.compile(
    rf"(?P<whole>{_N})\s{{0,4}}(?P<u>[处家座所户台套])(?P<noun>[^，。；：、\d\n]{{0,8}}?)(?:里|中|当中|之中|里面)[，,]"
    rf"(?P<words>[^，。；：\d\n]{{0,18}}?)(?P<part>{_N})\s{{0,4}}(?P=u)(?P<next>[^，。；：、\d\n]{{0,8}})"
)
_AMONG: Final = re.compile("(?:里|中)面?[，,]|当中[，,]|之中[，,]")
_REACH: Final = 80  # to either side of these words
_SMALL_FIRMS: Final = re.compile(
    rf"(?:授予|预留给?|面向)中小(?:微)?企业[^，。；\d\n]{{0,24}}?(?P<whole>{_N})\s{{0,4}}(?P<u>亿元|万元|元)"
    r"(?:[，,（(]占[^。；\n]{0,40}?[%％][）)]?)?[，,；;。]?其中[，,：:]?"
    rf"[^，。；：、\d\n]{{0,12}}?小(?:型(?:和|、)?)?微(?:型)?企业[^，。；\d\n]{{0,24}}?(?P<part>{_N})\s{{0,4}}(?P=u)"
)
_PAID: Final = re.compile(
    rf"合同(?:总)?(?:价款?|金额|总?额)(?:为|是|共计?)?\s{{0,4}}(?P<whole>{_N})\s{{0,4}}(?P<u>亿元|万元|元)[，,；;](?:[^，。；\d\n]{{0,10}}[，,])?"
    rf"(?:截至[^，。；\n]{{0,16}}[，,]?)?(?:已经?|累计|实际|共){{1,3}}(?:支付|付款|拨付)[^，。；：\d\n]{{0,6}}?\s{{0,4}}(?P<part>{_N})\s{{0,4}}(?P=u)"
)
_RATED: Final = re.compile(r"[，,（(]?[^，。；：\d\n]{0,10}率")
_CHANGED: Final = re.compile(
    "变更|补充|增[项加]|签证|审定|调整|追加|结算|含|包括|差额|差异|二类费|其他费|多个|等合同|预付"
)
_MORE: Final = re.compile("另|新增|超|累计|上年|往年|补|又|增|计划|目标|比|较")


def due_and_done(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``; what a further word (另, 累计, 补) may explain is passed over."""
    flow = flowing(context)
    of_these = matches_near(_OF_THESE, _AMONG, flow.text, _REACH)
    for matches in (_DUE.finditer(flow.text), of_these, _SMALL_FIRMS.finditer(flow.text), _PAID.finditer(flow.text)):
        for match in matches:
            if match.re is _PAID and _CHANGED.search(flow.sentence(*match.span())):
                continue
            if match.re is _DUE and _RATED.match(flow.text, match.end()):
                continue  # `more_than_due` holds the rate against both; one above 100% says what is meant
            if not _strange(match) and context.table_at(flow.place(match.start())) is None:
                yield from _compared(context, flow, match)


def _strange(match: re.Match[str]) -> bool:
    between = match.string[match.end("whole") : match.start("part")]
    if match.re is _OF_THESE:
        noun, following = match["noun"], match["next"]
        same = not following or (noun and following.startswith(noun))
        return _MORE.search(between) is not None or not same
    return _MORE.search(between.replace("补", "") if match.re is _SMALL_FIRMS else between) is not None


def _compared(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    whole, part = (read_number(match[name].replace(",", "")) for name in ("whole", "part"))
    if whole is None or part is None or whole <= 0:
        return
    holds = part <= whole
    figures = piece(context, "part", *flow.of(match, "part")), piece(context, "total", *flow.of(match, "whole"))
    says = "没有超过" if holds else "不应更多。请核对两数"
    told = f"{match['part']}{match['u']}是 {match['whole']}{match['u']} 中的一部分，"
    yield Relation(
        "sum" if match.re is _SMALL_FIRMS else "count", "ok" if holds else "error", figures,
        "部分 ≤ 全部", f"≤ {match['whole']}{match['u']}",
        f"{match['part']}{match['u']}", f"{told}{says}。",
        "" if holds else "其中一数误写。", "medium" if holds else "high",
    )  # fmt: skip
