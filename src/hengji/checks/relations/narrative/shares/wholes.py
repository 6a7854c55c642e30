"""What shares say: their part, their rate and the words for their whole; which are siblings; what the whole may be.

The whole of siblings is the total announced before the first of them, or the figure that their own words name. An
expenditure's whole is an expenditure, an income's an income, unless the words say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, matches, role_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, interval_of, judged, same_kind

__all__ = [
    "BACK",
    "Share",
    "Whole",
    "adds_up_to",
    "are_siblings",
    "outturn_of",
    "shares_of",
    "whole_divided",
    "wholes_of",
]

_TAIL = r"的?(?:比重|比例|比率|百分比|份额|比)?(?:大约|约|为|是|达到?|高达|仅|：)*"
_SHARE = re.compile(
    rf"^(?:(?:[^，。；：（]{{1,24}}|（[^）]{{1,16}}）)，|[，、（])?(?P<lead>[^，。；：（]{{0,10}})"
    rf"占(?P<whole>(?!用|地|有率)[^，。；：]{{0,30}}?){_TAIL}$"
)
_WITHIN = re.compile(
    rf"^[，、](?P<lead>)在(?P<whole>[^，。；：]{{2,16}}?)(?:之)?中的?(?:占比|(?=比重|比例|份额|百分比)){_TAIL}$"
)
"""人员经费 A，在基本支出中的比重为 P."""
_WHOLE = re.compile(r"占(?P<whole>[^，。；：]{0,24})$")
_OF = re.compile(rf"^）?{_TAIL}$")
_COMPOSED = re.compile(r"(?P<what>[^，。；：\ue000-\ue005]{2,24}?)的?(?:具体|主要)?(?:构成|组成|结构)")
_OF_THE_HOUSE = re.compile("^全[馆局院校站所](?=[收支])")
"""占全馆支出总计: what is said of the house whose paper it is."""
BACK = 40  # figures before a share among which its whole is looked for
_UNION = re.compile("(.{2,6})(?:及以[上下]|以[上下])")
_AWARDED = re.compile("授予中小(?:微)?企业")
_PROCURED = re.compile("政府采购(?:支出|合同|成交)?(?:总?金?额|合计)$")
"""财库〔2022〕19号: what went to small firms is told as a share of all that was bought."""
_LEAD_IN = re.compile(
    r"^[，。；：（]?(?:其中|包括|分别|具体|主要|由|按[^，。；：]{1,16}?(?:划分|分类|分|看|性质|来源|用途|科目)[^，。；：]{0,4}[：，]|[^，。；]{0,12}构成[^，。；]{0,4}：)"
)
_TOTAL = re.compile(r"合计|总计|总额|共计|总(?:收入|支出|预算|投资|资金|数|量)")
_PEOPLE = frozenset(("人", "名", "户", "位"))
_ANSWERED = re.compile(r"有效|收回|回收|样本|问卷")
_SPENT = re.compile("支出(?:总?额|合计|总计)?$|采购(?:总?额|支出|金额)|实际|决算|成交|合同")
_DONE = re.compile("支出|执行|支付|列支|采购总?额|实际|决算|成交|合同")
_PLANNED = re.compile("预算|计划|概算")
_HEADING = re.compile(
    r"\n[ \t\u3000]{0,8}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])"
    r"(?:20\d\d(?=年)|[^\n，。；：\d]){2,40}(?=\n)"
)
_EXACT = 2  # decimals of a share that two wholes do not give by chance
_PLANNED_OR_DUE = re.compile("预算|计划|概算|任务|目标|指标|应")
_STANDARD = re.compile("（[^（）]{0,4}每[^（），]{0,8}$")
"""3276 万元（按每公里 70 万元补助），占 P: no part, but how the part was reckoned."""
_CLOSED = re.compile("^）(?=，?(?:共|约|合计)?占)")
_LIST = 8  # parts of a list behind which their total is told as a share of its plan
_GAP = 4  # characters between a sentence and the one that goes on with 其中
_INSIDE = re.compile(
    r"(?:^|[，。；：])(?:在|而)?(?P<what>[^，。；：、其\ue000-\ue005]{2,12}?)(?:之|当)?(?:中(?![心学小央介标医级国期等层药型队转])|里面?，?)[^，。；：]{2,16}$"
)
_APART = 3  # passages that may lie between siblings


@dataclass(frozen=True, slots=True)
class Share:
    part: Slot
    rate: Slot
    whole: str
    named: Slot | None
    passage: int


@dataclass(frozen=True, slots=True)
class Whole:
    """A candidate for the whole of a group: `rank` 3 is named with its figure, 2 by the same words, 1 is a guess."""

    slot: Slot
    rank: int


def are_siblings(a: Share, b: Share, texts: list[Passage], between: Sequence[Slot]) -> bool:
    """Whether two shares, with the figures *between* them, divide one whole."""
    if b.passage - a.passage > _APART or a.named is not None or b.named is not None or not same_kind(a.part, b.part):
        return False
    goes_on = not b.whole and a.passage == b.passage and re.match("^[；，、]", b.part.before)  # 占 W 的 P；乙，占 Q
    if (core(a.whole) != core(b.whole) and not goes_on) or re.search(r"[；。，]按[^；。，]{1,16}：?", b.part.before):
        return False
    if _within(b) and _within(b) != _within(a):
        return False  # 项目支出 A，占 P，项目支出中甲 a，占 Q: of A
    if _differ(_family(label_of(a.part)), _family(label_of(b.part))) or _announced_anew(a, b, texts, between):
        return False
    if a.whole and not b.whole and re.search("(?:用途|其中|包括|用于)[为是：]{0,2}[^，。；：]{0,16}$", b.part.before):
        return False  # A 占全年支出的 P，用途为：甲 a，占 p: of A, not of the year's
    if a.passage == b.passage:
        return True
    led = _leading(a, texts)
    if led is not None and a.part.kind == MONEY and not _room_for_both(a.part, b.part, led):
        return False  # T，其中 a，占 P。 b，占 Q: b is more than what T has beside a
    apart = [passage for passage in texts[a.passage + 1 : b.passage + 1] if _COMPOSED.search(passage.text)]
    return not apart and b.part.index == 0


def _room_for_both(a: Slot, b: Slot, whole: Slot) -> bool:
    unit = whole.mention.unit
    return converted(a.mention, unit) + converted(b.mention, unit) <= whole.mention.value


def whole_divided(group: list[Share], following: Share, text: str) -> bool:
    """Whether the whole of *group* is done with where *following* comes: its shares make 100%, or a heading, which
    divides something else, stands between them in a passage of its own."""
    if following.passage == group[-1].passage:
        return False
    total = sum((share.rate.mention.value for share in group), Fraction(0))
    slack = Fraction(len(group), 2) * max(one.rate.mention.step for one in group)
    if len(group) > 1 and abs(total - 1) <= slack:
        return True
    return _HEADING.search(text, group[-1].rate.mention.end, following.part.mention.start) is not None


def _announced_anew(a: Share, b: Share, texts: list[Passage], between: Sequence[Slot]) -> bool:
    """Whether another total stands between the two: a figure that both parts fit into, and no budget of its own row."""
    both = a.part.mention.value + converted(b.part.mention, a.part.mention.unit)
    big = [
        slot
        for slot in between
        if same_kind(slot, b.part) and converted(slot.mention, a.part.mention.unit) >= both and _may_total(slot)
    ]
    if not big:
        return False
    changed = {
        passage.slots[index].mention.start
        for passage in texts[a.passage : b.passage + 1]
        for index in changed_slots(passage)
    }
    return any(slot.mention.start not in changed for slot in big)


def _may_total(slot: Slot) -> bool:
    label = label_of(slot)
    return role_of(label) != "base" or _TOTAL.search(label) is not None


def _family(label: str) -> str:
    """收入 or 支出, where the name is plainly one of them."""
    found = set(re.findall("收入|支出", label.replace("收支", "收入支出")))
    return found.pop() if len(found) == 1 else ""


def _differ(a: str, b: str) -> bool:
    return bool(a and b and a != b)


def shares_of(passage: Passage, index: int) -> Iterator[Share]:
    """Every share that *passage* states."""
    taken = changed_slots(passage) if "占" in passage.text else frozenset()
    plain: list[Slot] = []  # the amounts and counts in front of the rate
    for rate in passage.slots:
        if rate.kind in (MONEY, COUNT) and rate.index not in taken and not _STANDARD.search(rate.before):
            plain.append(rate)
        match = _WITHIN.match(rate.before) if rate.kind == RATE else None
        if rate.kind != RATE or (match is None and "占" not in passage.text[max(0, rate.at - 60) : rate.at]):
            continue
        match = match or _SHARE.match(_CLOSED.sub("", rate.before))
        told = _outside(passage, plain, rate)
        union = _UNION.search(match["lead"]) if match else None
        if union is not None and told and union[1] not in label_of(told[-1]):
            continue  # 本科 42 人、大专及以下 8 人，本科及以上学历占 P: of several kinds together
        inside = frozenset(slot.index for slot in plain[len(told) :])
        if match and told and _own(passage, told[-1], rate, taken | inside) and "由" not in match["lead"]:
            yield Share(told[-1], rate, _OF_THE_HOUSE.sub("", match["whole"]), None, index)
        elif len(plain) > 1 and plain[-1].index == rate.index - 1 and _OF.match(rate.before):
            inner = _WHOLE.search(plain[-1].before)
            if inner and plain[-2].index == rate.index - 2 and same_kind(plain[-1], plain[-2]):
                parts = _outside(passage, plain[:-1], plain[-1])
                yield Share(_done(parts, plain[-1], rate), rate, inner["whole"], plain[-1], index)
            elif not inner and (other := _of_second_whole(passage, plain, rate)) is not None:
                yield Share(other, rate, label_of(plain[-1]), plain[-1], index)


def _outside(passage: Passage, plain: list[Slot], slot: Slot) -> list[Slot]:
    """A（另有其他资金 a），占 W 的 P: without what stands in a bracket that closes right in front of the share;
    a bracket that counts the part itself (补助（每户 500 元，共 A）) has no figure of its kind in front."""
    opened = passage.text.rfind("（", 0, slot.at)
    bare = passage.text[opened + 1 : opened + 2] in (MONEY, COUNT)  # 柒万元（73,600 元）
    if not _CLOSED.match(slot.before) or bare:
        return plain
    before = [one for one in plain if one.at < opened]
    beside = before and opened - before[-1].at <= _GAP and before[-1] is not plain[-1]
    return before if beside and same_kind(before[-1], plain[-1]) else plain


def _done(parts: Sequence[Slot], whole: Slot, rate: Slot) -> Slot:
    """T，其中 a、b、c，占任务 W 的 P: of more than its list the nearest that P is true of, else the one in front."""
    alike = [slot for slot in reversed(parts) if same_kind(slot, whole)][:_LIST]
    if whole.mention.value <= 0 or len(alike) <= _EXACT or not _PLANNED_OR_DUE.search(label_of(whole)):
        return parts[-1]
    shares = [(slot, converted(slot.mention, whole.mention.unit) / whole.mention.value) for slot in alike]
    return next((slot for slot, share in shares if judged(share, None, rate.mention) == "ok"), parts[-1])


def _of_second_whole(passage: Passage, plain: Sequence[Slot], rate: Slot) -> Slot | None:
    """12 个点、资金 a，占全部 32 个点的 P、资金总额 T 的 Q: the part of *rate*, which is of the second whole."""
    second = plain[-1]
    first = passage.slots[rate.index - 3] if rate.index > _EXACT else second
    joined = (
        second.before[:1] in "、和及，" and "占" not in second.before and passage.slots[rate.index - 2].kind == RATE
    )
    if not joined or first is second or not _WHOLE.search(first.before) or same_kind(first, second):
        return None
    return next((slot for slot in reversed(plain) if slot.index < first.index and same_kind(slot, second)), None)


def _own(passage: Passage, part: Slot, rate: Slot, taken: frozenset[int]) -> bool:
    """Whether only changes of the part stand between it and its share."""
    return all(slot.index in taken for slot in passage.slots[part.index + 1 : rate.index])


def wholes_of(group: list[Share], flat: list[Slot], order: dict[int, int], texts: list[Passage]) -> list[Whole]:
    """Candidates for the whole of *group*, nearest first."""
    first = group[0]
    if first.named is not None:
        return [Whole(first.named, 3)]
    position = order[first.part.mention.start]
    before = [slot for slot in reversed(flat[max(0, position - BACK) : position]) if _divisible(slot, first.part)]
    phrase = first.whole or _within(first) or _announced(first, texts[first.passage])
    own = next((name for share in group if (name := _family(label_of(share.part)))), "")
    led = _leading(first, texts)
    budget = core(phrase) == "预算" and _one_budget(before)
    found: list[Whole] = []
    seen: set[Fraction] = set()
    for slot in before:
        value = converted(slot.mention, first.part.mention.unit)
        if len(group) == 1 and value == first.part.mention.value and first.rate.mention.value != 1:
            continue  # 支出总计 A。…A 占全年支出的 P: the part itself, told before
        if value in seen or value < max(share.part.mention.value for share in group):
            continue
        seen.add(value)
        grade = matches(phrase, label_of(slot)) if phrase else 0
        grade = (
            2 if _AWARDED.search(label_of(first.part)) and not phrase and _PROCURED.search(label_of(slot)) else grade
        )
        grade = 2 if budget and label_of(slot).endswith(("预算", "预算数", "预算为")) else grade
        announced = led is not None and slot.mention.start == led.mention.start
        if grade == 2 or (announced and led is not None and (not phrase or _called_alike(phrase, led))):
            found.append(Whole(slot, 2))
        elif not grade and _differ(own, _family(label_of(slot))):
            continue
        elif grade == 1 or len(seen) <= 8 or adds_up_to(group, slot):
            found.append(Whole(slot, 1))
    return found


def outturn_of(share: Share, whole: Slot, passage: Passage) -> Slot | None:
    """占支出总额的 P, where P is of the budget *whole* (预算 B，实际 A): the outturn that stands behind that budget."""
    spent = _SPENT.search(share.whole) and not _PLANNED.search(share.whole)
    exact = share.rate.mention.decimals >= _EXACT
    if not (spent and exact and _PLANNED.search(label_of(whole)) and role_of(label_of(whole)) == "base"):
        return None
    behind = next((slot for slot in passage.slots if slot.mention.start > whole.mention.start), None)
    if behind is None or behind is share.part or not same_kind(behind, whole):
        return None
    return behind if role_of(label_of(behind)) == "part" and _DONE.search(label_of(behind)) else None


def _one_budget(before: Sequence[Slot]) -> bool:
    """Whether all figures called 预算 are one amount, so that 占预算 can mean no other."""
    return len({slot.mention.value for slot in before if re.search("预算(?:数|为)?$", label_of(slot))}) == 1


def _divisible(whole: Slot, part: Slot) -> bool:
    """Whether *part* can be a share of *whole*: of one kind, or people of so many papers filled in."""
    papers = str(part.mention.unit) in _PEOPLE and str(whole.mention.unit) == "份"
    return same_kind(whole, part) or (papers and _ANSWERED.search(whole.label) is not None)


def _called_alike(phrase: str, led: Slot) -> bool:
    """处置固定资产原值 T，其中 a，占处置总额的 P: the whole's verb stands in the name of the total in front."""
    verb = core(phrase)
    return bool(phrase) and len(verb) == 2 and verb not in ("支出", "收入", "预算") and verb in label_of(led)


def _within(share: Share) -> str:
    """What the part says itself that it is a part of: 项目支出中甲 a，占 P."""
    told = _INSIDE.search(share.part.before)
    return core(told["what"]) if told and not share.whole else ""


def _announced(share: Share, passage: Passage) -> str:
    match = _COMPOSED.search(passage.text[: share.part.at])
    return match["what"] if match else ""


def _leading(share: Share, texts: list[Passage]) -> Slot | None:
    """The total announced before the first part (T，其中：a …), nothing but its own changes between them."""
    if not _LEAD_IN.search(share.part.before):
        return None
    passage, index = texts[share.passage], share.part.index
    if index == 0 and share.passage:
        before = texts[share.passage - 1]
        if passage.start - before.end > _GAP:
            return None
        passage, index = before, len(before.slots)
    changed = changed_slots(passage)
    plain = [slot for slot in passage.slots[:index] if slot.index not in changed and same_kind(slot, share.part)]
    only_rates = all(slot.index in changed for slot in passage.slots[plain[-1].index + 1 : index]) if plain else False
    return plain[-1] if plain and (only_rates or len(plain) == 1) else None


def adds_up_to(group: list[Share], whole: Slot) -> bool:
    """Whether the parts can make up *whole*."""
    unit = whole.mention.unit
    if len(group) < 2:
        return False
    total = interval_of(group[0].part.mention, unit)
    for share in group[1:]:
        total = total + interval_of(share.part.mention, unit)
    return total.meets(interval_of(whole.mention, unit))
