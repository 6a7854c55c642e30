"""Slips of the unit: a 元 among 万元, the same digits in two units, a table's unit against the text's."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import passages
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.wording.bare_rates import bare_rates
from hengji.checks.relations.wording.units.mass_units import find_mass_units
from hengji.checks.relations.wording.units.mean_units import mean_units
from hengji.checks.relations.wording.units.measures_told_twice import find_measures_told_twice
from hengji.checks.relations.wording.units.missing_units import missing_units
from hengji.checks.relations.wording.units.petty_amounts import petty_amounts
from hengji.checks.relations.wording.units.points_of_amounts import points_of_amounts
from hengji.checks.relations.wording.units.price_units import price_units
from hengji.checks.relations.wording.units.table_units import table_units, wrong_heads
from hengji.checks.relations.wording.units.units_by_sums import units_by_sums
from hengji.checks.relations.wording.units.units_of_far_means import units_of_far_means
from hengji.facts.mention import Mention
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Verdict
from hengji.facts.units import MONEY

__all__ = ["find"]

_PER = re.compile(r"\s*+(?:亿元|万元|千元|元)?\s*+[/／每]")
_RATE_OF_PAY = re.compile(
    r"[人户亩生日月年村床件次车师均平]均|单价|每|标准|户均|日均|月均|补贴|津贴|罚款|以下|以上|票价|定额"
)
_AGGREGATE = re.compile(r"收入|支出|预算|决算|合计|总额|拨款|经费|结余|结转|资金|投资|资产")
_OWED = re.compile(
    r"(?:累计|合计|总计|共计?|尚欠|尚未|全年|年末)[^，。；]{0,10}(?:工程款|质保金|进度款|货款|购置款|账款|应付|未付|欠付)[^，。；]{0,8}$"
    r"|(?:工程款|质保金|进度款|货款|账款|应付|未付|欠付)[^，。；]{0,6}(?:累计|合计|总计|共计?|余额)(?:为|达)?$"
)
_WRONGLY_PAID = re.compile("多[支付]|超付|错付|误付|重复支付|追回|^的|票|凭证|单据|超标")
_SETTLED = re.compile("退|利息|费用?$|结清|核减")
_PETTY = re.compile(r"利息|手续费|退款|退回|罚没|零星|找零|尾差|差额|误差|工资|奖金|人民币")
_MOST = 6  # figures in 万元 beside which a single one in 元 is out of place
_STRAYS = 2  # amounts in another unit beside the usual one
_DIGITS = 4  # fewer significant digits agree by chance
_CENTS = 2
_FAR = 500  # times the greatest amount in the usual unit
_WIDE = re.compile(r"全[市县区省国]|生产总值|产值|总投资|规模")
_PRICE = re.compile(r"价|费率|汇率|系数|折合|电费|水费|气费|定额")
_BIG, _SMALL = frozenset(("万元", "亿元")), "元"


def find(context: Context) -> Iterator[Relation]:
    """By the digits as displayed, through one index; then sentence by sentence."""
    money = [
        mention
        for mention in context.mentions
        if mention.unit is not None and mention.unit.is_money and str(mention.unit) in MONEY
    ]
    told: set[int] = set()
    texts = passages(context)
    yield from find_mass_units(texts)
    yield from find_measures_told_twice(context)
    for relation in (*units_by_sums(context, texts), *mean_units(texts)):
        told.add(relation.figures[-1].start)
        yield relation
    for relation in _same_digits(context, money):
        told.update(each.start for each in relation.figures)
        yield relation
    for relation in (*_too_fine(context, money, told), *_too_great(context, money)):
        told.add(relation.start)
        yield relation
    for relation in petty_amounts(context, money, told):
        told.add(relation.start)
        yield relation
    lone = list(_alone(context, money, told))
    told.update(relation.start for relation in lone)
    yield from lone
    yield from _among_others(context, money, told)
    yield from bare_rates(context)
    yield from missing_units(context, texts)
    yield from table_units(context)
    yield from units_of_far_means(context, told)
    yield from price_units(context)
    yield from points_of_amounts(context)


def _significant(mention: Mention) -> int:
    """Digits that carry information: 666.05 has five, 20,000 one."""
    return significant_digits(mention.text.partition("%")[0])


def _same_digits(context: Context, money: list[Mention]) -> Iterator[Relation]:
    """666.05 元 where the same 666.05 stands elsewhere as 万元."""
    index: dict[tuple[Fraction, int], list[Mention]] = defaultdict(list)
    for mention in money:
        if mention.value and _significant(mention) >= _DIGITS:
            index[mention.value, mention.decimals].append(mention)
    usual, wrong = _usual(money), wrong_heads(context)
    for mentions in index.values():
        by_unit: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            if not _per_head(context, mention) and not any(a <= mention.start < b for _, (a, b), _ in wrong):
                by_unit[str(mention.unit)].append(mention)
        if len(by_unit) == 2 and "千元" not in by_unit:
            yield _slip(context, sorted(by_unit.values(), key=partial(_trusted, usual=usual)), usual)


def _trusted(mentions: list[Mention], usual: str) -> tuple[int, bool, bool]:
    """Fewer occurrences first; of as many the one in another unit than nearly all amounts of the paper; then 元, which
    is the likelier slip where the figure has cents of 万元."""
    return len(mentions), str(mentions[0].unit) == usual, str(mentions[0].unit) != _SMALL


def _per_head(context: Context, mention: Mention) -> bool:
    """A price, a rate of pay: 元 is right there."""
    if _PER.match(context.document.text, mention.end):
        return True
    return _RATE_OF_PAY.search(context.document.text[max(0, mention.start - 12) : mention.start]) is not None


def _usual(money: list[Mention]) -> str:
    """The unit of nearly all amounts; empty where two are in use."""
    units = Counter(str(mention.unit) for mention in money)
    top = units.most_common(1)
    return top[0][0] if top and top[0][1] >= _MOST and sum(units.values()) - top[0][1] <= _STRAYS else ""


def _slip(context: Context, pair: list[list[Mention]], usual: str) -> Relation:
    few, many = pair
    one, other = few[0], many[0]
    tabled = [
        context.in_table(mention) or mention.unit_text not in _around(context, mention) for mention in (one, other)
    ]
    plausible = one.decimals >= 2 and str(one.unit) == _SMALL and abs(one.value) < 100_000
    plausible = plausible or (usual == str(other.unit) and usual != str(one.unit)) or _beyond_all(context, one)
    spoken = plausible and not tabled[0] and usual == str(other.unit) and one.decimals > 0
    spoken = spoken or (plausible and str(other.unit) == "万元" and _odd_in_column(context, one))
    verdict: Verdict = "error" if spoken or (not any(tabled) and (plausible or len(many) > len(few))) else "suspicious"
    right = f"{one.text.removesuffix(one.unit_text).strip()}{other.unit}"
    return Relation(
        "unit",
        verdict,
        (figure("same", other), figure("stated", one)),
        f"{right} = {plain(one.value)}{one.unit}？",
        right,
        f"{plain(one.value)}{one.unit}",
        f"同一个数在别处是{right}，这里的单位却是“{one.unit}”，相差甚远。请核对单位，很可能应为“{other.unit}”。",
        f"“{one.unit}”应为“{other.unit}”",
        "high",
    )


def _beyond_all(context: Context, odd: Mention) -> bool:
    """整体支出 411.48 万元，其中项目资金 111.01 亿元: the only 亿元 of its sentence, a thousand times the others."""
    beside = [
        one
        for one in context.within(context.sentence_at(odd.start))
        if one is not odd and one.unit is not None and one.unit.is_money and one.unit_text != "元"
    ]
    alone = str(odd.unit) == "亿元" and beside and all(str(one.unit) == "万元" for one in beside)
    return bool(alone) and odd.decimals > 0 and odd.value * 10 > max(one.value for one in beside)


def _odd_in_column(context: Context, odd: Mention) -> bool:
    """Whether a column 单位 says 元 of this row alone, and 万元 of the other amounts of the table."""
    table = context.table_at(odd.start)
    if table is None or str(odd.unit) != _SMALL:
        return False
    rows = context.within((table.start, table.end))
    column = [one for one in rows if one.subject.partition("|")[2] == odd.subject.partition("|")[2]]
    units = Counter(str(one.unit) for one in column if one.unit is not None and one.unit.is_money)
    return units[_SMALL] == 1 and units["万元"] > 1


def _around(context: Context, mention: Mention) -> str:
    return context.document.text[mention.start : mention.end + 4]


def _among_others(context: Context, money: list[Mention], told: set[int]) -> Iterator[Relation]:
    """One figure in 元 in a sentence of 万元, with two decimals, too small to be so exact."""
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for mention in money:
        if not context.in_table(mention):
            by_sentence[context.sentence_at(mention.start)[0]].append(mention)
    for mentions in by_sentence.values():
        small = [mention for mention in mentions if str(mention.unit) == _SMALL]
        large = [mention for mention in mentions if str(mention.unit) == "万元"]
        if len(small) != 1 or len(large) < 2 or len(large) > 12:
            continue
        odd = small[0]
        if any(_same_sum(one, odd) for one in large):
            continue
        if odd.start not in told and _out_of_place(context, odd):
            told.add(odd.start)
            yield _odd_one(large, odd)


def _out_of_place(context: Context, mention: Mention) -> bool:
    """Two decimals of a small amount in 元, that is no price and no petty sum."""
    before = context.document.text[max(0, mention.start - 16) : mention.start]
    exact = mention.decimals == 2 and 0 < mention.value < 100_000
    return exact and not _per_head(context, mention) and _PETTY.search(before) is None


def _too_fine(context: Context, money: list[Mention], told: set[int]) -> Iterator[Relation]:
    """643.9101元: money has two decimals in 元; four are those of 万元."""
    if _usual(money) != "万元":
        return
    for odd in money:
        before = context.document.text[max(0, odd.start - 12) : odd.start]
        fine = str(odd.unit) == _SMALL and odd.decimals > _CENTS and odd.value >= _DIGITS
        if fine and odd.start not in told and not _per_head(context, odd) and not _PRICE.search(before):
            yield Relation(
                "unit",
                "error",
                (figure("stated", odd),),
                "以元计的金额至多两位小数",
                f"{plain(odd.value)}万元",
                f"{plain(odd.value)}元",
                f"{plain(odd.value)}元有{odd.decimals}位小数，以元计的金额至多两位，全文又都用“万元”。请核对单位。",
                "“元”应为“万元”",
                "high",
            )


def _too_great(context: Context, money: list[Mention]) -> Iterator[Relation]:
    """1340287.99万元 where all else is in 元 and a thousandth of it."""
    if _usual(money) != _SMALL:
        return
    most = max(mention.value for mention in money if str(mention.unit) == _SMALL)
    for odd in money:
        great = str(odd.unit) == "万元" and odd.decimals == _CENTS and odd.value * 10_000 > _FAR * most
        before = context.document.text[max(0, odd.start - 20) : odd.start]
        if great and not context.in_table(odd) and not _WIDE.search(before):
            yield Relation(
                "unit",
                "error",
                (figure("stated", odd),),
                "全文金额单位应一致",
                f"{plain(odd.value)}元",
                f"{plain(odd.value)}万元",
                f"全文金额都以“元”计，最大的不过{plain(most)}元，{plain(odd.value)}万元大得多。请核对单位，很可能应为“元”。",
                "“万元”应为“元”",
                "high",
            )


def _alone(context: Context, money: list[Mention], told: set[int]) -> Iterator[Relation]:
    """The only 元 of the prose, on an aggregate, where all else is in 万元."""
    prose = [mention for mention in money if not context.in_table(mention)]
    large = [mention for mention in prose if str(mention.unit) in _BIG]
    small = [mention for mention in prose if str(mention.unit) == _SMALL and not _per_head(context, mention)]
    if len(small) != 1 or len(large) < _MOST or small[0].start in told or not _out_of_place(context, small[0]):
        return
    odd = small[0]
    if any(_same_sum(one, odd) for one in large):
        return  # 新增3.15万元（实际到账31,486.20元）: told once more, to the cent
    before = context.document.text[max(0, odd.start - 16) : odd.start].replace("\n", "")
    behind = context.document.text[odd.end : odd.end + 8]
    owed = _OWED.search(before) is not None and not _SETTLED.search(before + behind)
    if (_AGGREGATE.search(before) or owed) and not any(map(_WRONGLY_PAID.search, (before, behind))):
        yield Relation(
            "unit",
            "error",
            (figure("stated", odd),),
            "全文金额单位应一致",
            f"{plain(odd.value)}万元",
            f"{plain(odd.value)}元",
            f"全文{len(large)}处金额都用“万元（亿元）”，只有这一处是{plain(odd.value)}元。请核对单位，很可能应为“万元”。",
            "“元”应为“万元”",
            "high",
        )


def _same_sum(large: Mention, small: Mention) -> bool:
    scale = 10_000 if str(large.unit) == "万元" else 100_000_000
    return abs(large.value * scale - small.value) <= Fraction(scale, 10**large.decimals)


def _sums_up(values: list[Fraction], total: Fraction) -> bool:
    """Whether three neighbours and more make the odd figure: 采购713.25元，其中：货物128.40万元、工程366.15万元…"""
    runs = (values[begin:end] for begin in range(len(values)) for end in range(begin + 3, len(values) + 1))
    return any(sum(run, Fraction(0)) == total for run in runs)


def _odd_one(large: list[Mention], odd: Mention) -> Relation:
    """Certain where the figure, read as 万元, makes the sentence's greatest figure the sum of the others."""
    values = [mention.value for mention in large]
    top = max([*values, odd.value])
    fits = sum([*values, odd.value], Fraction(0)) == 2 * top or _sums_up(values, odd.value)
    certain = "；按万元计，本句各数正好合计相符" if fits else ""
    return Relation(
        "unit",
        "error" if fits else "suspicious",
        (*(figure("sibling", mention) for mention in large[:3]), figure("stated", odd)),
        "同句金额单位应一致",
        f"{plain(odd.value)}万元",
        f"{plain(odd.value)}元",
        f"同一句里其他金额都是“万元”，只有{plain(odd.value)}元用“元”{certain}。请核对单位，很可能应为“万元”。",
        "“元”应为“万元”",
        "high",
    )
