"""What each person in post costs, by the names of both figures: 在编 58 人，工资福利支出 A，人均工资福利支出 P."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
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
from hengji.facts.relation import Relation

__all__ = ["per_head"]

_MEAN = re.compile(
    r"(?:按?(?:年末|实有|现有)*(?P<who>在编|在职|实有)(?:人员|职工|人数|干部职工)*(?:数)?(?:计算|测算|折算)?[，的]?)"
    r"人均(?P<what>[\u4e00-\u9fff]{2,10}?)(?:为|是|达到?|约)?$"
)
_SHORT = re.compile("(?:支出|经费|费)$")
_FEWEST = 2


def per_head(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``rate``: where the paper has one figure of that name, and one number of those people."""
    means = [
        (slot, told)
        for passage in texts
        for slot in passage.slots
        if slot.kind == MONEY and not slot.mention.approximate and (told := _MEAN.search(slot.before))
    ]
    for mean, told in means:
        amounts = _called(texts, mean, told["what"])
        heads = _people(texts, told["who"])
        if len({slot.mention.value for slot in amounts}) == 1 and len({slot.mention.value for slot in heads}) == 1:
            yield _relation(amounts[0], heads[0], mean, _people(texts, "编制"))


def _called(texts: Sequence[Passage], mean: Slot, what: str) -> list[Slot]:
    """The figures in front whose words end in that name, or in it without its last noun."""
    name = _SHORT.sub("", core(what))
    if len(name) < _FEWEST:
        return []
    ends = re.compile(rf"{re.escape(name)}(?:支出|经费|费)?(?:决算|合计|共|总额)?(?:为|是)?$")
    return [
        slot
        for passage in texts
        for slot in passage.slots
        if slot.kind == MONEY and slot.mention.start < mean.mention.start and same_kind(slot, mean)
        and (ends.search(label_of(slot)) or ends.search(re.sub(r"[（）]", "", slot.before[-len(what) - 4 :])))
        and "人均" not in slot.before
    ]  # fmt: skip


def _people(texts: Sequence[Passage], who: str) -> list[Slot]:
    """The numbers of people told behind that word, of the whole body: the first one, not those of its kinds."""
    found = [
        slot
        for passage in texts
        for slot in passage.slots
        if slot.kind == COUNT and str(slot.mention.unit) in ("人", "名", "个")
        and re.search(rf"{who}(?:人员|职工|人数|总数|数|共|有|为|在岗)*$", label_of(slot))
        and not re.search("上年|退休", slot.before)
    ]  # fmt: skip
    return found[:1]


def _relation(amount: Slot, heads: Slot, mean: Slot, posts: Sequence[Slot]) -> Relation:
    unit = mean.mention.unit
    total = converted(amount.mention, unit)
    computed = total / heads.mention.value if heads.mention.value else Fraction(0)
    possible = interval_of(amount.mention, unit).divided_by(interval_of(heads.mention, heads.mention.unit))
    verdict = judged(computed, possible, mean.mention)
    right = as_written(computed, mean.mention)
    roles = [("part", amount.mention), ("base", heads.mention), ("stated", mean.mention)]
    formula = f"{in_words(total)} ÷ {in_words(heads.mention.value)}"
    if good(verdict):
        return relation("rate", verdict, roles, formula, right, "人均数与文中一致。")
    likely = slip_of(mean.mention, computed)
    for other in posts:
        if other.mention.value and good(judged(total / other.mention.value, None, mean.mention)):
            likely = f"误按编制数 {number(other.mention)} 计算。"
    told = f"{label_of(amount)}{number(amount.mention)}按 {number(heads.mention)} 计算"
    message = f"{told}，人均应为 {right}，文中为 {number(mean.mention)}。"
    return relation("rate", "error" if likely else "suspicious", roles, formula, right, message, likely)
