"""A period or a number that a rule of the paper bounds, and further on what was done, said to be in order: 公示期不少于
7个工作日 among the procedures, and 公示期5个工作日，…公示程序符合规定 where they were followed.

Rule and deed are known by their names, and by the words of the clause before them, and are told in one unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import Final, NamedTuple

from hengji.checks.context import Context
from hengji.checks.relations.naming import likeness
from hengji.checks.relations.passages import ANY, COUNT, Passage, Slot, passages
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["rules_told_before"]

_STOPS: Final = "，。；：\ue000-\ue005"
_CLAIM: Final = re.compile(
    rf"(?<![不未])(?:符合|满足|达到)(?!率)[^{_STOPS}]{{0,20}}(?:规定|要求|标准|办法|方案|制度|章程|条例|时限)|(?<!不)合规(?!性)"
    rf"|与[^{_STOPS}]{{0,12}}(?:规定|要求|方案|办法|制度)一致|在[^{_STOPS}]{{0,6}}(?:期限|时限|时间)[以之]?内"
)
_DENIED: Final = re.compile("不符|未按|没有按|逾期|延迟|超期|超时|违反|整改|不足|未达|没有达到|少于|除|扣|不合规|未能")
_LEAST: Final = re.compile(rf"(?:(?:不得|不应|不能|不)(?:少于|低于|短于|小于)|至少|≥)[^{_STOPS}]{{0,6}}$")
_MOST: Final = re.compile(rf"(?:(?:不得|不应|不能|不)(?:超过|多于|长于|高于|晚于)|≤)[^{_STOPS}]{{0,4}}$")
_WITHIN: Final = re.compile("^(?:之内|以内|内)")
_RULED: Final = re.compile("应|须|规定|要求|不得|至少|必须|办法|制度|标准|不少于|不超过|不低于")
_TIMED: Final = re.compile("[期时][限间]")
_TIME: Final = re.compile("日|天|月|年|周|时|分")
_APART: Final = re.compile("上年|去年|平均|累计|其中|提前|缩短|延长|比|目标")
_FILLER: Final = re.compile(
    "应当|应|须|必须|不得|不|少于|低于|短于|超过|至少|每年|全年|本次|均|都|共|为|是|的|了|在|自|起|后|之日|召开|规定|要求"
)
_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_FAR: Final = Fraction(4)  # times by which a deed may be off its rule before it is another thing
_BEHIND: Final = 12
_TAIL: Final = 4


class _Rule(NamedTuple):
    slot: Slot
    names: Sequence[str]
    most: bool


def rules_told_before(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all."""
    texts = passages(context)
    claims = [(at, found) for at, one in enumerate(texts) if COUNT in one.text and (found := _CLAIM.search(one.text))]
    rules: list[tuple[int, _Rule]] = []
    if claims:
        rules = [(at, rule) for at, one in enumerate(texts) if _is_rule(one.text) for rule in _rules(one)]
    for at, claim in claims if rules else ():
        passage = texts[at]
        if _DENIED.search(passage.text):
            continue
        before = [rule for place, rule in rules if place < at]
        for slot in passage.slots:
            told = slot.kind == COUNT and slot.at < claim.start() and not _bound(passage, slot)
            told = told and (not _TIMED.search(claim[0]) or _TIME.search(slot.mention.unit_text) is not None)
            meant = _meant(before, passage, slot) if told and not _APART.search(slot.label) else None
            if meant is not None and _is_broken(meant, slot):
                yield _relation(meant, slot, claim[0])


def _is_rule(text: str) -> bool:
    return _RULED.search(text) is not None and "目标" not in text


def _bound(passage: Passage, slot: Slot) -> str:
    behind = passage.after(slot)
    if _LEAST.search(slot.before) or behind.startswith("以上"):
        return "least"
    return "most" if _MOST.search(slot.before) else ""


def _rules(passage: Passage) -> Iterator[_Rule]:
    for slot in passage.slots:
        bound = _bound(passage, slot) or ("most" if _WITHIN.match(passage.after(slot)) else "")
        if bound and slot.kind == COUNT and not slot.label.endswith("目标"):
            yield _Rule(slot, _names(passage, slot), bound == "most")


def _names(passage: Passage, slot: Slot) -> Sequence[str]:
    """What the figure is called: by its own clause, by the one before too; and by what is done within it."""
    clauses = re.split("[，。；：、]", re.sub(ANY, "", passage.text[: slot.at]))
    behind = ""
    if _WITHIN.match(passage.after(slot)):
        behind = re.split(f"[{_STOPS}]", passage.after(slot))[0][:_BEHIND]
    return [_plain(words + behind) for words in (clauses[-1], "".join(clauses[-2:]))]


def _plain(words: str) -> str:
    return "".join(_HAN.findall(_FILLER.sub("", words)))


def _meant(rules: Sequence[_Rule], passage: Passage, slot: Slot) -> _Rule | None:
    """The rule of the deed's unit whose name is most like the deed's, where no other value is as like it."""
    names = _names(passage, slot)
    alike = [
        (max(_likeness(one, other) for one in rule.names for other in names), rule)
        for rule in rules
        if rule.slot.mention.unit_text == slot.mention.unit_text
    ]
    best = max((like for like, _ in alike), default=Fraction(0))
    meant = [rule for like, rule in alike if like == best > 0]
    return meant[0] if len({rule.slot.mention.value for rule in meant}) == 1 else None


def _likeness(one: str, other: str) -> Fraction:
    """实施方案明确质量保证期, 施工合同约定质量保证期: what ends alike is one thing, whoever tells it."""
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(one), reversed(other), strict=False)))
    return max(likeness(one, other), Fraction(tail, max(len(one), len(other))) if tail >= _TAIL else Fraction(0))


def _is_broken(rule: _Rule, slot: Slot) -> bool:
    bound, done = rule.slot.mention.value, slot.mention.value
    if bound <= 0 or done <= 0 or slot.mention.approximate:
        return False
    return bound < done <= bound * _FAR if rule.most else bound / _FAR <= done < bound


def _relation(rule: _Rule, slot: Slot, said: str) -> Relation:
    bound, done = number(rule.slot.mention), number(slot.mention)
    word, missed = ("不超过", "已经超过") if rule.most else ("不少于", "没有达到")
    message = f"前文规定{word} {bound}，这里为 {done}，{missed}，文中却说“{said}”。请核对数字，或改正说法。"
    roles = [("target", rule.slot.mention), ("actual", slot.mention)]
    sign = "≤" if rule.most else "≥"
    return relation(
        "policy", "error", roles, f"{done} {sign} {bound}", f"{word} {bound}", message, "两数之一或说法有误。"
    )
