"""Money that one place says there is none of and another tells an amount of: 本年度没有政府性基金…支出，故本表无数据,
where the text has 政府性基金预算财政拨款收入 2,002.80 万元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["said_none"]

_FUND: Final = "政府性基金|国有资本经营"
_SAID: Final = re.compile(
    rf"(?:无|没有|未安排|未发生)(?:使用)?(?P<fund>{_FUND})(?:预算)?(?:财政)?(?:拨款)?(?:收入|支出)?(?:[和及、与](?:使用)?[^，。；\d]{{0,14}})?"
    r"(?:收入|支出|安排|决算|预算)(?=[，。；、（])"
)
_AMOUNT: Final = re.compile(
    rf"(?P<fund>{_FUND})(?:预算)?(?:财政)?拨款(?:收入|支出)(?:预算|决算|合计|总计)?(?:数)?(?:为|共)?\s?(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?:万元|元)"
)
_EARLIER: Final = re.compile("上年|去年|20\\d\\d年(?=[^，。；]{0,6}$)")
_BACK: Final = 16


def said_none(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, each an error; what is said of another year is left alone."""
    flow = flowing(context)
    told: dict[str, list[re.Match[str]]] = {}
    for match in _AMOUNT.finditer(flow.text):
        value = read_number(match["n"])
        if value and not _EARLIER.search(flow.text[max(0, match.start() - _BACK) : match.start()]):
            told.setdefault(match["fund"], []).append(match)
    for match in _SAID.finditer(flow.text) if told else ():
        for amount in told.get(match["fund"], ())[:1]:
            said, has = re.sub(r"\s", "", match[0]), f"“{match['fund']}”有 {amount['n']}"
            yield slip(
                context,
                [flow.of(amount, "n"), flow.of(match)],
                "error",
                f"这里说“{said}”，而文中{has}。两处不能都对，可能是照抄了模板的说明。请核对。",
                rule="没有的与有金额的不应同时出现",
                expected=f"{match['fund']} {amount['n']}",
                severity="medium",
                kind="repeat",
            )
