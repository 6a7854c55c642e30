"""An amount that has lost its unit, or half of it, among others that have theirs: 公用经费 15.27 万元、项目支出 39.07;
较上年 2.08 减少 0.03 万元; 较上年减少 8.37，下降 8.45%; 安排资金 19204.096 万。; and units written twice over:
32.49 hmm, 15万万元.

A paper that leaves units out throughout has said them once for all; only the odd one is a slip.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import BARE, MONEY, RATE, Passage, Slot
from hengji.checks.relations.pieces import piece
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["missing_units"]

_AMOUNT: Final = re.compile(
    r"(?:支出|收入|拨款|经费|资金|结余|结转|投资|接待费|维护费|购置费|补助|公积金|(?:预算|决算)数?|资产总额|工程款)(?:合计|总额|总计|安排)?(?:仅|只)?(?:为|是|：|共|共计|达|有)?$"
)
_BASE: Final = re.compile(
    r"(?:较|比)(?:上年|去年|20\d\d年度?|年初预算|预算)(?:同期|决算|预算)?数?(?:的)?(?:总收入|总支出|收入|支出)?(?:合计|总计|总额)?$"
)
_GOES_ON: Final = re.compile(r"[，。；]")
_CHANGES: Final = re.compile(r"(?:增加|减少|增长|下降|降低|上升)")
_MOVED: Final = re.compile(r"(?:上年|去年|20\d\d年|年初|预算)[^，。；]{0,10}(?:增加|减少)了?$")
_BY_RATE: Final = re.compile(r"，(?:同比)?(?:增长|下降|增加|减少|降低)了?")
_NO_AMOUNT: Final = re.compile(r"得分|分值|权重|满分|评分|比例|占比|率|指数|系数|倍|页|序号|代码")
_SAID: Final = re.compile(r"单位[：:为均]|[（(](?:万元|元)[）)]")
_TWICE: Final = re.compile(
    r"\d\s?(?P<unit>hmm|%%|％％|万万元|万元元(?![旦宵])|亿亿元|公公里|平平方米|公里里(?!程)|吨吨)(?![a-zA-Z²])"
)
_HALF: Final = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?\s?万(?=\s?[，。；、,;（(]|\s*\n(?!\s*元)|\s*$)")
_LINE: Final = 40  # characters that a line of prose has at most where the page broke it
_NEAR: Final = 600
_CLOSE: Final = 150
_NAME: Final = 16
_FEWEST: Final = 2  # amounts of the sentence that have their unit
_SOME: Final = 3  # in full beside a half one
_USUAL: Final = 5  # and of the paper
_ALWAYS: Final = 20  # and of one whose every amount has it
_OF_FORM: Final = re.compile(r"(?:预算|决算)数?(?:为|是)$")
_MOST: Final = 2  # figures without one that are still slips


def missing_units(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``unit``, all errors."""
    units = Counter(
        mention.unit_text
        for mention in context.mentions
        if mention.unit is not None and mention.unit.is_money and not context.in_table(mention)
    )
    bare = [(slot, unit) for passage in texts for slot, unit in _bare(context, passage, units)]
    if len(bare) <= _MOST:
        for slot, unit in bare:
            yield _relation(slot.mention, unit)
    yield from _half(context, units)
    for match in _TWICE.finditer(context.document.text):
        start, end = match.span()
        says = f"“{context.document.text[start:end]}”的单位写重了。请改正。"
        place = (piece(context, "stated", start, end),)
        yield Relation(
            "unit", "error", place, "单位应书写规范", "单位写一次", match["unit"], says, "单位写重", "medium"
        )


def _bare(context: Context, passage: Passage, units: Counter[str]) -> Iterator[tuple[Slot, str]]:
    own = Counter(slot.mention.unit_text for slot in passage.slots if slot.kind == MONEY)
    unit, times = own.most_common(1)[0] if own else ("", 0)
    if times < _FEWEST and not (times and units[unit] >= _USUAL):
        return
    for slot in passage.slots:
        mention, after = slot.mention, passage.after(slot)
        if slot.kind != BARE or not mention.decimals or not mention.value or _NO_AMOUNT.search(slot.before):
            continue
        often = times >= _FEWEST or (units[unit] >= _ALWAYS and _OF_FORM.search(slot.label))
        listed = often and _AMOUNT.search(slot.label) and _GOES_ON.match(after)
        following = passage.slots[slot.index + 1 : slot.index + 2]
        based = _BASE.search(slot.label) and _CHANGES.match(after) and following and following[0].kind == MONEY
        moved = _MOVED.search(slot.before) and _BY_RATE.match(after) and following and following[0].kind == RATE
        if not (listed or based or moved):
            continue
        if context.table_at(mention.start) is not None or not _is_prose(context, mention):
            continue
        if _SAID.search(context.document.text, max(0, mention.start - _NEAR), mention.end + _CLOSE) is None:
            yield slot, unit


def _is_prose(context: Context, mention: Mention) -> bool:
    """Whether the figure stands inside a line of text: a cell by itself, or a column, has its unit in its head."""
    start, end = context.paragraph_at(mention.start)
    text = context.document.text
    above = text[max(0, start - _LINE) : start].rstrip("\n").rsplit("\n", 1)[-1]
    runs_on = len(above.strip()) >= _LINE // 2 and re.search(r"[为是：]$", above.strip()) and "。" in text[start:end]
    inside = bool(text[start : mention.start].strip()) or bool(runs_on)
    return inside and "\t" not in text[start:end] and "|" not in text[start:end]


def _half(context: Context, units: Counter[str]) -> Iterator[Relation]:
    """19204.096 万, or 0 万（含外宾接待）, once or twice in a paper of 万元."""
    text = context.document.text
    odd = list(_HALF.finditer(text)) if units["万元"] >= _SOME else []
    often = len(odd) > _MOST  # 文化下乡5万；广场活动7万；…: so it is written throughout
    odd = [
        match for match in odd if _AMOUNT.search(re.sub(r"\s", "", text[max(0, match.start() - _NAME) : match.start()]))
    ]
    for match in () if often else odd:
        figures = context.within((match.start(), match.end()))
        if figures and not figures[0].approximate and not context.in_table(figures[0]):
            yield _relation(figures[0], "万元")


def _relation(stated: Mention, unit: str) -> Relation:
    digits = stated.text.removesuffix("万").strip()
    says = f"“{stated.text}”没有写全金额单位，上下文的金额都写“{unit}”。请补上单位。"
    return Relation(
        "unit", "error", (figure("stated", stated),), "金额应写明单位", f"{digits}{unit}", stated.text, says,
        f"漏写“{unit}”", "medium",
    )  # fmt: skip
