"""A target, an actual figure, and what the text says of them: “高于90%的目标值”, “目标300人，实际285人，已达标”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain, read_number
from hengji.facts.relation import Relation, Verdict

__all__ = ["spoken_verdicts"]

_N: Final = r"\d[\d,]{0,24}(?:\.\d{1,9})?"
_UNIT: Final = r"(?:[%％‰]|万?[\u4e00-\u9fff]{1,2}?)?"
_GOAL: Final = r"(?:目标|指标|计划|任务)(?:值|数|量|要求)?"
_WHOSE: Final = r"(?:年初|年度|全年|当年|设定|确定|核定|规定|批复|制定|提出|下达|预定|预期|既定|绩效|考核|计划|的)*"
_LINK: Final = r"(?:的|为|是|[≥>]=?|不低于|不少于)"
_ABOVE: Final = r"高于|超过|超出|大于|多于|超额完成|达到了?|完成了?|实现了?"
_BELOW: Final = r"略?低于|少于|小于|不足|未能?达到?|没有达到|未完成"
_ASIDE: Final = r"(?:[（(][^（）()\n。]{1,24}[)）])?"
_COMPARED: Final = re.compile(
    rf"(?P<a>{_N})\s{{0,40}}(?P<au>{_UNIT})\s{{0,40}}{_ASIDE}[，,]?(?:均|已经?|也)?(?P<w>{_BELOW}|{_ABOVE})了?{_WHOSE}"
    rf"(?:{_GOAL}(?:申报)?表?中?(?:设定|确定|规定|约定)?{_LINK}\s{{0,40}}(?P<t>{_N})\s{{0,40}}(?P<tu>{_UNIT})(?=[，,。；;、）)\n]|$)"
    rf"|[“\"]?{_LINK}?\s{{0,40}}(?P<t2>{_N})\s{{0,40}}(?P<tu2>{_UNIT})(?:及?以上)?[”\"]?的?{_WHOSE}{_GOAL}"
    rf"|{_GOAL}\s{{0,40}}(?P<t3>{_N})\s{{0,40}}(?P<tu3>{_UNIT})(?=[，,。；;、）)\n]|$))"
)
_COMPARING: Final = re.compile(rf"(?:{_ABOVE}|{_BELOW})了?{_WHOSE}(?:{_GOAL}|[“\"]?{_LINK}?\s{{0,40}}\d)")
_AMONG: Final = re.compile(r"其中[^。；\n]*[、，][^。；，\n]*$")
_MET: Final = (
    r"达标|(?:超额|全面|圆满|如期|按期)?完成了?(?:年初|年度|全年|既定|预期|绩效)*(?:[\u4e00-\u9fff]{0,6}?)(?:目标|计划|任务|指标)+"
    r"|超额完成|(?:已|均|都|全部)*(?:全面|全部|圆满|如期|按期)完成"
    r"|(?:实现|达到)了?(?:年初|年度|预期|绩效|设定|既定)*(?:目标|计划|指标)(?:值)?"
    r"|(?:年度|全年|绩效|预期|各项)*(?:目标|任务|计划|指标)(?:任务)?(?:已经?)?(?:全部|全面|圆满|如期|按期|均已?|已)(?:实现|完成|达成|达到|达标)"
)
_UNMET: Final = (
    r"(?:未能?(?:达标|完成|达到|实现)|没有(?:达标|完成|达到)|不达标)"
    r"(?:年初|年度|预期|全年|既定|绩效)*(?:目标|计划|任务){0,2}值?"
)
_TARGET: Final = (
    rf"(?:{_GOAL}|年初(?:设定|确定|拟定|安排))[^，,。；;\d\n≤<]{{0,20}}?\s{{0,40}}(?P<t>{_N})\s{{0,40}}(?P<tu>{_UNIT})"
)
_ACTUAL: Final = (
    r"(?:截至|截止|至|到)?(?:年末|年底|年内|当年|最终|目前)?(?:实际|建成|新建|改建|改造|发放|举办|培训|组织|开展|经[\u4e00-\u9fff]{2,4}|现|完成|达到|实现|达|全年|年内|累计|已|共)"
    r"[^，,。；;\d\n]{0,8}?\s{0,40}"
)
_RATE: Final = r"(?:[，,](?:完成|达成|实现)(?:率|比例)[^，,。；;\n]{0,12})?"
_NAMED: Final = r"(?:(?:数量|质量|时效|成本|产出|该项|本项|此项)+(?:指标|目标|任务)?)?"
_WORD: Final = rf"{_RATE}[，,]{_NAMED}(?:均|已经?|故|应)?(?P<w>{_UNMET}|{_MET})(?=[，,。；;、）)\n]|$)"
_JUDGED: Final = (
    re.compile(rf"{_TARGET}[，,；;]{_ACTUAL}(?P<a>{_N})\s{{0,40}}(?P<au>{_UNIT}){_WORD}"),
    re.compile(
        rf"(?:{_ACTUAL}|率为?|度为?|数为?)(?P<a>{_N})\s{{0,40}}(?P<au>{_UNIT})[，,；;](?:年初|年度|全年|原)?{_TARGET}{_WORD}"
    ),
    re.compile(  # 56场，较年初计划50场多6场，未完成年度任务
        rf"(?P<a>{_N})\s{{0,40}}(?P<au>{_UNIT})[，,](?:较|比|与)(?:年初|年度|全年|原|年初的)?{_TARGET}(?:相比)?[，,]?"
        rf"(?:多|超|高|增加|少|减少|低|差|欠)(?:额|出|了|完成)*\s{{0,4}}{_N}\s{{0,4}}{_UNIT}{_WORD}"
    ),
)
_ATMOST: Final = re.compile(
    rf"(?:控制在|不超过|不高于|[≤<]=?|限定在)\s{{0,40}}(?P<t>{_N})\s{{0,40}}(?P<tu>[%％‰]|[\u4e00-\u9fff]{{1,3}}?)(?:以内|之内|以下)?[，,；;]"
    rf"(?:全年|平均)?(?:实际|完成|达到|达)[^，,。；;\d\n]{{0,8}}?\s{{0,40}}(?P<a>{_N})\s{{0,40}}(?P<au>[%％‰]|[\u4e00-\u9fff]{{1,3}}?){_WORD}"
)
_RATED: Final = re.compile(
    rf"{_GOAL}[^，,。；;\d\n≤<]{{0,8}}?\s{{0,4}}(?:[≥>]=?)?(?P<t>{_N})\s{{0,4}}[%％][，,；;]{_ACTUAL}(?P<a>{_N})\s{{0,4}}[%％][，,；;]"
    rf"(?:完成|达成)率(?:为|达到?)?\s{{0,4}}(?P<p>{_N})\s{{0,4}}[%％]"
)
_LESS: Final = re.compile(
    "差错|投诉|事故|违规|违纪|超支|控制|成本|费用|耗|逾期|时长|时间|天数|不超过|以内|≤|不高于|降低|压减"
)
_CAME_DOWN: Final = re.compile(r"(?:由|从)[^，。；]{1,12}(?:降|缩短|减少|压减)[到至]\s?$")
_TIMES: Final = re.compile(r"[天日月年]|小时|分钟|元$|个百分")
_LONGER: Final = re.compile("[两二三四五]年|十[三四五]五|规划|分[期年批]|中长期")
_ANCHOR: Final = re.compile("目标|指标|计划|任务|年初(?:设定|确定|拟定|安排)")
_AROUND: Final = 300
_BEFORE: Final = 40
_GROUPS: Final = 2


def spoken_verdicts(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``: the word against the two figures that stand with it."""
    flow = flowing(context)
    text = flow.text
    for match in matches_near(_COMPARED, _COMPARING, text, _AROUND):
        if _AMONG.search(text, max(0, match.start() - _BEFORE), match.start()):
            continue  # 新增就业83人，其中按比例46人、灵活就业25人，完成80人的目标
        group = next(name for name in ("t", "t2", "t3") if match[name])
        if _are_groups(text, match, group):
            continue
        yield from _judged(context, flow, match, group, below=re.match(_BELOW, match["w"]) is not None)
    for match in _ATMOST.finditer(text):
        yield from _judged(context, flow, match, "t", below=re.match(_UNMET, match["w"]) is not None, most=True)
    yield from _rated(context, flow)
    for pattern in _JUDGED:
        for match in matches_near(pattern, _ANCHOR, text, _AROUND):
            yield from _judged(context, flow, match, "t", below=re.match(_UNMET, match["w"]) is not None)


def _are_groups(text: str, match: re.Match[str], group: str) -> bool:
    """超过计划的3类，与计划持平的2类，少于计划的2类: so many are above it, so many below, and none is a goal."""
    behind = re.search(r"的(?:有|为|共)?\s?$", text[match.end("w") : match.start(group)])
    stop = max(text.rfind("。", 0, match.start()), text.rfind("\n", 0, match.start()))
    told = re.findall(rf"的(?:有|为|共)?\s?{_N}\s?{re.escape(match['au'])}", text[stop + 1 : match.end()])
    return behind is not None and match["au"] not in ("", "%", "％", "‰") and len(told) >= _GROUPS


def _rated(context: Context, flow: Flowing) -> Iterator[Relation]:
    """目标值95%，实际90.25%，完成率100%: a rate held against a rate; what is above its goal may be told as 100%."""
    for match in matches_near(_RATED, _ANCHOR, flow.text, _AROUND):
        target, actual, said = (_value(match[name]) for name in ("t", "a", "p"))
        clause = flow.text[max(0, match.start() - _BEFORE) : match.end()].rsplit("。", 1)[-1]
        tabled = context.table_at(flow.place(match.start())) is not None
        if not target or actual is None or said is None or actual >= target or tabled or _LESS.search(clause):
            continue
        right = actual / target * 100
        step = Fraction(1, 10 ** len(match["p"].partition(".")[2]))
        if abs(right - said) <= step:
            continue
        shown = plain(right, len(match["p"].partition(".")[2]) or 2)
        yield Relation(
            "rate", "error",
            (piece(context, "part", *flow.of(match, "a")), piece(context, "base", *flow.of(match, "t")),
             piece(context, "stated", *flow.of(match, "p"))),
            f"{match['a']} ÷ {match['t']}", f"{shown}%", f"{match['p']}%",
            f"目标 {match['t']}%，实际 {match['a']}%，完成率应为 {shown}%，文中为 {match['p']}%。",
            "完成率误写，或目标、实际之一误写。", "high",
        )  # fmt: skip


def _judged(
    context: Context, flow: Flowing, match: re.Match[str], group: str, *, below: bool, most: bool = False
) -> Iterator[Relation]:
    target, actual = _value(match[group]), _value(match["a"])
    unit = match[f"tu{group[1:]}"] or match["au"]
    text = flow.text
    clause = text[max(0, match.start() - _BEFORE) : match.end()].rsplit("。", 1)[-1]
    if (
        target is None
        or actual is None
        or (match["au"] and unit != match["au"])
        or context.table_at(flow.place(match.start()))
        or _LONGER.search(clause)  # the year's part of a goal of several years need not be all of it
    ):
        return
    done = re.search(r"(?:任务|计划)的\s?$", text[match.end("w") : match.start(group)]) and match["w"].startswith(
        "完成"
    )
    if done and unit in ("%", "％") and group != "t2":
        return  # 同比增长10.6%，完成年度任务的101.94%: how much of the task was done
    if group == "t3" and target * 2 < actual:
        return  # “少于计划15人” says by how much
    compares = re.match(rf"{_ABOVE}|{_BELOW}", match["w"]) is not None and group != "t"
    least = re.search("不低于|不少于|[≥]|>=", match[0]) is not None
    if not most and not least and (_TIMES.search(unit) or (not compares and _LESS.search(clause))):
        return
    if not most and not least and _CAME_DOWN.search(text, max(0, match.start("a") - _BEFORE), match.start("a")):
        return  # 由1.68降到1.61，未达到1.58的目标: less is better
    strictly = re.match("高于|超过|超出|大于|多于", match["w"]) is not None
    above = actual <= target if most else actual > target if strictly else actual >= target
    verdict: Verdict = "ok" if above != below else "error"
    real = "高于" if actual > target else "等于" if actual == target else "低于"
    message = f"{match['a']}{match['au']}{real}目标 {match[group]}{unit}，文中说“{match['w']}”。"
    yield Relation(
        "target", verdict,
        (piece(context, "target", *flow.of(match, group)), piece(context, "actual", *flow.of(match, "a")),
         piece(context, "stated", *flow.of(match, "w"))),
        f"{match['a']} 对 {match[group]}", f"{real}目标", match["w"],
        message if verdict == "error" else f"{message.rstrip('。')}，相符。",
        "" if verdict == "ok" else "两数之一或说法有误。", "high" if verdict == "error" else "medium",
    )  # fmt: skip


def _value(digits: str) -> Fraction | None:
    return read_number(digits.replace(",", ""))
