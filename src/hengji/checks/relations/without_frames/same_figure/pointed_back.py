"""A figure that points back to one told before, and has not its value: 走访群众 236 人，这 263 人里头….

Words like 这, 上述, 如前所述, 照, 里头, 一致 say that the figure is known to the reader. Where no figure before it has
its value, and one of the same unit differs from it by a slip of the pen alone, it is that one, miswritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.passages import COUNT, MONEY, RATE, SCORE, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, digits_of, exchanged, mistaken, shape
from hengji.checks.relations.verdicts import converted, family, interval_of, judged, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["pointed_back"]

_POINTS: Final = re.compile(
    r"(?:这|该|上述|前述|以上|上面|此|那)(?:一|笔|些|次|批)?(?:累计|共计?|合计|总计)?(?:下达|安排|投入|查出|收到|说到|提到|到位|支出)?的?$"
    r"|(?:前面|上文|前文|概况|上面)(?:所述|说到|提到|讲到|说过|已述|提及)[^。；]{0,24}$"
    r"|(?:如前所述|如上所述|前已述及)[^。；]{0,16}$"
    r"|(?:^|[，；])(?:还是|仍是|仍然?|依然)?(?:照着?|按照?|凭)(?:这|原先|原来|定好)?的?$"
    r"|(?:对照|按照?|依据|根据|照)[^，。；]{2,8}(?:要求|规定|明确|确定|载明|核定)的$|(?:就|也|还|正)是这[笔个些批][钱款数项]?[，：]$"
    r"|(?:跟|与|同|和)(?:这)?$"
    r"|(?:年内|全年|当年|今年|去年)[\u4e00-\u9fff]{2,8}的$"
    r"|(?:眼下|现有|目前)的?$"
    r"|(?:^|[，；])(?:而|其实|可是?|所)?(?:[\u4e00-\u9fff]{0,4}了)?$"
)
_TAKEN: Final = re.compile(
    r"^的?(?:[\u4e00-\u9fff“”（）]{0,12}?)(?:里头?|里面|当中|之中|中(?=[，的])|全部|全数|一个不[少漏落]|都|均|总体而言|摊下来|摊到|平均)"
)
_STRONG: Final = re.compile(
    r"(?:这|对照|要求|规定|该|上述|前述|前面|上文|前文|概况|如前|如上|前已|照|里头?|里面|当中|之中)"
)
_ALIKE: Final = re.compile(r"一样|(?:一致|相符|吻合)(?![的率])|相同|一个样|对得上|没有出入|也是这")
_STOP: Final = re.compile("[，；：]")
_FULL_STOP: Final = re.compile("[，；。：]")
_ROUGHLY: Final = re.compile("以[上下]|左右|多|余")
_SAID_ALIKE: Final = re.compile(
    r"[^，。；：]{0,24}[，；]?[^，。；：\ue000-\ue005]{0,8}(?:一样|一致|相符|吻合|相同|一个样|对得上|没有出入|也是这)"
)
_ON: Final = 44
_OTHER: Final = re.compile(
    r"上年|去年同期|同期|目标|计划|任务|预算数|另|其余|余下|其他|除|不含|新增|增加|减少|加上|原|调整|比|较|每|第|超|缺|差|占(?!地)|剩|还有|以外|之外|标准|限额|不[低少高多超]"
)
_FAR: Final = 320
_BACK: Final = 5
_FEWEST: Final = 2
_BEHIND: Final = 10
_SURE: Final = 3
_EXCHANGED: Final = "两位数字互换"
_KINDS: Final = (COUNT, MONEY, RATE, SCORE)
_TIMES: Final = frozenset("年 月 日 天 时 周 岁 号 届 页 点 类 款 倍 折 成".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class _Told:
    passage: Passage
    slot: Slot

    @property
    def mention(self) -> Mention:
        return self.slot.mention

    @property
    def words(self) -> str:
        """The words in front of the figure, and those behind it up to the next stop."""
        return self.slot.label + "　" + re.split("[，；。：]", self.passage.after(self.slot))[0][:_BEHIND]


def pointed_back(texts: Sequence[Passage], index: int, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all; *wrong* are figures that were found to be so already."""
    passage = texts[index]
    for slot in passage.slots:
        mention = slot.mention
        if slot.kind not in _KINDS or mention.approximate or mention.start in wrong:
            continue
        if mention.unit_text in _TIMES - {"天"} or len(digits_of(mention.text).strip("0")) < _FEWEST:
            continue
        marked, strong = _marked(passage, slot)
        if not marked:
            continue
        found = _meant(_before(texts, index, slot), _Told(passage, slot), strong=strong)
        if found is not None and found[0].start not in wrong and not _of_another(texts, index, found[0], slot.mention):
            yield _relation(*found, slot.mention)


def _of_another(texts: Sequence[Passage], index: int, first: Mention, mine: Mention) -> bool:
    """抽查 156 台，相符的 153 台，相符率 98.08%，另 3 台…: what parts the two is told."""
    near = [one.mention for passage in texts[max(0, index - 1) : index + 2] for one in passage.slots]
    gap = abs(first.value - converted(mine, first.unit))
    apart = any(one.value == gap for one in near if family(one.unit) == family(first.unit))
    part, whole = sorted((first.value, converted(mine, first.unit)))
    rates = [one for one in near if one.unit is not None and one.unit.is_rate and one.decimals]
    return apart or (whole > 0 and any(judged(part / whole, None, one) == "ok" for one in rates))


def _marked(passage: Passage, slot: Slot) -> tuple[bool, bool]:
    """Whether the figure points back, and whether it does so in so many words."""
    clause = _STOP.split(slot.before)[-1]
    after = passage.after(slot)
    first = _FULL_STOP.split(after, 1)[0]
    if _OTHER.search(clause) or _ROUGHLY.match(after):
        return False, False
    points, taken = _POINTS.search(slot.before), _TAKEN.match(after)
    rest = passage.text[slot.at + 1 : slot.at + 1 + _ON]
    alike = _ALIKE.search(clause) or _ALIKE.search(first) or _SAID_ALIKE.match(rest)
    named = points is not None and points[0].lstrip("，；") != ""
    if points is not None and not named and taken is None:
        return False, False
    marked = named or alike is not None or (points is not None and taken is not None)
    words = (points[0] if points else "") + (taken[0] if taken else "")
    return marked, marked and (alike is not None or _STRONG.search(words) is not None)


def _before(texts: Sequence[Passage], index: int, slot: Slot) -> list[_Told]:
    return [
        _Told(passage, one)
        for passage in texts[max(0, index - _BACK) : index + 1]
        for one in passage.slots
        if 0 < slot.mention.start - one.mention.start < _FAR
    ]


def _meant(before: Sequence[_Told], stated: _Told, *, strong: bool) -> tuple[Mention, str] | None:
    """The figure that is meant and the slip; None where one before has the value, or two of them make it."""
    mine = stated.mention
    kind = stated.slot.kind
    same = [one for one in before if one.slot.kind == kind and family(one.mention.unit) == family(mine.unit)]
    shown = interval_of(mine, mine.unit)
    told = any(interval_of(one.mention, mine.unit).meets(shown) for one in same)
    if not same or told or mine.value in _made([converted(one.mention, mine.unit) for one in same]):
        return None
    found = [(one.mention, slip) for one in same if (slip := _slip(one, stated, strong=strong))]
    return found[-1] if len({one.value for one, _ in found}) == 1 else None


def _made(values: Sequence[Fraction]) -> set[Fraction]:
    """What the figures before make together."""
    near = values[-8:]
    made = {a + b for a in near for b in near} | {abs(a - b) for a in near for b in near}
    return made | {sum(near[at:], Fraction(0)) for at in range(len(near))}


def _slip(first: _Told, stated: _Told, *, strong: bool) -> str:
    one, other = first.mention, stated.mention
    if one.decimals != other.decimals or (str(one.unit) != str(other.unit) and first.slot.kind != COUNT):
        return ""
    digits = len(digits_of(other.text).strip("0"))
    shared = pairs_of(first.words) & pairs_of(stated.words)
    if other.unit_text in _TIMES and not (strong and shared):
        return ""
    name = shape(number(other), number(one))
    if name == SWAPPED or (not name and exchanged(other.text, one.text)):
        return (name or _EXCHANGED) if digits >= _SURE or strong or shared else ""
    return name if strong and name == ONE_DIGIT and (digits >= _SURE or shared) else ""


def _relation(first: Mention, slip: str, stated: Mention) -> Relation:
    message = f"这里的 {number(stated)}说的是前文的 {number(first)}，两处不一。请核对后统一。"
    likely = mistaken(number(stated), number(first), slip, "或前文误写")
    roles = [("first", first), ("stated", stated)]
    return relation("repeat", "error", roles, "前后相等", number(first), message, likely)
