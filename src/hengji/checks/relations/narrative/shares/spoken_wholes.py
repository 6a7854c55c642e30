"""A share that names its whole, and one figure of the document that bears that name: 占教育支出的 45.93%.

The whole may stand in another sentence, behind the share, or in a table. Where the share does not hold on it, but on
another figure near by, or by a slip of the pen, the rate is a share of something else than it says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, period_of
from hengji.checks.relations.narrative.shares.told_shares import Share
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, shown_digits
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.facts.relation import Relation, Verdict

__all__ = ["SpokenWholes"]

_LEAST = 3  # characters of a name that means one figure
_GENERAL = re.compile(r"^(?:支出|收入|预算|资金|项目|经费|决算|全部|本年|当年|年初)*$")
_WIDE = re.compile("^全?(?:[县区市省镇乡局校院馆村]|其中)")
_TOTAL = re.compile("^.*?(?=总(?:投资|预算|概算|成本|收入|支出|资产|人口|面积|里程|规模)$)|^(?!.*总).*$")
_OF_UNIT = re.compile("总(?P<unit>人次|人|户|件|个|次|家|栋|台|辆|份|场次|亩|公里)数?$")
_MOST = 12  # figures of one name
_NEAR = 40  # figures to either side that may be the real whole
_BESIDE = 5  # figures to either side that may be the total of a unit
_REACH = 60  # characters between a total and its part in one sentence
_DIGITS = 3  # of a rate that another whole explains beyond chance
_OWNER = re.compile(
    r"^[\u4e00-\u9fff（）]{2,18}?(?:局|委员会|办公室|中心|学校|医院|政府|办事处|法院|检察院|协会|联合会)(?:本级|机关)?"
    r"(?=政府采购支出|机关运行经费|“?三公|本年收入|本年支出|一般公共预算财政拨款)"
)
"""石滩县林业局政府采购支出总额 is what the next sentence calls 政府采购支出总额."""
_FULL = re.compile("(?:合计|总计|总额|总数|总量)$")
_COUNTED = re.compile("(?:案件|事项|人员|群众|项目|单位|对象|学生|企业|农户|问卷)$")
_SHORT = 2
_ALL = re.compile("的?(?:总数|总量|总)$")
_AT_ONCE = 6  # figures in front of the part, one of which may be counted by the very noun
_CLOSE = 400  # characters between a share and a total of that very name


class SpokenWholes:
    """The figures of the document by the core of their names; of a table's row its greatest figure, the total."""

    def __init__(self, context: Context, texts: Sequence[Passage]) -> None:
        self._named: dict[str, list[Slot]] = defaultdict(list)
        self._flat = [slot for one in texts for slot in one.slots if slot.kind in (MONEY, COUNT)]
        self._full: dict[str, list[Slot]] = defaultdict(list)
        self._order = {slot.mention.start: place for place, slot in enumerate(self._flat)}
        for passage in texts:
            changed = changed_slots(passage)
            for slot in passage.slots:
                if slot.kind in (MONEY, COUNT) and slot.index not in changed and not slot.mention.approximate:
                    self._add(label_of(slot), slot)
        self._rows(context)

    def _add(self, told: str, slot: Slot) -> None:
        label = _OWNER.sub("", told)
        if _FULL.search(label) and len(label) > _LEAST and len(self._full[label]) < _MOST:
            self._full[label].append(slot)
        if not re.search("上年|去年|计划|目标|预算数", label) and not period_of(slot.before).startswith("上"):
            for name in {core(label), _WIDE.sub("", core(label)), _TOTAL.sub("", label)}:
                if len(name) >= _LEAST and len(self._named[name]) < _MOST:
                    self._named[name].append(slot)

    def _rows(self, context: Context) -> None:
        rows: dict[tuple[int, str], Slot] = {}
        for mention in context.mentions:
            table = context.table_at(mention.start) if "|" in mention.subject and not mention.is_rate else None
            if table is None or mention.unit is None or not mention.unit.is_money:
                continue
            row = mention.subject.partition("|")[0].split("/")[-1]
            slot = Slot(mention, MONEY, 0, 0, row)
            held = rows.get((table.start, row))
            if held is None or mention.value > held.mention.value:
                rows[table.start, row] = slot
        for (_, row), slot in rows.items():
            self._add(re.sub(r"^[\d一二三四五六七八九十]+[、.．]?", "", row), slot)

    def share(self, share: Share) -> tuple[bool, list[Relation]]:
        """Whether the name settles the share, and the relation it makes."""
        phrase = re.sub(r"^(?:了|全部|其)", "", share.whole)
        name = core(phrase) if not re.match("总.{2}", phrase) else phrase
        counted = _OF_UNIT.search(phrase)
        if share.named is None and counted and counted["unit"] == str(share.part.mention.unit):
            return self._of_unit(share)
        if share.named is not None:
            return False, []
        called_so = self._by_its_very_name(share, phrase)
        if called_so:
            return True, called_so
        settled, told = self._by_noun(share, phrase)
        if told or len(name) < _LEAST or _GENERAL.match(name):
            return (settled, told) if told else self._in_full(share, phrase)
        abridged = self._abridged(share, phrase)
        if abridged:
            return True, abridged
        called = [
            slot
            for slot in self._named.get(name, ())
            if same_kind(slot, share.part)
            and slot.mention.value > 0
            and slot.mention.start != share.part.mention.start
            and converted(slot.mention, share.part.mention.unit) >= share.part.mention.value
        ]
        if not called:
            return False, []
        tried = [(slot, *_of(share, slot)) for slot in called]
        held = next((one for one in tried if good(one[2])), None)
        if held is not None:
            return True, [_relation(share, held[0], held[1], held[2], "")]
        alike = {converted(slot.mention, share.part.mention.unit) for slot in called}
        if len(alike) != 1 or self._held_beside(share, _ALL.sub("", phrase)):
            return False, []
        whole, computed, _ = tried[0]
        if share.whole.startswith("其") and self._instead(share, whole):
            return False, []  # 丙馆购书费占其总支出的 P: of its own, not of the total of all
        likely = self._instead(share, whole) or slip_of(share.rate.mention, computed)
        return bool(likely), [_relation(share, whole, computed, "error", likely)] if likely else []

    def _held_beside(self, share: Share, name: str) -> bool:
        """成功签约项目 W，亿元以上的 A，占签约项目的 P: the share holds on a figure whose name holds the word."""
        place = self._order.get(share.part.mention.start, 0)
        near = self._flat[max(0, place - _MOST) : place]
        near = [slot for slot in near if name in slot.label and same_kind(slot, share.part) and slot.mention.value > 0]
        return any(good(_of(share, slot)[1]) for slot in near)

    def _by_its_very_name(self, share: Share, phrase: str) -> list[Relation]:
        """占全年支出的 P, one 全年支出 before, and P a share of another figure: the words say of which it should be."""
        name = phrase.removeprefix("到")
        place = self._order.get(share.part.mention.start, 0)
        alike = [slot for slot in self._flat[max(0, place - _NEAR) : place] if same_kind(slot, share.part)]
        called = [slot for slot in alike if len(name) > _LEAST and label_of(slot) == name and slot.mention.value > 0]
        called = [slot for slot in called if not slot.mention.approximate]
        settled, told = self._only(share, called) if called else (False, [])
        if not settled or good(told[0].verdict):
            return []
        instead = self._instead(share, called[0])
        return [replace(told[0], likely=instead)] if instead else []

    def _by_noun(self, share: Share, phrase: str) -> tuple[bool, list[Relation]]:
        """占改造小区总数的 P: the one count right in front whose words end in that noun, and of that unit."""
        noun = _ALL.sub("", phrase)
        place = self._order.get(share.part.mention.start, 0)
        if share.part.kind != COUNT or len(noun) < _LEAST or _GENERAL.match(noun):
            return False, []
        called = [
            slot
            for slot in self._flat[max(0, place - _AT_ONCE) : place]
            if slot.mention.unit == share.part.mention.unit
            and label_of(slot).endswith(noun)
            and slot.mention.value >= share.part.mention.value
            and slot.mention.value > 0
            and not slot.mention.approximate
        ]
        return self._only(share, called) if called else self._by_short_noun(share, noun, place)

    def _by_short_noun(self, share: Share, noun: str, place: int) -> tuple[bool, list[Relation]]:
        """裁决 421 件，… 占裁决案件的 P: what is counted may be left out where the figure stands, and P says which."""
        short = _COUNTED.sub("", noun)
        if short == noun or len(short) < _SHORT:
            return False, []
        near = [slot for slot in self._flat[max(0, place - _AT_ONCE) : place] if label_of(slot) == short]
        alike = [slot for slot in near if slot.mention.unit == share.part.mention.unit and slot.mention.value > 0]
        settled, told = self._only(share, [slot for slot in alike if slot.mention.value >= share.part.mention.value])
        if not told or good(told[0].verdict) or told[0].likely:
            return settled, told
        instead = self._instead(share, alike[0])
        return (True, [replace(told[0], likely=instead)]) if instead else (False, [])

    def _in_full(self, share: Share, phrase: str) -> tuple[bool, list[Relation]]:
        """占本年支出合计的 P, and one 本年支出合计 near by, behind the share or before it."""
        called = [
            slot
            for slot in self._full.get(phrase, ())
            if same_kind(slot, share.part) and slot is not share.part and slot.mention.value > 0
        ]
        settled, told = self._only(share, called)
        far = all(abs(slot.mention.start - share.part.mention.start) > _CLOSE for slot in called)
        return (False, []) if far and told and told[0].verdict == "error" else (settled, told)

    def _abridged(self, share: Share, phrase: str) -> list[Relation]:
        """占采购总额的 P, and one 政府采购支出总额 right in front: its letters in their order, up to the same end."""
        if not _FULL.search(phrase) or len(phrase) <= _LEAST:
            return []
        place = self._order.get(share.part.mention.start, 0)
        letters = re.compile(".*".join(map(re.escape, phrase)) + "$")
        near = [slot for slot in self._flat[max(0, place - _BESIDE) : place] if same_kind(slot, share.part)]
        called = [slot for slot in near if letters.search(label_of(slot)) and slot.mention.value > 0]
        if len(called) != 1 or called[0].mention.approximate:
            return []
        computed, verdict = _of(share, called[0])
        likely = "" if good(verdict) else slip_of(share.rate.mention, computed)
        return [_relation(share, called[0], computed, verdict, likely)] if good(verdict) or likely else []

    @staticmethod
    def _only(share: Share, called: Sequence[Slot]) -> tuple[bool, list[Relation]]:
        """The share on the one value of *called*; on the first that makes it true where there are several."""
        tried = [(slot, *_of(share, slot)) for slot in called]
        held = next((one for one in tried if good(one[2])), None)
        if held is not None:
            return True, [_relation(share, held[0], held[1], held[2], "")]
        if len({converted(slot.mention, share.part.mention.unit) for slot in called}) != 1:
            return False, []
        whole, computed, verdict = tried[0]
        return True, [_relation(share, whole, computed, verdict, slip_of(share.rate.mention, computed))]

    def _of_unit(self, share: Share) -> tuple[bool, list[Relation]]:
        """占总户数的 P: the one greater figure of that very unit in front of the part, or right behind the share."""
        place = self._order.get(share.part.mention.start, 0)
        near = self._flat[max(0, place - _BESIDE) : place + _BESIDE]
        alike = [slot for slot in near if str(slot.mention.unit) == str(share.part.mention.unit)]
        wholes = [slot for slot in alike if slot.mention.value > share.part.mention.value]
        if share.part.kind != COUNT or len({slot.mention.value for slot in wholes}) != 1:
            return False, []
        computed, verdict = _of(share, wholes[0])
        if good(verdict):
            return False, []
        said = 0 < share.part.mention.start - wholes[0].mention.start < _REACH
        likely = slip_of(share.rate.mention, computed)
        sure = said or likely
        return bool(sure), [_relation(share, wholes[0], computed, "error", likely)] if sure else []

    def _instead(self, share: Share, whole: Slot) -> str:
        """What the rate is a share of instead."""
        digits = shown_digits(share.rate.mention.text)
        place = self._order.get(share.part.mention.start, 0)
        near = self._flat[max(0, place - _NEAR) : place + _NEAR]
        for slot in near if digits >= _DIGITS and share.rate.mention.decimals else ():
            other = same_kind(slot, share.part) and slot.mention.value > 0 and slot is not share.part
            if other and slot.mention.value != whole.mention.value and good(_of(share, slot)[1]):
                return f"{number(share.rate.mention)}与占“{label_of(slot)}{number(slot.mention)}”的比重相符。"
        return ""


def _of(share: Share, whole: Slot) -> tuple[Fraction, Verdict]:
    unit = whole.mention.unit
    computed = converted(share.part.mention, unit) / whole.mention.value
    possible = interval_of(share.part.mention, unit).divided_by(interval_of(whole.mention, unit))
    return computed, judged(computed, possible, share.rate.mention)


def _relation(share: Share, whole: Slot, computed: Fraction, verdict: Verdict, likely: str) -> Relation:
    right = as_written(computed, share.rate.mention)
    very = label_of(whole) == share.whole.removeprefix("到")
    name = label_of(whole) if very else core(share.whole) or label_of(whole)
    message = f"占{name}的比重为 {right}，与文中一致。"
    if not good(verdict):
        message = f"{name}为 {number(whole.mention)}，占比应为 {right}，文中为 {number(share.rate.mention)}。"
    formula = f"{in_words(converted(share.part.mention, whole.mention.unit))} ÷ {in_words(whole.mention.value)}"
    roles = [("part", share.part.mention), ("whole", whole.mention), ("stated", share.rate.mention)]
    return relation("share", verdict, roles, formula, right, message, likely)
