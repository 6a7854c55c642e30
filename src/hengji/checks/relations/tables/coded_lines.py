"""Tables of budget codes that a text prints as bare lines: 212 城乡社区支出 13,583.48 10,661.51 2,921.97.

Blank cells leave no trace in such lines, so that no grid can be made of them. What the codes say is sure all the same:
a class is its items together, and the first amount is the others together. A name that runs over the line, in front of
its code and behind it, does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.numbers import shown
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["coded_lines"]

_AMOUNT: Final = r"-?(?:\d[\d,]*\.\d{2}|\d{1,3}(?:,\d{3})+|0)(?![\d.,])"
_CODE: Final = r"[23]\d{2}(?:[^\S\n]?\d{2}){0,2}(?![\d.,%％])"
_BARE: Final = re.compile(rf"(?:^|(?<=\s)){_CODE}(?=\s)")
_ROW: Final = re.compile(
    rf"(?<![\d.,])(?P<code>{_CODE})(?=[^\S\n])(?:[^\S\n]{{1,40}}(?P<name>[^\d\s][^\s\d]{{0,30}}))?"
    rf"(?P<amounts>(?:[^\S\n]{{1,40}}{_AMOUNT}(?![\d.%％])){{1,8}})"
)
_ONE: Final = re.compile(_AMOUNT)
_ALL: Final = re.compile(
    rf"(?:^|(?<=\n))[^\n\d]{{0,12}}(?:合[ \t]?计|总[ \t]?计)[ \t]+(?P<amounts>{_AMOUNT}(?:[ \t]+{_AMOUNT}){{0,7}})"
)
_TITLE: Final = re.compile(r"[\u4e00-\u9fff”]{4}表[ \t]*(?:\n|$)")
_USUAL: Final = 5  # of as many lines one may break the law
_MOST: Final = 9
_BESIDE: Final = 120  # characters between a total and its first or last account
_CLASS: Final = 3  # digits of a class
_FEWEST: Final = 3
_NEXT: Final = 400  # characters between two rows of one table


@dataclass(frozen=True, slots=True)
class _Row:
    """`amounts` is empty where the line of the code has none: they stand in another line, or nowhere."""

    code: str
    amounts: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class _Sum:
    """`step` is the last digit that the table shows."""

    total: Figure
    parts: tuple[Figure, ...]
    name: str

    @property
    def step(self) -> Fraction:
        return Fraction(1, 100) if any("." in one.text for one in (self.total, *self.parts)) else Fraction(1)

    @property
    def computed(self) -> Fraction:
        return sum((_value(part) for part in self.parts), Fraction(0))

    @property
    def holds(self) -> bool:
        """By the last digit of every amount, which may be rounded."""
        return abs(self.computed - _value(self.total)) <= (len(self.parts) + 1) * self.step / 2


def coded_lines(context: Context) -> Iterator[Relation]:
    """Relations of kind ``sum`` down the codes and along the lines; none where the text has no such lines."""
    for rows in _tables(context):
        functional = [row for row in rows if row.code[0] == "2"]
        economic = sorted((row for row in rows if row.code[0] == "3"), key=lambda row: row.code)  # side by side
        yield from _judged([*_families(functional), *_families(economic), *_in_all(context, functional), *_along(rows)])


def _tables(context: Context) -> Iterator[list[_Row]]:
    rows: list[_Row] = []
    last = 0
    text = context.document.text
    for match in _ROW.finditer(text):
        table = context.table_at(match.start())
        if table is not None and not table.rebuilt:  # the file's own grid is judged as one
            rows += [_bare(match["code"])] if rows and match.start() - last <= _NEXT else []
            last = match.end()
            continue
        if rows and (match.start() - last > _NEXT or _is_another(rows, text[last : match.start()], match["code"])):
            yield [*rows, *_bare_behind(text, last)]
            rows = []
        rows += [_bare(bare[0]) for bare in _BARE.finditer(text, last, match.start()) if rows]
        rows.append(replace(_bare(match["code"]), amounts=_amounts(context, match)))
        last = match.end()
    if rows:
        yield [*rows, *_bare_behind(text, last)]


def _is_another(rows: Sequence[_Row], between: str, code: str) -> bool:
    """Whether a title stands in front of a class that does not go on with the rows: 221…, 政府性基金预算支出表, 212."""
    return bool(rows) and len(code) == _CLASS and code < rows[-1].code and _TITLE.search(between) is not None


def _bare_behind(text: str, last: int) -> Iterator[_Row]:
    """The codes right behind the last row whose names and amounts stand in lines of their own."""
    end = text.find("\n\n", last, last + _NEXT)
    yield from (_bare(bare[0]) for bare in _BARE.finditer(text, last, end if end >= 0 else last + _NEXT))


def _bare(code: str) -> _Row:
    return _Row(re.sub(r"\s", "", code), ())


def _amounts(context: Context, match: re.Match[str]) -> tuple[Figure, ...]:
    found = _ONE.finditer(context.document.text, *match.span("amounts"))
    return tuple(piece(context, "part", *one.span()) for one in found)


def _families(rows: Sequence[_Row]) -> Iterator[_Sum]:
    """Every code and those one level below it that follow it, up to the next of its own level: the first column, and
    every other where no cell of it was left blank."""
    for at, row in enumerate(rows):
        below: list[_Row] = []
        for other in rows[at + 1 :]:
            if not other.code.startswith(row.code) or other.code == row.code:
                break
            below.append(other)
        parts = [other for other in below if len(other.code) == len(row.code) + 2]
        if parts and all(one.amounts for one in (row, *parts)):
            yield from _columns(row.code, row.amounts, [part.amounts for part in parts])


def _columns(name: str, total: Sequence[Figure], parts: Sequence[Sequence[Figure]]) -> Iterator[_Sum]:
    full = all(len(part) == len(total) for part in parts) and len(total) >= _FEWEST
    for column in range(len(total) if full else 1):
        yield _Sum(total[column], tuple(part[column] for part in parts), name)


def _in_all(context: Context, rows: Sequence[_Row]) -> Iterator[_Sum]:
    """合计, above the first class or below the last account: all classes together."""
    classes = [row for row in rows if len(row.code) == _CLASS]
    if not classes or not all(row.amounts for row in classes) or len({row.code for row in classes}) < len(classes):
        return
    amounts = [amount for row in rows for amount in row.amounts]
    first, last = amounts[0].start, amounts[-1].end
    text = context.document.text
    above = [*_ALL.finditer(text, max(0, first - _BESIDE), first)][-1:]
    below = [*_ALL.finditer(text, last, last + _BESIDE)][:1]
    for match in below or above:
        yield from _columns("合计", _amounts(context, match), [row.amounts for row in classes])


def _along(rows: Sequence[_Row]) -> list[_Sum]:
    """合计 基本支出 项目支出 in a line, where most lines of as many amounts are so; of one side only there are two
    equal ones."""
    found: list[_Sum] = []
    for many in range(_FEWEST - 1, _MOST):
        sums = [_Sum(row.amounts[0], row.amounts[1:], row.code) for row in rows if len(row.amounts) == many]
        held = sum(one.holds for one in sums)
        few = held > 1 and 2 * (len(sums) - held) <= held
        many_alike = held >= _FEWEST and (len(sums) - held) * _USUAL <= held + _USUAL
        if many_alike if many < _FEWEST else few:
            found += sums
    return found


def _judged(sums: Sequence[_Sum]) -> Iterator[Relation]:
    """An error where most others hold; where few do, lines may have slipped, or be columns of something else."""
    held = sum(one.holds for one in sums)
    failed = len(sums) - held
    if held < _FEWEST or failed > held:
        return
    for one in sums:
        yield _relation(one, sure=failed * 2 <= held)


def _relation(one: _Sum, *, sure: bool) -> Relation:
    right = shown(one.computed, 2)
    slip = "" if one.holds else _slip(one)
    sure = sure and len(one.parts) > 1  # of a single item there may have been others
    verdict: Verdict = "ok" if one.holds else "error" if sure or slip else "suspicious"
    message = f"“{one.name}”各项之和 {right}"
    message += "，与所列一致。" if one.holds else f"，所列为 {one.total.text}。请核对这一行及其下各行的金额。"
    return Relation(
        kind="sum",
        verdict=verdict,
        figures=(*one.parts, replace(one.total, role="total")),
        formula=" + ".join(part.text for part in one.parts),
        computed=right,
        stated=one.total.text,
        message=message,
        likely=slip,
        severity="medium" if one.holds else "high",
    )


def _slip(one: _Sum) -> str:
    """The slip of the pen, in the total or in one of the parts, that would part a sum that holds from this one."""
    rest = _value(one.total) - one.computed
    for amount, meant in ((one.total, one.computed), *((part, _value(part) + rest) for part in one.parts)):
        right = shown(meant, 2)
        name = shape(shown(_value(amount), 2), right) if meant > 0 else ""
        if name:
            return mistaken(amount.text, right, name)
    return ""


def _value(amount: Figure) -> Fraction:
    return Fraction(amount.text.replace(",", ""))
