"""Every rate that running text tells, with the word in front of it, and whether it is this year's own result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.goal_chapters import goal_chapters

__all__ = ["RateTold", "is_own_time", "rates_told"]

_RATE: Final = re.compile(r"(?<![\d.,\-—–~～至<>≤≥＜＞])(?P<rate>\d{1,3}(?:\.\d{1,4})?)[%％]")
_CONDITION_BEHIND: Final = re.compile(
    r"\s?(?:及?以[上下内外]|及其以|（不?含|之[间内]|[—–~～至<>≤≥＜＞\-]|到\d|的?[得计记扣给打]|的?(?:目标|标准|要求|基准|部分)|[×*/÷]|[、，]?不得分)"
)
_CONDITION_BEFORE: Final = re.compile(
    r"(?:低于|高于|超过|不足|小于|大于|不到|少于|等于|以|每|[至到](?<![达提升降]到)(?<![降升]至)|[≥≤><＞＜~～\-—–－×*/÷]|（不?含)\s*$"
)
_WORD: Final = re.compile(
    r"(?P<word>[\u4e00-\u9fff“”]{0,18}(?:率|度|比例|比重))[”]?(?:（[^（）\n]{0,40}）)?(?:[=＝][^，。；：\n]{1,80}?[=＝≈])?"
    r"(?:也|仅|只有?|约|均|已|分别)*(?:为|是|达到?了?|：|有|[降升][到至为]|[提][升高]到)?\s?$"
)
_SHARE: Final = re.compile(r"[占为是][^，。；：\n\d%％]{1,20}的\s?$|占[^，。；：\n\d%％]{1,20}的?\s?$")
_NOT_REACHED: Final = re.compile(
    r"目标|计划|标准|不低于|不高于|不超过|要求|应达|控制在|若|如果|力争|得分率|权重|[序时]时|平均|预计|争取"
)
_OTHER_TIME: Final = re.compile(
    r"上年|去年|往年|上期|同期|前年|上一|季度|半年|\d月(?:末|底|份)?|下年|明年|(?<!\d)20\d\d(?=年)|[今本当全]年|年末|年底|本期|现|最终"
)
_OWN_TIME: Final = re.compile("今年|本年|当年|全年|年末|年底|本期|现|最终|12月")
_AIMS: Final = re.compile("[%％]以[上内]|不低于|不少于|不超过|[≥≤]|目标")
_BEFORE: Final = 120
_STOPS: Final = "。\n"


@dataclass(frozen=True, slots=True)
class RateTold:
    """`word` ends in what the rate is called, 政府采购执行率; `at` and `end` are offsets in the flowing text. `plain`:
    it is what this year came to, no goal and no other time's."""

    word: str
    value: Fraction
    step: Fraction
    at: int
    end: int
    plain: bool
    sentence: Span


def rates_told(context: Context) -> tuple[RateTold, ...]:
    """Outside tables, in the order of the text; no condition of a standard is among them."""
    return context.once(rates_told, lambda: tuple(_told(context)))


def _told(context: Context) -> Iterator[RateTold]:
    flow = flowing(context)
    for match in _RATE.finditer(flow.text):
        if _CONDITION_BEHIND.match(flow.text, match.end()) or context.table_at(flow.place(match.start())) is not None:
            continue
        low = max(0, match.start() - _BEFORE)
        begin = max(flow.text.rfind(stop, low, match.start()) for stop in _STOPS) + 1
        before = flow.text[max(low, begin) : match.start()]
        if _CONDITION_BEFORE.search(before):
            continue
        word = _WORD.search(before)
        called = word["word"] if word is not None else "比例" if _SHARE.search(before) else ""
        if called:
            yield _one(context, flow, match, called, before)


def _one(context: Context, flow: Flowing, match: re.Match[str], called: str, before: str) -> RateTold:
    step = Fraction(1, 10 ** (len(match["rate"].partition(".")[2]) + 2))
    clause = re.split("[，。；：\n]", before)[-1] if not before.endswith("：") else before
    ends = [at for stop in _STOPS if (at := flow.text.find(stop, match.end())) >= 0]
    sentence = match.start() - len(before), min(ends, default=len(flow.text))
    aimed = _is_aimed(context, flow, match, sentence)
    plain = not aimed and _NOT_REACHED.search(clause) is None and is_own_time(before, context.facts.year)
    value = Fraction(match["rate"]) / 100
    return RateTold(called.strip("“”"), value, step, match.start(), match.end(), plain, sentence)


def _is_aimed(context: Context, flow: Flowing, match: re.Match[str], sentence: Span) -> bool:
    """Whether a rate is a goal told among goals: 满意度达到95%, a round figure beside 不低于98%."""
    if any(start <= match.start() < end for start, end in goal_chapters(context)):
        return True
    whole = "." not in match["rate"]
    return whole and (flow.text.endswith("达到", 0, match.start()) or _AIMS.search(flow.text, *sentence) is not None)


def is_own_time(before: str, year: int | None) -> bool:
    """Whether the last time that the sentence names is the paper's own year, or it names none."""
    times = _OTHER_TIME.findall(before)
    if not times:
        return True
    return _OWN_TIME.match(times[-1]) is not None or (year is not None and times[-1] == str(year))
