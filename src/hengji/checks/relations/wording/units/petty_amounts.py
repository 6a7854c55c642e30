"""Amounts in 元 too small for what they pay for: 公务接待费 1.58元, 车均运行维护费 5.97元, 平均每户投入 0.54元,
发放贷款 286笔3860元."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["petty_amounts"]

_CENTS: Final = 2
_EACH: Final = re.compile(
    r"(?:[人户生校村亩]均|平均?每[一]?[人户名家亩个所处村台])[^，。；：\d]{0,6}?(?:投入|投资|补助|补贴|奖补|经费|成本|造价|支出|救助|资助|发放|扶持|贷款|收入|工资|改造)"
    r"[^，。；：\d]{0,6}$"
)
_VEHICLE: Final = re.compile(
    r"(?:[车辆台]均|平?均?每[辆台]车?|单车)[^，。；：\d]{0,8}?(?:费用?|支出|经费|成本)[^，。；：\d]{0,6}$"
)
_YEARLY: Final = re.compile(
    r"(?:公务接待费|接待费|因公出国（?境?）?费|公务用车[^，。；：\d]{0,10}费|“?三公”?经费|会议费|培训费|人员经费|公用经费|项目支出|基本支出)"
    r"(?:[。，：](?:20\d\d年度?|本年度?|全年)?)?(?:年初|全年)?(?:支出|决算|预算|合计|安排)?数?(?:为|是|共|：)?$"
)
_AND_SPENT: Final = re.compile(
    r"^[，、]?(?:实际|全年|当年|本年)?(?:支出|支付|执行|决算|完成|列支)数?(?:了|为|是|：)?(?P<n>\d{1,5}(?:\.\d{1,4})?)万元"
)
_BUDGET: Final = re.compile(r"预算(?:数|安排|批复)?(?:了|为|是|：)?$")
_HALF, _TWICE = Fraction(1, 2), 2
_REACH: Final = 20
_FOR_ALL: Final = re.compile(
    r"(?:挽回|避免|追回|减少|追讨|清欠|兑付)[^，。；：\d]{0,8}(?:损失|欠款|资金|工资|债务)(?:共|合计|达|约)*$"
)
_ADDED: Final = "[，、（]?(?:共计?|合计|总计|累计|总?金额|资金|补助|总?投资|总额)*(?:为|达)?$"
_PIECES: Final = (
    (
        1000,
        re.compile(
            r"(?:贷款|授信|担保|工程|项目|道路|公路|水渠|渠道|危房|住房|房屋|校舍|厂房|桥梁)[^，。；：]{0,8}?"
            rf"(?<![\d.,])(?P<n>\d[\d,]{{0,6}})\s?(?:笔|个|座|处|条|所|栋|套|户|家){_ADDED}"
        ),
    ),
    (
        10,
        re.compile(
            rf"(?:设备|车辆|企业|补贴|奖补)[^。；：]{{0,12}}?(?<![\d.,])(?P<n>\d[\d,]{{0,6}})\s?(?:台|辆|套|家){_ADDED}"
        ),
    ),
    (
        1,
        re.compile(
            r"(?:救助|补助|补贴|资助|慰问|奖补|奖励|发放|兑付|兑现)[^。；：]{0,12}?"
            rf"(?<![\d.,])(?P<n>\d[\d,]{{0,6}})\s?(?:人次|人|户次|户|名){_ADDED}"
        ),
    ),
)
"""What one of them costs at least, and the words in front of the amount."""
_OF_EACH: Final = re.compile("每|标准|[人户件台]均|单价|平均")
_MANY: Final = re.compile(r"(?<![\d.])(?P<n>\d{2,6})(?:件|人次|人|户|名)")
_CHANGED: Final = re.compile(r"(?:下降|降低|减少|增加|提高|上升|节约|节省|低于?|高于?|少|多|相差)了?$")
_A_HUNDRED: Final = 100
_SENTENCE: Final = 120
_CLAUSE: Final = 48


def petty_amounts(context: Context, money: Sequence[Mention], told: Collection[int]) -> Iterator[Relation]:
    """Relations of kind ``unit`` for what is told in 元 in running text where other amounts are in 万元."""
    wide = any(str(one.unit) == "万元" for one in money)
    for odd in money:
        if wide and str(odd.unit) == "元" and odd.decimals and odd.start not in told and _is_for_many(context, odd):
            yield _relation(odd, "许多人、许多件合起来不会只有几百元", "总共只有")
            continue
        pieces = wide and str(odd.unit) == "元" and odd.start not in told and not context.in_table(odd)
        if pieces and _is_for_pieces(context, odd):
            yield _relation(odd, "一笔贷款、一处工程、一份补助不会这样少", "平均下来每一份少得不可能，总共只有")
            continue
        if wide and odd.start not in told and _is_budget_beside(context, odd):
            yield _relation(odd, "预算与支出相差不会有一万倍", "预算只有")
            continue
        small = str(odd.unit) == "元" and odd.decimals == _CENTS and 0 < odd.value < _A_HUNDRED
        if not small or odd.start in told or context.in_table(odd):
            continue
        before = re.sub(r"\s", "", context.document.text[max(0, odd.start - 24) : odd.start]).replace("(", "（")
        before = before.replace(")", "）")
        if odd.value < 1 and _EACH.search(before) and not _CHANGED.search(before):
            yield _relation(odd, "每户（人）的投入不会不足一元", "平均每户（人、处）的投入只有")
        elif wide and _VEHICLE.search(before):
            yield _relation(odd, "一辆车一年的费用不会只有几元", "每辆车的费用只有")
        elif wide and _YEARLY.search(before):
            yield _relation(odd, "一年的支出不会只有几元", "全年的支出只有")


def _is_budget_beside(context: Context, odd: Mention) -> bool:
    """预算 62.00 元，实际支出 54.37 万元: nobody spends ten thousand times what was planned."""
    if str(odd.unit) != "元" or not odd.decimals or context.in_table(odd):
        return False
    before, behind = (
        re.sub(r"\s", "", words)
        for words in (
            context.document.text[max(0, odd.start - _REACH) : odd.start],
            context.document.text[odd.end : odd.end + 2 * _REACH],
        )
    )
    spent = _AND_SPENT.match(behind.removeprefix("元")) if _BUDGET.search(before) else None
    return spent is not None and Fraction(spent["n"]) * _HALF <= odd.value <= Fraction(spent["n"]) * _TWICE


def _is_for_many(context: Context, odd: Mention) -> bool:
    """共为受援群众挽回经济损失 612.6 元, of 437 cases: not two 元 for each of those told in the sentence."""
    if context.in_table(odd):
        return False
    start = context.sentence_at(odd.start)[0]
    before = re.sub(r"\s", "", context.document.text[max(start, odd.start - _SENTENCE) : odd.start])
    many = max((int(one["n"]) for one in _MANY.finditer(before)), default=0)
    return many >= _A_HUNDRED and odd.value < many * _CENTS and _FOR_ALL.search(before) is not None


def _is_for_pieces(context: Context, odd: Mention) -> bool:
    """发放创业担保贷款 286 笔 3860 元: not a thousand 元 for each."""
    before = re.sub(r"\s", "", context.document.text[max(0, odd.start - _CLAUSE) : odd.start])
    after = context.document.text[odd.end : odd.end + 6]
    if _OF_EACH.search(before) or re.match(r"\s*(?:[/／每的]|标准|左右)", after):
        return False
    return any(
        (found := pattern.search(before)) is not None and 0 < odd.value < int(found["n"].replace(",", "")) * least
        for least, pattern in _PIECES
    )


def _relation(odd: Mention, rule: str, says: str) -> Relation:
    digits = odd.text.removesuffix("元").strip()
    return Relation(
        "unit",
        "error",
        (figure("stated", odd),),
        rule,
        f"{digits}万元",
        f"{digits}元",
        f"{says} {digits}元，不合常理。请核对单位，很可能应为“万元”。",
        "“元”应为“万元”",
        "high",
    )
