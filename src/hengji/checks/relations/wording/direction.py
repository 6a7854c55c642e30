"""Words for up and down against each other: a direction contradicted by its own reason, growth from nothing,
增加 with a minus sign, 持平 beside a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.pieces import clause_span, piece, slip
from hengji.facts.relation import Relation

__all__ = ["find"]

_UP, _DOWN = r"增加|增长|上升|增多|提升|上涨", r"减少|下降|降低|压减|压缩|缩减|下滑"
_DIRECTION = re.compile(rf"({_UP})|({_DOWN})")
_REASON = re.compile(r"(?:(?:的)?(?:主要)?原因(?:是|为|在于)?\s*[：:]?|主要(?:是|系)(?:由于|因为?)?|(?:主要)?系)")
_NOT_MONEY_IN = re.compile(r"率|结余|结转|差额|盈余|净|余额|比重|占比|超支|缺口|扣分|得分")
_EARLIER = re.compile(
    r"上年|去年|上一年|往年|以前年度|基数|20\d\d年(?!度?[，,])|同期|较大|一次性|收回|核减|调整|划转|口径|而|但|不再|没有|未|无|抵"
)
_NUMBER = r"\d[\d,，]{0,20}(?:\.\d{1,8})?"
_NEGATIVE = re.compile(
    rf"(?:增加|增长|上升|减少|下降|降低)(?:了|额?为)?\s*[-－−—]\s*{_NUMBER}\s*(?:万元|亿元|元|%|％|个百分点)"
)
_LEVEL = re.compile(
    rf"(?:增加|减少|增长|下降)\s*({_NUMBER})\s*(?:万元|亿元|元|%|％|个百分点)[，,]\s*(?:与|同|和)(?:上年|去年|上一年|20\d\d\s*年)度?(?:[预决]算数?)?(?:相比)?(基本)?持平"
)
_FROM_NOTHING = re.compile(
    rf"(?:上年|去年|上一年|20\d\d\s*年)度?[^，。；\d]{{0,14}}?(?:为|是|数)?\s*0(?:\.0+)?\s*(?:万元|亿元|元|人|个|次|件)"
    rf"(?:[^。；\d]{{0,20}}增加\s*{_NUMBER}\s*(?:万元|亿元|元|人|个|次|件)\s*[，,])?[^。；\d]{{0,12}}?(?:增长|增幅|提高|上升)(?:了|为|达)?\s*({_NUMBER})\s*[%％]"
)
_WHOLE_IS_GROWTH = re.compile(
    rf"(?<![\d.,])({_NUMBER})\s*(万元|亿元|元)\s*[，。；](?:[^。；\d]|20\d\d\s*年){{0,40}}?增加\s*\1\s*\2\s*[，,]\s*(增长|增幅为?)\s*({_NUMBER})\s*[%％]"
)


def find(context: Context) -> Iterator[Relation]:
    """All finders of this module; each reads a sentence at most."""
    yield from _reasons(context)
    yield from _growth_from_nothing(context)
    text = context.document.text
    for match in _NEGATIVE.finditer(text):
        yield slip(
            context,
            [match.span()],
            "suspicious",
            f"“{match.group()}”的增减词后面又带负号，含义不明。请只用一种写法：负数去掉负号，方向词写对。",
            rule="增减词后的数应为正数",
            expected="正数",
            severity="medium",
            kind="growth",
        )
    for match in _LEVEL.finditer(text):
        if match[1].strip("0.,，"):
            yield slip(
                context,
                [match.span()],
                "suspicious" if match[2] else "error",
                f"“{match.group()}”既说有增减，又说持平，两者不能并存。请核对后保留一个。",
                rule="有增减即非持平",
                expected="去掉“持平”或差额为 0",
                severity="medium",
                kind="growth",
            )


def _reasons(context: Context) -> Iterator[Relation]:
    """…增加的主要原因是…减少: the reason pulls the other way."""
    text = context.document.text
    for span in context.sentences:
        match = _REASON.search(text, *span)
        if match is None or "原因" not in match.group():
            continue
        before, reason = text[span[0] : match.start()], text[match.end() : span[1]]
        effects = list(_DIRECTION.finditer(before))
        if not effects or match.start() - span[0] - effects[-1].end() > 30:
            continue
        effect = effects[-1]
        subject = before[max(0, effect.start() - 40) : effect.start()]
        ups, downs = re.search(_UP, reason), re.search(_DOWN, reason)
        upward = effect.group(1) is not None
        word, other = (downs, ups) if upward else (ups, downs)
        if word is None or other is not None or _NOT_MONEY_IN.search(subject) or _EARLIER.search(reason):
            continue
        start = span[0] + effect.start()
        yield slip(
            context,
            [(start, start + len(effect.group())), clause_span(text, match.end() + word.start(), 12)],
            "suspicious",
            f"前面说“{effect.group()}”，给出的原因却是“{reason.strip()[:30]}”，方向相反。请核对增减方向，或把原因写清楚。",
            rule="原因应与增减方向一致",
            expected=effect.group(),
            severity="medium",
            kind="growth",
        )


def _growth_from_nothing(context: Context) -> Iterator[Relation]:
    text = context.document.text
    for match in _FROM_NOTHING.finditer(text):
        yield _undefined(context, match.span(1), match.group(1))
    for match in _WHOLE_IS_GROWTH.finditer(text):
        if match[1].strip("0.,，"):
            yield _undefined(context, match.span(4), match[4])


def _undefined(context: Context, span: tuple[int, int], rate: str) -> Relation:
    stated = piece(context, "stated", *span)
    return Relation(
        "growth",
        "suspicious",
        (stated,),
        "增长率 = 增加额 ÷ 上年数，上年数为 0",
        "无法计算",
        f"{rate}%",
        f"上年数为 0，增长率没有意义，文中却写 {rate}%。请改写为“上年无此项”，不写增长率。",
        "基数为 0，不应写增长率",
    )
