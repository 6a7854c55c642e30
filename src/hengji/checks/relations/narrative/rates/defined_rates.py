"""Rates whose name or bracket says what is divided by what, over figures that stand a sentence apart.

按期办结率（按期办结÷办结）P; 年初预算 A，追加 B，…预算调整率 P; 完成 A 人。…就业 B 人，就业率 P;
到位 A，到位率 P，尚有 B 未到位; 评为优的 a 个、良的 b 个，优良率 P; 完好 A，完好率 P，总数 B.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.rates.cases_left import stem_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
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
from hengji.facts.relation import Relation, Verdict

__all__ = ["defined_rates"]

_LINK = r"(?:分别|高?达到?|实现|均|为|是|仅|约|：)*$"
_BRACKET = re.compile(
    rf"(?P<name>[^，。；：（）、]{{1,14}}率)（(?P<part>[^（）÷/\ue000-\ue005]{{1,12}})[÷/](?P<base>[^（）×*\ue000-\ue005]{{1,12}})[^（）]{{0,6}}）{_LINK}"
)
_ADJUSTED = re.compile(rf"(?:预算)?调整率{_LINK}")
_NAMED = re.compile(rf"(?P<name>[^，。；：（、]{{0,10}}[\u4e00-\u9fff]{{2}}率){_LINK}")
_GOOD = re.compile(rf"(?P<name>优良|优秀|良好以上|优良等级)率{_LINK}")
_GRADES = re.compile(r"(优秀|良好|合格|不合格|[优良中低差])[”\"]?(?:等次|等级|档|的|为|有|分别)*$")
_CHANGE = re.compile(
    r"(?:追加|追减|调增|调减|净增|净减|核增|核减|调整(?:金额|额|数))(?:预算|指标|资金|支出|了|为|共)*$"
)
_FIRST = re.compile(r"(?:年初|原|全年|批复|当年|核定|部门)[^，。；：]{0,8}预算|预算[^，。；：后]{0,6}$")
_BECAME = re.compile("(?:调整|追加|追减|调[增减])(?!之?前)[^，。；：]{0,8}预算|预算[^，。；：]{0,4}调整(?!之?前)")
"""全年调整预算数 A，较年初净增 D: what the budget became is not what it was."""
_TAKEN_BACK = re.compile("收回|统筹|压减|压缩|调出")
_OPEN = re.compile(r"^(?:目前|现|仍|还|其中|县级配套|[^，。；：\ue000-\ue005]{0,8})?(?:尚|还|仍)?(?:有|欠|剩|余)$")
_OF = re.compile(r"^的(?:约|近)?$")
_OF_NOUN = re.compile(r"^[^，。；：、\ue000-\ue005率比]{1,6}的$")
_IS = re.compile(r"^[，（](?:约)?(?:为|是|相当于|完成了?|达到?了?|覆盖了?|惠及)[^，。；：\ue000-\ue005]{1,14}$")
_ALL_OF = re.compile(
    r"^[，；（](?:其中)?[^，。；：\ue000-\ue005]{0,8}(?:总数|总量|总共|共有?|应有?|总计|合计)[^，。；：\ue000-\ue005]{0,3}$"
)
_OTHERS = re.compile(r"增长|下降|满意|得分|控制|执行|变动")
_TOTALLED = re.compile("(?:合计|总计|总额|总数|共计|为|是|共|：)+$")
_LONG_NAME = 3  # characters of a name that means one figure wherever it is told
_PAIR = 2
_BACK = 2  # sentences of the paragraph in which the base may stand
_MOST_ADDED = 5  # counts of the sentence before of which two may be the base together
_MOST = 2  # different figures that may be the base before it is a guess


def defined_rates(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every such rate of the text; *texts* are the passages in order."""
    for index, passage in enumerate(texts):
        if RATE not in passage.text:
            continue
        before = _of_paragraph(context, texts, index)
        for rate in passage.slots:
            if rate.kind == RATE and not rate.mention.approximate and rate.mention.value >= 0:
                bracket = _BRACKET.search(rate.before)
                if bracket:
                    far = context.once(defined_rates, lambda: _by_name(texts))
                    yield from _bracketed(passage, before, rate, bracket, far)
                else:
                    yield from _of(passage, before, rate)


def _of_paragraph(context: Context, texts: Sequence[Passage], index: int) -> list[Passage]:
    """The sentences of the same paragraph right before, nearest first."""
    found: list[Passage] = []
    for position in range(index - 1, max(-1, index - 1 - _BACK), -1):
        if "\n" in context.document.text[texts[position].end : texts[position + 1].start]:
            break
        if "\n" in context.document.text[texts[position + 1].start : texts[position + 1].end].rstrip():
            break
        found.append(texts[position])
    return found


def _of(passage: Passage, before: list[Passage], rate: Slot) -> Iterator[Relation]:
    if _ADJUSTED.search(rate.before):
        yield from _adjusted(passage, before, rate)
    elif _GOOD.search(rate.before):
        yield from _graded(passage, before, rate)
    elif _OF.match(rate.before) or (_OF_NOUN.match(rate.before) and rate.index > 1):
        yield from _of_base(passage, rate)
    elif (name := _NAMED.search(rate.before)) is not None:
        yield from _with_the_rest(passage, rate, name["name"])
        yield from _base_behind(passage, rate, name["name"])
        yield from _part_behind(passage, rate, name["name"])
        yield from _of_sentence_before(passage, before, rate, name["name"])


def _by_name(texts: Sequence[Passage]) -> Mapping[str, list[Slot]]:
    """The amounts and counts of the text by the last characters of what they are called."""
    found: dict[str, list[Slot]] = defaultdict(list)
    for passage in texts:
        for slot in _figures(passage, len(passage.slots)):
            found[_TOTALLED.sub("", label_of(slot))[-_PAIR:]].append(slot)
    return found


def _bracketed(
    passage: Passage, before: list[Passage], rate: Slot, told: re.Match[str], far: Mapping[str, list[Slot]]
) -> Iterator[Relation]:
    """名（甲÷乙）P: the figures called 甲 and 乙; one that the paragraph does not tell, as the paper tells it once."""
    pool = [*_figures(passage, rate.index), *(slot for one in before for slot in _figures(one, len(one.slots)))]
    part, base = (_called(pool, told[name]) or _told_once(far, told[name]) for name in ("part", "base"))
    if part and base and part is not base and same_kind(part, base):
        yield from _judged(told["name"], [part], [base], rate)


def _told_once(far: Mapping[str, list[Slot]], name: str) -> Slot | None:
    if len(name) < _LONG_NAME:
        return None
    found = [slot for slot in far.get(name[-_PAIR:], ()) if _TOTALLED.sub("", label_of(slot)).endswith(name)]
    return found[0] if len({slot.mention.value for slot in found}) == 1 else None


def _called(pool: Sequence[Slot], name: str) -> Slot | None:
    """The figure whose label ends in *name* with the fewest other words; nearest first."""
    key = re.sub(r"(?:份|人|件|个|户|问卷|总)?数?$", "", name)
    ending = re.compile(rf"{re.escape(key)}(?:了|数|共|的|为|：|问卷|案件|件|合计|总计|总额|总数)*$")
    found = [slot for slot in pool if key and ending.search(label_of(slot))]
    return min(found, key=lambda slot: len(label_of(slot)), default=None)


def _adjusted(passage: Passage, before: list[Passage], rate: Slot) -> Iterator[Relation]:
    """年初预算 A，追加 B: B ÷ A, never by what the budget became."""
    for one, end in ((passage, rate.index), *((one, len(one.slots)) for one in before)):
        money = [slot for slot in one.slots[:end] if slot.kind == MONEY and not slot.mention.approximate]
        moved = [slot for slot in money if _CHANGE.search(label_of(slot))]
        bases = [slot for slot in money if _FIRST.search(label_of(slot)) and not _BECAME.search(label_of(slot))]
        bases = [slot for slot in bases if slot not in moved]
        if moved:
            if any(_TAKEN_BACK.search(label_of(slot)) for slot in money if slot.index > moved[0].index):
                return  # 追加 B、收回 C
            first = bases[0] if bases and bases[0].index < moved[0].index else None
            if len(moved) == 1 and first and same_kind(first, moved[0]):
                yield from _judged("预算调整率", moved, [first], rate)
            return


def _graded(passage: Passage, before: list[Passage], rate: Slot) -> Iterator[Relation]:
    """优 a 个、良 b 个，优良率 P: of all that were graded."""
    counts = [slot for slot in _figures(passage, rate.index) if slot.kind == COUNT]
    graded = {match[1]: slot for slot in counts if (match := _GRADES.search(label_of(slot)))}
    wanted = ("优秀", "优") if "优秀" in rate.before else ("优秀", "优", "良好", "良")
    parts = [slot for name, slot in graded.items() if name in wanted]
    earlier = [slot for one in before[:1] for slot in _figures(one, len(one.slots)) if slot.kind == COUNT]
    wholes = [
        slot for slot in (*counts, *earlier) if slot not in graded.values() and parts and same_kind(slot, parts[0])
    ]
    total = sum((slot.mention.value for slot in graded.values()), Fraction(0))
    base = next((slot for slot in wholes if slot.mention.value == total), None)
    if parts and base is not None:
        yield from _judged("优良率", parts, [base], rate)


def _with_the_rest(passage: Passage, rate: Slot, name: str) -> Iterator[Relation]:
    """到位 A，到位率 P，尚有 B 未到位: A and B are all that was to come."""
    stem, at = stem_of(name), rate.index
    if not stem or not 0 < at < len(passage.slots) - 1:
        return
    part, rest = passage.slots[at - 1], passage.slots[at + 1]
    behind = passage.after(rest)
    open_end = re.match(rf"^[^，。；]{{0,4}}(?:未|待|没有?){stem}", behind) or re.search(
        rf"未{stem}[^，。；]{{0,3}}$", rest.before
    )
    clause = re.split(r"[，；]", rest.before)[-1]
    told = open_end and stem in label_of(part) and ("未" in rest.before or _OPEN.match(clause))
    if told and same_kind(part, rest) and part.index not in changed_slots(passage):
        yield from _judged(name, [part], [part, rest], rate)


def _of_base(passage: Passage, rate: Slot) -> Iterator[Relation]:
    """完成 A，为计划 B 的 P%."""
    if rate.index < _PAIR or rate.mention.value <= 0:
        return
    part, base = passage.slots[rate.index - 2], passage.slots[rate.index - 1]
    blurred = part.mention.approximate or base.mention.approximate
    kinds = part.kind in (MONEY, COUNT) and same_kind(part, base) and not blurred
    if (
        kinds
        and base.mention.value > 0
        and _IS.match(base.before)
        and not {part.index, base.index} & changed_slots(passage)
    ):
        several = "其中" in passage.text or rate.mention.decimals > 0  # 招生 T 人，甲校 a 人、乙校 b 人，完成计划的 P
        wholes = [slot for slot in passage.slots[: part.index] if same_kind(slot, base) and several]
        if wholes and not good(_verdict([part], [base], rate)[1]):
            held = (slot for slot in reversed(wholes) if good(_verdict([slot], [base], rate)[1]))
            slipped = (slot for slot in wholes if slip_of(rate.mention, _verdict([slot], [base], rate)[0]))
            part = next(held, None) or next(slipped, part)
        found = list(_judged("完成比例", [part], [base], rate))
        # 站点 24 个，覆盖 152 个村的 80%: villages, not stations, so that a slip alone is proof
        reached = re.match("^[，（](?:覆盖|惠及)", base.before) or not _OF.match(rate.before)
        yield from (one for one in found if not reached or one.verdict != "error" or one.likely)


def _base_behind(passage: Passage, rate: Slot, name: str) -> Iterator[Relation]:
    """完好 A，完好率 P，总数 B; 受益 A，覆盖率 P（全县共 B）."""
    if not 0 < rate.index < len(passage.slots) - 1 or _OTHERS.search(name):
        return
    part, base = passage.slots[rate.index - 1], passage.slots[rate.index + 1]
    alike = part.kind in (COUNT, MONEY) and same_kind(part, base) and part.mention.unit == base.mention.unit
    blurred = part.mention.approximate or base.mention.approximate or part.index in changed_slots(passage)
    if alike and not blurred and _ALL_OF.match(base.before) and part.mention.value <= base.mention.value:
        alone = rate.index == 1 or not same_kind(passage.slots[rate.index - 2], part)
        if alone and len(rate.before) < 14:
            yield from _judged(name, [part], [base], rate)


def _part_behind(passage: Passage, rate: Slot, name: str) -> Iterator[Relation]:
    """总户数 B，参保率 P，参保 A: the rate stands between the whole and its part, both of one unit."""
    stem = stem_of(name)
    if not stem or not 0 < rate.index < len(passage.slots) - 1 or _OTHERS.search(name):
        return
    base, part = passage.slots[rate.index - 1], passage.slots[rate.index + 1]
    alike = base.kind == COUNT and base.mention.unit == part.mention.unit and base.mention.value >= part.mention.value
    said = re.match(rf"^[，；（、]?(?:其中|实际|已|共)*{stem}[^，。；：]{{0,4}}$", part.before) is not None
    told = _ALL_OF.match("，" + base.before.lstrip("，；（")) is not None or re.search(
        r"总\S{1,2}数$|应\S{1,4}$", base.before
    )
    blurred = base.mention.approximate or part.mention.approximate or part.index in changed_slots(passage)
    if alike and said and told and not blurred and len(rate.before) < len(name) + _BACK:
        yield from _judged(name, [part], [base], rate)


def _of_sentence_before(passage: Passage, before: list[Passage], rate: Slot, name: str) -> Iterator[Relation]:
    """完成 A 人。就业 B 人，就业率 P: the base stands in the sentence before."""
    stem, own = stem_of(name), _figures(passage, rate.index)
    if not stem or not before or len(own) != 1 or own[0].index != rate.index - 1 or own[0].kind != COUNT:
        return
    part = own[0]
    said = stem in label_of(part) and not re.search(r"未|不", label_of(part))
    pool = [slot for slot in _figures(before[0], len(before[0].slots)) if slot.mention.unit == part.mention.unit]
    bases = [slot for slot in pool if slot.mention.value >= part.mention.value > 0]
    if not said or not bases or len({slot.mention.value for slot in bases}) > _MOST:
        return
    fitting = [slot for slot in bases if good(_verdict([part], [slot], rate)[1])]
    if (
        not fitting
        and rate.mention.decimals
        and any(good(_verdict([part], pair, rate)[1]) for pair in combinations(pool[:_MOST_ADDED], _PAIR))
    ):
        return  # 起诉 761 人，不起诉 187 人。认罪认罚 846 人，适用率: of both together
    yield from _judged(name, [part], (fitting or bases)[:1], rate)


def _figures(passage: Passage, end: int) -> list[Slot]:
    """The money and counts in front of slot *end*, nearest first, without changes and blurred ones."""
    changed = changed_slots(passage)
    kinds = (MONEY, COUNT)
    return [
        slot
        for slot in reversed(passage.slots[:end])
        if slot.kind in kinds and slot.index not in changed and not slot.mention.approximate
    ]


def _sum(slots: Sequence[Slot], like: Slot) -> tuple[Fraction, Interval]:
    unit = like.mention.unit
    total, wide = converted(slots[0].mention, unit), interval_of(slots[0].mention, unit)
    for slot in slots[1:]:
        total, wide = total + converted(slot.mention, unit), wide + interval_of(slot.mention, unit)
    return total, wide


def _verdict(parts: Sequence[Slot], bases: Sequence[Slot], rate: Slot) -> tuple[Fraction, Verdict]:
    (part, wide), (base, whole) = _sum(parts, bases[0]), _sum(bases, bases[0])
    computed = part / base
    return computed, judged(computed, wide.divided_by(whole), rate.mention)


def _judged(name: str, parts: Sequence[Slot], bases: Sequence[Slot], rate: Slot) -> Iterator[Relation]:
    if _sum(bases, bases[0])[0] <= 0:
        return
    computed, verdict = _verdict(parts, bases, rate)
    right = as_written(computed, rate.mention)
    message, likely = f"{name}为 {right}，与文中一致。", ""
    if not good(verdict):
        message = f"{name}应为 {right}，文中为 {number(rate.mention)}。"
        likely = slip_of(rate.mention, computed)
    above, below = (" + ".join(in_words(slot.mention.value) for slot in some) for some in (parts, bases))
    formula = f"{_grouped(above, parts)} ÷ {_grouped(below, bases)}"
    others = [slot for slot in bases if slot not in parts]
    roles = [*(("part", slot.mention) for slot in parts), *(("base", slot.mention) for slot in others)]
    yield relation("rate", verdict, [*roles, ("stated", rate.mention)], formula, right, message, likely)


def _grouped(sum_: str, slots: Sequence[Slot]) -> str:
    return f"({sum_})" if len(slots) > 1 else sum_
