"""A goal, what was reached of it, and the word for it, in whatever order a clerk tells them: 年初说好改造12公里，年底
验下来9.6公里，这一项算完成了; 巡查46次（目标48次），五项全部完成; 办结时长不超过7个工作日，平均8.2个工作日，达标.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.verdicts import converted, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["goals_and_words"]

_LEAST: Final = re.compile(
    r"(?:不低于|不少于|不小于|至少|[≥>]=?|不下于|(?:要|应|须|需|力争|目标是?|计划|年初(?:提出|确定|定下?|说好)[^，。；]{0,16})(?:达到?|完成|做到|实现))$"
)
_MOST: Final = re.compile(
    r"(?:不超过|不高于|不多于|不大于|[≤<]=?|控制在|压到|压减到|压降到|降到|限定在|缩短到|缩到|(?<!不)低于)$"
)
_PLANNED: Final = re.compile(
    r"(?:(?:年初|年度|全年|当年|本年)?(?:计划|目标|任务|指标值?|原定|拟|打算|定下|说好|下达|承诺|要求|安排)(?:值|数|量|要求)?(?:为|是|：|要|的)?[^，。；：\ue000-\ue005]{0,12})$"
)
_BEHIND_LEAST: Final = re.compile(r"^(?:及?以上|的(?:年度|年初|全年|既定)?(?:目标|任务|计划))")
_BEHIND_MOST: Final = re.compile(r"^(?:及?以[内下]|之内)")
_NOT_BEYOND: Final = re.compile("不(?:超过|低于|高于|少于|多于)|压减到|减少到")
_NO_GOAL: Final = re.compile(
    "实际|上年|去年|上一年|比(?![例率值重])|超|完成率|占|剩|余|缺|差|增|减(?!排)|累计|半年|季度|月底?|其中|三年|五年|规划|期间|分年|评价|得分|满分|扣|每"
)
_NO_ACTUAL: Final = re.compile(
    "目标|计划|任务|指标值|原定|打算|上年|去年同|比(?![例率值重])|其中|占|还|剩|余|缺|差|每|预算|标准|调整|扣|得"
)
_MET: Final = re.compile(
    r"(?:[已均都也双全算就可较]|已经|算是|算|较好地?|圆满|全面|全部|如期|按期|足额|顺利|超额|双双|达到并)*"
    r"(?:达标|完成(?!率|比例|度|进度|的|值|[\ue000-\ue005]|了?(?:约|近|不到)?[一二三四五六七八九十]+(?:成|分之)|大半|初稿|一半|过半)|达到(?!\d)|实现|达成|做到|做足|兑现|越过|跨过|迈过|守住|过线)"
    r"了?(?:[年本全当][初年度]|当年|预期|既定|绩效|设定|提出|定下|确定|的)*(?:的)?(?:目标|任务|计划|指标|要求)?(?:线|值|任务)?"
    r"|控制在(?:目标|指标|计划|限额|要求)(?:值|数)?(?:以内|之内|范围内|内)|(?:高于|超过|优于|多于)了?(?:年初|年度|预期|既定|的)*(?:目标|计划|任务)值?"
    r"|(?:目标|任务|指标|计划)(?:任务)?(?:也|已|均|都|全部|如期|圆满|顺利|超额)*(?:完成(?!率|了?[一二三四五六七八九]成)|实现|达成|达到|兑现|达标)"
)
_UNMET: Final = re.compile(
    r"(?:未能?|没有?|没能|尚未|未曾|不)(?:全部|如期|按期|完全|能|有)*(?:达标|完成|达到|实现|达成|做到|兑现|足额)"
)
_LESS: Final = re.compile(
    "差错|投诉|事故|违[规纪]|超支|成本|费用|耗|逾期|时长|时间|天数|降低|压减|工期|流失|死亡|发病|淘汰"
)
_DONE_NEXT: Final = re.compile("实际|完成|达到|实现")
_DID: Final = re.compile(r"(?:实际)?(?:只|仅|都|也|共)?[\u4e00-\u9fff]{1,2}了")
_ALONE: Final = re.compile(r"^[，；）]*(?:[^，。；\ue000-\ue005]{0,8}，)?(?:这项|该项|此项)?$")
_VAGUE: Final = re.compile("约|近|余|多$|左右|几|来|大概|上下")
_TIMES: Final = re.compile(r"天|日|小时|分钟|月|年|周|秒")
_CLAUSE: Final = re.compile("[，；：（）]")
_LONGER: Final = re.compile(
    "[两二三四五]年|十[三四五]五|规划|分[期年批]|中长期|阶段|序时|进度目标|上半年|[一二三四]季度"
)
_RESERVED: Final = re.compile(
    "[除但却惟唯只仅]|不过|九成|[一二三四五六七八九]成|其[他余]|只有|基本|接近|力争|是否|如|若|应|原因|为了?|下一步"
)
_GOALS_COUNTED: Final = frozenset(["项", "个", "类", "条", "样"])
_OF_IT: Final = re.compile("的(?:约|近)?[\ue000-\ue005]")
_PART_OF: Final = re.compile("(?:完成|达到|实现)(?:了?[^，。；]{0,8}的)?(?:约|近)?$")
_OF_DONE: Final = re.compile("(?:完成|达成|实现|到位)(?:率|比例)(?:为|达到?|是)?$")
_FEW: Final = 2
_FAR: Final = 20  # times by which a result may fall short of its goal


@dataclass(frozen=True, slots=True)
class _Pair:
    """A goal and what was reached; *met* says whether it was."""

    goal: Slot
    actual: Slot
    met: bool


def goals_and_words(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``: the word behind the last pair of a sentence against every pair it speaks of."""
    found = passages(context)
    for passage in found:
        if len(passage.slots) < _FEW or context.in_table(passage.slots[0].mention) or _LONGER.search(passage.text):
            continue
        pairs = list(_pairs(passage))
        if pairs:
            yield from _judged(context, passage, pairs)


def _pairs(passage: Passage) -> Iterator[_Pair]:
    used: set[int] = set()
    for goal in passage.slots:
        way = _direction(passage, goal)
        if way is None or _VAGUE.search(goal.mention.approximate):
            continue
        actual = _actual(passage, goal, used)
        if actual is None:
            continue
        used.add(actual.index)
        value, aim = converted(actual.mention, goal.mention.unit), goal.mention.value
        if goal.kind != RATE and value * _FAR < aim:
            continue  # 全年目标1270公顷低于年初实际1.85公顷: figures of two things, or of two units
        yield _Pair(goal, actual, value <= aim if way == "most" else value >= aim)


def _direction(passage: Passage, slot: Slot) -> str | None:
    """``most`` or ``least`` where the words make the figure a goal."""
    if slot.kind not in (COUNT, RATE, MONEY):
        return None
    following = passage.slots[slot.index + 1] if slot.index + 1 < len(passage.slots) else None
    if following is not None and same_kind(slot, following) and _DID.fullmatch(following.before):
        return "least"  # 文艺下乡12场做了12场
    label, behind = slot.before[-24:].split("。")[-1], passage.after(slot)
    clause = _CLAUSE.split(label)[-1]
    if clause.endswith("指标") and str(slot.mention.unit) in _GOALS_COUNTED:
        return None  # 产出指标10项 are so many indicators
    if behind == "的" and following is not None and following.kind == RATE:
        return None  # 完成年度任务4200人的104.43%
    if _NO_GOAL.search(_NOT_BEYOND.sub("", clause)):
        return None
    if _MOST.search(clause) or _BEHIND_MOST.match(behind):
        return "most"
    if _LEAST.search(clause) or (_BEHIND_LEAST.match(behind) and not _TIMES.search(str(slot.mention.unit))):
        return "least"
    plain = _PLANNED.search(clause) is not None and slot.kind != MONEY
    doubtful = _TIMES.search(str(slot.mention.unit)) or _LESS.search(passage.text[max(0, slot.at - 24) : slot.at])
    return "least" if plain and not doubtful else None


def _actual(passage: Passage, goal: Slot, used: set[int]) -> Slot | None:
    """The next figure of the goal's kind, which is no goal itself; for 46次（目标48次） the one in front."""
    bracketed = goal.before.rsplit("（", 1)
    following = passage.slots[goal.index + 1] if goal.index + 1 < len(passage.slots) else None
    inside = following is not None and "）" not in passage.text[goal.at : following.at]
    if len(bracketed) == _FEW and inside and following is not None and _DONE_NEXT.search(following.label):
        return following if same_kind(following, goal) else None
    if len(bracketed) == _FEW and "）" not in bracketed[1] and goal.index and "，" not in bracketed[1]:
        before = passage.slots[goal.index - 1]
        own = same_kind(before, goal) and bracketed[0] == "" and before.index not in used
        return before if own and not _NO_ACTUAL.search(before.label) else None
    alike = [slot for slot in passage.slots[goal.index + 1 : goal.index + 4] if same_kind(slot, goal)]
    if len(alike) > 1 and all(
        _direction(passage, slot) is None and not _NO_ACTUAL.search(slot.label) for slot in alike
    ):
        return None if "（" not in passage.text[alike[0].at : alike[1].at] else alike[0]
    first = alike[0] if alike else None
    if (
        first is None
        or first.index in used
        or _NO_ACTUAL.search(first.label)
        or _VAGUE.search(first.mention.approximate)
    ):
        return None
    return None if _direction(passage, first) is not None else first


def _judged(context: Context, passage: Passage, pairs: Sequence[_Pair]) -> Iterator[Relation]:
    alone = [found for pair in pairs if (found := _beside(passage, pair)) is not None]
    for pair, beside, met in alone:
        if pair.met is not met:
            yield _relation(context, passage, pair, beside)
            return
    if alone:
        return
    last = max(max(pair.actual.at, pair.goal.at) for pair in pairs)
    stop = re.search("。|；", passage.text[last + 1 :])
    behind = passage.text[last + 1 : last + 1 + (stop.start() if stop else 60)]
    told, words = _counted(passage, last, behind)
    words = words if told is None else f"，{words}"
    said = _MET.search(words[:44])
    unmet = _UNMET.search(words[:44])
    if unmet is not None and (said is None or unmet.start() <= said.start()):
        said = None
    if said is not None and _OF_IT.match(words, said.end()):
        return  # 完成目标的 P
    word = unmet if said is None else said
    if not words[:1] or words[0] not in "，；）。":
        return  # 有10个达标 counts those that did
    if word is None or _RESERVED.search(words[: word.start()]) or any(_is_figure(one) for one in words[: word.start()]):
        return
    if told is not None and told not in (1, len(pairs)):
        return
    spoken = pairs if told == len(pairs) or re.search("[均都全]|一律", words[: word.end()]) else pairs[-1:]
    wrong = next((pair for pair in spoken if pair.met is (said is None)), None)
    if wrong is not None and (said is not None or len(spoken) == 1):
        yield _relation(context, passage, wrong, word[0])


def _is_figure(letter: str) -> bool:
    return "\ue000" <= letter <= "\ue005"


def _counted(passage: Passage, last: int, behind: str) -> tuple[int | None, str]:
    """两个指标双双达到: how many goals the words behind speak of, and the words; a rate of completion is skipped."""
    for slot in passage.slots:
        place = slot.at - last - 1
        if 0 <= place < len(behind) and str(slot.mention.unit) in _GOALS_COUNTED and slot.mention.decimals == 0:
            return int(slot.mention.value), behind[place + 1 :]
        if 0 <= place < len(behind) and slot.kind == RATE and _OF_DONE.search(slot.before):
            return None, behind[place + 1 :]
    return None, behind


def _beside(passage: Passage, pair: _Pair) -> tuple[_Pair, str, bool] | None:
    """The word right behind a pair that others follow: 年度目标30套；年度实际28套；达标."""
    end = max(pair.actual.at, pair.goal.at)
    following = next((slot.at for slot in passage.slots if slot.at > end), None)
    if following is None:
        return None
    words = passage.text[end + 1 : following]
    if passage.text[following] == RATE and _PART_OF.search(words):
        return None  # 计划20期，实际16期，完成 P, 完成目标的 P
    for pattern, met in ((_UNMET, False), (_MET, True)):
        found = pattern.search(words[:20])
        if found is not None and _ALONE.match(words[: found.start()]):
            return pair, found[0], met
    return None


def _relation(context: Context, passage: Passage, pair: _Pair, word: str) -> Relation:
    aim, reached = number(pair.goal.mention), number(pair.actual.mention)
    state = "已经达到" if pair.met else "没有达到"
    message = f"目标 {aim}，实际 {reached}，{state}，文中却说“{word}”。请核对两数，或改正说法。"
    roles = [("target", pair.goal.mention), ("stated", pair.actual.mention)]
    return relation("target", "error", roles, f"{reached} 对 {aim}", state, message, "两数之一或说法有误。")
