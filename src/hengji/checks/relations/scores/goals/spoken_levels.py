"""A figure, a bar that is no goal of the form, and the word between them: 药占比30.5%，低于县里下达的30%控制指标; 平均
3.5个工作日，少于承诺的3个工作日; 用水1.52亿立方米，控制在1.50亿立方米的红线以内; 辅警
660人，在员额640名以内.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation, Verdict

__all__ = ["spoken_levels"]

_N: Final = r"\d[\d,]{0,24}(?:\.\d{1,9})?"
_UNIT: Final = (
    r"[%％‰]|万元|亿元|元|亿立方米|万立方米|立方米|个?工作日|个小时|小时|分钟|天|日|公里|万亩|亩|起|件|人次|次"
    r"|平方米|人|名|位|辆|台|套|家|户|批次?|场次?|期|篇|份|处|栋|个"
)
_PEOPLE: Final = frozenset(("人", "名", "位"))
_UNDER: Final = "低于|少于|小于|短于|未达到?|没有达到"
_OVER: Final = "高于|多于|大于|长于|超过了?|超出"
_WITHIN: Final = "未超过|没有超过|没超过|未突破|未超出|不超过"
_BAR: Final = (
    "标准|要求|红线|底线|上限|下限|水平|平均[值数]|控制[值数线价]|控制指标|控制目标|概算|限额|限价|承诺|规定|警戒线"
    "|平均"
)
_CAP: Final = "员额|编制|定编|职数|限额|定额|控制|核定|批复|概算|上限|标准|规定|红线"
_LEVEL: Final = re.compile(
    rf"(?P<a>{_N})\s?(?P<u>{_UNIT})(?:/[\u4e00-\u9fff]{{1,3}})?[，（]?(?:均|也|仍|略|远|明显|已)?(?P<w>{_UNDER}|{_OVER}|{_WITHIN})"
    rf"(?P<what>[^，。；：\d比]{{0,20}}?)(?:不高于|不超过|不低于|不少于)?(?P<t>{_N})\s?(?P<v>{_UNIT})(?:/[\u4e00-\u9fff]{{1,3}})?"
    rf"(?P<tail>的?[^，。；：\d]{{0,8}}?(?:{_BAR})|(?=[，。；）]|$))"
)
_KEPT: Final = re.compile(
    rf"(?P<a>{_N})\s?(?P<u>{_UNIT})[，（]?(?:均|也|仍)?(?P<w>控制在|在(?=[^，。；：\d]{{0,16}}(?:{_CAP})))(?P<what>[^，。；：\d]{{0,16}}?)(?P<t>{_N})\s?(?P<v>{_UNIT})"
    r"(?P<tail>的?[^，。；：\d]{0,8}?(?:以内|之内|以下|内))"
)
_KEPT_AHEAD: Final = re.compile(
    rf"(?:按规定|按要求|按标准|严格|均|都|已|有效|始终|继续|全部|切实)(?P<w>控制在)(?P<what>[^，。；：\d]{{0,40}}?)(?P<t>{_N})\s?(?P<u>{_UNIT})"
    rf"(?P<tail>以内|之内|以下|内)[，,](?:全年|本年|最终)?实际(?:执行|支出|发生|使用|占比|比例)?(?:为|是|达到?|仅为?|只有)?(?P<a>{_N})\s?(?P<v>{_UNIT})"
)
"""监理费按规定控制在工程费用的 1.5% 以内，实际为 1.63%."""
_NAMED: Final = re.compile(rf"(?:{_BAR})(?:的|为|是)?$")
_ANCHOR: Final = re.compile(rf"{_UNDER}|{_OVER}|{_WITHIN}|控制在|[，（][均也仍都]?在")
_AROUND: Final = 90
_CHANGE: Final = re.compile(r"(?:增加|减少|增长|下降|上升|提高|降低|节约|压减|多|少|差|超|[增减升降])(?:了|约|至|到)?$")
_BEFORE: Final = 8


def spoken_levels(context: Context, told: Container[int]) -> Iterator[Relation]:
    """Relations of kind ``target``, but for figures that begin in *told*: of those more is known."""
    flow = flowing(context)
    for pattern in (_LEVEL, _KEPT, _KEPT_AHEAD):
        for match in matches_near(pattern, _ANCHOR, flow.text, _AROUND):
            before = flow.text[max(0, match.start() - _BEFORE) : match.start()]
            named = match["tail"] or _NAMED.search(match["what"])
            tabled = context.table_at(flow.place(match.start())) is not None
            if (
                named
                and _same_unit(match["u"], match["v"])
                and not _CHANGE.search(before)
                and not tabled
                and flow.place(match.start("a")) not in told
            ):
                yield from _judged(context, flow, match)


def _judged(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    actual, bar = (read_number(match[name].replace(",", "")) for name in ("a", "t"))
    if actual is None or bar is None:
        return
    sound = _is_so(match["w"], actual, bar)
    if not sound and not match["tail"] and bar * 2 < actual:
        return  # 余额 49.3 亿元，低于限额 3.3 亿元: by how much
    verdict: Verdict = "ok" if sound else "error" if actual != bar else "suspicious"
    real = "高于" if actual > bar else "等于" if actual == bar else "低于"
    figures = f"{match['a']}{match['u']}{real} {match['t']}{match['u']}"
    said = "在……以内" if match["w"] == "在" else match["w"]
    yield Relation(
        "target", verdict,
        (piece(context, "target", *flow.of(match, "t")), piece(context, "actual", *flow.of(match, "a")),
         piece(context, "stated", *flow.of(match, "w"))),
        f"{match['a']} 对 {match['t']}", real, said,
        f"{figures}，相符。" if sound else f"{figures}，文中说“{said}”。请核对两个数和说法。",
        "" if sound else "两数之一或说法有误。", "medium" if sound else "high",
    )  # fmt: skip


def _same_unit(one: str, other: str) -> bool:
    """员额 are counted in 名, those who fill them in 人."""
    return one == other or {one, other} <= _PEOPLE


def _is_so(word: str, actual: Fraction, bar: Fraction) -> bool:
    if re.fullmatch(_UNDER, word):
        return actual < bar
    return actual > bar if re.fullmatch(_OVER, word) else actual <= bar
