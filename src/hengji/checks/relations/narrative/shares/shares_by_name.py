"""A share whose part and whole are both named and neither is told: 农林水支出主要投向…，占全年支出 44.64%.

The part is an item of a list or a row of a table that bears the name, the whole an amount that is called so. Where the
rate is no share of it, the paper must show what it is a share of instead, or be one slip away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, period_of
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.tables.named_rows import named_rows
from hengji.checks.relations.verdicts import converted, good, in_words, interval_of, judged, number, relation, slip_of
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["shares_by_name"]

_SHARE: Final = re.compile(
    r"(?:^|[，；])?(?:约|共)?占(?P<whole>[^，。；：、\ue000-\ue005]{2,12}?)(?:总额)?的?(?:比重|比例)?(?:为|达|是)?$"
)
_SUBJECT: Final = re.compile(r"^(?:[^，。；：]{1,8}看，|其中[，：]?)?(?P<name>[\u4e00-\u9fff“”]{3,20})")
_TAIL: Final = re.compile("(?:支出|用款|经费|资金|投入|专项|项目)+$")
_OF_ALL: Final = re.compile(r"^(?:全年|本年|年度|当年|部门|全部|总|决算|各项)*支出(?:总[额计]|合计|决算)?$")
_SPENT: Final = re.compile(
    r"^(?:全[年镇县市区局院校]|本年|年度|当年|部门|实际|总)+(?:支出|列支|使用|决算支出|支用)(?:合计|总[额计]|决算|共|数)*(?:为|是)?$"
    r"|^支出(?:合计|总[额计]|决算)(?:为|是)?$"
)
_WHOLE: Final = re.compile(
    r"(?:合计|总额|总计|拨款|支出|收入|预算|决算|支用|列支|可用财力|到位)(?:合计|总[额计]|数|共)*(?:为|是)?$"
)
_SHORTEST: Final = 3
_SHOWN: Final = 2  # decimals of a rate that says which of several amounts it is a share of
_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class _Amount:
    name: str
    mention: Mention


def shares_by_name(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``share``, of sentences that begin with the part's name and tell no amount in front."""
    wanted = [found for passage in texts for slot in passage.slots if (found := _unfigured(passage, slot)) is not None]
    if not wanted:
        return
    told = list(_told(texts))
    for name, whole, rate in wanted:
        parts = _called(told, name) or _rows(context, name)
        wholes = [one for one in told if _is_whole(whole, one.name)]
        if parts and wholes and len({one.mention.value for one in wholes}) == 1:
            others = [one for one in told if _WHOLE.search(one.name)]
            yield from _judged(parts, wholes[0], rate, list({one.mention.value: one for one in others}.values()))


def _unfigured(passage: Passage, rate: Slot) -> tuple[str, str, Slot] | None:
    """The names of part and whole, where *rate* is the first figure of its sentence."""
    share = _SHARE.search(rate.before) if rate.kind == RATE and rate.index == 0 else None
    subject = _SUBJECT.match(rate.before) if share is not None else None
    if share is None or subject is None or rate.mention.approximate or rate.mention.decimals < _SHOWN:
        return None
    name = re.split("主要|占|用于|投向", subject["name"])[0]
    return (_TAIL.sub("", name), share["whole"], rate) if len(_TAIL.sub("", name)) >= _SHORTEST else None


def _told(texts: Sequence[Passage]) -> Iterator[_Amount]:
    for passage in texts:
        changed = changed_slots(passage) if MONEY in passage.text else frozenset()
        for slot in passage.slots:
            plain = slot.kind == MONEY and slot.index not in changed and not slot.mention.approximate
            if plain and slot.mention.value > 0 and period_of(slot.before) != "上年":
                yield _Amount(label_of(slot), slot.mention)


def _called(told: Sequence[_Amount], name: str) -> list[_Amount]:
    return [one for one in told if _TAIL.sub("", core(one.name)) == name]


def _rows(context: Context, name: str) -> list[_Amount]:
    """The amounts of the one row of money whose name holds *name*."""
    rows = {
        known: [_Amount(known, cell.mention) for row in found for cell in row.cells if _is_money(cell.mention)]
        for known, found in named_rows(context).items()
        if name in known
    }
    amounts = [found for found in rows.values() if found]
    return amounts[0] if len(amounts) == 1 else []


def _is_money(mention: Mention) -> bool:
    return mention.unit is not None and mention.unit.is_money and mention.value > 0


def _is_whole(whole: str, name: str) -> bool:
    if _OF_ALL.match(whole):
        return _SPENT.match(name) is not None
    return len(core(whole)) > _SHOWN and core(name) == core(whole)


def _judged(parts: Sequence[_Amount], whole: _Amount, rate: Slot, others: Sequence[_Amount]) -> Iterator[Relation]:
    tried = [one for one in parts if converted(one.mention, whole.mention.unit) <= whole.mention.value]
    held = [one for one in tried if _holds(one, whole, rate)]
    if held:
        yield _relation(held[0], whole, rate, "")
        return
    instead = [(part, one) for part in tried for one in others[:_MOST] if _holds(part, one, rate)]
    if len({one.mention.value for _, one in instead}) == 1:
        part, one = instead[0]
        yield _relation(part, whole, rate, f"误以“{one.name}{number(one.mention)}”为基数。")
    elif len(tried) == 1 and (slip := slip_of(rate.mention, _share(tried[0], whole))):
        yield _relation(tried[0], whole, rate, slip)


def _share(part: _Amount, whole: _Amount) -> Fraction:
    return converted(part.mention, whole.mention.unit) / whole.mention.value


def _holds(part: _Amount, whole: _Amount, rate: Slot) -> bool:
    unit = whole.mention.unit
    possible: Interval | None = interval_of(part.mention, unit).divided_by(interval_of(whole.mention, unit))
    return good(judged(_share(part, whole), possible, rate.mention))


def _relation(part: _Amount, whole: _Amount, rate: Slot, likely: str) -> Relation:
    computed = _share(part, whole)
    right = as_written(computed, rate.mention)
    message = f"占{whole.name}的比重为 {right}，与文中一致。"
    if likely:
        told = f"{part.name}{number(part.mention)}、{whole.name}{number(whole.mention)}"
        message = f"{told}，占比应为 {right}，文中为 {number(rate.mention)}。"
    roles = [("part", part.mention), ("whole", whole.mention), ("stated", rate.mention)]
    formula = f"{in_words(converted(part.mention, whole.mention.unit))} ÷ {in_words(whole.mention.value)}"
    return relation("share", "error" if likely else "ok", roles, formula, right, message, likely)
