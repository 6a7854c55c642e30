"""Two figures of any unit and how far they are apart, tied by a word: 由 468 公斤提高到 541 公斤，亩均增产 73 公斤.

The word says that the figure behind it is a difference; which two figures it is the difference of follows from their
unit and place. Where the sentence leads from one to the other (由…到…), or both are of one name, any other difference
is wrong; elsewhere one slip of the pen must part the two, and nothing else near by may explain the figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from hengji.checks.relations.changes import changes
from hengji.checks.relations.naming import core, label_of, role_of
from hengji.checks.relations.narrative.rates.cases_left import cases_left
from hengji.checks.relations.near_misses import LONGEST, holds, slips_in, total_of
from hengji.checks.relations.passages import ANY, COUNT, MONEY, POINTS, RATE, SCORE, Passage, Slot
from hengji.checks.relations.slips import as_written, significant_digits
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.facts.relation import Relation, Verdict

__all__ = ["told_differences"]

_UP = "新增|净增|增加|增长|增收|增产|增效|提高|提升|扩大|上涨|上升|上调|延长|核增|超出|超过|超额|多出|高出"
_DOWN = (
    "净减|减少|减产|下降|降低|压缩|压减|缩短|缩减|缩小|下调|提前|核减|审减|节约|节省|节水|节电|节能|节支|少|"
    "缺口|缺额|短缺|尚有|尚余|尚欠|尚缺|尚差|还有|还差|仍有|剩余|未完成|未到位|未使用|未兑付|差额|相差|逾期|延期|超"
)
_WORD = re.compile(
    rf"(?:{_UP}|{_DOWN})(?:了|约|为|达到?|资金|金额|数|值)*(?P<noun>[^，。；：、（\ue000-\ue005]{{0,6}})$"
)
_OTHER_BASE = re.compile(r"同比|上年|去年|同期|环比|上季|上月|20\d\d年")
_LEADS = re.compile(
    rf"(?:由|从)[^，。；：（\ue000-\ue005]{{0,16}}(?P<a>{ANY})[^。；\ue000-\ue005]{{0,14}}?"
    rf"(?:到了?|至|为|达)[^，。；\ue000-\ue005]{{0,8}}(?P<b>{ANY})"
)
_TOGETHER = re.compile("合计|共计|累计|总共|一共|[，；]共")
_NOT_DONE = re.compile(
    r"(?:尚未|暂未|未|不予|没有|空|(?<![接招对优期等看])待)(?P<verb>[\u4e00-\u9fff]{1,2})(?:的|有)?[\u4e00-\u9fff]{0,2}$"
)
_ALL = re.compile("[应需拟共总]")
"""The words of a whole of which some is done and some is left."""
_SCORED = re.compile(
    r"(?:^|[，。；：])(?P<a>[^，。；：\ue000-\ue005]{2,8})(?:较|比)(?P<b>[^，。；：\ue000-\ue005]{2,8}?)"
    r"(?P<way>低|高|少|多|下降|降低|提高|减少|增加)(?:了|出)?$"
)
_PAIR = 2
_EACH = re.compile("每[\u4e00-\u9fff]|[人户村亩生]均|标准|津贴")
_BESIDES = re.compile("基础上|另外|再(?:增加|提高|加)|额外|叠加|加发|增发")
_GAP = re.compile(
    r"(?:小于|大于|少于|多于|高于|低于|相差|差额|减少|增加|节约|结余|剩余|超支?)[^，。；：、（\ue000-\ue005]{0,6}$"
)
_BLOCKED = re.compile(r"其中|每年|分别|另|此外")
_NEAR = 5  # figures in front of the difference that may be the two
_ASIDE = 3  # figures behind it that may be one of the two
_POOL = 10  # figures that are tried to explain the difference otherwise
_REACH = 40  # characters between a figure and the difference


def told_differences(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every such difference; *texts* are the passages in order."""
    for index, passage in enumerate(texts):
        for stated in passage.slots if len(passage.slots) <= LONGEST else ():
            if stated.kind == SCORE:
                yield from _of_scores(passage, stated)
            if stated.kind not in (MONEY, COUNT) or stated.mention.approximate or stated.mention.value <= 0:
                continue
            word = _WORD.search(stated.before)
            if word is None or stated.before.rfind("、") > word.start():
                yield from _left_over(passage, stated)
                yield from _other_unit(passage, stated)
                continue
            yield from _of(texts, index, stated)
            yield from _other_unit(passage, stated)


def _of(texts: Sequence[Passage], index: int, stated: Slot) -> Iterator[Relation]:
    passage = texts[index]
    before = [slot for slot in passage.slots[: stated.index][-_NEAR:] if _alike(slot, stated)]
    behind = [slot for slot in passage.slots[stated.index + 1 :][:_ASIDE] if _alike(slot, stated)]
    around = [slot for one in texts[max(0, index - 1) : index + 2] for slot in one.slots if slot is not stated]
    pool = [slot for slot in around if _alike(slot, stated) and slot.mention.value > 0][-2 * _POOL :][:_POOL]
    pair, certain = _pair(passage, stated, before, behind)
    if pair is None or (pair[1] in before and not certain and _told_of_base(passage, stated)):
        return
    explained = [two for two in (pair, *combinations(pool, 2)) if _apart(two, stated)]
    if explained:
        if explained[0] == pair and not _saved_by_more(pair, stated):
            yield _relation(pair, stated, "ok", "")
        return
    threes = list(combinations(before, _PAIR + 1))
    if any(holds([(1, a), (sign, b), (-1, c)], stated) for a, b, c in threes for sign in (1, -1)):
        return  # 建成 a 套，首批 b 套、二批 c 套，还有 D 套; 结转 a 件，立案 b 件，审结 c 件，未结 D 件
    if _TOGETHER.search(stated.before) and len(before) > _PAIR:
        return  # 甲预算 a、中标 b，乙预算 c、中标 d，合计节约 D: of both together
    high, low = sorted(pair, key=lambda slot: converted(slot.mention, stated.mention.unit), reverse=True)
    if not certain and _is_extra(pair, stated):
        return
    slips = slips_in([(1, high), (-1, low)], stated, swapped=2, digit=3)
    named = any(one.slot is stated for one in slips)
    if certain or (slips and (named or len(slips) == 1)):
        yield _relation(pair, stated, "error", slips[0].told if slips else "")


def _is_extra(pair: tuple[Slot, Slot], stated: Slot) -> bool:
    """甲每户 A 元，乙每户 B 元；特困户每户增加 D 元: what some get besides, and no difference of the two standards."""
    if _BESIDES.search(stated.before) is not None:
        return True
    each = all(_EACH.search(slot.before) for slot in (*pair, stated))
    return each or all(significant_digits(slot.mention.text) < _PAIR for slot in (*pair, stated))


def _saved_by_more(pair: tuple[Slot, Slot], stated: Slot) -> bool:
    """预算 2.80 万元，实际 2.96 万元，节约 0.16 万元: more was spent than there was, `savings` says so."""
    given, spent = (slot.mention for slot in pair)
    saved = re.search("节约|节省|节支", stated.before) and role_of(label_of(pair[0])) == "base"
    return bool(saved) and converted(spent, given.unit) > given.value


def _of_scores(passage: Passage, stated: Slot) -> Iterator[Relation]:
    """自评 96.5 分，复评 91.2 分，复评较自评低 5.3 分: the two scores are called by the two names."""
    told = _SCORED.search(stated.before)
    if told is None or stated.mention.approximate:
        return
    scores = [slot for slot in passage.slots[: stated.index] if slot.kind == SCORE and not _SCORED.search(slot.before)]
    pair = [[slot for slot in scores if core(told[name]) in label_of(slot)] for name in ("a", "b")]
    if [len(found) for found in pair] != [1, 1] or pair[0] == pair[1]:
        return
    (now,), (base,) = pair
    terms = [(1, now), (-1, base)] if told["way"] in "高多提高增加" else [(-1, now), (1, base)]
    if holds(terms, stated):
        yield _relation((now, base), stated, "ok", "")
    else:
        slips = slips_in(terms, stated, swapped=_PAIR, digit=_PAIR)
        yield _relation((now, base), stated, "error", slips[0].told if slips else "")


def _other_unit(passage: Passage, stated: Slot) -> Iterator[Relation]:
    """预算 128.6 万元，决算 121.4 万元，小于预算数 7.2 元: the digits are those of the difference, the unit is not."""
    told = stated.index >= _PAIR and _GAP.search(stated.before)
    if not told or _BLOCKED.search(stated.before):
        return
    alike = [slot for slot in passage.slots[: stated.index] if slot.kind == stated.kind]
    if len(alike) < _PAIR or alike[-1].index < stated.index - _PAIR:
        return
    a, b = alike[-_PAIR:]
    units = [slot.mention.unit_text for slot in (a, b, stated)]
    gap = abs(a.mention.value - b.mention.value)
    long = significant_digits(stated.mention.text) >= _PAIR
    if len(set(units)) != _PAIR or not long or gap != stated.mention.value:
        return
    if units[0] == units[1] and stated.kind == MONEY and not _apart((a, b), stated):
        yield _relation((a, b), stated, "error", f"单位疑应为“{units[0]}”。")
    elif stated.kind == COUNT and units[2] in units[:2] and len({unit.removeprefix("万") for unit in units}) == 1:
        odd, right = (a, units[1]) if units[0] != units[2] else (b, units[0])
        yield _unlike(odd, right, (a, b), stated)


def _unlike(odd: Slot, right: str, pair: tuple[Slot, Slot], stated: Slot) -> Relation:
    """供水 862.40 立方米，售水 741.66 万立方米，差额 120.74 万立方米: the digits hold in one unit only."""
    told = f"{number(pair[0].mention)}、{number(pair[1].mention)}与差额{number(stated.mention)}只有单位相同才成立"
    message = f"{told}，“{number(odd.mention)}”的单位疑应为“{right}”。"
    others = [slot for slot in (*pair, stated) if slot is not odd]
    roles = [*(("part", slot.mention) for slot in others), ("stated", odd.mention)]
    return relation("unit", "error", roles, "三数单位相同", f"{odd.mention.text}{right}", message, "漏写或误写了单位。")


def _told_of_base(passage: Passage, stated: Slot) -> bool:
    """Whether the sentence compares with a base of its own (比上年, 上年为 B): growth is judged there."""
    told = [change for change in changes(passage) if change.amount is not None and change.amount.index == stated.index]
    return any(change.base is not None or change.compared for change in told)


def _alike(slot: Slot, stated: Slot) -> bool:
    """Of one kind, or one of them told by the piece: 420 元 and 45 元/亩."""
    return slot.kind == stated.kind and (
        same_kind(slot, stated)
        or str(slot.mention.unit).partition("/")[0] == str(stated.mention.unit).partition("/")[0]
    )


def _pair(
    passage: Passage, stated: Slot, before: list[Slot], behind: list[Slot]
) -> tuple[tuple[Slot, Slot] | None, bool]:
    """The two figures that *stated* is the difference of, and whether words alone say so."""
    first = passage.slots[max(0, stated.index - _NEAR)]
    start = max(0, first.at - len(first.before))
    for match in reversed(list(_LEADS.finditer(passage.text, start, stated.at))):
        a, b = passage.slot_at(match.start("a")), passage.slot_at(match.start("b"))
        if a is not None and b is not None and a in before and b in before:
            between = [slot for slot in passage.slots[b.index + 1 : stated.index] if _alike(slot, stated)]
            told = passage.text[b.at + 1 : stated.at]
            if not between and "。" not in told and len(told) < _REACH and not _BLOCKED.search(told):
                return (a, b), not _OTHER_BASE.search(told) and _of_them(stated, a, b)
    figures = [slot for slot in passage.slots[: stated.index] if slot.kind not in (RATE, POINTS)]
    apart = len(before) > 1 and figures[-2:] == before[-2:]
    if apart and (before[-2].index == stated.index - _PAIR or _planned_and_done(before[-2], before[-1], stated)):
        a, b = before[-2:]
        told = passage.text[a.at : stated.at]
        listed = b.before.startswith("、") and stated.before.startswith("、")
        if not listed and not _BLOCKED.search(told) and not _WORD.search(b.before) and not _WORD.search(a.before):
            return (a, b), (_one_name(a, b) or _planned_and_done(a, b, stated)) and not _OTHER_BASE.search(
                stated.before
            )
    if before and behind and before[-1].index == stated.index - 1 and behind[0].index == stated.index + 1:
        told = passage.text[before[-1].at : behind[0].at]
        base = re.search(r"^(?:的)?（[^，。；）]{0,12}$", behind[0].before)
        if base and not _BLOCKED.search(told):
            return (before[-1], behind[0]), False
    return None, False


def _of_them(stated: Slot, a: Slot, b: Slot) -> bool:
    """Whether the difference is of what changed: 新增教师 8 人 is not that of the pupils."""
    word = _WORD.search(stated.before)
    noun = word["noun"] if word else ""
    alike = str(stated.mention.unit).partition("/")[0] == str(a.mention.unit).partition("/")[0]
    return alike and (not noun or noun[:2] in a.before + b.before)


def _left_over(passage: Passage, stated: Slot) -> Iterator[Relation]:
    """共 186 个，已建成 162 个，尚未建成 24 个: who has not done what the others have is the rest of all."""
    if stated.index < _PAIR:
        return
    whole, done = passage.slots[stated.index - 2], passage.slots[stated.index - 1]
    behind = re.match(r"^(?:的)?(?:尚未|暂未|未|不予|没有)(?P<verb>[\u4e00-\u9fff]{2})", passage.after(stated))
    not_done = _NOT_DONE.search(label_of(stated)) or behind
    if not not_done or not (_alike(whole, stated) and _alike(done, stated)) or whole.mention.approximate:
        return
    verb = not_done["verb"]
    said = (
        verb in label_of(done)
        or (verb.endswith(label_of(done)[-2:]) and label_of(done))
        or verb[:1] in label_of(done)[:4]
    )
    clean = (
        not re.search("编外|[，；]另|其中|上年|同比|目标|计划", done.before + stated.before) and "。" not in done.before
    )
    left = {figure.start for one in cases_left(passage) for figure in one.figures}
    if stated.mention.start in left or (verb in label_of(whole) and not _ALL.search(label_of(whole))):
        return  # 采纳 5 条、部分采纳 1 条、未采纳 1 条
    behind_it = passage.slots[stated.index + 1 : stated.index + 2]
    earlier = passage.slots[stated.index - 3 : stated.index - 2] if stated.index > _PAIR else ()
    if any(_alike(slot, stated) and holds([(1, slot), (1, whole), (-1, done)], stated) for slot in earlier):
        return  # 上年未结 86 件，立案 734 件，审结 692 件，未结 128 件
    if any(_alike(slot, stated) and holds([(1, whole), (1, done), (1, stated)], slot) for slot in earlier):
        return  # 毕业生 684 人，其中升学 434 人、就业 238 人、待就业 12 人
    if any(holds([(1, whole), (-1, done), (-1, stated)], slot) and same_kind(slot, stated) for slot in behind_it):
        return  # 准予 405 件，不予 19 件，撤回 8 件
    if said and clean and not done.mention.approximate and whole.mention.value >= done.mention.value:
        pair = (whole, done)
        yield _relation(pair, stated, "ok" if _apart(pair, stated) else "error", "")


def _one_name(a: Slot, b: Slot) -> bool:
    """实际工期 and 合同工期: two figures of one noun, one planned and one real."""
    one, other = label_of(a), label_of(b)
    told = re.search("实际|完成|审定|中标", one + other) and re.search("计划|合同|目标|定额|控制价|概算", one + other)
    told = told or (re.search("年初|期初|上年末", one + other) and re.search("年末|期末|年底", one + other))
    return bool(told) and len(one) > 2 and one[-2:] == other[-2:] and one[:2] != other[:2]


def _planned_and_done(a: Slot, b: Slot, stated: Slot) -> bool:
    """目标 A，实际完成 B，少 D: the goal and what was done of it, and nothing but the word that parts them."""
    planned = re.search("(?:目标|计划|任务|应[^，。；]{0,4})(?:数|值|为)?$", label_of(a)) and "实际" in label_of(b)
    return bool(planned) and re.fullmatch("，(?:比(?:目标|计划))?(?:少|多|超|差|缺)(?:了)?", stated.before) is not None


def _apart(two: tuple[Slot, ...], stated: Slot) -> bool:
    high, low = sorted(two, key=lambda slot: converted(slot.mention, stated.mention.unit), reverse=True)
    return holds([(1, high), (-1, low)], stated)


def _relation(pair: tuple[Slot, Slot], stated: Slot, verdict: Verdict, likely: str) -> Relation:
    unit = stated.mention.unit
    high, low = sorted(pair, key=lambda slot: converted(slot.mention, unit), reverse=True)
    computed = total_of([(1, high), (-1, low)], stated)
    right = as_written(computed, stated.mention)
    message = "两数之差与文中一致。"
    if verdict != "ok":
        message = f"{number(high.mention)}与{number(low.mention)}相差 {right}，文中为 {number(stated.mention)}。"
    formula = f"{in_words(converted(high.mention, unit))} - {in_words(converted(low.mention, unit))}"
    roles = [("base", pair[0].mention), ("current", pair[1].mention), ("stated", stated.mention)]
    return relation("difference", verdict, roles, formula, right, message, likely)
