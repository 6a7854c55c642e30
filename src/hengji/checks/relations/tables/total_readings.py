"""Which lines a line of totals may be of: those above it, its own group, the subtotals and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import Final

from hengji.checks.relations.tables.lines import Line

__all__ = ["Groups", "headed_rows", "readings_of_a_total"]

Groups = dict[int, str]
"""What stands in the first cell of every row."""

_LED: Final = re.compile("[-—–]{1,2}|[：:·]")
"""What parts the group from the name in 产出——改厕."""
_EXECUTION: Final = re.compile("^(?:部门|整体)?预算执行率?|预算资金执行率|资金执行率")
_REST: Final = re.compile("其[他它]|自筹|单位资金")
_SUBTOTAL: Final = re.compile("小计$")


def readings_of_a_total(
    lines: Sequence[Line], index: int, inner: set[int], groups: Groups
) -> list[tuple[bool, list[Line]]]:
    """Every choice of parts for the total at *index*, and whether the headers say that it must hold; *inner* are the
    rows that are parts of others."""
    own = _of_group(lines, index, groups)
    readings = [(strong, parts) for strong, parts in _readings(lines, index, inner) if parts]
    readings = [(True, own)] if own else [*readings, (False, _beside_groups(lines, index, groups))]
    if (carried := _carried_group(lines, index, groups)) and not own:
        readings.append((True, carried))
    if apart := _beside_execution(lines, index):
        readings.append((False, apart))
    return readings


def headed_rows(lines: Sequence[Line], groups: Groups) -> Groups:
    """The rows from 【产出指标】, a line without figures, down to 产出指标小计, by the name of that line; and
    产出——改厕 above 产出小计."""
    subtotals = {_SUBTOTAL.sub("", groups[line.row]) for line in lines if line.rank == 1} - {""}
    found: Groups = {
        line.row: before
        for line in lines
        if (before := _LED.split(groups[line.row], maxsplit=1)[0]) != groups[line.row] and before in subtotals
    }
    head: str | None = None
    for line in lines:
        name = line.label.strip("【】[] \u3000")
        if not line.values and not line.is_total and (name != line.label or name in subtotals):
            head = name
        if head is not None:
            found[line.row] = head
        head = None if line.is_total else head
    return found


def _of_group(lines: Sequence[Line], index: int, groups: Groups) -> list[Line]:
    """The lines right above 过程小计 whose first cell is 过程; none where the group begins the table."""
    own = groups[lines[index].row]
    name = _SUBTOTAL.sub("", own)
    above = list(takewhile(lambda line: groups[line.row] == name, reversed(lines[:index])))
    whole = len(above) == index or lines[index - len(above) - 1].is_total
    headed = bool(above) and not above[-1].values and own != lines[index].label  # 【产出指标】 begins the group
    return [] if not name or whole or (name == own and not headed) else above[::-1]


def _carried_group(lines: Sequence[Line], index: int, groups: Groups) -> list[Line]:
    """The lines right above a 小计 whose first cell, merged down to it, is the group's: 产出 | 产出小计."""
    own, line = groups[lines[index].row], lines[index]
    if not own or line.rank != 1 or line.label == own:
        return []
    above = list(takewhile(lambda one: groups[one.row] == own and not one.is_total, reversed(lines[:index])))
    return above[::-1] if len(above) < index else []


def _beside_groups(lines: Sequence[Line], index: int, groups: Groups) -> list[Line]:
    """The subtotals above a total, and the lines of groups that have none."""
    told = {_SUBTOTAL.sub("", groups[line.row]) for line in lines[:index] if line.rank == 1}
    return [line for line in lines[:index] if line.rank == 1 or not (line.is_total or groups[line.row] in told)]


def _beside_execution(lines: Sequence[Line], index: int) -> list[Line]:
    """In the national form 预算执行率 10 stands above 产出 50 and is none of it; the total is of it, the
    subtotals and what stands below the last of them."""
    first = next((at for at, line in enumerate(lines[:index]) if _EXECUTION.search(line.label)), None)
    if first is None or any(line.is_total for line in lines[:first]):
        return []
    if lines[index].rank == 1:
        before = next((at for at in range(index - 1, first, -1) if lines[at].is_total), first)
        return list(lines[before + 1 : index]) if before == first else []
    last = next((at for at in range(index - 1, first, -1) if lines[at].is_total), None)
    if last is None:
        return []
    subtotals = [line for line in lines[first:index] if line.rank == 1]
    return [lines[first], *subtotals, *(line for line in lines[last + 1 : index] if not line.is_total)]


def _readings(lines: Sequence[Line], index: int, inner: set[int]) -> Iterator[tuple[bool, list[Line]]]:
    total = lines[index]
    if _leads(lines, total):
        end = next((at for at in range(index + 1, len(lines)) if lines[at].is_total), len(lines))
        yield from _plain(list(lines[index + 1 : end]), inner)
        return
    begin = next((at + 1 for at in range(index - 1, -1, -1) if lines[at].rank >= total.rank), 0)
    above = list(lines[begin:index])
    if any(line.is_total for line in above):
        yield from _with_subtotals(above)
        begin = next((at + 1 for at in range(index - 1, -1, -1) if lines[at].is_total), 0)
        yield False, _roots(lines[begin:index], inner)
    elif len(above) >= 2 or (above and any(line.values for line in above)):
        yield from _plain(above, inner)
    if not any(line.values for line in above):
        end = next((at for at in range(index + 1, len(lines)) if lines[at].rank >= total.rank), len(lines))
        below = list(lines[index + 1 : end])
        if any(line.is_total for line in below):
            yield from _with_subtotals(below)
        else:
            yield from _plain(below, inner)
            yield from _sources(below)


def _sources(below: Sequence[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """其中：财政拨款 and the sources of funds behind it, which the form lists in full down to 其他资金."""
    led = list(takewhile(lambda line: bool(line.values), below))
    if len(led) > 1 and led[0].of_which and not any(line.of_which for line in led[1:]):
        yield _REST.search(led[-1].label) is not None, led


def _leads(lines: Sequence[Line], total: Line) -> bool:
    """Whether subtotals stand in front of their parts: the first of several of one rank has nothing above it."""
    alike = [at for at, line in enumerate(lines) if line.is_total and line.rank == total.rank]
    return len(alike) > 1 and "小计" in total.label and all(line.is_total for line in lines[: alike[0]])


def _plain(span: list[Line], inner: set[int]) -> Iterator[tuple[bool, list[Line]]]:
    roots = _roots(span, inner)
    whole = [line for line in span if not line.of_which]
    yield _is_complete(roots, span), roots
    yield False, [line for line in whole if line.row not in inner]
    yield False, whole
    deepest = max((line.level for line in whole), default=0)
    yield False, [line for line in whole if line.level == deepest]
    detailed = next((at for at, line in enumerate(span) if line.of_which), len(span))
    yield False, _roots(span[:detailed], inner)  # the lines behind 其中 tell what the one before it is made of


def _with_subtotals(span: list[Line]) -> Iterator[tuple[bool, list[Line]]]:
    """总计 of 合计 lines, and of what stands between them: 年初结转 and the like."""
    subtotals = [line for line in span if line.is_total]
    highest = max(line.rank for line in subtotals)
    top = [line for line in subtotals if line.rank == highest]
    if len(top) > 1 and span[0] is top[0] and "小计" in top[0].label:
        yield True, top  # each stands in front of its own parts, the last one too
        return
    after = span[span.index(top[-1]) + 1 :]
    if own := _led_by(top[-1], after):
        yield True, [*top, *after[len(own) :]]
    yield True, [*top, *(line for line in after if not line.of_which and line.level >= 100)] if after else top
    yield False, [*top, *_roots(after, set())]
    yield False, [*top, *(line for line in after if not line.of_which)]
    yield False, top


def _led_by(subtotal: Line, after: Sequence[Line]) -> Sequence[Line]:
    """其中：人员经费 and what follows it, as far as it makes the 小计 that stands in front of it."""
    column = next(iter(subtotal.values), None)
    if not after or not after[0].of_which or column is None:
        return []
    total = Fraction(0)
    for at, line in enumerate(after, start=1):
        total += line.values[column].value if column in line.values else 0
        if at > 1 and total == subtotal.values[column].value:
            return after[:at]
    return []


def _roots(span: Sequence[Line], inner: set[int]) -> list[Line]:
    free = [line for line in span if not line.of_which and not line.is_total]
    top = min((line.level for line in free), default=0)
    return [line for line in free if line.level == top and (line.is_numbered or line.row not in inner)]


def _is_complete(roots: Sequence[Line], span: Sequence[Line]) -> bool:
    """Whether the roots are all that a total can be made of: codes, numbers from 一 on without a gap, or a flat one."""
    if not roots:
        return False
    if roots[0].code:
        return all(line.code for line in span if line.values)
    if roots[0].is_numbered:
        return re.match(r"[(（]?(?:一|1)(?:[、.．)）])", roots[0].label) is not None and span[0] is roots[0]
    return sum(bool(line.values) for line in roots) == sum(bool(line.values) for line in span)
