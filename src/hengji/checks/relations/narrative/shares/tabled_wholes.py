"""Wholes that stand in a table: 以上 5 项合计 A，占项目支出的 P, where 项目支出 is a row with columns of its own.

The text may tell the budget alone of a thing whose outturn stands in the table. A share that is true of any figure of
the row called as it calls its whole is no error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from hengji.checks.context import Context, figure
from hengji.checks.relations.naming import core
from hengji.checks.relations.narrative.shares.told_shares import Share
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.laid_out import grid_of
from hengji.checks.relations.verdicts import good, judged, number
from hengji.facts.relation import Relation

__all__ = ["TabledWholes"]

_LEAST = 3  # characters of a name that means one row
_SCALES = (Fraction(1), Fraction(10_000), Fraction(1, 10_000))  # 万元 in the text, 元 in the table, or the other way


class TabledWholes:
    """The figures of a paper's tables by the names of their rows."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def acquitted(self, group: Sequence[Share], found: Iterable[Relation]) -> Iterator[Relation]:
        """*found* of the shares of *group*; what a table explains is no error, but holds."""
        for one in found:
            told = {figure.start for figure in one.figures}
            share = next((share for share in group if share.rate.mention.start in told), None)
            name = core(share.whole or group[0].whole) if share is not None else ""
            whole = self._whole_of(share, name) if one.verdict == "error" and share is not None else None
            yield one if whole is None or share is None else _holds(one, share, whole, name)

    def _whole_of(self, share: Share, name: str) -> Amount | None:
        """The figure that *share* is true of, in a row that is called as it calls its whole."""
        part = share.part.mention.value
        if len(name) < _LEAST or part <= 0 or share.rate.mention.decimals == 0:
            return None
        for whole in self._context.once(TabledWholes, lambda: _by_row(self._context)).get(name, ()):
            if any(good(judged(part * scale / whole.value, None, share.rate.mention)) for scale in _SCALES):
                return whole
        return None


def _holds(failed: Relation, share: Share, whole: Amount, name: str) -> Relation:
    figures = (figure("part", share.part.mention), whole.figure("whole"), figure("stated", share.rate.mention))
    right = number(share.rate.mention)
    return replace(
        failed,
        kind="share",
        verdict="ok",
        figures=figures,
        formula=f"{share.part.mention.text} ÷ {whole.text}",
        computed=right,
        message=f"占“{name}”（见表）的比重为 {right}，与文中一致。",
        likely="",
        severity="medium",
    )


def _by_row(context: Context) -> dict[str, Sequence[Amount]]:
    found: dict[str, list[Amount]] = defaultdict(list)
    for table in context.document.tables:
        grid = grid_of(context, table)
        for row in range(grid.height):
            name = core(grid.text(row, 0)) if grid.width else ""
            amounts = (grid.amount(row, column) for column in range(1, grid.width)) if len(name) >= _LEAST else ()
            found[name] += [one for one in amounts if one is not None and one.value > 0 and not one.is_rate]
    return dict(found)
