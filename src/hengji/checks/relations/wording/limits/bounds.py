"""Figures above what they can or may be: a share above 100%, 三公 outturn above its budget."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece, slip
from hengji.checks.relations.wording.days.notice_days import notice_days
from hengji.checks.relations.wording.limits.kept_items import kept_items
from hengji.checks.relations.wording.limits.kept_limits import kept_limits
from hengji.checks.relations.wording.limits.kept_standards import kept_standards
from hengji.checks.relations.wording.limits.limits_by_rows import limits_by_rows
from hengji.checks.relations.wording.limits.reserved_shares import reserved_shares
from hengji.checks.relations.wording.limits.running_costs import running_costs
from hengji.checks.relations.wording.lined_scores import lined_scores
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation, Verdict

__all__ = ["MAY_EXCEED", "NEVER_ABOVE", "find"]

_NUMBER = r"\d[\d,，]{0,20}(?:\.\d{1,8})?"
_SHARE = re.compile(rf"(?<![侵强抢挤])占(?![用地道])([^，。；;：\d\n]{{0,24}}?)\s{{0,40}}({_NUMBER})\s{{0,40}}[%％]")
_NOT_A_PART = re.compile(r"上年|去年|同期|计划|目标|任务|预算|编制|用率|核定|标准|年初")
NEVER_ABOVE = (
    r"(?:合格率|满意度|满意率|覆盖率|及时率|有效率|回收率|出勤率|知晓率|正确率|准确率|到位率|发放率|达标率|通过率|完好率"
    r"|合规率|准时率|公开率|公示率|整改率|建档率|归档率|优良率|优秀率|成活率|验收率|瞄准率|认定率|无害化处理率|接种率|免疫率|抽检率)"
)
"""Names of rates that are shares of a whole."""

_CAPPED = re.compile(
    rf"({NEVER_ABOVE})"
    rf"(?:应|要|需|须)?(?:为|达到|达|是|不低于|不少于|大于|高于)?[:：]?\s{{0,40}}[≥≧＞>=＝]{{0,2}}\s{{0,40}}({_NUMBER})\s{{0,40}}[%％]"
)
_AIMED = re.compile(
    rf"([\u4e00-\u9fff]{{2,12}}率)\s{{0,40}}(?:应|要|需|须)?(?:为|达到|达|是)?\s{{0,40}}[:：]?\s{{0,40}}(?:[≥≧＞>=＝]{{1,2}}|不低于|不少于|至少)\s{{0,40}}({_NUMBER})\s{{0,40}}[%％]"
)
MAY_EXCEED = re.compile(
    r"增长|增幅|完成率|执行率|达成率|实现率|利润|收益|回报|产销|毛入学|参保|参合|负债|偿债|使用率|利用率|周转|控制率|变动率|流动|速动|杠杆"
    r"|拨备|普及|拥有|入住|收缴|清缴|投入产出|保值|增值|溢价|递增|结转|负荷|自给|覆盖倍|供需|替代|置换|占补"
)
_THREE_PUBLIC = (
    r"(?:[“\"]?三公[”\"]?经费|公务接待费|公务用车(?:购置及运行(?:维护)?费|运行维护费|购置费)"
    r"|因公出国\s{0,40}[（(]境[）)]\s{0,40}费)"
)
_MONEY = rf"({_NUMBER})\s{{0,40}}(亿元|万元|元)"
_BUDGET_FIRST = re.compile(
    rf"{_THREE_PUBLIC}(?:财政拨款)?(?:支出)?(?:全年|年初)?预算(?:数|安排)?(?:为|是)?\s{{0,40}}{_MONEY}(?:[^。；\d]|20\d\d年){{0,16}}?(?:“?三公”?经费)?(?:决算(?:数)?|实际(?:支出|列支|使用)(?:数)?|支出决算|使用|列支|支出)(?:为|是)?\s{{0,40}}{_MONEY}"
)
_SPENT_FIRST = re.compile(
    rf"{_THREE_PUBLIC}(?:支出)?(?:实际支出(?:数)?|(?<=支出)|决算(?:数)?|支出决算(?:数)?)(?:为|是)?\s{{0,40}}{_MONEY}[^。；\d]{{0,8}}?预算(?:数|安排)?(?:为|是)?\s{{0,40}}{_MONEY}"
)
_SUMMED = re.compile(r"合计|总计|共计|之和|加总|相加|小计")
_OWNED = re.compile(r"[，；（][^，。；\n]{0,6}(?:超出|超过|超额|多出|不足)(?:的?部分|额|数)?")
_ROUNDED = Fraction(10_005, 100)  # what ten shares of two decimals may add up to
_EXCESS = re.compile(r"原因|由于|超支|超出|超过|超预算|追加|调整|调增|调剂|批[准复]|因[^公]|增加")
_DENIED = re.compile("(?:未|没有|不|并未)(?:超[出过支]?|突破|大于|高于)")
_SAID_KEPT = re.compile(r"(?<!均)(?<!均并)(?:未|没有)(?:超[出过]?|突破)[^，。；\n]{0,8}预算")
_OWNED_TO = re.compile(r"(?:决算|支出)数?(?:大于|超过|高于|多于)[^，。；]{0,8}预算[^，。；]{0,4}原因")
_BEFORE = 400  # characters in front in which the excess of all 三公 was explained
_APPROVED = re.compile(r"批复|批准|同意|审批|报批|核准")
_MOVED = re.compile(
    rf"(?:调剂|追加|调增|调入|调整|增加|核增|增拨|安排|划转|将)[^，。；]{{0,20}}?({_NUMBER})\s{{0,40}}(亿元|万元|元)"
)
_MOVE = re.compile("调剂|追加|调增|调入|核增|增拨|划转")
_REACH = 160  # characters behind in which an excess is explained


_FALL = re.compile(
    rf"(?<![\u4e00-\u9fff]率)(?:下降|降低|减少|降幅(?:为|达)?)(?:了|约)?\s?(?P<n>{_NUMBER})\s?[%％](?!以[内上下])"
)


_NEAR = 24


def find(context: Context) -> Iterator[Relation]:
    """Shares, capped rates, 三公."""
    text = context.document.text
    flow = flowing(context)
    for pattern in (_SHARE, _CAPPED):
        for match in pattern.finditer(flow.text):
            yield from _capped(context, flow, match)
    for match in _AIMED.finditer(flow.text):
        if not MAY_EXCEED.search(match[1]) and not _CAPPED.match(flow.text, match.end(1) - 3):
            yield from _capped(context, flow, match)
    yield from lined_scores(context)
    yield from reserved_shares(context)
    yield from running_costs(context)
    yield from notice_days(context)
    yield from _beyond_nothing(context, flow)
    yield from limits_by_rows(context)
    yield from kept_items(context)
    yield from kept_standards(context)
    limits = list(kept_limits(context))
    claimed = [one for one in limits if one.verdict == "error"]
    yield from claimed
    told = {one.start for one in claimed}
    public = [one for match in _BUDGET_FIRST.finditer(text) for one in _three_public(context, match, budget=1, spent=3)]
    public += [one for match in _SPENT_FIRST.finditer(text) for one in _three_public(context, match, budget=3, spent=1)]
    yield from (one for one in public if one.start not in told)
    yield from (one for one in limits if one.verdict != "error")


def _capped(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    value = read_number(match[2])
    if value is None or value <= 100:
        return
    if match.re is _SHARE and re.search("预算|计划|目标|任务|概算", match[1]):
        return  # 占调整预算 105.47% says how much of it was reached
    if match.re is _SHARE and _OWNED.match(flow.text, match.end()):
        return  # 占当年征收额的 102%，超出部分使用上年结余
    if match.re is _SHARE and value <= _ROUNDED and _SUMMED.search(flow.text[max(0, match.start() - 8) : match.end(1)]):
        return  # shares that were rounded one by one may add up to 100.01%
    unsure = match.re is _SHARE and _NOT_A_PART.search(match[1]) is not None
    name = "占比" if match.re is _SHARE else match[1]
    yield Relation(
        "policy",
        "suspicious" if unsure else "error",
        (piece(context, "stated", *flow.span(match.start(2), match.end())),),
        f"{name} ≤ 100%",
        "≤ 100%",
        f"{match[2]}%",
        f"{name}为{match[2]}%，超过100%；部分不会大于整体。请核对这个比例及其分子、分母。",
        "小数点错位，或分子分母颠倒",
        "high",
    )


def _explained(text: str, match: re.Match[str]) -> bool:
    """Whether the excess is owned to, or a change of the budget since."""
    end = text.find("\n", match.end())
    behind = text[match.end() : min(end if end >= 0 else len(text), match.end() + _REACH)]
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if _SAID_KEPT.search(behind):
        return False  # 决算数未超过预算数: nothing is owned to
    return _EXCESS.search(_DENIED.sub("", behind)) is not None or _OWNED_TO.search(before) is not None


def _allowed(text: str, match: re.Match[str], excess: Fraction, unit: str) -> bool:
    """Whether what was moved to this budget with approval, before or behind, is no less than the excess."""
    start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _REACH)
    end = text.find("\n", match.end())
    behind = min(end if end >= 0 else len(text), match.end() + _REACH)
    for words in (text[start : match.start()], text[match.end() : behind]):
        moved = [read_number(one[1]) for one in _MOVED.finditer(words) if one[2] == unit]
        if _APPROVED.search(words) and _MOVE.search(words) and any(one and one >= excess for one in moved):
            return True
    return False


def _three_public(context: Context, match: re.Match[str], *, budget: int, spent: int) -> Iterator[Relation]:
    allowed, used = read_number(match[budget]), read_number(match[spent])
    if allowed is None or used is None or match[budget + 1] != match[spent + 1]:
        return
    verdict: Verdict = "ok"
    if used > allowed and not _allowed(context.document.text, match, used - allowed, match[spent + 1]):
        verdict = "suspicious" if _explained(context.document.text, match) else "error"
    unit = match[spent + 1]
    within = "未超预算" if used <= allowed else "超出部分已经批准调剂或追加"
    says = within if verdict == "ok" else "超过预算。“三公”经费不得超预算支出，请核对数字或说明原因"
    yield Relation(
        "policy",
        verdict,
        (piece(context, "budget", *match.span(budget)), piece(context, "stated", *match.span(spent))),
        "决算 ≤ 预算",
        f"≤ {match[budget]}{unit}",
        f"{match[spent]}{unit}",
        f"预算{match[budget]}{unit}，实际支出{match[spent]}{unit}，{says}。",
        "" if verdict == "ok" else "超预算",
        "high" if verdict == "error" else "medium",
    )


def _beyond_nothing(context: Context, flow: Flowing) -> Iterator[Relation]:
    """下降 308.51%: nothing can fall by more than all of it, unless it was below nothing before."""
    for match in _FALL.finditer(flow.text):
        value = read_number(match["n"])
        near = flow.text[max(0, match.start() - _NEAR) : match.start()]
        if value is not None and value > 100 and not re.search("负|亏|利润|净", near):
            yield slip(
                context,
                [flow.of(match, "n")],
                "error",
                f"“{match[0].strip()}”：下降的幅度不可能超过 100%。请核对增减率或方向词。",
                rule="降幅不超过 100%",
                expected="不超过 100%",
                likely="把增长写成下降，或基数取错",
                severity="high",
                kind="growth",
            )
