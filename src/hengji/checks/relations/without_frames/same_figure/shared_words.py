"""How much the words around two figures speak for one thing: 出具证明材料 … 份, and 群众出具的 … 份证明.

Compared are the pairs of characters, the longest stretch that both have, the words right beside the figures and the
other figures near by. Words that tell two things of one name apart (一期, 上年, 计划) speak against it altogether.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.facts.mention import Mention

__all__ = ["Surroundings", "are_opposed", "surroundings"]

_BEFORE, _BEHIND = 26, 12
_HEAD: Final = 12  # characters that open the item or line a figure stands in
_FAR: Final = 80
_NEAR: Final = 8
_APART: Final = 40
_MOST_PAIRS: Final = 6
_STRETCH: Final = 4
_GENERIC: Final = re.compile(
    "全年|完成|实际|支出|资金|万元|目标|预算|项目|工作|单位|其中|累计|年度|共计|建设|开展|达到|情况|全县|全区|全市|实现|比上|上年|增加"
    "|增长|减少|同比|指标|本年|年初|计划|任务|数量|合计|总数|人数|户数|新增|惠及|涉及|覆盖|得分|分值|决算|执行|使用|安排|投入"
    "|比例|小计|部分|占比|主要|包括|以及|金额|经费|服务|管理|人员|公用|财政|拨款|下降|提高|较上|每[人户个年月]|人均"
)
_PAST: Final = re.compile("上年|去年|前年|上期|同期|20[0-3]\\d年|年初|期初|原")
_LED_APART: Final = re.compile("上年|去年|前年|上期|同期|年初|邻[近县市区镇村省]|周边|外[县市省]|兄弟[县市单]")
"""What a clause begins with that tells of another time or place."""
_LAST: Final = re.compile("[去上]年")
_PLAN: Final = re.compile("目标|计划|任务|预算|拟|应[当]?|指标值|不[低少高多超]")
_NUMBERED: Final = re.compile(
    "[一二三四五六七八九十][期批标段次季]|第[一二三四五六七八九十]|[甲乙丙丁]|[东西南北](?=[片区线组])|[上下]半年|[1-9]月|季度"
)
"""What tells two things of one name apart: 一期道路 and 二期道路."""
_LIMITED: Final = re.compile("不含|不包括|扣除|剔除|截[至止].{0,8}月|[1-9]月末|累计到")
"""What makes of a figure one of another scope or of another day."""
_AGAINST: Final = (
    ("受理", "立案", "办结", "结案", "审结", "破案", "破获"),
    ("新建", "新修", "新增", "改造", "改建", "维修", "养护", "拆除"),
    ("发放", "收回", "回收"),
    ("农村", "城镇", "城市"),
    ("户籍", "常住", "流动"),
    ("预算", "决算"),
    ("应", "实"),
)
"""Words of which one thing has one: cases that came in, and cases that were closed."""
_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_LABELS: Final = re.compile("[^\u4e00-\u9fff]|指标值?|[值分得是否达标级为数量质时效率]")
_NEUTRAL: Final = re.compile(
    "　(?:(?:评分|评价|得分|扣分)?(?:依据|说明|备注|原因)|(?:年度|全年)?(?:实际)?完成(?:值|情况|数)?"
    "|(?:全年)?实际(?:完成)?(?:值|情况|数))$"
)
"""Heads of columns that hold what came about, whatever the row is."""
_FILLER: Final = re.compile("[的了为是共有约达]")
_COUNTER: Final = re.compile("^[个名人户座处次件万场份辆家所条]")
_FIGURE: Final = re.compile(r"\d[\d,.]*\s?(?:[万亿]?(?:人次|平方米|公里|[个名人户座处次件场份辆家所条台元亩%]))?")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`shared` pairs of characters, the longest `stretch`, whether the words `beside` both are one, whether they are
    `strange` to one another, with no character in common, and how many `figures` stand beside both."""

    shared: int
    stretch: int
    beside: bool
    strange: bool
    figures: int

    @property
    def weight(self) -> int:
        """What all of it weighs together."""
        long = 2 * (self.stretch >= _STRETCH)
        return min(self.shared, _MOST_PAIRS) + long + 3 * self.beside + 2 * min(self.figures, 2)


def surroundings(context: Context, first: Mention, second: Mention, *, sure: bool = False) -> Surroundings | None:
    """None where the words tell two things apart, or both stand in one sentence or in one table; *sure*: whether the
    figures are so long that a plan and its outturn hardly differ by a swap."""
    between = context.document.text[first.end : second.start]
    if len(between) < _APART and not re.search("[。\n]", between):
        return None  # 上年卖出 1,864 万元，今年卖出 1,846 万元
    table = context.table_at(first.start)
    if table is not None and table is context.table_at(second.start):
        return None
    if _limited(context, first) != _limited(context, second):
        return None
    periods = {_period(context, first), _period(context, second)} - {""}
    if len(periods) > 1:
        return None
    a, b = _around(context, first, high=second.start), _around(context, second, low=first.end)
    if _LAST.search(a[0] + b[0]) and periods == {str(context.facts.year)}:
        a, b = ((_LAST.sub("", words[0]), words[1]) for words in (a, b))
    if context.facts.year is not None:
        a, b = ((words[0].replace(f"{context.facts.year}年", ""), words[1]) for words in (a, b))
    if _told_apart(a[0], b[0], sure=sure):
        return None
    heads = [_head(context, one) for one in (first, second)]
    if heads[0] == heads[1] and "\n" not in between:
        heads = ["", ""]  # one item
    mine, theirs = (f"{head}　{words[0]}　{words[1]}" for head, words in zip(heads, (a, b), strict=True))
    shared = _pairs(mine) & _pairs(theirs)
    rows = (a, b) if first.is_rate else tuple((_NEUTRAL.sub("", words[0]), words[1]) for words in (a, b))
    return Surroundings(
        len(shared),
        _longest(mine, theirs),
        _noun_shared(a, b) or _noun_shared(*rows),
        _strange(a, b) and _strange(*rows),
        len(_others(context, first) & _others(context, second)),
    )


def _limited(context: Context, mention: Mention) -> bool:
    """截至6月底，…，培训费支出 29 万元; 自评的项目支出 1168.25 万元，不含涉密项目."""
    if context.in_table(mention):
        return False
    start, end = context.sentence_at(mention.start)
    span = max(start, mention.start - _FAR), min(end, mention.end + _FAR)
    return _LIMITED.search(context.document.text, *span) is not None


def _period(context: Context, mention: Mention) -> str:
    """The year a figure is of; beside what the next year will bring, 去年 is the paper's own."""
    year = context.facts.year
    if year is None or mention.period != str(year - 1):
        return mention.period
    near = context.document.text[max(0, mention.start - _FAR) : mention.start]
    return str(year) if _LAST.search(near) and f"{year + 1}年" in near.replace(" ", "") else mention.period


def _told_apart(a: str, b: str, *, sure: bool) -> bool:
    if set(_NUMBERED.findall(a)) != set(_NUMBERED.findall(b)):
        return True
    if are_opposed(a, b):
        return not sure
    marks = (_PAST,) if sure else (_PAST, _PLAN)
    if any((mark.search(_nearest(a)) is None) != (mark.search(_nearest(b)) is None) for mark in marks):
        return True
    return (_LED_APART.match(_clause(a)) is None) != (_LED_APART.match(_clause(b)) is None)


def are_opposed(a: str, b: str) -> bool:
    """Whether the names are of two things that go together: 受理 and 办结, 户籍 and 常住."""
    return any(_opposed(a, b, words) for words in _AGAINST)


def _opposed(a: str, b: str, words: Sequence[str]) -> bool:
    """Whether the last clause of each has one of *words*, and they have none in common."""
    mine, theirs = ({word for word in words if word in re.split("[，、　]", told)[-1]} for told in (a, b))
    return bool(mine and theirs) and not mine & theirs


def _clause(words: str) -> str:
    """The words of a figure's own clause, behind any other figure."""
    return re.split("[，、；：]", words.rpartition("　")[2])[-1].strip()


def _nearest(words: str) -> str:
    """The last words in front of a figure, behind any other figure."""
    return words.rpartition("　")[2][-_NEAR:]


def _around(context: Context, mention: Mention, low: int = 0, high: int | None = None) -> tuple[str, str]:
    """The words in front and behind, nothing before *low* and nothing behind *high*; of a cell, those of its row and
    column in front."""
    text = context.document.text
    if "|" in mention.subject and context.in_table(mention):
        return mention.subject.replace("|", "　"), ""
    before = _FIGURE.sub("　", text[max(low, mention.start - _BEFORE) : mention.start])
    behind = text[mention.end : min(mention.end + _BEHIND, high or len(text))].lstrip().removeprefix(mention.unit_text)
    return re.split("[。；\n]", before)[-1], re.split("[。；\n，]", behind)[0]


def _head(context: Context, mention: Mention) -> str:
    """What opens the item a figure stands in: 3.危房改造（5 分）。目标 23 户，实际 23 户; where its line names
    nothing, the line above that does: 改厕, 6, 目标 400 座，完成 451 座."""
    text = context.document.text
    if "|" in mention.subject and context.in_table(mention):
        return ""
    low = max(0, mention.start - _FAR)
    *above, own = text[low : mention.start].split("\n")
    if "/" in mention.subject and not own.strip():
        return mention.subject  # the names of its row
    if len(own) > _HEAD + _BEFORE or _named(own):
        return own[:_HEAD] if above else ""
    return next((line[-_HEAD:] for line in above[:0:-1] if _named(line)), "")


def _named(line: str) -> bool:
    return len(_LABELS.sub("", _GENERIC.sub("", _FIGURE.sub("", line)))) > 1


def _pairs(words: str) -> set[str]:
    found = set()
    for stretch in _HAN.findall(_GENERIC.sub("　", words)):
        found |= {stretch[at : at + 2] for at in range(len(stretch) - 1)}
    return found


def _longest(a: str, b: str) -> int:
    """The length of the longest stretch of characters that both have."""
    stretches = _HAN.findall(_GENERIC.sub("　", b))
    best = 0
    for one in _HAN.findall(_GENERIC.sub("　", a)):
        for start in range(len(one)):
            while start + best < len(one) and any(one[start : start + best + 1] in other for other in stretches):
                best += 1
    return best


def _others(context: Context, mention: Mention) -> set[tuple[object, str]]:
    """The figures beside one, by value and unit, that tell something: two digits and more."""
    near = [*context.before(mention.start, 2), *context.after(mention.end, 2)]
    return {
        (one.value, str(one.unit))
        for one in near
        if abs(one.start - mention.start) < _APART and len(one.text) > 1 and one.unit is not None and not one.is_rate
    }


def _noun_shared(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """会员 38640 人 and 36840 名会员: the word right beside the one stands right beside the other."""
    ends = [_word(a[0], last=True), _word(b[0], last=True)]
    starts = [_word(a[1], last=False), _word(b[1], last=False)]
    pairs = ((ends[0], ends[1]), (ends[0], starts[1]), (starts[0], ends[1]), (starts[0], starts[1]))
    return any(_same_word(one, other) for one, other in pairs)


def _strange(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """走访企业 126 家, 走访商户 162 家: both have a name right in front, and another one."""
    names = [_word(re.split("[，、　]", one[0])[-1], last=True)[-2:] for one in (a, b)]
    behind = a[1] + b[1]
    return all(names) and not set(names[0]) & set(names[1]) and not _HAN.search(behind)


def _word(text: str, *, last: bool) -> str:
    clean = _HAN.findall(_GENERIC.sub("　", _FILLER.sub("", text)))
    if not clean:
        return ""
    return clean[-1] if last else _COUNTER.sub("", clean[0])


def _same_word(one: str, other: str) -> bool:
    stretch = min(len(one), len(other), 3)
    if stretch < 2:
        return False
    return (
        one[-stretch:] == other[-stretch:]
        or one[:stretch] == other[:stretch]
        or one[-stretch:] == other[:stretch]
        or one[:stretch] == other[-stretch:]
    )
