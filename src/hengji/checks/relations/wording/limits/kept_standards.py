"""Measured values that are all said to keep to a standard whose limits the paper tells: 一级A标准，即COD≤50mg/L、
总磷≤0.5mg/L……出水COD最高值43mg/L、总磷最高值0.64mg/L，均未超过一级A标准限值.

A limit is known by the name in front of its sign. It holds where the paper gives that name one limit, in the unit of
the value that is measured.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.limits.said_limits import said_limit
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["kept_standards"]

_N: Final = r"(?P<n>\d{1,6}(?:\.\d{1,4})?)\s?(?P<u>[a-zμ]{1,4}/[a-zA-Z³0-9]{1,4}|dB(?:[（(]A[)）])?|℃|‰|[%％])(?![\d/])"
_NAME: Final = r"(?P<name>[A-Za-z0-9.\u4e00-\u9fff]{2,12}?)"
_LIMIT: Final = re.compile(rf"(?:(?<=[：、，。；（\n即为])|^){_NAME}\s?(?:≤|<=|不超过|不高于|不大于)\s?{_N}")
_CLAIM: Final = re.compile(
    r"[，、](?P<said>(?:均|都|全部|各项(?:指标|因子|数值)?均?|三项均|四项均)(?:未|没有|不)(?:超过|超出|突破|高于)[^，。；\n]{0,16}?(?:限值|标准|要求|限额)"
    r"|(?:均|都|全部)(?:低于|优于|符合|满足|达到)了?[^，。；\n\d]{0,16}?(?:限值|标准|要求))"
)
_VALUE: Final = re.compile(
    rf"(?:(?<=[：、，。；（\n])|^){_NAME}(?:(?:浓度)?(?:的?(?:最高|最大|峰|实测|监测|平均|均)+值?|实测|检出|监测)(?:浓度|数值)?|浓度|值)?(?:分别)?(?:为|是|：)?\s?{_N}"
)
_STOPS: Final = "。；\n"
_FAR: Final = 200


def kept_standards(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all."""
    flow = flowing(context)
    claims = list(_CLAIM.finditer(flow.text))
    limits = _limits(flow) if claims else {}
    for claim in claims if limits else ():
        low = max(0, claim.start() - _FAR)
        begin = max(max(flow.text.rfind(stop, low, claim.start()) for stop in _STOPS) + 1, low)
        for value in _VALUE.finditer(flow.text, begin, claim.end("said")):
            allowed = next((told for name, told in limits.items() if value["name"].endswith(name)), {})
            most = allowed.get(value["u"], {})
            if len(most) == 1 and _number(value["n"]) > (limit := next(iter(most))):
                yield _relation(context, flow, (limit, most[limit]), value, claim)


def _limits(flow: Flowing) -> Mapping[str, Mapping[str, Mapping[Fraction, Span]]]:
    """By name and unit: the limits told of it, each with its place; the longer names first."""
    found: dict[str, dict[str, dict[Fraction, Span]]] = defaultdict(lambda: defaultdict(dict))
    for match in _LIMIT.finditer(flow.text):
        found[match["name"]][match["u"]].setdefault(_number(match["n"]), flow.of(match, "n"))
    return dict(sorted(found.items(), key=lambda each: -len(each[0])))


def _number(text: str) -> Fraction:
    return Fraction(read_number(text) or 0)


def _relation(
    context: Context, flow: Flowing, limit: tuple[Fraction, Span], value: re.Match[str], claim: re.Match[str]
) -> Relation:
    figures = (
        piece(context, "budget", *limit[1]),
        piece(context, "actual", *flow.of(value, "n")),
        piece(context, "stated", *flow.of(claim, "said")),
    )
    allowed = f"{context.document.text[slice(*limit[1])]}{value['u']}"
    reached = f"{value['n']}{value['u']}"
    told = f"“{value['name']}”的限值是 {allowed}，文中为 {reached}，"
    return said_limit(figures, allowed, reached, claim["said"], told, borne_out=False)
