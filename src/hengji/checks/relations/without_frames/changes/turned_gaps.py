"""What two figures leave, told the wrong way: 计划 42.5 公里，完成 40.8 公里，比任务多完成 1.7 公里; 年初 238 人，年末
224 人，较年初增加 14 人; 总收入 A，总支出 B，收支相抵尚有缺口 D, where A is more than B.

The gap is right to the last digit, so that nothing else is meant; only the word goes the other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.near_misses import total_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import shown_digits
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.facts.relation import Relation, RelationKind

__all__ = ["turned_gaps"]

_MORE: Final = "超额完成|多完成|多出|多做|多建|多|超出|超过|超|高出|高于|高|增加|增长|上升|提高"
_LESS: Final = "少完成|少做|少建|少|低于|低|减少|下降|降低"
_THAN: Final = re.compile(
    rf"(?:比|较)[^，。；：\ue000-\ue005]{{0,8}}?(?:(?P<plan>目标|计划|任务|指标)|(?P<then>年初|期初|上年末|去年末|上年底|去年底))"
    rf"[^，。；：\ue000-\ue005]{{0,4}}?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))(?:了|出)?$"
)
_PLANNED: Final = re.compile("目标|计划|任务|指标(?!值?完成)")
_DONE: Final = re.compile("完成|实际|实有|建成|达到?|治理")
_START: Final = re.compile("年初(?!预算|计划|目标)|期初|[上去]年[末底]")
_END: Final = re.compile("年末|期末|年底|现有")
_APART: Final = re.compile("其中|上年(?![末底])|去年(?![末底])|累计|每|均|[比较]|增|减")
_LACK: Final = re.compile(
    r"收支(?:相抵|相减|轧差|品迭)[^。；\ue000-\ue005]{0,8}(?:缺口|亏空|赤字|亏损|超支|不足)[^，。；\ue000-\ue005]{0,3}$"
)
_SPENT: Final = re.compile(r"总支出|支出(?:总计|合计|总额)(?:为)?$")
_CAME: Final = re.compile(r"总收入|收入(?:总计|合计|总额)(?:为)?$")
_DIGITS: Final = 4  # of a gap between two figures that stand far apart
_BACK: Final = 2


def turned_gaps(texts: Sequence[Passage], index: int, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kinds ``difference``, ``growth`` and ``target``, errors all."""
    passage = texts[index]
    for gap in passage.slots:
        if gap.kind not in (MONEY, COUNT) or gap.mention.approximate or gap.mention.start in wrong:
            continue
        than = _THAN.search(gap.before)
        if than is not None and gap.mention.value > 0:
            yield from _against(texts, index, gap, than)
        elif _LACK.search(gap.before) is not None and shown_digits(gap.mention.text) >= _DIGITS:
            yield from _no_lack(texts, passage, gap)


def _against(texts: Sequence[Passage], index: int, gap: Slot, than: re.Match[str]) -> Iterator[Relation]:
    """The nearest two that are called so, in the sentence or in one of the two before."""
    roles = (_PLANNED, _DONE) if than["plan"] else (_START, _END)
    near = [one for text in texts[max(0, index - _BACK) : index + 1] for one in text.slots]
    near = [one for one in near if one.mention.start < gap.mention.start and same_kind(one, gap)]
    near = [one for one in near if not one.mention.approximate and one.mention.unit == gap.mention.unit]
    near = [one for one in near if not _APART.search(one.label)]
    firsts = [one for one in near if roles[0].search(one.label)]
    seconds = [one for one in near if one not in firsts and roles[1].search(one.label)]
    alike = [(a, b) for a in firsts[-1:] for b in seconds if _are_one_thing(a, b)]
    if len(alike) != 1:
        return
    base, own = alike[0]
    risen = total_of([(1, own), (-1, base)], gap)
    if abs(risen) == gap.mention.value and (risen > 0) != (than["more"] is not None):
        yield _relation(
            base, own, gap, than["more"] or than["less"], "少" if risen < 0 else "多", plan=bool(than["plan"])
        )


def _are_one_thing(a: Slot, b: Slot) -> bool:
    """Side by side, or called by the same word."""
    return b.index == a.index + 1 or bool(pairs_of(_bare(a)) & pairs_of(_bare(b)))


def _bare(slot: Slot) -> str:
    return re.sub("年[初末底]|全年|完成|目标|计划|任务|实际", "", slot.label)


def _no_lack(texts: Sequence[Passage], passage: Passage, gap: Slot) -> Iterator[Relation]:
    """All that was spent is told in the sentence of the gap; the income may have been told long before."""
    spent = [one for one in passage.slots[: gap.index] if same_kind(one, gap) and _SPENT.search(one.label)]
    incomes = [one for text in texts for one in text.slots if one.kind == MONEY and _CAME.search(one.label)]
    incomes = [one for one in incomes if one.mention.start < gap.mention.start and same_kind(one, gap)]
    for own in incomes if len(spent) == 1 else ():
        if total_of([(1, own), (-1, spent[0])], gap) == gap.mention.value:
            yield _relation(spent[0], own, gap, "缺口", "结余", plan=False)
            return


def _relation(base: Slot, own: Slot, gap: Slot, said: str, right: str, *, plan: bool) -> Relation:
    unit = gap.mention.unit
    formula = f"{in_words(converted(own.mention, unit))} − {in_words(converted(base.mention, unit))}"
    message = (
        f"{number(own.mention)} 与 {number(base.mention)} 相比，是{right}了 {number(gap.mention)}，文中却说“{said}”。"
    )
    if right == "结余":
        told = f"收入 {number(own.mention)} 大于支出 {number(base.mention)}"
        message = f"{told}，是结余 {number(gap.mention)}，文中却说是缺口。"
    roles = [("target" if plan else "base", base.mention), ("current", own.mention), ("stated", gap.mention)]
    kind: RelationKind = "target" if plan else "difference" if right == "结余" else "growth"
    return relation(kind, "error", roles, formula, right, message, "方向写反。")
