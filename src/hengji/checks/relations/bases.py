"""The base of a change that the sentence names itself: 由 A 增加到 B, 比上年的 A 增加 D, 上年为 A，本年为 B."""

from __future__ import annotations

import re

from hengji.checks.relations.naming import core
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import same_kind

__all__ = ["CLEAN", "OF_PLAN", "Attribution", "inner_base", "is_inner_base", "named_base", "only_shares"]

Attribution = tuple[str, Slot | None, tuple[Slot, ...], bool]
"""Words of comparison, the base, candidates for what changed, and whether that is certain."""

_UP = "增加|增长|上升|提高|提升|上浮|增多"
_DOWN = "减少|下降|降低|压减|压缩|缩减|下浮|节约|节省|回落|下调|核减"
_TO = re.compile(
    f"(?P<word>{_UP}|{_DOWN}|上涨|增|降|减|压减|扩大|缩小|净增|净减|[变改调]|调整|变化|攀升|跃升|回升|拉升|升|下滑|下跌|跌|缩短|压降|收窄|翻)"
    r"(?:[了为]?[至到]|[成为])[^，。；：]{0,8}$"
)
_ADDED_TO = re.compile(r"^[，；](?:调整后|年中|执行中|调整中)(?:净?(?:增加|减少|追加|调增|调减|核减))了?$")
_TO_IT = re.compile(r"(?:^|[，；])[^，。；：]{0,6}比[其此][^，。；：]{0,8}$")
_FROM = re.compile(r"(?:由|从)[^，。；]{0,20}$")
CLEAN = re.compile(r"^）?[，、（]?(?:同|其|该项|总体|决算数|预算数|总额|总量|合计|实际|金额|本年度?|今年|\d{4}年度?)*$")
OF_PLAN = re.compile(
    r"^[，、（](?:实现|形成|全年)?(?:[超短欠][收支]|超(?:出|过)?(?:年初|全年|调整|当年)?(?:预算|计划)数?)(?:了|入|出|资金|金额|额|约|为)*$"
)
"""超收 D, 短收 D: what is over or under a budget, never what changes afterwards."""
_ASIDE_RATE = re.compile(
    r"占[^，。；]{0,16}$|(?:完成|为|达到?|相当于)[^，。；\ue000-\ue005]{0,8}(?:预算|计划|任务)数?的?$"
)
_INNER_BASE = re.compile(
    r"^[，（]?(?:已|共|仅|实际)?(?:完成|为|占|达到?|是|相当于)(?:了|到)?[^，。；：、\ue000-\ue005]{0,10}"
    r"(?:预算|计划|目标|任务|概算|指标|批复|安排|下达)(?:数|任务|指标|资金|总额|目标|收入|支出)*(?:为|的)?$"
)
_OF_BASE = re.compile(r"^的?(?:比例为|比重为)?$")
_WHAT = "(?:的|同期|年度|度|决算|预算|执行|实际|支出|收入|金额|总额|完成|数|口径|同口径|可比|此项|该项|同类)*"
_LAST_YEAR = re.compile(
    rf"(?:^|[，；。：（])(?:而|其|比较基数|可比)?(?:上一?年|去年|前一年度?|上年度|同期){_WHAT}[为是：]?$"
)
_NAMED_YEAR = re.compile(rf"(?:^|[，；。：（])而?(?P<year>20\d\d)年{_WHAT}[为是：]?$")
_THEN = re.compile(
    r"(?<![比较同与于])(?:上一?年度?|去年|前一年度?|(?P<year>20\d\d)年度?)(?:同期)?(?P<what>[^，。；：]{0,12})$"
)
_NOW = re.compile(r"^[，；]而?(?:今年|本年度?|当年|(?P<year>20\d\d)年度?)(?P<what>[^，。；：]{0,12})$")
_OTHER_BASE = re.compile(r"^[，、（][比较](?:上一?年|去年|同期|20\d\d年|年初|预算|计划)[^，。；：\ue000-\ue005]{0,8}$")
_ADJUSTED = re.compile(r"口径|可比|剔除|还原|不含")
_COLUMN = re.compile("预算|决算|计划|实际|执行")
_AGAINST = re.compile(
    r"(?:[与同和跟比]|相?较于?|相比于?)(?:上一?年|去年|前一年|同期|基期|20\d\d年|年初|改造前|实施前)度?[^，。；：、\ue000-\ue005]{0,16}$"
)
_NAMED = re.compile(r"[比较与同](?P<year>20\d\d)年")
_THEREAFTER = re.compile(
    r"^[^，。；：\ue000-\ue005]{0,6}?(?:相比|比较|相较|对比|，)，?(?!其中)[^，。；：、比较同\ue000-\ue005]{0,24}$"
)
_SPANNED = re.compile(r"(?:[两二三四五六]|\d)年(?:间|来|内|以来|共|累计|合计|总共)|累计|期间")
_BEHIND_REASONS = re.compile(
    r"^）?[，；](?:（?(?:[受因由]|主要|得益|随着|增[幅速]|降幅|总体|整体|基本|有所|略有|呈|实现|保持|连续|扣除)[^，。；：、]{0,30}[，）])+"
    rf"(?:同比|比上年|较上年|比去年|较去年|同比实际|比上年同期|较上年同期)?(?:净|共|合计|仅|约)*(?:{_UP}|{_DOWN}|增幅|降幅|增速|上涨)(?:了|率|幅度|约|为|达|到)*$"
)
"""The change behind what it comes from: 上年 B，受退税影响，增幅回落，同比增长 P."""
_CHANGES = re.compile(
    "[，。；]|[年期度数算](?:[多少增减]|提高|下降|降低)|(?:[多少高低超]出?|[节减]省|节约|减少|增加|缩短|压减|核减|下降|降低|提高)(?:了|约)?$"
)
_NAMES = 2
_RATES_BETWEEN = 2


def named_base(passage: Passage, first: Slot, plain: list[Slot], compared: re.Pattern[str]) -> Attribution | None:
    """The base of the change that begins at *first*; *plain* are the figures before it, nearest first."""
    turned = _turned(first, plain)
    if turned is not None:
        return turned
    previous = plain[0]
    if previous.index == first.index - 1:
        if _TO_IT.search(first.before):
            return "比其", previous, (), True  # 2018 年支出 B，2019 年比其多 D，上升 P
        if _ADDED_TO.match(first.before):
            return "比调整前", previous, (), True  # 年初编列 B，调整后增加 D，增幅 P
    beside = _beside(first, plain)
    if beside is not None:
        return beside
    aside = _aside(passage, first, plain) or _against(passage, first, plain)
    if aside is not None:
        return aside
    named = compared.search(previous.before)
    if named and not compared.search(first.before):
        behind = re.split("比|较|同", previous.before)[-1]
        if not _CHANGES.search(behind):  # 比上年多发放 D is a change
            rest = tuple(slot for slot in plain[1:] if same_kind(slot, previous))
            clean = bool(rest) and (rest[0].index == previous.index - 1 or _own_rates(passage, rest, previous))
            sure = clean and CLEAN.match(previous.before[: named.start()]) is not None
            return named[0] + previous.before[named.end() :], previous, rest, sure
    return None


def _beside(first: Slot, plain: list[Slot]) -> Attribution | None:
    """A，与上年 B 相比减少 D: the base stands inside the words of comparison."""
    base = plain[0]
    told = re.search(
        r"(?:与|同|和|跟)(?:上一?年|去年|前一年度?|同期|20\d\d年度?)[^，。；：\ue000-\ue005]{0,10}$", base.before
    )
    if told is None or not re.match(r"^(?:相比|比较|相较|对比)", first.before) or base.index != first.index - 1:
        return None
    rest = tuple(slot for slot in plain[1:] if same_kind(slot, base))
    sure = bool(rest) and rest[0].index == base.index - 1 and CLEAN.match(base.before[: told.start()]) is not None
    sure = sure and not re.search("分别|[、和及]$|^[、和及]", rest[0].before)
    return f"比上年{base.mention.text}", base, rest, sure


def inner_base(passage: Passage, rate: Slot) -> Slot | None:
    """The base that stands right in front of *rate* and is named as one."""
    base = passage.slots[rate.index - 1] if rate.index > 1 and rate.kind == RATE else None
    if base is None or base.kind not in (MONEY, COUNT) or base.mention.value <= 0:
        return None
    return base if _OF_BASE.match(rate.before) and _INNER_BASE.match(base.before) else None


def is_inner_base(passage: Passage, slot: Slot) -> bool:
    """Whether the next figure says how much of *slot* was done: 完成 A，占年初预算 B 的 P%，比上年增长 Q."""
    following = passage.slots[slot.index + 1 : slot.index + 2]
    return bool(following) and inner_base(passage, following[0]) is slot


def only_shares(passage: Passage, current: Slot, later: Slot) -> bool:
    """Whether nothing but the figure's own shares, and what it is of its budget, stands between it and *later*."""
    between = passage.slots[current.index + 1 : later.index]
    return all(_of_its_own(passage, slot) or _in_bracket(passage, current, slot, later) for slot in between)


def _in_bracket(passage: Passage, current: Slot, slot: Slot, later: Slot) -> bool:
    """Whether *slot* stands in a bracket that opens behind *current* and is closed before *later*."""
    opened = passage.text[current.at : slot.at]
    return opened.count("（") > opened.count("）") and passage.in_closed_bracket(slot, later)


def _of_its_own(passage: Passage, slot: Slot) -> bool:
    if slot.kind == RATE:
        behind = passage.slots[slot.index - 1] if slot.index else slot
        return _ASIDE_RATE.search(slot.before) is not None or inner_base(passage, slot) is behind
    return OF_PLAN.match(slot.before) is not None or is_inner_base(passage, slot)


def _own_rates(passage: Passage, rest: tuple[Slot, ...], base: Slot) -> bool:
    """Whether one figure alone may have changed, and only rates and other bases stand between it and the base."""
    between = passage.slots[rest[0].index + 1 : base.index]
    own = all(slot.kind == RATE or _OTHER_BASE.search(slot.before) or is_inner_base(passage, slot) for slot in between)
    return len(rest) == 1 and len(between) <= _RATES_BETWEEN and own


def _aside(passage: Passage, first: Slot, plain: list[Slot]) -> Attribution | None:
    """A，上年为 B，增加 D; or 上年 B，本年 A，增加 D: last year's figure in a clause of its own."""
    if len(plain) < 2 or not same_kind(plain[0], plain[1]):
        return None
    near, far = plain[0], plain[1]
    if _of_last_year(near, far):
        sure = only_shares(passage, far, near) and _follows(first) and not _of_last_year(far, near)
        sure = sure and not _ADJUSTED.search(passage.text)
        return f"与上年{near.mention.text}相比", near, (far,), sure
    if (named := _NAMED.search(first.before)) and f"{named['year']}年" not in far.before:
        return _of_year(first, plain, named["year"])
    if _two_years(far, near):
        sure = far.index == near.index - 1 and _follows(first) and not _ADJUSTED.search(passage.text)
        return f"与上年{far.mention.text}相比", far, (near,), sure
    return None


def _of_year(first: Slot, plain: list[Slot], year: str) -> Attribution | None:
    """2020年 B，2021年 C，2022年 A，较2020年下降 P: the base is of the year that the comparison names."""
    base = next((slot for slot in plain[1:] if f"{year}年" in slot.before and same_kind(slot, plain[0])), None)
    return (f"与{year}年相比", base, (plain[0],), _follows(first)) if base is not None else None


def _against(passage: Passage, first: Slot, plain: list[Slot]) -> Attribution | None:
    """与上年的 B 相比，本年为 A，增长 P: the base stands first, in words of comparison."""
    if len(plain) < 2 or not same_kind(plain[0], plain[1]) or plain[1].index != plain[0].index - 1:
        return None
    current, base = plain[0], plain[1]
    if not _AGAINST.search(base.before) or not _THEREAFTER.match(current.before):
        return None
    sure = _follows(first) and not _ADJUSTED.search(passage.text)
    return f"与{base.mention.text}相比", base, (current,), sure


def _two_years(far: Slot, near: Slot) -> bool:
    """去年 A，今年 B; 2022年投资 A，2023年投资 B: one name, two years in a row."""
    then, now = _THEN.search(far.before), _NOW.match(near.before)
    if not then or not now:
        return False
    if then["year"] and now["year"] and int(now["year"]) != int(then["year"]) + 1:
        return False
    columns = {column for what in (then["what"], now["what"]) for column in _COLUMN.findall(what)}
    names = {core(_COLUMN.sub("", what)) for what in (then["what"], now["what"])} - {""}
    return len(names) < _NAMES and len(columns) < _NAMES


def _of_last_year(slot: Slot, other: Slot) -> bool:
    if _LAST_YEAR.search(slot.before):
        return True
    match = _NAMED_YEAR.search(slot.before)
    later = other.mention.period
    alone = not later.isdigit() or (match is not None and later == match["year"])
    if match is not None and alone and not re.search("20\\d\\d年", other.before):
        return True  # 人均 A，2020年为 B，压减 P: the one year that is named is not this one
    return match is not None and later.isdigit() and int(match["year"]) == int(later) - 1


def _follows(first: Slot) -> bool:
    """Whether the change is told in the very next clause, or behind reasons for it, and of nothing else."""
    if re.match(r"^）?[，、（；]", first.before) is None or _SPANNED.search(first.before):
        return False
    return len(first.before) < 14 or _BEHIND_REASONS.match(first.before) is not None


def _turned(first: Slot, plain: list[Slot]) -> Attribution | None:
    """由 X 增加到 Y，增长 P: the base stands first."""
    current = plain[0]
    if len(plain) < 2 or not _TO.search(current.before) or not re.match(r"^[，、（]", first.before):
        return None
    base = plain[1]
    if base.index != current.index - 1 or not same_kind(base, current):
        return None
    sure = bool(_FROM.search(base.before)) and len(first.before) < 12
    return (f"由{base.mention.text}", base, (current,), sure) if sure else None
