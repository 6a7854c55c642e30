"""Doubts that the figures right beside them settle, so that nobody has to look at them.

比上年的 30.12 下降 8.93%, doubted of a figure beside 27.43, where 27.43 makes it true; a list that is said to fall
short of its total, where what it makes is told as its own subtotal, or where all of them make a figure told before.
A doubt that is wrong nine times in ten is no help: only what nothing near by explains is put to the reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.slips import shown_digits
from hengji.checks.relations.verdicts import converted, family, good, shows
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["without_idle_doubts"]

_BEFORE, _BEHIND = 24, 6  # figures to either side of one that may explain it
_LIST: Final = 10  # figures behind a total that may be its parts
_DIGITS: Final = 3  # digits of a figure that others do not make by chance
_CHOSEN: Final = Fraction(1, 3)  # of a total that a list leaves out only on purpose
_PARTS: Final = 2
_TERMS: Final = 4  # figures that make a short one by no chance
_TIMES: Final = 5  # times by which a share is off that is one of something else
_ENOUGH: Final = 3
_CLAUSE: Final = 16
_IN_TEXT: Final = "各部分之和"
"""Said of the parts of a sentence; the lines of a table are what they are."""


def without_idle_doubts(context: Context, relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations* without the suspicious ones among them that figures near by explain."""
    for one in relations:
        if not (one.verdict == "suspicious" or one.kind == "share") or good(one.verdict) or not _is_idle(context, one):
            yield one


def _is_idle(context: Context, one: Relation) -> bool:
    told = [figure.mention for figure in one.figures if figure.mention is not None]
    if one.kind == "repeat" and len(told) == _PARTS:
        return _is_another_row(context, told)
    if len(told) != len(one.figures) or len(told) < _ENOUGH:
        return False
    if one.kind == "growth" and one.figures[0].role == "base":
        return _has_changed_from(context, told[0], told[-1])
    if one.kind == "share" and one.figures[1].role == "whole":
        return _is_of_a_nearer(context, told[0], told[1], told[-1])
    if one.kind == "rate" and one.figures[0].role == "part":
        return _is_of_the_named(context, told[0], told[-1])
    if one.kind in ("sum", "count") and one.figures[-1].role == "total" and _IN_TEXT in one.message:
        return _is_no_partition(context, told[:-1], told[-1], one.message)
    return False


def _is_another_row(context: Context, told: Sequence[Mention]) -> bool:
    """Whether what the text tells is, to the digit, another figure of the table that it is held against."""
    for shown, said in (told, told[::-1]):
        table = context.table_at(shown.start)
        if table is not None and context.table_at(said.start) is None and shown_digits(said.text) > _DIGITS:
            rows = context.within((table.start, table.end))
            return any(one.value == said.value and one.unit == said.unit for one in rows)
    return False


def _near(context: Context, one: Mention, before: int = _BEFORE, behind: int = _BEHIND) -> list[Mention]:
    """The amounts around *one* that it can be reckoned with."""
    return [
        each for each in context.around(one, before, behind) if family(each.unit) == family(one.unit) and each.value > 0
    ]


def _has_changed_from(context: Context, base: Mention, stated: Mention) -> bool:
    """Whether some figure near *base* has changed from it as is stated."""
    if base.value <= 0:
        return False
    for other in _near(context, base):
        gap = abs(converted(other, base.unit) - base.value)
        if stated.is_rate and shown_digits(stated.text) >= _DIGITS:
            if gap and shows(stated, gap / base.value):
                return True
        elif family(stated.unit) == family(base.unit) and gap == abs(converted(stated, base.unit)) > 0:
            return True
    return False


def _is_of_the_named(context: Context, part: Mention, rate: Mention) -> bool:
    """追加额相当于年初预算的 P: whether P is of the figure that is called so."""
    clause = context.document.text[max(0, rate.start - _CLAUSE) : rate.start]
    name = pairs_of(clause.rpartition("，")[2])
    return shown_digits(rate.text) >= _DIGITS and any(
        name & pairs_of(whole.subject) and shows(rate, converted(part, whole.unit) / whole.value)
        for whole in _near(context, part)
    )


def _is_of_a_nearer(context: Context, part: Mention, whole: Mention, rate: Mention) -> bool:
    """年初 A，调整后 W，支出 B，占调整后预算的 B ÷ W, of which another whole, far off, makes quite another share."""
    share = converted(part, whole.unit) / whole.value if whole.value else Fraction(0)
    if not share or rate.value <= 0 or Fraction(1, _TIMES) < share / rate.value < _TIMES:
        return False
    between = [one for one in _near(context, part, _LIST, 0) if one.start > whole.start]
    return shown_digits(rate.text) > _DIGITS and any(
        shows(rate, converted(part, one.unit) / one.value) for one in between
    )


def _is_no_partition(context: Context, parts: Sequence[Mention], total: Mention, message: str) -> bool:
    """Whether the parts are a choice, a list with a total of its own, or one of several things told side by side."""
    unit = total.unit
    if len(parts) > 1 and message.startswith("所列") and _left_out(parts, total) > total.value * _CHOSEN:
        return True
    values = [converted(part, unit) for part in parts]
    together = sum(values, Fraction(0))
    near = _near(context, total)
    long = [one for one in near if shown_digits(one.text) >= _DIGITS]
    behind = {converted(one, unit) for one in long if one.start > total.start}  # before it, it may be the right total
    if len(parts) >= _PARTS and (
        together in behind or together + total.value in {converted(one, unit) for one in long}
    ):
        return True
    if len(parts) >= _PARTS and total.value > 0 and _is_shared(context, together / total.value, total):
        return True  # 面积 T，其中 a、b、c，三项合计占 P
    return _has_parts_behind(context, total) or _has_a_share_alone(context, parts, total)


def _left_out(parts: Sequence[Mention], total: Mention) -> Fraction:
    return total.value - sum((converted(part, total.unit) for part in parts), Fraction(0))


def _is_shared(context: Context, share: Fraction, total: Mention) -> bool:
    rates = [one for one in context.after(total.end, _LIST) if one.is_rate and one.decimals]
    return any(shows(one, share) for one in rates)


def _has_parts_behind(context: Context, total: Mention) -> bool:
    """Whether the figures right behind the total make it, the first of them or every other."""
    fewest = _PARTS if shown_digits(total.text) >= _DIGITS else _TERMS
    values = [converted(one, total.unit) for one in _near(context, total, 0, _LIST)]
    runs = (values, values[1::2], values[::2])
    return any(total.value in list(accumulate(run))[fewest - 1 :] for run in runs)


def _has_a_share_alone(context: Context, parts: Sequence[Mention], total: Mention) -> bool:
    """路灯 T，其中节能灯 a，占 a ÷ T，年内改造 b: the share closes the list, which nothing goes on."""
    if len(parts) < _PARTS or total.value <= 0:
        return False
    shares = [_share_behind(context, part) for part in parts]
    first = shares[0]
    right = first is not None and shows(first, converted(parts[0], total.unit) / total.value)
    return right and not any(shares[1:])


def _share_behind(context: Context, part: Mention) -> Mention | None:
    behind = context.after(part.end, 1)
    return behind[0] if behind and behind[0].is_rate and behind[0].decimals else None
