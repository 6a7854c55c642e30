"""Capital amounts against digits: 人民币壹佰贰拾万元整（120万元）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import Context, Span
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece, slip
from hengji.facts.numbers import plain, read_number, round_half_up
from hengji.facts.relation import Relation, Verdict
from hengji.facts.units import MONEY

__all__ = ["find", "read_capitals"]

_CAPITAL, _REACH = "[壹贰叁肆伍陆柒捌玖拾佰仟]", 200
_CAPITALS = "零〇壹贰叁肆伍陆柒捌玖拾佰仟万萬亿億"
_WORDS = (
    rf"((?<![{_CAPITALS}])(?=[{_CAPITALS}]{{0,40}}[壹贰叁肆伍陆柒捌玖拾])"
    rf"[{_CAPITALS}]{{1,40}}[元圆][零壹贰叁肆伍陆柒捌玖角分]{{0,8}}[整正]?)"
)
_FIGURE = r"(?:人民币|小写|RMB|￥|¥|[：:]|\s){0,8}(\d[\d,，]{0,20}(?:\.\d{1,8})?)\s?(万元|亿元|元)?"
_WORDS_FIRST = near(re.compile(rf"{_WORDS}\s?[（(，,]{_FIGURE}"), _CAPITAL, _REACH)
_FIGURE_FIRST = near(
    re.compile(
        r"(?<![\d.,])(\d[\d,，]{0,20}(?:\.\d{1,8})?)\s?(万元|亿元|元)整?\s?[（(，,]"
        rf"\s?(?:人民币|大写)?(?:金额)?[：:\s]{{0,4}}(?:人民币)?{_WORDS}"
    ),
    _CAPITAL,
    _REACH,
)
_SIGNED = re.compile(
    rf"[¥￥]\s?(\d[\d,，]{{0,20}}(?:\.\d{{1,8}})?)(\s?)[（(，,](?:人民币|大写)?(?:金额)?[：:\s]{{0,4}}(?:人民币)?{_WORDS}"
)
"""¥38,500.00（大写：…）: the sign is all the unit that there is."""
_SAID = near(
    re.compile(
        rf"(?<![\d.,])(\d[\d,，]{{3,20}}(?:\.\d{{1,8}})?)\s?(万元|亿元|元)，[^，。；\d\n]{{2,30}}(?:一致|相同|相符|相等)"
        rf"[（(](?:大写)[：:]?\s?(?:人民币)?{_WORDS}"
    ),
    _CAPITAL,
    _REACH,
)
"""支付 A 元，与合同价款一致（大写：…）."""
_QUOTED = near(
    re.compile(
        rf"(?<![\d.,])(\d[\d,，]{{0,20}}(?:\.\d{{1,8}})?)\s?(万元|亿元|元)[，,（(](?:(?!合计|共计|总计|共)[^。；\d\n]){{0,16}}大写(?:金额)?[）)]?(?:[为是]|：)?"
        rf"[“「\"]?(?:人民币)?[：:]?{_WORDS}"
    ),
    _CAPITAL,
    _REACH,
)
"""合同价 A 元，合同写明大写金额“人民币…”."""
_EACH = re.compile(r"[每均]|单价|标准")
_DIGITS = {character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")} | {"〇": 0}
_TENS = {"拾": 10, "佰": 100, "仟": 1000}


def find(context: Context) -> Iterator[Relation]:
    """Both orders. An amount in 万元 that rounds the exact one is no error."""
    text = context.document.text
    for match in _WORDS_FIRST.finditer(text):
        yield from _compare(context, match.span(1), match.span(2), match[3] or "元")
    told: set[int] = set()
    for match in (
        *_SIGNED.finditer(text),
        *_FIGURE_FIRST.finditer(text),
        *_SAID.finditer(text),
        *_QUOTED.finditer(text),
    ):
        each = match.re is _QUOTED.pattern and _EACH.search(text, max(0, match.start() - 14), match.start())
        if match.start(3) in told or each:
            continue
        told.add(match.start(3))
        yield from _compare(context, match.span(3), match.span(1), match[2].strip() or "元")


def _compare(context: Context, words: Span, digits: Span, unit: str) -> Iterator[Relation]:
    text = context.document.text
    exact, stated = read_capitals(text[slice(*words)]), read_number(text[slice(*digits)])
    if stated is None:
        return
    if exact is None:
        yield slip(
            context,
            [words],
            "suspicious",
            f"大写金额“{text[slice(*words)]}”不合书写规则，读不出数。请核对大写。",
            rule="大写金额应规范",
            expected="规范的大写",
            severity="medium",
            kind="amount_in_words",
        )
        return
    computed = exact / MONEY[unit]
    places = len(text[slice(*digits)].partition(".")[2])
    verdict: Verdict = (
        "ok" if computed == stated else "rounding" if round_half_up(computed, places) == stated else "error"
    )
    shown = f"{plain(computed)}{unit}"
    says = "相符" if verdict != "error" else "不符，请核对凭证后改正其一"
    yield Relation(
        "amount_in_words",
        verdict,
        (piece(context, "words", *words), piece(context, "stated", *digits)),
        "大写 = 小写",
        shown,
        f"{text[slice(*digits)]}{unit}",
        f"大写“{text[slice(*words)]}”等于{shown}，小写为{text[slice(*digits)]}{unit}，{says}。",
        _shape(computed, stated) if verdict == "error" else "",
        "high",
    )


def _shape(computed: Fraction, stated: Fraction) -> str:
    """The slip that would explain the difference."""
    for power in (10_000, 1_000, 100, 10):
        if computed == stated * power or stated == computed * power:
            return "小写的单位或小数点错了位" if power != 10_000 else "万元与元混用"
    return "大写或小写有一字误写"


def read_capitals(text: str) -> Fraction | None:
    """The amount in yuan: 壹佰贰拾万元整 is 1,200,000; None where the words do not make a number."""
    whole, mark, rest = (
        re.sub(r"[整正\s]|人民币", "", text).replace("圆", "元").replace("萬", "万").replace("億", "亿").partition("元")
    )
    amount = _whole(whole) if mark else None
    cents = re.fullmatch(r"零?(?:([壹贰叁肆伍陆柒捌玖])角)?零?(?:([壹贰叁肆伍陆柒捌玖])分)?", rest)
    if amount is None or cents is None:
        return None
    return amount + Fraction(_DIGITS.get(cents[1] or "零", 0), 10) + Fraction(_DIGITS.get(cents[2] or "零", 0), 100)


def _whole(words: str) -> int | None:
    high, mark, low = words.rpartition("亿")
    if mark:
        upper, lower = _whole(high), _below(low)
        return None if upper is None or lower is None else upper * 100_000_000 + lower
    return _below(words)


def _below(words: str) -> int | None:
    high, mark, low = words.rpartition("万")
    upper, lower = (_section(high) if mark else 0), _section(low)
    return None if upper is None or lower is None or (mark and not high) else upper * 10_000 + lower


def _section(words: str) -> int | None:
    """Up to 玖仟玖佰玖拾玖; an initial 拾 stands for 壹拾."""
    total, digit, power = 0, None, 10_000
    for character in words:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        else:
            unit = _TENS.get(character, 0)
            if not unit or unit >= power or digit == 0:
                return None
            total, digit, power = total + (1 if digit is None else digit) * unit, None, unit
    return total + (digit or 0)
