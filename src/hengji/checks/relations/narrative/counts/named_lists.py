"""A number of things and their names: "内设 3 个科室：甲、乙、丙", "甲、乙、丙等三个单位"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import figure
from hengji.checks.relations.narrative.counts.names_ahead import (
    ASIDE,
    BODIES,
    BODY,
    SET_UP,
    all_bodies,
    least_and_most,
    told_in_full,
)
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.verdicts import number
from hengji.facts.relation import Figure, Relation, Severity, Verdict

__all__ = ["named_lists"]

_FIGURES = "\ue000-\ue005"
_BEHIND = re.compile(
    rf"{COUNT}(?P<noun>[^，。；：、（{_FIGURES}]{{0,12}}(?:（[\u4e00-\u9fff]{{1,4}}）)?)(?P<cue>：|，?(?:(?:分别|依次)[是为叫有]|名称?[为是]|即|具体[为是]|计有|具体有)：?|，?包括：?|，[为是有]：?|(?P<open>（))"
    rf"(?P<list>[^。；：{_FIGURES}]{{3,400}}?)(?=[。；]|$|(?(open)）|(?!))|，(?:另|其中|均|都|并|以上|由|共|现|负责|目前|各|实行|合计|涉及)[^、]*|，[^，。；、]{{2,40}}(?=[，。；]|$))"
)
_AHEAD = re.compile(
    rf"(?P<list>[^，。；：{_FIGURES}]{{2,160}}、[^，。；：{_FIGURES}]{{1,60}}?)(?P<open>等)?(?:，(?=合计|共计|总计|共\ue003))?(?P<in_all>合计|共计|总计|共)?"
    rf"{COUNT}(?P<noun>[\u4e00-\u9fff（]{{1,12}}|(?=[，。；]|$))"
)
_PAIR = re.compile(
    rf"(?P<list>[^，。；：、{_FIGURES}]{{2,40}}(?:和|及|与|以及)[^，。；：、{_FIGURES}]{{2,30}}?){COUNT}(?:方面|部分|科室|单位|指标|股室|项|类)"
)
_JOINER = re.compile(r"以及|及其|[和及与]")
_THINGS = frozenset("个家项所处名位种类大条部份座") | {"方面"}
_LONGEST = 20
_REACH, _NOUN = 230, 14  # characters that a list of `_AHEAD` takes in front of its count, and its noun behind it
_NAMED_AHEAD = re.compile(r"[\u4e00-\u9fff]{4}$")
"""What is counted may stand in front of its number: 打造美丽庭院示范点 6 个，即甲、乙、丙."""
_SHORT, _PLAIN, _FEW = 10, 12, 2
_LACKING = re.compile("未|偏离|逾期|滞后|扣分|失分|缺|超期|不达标|不合格|退回|暂停|取消")
"""What falls short is told completely, name by name."""


def named_lists(text: str, passage: Passage) -> Iterator[Relation]:
    """Every counted list of names in *passage*; *text* is the document's."""
    for match in _BEHIND.finditer(passage.text):
        slot = passage.slot_at(match.start())
        if slot is not None and _countable(slot) and "、" in match["list"]:
            relation = _behind(text, passage, slot, match)
            if relation is not None:
                yield relation
    for match in _lists_ahead(passage.text):
        slot = passage.slot_at(match.start("noun") - 1)
        if slot is not None and _countable(slot):
            names = SET_UP.split(match["list"])[-1]  # 二、基本情况 我部下设甲科、乙科: the list begins behind the verb
            low, high = least_and_most(names)
            if low <= slot.mention.value <= high:
                yield _relation(text, passage, slot, names, "ok", (low, high))
            elif told_in_full(match, slot):
                yield _relation(text, passage, slot, names, "error", (low, high))
    for match in _PAIR.finditer(passage.text):
        slot = passage.slot_at(match.end("list"))
        if (
            slot is not None
            and _countable(slot)
            and slot.mention.value == 2
            and len(_JOINER.findall(match["list"])) == 1
        ):
            yield _relation(text, passage, slot, match["list"], "ok", (2, 2))


def _lists_ahead(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_AHEAD`, looked for in front of each count: tried everywhere they cost most in long lists."""
    position = 0
    for count in re.finditer(COUNT, text):
        at = count.start()
        start = max(position, at - _REACH)
        if start >= at or "、" not in text[start:at]:
            continue
        match = _AHEAD.search(text, start, at + _NOUN)
        if match is not None and match.start("noun") - 1 == at:
            yield match
            position = match.end()


def _countable(slot: Slot) -> bool:
    mention = slot.mention
    return (
        str(mention.unit) in _THINGS and 2 <= mention.value <= 60 and not mention.decimals and not mention.approximate
    )


def _behind(text: str, passage: Passage, slot: Slot, match: re.Match[str]) -> Relation | None:
    names = match["list"]
    slot = _counted_in_all(passage, slot, names)
    clean = ASIDE.sub("", names)
    listed = clean.split("，")[0]
    low, high = least_and_most(listed)
    if low <= slot.mention.value <= high or low <= _with_kinds_before(passage, slot) <= high:
        return _relation(text, passage, slot, listed, "ok", (low, high))
    inner = [one for one in ASIDE.findall(names) if "、" in one]
    if inner and re.search("[村户点所个]|项目", match["noun"] or ""):
        return None  # 5个村的道路，分别为甲镇（东村、南村）、乙镇（…）: the brackets may hold what is counted
    closed = "，" not in clean and not re.search(r"等$|等[^、]{0,6}$|……|…", clean)
    if re.match("，(?:另有|另外|还有|加上|以及)", passage.text[match.end("list") :]):
        return None  # 16 个：甲、乙、丙、丁，另有卫生院 12 所
    if low <= _FEW and re.match("，(?!另|其中|均|都|并|以上|由|共|现)", passage.text[match.end("list") :]):
        return None  # 3 个，包括甲、乙，……: the words behind may tell of the third
    goes_on = passage.text.startswith("；", match.end("list")) and low <= _FEW  # 2 项：甲（…）；乙（…）
    closed = closed and not (goes_on and not (all_bodies(match["noun"], clean) or _of_one_end(clean)))
    short = all(2 <= len(name) <= _LONGEST for name in re.split("、", clean))
    if not closed or not short or "（" in clean:
        return None
    lacking = _LACKING.search(slot.label) is not None
    missed = min(abs(slot.mention.value - low), abs(slot.mention.value - high))
    lacking_few = missed <= _FEW and low > _FEW and bool(match["noun"])
    loose = match["cue"].rstrip("：") in ("，为", "，是", "，有")
    if loose and not lacking and not all_bodies(match["noun"], clean) and not (lacking_few and _are_alike(clean)):
        return None
    sure = match["cue"].startswith("：") or "分别" in match["cue"] or all_bodies(match["noun"], clean) or lacking
    one_kind = len({name[-1:] for name in re.split("、|和|以及", clean)}) == 1  # 即甲水库、乙水库和丙水库
    sure = sure or (lacking_few and "（" not in match["cue"] and _are_alike(clean))
    sure = sure or (
        "即" in match["cue"]
        and (bool(match["noun"]) or one_kind or _NAMED_AHEAD.search(slot.label) is not None)
        and all(len(name) <= _SHORT for name in clean.split("、"))
    )
    if match["cue"] == "（":  # an aside may say anything: names of the very things that are counted make a list
        noun = match["noun"]
        named = clean.split("、")
        sure = bool(noun) and (
            all(name.endswith(noun) for name in named)
            or (BODIES.search(noun) is not None and all(BODY.search(name) for name in named))
        )
        if not sure:
            return None
    return _relation(text, passage, slot, clean, "error" if sure else "suspicious", (low, high))


def _of_one_end(names: str) -> bool:
    return len({name[-1:] for name in re.split("、|和|以及", names)}) == 1


def _are_alike(names: str) -> bool:
    """Names of one length of breath: a list of things, and not what is said of them."""
    listed = re.split("、|以及|和|及|与", names)
    return all(2 <= len(name) <= _PLAIN for name in listed) and not re.search("[的了等]|其中|其他|[为是]", names)


def _counted_in_all(passage: Passage, last: Slot, names: str) -> Slot:
    """单位共 4 个，其中行政 1 个、参公 1 个、事业 2 个，分别是…: the names are of all of them, not of the last kind."""
    row = [last]
    while row[0].index and re.match("、", row[0].before):
        before = passage.slots[row[0].index - 1]
        if before.mention.unit != last.mention.unit:
            return last
        row.insert(0, before)
    whole = passage.slots[row[0].index - 1] if len(row) > 1 and row[0].index else None
    told = whole is not None and whole.mention.unit == last.mention.unit and re.search("其中|包括", row[0].before)
    return whole if whole is not None and told and "、" in names else last


def _with_kinds_before(passage: Passage, last: Slot) -> Fraction:
    """1个行政单位和2个事业单位，分别为甲、乙、丙: the names are of all the kinds that stand in a row."""
    total, slot = last.mention.value, last
    while slot.index and re.match(r"[^，。；：（\d]{1,12}[、，和及与]", slot.before):
        slot = passage.slots[slot.index - 1]
        if slot.mention.unit != last.mention.unit:
            break
        total += slot.mention.value
    return total


def _relation(
    text: str, passage: Passage, slot: Slot, names: str, verdict: Verdict, lengths: tuple[int, int]
) -> Relation:
    low, high = lengths
    counted = str(low) if low == high else f"{low}～{high}"
    if low <= slot.mention.value <= high:
        counted = str(slot.mention.value)
    message = f"所列名称共 {counted} 个，与文中一致。"
    if verdict != "ok":
        message = f"文中说 {number(slot.mention)}，其后所列名称为 {counted} 个：{names[:60]}。"
    listed = _place(text, passage, names)
    figures = (*((listed,) if listed else ()), figure("stated", slot.mention))
    formula = f"“{names[:40]}”的项数"
    severity: Severity = "high" if verdict == "error" else "medium"
    likely = "" if verdict == "ok" else "数目误写，或名单漏列、多列。"
    return Relation("count", verdict, figures, formula, counted, number(slot.mention), message, likely, severity)


def _place(text: str, passage: Passage, names: str) -> Figure | None:
    """Where the list stands in the document: from its first name to its last."""
    parts = [part for part in ASIDE.sub("、", names).split("、") if part]
    start = max(text.find(parts[0][-6:] + mark, passage.start, passage.end) for mark in ("、", "（"))
    start = start if start >= 0 else text.find(parts[0][-6:], passage.start, passage.end)
    end = text.find(parts[-1][:6], max(start, passage.start), passage.end)
    if start < 0 or end < 0:
        return None
    end += len(parts[-1][:6])
    return Figure("part", text[start:end], start, end)
