"""An error that misses its figure by far, and by no slip of the pen, while what stands beside the figure speaks for it:
then it is in doubt what the figure is a rate of (an ambiguous attribution is no error).

Clerks miss by little: of 1,700 faults in papers of independent writers that no slip explains, 84 in a hundred miss by
less than a seventh. Who reads the wrong base misses by anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.slips import digits_of, shape
from hengji.checks.relations.verdicts import converted, family, number, shows
from hengji.facts.figures import read_figure
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["in_doubt"]

_FAR: Final = Fraction(3, 10)  # of the greater of the two figures
_RATES: Final = frozenset({"share", "rate", "growth"})
_BEFORE, _BEHIND = 6, 5  # figures to either side of one that may make it
_DIGITS: Final = 3  # digits of a rate that two figures near by meet only on purpose
_CLAUSE: Final = 30
_FORMULA: Final = re.compile("÷|除以")
_OF: Final = re.compile(r"占(?P<whole>[\u4e00-\u9fff]{2,14}?)的?(?:比[例重])?(?:为|是|达到?|约)?\s?$")


def in_doubt(context: Context, relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations*, the errors among them that are in doubt as suspicious."""
    every = tuple(relations)
    read = {one.start: one for one in every if one.kind in _RATES and one.figures and not _misses_by_far(one)}
    for one in every:
        far = one.verdict == "error" and one.figures and _misses_by_far(one)
        likely = _doubt(context, one, read.get(one.start)) if far else ""
        yield replace(one, verdict="suspicious", severity="medium", likely=one.likely or likely) if likely else one


def _doubt(context: Context, one: Relation, nearer: Relation | None) -> str:
    """What else the figure may be, in words; empty where nothing speaks for it. *nearer*: what reads the same rate and
    does not miss it by far."""
    if one.kind in _RATES and nearer is not None:
        return f"{nearer.message.rstrip('。')}：口径更像是这样，请核对。"
    if one.kind in _RATES and (pair := _made_by(context, one)) is not None:
        return f"文中的 {one.stated} 与 {number(pair[0])}、{number(pair[1])} 相符，口径可能不同，请核对。"
    if one.kind == "growth" and _is_less_than_nothing(one):
        return "减少不会超过原来的数，比的可能是另外两个数，请核对。"
    return ""


def _is_less_than_nothing(one: Relation) -> bool:
    computed = read_figure(one.computed)
    return computed is not None and computed.unit is not None and computed.unit.is_rate and computed.value < -1


def _misses_by_far(one: Relation) -> bool:
    stated, computed = read_figure(one.stated), read_figure(one.computed)
    if stated is None or computed is None or shape(one.stated, one.computed):
        return False
    greater = max(abs(stated.value), abs(computed.value))
    return abs(stated.value - computed.value) > greater * _FAR


def _made_by(context: Context, one: Relation) -> tuple[Mention, Mention] | None:
    """Two figures right beside a rate, not those of *one*, whose share or whose growth it is."""
    stated = one.figures[-1].mention
    if stated is None or not stated.is_rate or len(digits_of(stated.text)) < _DIGITS:
        return None
    beside = context.around(stated, _BEFORE, _BEHIND)
    amounts = [mention for mention in beside if not mention.is_rate and mention.unit is not None and mention.value > 0]
    clause = context.document.text[max(0, stated.start - _CLAUSE) : stated.start]
    if _FORMULA.search(clause):
        return None  # 代偿率（代偿额÷解除担保额）0.80%: the paper says what it reckons
    named = _OF.search(clause)
    for part, whole in _pairs(amounts):
        meant = named is None or one.kind == "growth" or pairs_of(named["whole"]) & pairs_of(whole.subject)
        if meant and _is_another(one, part, whole) and _makes(stated, part, whole):
            return part, whole
    return None


def _is_another(one: Relation, part: Mention, whole: Mention) -> bool:
    """Whether the pair is not that of *one*: a growth on the wrong base, and shares told in the wrong order, are made
    of figures of their own, while the whole of a share may well be another one."""
    told, *others = (figure.mention.value for figure in one.figures if figure.mention is not None)
    if one.kind == "growth":
        return not {told, *others} & {part.value, whole.value}
    return whole.value not in {told, *others} and part.value not in others


def _pairs(amounts: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    for part in amounts:
        for whole in amounts:
            if part is not whole and family(part.unit) == family(whole.unit):
                yield part, whole


def _makes(rate: Mention, part: Mention, whole: Mention) -> bool:
    ratio = converted(part, whole.unit) / whole.value
    return ratio != 1 and (shows(rate, ratio) or shows(rate, ratio - 1))
