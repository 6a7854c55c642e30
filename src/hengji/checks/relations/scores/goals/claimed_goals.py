"""“完成率79.17%，达到预期目标”, “诊疗量占比54.47%，圆满完成年度目标” where the goal, told elsewhere, is 55%."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.goals.success import claims_of
from hengji.checks.relations.scores.rules.full_marks import surely_missed
from hengji.checks.relations.tables.goals import GoalRow
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["claimed_goals"]

_N: Final = r"\d[\d,]{0,24}(?:\.\d{1,9})?"
_UNIT: Final = r"[%％]|万?[\u4e00-\u9fff]{1,2}?"
_DONE: Final = (
    r"(?:均|都|已经?|全部|全面|圆满|超额|如期|按期|顺利)*(?:完成|达到|实现|达成)了?"
    r"(?:年度|年初|预期|绩效|既定|全年|当年|设定|预定|各项|的)*(?:[\u4e00-\u9fff]{0,6}?)(?:目标|任务|指标|计划)(?:值|任务|要求|数)?(?=[，,。；;\n（(]|$)"
    r"|(?:已|均|都|全部)*(?:全面|全部|圆满|如期|按期|超额)完成(?=[，,。；;\n（(]|$)"
    r"|(?:高于|超过|超出|优于|达到)了?(?:年度|年初|预期|绩效|设定|既定|的)*(?:目标|指标|计划)值?(?=[，,。；;\n]|$)"
)
_CLAIM: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff（）()\d]{{2,30}}?)(?:为|达到|达|是)?\s*(?P<a>{_N})\s*(?P<u>{_UNIT})\s*"
    rf"(?:[（(][^（）()\n]{{1,30}}[)）])?(?:[，,](?:较|比)(?:上年|去年)[^，。；\n]{{0,24}})?[，,]\s*(?P<said>{_DONE})"
)
_PLANNED: Final = re.compile(
    rf"计划[^，,。；;\d\n]{{0,16}}?(?P<t>{_N})\s{{0,4}}(?P<u>[\u4e00-\u9fff]{{1,4}}?)[，,]"
    rf"[^，,。；;\d\n]{{0,8}}?完成[^，,。；;\d\n]{{0,8}}?(?P<a>{_N})\s{{0,4}}(?P=u)[，,](?:[^，,。；;\d\n]{{0,6}})?完成率"
)
_REACHED_AND_LOST: Final = re.compile(
    r"[率度数量值\d%％次人个件场户][，,](?P<said>(?<![未没不])(?:均|已|全部)?(?:达到|完成|符合|实现)了?(?:年度|预期|绩效|规定|既定|的)*(?:目标|要求|标准|指标)(?:值|要求)?)"
    r"[，,](?P<lost>扣减?\s*\d+(?:\.\d+)?\s*分)"
)
_OF_WORK: Final = ("", "产出", "数量")
_WHOLLY: Final = re.compile(
    "全面完成|全部完成|全部实现|全部(?:如期|按期)?(?:兑现|完成|达标)|均已?(?:圆满)?完成|每一?[项条]"
)
_BY_RATE: Final = re.compile(
    rf"(?:(?:完成|达成|实现|到位)(?:率|比例)(?:为|达到|达|是)?|(?:为|占|达到?|完成了?|仅?完成)(?:年度|全年|年初|当年)*(?:计划|目标|任务)(?:数|值|任务|量)?(?:\s{{0,2}}{_N}\s{{0,2}}万?[\u4e00-\u9fff]{{1,3}}?)?的)\s*(?P<a>{_N})\s*[%％]\s*[，,]\s*(?P<said>{_DONE})"
)
_STATED: Final = re.compile(
    r"(?:^|[。；\n])[^。；\n]{0,60}?(?:目标|计划)\s*\d{0,2}\s*(?:(?:为|是|值)?\s*(?P<colon>[:：])|中|，|,|是|为|要求)(?P<told>[^。\n]{6,400})"
)
_DENIED: Final = re.compile(
    rf"(?:低于|少于|未达到?|没有达到|不足|未完成)[^，,。；;\n]{{0,24}}?(?:目标|计划|任务)值?[，,](?:[^，,。；;\n]{{0,12}}[，,])?(?P<said>{_DONE})"
)
_GOAL: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff（）()]{{3,30}}?)(?P<sign>不低于|不少于|不小于|≥|>=|达到|达|至少|大于|高于|＝|=)?\s*(?P<n>{_N})\s*(?P<u>{_UNIT})(?:及?以上)?(?=[，,。；;、\n]|$)"
)
_NUMBERED: Final = re.compile(
    rf"共[^，。；\d\n]{{1,6}}(?P<a>{_N})\s?(?P<u>人次|人|户|件|个|家|场次|场|次|公里|亩|份|台|套)(?P<between>[^。\n]{{0,80}}?)"
    rf"(?P<said>(?:圆满|全面|顺利|如期|超额|全部)完成了?(?:全年|年度|当年)*(?P<t>{_N})\s?(?P=u)的?(?:年度|全年|目标|既定)*(?:任务|目标|计划))"
)
_NOT_ALL: Final = re.compile("其中|另|上年|去年|还|累计")
_AT_MOST: Final = re.compile(r"不超过|不高于|控制|以内|以下|≤|降|减少|压减|低于|差错|投诉|事故|成本|逾期|天$|时间|时长")
_TIMED: Final = re.compile(r"时序|序时|进度目标|月底|月末|[—\-至~]\s*\d{1,2}月|上半年|季度|阶段性|调整后")
_SURELY: Final = ("不低于", "不少于", "不小于", "≥", ">=", "至少")
_FIGURE_BEFORE: Final = re.compile(r"[\u4e00-\u9fff]{2,12}(?:为|是|达到?)?[\d.,%％]+[，,]?$")
_ALL: Final = 100  # per cent
_NEAR: Final = 30
_SHORTEST: Final = 4
_LONG: Final = 5
_MOST: Final = 20


@dataclass(frozen=True, slots=True)
class _Goal:
    value: Fraction
    unit: str
    span: Span


def _of_told_number(context: Context) -> Iterator[Relation]:
    """共筛查 6860 人，……圆满完成 7000 人的年度任务: the goal and what was done stand in one sentence."""
    flow = flowing(context)
    for match in _NUMBERED.finditer(flow.text):
        done, goal = (read_number(match[name]) for name in ("a", "t"))
        if done is not None and goal is not None and done < goal and not _NOT_ALL.search(match["between"]):
            yield Relation(
                "target",
                "error",
                (piece(context, "actual", *flow.of(match, "a")), piece(context, "stated", *flow.of(match, "said"))),
                "实际完成数 ≥ 目标数",
                f"≥ {match['t']}{match['u']}",
                f"{match['a']}{match['u']}",
                f"实际为 {match['a']}{match['u']}，少于 {match['t']}{match['u']}的任务，文中却说“{match['said']}”。"
                "请核对两数，或改正说法。",
                "实际数误写，或任务没有完成",
                "high",
            )


def claimed_goals(context: Context, rows: list[GoalRow]) -> Iterator[Relation]:
    """Relations of kind ``target``, all of claims that cannot be true."""
    yield from _of_told_number(context)
    yield from _short_of_all(context)
    yield from _denied(context)
    yield from _wholly(context)
    yield from _marked_down(context)
    flow = flowing(context)
    goals: dict[str, list[tuple[str, _Goal]]] = defaultdict(list)
    for name, goal in _goals(context, rows).items():
        goals[name[-_SHORTEST:]].append((name, goal))
    for match in _CLAIM.finditer(flow.text) if goals else ():
        if "调整" in match["said"] or _of_another_year(context, match["name"]):
            continue
        value = read_number(match["a"].replace(",", ""))
        name = re.sub(r"[\s（）()\d]", "", match["name"])
        told = _of(goals, name, match["u"]) or _of_rate(goals, name, flow.sentence(*match.span("name")))
        if told is None or value is None or context.table_at(flow.place(match.start())) is not None:
            continue
        if value < told.value and not told.span[0] <= flow.place(match.start("a")) < told.span[1]:
            yield _relation(context, match, context.document.text[slice(*told.span)].strip(), told.span)


def _of_another_year(context: Context, name: str) -> bool:
    """2022年培训农民380人，完成当年目标, in the report of 2023."""
    year = context.facts.year
    return any(year is not None and int(one) != year for one in re.findall(r"20\d\d(?=年)", name))


def _short_of_all(context: Context) -> Iterator[Relation]:
    """A rate of completion below a hundred per cent, called complete; of part of a year it says nothing."""
    flow = flowing(context)
    for match in _BY_RATE.finditer(flow.text):
        value = read_number(match["a"].replace(",", ""))
        timed = _TIMED.search(match["said"]) or _TIMED.search(flow.sentence(*match.span()))
        if value is not None and value < _ALL and not timed and context.table_at(flow.place(match.start())) is None:
            yield _relation(context, match, "100%", None)


def _marked_down(context: Context) -> Iterator[Relation]:
    """及时率95.74%，达到目标要求，扣1分: what was reached loses no points."""
    flow = flowing(context)
    for match in _REACHED_AND_LOST.finditer(flow.text):
        if context.table_at(flow.place(match.start())) is None:
            figures = (
                piece(context, "actual", *flow.of(match, "said")),
                piece(context, "stated", *flow.of(match, "lost")),
            )
            yield Relation(
                "target", "error", figures, "达到目标的不扣分", "未达到目标，或不扣分", match["lost"],
                f"前面说“{match['said']}”，接着又“{match['lost']}”，自相矛盾。请核对是否达到目标、应否扣分。",
                "两种说法之一有误。", "high",
            )  # fmt: skip


def _wholly(context: Context) -> Iterator[Relation]:
    """各项建设任务均已全面完成, where the text tells of one that was not: 计划 9 座，完成 8 座，完成率 88.89%."""
    claims = [
        one
        for one in claims_of(context)
        if one.kind in _OF_WORK and _WHOLLY.search(context.document.text[slice(*one.span)])
    ]
    flow = flowing(context)
    for match in _PLANNED.finditer(flow.text) if claims else ():
        planned, done = (read_number(match[name].replace(",", "")) for name in ("t", "a"))
        if planned is None or done is None or done >= planned or _AT_MOST.search(match[0]):
            continue
        said = context.document.text[slice(*claims[0].span)].strip()
        figures = (
            piece(context, "target", *flow.of(match, "t")),
            piece(context, "actual", *flow.of(match, "a")),
            piece(context, "stated", *claims[0].span),
        )
        told = f"计划 {match['t']}{match['u']}，完成 {match['a']}{match['u']}"
        message = f"文中另处写明{told}，没有完成，这里却说“{said}”。请核对。"
        yield Relation(
            "target", "error", figures, f"{match['a']} 对 {match['t']}", "未全部完成", said, message,
            "说法与数字不符。", "high",
        )  # fmt: skip
        return


def _denied(context: Context) -> Iterator[Relation]:
    """低于98%的年度目标，…圆满完成年度目标: the sentence contradicts itself, unless less is better."""
    flow = flowing(context)
    for match in _DENIED.finditer(flow.text):
        at_most = _AT_MOST.search(flow.sentence(*match.span("said")).replace("低于", ""))
        named = _FIGURE_BEFORE.search(flow.text, max(0, match.start() - _NEAR), match.start())
        if at_most or named is None or context.table_at(flow.place(match.start())) is not None:
            continue
        before, said = match[0].partition("，")[0], match["said"]
        spans = (flow.span(match.start(), match.start() + len(before)), flow.of(match, "said"))
        figures = piece(context, "actual", *spans[0]), piece(context, "stated", *spans[1])
        yield Relation(
            "target", "error", figures, "前后说法应一致", "没有达到目标", said,
            f"前面说“{before}”，接着却说“{said}”，自相矛盾。请核对。", "两种说法之一有误。", "high",
        )  # fmt: skip


def _goals(context: Context, rows: list[GoalRow]) -> Mapping[str, _Goal]:
    """By name: what must at least be reached. A name with two goals is left out."""
    found: dict[str, set[_Goal]] = {}
    flow = flowing(context)
    text = flow.text
    for told in _STATED.finditer(text):
        for match in _GOAL.finditer(text, *told.span("told")):
            value = read_number(match["n"].replace(",", ""))
            direct = match.start() == told.start("told") and match["sign"]  # 年度目标为准确投放率达到 92%
            if told["colon"] is None and match["sign"] not in _SURELY and not direct:
                continue
            clause = text[max(told.start("told"), match.start() - 4) : match.end() + 4]
            name = re.sub(r"[\s（）()]", "", match["name"])
            if value is not None and len(name) >= _SHORTEST and not _AT_MOST.search(clause):
                start = match.start("sign") if match["sign"] else match.start("n")
                found.setdefault(name, set()).add(_Goal(value, match["u"], flow.span(start, match.end())))
    for row in rows:
        target = row.full_target
        if row.full is None or target is None or target.operator not in ("≥", "=", ">") or target.low is None:
            continue
        if len(row.name) < _SHORTEST or _AT_MOST.search(row.name) or not surely_missed(row):
            continue
        rate = target.unit is not None and target.unit.is_rate
        value = target.low * 100 if rate else target.low
        found.setdefault(re.sub(r"[（(].{1,6}[）)]$", "", row.name), set()).add(
            _Goal(value, "%" if rate else target.unit_text, (row.full.start, row.full.end))
        )
    return {name: next(iter(goals)) for name, goals in found.items() if len({goal.value for goal in goals}) == 1}


def _of(goals: Mapping[str, list[tuple[str, _Goal]]], name: str, unit: str) -> _Goal | None:
    """The one goal whose name is the end of the words before the figure, or differs from it in the middle only."""
    hits = [
        goal
        for known, goal in goals.get(name[-_SHORTEST:], ())[:_MOST]
        if _is_one_unit(goal.unit.replace("％", "%"), unit.replace("％", "%"))
        and (name.endswith(known) or known.endswith(name) or known[:2] in name or name.endswith(known[-_LONG:]))
    ]
    return hits[0] if len(hits) == 1 else None


def _of_rate(goals: Mapping[str, list[tuple[str, _Goal]]], name: str, sentence: str) -> _Goal | None:
    """The goal of 城乡居民医保参保率 for 参保率, where the sentence tells of 城乡居民医保."""
    if len(name) >= _SHORTEST or not name.endswith(("率", "度")):
        return None
    hits = [
        goal
        for known, goal in chain.from_iterable(goals.values())
        if known.endswith(name) and goal.unit in "%％" and known.removesuffix(name)[:_SHORTEST] in sentence
    ]
    return hits[0] if len(hits) == 1 else None


def _is_one_unit(goal: str, told: str) -> bool:
    """A goal in a table whose units stand in a column of their own has none."""
    return goal == told or (not goal and told != "%")


def _relation(context: Context, match: re.Match[str], goal: str, span: Span | None) -> Relation:
    said = match["said"].strip()
    flow = flowing(context)
    actual = flow.text[match.start("a") : match.start("said")].strip("，, ")
    figures = [piece(context, "actual", *flow.of(match, "a")), piece(context, "stated", *flow.of(match, "said"))]
    if span is not None:
        figures.insert(0, piece(context, "target", *span))
    message = f"实际为 {actual}，没有达到目标（{goal}），文中却说“{said}”。请核对完成数、目标或这一说法。"
    return Relation(
        "target", "error", tuple(figures), f"{actual} 对 {goal}", "未达到目标", said, message,
        "说法与数字不符。", "high",
    )  # fmt: skip
