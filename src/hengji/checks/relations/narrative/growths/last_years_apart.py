"""Last year's figure in a sentence of its own: 总计均为 A。2022年度为 B，同口径减少 D，下降 P%.

What changed stands in the sentence before. Amount, rate and direction follow from the two figures; where only the
word of direction is against them, the word is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.intervals import exactly
from hengji.checks.relations.against_base import against_base
from hengji.checks.relations.changes import Change, changed_slots, changes
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.growths.contradictions import wrong_ways
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, digits_of, shape
from hengji.checks.relations.verdicts import converted, good, in_words, interval_of, judged, same_kind
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["last_years_apart"]

_LAST = re.compile(
    r"^(?:而|其中)?(?P<name>[\u4e00-\u9fff]{2,8}?)?(?:上一?年度?|去年|前一年度?|(?P<year>20\d\d)年度?)(?:同期)?"
    r"(?P<what>[^，。；：、\ue000-\ue005]{0,12}?)(?:决算|预算|实际|合计)*数?(?:为|是|：)*$"
)
_YEAR_BEFORE = re.compile(r"^(?:而|其中)?(?:上一?年度?|去年|前一年度?|20\d\d年度?)(?:同期)?")
_PLAIN_WORDS = re.compile("^(?:同口径|实际)")
"""实际支出 and 同口径支出 are both what was spent."""
_ADJUSTED = re.compile(r"剔除|还原|扣除|不含|可比口径")
_FOLLOWS = re.compile(r"^[，、；（](?:本年|今年|同比|相比|同口径|[^，。；：\ue000-\ue005]{0,8}(?:增|减|升|降|多|少))")
_PLAIN = 3  # figures of the sentence before that are looked at
_SURE = 3  # digits of an amount that no two figures give by chance


def last_years_apart(context: Context, texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """The change told in passage *index*, where the passage begins with last year's figure."""
    passage = texts[index]
    if not index or len(passage.slots) < 2 or passage.slots[0].kind not in (MONEY, COUNT):
        return
    base = passage.slots[0]
    told = _LAST.match(base.before)
    if told is None or base.mention.approximate or _ADJUSTED.search(passage.text):
        return
    change = next((one for one in changes(passage) if _is_next(one, base)), None)
    current = _current(context, texts[index - 1], passage, base, told) if change is not None else None
    if change is not None and current is not None:
        yield from _judged(context, change, base, current)


def _is_next(change: Change, base: Slot) -> bool:
    first = change.words[0][0] if change.words else None
    behind = first is not None and first.index == base.index + 1 and _FOLLOWS.match(first.before) is not None
    return behind and change.agree and (change.amount is None or same_kind(change.amount, base))


def _current(context: Context, before: Passage, passage: Passage, base: Slot, told: re.Match[str]) -> Slot | None:
    """The last figure of the sentence before, where it is of the year after and of a name that may be the same."""
    if context.document.text[before.end : passage.start].count("\n") > 1:
        return None
    changed = changed_slots(before)
    plain = [slot for slot in before.slots if slot.index not in changed and same_kind(slot, base)][-_PLAIN:]
    if told["name"]:  # 人员经费 a；公用经费 A，包括…。公用经费2020年度为 B，本年增加 D
        plain = [slot for slot in plain if label_of(slot).rstrip("为是：").endswith(told["name"])]
    named = _of_that_name(before, changed, base)
    if len(named) == 1:
        return named[0]
    if not plain or plain[-1].mention.approximate or len({slot.mention.value for slot in plain}) != 1:
        return None
    period = plain[-1].mention.period
    own = int(period) if period.isdigit() else context.facts.year if told["name"] else 0
    following = told["year"] is None or own is None or own == int(told["year"]) + 1
    what = _PLAIN_WORDS.sub("", told["what"])
    return plain[-1] if following and (not what or what in before.text) else None


def _of_that_name(before: Passage, changed: frozenset[int], base: Slot) -> list[Slot]:
    """预算 C，决算 A，其中…。上年决算为 B: the figures that are called what last year's is, and nothing else."""
    word = _PLAIN_WORDS.sub("", _YEAR_BEFORE.sub("", base.before).rstrip("为是：数"))
    plain = [slot for slot in before.slots if slot.index not in changed and not slot.mention.approximate]
    return [slot for slot in plain if word and same_kind(slot, base) and _bare(slot) == word]


def _bare(slot: Slot) -> str:
    return _PLAIN_WORDS.sub("", label_of(slot).rstrip("为是：数"))


def _judged(context: Context, change: Change, base: Slot, current: Slot) -> Iterator[Relation]:
    unit = base.mention.unit
    gap = converted(current.mention, unit) - base.mention.value
    if not gap or base.mention.value <= 0:
        return
    stated = [slot.mention for slot, _ in change.words]
    turned = (gap > 0) != change.rising
    fits = [good(one.verdict) for one in _against(base, current, stated, abs(gap))]
    if turned and all(fits) and any(len(digits_of(mention.text)) >= _SURE for mention in stated):
        widened = Change(**{**{name: getattr(change, name) for name in change.__slots__}, "current": (current,)})
        yield from wrong_ways(context, widened, up=gap > 0)
    elif not turned and (any(fits) or any(_slip(mention, base, gap) for mention in stated)):
        yield from _against(base, current, stated, abs(gap))


def _slip(stated: Mention, base: Slot, gap: Fraction) -> bool:
    right = abs(gap) / base.mention.value if stated.is_rate else abs(gap)
    return bool(shape(as_written(stated.value, stated), as_written(right, stated)))


def _against(base: Slot, current: Slot, stated: Sequence[Mention], gap: Fraction) -> list[Relation]:
    unit = base.mention.unit
    wide = interval_of(current.mention, unit) - interval_of(base.mention, unit)
    wide = wide if wide.high > 0 else exactly(Fraction(0)) - wide
    found = []
    for mention in stated:
        computed, possible = gap, wide
        high, low = sorted((converted(current.mention, unit), base.mention.value), reverse=True)
        formula = f"{in_words(high)} - {in_words(low)}"
        if mention.is_rate:
            computed, formula = gap / base.mention.value, f"({formula}) ÷ {in_words(base.mention.value)}"
            divided = wide.divided_by(interval_of(base.mention, unit))
            possible = divided if divided is not None else exactly(computed)
        roles = [("base", base.mention), ("current", current.mention), ("stated", mention)]
        certain = judged(computed, possible, mention) != "suspicious"
        found.append(against_base(roles, computed, possible, formula, certain))
    return found
