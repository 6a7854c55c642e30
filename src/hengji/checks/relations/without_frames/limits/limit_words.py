"""What single words make of a figure: that it is a limit or a goal; and of a clause: that a limit was kept.

不得超过 A, A 以内, 上限 A; 不低于 A, A 以上; 目标 A, 计划 A. A spoken part of a whole is a limit too: 两成以内.
未超过 A says both, the limit and that it was kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import RATE, SCORE, Passage, Slot
from hengji.checks.relations.verdicts import number
from hengji.facts.relation import Figure
from hengji.facts.units import RATE as RATIO
from hengji.facts.units import Unit

__all__ = ["DENIED", "KEPT", "MISSED", "Bound", "bounds_in", "bounds_named", "scope_of", "spoken_bounds", "text_behind"]

_FREE: Final = r"[^，。；：\ue000-\ue005]"
_MOST: Final = re.compile(
    rf"(?:(?:(?P<said>未曾?|没有|没|无一)|不得|不能|不许|不应|不准|不允许|不可|不)(?:超过|高于|多于|多过|大于|突破|超出|越过|超|逾){_FREE}{{0,14}}"
    rf"|(?:最高|最多|上限|限额|封顶|限价|限|控制在|控制数|压到|压减到|≤|概算|编制|定编|核编|职数|控制价|定额|限定在|(?<![不得能应许未有])(?P<than>优于|低于|少于))(?:为|是|数|：|标准|共|线)*{_FREE}{{0,6}})$"
)
_LEAST: Final = re.compile(
    rf"(?:(?:(?P<said>未曾?|没有|没)|不得|不能|不应|不许|不)(?:低于|少于|小于){_FREE}{{0,14}}|(?:最低|至少|底线|下限|≥)(?:为|是|：)*{_FREE}{{0,6}}"
    rf"|(?:要|须|应|需|应当|必须)(?:达到|在|高于|大于|超过){_FREE}{{0,4}}|(?P<than>高于))$"
)
_GOAL: Final = re.compile(rf"(?:(?:目标|计划|任务)(?!的$)|承诺|要求|约定)(?!完成|实现){_FREE}{{0,16}}$")
_REACHED: Final = re.compile("完成|实现|达到|实际|已|超额|兑现|结果|节约|结余")
_BELOW: Final = re.compile(
    r"^(?:以内|之内|以下|封顶|为限|内(?![^，。；（）\ue000-\ue005]{2,}(?:率|完成|办结)))(?!的(?!目标|要求|标准|控制|规定))"
)
_ABOVE: Final = re.compile(r"^(?:及?以上|起步?(?!，))")
_GOAL_BEHIND: Final = re.compile(
    rf"^(?:[/／][^，。；的]{{1,4}})?的?{_FREE}{{0,6}}(?:目标|要求|限值|考核线|标准|任务|计划|上限|底线|限额)"
)
_SPOKEN: Final = re.compile(
    r"(?P<tenths>[一二两三四五六七八九])成|(?P<below>[二三四五六十])分之(?P<above>[一二两三四五六七八九])"
)
_STRONG: Final = re.compile("[不未没]|最|至少|上限|限额|封顶|限价|≤|≥|控制|优于|底线|下限|要|须|应")
_DIGITS: Final = {letter: value for value, letter in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_ABOUT: Final = re.compile("约|近|大概|左右|多")
_AROUND: Final = 30

KEPT: Final = re.compile(
    r"(?:没有?|未|无一?)(?:发现)?(?:突破|超|越|逾|破线|触及|高于|大于|低于|少于|小于)"
    r"|不(?:超|逾|高于|大于|低于|少于|小于)(?![^，。；]{0,14}[\ue000-\ue005])(?!的)|没越线|守住|合乎|(?<!不)符合|(?<![符不])合规定|合规(?=[，。；]|$)|许可幅度|法定区间"
    r"|(?<!不)在[^，。；\ue000-\ue005]{0,10}(?:以内|之内|范围内|限度内|标准内|职数内|区间|杠|框)"
    r"|满足|达到了?(?![^，。；]{0,6}[\ue000-\ue005])|执行到位|得到落实|优于|快于|超过目标"
    r"|(?<!基本)(?:均|都|全部|已经?|如期|超额|顺利|目标|任务|指标|计划|盘子)[^，。；\ue000-\ue005]{0,8}(?<!未)(?<!没有)(?<!基本)(?:完成|达标|实现|达成|兑现)(?!率|[^，。；]{0,6}[\ue000-\ue005])|达标(?!率|[^，。；]{0,6}[\ue000-\ue005])|(?<!没有)(?<!未)(?<!未能)(?<!没能)(?:按时|按期)(?!率|[^，。；]{0,6}[\ue000-\ue005])|做到了"
)
"""That what was asked was kept or reached."""
MISSED: Final = re.compile(
    r"(?:(?:未能?|没有|没能|尚未|不)(?:按期|如期|全部|足额)?(?:完成|达标|达到|实现|达成)|未达标?)"
    r"(?=[^，。；\ue000-\ue005]{0,6}(?:目标|任务|指标|要求|预期|计划|标准)|[，。；”]|$)"
)
"""That what was asked was not reached."""
DENIED: Final = re.compile(
    r"未(?:能)?(?:完成|达|实现|满足|符合)|没有(?:完成|达到|实现|满足)|不达标|尚未|超过了|突破了|超出了|超编了?\d|差距|缺口|尚差|还差|基本(?:完成|达到|实现)|有待|不到位|不够|却|填列|未按"
)
"""That something was not: then nobody claims that all was."""
_BACK: Final = 2
_REACH: Final = 4  # characters between two sentences of one paragraph
_SENTENCE: Final = 60
_NAMED: Final = (
    ("预算", "(?<!占)(?<!占年初)预算(?!单位|执行)"),
    ("总数", "预算"),
    ("概算", "概算"),
    ("标准", "标准"),
    ("职数", "职数"),
    ("编", "编"),
    ("批", "批"),
    ("核定", "核"),
    ("控制", "控制|限|(?<!占)(?<!占年初)预算(?!单位|执行)"),
    ("限额", "限"),
    ("目标", "目标|指标值"),
    ("指标", "目标|指标值|计划"),
    ("计划", "计划|打算"),
    ("任务", "任务|计划"),
    ("承诺", "承诺"),
    ("合同", "合同"),
)
"""What a claim calls the limit, and the words by which the figure is known that is meant."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What may not be passed. `value` is in `unit`; `slot` is None for a part told in words; `said` where the words
    also say that it was kept, `strong` where they say nothing but that it is a limit, `label` the words around it."""

    passage: Passage
    at: int
    value: Fraction
    unit: Unit | None
    kind: str
    slot: Slot | None
    figure: Figure
    shown: str
    label: str
    at_most: bool
    said: bool
    strong: bool


_SHARE_OF: Final = re.compile("占[^，。；：不]{2,16}的(?:比重|比例)?(?:为|达)?$")


def bounds_in(context: Context, passage: Passage) -> Iterator[Bound]:
    """The limits and goals that a sentence tells."""
    for slot in passage.slots:
        if slot.kind == SCORE or _ABOUT.search(slot.before[-2:]):
            continue
        behind = passage.after(slot)
        most, least = _MOST.search(slot.label), _LEAST.search(slot.label)
        below, above = _BELOW.match(behind), _ABOVE.match(behind)
        goal = _GOAL.search(slot.label) is not None and _REACHED.search(slot.label) is None
        if slot.kind == RATE and not (below or above) and _SHARE_OF.search(slot.before):
            continue  # 占计划建设里程的 P
        told = most or least
        if told is not None and told["than"] and not _GOAL_BEHIND.match(behind):
            continue
        if most or below or least or above or goal:
            said = told is not None and bool(told["said"] or told["than"])
            nothing = slot.mention.value == 0
            yield Bound(
                passage, slot.at, slot.mention.value, slot.mention.unit, slot.kind, slot,
                figure("budget" if most or below else "target", slot.mention), number(slot.mention),
                slot.label + behind.split("，")[0], bool(most or (below and not least) or nothing), said,
                _STRONG.search(slot.label) is not None or bool(below or above),
            )  # fmt: skip


def spoken_bounds(context: Context, passage: Passage, start: int) -> Iterator[Bound]:
    """两成以内, 不得少于八成, from *start* to the end of the sentence.

    The words are no figure, and the sentence in front may have none at all.
    """
    text = context.document.text[start : passage.end]

    for match in _SPOKEN.finditer(text):
        before, behind = text[max(0, match.start() - _AROUND) : match.start()], text[match.end() : match.end() + 4]
        most, least = _MOST.search(before), _LEAST.search(before)
        below, above = _BELOW.match(behind), _ABOVE.match(behind)
        if not (most or least or below or above):
            continue
        value = Fraction(_DIGITS[match["tenths"]], 10) if match["tenths"] else None
        value = value or Fraction(_DIGITS[match["above"]], _DIGITS[match["below"]])
        at = start + match.start()
        place = Figure("target", match[0], at, at + len(match[0]))
        yield Bound(
            passage, -1, value, RATIO, RATE, None, place, match[0], before + behind,
            bool(most or (below and not least)), False, True,
        )  # fmt: skip


def bounds_named(passage: Passage, claim: str, at_most: bool) -> Iterator[Bound]:
    """The figures that a claim means: 没有突破预算 the one that is called a budget."""
    words = [pattern for name, pattern in _NAMED if name in claim]
    for slot in passage.slots if words else ():
        if slot.kind != SCORE and re.search("|".join(words), slot.label) and _REACHED.search(slot.label) is None:
            yield Bound(
                passage, slot.at, slot.mention.value, slot.mention.unit, slot.kind, slot,
                figure("budget" if at_most else "target", slot.mention), number(slot.mention), slot.label, at_most,
                False, False,
            )  # fmt: skip


def scope_of(texts: Sequence[Passage], index: int) -> list[Passage]:
    """The sentence and the two in front of it, as far as they stand in one paragraph."""
    near = list(texts[max(0, index - _BACK) : index + 1])
    while len(near) > 1 and any(b.start - a.end > _REACH for a, b in pairwise(near)):
        near.pop(0)
    return near


def text_behind(context: Context, texts: Sequence[Passage], index: int) -> str:
    """The sentence without figures that follows in the same line: 经核对，未发现超编."""
    end = texts[index + 1].start if index + 1 < len(texts) else len(context.document.text)
    return context.document.text[texts[index].end : min(end, texts[index].end + _SENTENCE)].split("\n")[0]
