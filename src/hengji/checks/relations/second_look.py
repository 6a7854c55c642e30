"""What no finder tried: figures whose own word says what they are computed from, where arithmetic finds the rest.

The finders read frames of sentences; this reads single words. 欠缴, 净值, 尚有, 余 say that a figure is what is left of
two others, 共计 that it adds up those in front, 调整后 that it is what was there and what came and went. Which figures
these are is tried out among those near by. Whatever explains the figure acquits it; where nothing does, it is an error
if the words of all figures agree on their parts, or if one slip of the pen would mend it beyond chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from hengji.checks.context import Context
from hengji.checks.relations.far_slips import far_slips
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.rates.completed import completed
from hengji.checks.relations.narrative.rates.means import means
from hengji.checks.relations.narrative.rates.plain_rates import plain_rate
from hengji.checks.relations.narrative.rates.rates_by_word import rates_by_word
from hengji.checks.relations.narrative.rates.swapped_rates import swapped_rates
from hengji.checks.relations.narrative.rates.two_and_their_rate import two_and_their_rate
from hengji.checks.relations.near_misses import LONGEST, Slipped, Terms, holds, slips_in, total_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.slips import SWAPPED, as_written
from hengji.checks.relations.twins import twins
from hengji.checks.relations.two_levels import two_levels
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, same_kind
from hengji.checks.relations.weighing.witnesses import ARITHMETIC
from hengji.facts.relation import Relation, RelationKind

__all__ = ["second_look"]

_REST = re.compile(
    r"(?:未(?!来|成年|婚|央|名|经)|尚(?:有|余|欠|缺|需|待|剩)|(?<!拖)欠(?!发达)|还(?:有|剩|差|需|欠)|仍(?:有|欠|需)|剩|"
    r"其余|余(?:额|款|下)|结余|节余|缺(?:口|额|岗|编|员|勤|席)|空(?:编|缺|岗|置)|差额|净[值额]|待(?:发|付|缴|处|办|建|拨|支|完|解|整改|收|还|验))[^，。；：、]{0,6}$"
)
_WHOLE = re.compile(
    r"应(?!急|用|对|届)|须|需|总|共|计划|合同|预算|核定|下达|安排|批复|签订|纳入|登记|受理|收到|原值|账面|概算|指标|筹集|到位|任务|编制|配[置备]|核编|定[员编]|设[岗置]"
)
_DONE = re.compile(
    r"已|实(?!施|有|验)|动用|完成|支付|拨付|缴纳|收回|办结|发放|折旧|使用|执行|兑现|整改|建成|支出|领取|处理|偿还|清欠|化解|上缴|入库|到账|现[有任配]|在[岗编职册]|到岗|出勤|上岗|出席|到会"
)
_OPENING = re.compile(
    r"(?:年初|原|批复)[^，。；：、]{0,6}预算|^预算(?:数|安排)?(?:为|是)?$|(?:年初|先期|提前|首次)[^，。；：、]{0,4}(?:安排|下达|批复)"
)
_CLOSING = re.compile(r"调整(?:后|预算)|(?:全年|最终|变更后)[^，。；：、]{0,4}(?:预算|安排|下达)")
_CAME = re.compile(r"追加|调增|增加|新增|追增|结转|下达|调入")
_WENT = re.compile(r"追减|调减|核减|减少|压减|收回|调出|扣除|削减")
_TOTAL = re.compile(
    r"^(?:以上|上述|各[项批期]|[两三四五六七八九](?:项|类|批|期|笔|者|部分|个方面)|全年|年内|资金|支出|金额|累计)*(?:合计|共计|总计|共(?!同|建|享|有))[^，。；：、]{0,6}$"
)
_SO_FAR = re.compile("^(?:全年|年内|共)?累计[^，。；：、]{0,6}$")
_ORDINAL = re.compile(
    r"第[一二三四五六]|^(?:20\d\d年)?\d{1,2}月(?!底|末|累计)|[一二三四]季度|[上下]半年|首[批期]|尾款|^[一二三四五六七八]是"
)
_HOW_MANY = re.compile(
    r"^(?:以上|上述)?([两三四五六七八九])(?:项|类|批|期|笔|者|部分|个方面)(?:资金|支出|金额)?(?:合计|共计|总计|共)"
)
_LEFT = re.compile(r"(?:年末|期末|年底|年终|滚存|累计)[^，。；：、]{0,6}(?:结余|余额|结存)[^，。；：、]{0,3}$")
_WAS = re.compile(r"(?:上年末|上年底|去年底|年初|期初|上年滚存)[^，。；：、]{0,8}$")
_OF_YEAR = re.compile(r"(?:当年|本年|年度|当期|本期)(?:收支)?(?:结余|盈余|结存)[^，。；：、]{0,3}$")
_OTHER_FLOWS = re.compile("分配|上解|上缴|缴回|调整|调剂|弥补|转入|转出|提取|核销")
_AMONG = re.compile(r"^[，；：]其中[^，。；：、]{1,12}$")
_ASIDE = re.compile(r"^(?:另|此外|同时)|收[回缴]|追[缴回]|以前|往年|历年")
_OTHER_MONEY = re.compile(
    r"^(?:，|都|均|全部)?(?:属于?|系|是|为|来自)[^，。；]{0,12}(?:上年|以前|往年|历年|年初|结转|另行|其他)"
)
"""剩下的 C 属上年结转: C is what is left of all that was spent, not of what was told before."""
_LISTS = re.compile("^[，：；（]其中")
_STRANGE = re.compile(r"其中|同比|上年|去年|人均|平均|占|目标|每|标准|单价|比[^，。；：]{1,10}(?:增加|减少|增长|下降)")
_BEFORE, _BEHIND, _WIDE = 5, 2, 12
_PAIR = 2
_NUMERALS = "零一两三四五六七八九"
_FAR = 60  # characters between the figures of one statement
_LONG, _SHORT = 4, 3  # digits that one wrong digit, and two swapped ones, must have to be no chance


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to compute a figure; `plain`: the words of all figures agree on it, and nothing else is near."""

    terms: Terms
    kind: RelationKind
    plain: bool
    least: int = _LONG


def second_look(context: Context, found: Sequence[Relation]) -> Iterator[Relation]:
    """Relations for figures that stand in none of *found* as the one stated."""
    stated = {one.figures[-1].start for one in found if one.figures and one.verdict != "suspicious"}
    doubted = {figure.start for one in found if one.verdict == "error" for figure in one.figures}
    confirmed = {figure.start for one in found if good(one.verdict) for figure in one.figures}
    known, settled = confirmed | doubted, stated | doubted
    # 人均 P，未超过 L 元: that a limit is kept does not say what P comes of
    reckoned = [one for one in found if one.verdict == "error" or (good(one.verdict) and one.kind != "target")]
    tried, seen = set(settled), {figure.start for one in reckoned for figure in one.figures}
    texts = passages(context)
    borne_out = _borne_out(found)
    yield from twins(context, texts, confirmed, doubted, borne_out)
    yield from far_slips(context, texts, borne_out, known)
    for index, passage in enumerate(texts):
        if len(passage.slots) > LONGEST:
            continue
        if len(passage.slots) <= _PAIR:  # what it is reckoned from stands in a sentence before
            yield from _rates(texts, index, tried)
            yield from means(texts, index, seen)
            continue
        rates = list(plain_rate(passage, texts[index - 1] if index else None, settled))
        first = [one for one in (*two_levels(passage), *rates) if one.figures[-1].start not in settled]
        yield from first
        since = {one.figures[-1].start for one in (*first, *rates)}
        tried |= since
        seen |= since
        yield from _rates(texts, index, tried)
        yield from means(texts, index, seen)
        yield from completed(passage, tried)
        yield from swapped_rates(passage, tried)
        for slot in passage.slots[_PAIR:]:
            told = slot.mention.start in settled or slot.mention.approximate
            if told or slot.kind not in (MONEY, COUNT):
                continue
            yield from _settled(_readings(passage, slot), slot, known)


def _rates(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """What is found goes into *settled*, which is not copied for every sentence."""
    told = list(rates_by_word(texts, index, settled))
    yield from told
    settled |= {one.figures[-1].start for one in told}
    yield from two_and_their_rate(texts, index, settled)


def _borne_out(found: Sequence[Relation]) -> set[int]:
    """The figures that arithmetic with two others and more confirms: a goal that was reached, or a second place that
    says the same, does not."""
    return {
        figure.start
        for one in found
        if good(one.verdict) and one.kind in ARITHMETIC and len(one.figures) > _PAIR
        for figure in one.figures
    }


def _readings(passage: Passage, slot: Slot) -> list[_Reading]:
    """What the word in front of *slot* lets it be computed from, the natural reading first."""
    label = label_of(slot)
    if _CLOSING.search(label):
        return _adjusted(passage, slot)
    if _LEFT.search(label) and not _WAS.search(label):
        return _left(passage, slot)
    if _REST.search(label) and not _ASIDE.search(label) and not _STRANGE.search(slot.before):
        return _rests(passage, slot)
    if _TOTAL.search(label):
        return _totals(passage, slot)
    if _SO_FAR.search(label):  # what is told may have come after earlier years, so that a slip alone is proof
        whole = label.startswith(("全年", "年内"))
        return [replace(one, plain=whole) for one in _totals(passage, slot)[:1] if one.plain]
    return []


def _near(passage: Passage, slot: Slot) -> list[Slot]:
    """The figures in front of *slot* that can be reckoned with it, in order."""
    before = passage.slots[max(0, slot.index - _BEFORE - 3) : slot.index]
    return [one for one in before if same_kind(one, slot) and not one.mention.approximate][-_BEFORE:]


def _is_told_apart(passage: Passage, slot: Slot) -> bool:
    """编制 46 名，其中…19 名；在职 43 人，其中…17 人，空编 3 名: two figures further off make it."""
    far = [one for one in passage.slots[max(0, slot.index - _WIDE) : slot.index] if same_kind(one, slot)]
    return any(holds(_gap(a, b, slot), slot) for a, b in combinations(far, _PAIR))


def _rests(passage: Passage, slot: Slot) -> list[_Reading]:
    around = _near(passage, slot)
    if _is_told_apart(passage, slot) and not any(holds(_gap(a, b, slot), slot) for a, b in combinations(around, _PAIR)):
        return []
    near = _without_parts(around)
    if len(near) < _PAIR:
        return []
    whole, done = near[-2:]
    last = around[-1]
    between = passage.text[whole.at : done.at] + passage.text[last.at : slot.at]
    named = _WHOLE.search(label_of(whole)) and _DONE.search(label_of(done)) and not _REST.search(label_of(done))
    whole_first = converted(whole.mention, done.mention.unit) >= done.mention.value
    beside = all(_is_rate_of(one, whole, done) for one in passage.slots[last.index + 1 : slot.index])
    close = len(between) < _FAR and not re.search("。|其中", between) and beside
    told = "；" in slot.before and _OTHER_MONEY.match(passage.after(slot)) is not None
    whole_first = whole_first or re.search("^[缺空]", label_of(slot)) is not None  # more there than there ought to be
    again = all(one.mention.value in (whole.mention.value, done.mention.value) for one in near[:-2])
    plain = bool(named) and whole_first and close and again and not told
    behind = [one for one in passage.slots[slot.index + 1 :][:_BEHIND] if same_kind(one, slot)]
    first = _Reading(_gap(whole, done, slot), "difference", plain)
    others = [(a, b) for a, b in combinations([*around, *behind], _PAIR) if (a, b) != (whole, done)]
    return [first, *(_Reading(_gap(a, b, slot), "difference", plain=False, least=0) for a, b in others)]


def _without_parts(near: list[Slot]) -> list[Slot]:
    """安排 A，动用 B，其中甲 a、乙 b，剩余 C: without the parts that make up what was done."""
    opens = next((at for at, one in enumerate(near) if at > 1 and _LISTS.match(one.before)), len(near))
    parts: Terms = [(1, one) for one in near[opens:]]
    return near[:opens] if len(parts) >= _PAIR and holds(parts, near[opens - 1]) else near


def _is_rate_of(rate: Slot, whole: Slot, done: Slot) -> bool:
    """排查 A 处，已整改 B 处，整改率 P，剩余 C 处: the rate between says how much of A is B."""
    if rate.kind != RATE or whole.mention.value <= 0:
        return False
    return good(judged(converted(done.mention, whole.mention.unit) / whole.mention.value, None, rate.mention))


def _left(passage: Passage, slot: Slot) -> list[_Reading]:
    """收入 A，支出 B，当年结余 D，年末滚存结余 C，比上年末 O 有所增加: what there was may stand behind what is left."""
    near = [*_near(passage, slot), *(one for one in passage.slots[slot.index + 1 :][:_BEHIND] if same_kind(one, slot))]
    was = [one for one in near if _WAS.search(label_of(one))]
    own = [one for one in near if _OF_YEAR.search(label_of(one))]
    if len(was) != 1 or len(own) != 1 or _OTHER_FLOWS.search(passage.text) or "其中" in passage.text:
        return []
    return [_Reading([(1, was[0]), (1, own[0])], "difference", plain=True)]


def _gap(a: Slot, b: Slot, like: Slot) -> Terms:
    high, low = sorted((a, b), key=lambda one: converted(one.mention, like.mention.unit), reverse=True)
    return [(1, high), (-1, low)]


def _adjusted(passage: Passage, slot: Slot) -> list[_Reading]:
    """年初预算 A，追加 B（含结转 b），调减 C，调整预算 T."""
    near = [one for one in _without_parts(_near(passage, slot)) if not passage.in_closed_bracket(one, slot)]
    start = next((at for at, one in enumerate(near) if _OPENING.search(label_of(one))), None)
    if start is None:
        return []
    terms: list[tuple[int, Slot]] = [(1, near[start])]
    for one in near[start + 1 :]:
        label = label_of(one)
        if _STRANGE.search(one.before) or not (_CAME.search(label) or _WENT.search(label)):
            return []
        terms.append((-1 if _WENT.search(label) else 1, one))
    return [_Reading(terms, "difference", plain=True)] if len(terms) > 1 else []


def _totals(passage: Passage, slot: Slot) -> list[_Reading]:
    """第一批 a，第二批 b，共计 T: all figures in front, in a row that begins with the sentence."""
    near = [one for one in passage.slots[: slot.index] if one.kind == slot.kind]
    near = [one for one in near if same_kind(one, slot) and not one.mention.approximate]
    among = next((at for at, one in enumerate(near) if _AMONG.match(one.before)), None)
    strange = [
        _STRANGE.search(one.before.replace("其中", "") if at == among else one.before) for at, one in enumerate(near)
    ]
    if len(near) < _PAIR or len(near) > 2 * _BEFORE or any(strange) or _STRANGE.search(slot.before):
        return []
    if any(_TOTAL.search(label_of(one)) or _REST.search(label_of(one)) or "。" in one.before for one in near):
        return []
    told = _HOW_MANY.search(label_of(slot))
    ordered = all(_ORDINAL.search(label_of(one)) for one in near) or (
        told is not None and _NUMERALS.index(told[1]) == len(near)
    )
    kind: RelationKind = "sum" if slot.kind == MONEY else "count"
    ways = [[(_towards(one, slot), one) for one in near[at:]] for at in range(len(near) - 1)]
    if among is not None and among < len(ways):  # 查处 N 起，其中甲 a 起，乙 b 起，合计 T 起
        ways = [ways[among], *ways[:among], *ways[among + 1 :]]
        ordered = False
    first = _Reading(ways[0], kind, plain=ordered)
    return [first, *(_Reading(way, kind, plain=False, least=0) for way in ways[1:])]


def _towards(one: Slot, total: Slot) -> int:
    """-1 for what was added among what was cut, and the other way round."""
    return -1 if {_way(label_of(one)), _way(label_of(total))} == {"增", "减"} else 1


def _way(label: str) -> str:
    found = re.findall("(?:追|调|核|压)(?:加|增|减)", label)
    return ("减" if found[-1].endswith("减") else "增") if found else ""


def _settled(readings: Sequence[_Reading], slot: Slot, confirmed: set[int]) -> Iterator[Relation]:
    if not readings or any(holds(reading.terms, slot) for reading in readings):
        return
    first = readings[0]
    slips = [
        slip
        for slip in slips_in(first.terms, slot, swapped=_SHORT, digit=first.least)
        if slip.slot is slot or slip.slot.mention.start not in confirmed
    ]
    own = any(one.slot is slot for one in slips) or (bool(slips) and slips[0].name == SWAPPED)
    if own or (first.plain and total_of(first.terms, slot) >= 0):
        yield _relation(first, slot, slips)


def _relation(reading: _Reading, slot: Slot, slips: Sequence[Slipped]) -> Relation:
    unit = slot.mention.unit
    right = as_written(total_of(reading.terms, slot), slot.mention)
    name = label_of(slot)
    signs = [(" + " if sign > 0 else " - ") + in_words(converted(one.mention, unit)) for sign, one in reading.terms]
    message = f"{name}按前面各数推算应为 {right}，文中为 {number(slot.mention)}。"
    roles = [*(("part" if sign > 0 else "spent", one.mention) for sign, one in reading.terms), ("stated", slot.mention)]
    likely = slips[0].told if len(slips) == 1 else ""
    return relation(reading.kind, "error", roles, "".join(signs).removeprefix(" + "), right, message, likely)
