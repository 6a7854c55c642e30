"""What a figure is called, brought to one form, and whether two names can mean the same quantity."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

from hengji.checks.relations.passages import Slot

__all__ = ["called", "core", "label_of", "likeness", "matches", "pairs_of", "period_of", "role_of"]

_YEAR = re.compile(r"(?:19|20)\d{2}(?:年度?)?")
_NOISE = re.compile(
    r"其中|其他方面|本部门|我部门|本单位|我单位|该单位|我[局办委院处会校]|部门整体|本年度?|全年|当年|今年|年度|合计|总计|总额|总数|总量|"
    r"小计|共计|累计|总共|金额|资金量|实现|完成了?|达到?|安排了?|(?<!公)共有?|总|的|为|是|约|数|元|万|“|”|、|：|《|》|\s"
)
_LEAD = re.compile(
    r"^(?:和|与|及|以及|按|从|其|即|则|而|故|另|另外|此外|目前|截至|截止|末|底|中|在|由|从|了|有|\d+[.．、]|[一二三四五六七八九十]+、)+"
)

_BASE = re.compile(
    r"预算|计划|目标|任务|应(?![急用对])|核定|编制|指标|安排|下达|申报|批复|受理|收到|发放问卷|总[数量]|总投资|概算"
)
_DONE = re.compile(
    r"支出|列支|执行|决算|实际|完成|使用|支付|实有|在职|办结|结案|回复|处理|合格|落实|回收|有效|通过|采购金额|已|实到|验收"
)

_FUND = re.compile(r"(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算(?=[收支财拨])")
"""The budget that money is of; it says nothing of whether the figure was planned or came about."""


_ADDED, _WHOLE_NAME = 6, 6
"""Characters by which one name may be longer than the other, and of a name that an owner may stand in front of."""
_OWNER: Final = re.compile("(?:局|委员会|办公室|中心|学校|医院|政府|办事处|法院|检察院|协会|联合会|大队|馆|站)$")
_FEWEST_LETTERS, _FEWEST_PAIRS = 3, 2
_ALIKE: Final = Fraction(3, 4)  # of the letters of the shorter name
_HAN_PAIR: Final = re.compile("(?=([\u4e00-\u9fff]{2}))")
_LAST_YEAR: Final = re.compile("上年|去年|上期|年初(?!预算|批复|下达|目标|绩效|计划|设定|部门|安排|确定|财政)")
"""年初预算 is this year's."""


@lru_cache(maxsize=65_536)
def core(name: str) -> str:
    """The name without years, fillers and words that only announce a total."""
    return _LEAD.sub("", _NOISE.sub("", _YEAR.sub("", name)))


def label_of(slot: Slot) -> str:
    """The words right before the figure, its bracketed aside and its list number dropped."""
    return _label(slot.before)


def called(slot: Slot) -> str:
    """What a message calls the figure: its name without the verb that tells it (支出预算为)."""
    return re.sub(r"(?<![行作])(?:为|正好|是|：)+$", "", label_of(slot))


@lru_cache(maxsize=65_536)
def _label(before: str) -> str:
    text = re.sub(r"（[^（）\ue000-\ue005]{0,30}）", "", before)
    text = re.sub(r"^[（]?[一二三四五六七八九十\d]{1,3}[）、.．]", "", text)
    return re.split(r"[，。；：（）]", text)[-1].lstrip("、和及与")


def pairs_of(words: str) -> frozenset[str]:
    """Every two Han characters that stand side by side: what two names share, however each is told."""
    return frozenset(_HAN_PAIR.findall(words))


def likeness(one: str, other: str) -> Fraction:
    """How many letters two names share, in whatever order, of those of the longer; nought where the shorter has more
    than a few that the longer has not, or where one is a rate and the other ends otherwise."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST_LETTERS or len(pairs_of(one) & pairs_of(other)) < _FEWEST_PAIRS:
        return Fraction(0)
    if shorter.endswith(("率", "度", "比例")) and longer[-2:] != shorter[-2:]:
        return Fraction(0)
    shared = sum(letter in longer for letter in shorter)
    return Fraction(shared, len(longer)) if Fraction(shared, len(shorter)) >= _ALIKE else Fraction(0)


@lru_cache(maxsize=65_536)
def period_of(text: str) -> str:
    """The last year that *text* names, or a word for last year; empty where it names none."""
    years = re.findall(r"20\d{2}(?=年)", text)
    if years:
        return str(years[-1])
    return "上年" if _LAST_YEAR.search(text) else ""


def matches(phrase: str, label: str) -> int:
    """2 where both names have one core, 1 where one contains the other, 0 otherwise."""
    a, b = core(phrase), core(label)
    if not a or not b:
        return 0
    if a == b:
        return 2
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    owned = len(shorter) >= _WHOLE_NAME and longer.endswith(shorter) and _OWNER.search(longer[: -len(shorter)])
    if owned:
        return 2  # 汀县林业和草原局政府采购支出
    near = len(longer) - len(shorter) <= _ADDED
    if len(shorter) >= 2 and longer.endswith(shorter) and near:
        return 0 if re.search("基本|项目|其他|人员|公用|上年|年初|年末", longer[: -len(shorter)]) else 1
    return 1 if len(shorter) >= 3 and longer.startswith(shorter) else 0


@lru_cache(maxsize=65_536)
def role_of(label: str) -> Literal["base", "part", ""]:
    """Whether a figure is what was to be done or what was done, by what it is called."""
    label = _FUND.sub("", label)
    if re.search(r"预算执行数?|实际|决算|已|完成|预算支出数", label) and not re.search(
        "未完成|年初预算|计划完成|应完成", label
    ):
        return "part"
    if _BASE.search(label):
        return "base"
    return "part" if _DONE.search(label) else ""
