"""共 T：a X、b Y、c Z: a total and, right behind it, all its parts, up to the end of the clause.

A colon opens the list; so do names that leave no choice: 第一批 and 第二批, 税收 and 非税, posts by their kinds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.joined_lists import JOINED, STRANGE, failed_list
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["totals_before"]

_OPENS = re.compile(
    r"^(?:，(?!其中|包括|包含|含|主要|例如|比如)[^，。；：\ue000-\ue005]{2,14}|的?(?:用途|构成|来源|分配|去向|投向|安排)(?:情况)?(?:如下|为|是)?)?"
    r"：(?!其中)[^，。；：、\ue000-\ue005]{1,16}$"
)
_ENDS = re.compile(
    r"^(?!等)[^，、：；。\ue000-\ue005]{0,4}(?:，(?:已|均已?|全部)[^，、：；。\ue000-\ue005]{2,8})?(?:[。；（]|$)"
)
_ASIDE = re.compile(r"（[^（）]*）")
_REST = re.compile("^[，、；](?:其余|剩余|余下)")
_WHOLE = re.compile(r"(?:总额|总量|总数|总计|合计|共计)(?:为|是|：)?$")
_FOLLOWS = re.compile(r"^[，；](?!其中)[^，。；：、\ue000-\ue005]{1,12}$")
_ANNOUNCED = re.compile(
    r"共|合计|总|有|编制|实有|在职|现有|配备|安排|拨付|下达|支出|收入|预算|决算|资金|经费|投资|金额|补助|"
    r"[辆人件家个]$|车|数"
)
_ORDINAL = re.compile(
    r"^(?:(?:第[一二三四五六七八九十]|[首二三四][批期次])[批期次季轮](?![^，]{0,4}(?:预算|计划))|[一二三]级)"
)
_NOT_SERVING = re.compile("离休|退休|遗属|聘|编外|劳务|派遣")
_POSTS = re.compile(r"^(?:[^，。；：]{0,8})(?:核定|批复)?(?:人员)?总?编制(?:总?数|人数|总量)?(?:为|共)?$")
_POST = re.compile(r"^(?:其中)?(?:参公|行政|事业|工勤|公益)[^，。；：]{0,6}$")
_HALVES = tuple(
    tuple(map(re.compile, names))
    for names in (
        ("收入|合计|总计", "^税收", "^非税"),
        ("用车|车辆", "运行", "购置"),
        ("", "^男性?(?:的|有|共)*$", "^女性?(?:的|有|共)*$"),
        ("收入|支出|合计|总计", "^本年(?:收入|支出|拨款)?$", "^(?:上年|年初)结转"),
        ("支出|合计|总计|决算", "^基本支出", "^项目支出"),
        ("基本支出", "^人员(?:经费|支出)", "^(?:日常)?公用(?:经费|支出)"),
    )
)
_LEAST = 2
_LITTLE = 20  # the part of a total that is a slip rather than a part left out
_LONG = 4  # digits of a total whose parts, told by its noun alone, are all there
_SEEN = 12  # characters behind a list in which it is seen to end
_MOST_PARTS = 60
"""More than a list in a sentence has; without it a sentence of thousands of figures would cost their square."""


def totals_before(passage: Passage, kind: str) -> Iterator[Relation]:
    """共 T：a X、b Y、c Z。 — the parts stand behind a colon and fill their clause."""
    plain = plain_slots(passage)
    for position, total in enumerate(plain[:-_LEAST]):
        first = plain[position + 1]
        if _is_one_of_row(plain, position):
            continue
        if total.kind != kind or not _own_changes_between(passage, total, first):
            continue
        opened = _OPENS.match(first.before) or (_WHOLE.search(label_of(total)) and _FOLLOWS.match(first.before))
        alike = _named_alike(total, first) or _ORDINAL.match(label_of(first)) or _POSTS.search(label_of(total))
        halves = _known_halves(plain[position + 1 : position + 1 + _LEAST], total)
        halves = halves and (not position or not first.before.startswith("；"))
        if not opened and not ((alike or halves) and _FOLLOWS.match(first.before)):
            continue
        parts, ends = _parts_behind(passage, plain[position + 1 : position + _MOST_PARTS])
        if halves and len(parts) < _LEAST:
            parts = plain[position + 1 : position + 1 + _LEAST]
        if _is_no_list(passage, total, parts) or _have_their_own(passage, total, parts):
            continue
        labels = [label_of(part) for part in parts]
        posts = _POSTS.search(label_of(total)) and all(_POST.search(label) for label in labels)
        sorted_out = posts or (halves and len(parts) == _LEAST) or all(_ORDINAL.match(label) for label in labels)
        strange = [] if sorted_out else [label for label in labels if STRANGE.search(label)]
        plainly = not strange and all(same_kind(part, total) for part in parts)
        ends = ends or (sorted_out and not posts)
        if not _OPENS.match(first.before) and ((len(parts) <= _LEAST and not sorted_out) or not ends):
            continue
        if not opened and not sorted_out and not all(_named_alike(total, part) for part in parts):
            continue
        announced = _ANNOUNCED.search(label_of(total)) or not opened
        announced = announced and not (not opened and not sorted_out and _are_some(total, parts))
        if ends and plainly and len(parts) >= _LEAST and announced:
            whole = _sorted(plain, position, len(parts))
            found = Sum(whole, tuple(parts))
            goes_on = found.rest > 0 and _goes_on(passage, parts)
            yield judge_sum(found) if adds_up(whole, parts) else failed_list(found, goes_on=goes_on)


def _is_one_of_row(plain: list[Slot], position: int) -> bool:
    """甲捐款 8 万元，乙捐款 54 万元，丙捐款…; 第一批下达 a，第二批下达 b: one of a row is not the total of the rest."""
    total = plain[position]
    if position and plain[position - 1].index == total.index - 1 and _in_row(plain[position - 1], total):
        return True
    return any(_ORDINAL.match(name) for name in (re.sub("^[，；。]", "", total.before), label_of(total)))


def _are_some(total: Slot, parts: list[Slot]) -> bool:
    """投资 12.8，工业投资 6.3，房地产投资 2.1: a few of those that are called so, as far as short figures can tell."""
    digits = significant_digits(total.mention.text)
    rest = Sum(total, tuple(parts)).rest
    told = re.search("合计|共计|总计", label_of(total))
    return digits < _LONG and rest * _LITTLE > total.mention.value and told is None


def _is_no_list(passage: Passage, total: Slot, parts: list[Slot]) -> bool:
    """a、b，其余 c 由…解决 is not at its end; of 其中：甲站在职 11 人，乙所在职 3 人 the first is no total."""
    if _REST.match(passage.after(parts[-1])):
        return True
    if re.search("编制|在职|在编", label_of(total)) and any(_NOT_SERVING.search(label_of(part)) for part in parts):
        return True  # 编制 46 名，在职 44 人，离退休 38 人，临聘 9 人: kinds beside one another
    return "其中" in total.before and all(label_of(part)[-2:] == label_of(total)[-2:] for part in parts)


def _have_their_own(passage: Passage, total: Slot, parts: list[Slot]) -> bool:
    """土壤点位 42 个，功能区噪声点位 16 个、区域噪声点位 120 个，噪声点位共计 136 个: the last adds up the others."""
    behind = next(iter(passage.slots[parts[-1].index + 1 :]), None)
    row = parts
    if behind is None and len(parts) > _LEAST:
        behind, row = parts[-1], parts[:-1]
    told = behind is not None and _WHOLE.search(behind.before) is not None and same_kind(behind, total)
    return told and behind is not None and not adds_up(total, parts) and adds_up(behind, row)


def _parts_behind(passage: Passage, following: list[Slot]) -> tuple[list[Slot], bool]:
    """The figures from the first of *following* on that go on its list, and whether the list ends with them."""
    parts = [following[0]]
    for slot in following[1:]:
        between = passage.text[parts[-1].at + 1 : slot.at]
        if between.count("（") > between.count("）"):
            continue  # 在建工程 a（厂房 b），无形资产 c: what a bracket tells of a part is no part
        words = _ASIDE.sub("", between)
        aside = words != between
        if not JOINED.match(words if aside else slot.before):
            break
        if not aside and not _own_changes_between(passage, parts[-1], slot):
            break
        if len(parts) > 1 and parts[1].before.startswith("、") and words.startswith("，"):
            return parts, True  # 4 个：甲 1 个、乙 3 个，涉及单位 7 个
        parts.append(slot)
    return parts, _ENDS.match(_behind(passage, parts[-1])) is not None


def _goes_on(passage: Passage, parts: list[Slot]) -> bool:
    """Whether amounts of the total's kind follow behind a semicolon, which may be parts, too."""
    following = passage.slots[_last_change(passage, parts[-1]).index + 1 :]
    return any(same_kind(slot, parts[-1]) for slot in following) and "；" in passage.text[parts[-1].at :]


def _behind(passage: Passage, part: Slot) -> str:
    """What stands behind the last part, its own change and what a bracket tells of it left out."""
    last = _last_change(passage, part)
    return _ASIDE.sub("", passage.text[last.at + 1 :])[:_SEEN]


def _own_changes_between(passage: Passage, one: Slot, following: Slot) -> bool:
    """Whether nothing stands between two figures but how the first of them changed: T，升 P：甲 a，降 p，乙 b，升 q."""
    changed = changed_slots(passage)
    between = passage.slots[one.index + 1 : following.index]
    return all(slot.index in changed for slot in between)


def _last_change(passage: Passage, part: Slot) -> Slot:
    """The last figure that says how *part* changed; itself where none does."""
    changed = changed_slots(passage)
    last = part
    while last.index + 1 < len(passage.slots) and passage.slots[last.index + 1].index in changed:
        last = passage.slots[last.index + 1]
    return last


def _known_halves(two: list[Slot], total: Slot) -> bool:
    """税收 a，非税 b; 运行 a，购置 b: two parts that are always all there is of what both are called."""
    if len(two) < _LEAST or not all(same_kind(one, total) and one.mention.value <= total.mention.value for one in two):
        return False
    names = [label_of(one) for one in two]
    return any(
        whole.search(label_of(total)) and any(a.search(x) and b.search(y) for x, y in (names, names[::-1]))
        for whole, a, b in _HALVES
    )


def _in_row(before: Slot, slot: Slot) -> bool:
    return JOINED.match(slot.before) is not None and label_of(before)[-2:] == label_of(slot)[-2:]


def _named_alike(total: Slot, part: Slot) -> bool:
    """检查 126 次，日常检查 80 次、专项检查 30 次: the part's name ends in the total's."""
    name, own = (re.sub("[“”]", "", label_of(slot)) for slot in (total, part))
    name = name[-2:]
    if re.search("[季月]度?|第", label_of(total)):
        return False  # 一季度办理 46 件，二季度办理 52 件: the first of a row is not its total
    graded = re.search("满意|合格|达标|完成|[优良中差]$", name) is not None
    return len(name) > 1 and not graded and len(own) > len(name) and own.endswith(name) and same_kind(total, part)


def _sorted(plain: list[Slot], position: int, parts: int) -> Slot:
    """12 个，分三类：…: the number of kinds is no total, the figure before it is."""
    kinds = plain[position]
    before = plain[position - 1] if position else kinds
    counted = kinds.mention.value == parts and re.search(r"^[，。；]?(?:共|可)?分为?$", kinds.before) is not None
    return before if counted and same_kind(before, plain[position + 1]) else kinds
