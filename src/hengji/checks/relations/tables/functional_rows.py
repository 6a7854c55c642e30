"""What a paper's own tables call each functional account (2080505), and which amounts stand behind its code.

Rows are read where cells were kept and where they are lines; the code may be parted into 类 款 项.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.unit_heads import yuan_each
from hengji.facts.numbers import read_number, round_half_up
from hengji.facts.units import MONEY

__all__ = ["FunctionalRows", "functional_rows"]

_ROW: Final = re.compile(
    r"(?:^|(?<=[\n\t|])) {0,20}(?P<code>2[0-3]\d(?:[ \t]*\d{2}){0,2})(?![\d.,])"
    r"(?:[ \t|]*(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff（）()、]*))?"
    r"(?:[ \t|]+(?P<amount>-?\d[\d,]*(?:\.\d+)?)(?![\d.,]))?"
)
_MOST: Final = 3  # of five tables the names of a code that make it the paper's own


@dataclass(frozen=True, slots=True)
class FunctionalRows:
    """`names` by code; `codes` of seven digits by the first amount of their row, in 万元 and to the hundredth as a text
    tells it, with how often; `amounts` the other way round."""

    names: Mapping[str, str]
    codes: Mapping[Fraction, Counter[str]]
    amounts: Mapping[str, Counter[Fraction]]

    def code_of(self, amount: Fraction) -> str:
        """The one account that has *amount* more often than any other; empty where none has."""
        held = self.codes.get(amount, Counter()).most_common(2)
        return held[0][0] if held and (len(held) == 1 or held[0][1] > held[1][1]) else ""


def functional_rows(context: Context) -> FunctionalRows:
    """Read once per document."""
    return context.once(functional_rows, lambda: _read(context))


def _read(context: Context) -> FunctionalRows:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    codes: dict[Fraction, Counter[str]] = defaultdict(Counter)
    amounts: dict[str, Counter[Fraction]] = defaultdict(Counter)
    for match in _ROW.finditer(context.document.text):
        code = re.sub(r"\s", "", match["code"])
        if match["name"]:
            names[code][match["name"].replace("(", "（").replace(")", "）")] += 1
        amount = read_number(match["amount"]) if match["amount"] and len(code) == len("2080505") else None
        if amount:
            scaled = round_half_up(amount * yuan_each(context, match.start()) / MONEY["万元"], 2)
            codes[scaled][code] += 1
            amounts[code][scaled] += 1
    own = {code: held.most_common(1)[0] for code, held in names.items()}
    sure = {code: name for code, (name, times) in own.items() if 5 * times >= _MOST * sum(names[code].values())}
    return FunctionalRows(sure, codes, amounts)
