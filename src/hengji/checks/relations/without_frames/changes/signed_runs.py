"""What there was, what came, what went, one after the other, and what is left: 合同价 A，6月付 B、11月付 C，尚欠 D.

Every figure from the first to the last has its sign by its own word, or goes on in a row with the one in front; the
first opens the account and the last closes it. `stocks` asks for 年初 and 年末 of things, `flows` for whole sentences;
here it is any amount that something is paid, drawn or given from. Any other way in which the figures give the last one
acquits it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from hengji.checks.relations.near_misses import Terms, holds, slips_in, total_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["signed_runs"]

_OPENS: Final = re.compile(
    "年初|期初|上年(?:末|结转|转)|去年(?:末|底|结转)|合同(?:总?价|额|总额)?$|合同(?:总?价|额|金额)|概算|预算(?!收)|共需|需要|需求|总需|应(?:拨|付|补|收|发|缴)|总投资|"
    "限额|总共|一共|^总|批复|下达|审定价|结算(?:价|款|审定)|工程款"
)
_COMES: Final = re.compile(
    "追加|新增|增加|收入|到账|进账|入账|入库|购入|新购|调入|招进|招录|招聘|补充|收到|拨入|转入|下达|补助(?:资金|款|收入)?$|筹"
)
_GOES: Final = re.compile(
    "支出|付|拨|支取|用掉|用去|花掉|花了|花去|用于|使用|核销|下拨|报废|处置|剔旧|下架|化解|辞|离职|离任|考走|退|减少|调出|转出|到位|提供|发放|发出|缴|扣|预留|清偿|偿还|归还|列支|安排了"
)
_CLOSES: Final = re.compile(
    r"(?:尚欠|仍欠|还欠|眼下欠|欠付?|剩余?|余下|余额|结余|结存|缺口|差额|短缺|尚缺|还缺|未付|待付|库存|在库|年末|期末|年底|应结转|净剩|存量)[^，。；：、]{0,12}$"
    r"|(?:应付(?:至|给)?|实付)[^，。；：、]{0,12}$"
)
_WITH: Final = re.compile("^（?(?:其中)?(?:含|包括|包含|不含)")
_ALSO: Final = re.compile("结转|结余|收回|上缴|其余|剩|余|另")
_OF_CHANGE: Final = re.compile("[比较净]|增加")
_LACKS: Final = re.compile("^的?(?:资金|学位|床位)?(?:缺口|差额)")
_OF_YEARS: Final = re.compile("年初|期初|上年|去年")
_OF_END: Final = re.compile("年末|期末|年底|账上|结转下年")
_TIMES: Final = re.compile(
    "年初|期初|上年末?|去年末?|年末|期末|年底|本年|全年|结转|结存|结余|库存|在库|存量|余额|剩余|实有|现有|共有|仍有|实际|账面|人员|人数|总数|数量|资金|金额|达到?|为|有|共|的"
)
_SHORTFALL: Final = re.compile("缺口|差额|短缺|尚缺|还缺")
_STRANGE: Final = re.compile(
    "其中|同比|平均|人均|每|目标|指标值|上年同期|比上年|较上年|主要|不含|另外|此外|户均|历年|累计"
)
_LEVEL: Final = re.compile("调整[后为]|后(?:的?预算|为|达)|全年预算|变更为|增[加至]到|达到")
_ROW: Final = re.compile("^[、，和及][^，。；：、]{0,8}$|^、[^，。；：]{0,12}$")
_KINDS: Final = (MONEY, COUNT)
_FEWEST, _MOST = 2, 7
_FAR: Final = Fraction(3)
_PAIR: Final = 2


def signed_runs(texts: Sequence[Passage], index: int, settled: set[int], judged: set[int]) -> Iterator[Relation]:
    """Relations of kind ``difference``, errors all; *judged*: figures that stand in an error. What another reading
    settles is held against the run only where the sentence has nothing else."""
    passage = texts[index]
    for last in passage.slots:
        free = last.kind in _KINDS and not last.mention.approximate and last.mention.start not in judged
        closes = free and (_CLOSES.search(last.label) or _LACKS.match(passage.after(last)))
        if not closes or _STRANGE.search(last.label) or _OF_CHANGE.search(last.label):
            continue
        following = passage.slots[last.index + 1 : last.index + 2]
        if _WITH.match(passage.after(last)) or any(
            _is_alike(slot, last) and _ALSO.search(slot.label) for slot in following
        ):
            continue  # 年末收回 D，结转 E
        alike = _in_front(texts, index, last)
        terms = _terms(alike, last)
        netted = any("净" in slot.label for slot in alike)
        if terms is None or _explained(terms, last) or _is_apart(terms, last, netted=netted):
            continue
        right = total_of(terms, last)
        near = 1 / _FAR <= right / last.mention.value <= _FAR
        alone = terms[0][1].index == 0 and len(texts[index].slots) <= _MOST and "当年" not in last.label
        if right > 0 and (near or _one_left_out(terms, last)) and (last.mention.start not in settled or alone):
            yield _relation(terms, last, right)


def _one_left_out(terms: Terms, last: Slot) -> bool:
    """Whether the last figure is what comes out where one of those between is forgotten."""
    return any(holds([*terms[:at], *terms[at + 1 :]], last) for at in range(len(terms)))


def _in_front(texts: Sequence[Passage], index: int, last: Slot) -> list[Slot]:
    """The figures of the kind before the last one; those of the sentence before too, from the one that opens it."""
    own = [slot for slot in texts[index].slots if slot.index < last.index and _is_alike(slot, last)]
    if index and not any(_OPENS.search(slot.label) for slot in own):
        earlier = [slot for slot in texts[index - 1].slots if _is_alike(slot, last)]
        opening = [at for at, slot in enumerate(earlier) if _OPENS.search(slot.label)]
        return [*earlier[opening[0] if opening else 0 :], *own]
    return own


def _is_alike(slot: Slot, last: Slot) -> bool:
    """Of one unit: 三所学校可提供 570 个 holds two counts, and one of them is none of places."""
    unit, other = (str(one.mention.unit).lstrip("万亿") for one in (slot, last))
    return slot.kind == last.kind and same_kind(slot, last) and (slot.kind == MONEY or unit == other)


def _terms(alike: Sequence[Slot], last: Slot) -> Terms | None:
    """The signed figures, back to the one that opens the account."""
    opening = next((at for at, slot in enumerate(alike) if _OPENS.search(slot.label)), None)
    fewest = 1 if "扣除" in last.label else _FEWEST
    if opening is None or not fewest <= len(alike) - opening - 1 <= _MOST:
        return None
    run = _without_net(alike[opening:])
    if any(_STRANGE.search(slot.before) or slot.mention.approximate for slot in run):
        return None
    terms: list[tuple[int, Slot]] = [(1, run[0])]
    for slot in run[1:]:
        if _OPENS.search(slot.label) or "总计" in slot.label or _LEVEL.search(slot.before) or holds(terms, slot):
            return None  # 预算 A，追加 B 后为 C: where the account stands, and no flow
        sign = _sign(slot) or (terms[-1][0] if len(terms) > 1 and _ROW.match(slot.before) else 0)
        if not sign:
            return None
        terms.append((sign, slot))
    lacking = _SHORTFALL.search(last.label) is not None
    return terms if any(sign < 0 for sign, _ in terms) and not (lacking and any(s > 0 for s, _ in terms[1:])) else None


def _without_net(run: Sequence[Slot]) -> list[Slot]:
    """招录 6 人，退休 5 人、调出 4 人，净减少 3 人: what all of them come to is none of them."""
    kept: list[Slot] = []
    for slot in run:
        flows = [(sign, one) for one in kept[1:] if (sign := _sign(one))]
        net = "净" in slot.label and flows and abs(sum(sign * one.mention.value for sign, one in flows))
        if not net or net != slot.mention.value:
            kept.append(slot)
    return kept


def _is_apart(terms: Terms, last: Slot, *, netted: bool) -> bool:
    """Whether the last figure closes another account: it is named otherwise, or the flows were summed up before it
    (净减少 3 人); and no slip parts it from what this one comes to."""
    through = _OF_YEARS.search(terms[0][1].label) is not None and _OF_END.search(last.label) is not None
    apart = netted or _of_another_kind(terms[0][1], last)
    return through and apart and not slips_in(terms, last, swapped=2, digit=2)


def _of_another_kind(first: Slot, last: Slot) -> bool:
    """年初在职 81 人 and 年末退休人员 46 人: the two are told of different people."""
    one, other = (_TIMES.sub("", slot.label) for slot in (first, last))
    return len(one) > 1 and len(other) > 1 and not any(other[at : at + 2] in one for at in range(len(other) - 1))


def _sign(slot: Slot) -> int:
    """The last word before the figure decides."""
    words = re.split("[，。；：（]", slot.before)[-1]
    came = max((found.start() for found in _COMES.finditer(words)), default=-1)
    went = max((found.start() for found in _GOES.finditer(words)), default=-1)
    return 0 if came == went else (1 if came > went else -1)


def _explained(terms: Terms, last: Slot) -> bool:
    """Whether the run gives the figure, or one of its figures is told again."""
    through = _OF_YEARS.search(terms[0][1].label) is not None and _OF_END.search(last.label) is not None
    pairs = combinations(terms[1:], _PAIR) if len(terms) > _PAIR + 1 and not through else ()
    beside = any(holds([(1, a), (sign, b)], last) for (_, a), (_, b) in pairs for sign in (1, -1))
    return beside or holds(terms, last)


def _relation(terms: Terms, last: Slot, right: Fraction) -> Relation:
    unit = last.mention.unit
    formula = " ".join(f"{'+' if sign > 0 else '−'} {in_words(converted(slot.mention, unit))}" for sign, slot in terms)
    formula = formula.removeprefix("+ ")
    shown = as_written(right, last.mention)
    message = f"按前面各数，{formula} = {shown}，文中为 {number(last.mention)}。请核对，或说明另有收支。"
    slips = [one for one in slips_in(terms, last, swapped=3, digit=4) if one.slot is last]
    likely = slips[0].told if slips else mistaken(number(last.mention), shown, shape(number(last.mention), shown))
    roles = [*(("part", slot.mention) for _, slot in terms), ("stated", last.mention)]
    return relation("difference", "error", roles, formula, shown, message, likely)
