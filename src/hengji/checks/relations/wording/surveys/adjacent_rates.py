"""How many of a group were asked, how many are satisfied, and their rate in one breath: 住院160份，满意152份，满意95%.

Each group of a paper has its own three figures. Nothing stands between them, so no other whole can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.surveys.shares import judge, survey_relation
from hengji.facts.numbers import percent
from hengji.facts.relation import Relation

__all__ = ["adjacent_rates"]

_N: Final = r"(?:\d{1,3}(?:,\d{3})+|\d{1,7})"
_MEASURE: Final = r"\s?(?:份|张|人|名|户|家)(?:问卷|答卷)?"
_THREE: Final = near(
    re.compile(
        rf"(?<![\d.,])(?P<whole>{_N}){_MEASURE}[，,（(]\s?(?:其中)?(?:表示|感到|评价|选择)?[“\"]?满意[”\"]?的?(?:有|为|共)?\s?(?P<part>{_N}){_MEASURE}"
        rf"[，,]\s?(?:[\u4e00-\u9fff]{{0,6}})满意[度率](?:为|是|达到?)?\s?(?P<rate>\d{{1,3}}(?:\.\d{{1,4}})?)\s?[%％](?!的)"
    ),
    "满意[度率]",
    160,
)
_WEIGHED: Final = re.compile("加权|折算|赋分|含基本|含较|系数|综合")


def adjacent_rates(context: Context) -> Iterator[Relation]:
    """Relations of kind ``survey``."""
    flow = flowing(context)
    for match in _THREE.finditer(flow.text):
        whole, part = (int(match[name].replace(",", "")) for name in ("whole", "part"))
        sentence = re.split("[。；\n]", flow.text[match.end() : match.end() + 40])[0]
        if not 0 < part <= whole or _WEIGHED.search(match[0] + sentence):
            continue
        verdict = judge(Fraction(part, whole), match["rate"])
        right = percent(Fraction(part, whole))
        says = "请核对" if verdict == "error" else "相符"
        spans = (("part", "part"), ("whole", "whole"), ("stated", "rate"))
        yield survey_relation(
            verdict,
            [piece(context, role, *flow.of(match, name)) for role, name in spans],
            f"{part} ÷ {whole}",
            right,
            f"{match['rate']}%",
            f"满意的{part}占{whole}的{right}，文中为{match['rate']}%，{says}。",
        )
