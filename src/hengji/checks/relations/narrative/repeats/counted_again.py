"""Things counted twice, once with the noun in front and once behind: 注册红十字志愿者1846人, and 1864名注册志愿者.

The noun behind the figure may leave out words of the one in front, but ends alike. That two counts of one noun differ
by one slip of the pen alone is rare by chance, and rarer with every digit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, digits_of, shape
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["counted_again"]

_ASIDE: Final = re.compile(r"（[^（）]{0,12}）")
_NOUN: Final = re.compile(r"[\u4e00-\u9fff]{2,14}$")
_HEAD: Final = re.compile(r"^的?[\u4e00-\u9fff]{3,14}")
_SHORT_HEAD: Final = re.compile(
    "^的?[\u4e00-\u9fff]{2}(?=[，。；、（])|^的?(?:学生|师生|职工|教师|农户|居民|村民|群众)"
)
_ALL_OF: Final = re.compile("(?:全[校县区市镇乡村院街]|全部|所有|全体)(?:的|共|共有)?$")
_UNITS: Final = {
    "人": "人",
    "名": "人",
    "位": "人",
    "户": "户",
    "所": "所",
    "万人": "万人",
    "万名": "万人",
    "万户": "万户",
    "万": "万人",
}
_PEOPLE: Final = re.compile(r"^的?[\u4e00-\u9fff]{0,6}(?:人口|群众|居民|师生|学生|市民|农户|村民|职工|参保人)")
_OTHER_TIME: Final = re.compile(r"上年|去年|同期|往年|年初|目标|计划|拟|预计|原|20\d\d年|比|较|增|减|新|余")
_SOME: Final = re.compile(
    r"(?:其中|部分|另|约|近|对|为|给|向|等|资助|救助|补助|培训|慰问|抽查|抽取|走访|组织|选派|表彰|解决|发放|安排|安置|招聘|吸纳|帮助|服务|惠及|"
    r"涉及|带动|占|有|含|达|共计)[^，。；：]{0,4}$"
)
_TWO_DIGITS: Final = "两位数字互换"
_SHORT, _LONG = 3, 4
_MOST: Final = 6


@dataclass(frozen=True, slots=True)
class _Told:
    mention: Mention
    noun: str
    unit: str


def counted_again(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``repeat``: every count told with its noun behind, against the one that has it in front."""
    named: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for told in _in_front(texts):
        held = named[told.unit, told.noun[-2:]]
        if len(held) < _MOST:
            held.append(told)
    for again in _behind(texts):
        found = {}
        for end in range(min(_SHORT, len(again.noun)), len(again.noun) + 1):
            for first in named.get((again.unit, again.noun[end - 2 : end]), ()):
                if _is_short_for(again.noun[:end], first):
                    found[first.mention.value] = first
        if len(found) == 1:
            yield from _judged(next(iter(found.values())), again)


def _plain_counts(passage: Passage) -> Iterator[Slot]:
    changed = changed_slots(passage)
    for slot in passage.slots:
        if slot.kind in (COUNT, MONEY) and slot.index not in changed and not slot.mention.approximate:
            yield slot


def _in_front(texts: Sequence[Passage]) -> Iterator[_Told]:
    for passage in texts:
        for slot in _plain_counts(passage):
            unit = _UNITS.get(str(slot.mention.unit), "")
            clause = re.split("[，。；：、]", _ASIDE.sub("", slot.before))[-1]
            noun = _NOUN.search(clause)
            if unit and noun is not None and slot.kind == COUNT and not _OTHER_TIME.search(slot.before[-16:]):
                yield _Told(slot.mention, noun[0], unit)


def _behind(texts: Sequence[Passage]) -> Iterator[_Told]:
    for passage in texts:
        for slot in _plain_counts(passage):
            bare = slot.mention.unit_text == "万"
            unit = _UNITS.get("万" if bare else str(slot.mention.unit), "")
            after = _ASIDE.sub("", passage.after(slot))
            head = _HEAD.match(after)
            head = head or (_SHORT_HEAD.match(after) if _ALL_OF.search(slot.before) else None)
            told = unit and head is not None and (slot.kind == COUNT or (bare and _PEOPLE.match(after)))
            if (
                told
                and head is not None
                and not (
                    _OTHER_TIME.search(slot.before[-12 if not _ALL_OF.search(slot.before) else -4 :])
                    or (_SOME.search(slot.before) and not _ALL_OF.search(slot.before))
                )
            ):
                yield _Told(slot.mention, head[0].removeprefix("的"), unit)


def _is_short_for(noun: str, first: _Told) -> bool:
    """Whether *noun* is the noun of *first*, perhaps with words of it left out."""
    digits = len(digits_of(first.mention.text))
    if len(noun) < (_SHORT if digits >= _LONG else _LONG) and not (len(noun) > 1 and digits >= _LONG):
        return False
    rest = iter(first.noun)
    return all(letter in rest for letter in noun)


def _exchanged(written: str, meant: str) -> str:
    """The name of the slip that exchanges two digits which are not neighbours."""
    apart = [(a, b) for a, b in zip(written, meant, strict=False) if a != b]
    told = len(written) == len(meant) and len(apart) == 2 and apart[0] == apart[1][::-1]
    return _TWO_DIGITS if told else ""


def _judged(first: _Told, again: _Told) -> Iterator[Relation]:
    same = first.mention.value == again.mention.value
    right, digits = as_written(first.mention.value, again.mention), len(digits_of(first.mention.text))
    written = as_written(again.mention.value, again.mention)
    slip = "" if same else shape(written, right) or _exchanged(written, right)
    sure = (slip == SWAPPED and digits >= _SHORT) or (slip in (ONE_DIGIT, _TWO_DIGITS) and digits >= _LONG)
    if not same and not sure:
        return
    verdict: Verdict = "ok" if same else "error"
    message = (
        f"“{first.noun}”前后{'一致' if same else '不一'}：前面 {number(first.mention)}，这里 {number(again.mention)}"
    )
    roles = [("said", first.mention), ("stated", again.mention)]
    likely = "" if same else f"两处之一误写（{slip}）。"
    yield relation("repeat", verdict, roles, f"{first.noun}：前后相等", right, message + "。", likely)
