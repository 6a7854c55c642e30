"""A doubt that a slip of the pen settles: stated and computed have the same digits, two of them swapped, or the point
elsewhere. Chance makes that of two figures of three digits once in hundreds, so the doubt is an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hengji.checks.relations.slips import SHIFTED, SWAPPED, shape, significant_digits
from hengji.facts.relation import Relation

__all__ = ["sure_slips"]

_KINDS = frozenset({"growth", "difference", "sum", "share", "rate", "count", "repeat", "score_sum"})
_SURE = frozenset({SWAPPED, SHIFTED})
_LEAST = 3
_FIGURE = re.compile(r"\d[\d,]{0,24}(?:\.\d{1,9})?")
_OTHER_READING = re.compile("相符|口径|基数")
"""What `likely` says where another reading makes the figure true."""


def sure_slips(relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations*, the doubtful ones among them raised to errors where such a slip parts the two figures."""
    for one in relations:
        doubtful = one.verdict == "suspicious" and one.kind in _KINDS and not _OTHER_READING.search(one.likely)
        yield replace(one, verdict="error", severity="high") if doubtful and _slipped(one) else one


def _slipped(one: Relation) -> bool:
    stated, computed = (_FIGURE.match(text.lstrip("-")) for text in (one.stated, one.computed))
    if stated is None or computed is None or one.stated[stated.end() :] != one.computed[computed.end() :]:
        return False
    digits = stated[0].replace(",", "")
    return significant_digits(digits) >= _LEAST and shape(digits, computed[0].replace(",", "")) in _SURE
