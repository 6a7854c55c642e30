"""An error whose figure another figure of its own sentence explains to the last digit: then it was no error.

Every finder takes two figures for the base and the part, or the two that differ, and is sure of itself. A sentence with
more figures may have meant others: 律师 112 份中满意 104 份，占 92.86%；其余 218 份中 193 份，占 88.53% is of the two
figures right in front of it, whatever was the whole two clauses before. What is asked for here is not the word that
says so but the arithmetic: figures close by that make the stated one, digit by digit, more closely than chance would.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.naming import matches
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import converted, family, shows
from hengji.facts.figures import read_figure
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["unexplained"]

_RATES: Final = frozenset({"share", "rate", "growth"})
_AMOUNTS: Final = frozenset({"difference", "growth", "sum", "count"})
_UTMOST: Final = re.compile("最[高低大小多少好差快慢优]")
_REST: Final = re.compile("(?:其余|其他|余下)[^，。；：、\\d]{0,10}$")
_BESIDE: Final = re.compile("^[^。；\\d]{0,16}[，；、（][^，。；\\d]{0,12}$")
_OPENS: Final = re.compile("^[个百分点元万%％份人户]{0,4}（(?:[^，。；（）\\d]{1,10})$")
_CHANGE: Final = re.compile("(?:[增减降升超省少多差欠]|节约|节支|[结节剩]余|结转|追|调|净)[^，。；：]{0,8}$")
_MEAN: Final = re.compile("平均|[人户均车台次校所家]均|每")
_WHOLE: Final = re.compile(r"(?:占|相当于|为)(?P<whole>[\u4e00-\u9fff]{2,14}?)的?(?:比[例重])?(?:约|为|是|达到?)?$")
_NAMES: Final = re.compile(r"[|/｜]")
_CLAUSE: Final = 30
_CLOSE: Final = 14  # characters in front of a figure that say whose it is
_DIGITS: Final = 3  # that two figures meet only on purpose
_MANY_DIGITS: Final = 4  # that several pairs of figures do not meet by chance
_LITTLE: Final = 90  # of a reckoned figure without its point
_TWO: Final = 2
_TEN: Final = 10
_BEFORE: Final = 60  # figures before a mean of which one may be its whole: the rows of a table


def unexplained(context: Context, relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations* without those errors whose stated figure is explained by what stands beside it."""
    for one in relations:
        stated = one.figures[-1].mention if one.verdict == "error" and one.figures else None
        if stated is None or stated.value <= 0 or context.in_table(stated) or not _explained(context, one, stated):
            yield one


def _explained(context: Context, one: Relation, stated: Mention) -> bool:
    sentence = context.within(context.sentence_at(stated.start))
    if stated.is_points_of_percent:
        return one.kind == "difference" and _two_rates_apart(context, one, stated, sentence)
    if one.kind in _RATES and stated.is_rate:
        return _of_its_own(context, one, stated, sentence) or _of_the_named(context, one, stated)
    if one.kind == "rate" and _MEAN.search(_close(context, stated)):
        return _mean_of_another(context, one, stated)
    if one.kind in _AMOUNTS and stated.unit is not None and not stated.is_rate:
        return _amount(context, one, stated, sentence)
    return False


def _close(context: Context, mention: Mention) -> str:
    return context.document.text[max(0, mention.start - _CLOSE) : mention.start]


def _used(one: Relation) -> set[int]:
    return {figure.start for figure in one.figures}


def _two_rates_apart(context: Context, one: Relation, stated: Mention, sentence: Sequence[Mention]) -> bool:
    """最高为 97.25%，其次 95.25%，最低 84.50%，与最高项相差 12.75 个百分点: any two rates of the sentence, where its
    words speak of the utmost ones; else two that leave nothing to chance."""
    rates = [each for each in sentence if each.is_rate and not each.is_points_of_percent and each.start < stated.start]
    spoken = _UTMOST.search(context.document.text[max(0, sentence[0].start - _CLOSE) : stated.start]) is not None
    if not spoken and significant_digits(stated.text) < _MANY_DIGITS:
        return False
    used = _used(one)  # the finder has judged its own two: 最高增长 55.5%，最低下降 13.2%
    others = [(a, b) for at, a in enumerate(rates) for b in rates[at + 1 :] if {a.start, b.start} - used]
    return any(abs(a.value - b.value) == stated.value for a, b in others)


def _of_its_own(context: Context, one: Relation, stated: Mention, sentence: Sequence[Mention]) -> bool:
    """Whether the two figures right in front of a rate, or the one in its bracket behind it, make it."""
    if significant_digits(stated.text) < _DIGITS:
        return False
    if "÷" in context.document.text[stated.end : context.sentence_at(stated.start)[1]]:
        return False  # 执行率 P（A ÷ B）: the paper says what it reckons
    used = _used(one)
    before = [each for each in sentence if each.start < stated.start and not each.is_rate]
    behind = [each for each in sentence if each.start > stated.start and not each.is_rate][:1]
    if behind and _OPENS.match(context.document.text[stated.end : behind[0].start]):
        return any(_makes(part, behind[0], stated) for part in before)  # 移交 A 人，…移交率 P（应移交 B 人）
    if len(before) < _TWO or one.kind == "growth" or _CHANGE.search(_close(context, before[-1])):
        return False  # 本年 A，增加 D，增长 D ÷ A is on the wrong base, and no share
    if {before[-1].start, before[-2].start} - used and _makes(before[-1], before[-2], stated):
        return True
    sure = one.kind == "rate" and before[-1].start not in used and significant_digits(stated.text) >= _MANY_DIGITS
    return sure and any(_makes(before[-1], whole, stated) for whole in before[:-1])


def _of_the_named(context: Context, one: Relation, stated: Mention) -> bool:
    """占全年支出的 P: of what is called so elsewhere in the paper, where that makes P to its last digit."""
    named = _WHOLE.search(context.document.text[max(0, stated.start - _CLAUSE) : stated.start])
    part = one.figures[0].mention
    if one.kind == "growth" or named is None or part is None or significant_digits(stated.text) < _MANY_DIGITS:
        return False
    used = _used(one)
    return any(
        each.start not in used and each.value > part.value and _makes(part, each, stated)
        for each in _called(context, named["whole"])
    )


def _called(context: Context, whole: str) -> Sequence[Mention]:
    """The amounts of the paper that are called so; looked for once, however often a share of them is told."""
    return context.once(
        (_called, whole),
        lambda: [
            one
            for one in context.mentions
            if not one.is_rate and any(matches(whole, name) for name in _NAMES.split(one.subject) if name)
        ],
    )


def _makes(part: Mention, whole: Mention, rate: Mention) -> bool:
    if family(part.unit) != family(whole.unit) or not whole.value > 0:
        return False
    return shows(rate, converted(part, whole.unit) / whole.value)


def _mean_of_another(context: Context, one: Relation, stated: Mention) -> bool:
    """前五位合计 T，其余 7 所平均 A: 7 by A is what a row of the table close by says of those seven."""
    if stated.unit is None or not stated.unit.is_money or significant_digits(stated.text) < _DIGITS:
        return False
    heads = [figure.mention for figure in one.figures[:-1] if figure.mention is not None]
    counts = [each.value for each in heads if each.unit is None or not each.unit.is_money]
    used = _used(one)
    near = [each for each in context.before(stated.start, _BEFORE) if each.start not in used and not each.is_rate]
    wholes = [each for each in near if each.unit is None or each.unit.is_money]
    return any(
        count > 1 and shows(stated, converted(whole, stated.unit) / count) for count in counts for whole in wholes
    )


def _amount(context: Context, one: Relation, stated: Mention, sentence: Sequence[Mention]) -> bool:
    used = _used(one)
    alike = [each for each in sentence if family(each.unit) == family(stated.unit) and each.start not in used]
    computed = read_figure(one.computed)
    if computed is None or computed.unit is None or computed.value <= 0:
        return False
    if one.kind != "difference" and _REST.search(_close(context, stated)) and _rest_of_all(context, stated):
        return True
    right = _reckoned(one.formula) or computed.value
    exact = one.kind == "difference" and right.denominator > 1 and right.numerator > _LITTLE
    if exact and any(each.value == right for each in alike):
        return True  # 3.92 个，比年初 3.61 个增加 0.31 个，距离年底 4.2 个的目标还差 0.28 个
    return one.kind in ("difference", "growth") and _with_the_next(context, stated, alike, right)


def _reckoned(formula: str) -> Fraction | None:
    """What a formula of sums and differences makes, to all its digits; None for any other."""
    terms = re.findall(r"([+−-]?)\s*(\d+(?:\.\d+)?)", formula.replace(",", ""))
    if not terms or re.search("[×÷*/=（(]", formula):
        return None
    return sum((Fraction(value) * (1 if sign in ("", "+") else -1) for sign, value in terms), Fraction(0))


def _with_the_next(context: Context, stated: Mention, alike: Sequence[Mention], right: Fraction) -> bool:
    """159 户变为 146 户，减少 26 户，新设 13 户: the figure beside it makes up for what is missing."""
    if stated.value < _TEN:
        return False  # of so few, any two make any third
    for first, second in pairwise(sorted([stated, *alike], key=lambda each: each.start)):
        if stated not in (first, second):
            continue
        other = second if first is stated else first
        if _BESIDE.match(context.document.text[first.end : second.start].lstrip("个户人名项件亿万元%")):
            value = converted(other, stated.unit)
            if right in (stated.value + value, stated.value - value):
                return True
    return False


def _rest_of_all(context: Context, stated: Mention) -> bool:
    """发放 330 份；律师 112 份，其余 218 份: the paragraph has the whole, and what is not the rest."""
    start, _ = context.paragraph_at(stated.start)
    before = [
        each
        for each in context.within((start, stated.start))
        if family(each.unit) == family(stated.unit) and each.value > 0
    ]
    if significant_digits(stated.text) < _DIGITS:
        return False
    beside = before[-_DIGITS:]
    return any(whole.value - converted(one, whole.unit) == stated.value for whole in before for one in beside)
