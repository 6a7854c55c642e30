"""The change of a total and those of its parts in lines: 基本支出比上年增加 D：1.工资福利支出增加 a。2.…减少 b。

`changes_in_parts` reads one sentence. In lines the parts are known to be all where their names are (the classes of
基本支出, 人员 and 公用, 基本 and 项目), or where one slip of the pen parts long changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.near_misses import holds, slips_in, total_of
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, significant_digits
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.facts.relation import Relation, Verdict

__all__ = ["listed_changes"]

_ITEM: Final = re.compile(
    r"^(?P<mark>（?\d{1,2}[）.、．]|（?[一二三四五六七][）、]|[①-⑨])?(?P<name>[^，。；：（\ue000-\ue005]{2,20})"
)
_CHANGED: Final = re.compile(
    r"(?:较|比|同比|上年|去年)[^。；]{0,16}?（?(?P<way>增加|增长|增|减少|下降|降低|压减|减)）?(?:了|支出|预算|数|额)*$"
)
_CLASSES: Final = (
    re.compile("工资福利支出|工资和福利支出"),
    re.compile("商品和服务支出|商品服务支出"),
    re.compile("对个人和家庭"),
    re.compile("资本性支出"),
)
"""The classes of 基本支出; the last is often none."""
_WHOLE: Final = re.compile("基本支出|支出总?预算|支出合计|总支出|预算支出|“三公”|人员经费|收入|支出")
_OPENS: Final = re.compile(r"其中[：:]?$|[：:]$|如下。?$|原因[^，。；]{0,6}$")
_FAR: Final = 120  # characters from the change to the lines
_AHEAD: Final = 8  # passages among which the items stand
_LEAST: Final = 2
_ALL_BUT_ONE: Final = 3
_SWAPPED, _DIGIT = 4, 5  # digits of changes that a slip of the pen mends by no chance

Moved = tuple[int, Slot]


def listed_changes(text: str, texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """The change that passage *index* of *text* tells and goes on to explain, against the lines behind it."""
    passage = texts[index]
    total = _moved(passage) if MONEY in passage.text and index + 1 < len(texts) else None
    if total is None or not _WHOLE.search(passage.text[: total[1].at]):
        return
    between = text[total[1].mention.end : texts[index + 1].start].rstrip()
    if len(between) > _FAR or not _OPENS.search(between):
        return
    names, found = _items(texts[index + 1 : index + 1 + _AHEAD], total[1])
    parts = [(sign * total[0], slot) for sign, slot in found]
    if len(parts) < _LEAST:
        return
    long = significant_digits(total[1].mention.text) >= _SWAPPED
    slips = slips_in(parts, total[1], swapped=_SWAPPED, digit=_DIGIT) if long else []
    if holds(parts, total[1]):
        yield _relation(total, parts, "ok", "")
    elif slips or _all_told(names, passage.text):
        yield _relation(total, parts, "error", slips[0].told if slips else "")


def _items(following: Sequence[Passage], total: Slot) -> tuple[list[str], list[Moved]]:
    """The names of the lines and what each changed by, up to the first line that is of another kind."""
    names: list[str] = []
    found: list[Moved] = []
    numbered: bool | None = None
    for passage in following:
        told = _ITEM.match(passage.text)
        known = told is not None and any(name.search(told["name"]) for name in _CLASSES)
        if told is None or not (told["mark"] or known):
            continue  # 主要原因是: the line before goes on
        numbered = bool(told["mark"]) if numbered is None else numbered
        moved = _moved(passage)
        if numbered != bool(told["mark"]) or moved is None or not same_kind(moved[1], total):
            break
        names.append(told["name"])
        found.append(moved)
    return names, found


def _moved(passage: Passage) -> Moved | None:
    """The first change of *passage*, 1 for more and -1 for less."""
    for slot in passage.slots:
        told = _CHANGED.search(slot.before) if slot.kind == MONEY and not slot.mention.approximate else None
        if told is not None:
            return (1 if told["way"].startswith("增") else -1), slot
    return None


def _all_told(names: Sequence[str], whole: str) -> bool:
    """Whether the names are all that the field knows."""
    classes = [sum(1 for name in names if one.search(name)) for one in _CLASSES]
    plain = sum(classes) == len(names) and max(classes) == 1
    return is_complete(names) or (plain and len(names) >= _ALL_BUT_ONE and "基本支出" in whole)


def _relation(total: Moved, parts: Sequence[Moved], verdict: Verdict, likely: str) -> Relation:
    rising, stated = total
    unit = stated.mention.unit
    computed = total_of(parts, stated)
    right = as_written(abs(computed), stated.mention)
    word = "增加" if (rising > 0) == (computed >= 0) else "减少"
    message = f"各项增减之和为{word} {right}，与总的增减一致。"
    if verdict != "ok":
        said = "增加" if rising > 0 else "减少"
        message = f"以下各项增减之和为{word} {right}，上文总的{said}为 {number(stated.mention)}。请核对各项增减。"
    signs = [(" + " if sign > 0 else " - ") + in_words(converted(slot.mention, unit)) for sign, slot in parts]
    roles = [*(("part", slot.mention) for _, slot in parts), ("stated", stated.mention)]
    return relation("difference", verdict, roles, "".join(signs).removeprefix(" + ").strip(), right, message, likely)
