"""Scores told one after the other and what they make together: 投入14.5分，过程22分，产出33.5分，效果21分，归到一起是91
分; 总得分90.85分。其中……; 效益（30分）拆成两项：甲20分，得19.2分；乙10分，得8.4分.

That a list is whole must be told: by how many there are, by points that make those of the whole, by the names of a
known first level, or by a word that adds them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.told_entries import Entry, told_entries
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["NAMES_OF_ALL", "accounts_told", "sum_relation"]

_ADDED: Final = re.compile(
    r"合计|共计|[一总共]共|共得|共(?:为|是)?\s?$|加总|相加|加起来|加在一起|归到一起|拢|之和|凑|小计|汇总|总和|累计|合起来|[＝=]\s?$"
)
_TOTAL: Final = re.compile(
    r"总(?:得|评)?分|(?:自评|综合|评价|最终|最后|考核|核定|复核)(?:结果|总)?(?:得分|评分|得|为|是)|部分实?得|指标得|自评\s?$|问卷得分|全年\s?$"
)
_SUM_WORD: Final = re.compile(
    "加总|相加|加起来|加在一起|归到一起|拢|之和|凑|合起来|总和|[＝=]|合计|共计|小计|一共|共得|总共|汇总"
)
_LINK: Final = re.compile(r"其中|构成|分项|分别|具体|：|:|由|[项类个块组部维]{1,2}度?看|明细|分解|组成|拆成|下列|依次")
_NUMBER: Final = re.compile(
    r"(?P<n>\d{1,2}|[两二三四五六七八九十]{1,2})\s?(?:个|大)?(?:一级|二级|三级)?(?:个|项|大?类|块|部分|方面|组|样|问|档|大?板块|维度|指标|者|条|半)(?!月|年|工作日|名|单位)"
)
NAMES_OF_ALL: Final = tuple(
    tuple(map(re.compile, names))
    for names in (
        ("投入|决策", "过程|管理", "产出", "效果|效益"),
        ("预算执行|资金|投入|成本", "产出", "效益|效果", "满意"),
        ("决策|投入", "过程|管理", "产出", "效益|效果", "满意"),
        ("成本", "产出", "效益|效果", "满意"),
    )
)
_PARTLY: Final = re.compile("其中|主要|另外?|还有|例如|比如|包括|为主|等[^级次]")
_OTHERS: Final = re.compile("上年|去年|加权|×|权重|占比|复核|核减|调整|加分|扣分项")
_CONVERTED: Final = re.compile("[%％]|折算|折合|平均")
_WHOLLY: Final = re.compile("之和|构成|组成|合成|拆成|拆为")
_NAMED: Final = re.compile(
    r"^(?:那|则|故|所以)?(?P<name>[\u4e00-\u9fff]{2,6}?)(?:类|项)?(?:指标|部分|方面)?(?:实际|共|就|实)?得"
)
_NEARLY: Final = Fraction(1, 10)
_FEWEST: Final = 2
_MOST: Final = 14
_LEAST: Final = 20  # the total of a paper; less is that of a part
_HUNDRED: Final = Fraction(100)


def accounts_told(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, outside tables."""
    flow = flowing(context)
    for line in told_entries(context):
        judged: set[int] = set()
        for at, one in enumerate(line):
            if one.kind != "score":
                continue
            found = _behind(line, at) or _ahead(line, at)
            together = sum((part.value for part in found), Fraction(0))
            if together == _HUNDRED > one.value:
                continue  # 预算执行10分，产出50分，……: what may be had
            if found and not judged & {part.at for part in found}:
                judged |= {part.at for part in found}
                yield sum_relation(context, flow, found, one)


# ------------------------------------------------------------------------------------------- parts before their total
def _behind(line: Sequence[Entry], at: int) -> list[Entry]:
    """The scores before the total at *at*, where they are told to be all of its parts; empty where nothing is sure."""
    total = line[at]
    words = _ADDED.search(_clause(total)) or _TOTAL.search(_clause(total))
    if words is None or _is_other([total]):
        return []
    before: list[Entry] = []
    for one in reversed(line[:at]):
        if one.kind == "points" and not before:
            continue
        if one.kind != "score" or (before and _ends(before[-1])) or len(before) >= _MOST:
            break
        before.append(one)
    parts = before[::-1]
    while parts and (_ADDED.search(_clause(parts[0])) or (_TOTAL.search(_clause(parts[0])) and len(parts) > 1)):
        parts = parts[1:]
    if len(parts) < _FEWEST or any(_ADDED.search(_clause(part)) for part in parts) or _is_other(parts):
        return []
    counted = _counted(parts, total.lead)
    if counted is not None and counted < len(parts):
        parts = parts[-counted:]
    added = _SUM_WORD.search(_clause(total)) is not None
    return _sure(parts, total, total.lead, line, added=added) or _of_its_name(parts, total, line)


def _of_its_name(parts: list[Entry], total: Entry, line: Sequence[Entry]) -> list[Entry]:
    """春防满分50分，密度20分、档案14分、冷链11.5分，春防得45.5分: the whole is named in front of its parts and
    behind them."""
    name = _NAMED.search(_clause(total))
    first = next((at for at, one in enumerate(line) if parts and one.at == parts[0].at), 0)
    whole = [
        one for one in line[max(0, first - 1) : first + 1] if name and name["name"] in one.lead and one is not total
    ]
    if name is None or len(parts) < _FEWEST or not whole:
        return []
    inner = [part for part in parts if part is not whole[0]]
    points = whole[0].points if whole[0] is parts[0] and whole[0].points is not None else whole[0].value
    plain_parts = len(inner) >= _FEWEST and not any(part.points is not None and part.points >= points for part in inner)
    fits = plain_parts and total.value <= points and _is_near(inner, total) and _in_one(inner, total)
    return inner if fits else []


def _ends(following: Entry) -> bool:
    """Whether the list begins at *following*: a sentence ends in front of it, and no item with a number begins."""
    return re.search(r"。(?!\s?[（(]?[\d一二三四五六七八九十]{1,2}[、.．)）])", following.lead) is not None


# ------------------------------------------------------------------------------------------- parts behind their total
def _ahead(line: Sequence[Entry], at: int) -> list[Entry]:
    total, parts = line[at], list[Entry]()
    for one in line[at + 1 :]:
        if one.kind in ("points", "other") and not parts:
            continue
        ends = parts and (_ends(one) or _ADDED.search(_clause(one)))
        if one.kind != "score" or ends or len(parts) >= _MOST or one.value > total.value:
            break
        parts.append(one)
    if len(parts) < _FEWEST:
        return []
    lead = parts[0].lead
    named = _TOTAL.search(_clause(total)) or re.search("得|评", _clause(total)[-3:])
    linked = _LINK.search(lead) is not None
    if not named or _is_other([total, *parts]):
        return []
    if any(_TOTAL.search(_clause(part)) for part in parts):
        return []
    return _sure(parts, total, lead, line, added=False, linked=linked)


# --------------------------------------------------------------------------------------------------------- completeness
def _sure(
    parts: list[Entry], total: Entry, words: str, line: Sequence[Entry], *, added: bool, linked: bool = True
) -> list[Entry]:
    """Those of *parts* that are told to make the total: by their number, points, names, or the word that adds them."""
    if len(parts) < _FEWEST:
        return []
    if any(_PARTLY.search(part.lead) for part in parts[1:]):
        return []
    counted = _counted(parts, words)
    whole = total.points or _whole_points(line, parts, total)
    points = [part.points for part in parts if part.points is not None]
    apart = parts[0].at < total.at or linked
    if len(points) == len(parts) and apart and whole is not None and sum(points, Fraction(0)) == whole:
        return parts
    if len(points) == len(parts) and sum(points, Fraction(0)) == _HUNDRED and total.value > _LEAST * _FEWEST:
        return parts
    if counted is not None:
        return parts if len(parts) == counted and linked and _is_near(parts, total) else []
    if linked and any(_covers(names, parts) for names in NAMES_OF_ALL) and _is_near(parts, total):
        return parts
    clean = not any(_PARTLY.search(part.lead) for part in parts) and len(points) in (0, len(parts))
    added = added or (linked and _WHOLLY.search(words) is not None)
    return parts if added and clean and _is_near(parts, total) and _in_one(parts, total) else []


def _counted(parts: Sequence[Entry], words: str) -> int | None:
    """How many parts the words beside the list or the total announce, where they say so alike."""
    told = [*_NUMBER.finditer(parts[0].lead), *_NUMBER.finditer(words)]
    numbers = {number for match in told if (number := whole_number(match["n"])) and number > 1}
    return numbers.pop() if len(numbers) == 1 else None


def _whole_points(line: Sequence[Entry], parts: Sequence[Entry], total: Entry) -> Fraction | None:
    """The points of the whole, told right before the list or behind the total."""
    first, last = min(parts[0].at, total.at), max(parts[-1].at, total.at)
    beside = [one for one in line if one.kind == "points" and (0 < first - one.at < 60 or 0 < one.at - last < 30)]
    return beside[0].value if len(beside) == 1 else None


def _covers(names: tuple[re.Pattern[str], ...], parts: Sequence[Entry]) -> bool:
    return len(names) == len(parts) and all(sum(1 for part in parts if name.search(part.lead)) == 1 for name in names)


def _is_near(parts: Sequence[Entry], total: Entry) -> bool:
    return abs(sum((part.value for part in parts), Fraction(0)) - total.value) <= max(
        total.value * _NEARLY, Fraction(1)
    )


def _in_one(parts: Sequence[Entry], total: Entry) -> bool:
    """Whether no sentence ends inside the list, and every part has a name of its own."""
    inside = "".join(part.lead for part in parts[1:])
    named = all(re.search(r"[\u4e00-\u9fff]{2}", part.lead) or not part.lead for part in parts)
    return "。" not in inside and named and len(total.lead) <= 40


def _is_other(entries: Sequence[Entry]) -> bool:
    """Whether one of them is another year's, weighted, or no score but a rate."""
    return any(_OTHERS.search(one.lead) or _CONVERTED.search(_clause(one)) for one in entries)


def _clause(one: Entry) -> str:
    return re.split("[。；，、：:（）]", one.lead)[-1]


def sum_relation(context: Context, flow: Flowing, parts: Sequence[Entry], total: Entry) -> Relation:
    """The parts against their total."""
    together = sum((part.value for part in parts), Fraction(0))
    holds, right = together == total.value, plain(together)
    slip = "" if holds else shape(total.text, right)
    figures = (
        *(piece(context, "part", *part.span(flow)) for part in parts),
        piece(context, "total", *total.span(flow)),
    )
    message = f"各项得分之和{'' if holds else '应'}为 {right} 分，文中为 {total.text} 分{'，一致' if holds else ''}。"
    return Relation(
        "score_sum", "ok" if holds else "error", figures, " + ".join(part.text for part in parts), right, total.text,
        message, mistaken(total.text, right, slip), "medium" if holds else "high",
    )  # fmt: skip
