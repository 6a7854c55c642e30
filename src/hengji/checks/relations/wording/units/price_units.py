"""What one costs or has, told in the unit of totals: 每立方米 2.35 万元, 每生每天 5 万元, 人均 2.83 万平方米; a sum
told in the unit of prices: 全年发放 7356.20 元，惠及 8.7 万人, of which nobody would get a yuan.

A price is small where a total is great. Beside a figure of the same frame in the plain unit, 由 2.71 平方米提高到 2.83
万平方米, the two differ ten thousand times in what they say and hardly in their digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.verdicts import in_ones
from hengji.facts.mention import Mention
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["price_units"]

_N = r"(?P<value>\d[\d,]{0,12}(?:\.\d{1,4})?)\s*"
_SMALL_PIECE = re.compile(
    rf"每(?:运送|接待|供应|输送)?一?(?:立方米|吨水|公斤|千克|斤|度|千瓦时|升|人次|[人生]每[月日天餐]|[月日天餐]每[人生]|课时|学时|公里运价)[^，。；：\d]{{0,8}}{_N}(?P<unit>万元)"
)
_SINGLE = re.compile(
    rf"每(?:人|名|户|位|生|亩)(?:每年|年)?[^，。；：\d每]{{0,10}}(?:(?<=每年)|补助|补贴|标准|救助|资助|奖补|生活费|保费|餐费)[^，。；：\d]{{0,4}}{_N}(?P<unit>万元)"
)
_ACRE = re.compile(rf"每(?:亩|株|只|羽|斤|公斤){_N}(?P<unit>万元)")
_STANDARD = re.compile(rf"每(?:人|名|户|位|生|亩)(?:每年|年)?{_N}(?P<unit>万元)的?(?:标准|补助|补贴|奖补|救助|资助)")
_AREA = re.compile(rf"(?:人均|户均|生均)[^，。；：\d]{{0,14}}{_N}(?P<unit>万平方米|万公里|万公斤|万立方米)")
_MEAN = re.compile(
    rf"(?:人均|户均(?!贷款|投资|授信|融资)|[门急]诊次均|次均|生均|床均)[^，。；：\d]{{0,10}}{_N}(?P<unit>万元)"
)
_FUND = re.compile(r"均(?:定额)?公用经费(?:财政)?(?:补助)?(?:拨款|资金|收入|支出|共|合计|总)")
"""What all schools got by the head is called so: 生均公用经费拨款 148.07 万元."""
_TURNED = re.compile(
    r"(?:由|从)[^，。；：\d]{0,12}(?P<first>\d[\d,]{0,12}(?:\.\d{1,4})?)\s*(?P<plain>平方米|公里|元|亩|吨|公斤)"
    rf"[^，。；：\d]{{0,10}}(?:到|至|为)[^，。；：\d]{{0,4}}{_N}(?P<unit>万(?:平方米|公里|元|亩|吨|公斤))"
)
_GRANTED = re.compile(
    r"(?:累计|合计|总计|全年|共计?|全部)[^，。；：\d\n]{0,16}(?:发放|补助|补贴|救助|资助|奖补|支付|投入|拨付|兑付|兑现|下达|支出|安排)[^，。；：\d\n]{0,16}"
    rf"{_N}(?P<unit>元)[，,、（(](?:共|累计)?(?:惠及|受益|覆盖|补助|资助|救助|涉及|保障|奖补|服务)[^，。；：\d\n]{{0,12}}"
    r"(?P<heads>\d[\d,]{0,12}(?:\.\d{1,4})?)\s*(?P<many>万?)(?:余|多)?\s*(?:人|户|名|位|头|亩|家)"
)
_EACH = re.compile(r"每|标准|[人户生亩均月日天]均|平均|定额|工本费|手续费")
_ACRE_AT_MOST = 20  # 万元 that nobody is granted for an acre
_HEADS = re.compile("^万?(?:人|户|名|位|家)$")
_FIGURE = re.compile(r"(?<![\d.,])\d[\d,]{0,12}(?:\.\d{1,4})?")
_NEAR, _MOST = 60, 4
_PAID = 100  # 万元 that no one person is granted


def price_units(context: Context) -> Iterator[Relation]:
    """Every such figure of running text."""
    flow = flowing(context)
    for match in _TURNED.finditer(flow.text):
        first, value = read_number(match["first"]), read_number(match["value"])
        if not first or not value or match["unit"] != "万" + match["plain"]:
            continue
        if Fraction(1, 10) <= Fraction(value) / Fraction(first) <= 10:
            yield _relation(context, flow, match, "前后两数的单位相差一万倍，数字却相近")
    pieces = ((_SMALL_PIECE, 0), (_AREA, 0), (_SINGLE, _PAID), (_STANDARD, _PAID), (_ACRE, _ACRE_AT_MOST))
    for pattern, least in (*pieces, (_MEAN, _PAID)):
        for match in pattern.finditer(flow.text):
            value = read_number(match["value"])
            fund = _FUND.search(match[0]) is not None and pattern is _MEAN
            if value is None or value <= least or fund or _TURNED.match(flow.text, match.start()) is not None:
                continue
            if not _is_quotient(flow.text, match, Fraction(value)) and not _is_mean_of_all(context, flow, match):
                yield _relation(context, flow, match, "单价（人均数）不会有这样大")
    yield from _petty_sums(context, flow)


def _is_quotient(text: str, match: re.Match[str], mean: Fraction) -> bool:
    """兑现企业 96 户次、12106.50 万元，户均 126.11 万元: two figures in front make the mean, to its last digit."""
    before = text[max(0, match.start() - _NEAR) : match.start()]
    figures = [Fraction(value) for one in _FIGURE.findall(before) if (value := read_number(one))][-_MOST:]
    step = Fraction(1, 10 ** len(match["value"].partition(".")[2]))
    return any(abs(a / b - mean) <= step / 2 for a in figures for b in figures if b > 1)


def _is_mean_of_all(context: Context, flow: Flowing, match: re.Match[str]) -> bool:
    """营业收入 418.96 亿元 in a table, 从业人员 3.48 万人，人均 120.39 万元: the heads stand beside the mean, and
    some amount of the paper, as exactly as both are told, is theirs."""
    start, _ = flow.span(match.start("value"), match.end("unit"))
    sentence = context.within(context.sentence_at(start))
    mean = next((one for one in sentence if one.start <= start < one.end and one.unit is not None), None)
    heads = [one for one in sentence if one.start != start and _HEADS.search(one.unit_text)]
    if mean is None or not (mean.unit and mean.unit.is_money):
        return False
    amounts = [one for one in context.mentions if one.start != start and one.unit is not None and one.unit.is_money]
    return any(_is_theirs(one, head, mean) for head in heads[-_MOST:] for one in amounts)


def _is_theirs(amount: Mention, head: Mention, mean: Mention) -> bool:
    many = 10_000 if head.unit_text.startswith("万") else 1
    low, high = ((head.value + sign * head.step / 2) * many for sign in (-1, 1))
    told = in_ones(amount)
    near = in_ones(mean)
    slack = in_ones(replace(mean, value=mean.step / 2))
    return low > 0 and told / high - slack <= near <= told / low + slack


def _petty_sums(context: Context, flow: Flowing) -> Iterator[Relation]:
    """What was granted in all, where it makes less than a yuan for each of those that it was granted to."""
    for match in _GRANTED.finditer(flow.text):
        value, heads = read_number(match["value"].replace(",", "")), read_number(match["heads"].replace(",", ""))
        if not value or not heads or _EACH.search(match[0]):
            continue
        each = Fraction(value) / (Fraction(heads) * (10_000 if match["many"] else 1))
        if each < 1 and not re.search(r"\.0{1,2}$", match["value"]) and "." in match["value"]:
            span = flow.span(match.start("value"), match.end("unit"))
            right, told = f"{match['value']}万元", f"{match['value']}元"
            why = f"平均下来每人（户）不足一元。请核对单位，很可能应为“{right}”。"
            yield Relation(
                "unit",
                "error",
                (piece(context, "stated", *span),),
                "发放总额与人数",
                right,
                told,
                f"共发放{told}，对象{match['heads']}{match['many']}，{why}",
                "“元”应为“万元”",
                "high",
            )


def _relation(context: Context, flow: Flowing, match: re.Match[str], why: str) -> Relation:
    unit = match["unit"].removeprefix("万")
    span = flow.span(match.start("value"), match.end("unit"))
    right, told = f"{match['value']}{unit}", f"{match['value']}{match['unit']}"
    return Relation(
        "unit",
        "error",
        (piece(context, "stated", *span),),
        "单价与人均数的单位",
        right,
        told,
        f"“{told}”：{why}。请核对单位，很可能应为“{right}”。",
        f"“{match['unit']}”应为“{unit}”",
        "high",
    )
