"""Points and scores add up: under headings, in rubrics, in 得分总表, and to the stated total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.conclusion import conclusions, owner_before
from hengji.checks.relations.scores.reading.narrative import Scored, scored_headings
from hengji.checks.relations.scores.reading.pairing import is_added, spoken_of
from hengji.checks.relations.scores.reading.rubrics import POINTS, SCORE, Rubric, pointed_parts, rubrics_of
from hengji.checks.relations.scores.reading.turned_tables import turned_families
from hengji.checks.relations.scores.rules.standard_items import standard_items
from hengji.checks.relations.scores.rules.standard_points import standard_points
from hengji.checks.relations.scores.totals.accounts_apart import accounts_apart
from hengji.checks.relations.scores.totals.accounts_told import accounts_told
from hengji.checks.relations.scores.totals.bracketed_points import bracketed_families
from hengji.checks.relations.scores.totals.bracketed_scores import bracketed_scores
from hengji.checks.relations.scores.totals.branch_scores import branch_families
from hengji.checks.relations.scores.totals.branches import branch_sums, stated_totals
from hengji.checks.relations.scores.totals.cells_in_lines import totalled_lines
from hengji.checks.relations.scores.totals.coded_points import coded_points
from hengji.checks.relations.scores.totals.deductions_told import deductions_told
from hengji.checks.relations.scores.totals.funds_in_total import with_funds
from hengji.checks.relations.scores.totals.items_below import items_below
from hengji.checks.relations.scores.totals.items_in_prose import items_in_prose
from hengji.checks.relations.scores.totals.labelled_totals import labelled_totals
from hengji.checks.relations.scores.totals.leaf_scores import leaf_scores
from hengji.checks.relations.scores.totals.level_points import level_points
from hengji.checks.relations.scores.totals.lined_columns import lined_sums
from hengji.checks.relations.scores.totals.listed_after import listed_after
from hengji.checks.relations.scores.totals.listed_scores import listed_scores
from hengji.checks.relations.scores.totals.noted_points import noted_points
from hengji.checks.relations.scores.totals.outlined_scores import outlined_scores
from hengji.checks.relations.scores.totals.paged_totals import cut_by_pages, is_rounded, paged_totals
from hengji.checks.relations.scores.totals.project_scores import project_scores
from hengji.checks.relations.scores.totals.rows_of_points import Rows, as_pointed, rows_of_points
from hengji.checks.relations.scores.totals.split_points import split_points
from hengji.checks.relations.scores.totals.spoken_scores import spoken_scores
from hengji.checks.relations.scores.totals.told_totals import told_totals
from hengji.checks.relations.scores.totals.total_repeats import odd_totals, total_repeats
from hengji.checks.relations.scores.totals.weights import weights
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.column_sums import column_families
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.tables.lines import sides_of
from hengji.checks.relations.tables.trials import Family, Sum, relations_of
from hengji.facts.relation import Relation

__all__ = ["find"]

_RATE: Final = re.compile("率|%")
_DIGIT: Final = re.compile(r"\d")
_ADJUSTED: Final = re.compile(
    r"(?:加分|减分)项?[^。]{0,40}(?:加|减|扣)\s*[1-9][\d.]*\s*分|加减分|因[^。；，]{2,40}加\s*\d[\d.]*\s*分"
)
_HUNDRED: Final = Fraction(100)
_MOVED: Final = re.compile("调整|原始?分?值|核定|实际")


def find(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``."""
    found = list(_found(context))
    yield from found
    yield from outlined_scores(context, found)


def _found(context: Context) -> Iterator[Relation]:
    rubrics = rubrics_of(context)
    yield from relations_of(list(_headings(context)), "score_sum")
    yield from level_points(context, rubrics)
    yield from _of_tables(context, rubrics)
    yield from listed_scores(context)
    yield from lined_sums(context)
    yield from coded_points(context)
    yield from totalled_lines(context)
    yield from split_points(context)
    yield from bracketed_scores(context)
    yield from spoken_scores(context)
    yield from accounts_told(context)
    yield from accounts_apart(context)
    yield from deductions_told(context)
    yield from listed_after(context)
    yield from items_below(context)
    yield from items_in_prose(context)
    yield from weights(context)
    yield from relations_of(list(turned_families(context)), "score_sum")
    yield from total_repeats(context)
    yield from odd_totals(context)
    yield from project_scores(context)
    yield from labelled_totals(context)
    yield from told_totals(context)
    yield from noted_points(context)
    yield from leaf_scores(context)
    yield from _standards(context, rubrics)


def _of_tables(context: Context, rubrics: Sequence[Rubric]) -> Iterator[Relation]:
    """Level by level, column by column, and branch by branch."""
    pointed = [*rubrics, *pointed_parts(context)]
    after = [*pointed[1:], None]
    families = [family for rubric, page in zip(pointed, after, strict=False) for family in _levels(rubric, page)]
    families += [
        family for rubric, page in zip(pointed, after, strict=False) for family in _scored_levels(rubric, page)
    ]
    yield from relations_of([*families, *bracketed_families(context, rubrics)], "score_sum")
    yield from relations_of(list(paged_totals(rubrics)), "score_sum")
    ragged = {(rubric.part.grid.table.start, rubric.part.first) for rubric in rubrics if rubric.ragged}
    ragged |= cut_by_pages(rubrics)
    for table in context.document.tables:
        for part in parts_of(context, table):
            if (table.start, part.first) not in ragged:
                families = with_funds(context, part, list(_columns(part)))
                yield from relations_of(families, "score_sum")
    yield from relations_of([*branch_sums(context, rubrics), *stated_totals(context, rubrics)], "score_sum")
    yield from relations_of(list(branch_families(context, rubrics)), "score_sum")


def _standards(context: Context, rubrics: Sequence[Rubric]) -> Iterator[Relation]:
    """The points that standards give out, against those of their indicators."""
    spoken = spoken_of(context)
    for rubric in rubrics:
        wrong = list(standard_items(rubric))
        yield from wrong
        known = {figure.start for one in wrong for figure in one.figures}
        for row in rubric.rows:
            if row.standard is not None and row.standard.start in known:
                continue
            score = row.scores[rubric.verified]
            heading = spoken.get(score.key) if score is not None else None
            yield from standard_points(context, row, heading, ragged=rubric.ragged)


# ------------------------------------------------------------------------------------------------------------ headings
def _headings(context: Context) -> Iterator[Family]:
    """Points and scores of each heading against those of the headings right below it."""
    scored = [one for one in scored_headings(context) if one.heading is not None]
    family = Family(True)
    doubtful = Family(False)
    for parent, children in _tree(scored):
        points = _exact(parent.points, [child.points for child in children], f"“{parent.name}”分值")
        score = _exact(parent.score, [child.score for child in children], f"“{parent.name}”得分")
        good = points.holds or (score.holds and len(children) > 1)
        (family if good else doubtful).sums += [points, score]
    family.sums += list(_overall(context, scored))
    yield family
    yield doubtful


def _tree(scored: Sequence[Scored]) -> Iterator[tuple[Scored, list[Scored]]]:
    for index, parent in enumerate(scored):
        following = scored[index + 1 :]
        stop = next((at for at, child in enumerate(following) if child.level <= parent.level), len(following))
        top = min((child.level for child in following[:stop]), default=0)
        children = [child for child in following[:stop] if child.level == top]
        if children:
            yield parent, children


def _overall(context: Context, scored: Sequence[Scored]) -> Iterator[Sum]:
    """The stated total against the scores of the highest headings, where their points make 100."""
    top = min((one.level for one in scored), default=0)
    highest = [one for one in scored if one.level == top]
    if len(highest) < 2 or sum(one.points.value for one in highest) != _HUNDRED:
        return
    adjusted = _ADJUSTED.search(context.document.text) is not None
    known = {one.score.cell.start for one in scored}
    text = context.document.text
    owners = {owner_before(text, one.span[0], one.score.cell.start) for one in highest}
    parts = [one.score for one in highest]
    said = [one.total for one in conclusions(context) if one.total.cell.start not in known]
    totals = [(owner_before(text, 0, one.cell.start), _exact(one, parts, "评价总得分")) for one in said]
    held = {owner for owner, total in totals if total.holds}
    for owner, total in totals:
        if total.holds or (not adjusted and not _is_others(owner, owners, held)):
            yield total


def _is_others(owner: str, owners: Set[str], held: Set[str]) -> bool:
    """Whether a total that does not hold is another evaluator's than the scores: 自评得分99.40分 above what 核查 gave.
    Where the scores do not say whose they are, the total that they make says it."""
    whose = owners - {""} or held
    return bool(owner) and bool(whose) and owner not in whose


def _exact(total: Amount, parts: Sequence[Amount], name: str) -> Sum:
    return Sum(total, tuple(parts), name, exact=True)


# -------------------------------------------------------------------------------------------------------------- tables
def _columns(part: Part) -> Iterator[Family]:
    """Columns of points and scores of a table whose lines have totals. Points beyond the 100, of 加分项, are in their
    total or are not; scores are."""
    names = {column: f"的“{part.last_head(column)}”" for column in range(part.grid.width)}
    heads = [column for column in range(part.grid.width) if _is_scored(part, column)]
    rows: Rows = {}
    for side in sides_of(part):
        within = replace(side, lines=tuple(line for line in side.lines if not is_added(part, line.row)))
        for column in (column for column in side.columns if column in heads):
            families = column_families(side, [column], names)
            if len(within.lines) < len(side.lines) and any(_exactly(family).failures for family in families):
                families = column_families(within, [column], names)
            families = [_exactly(family) for family in families]
            if SCORE.search(part.last_head(column)) is None:
                rows = rows_of_points(families)
                yield from families
            else:
                yield from (one for family in families for one in as_pointed(family, rows, side.lines, column))


def _exactly(family: Family) -> Family:
    return Family(family.strong, [replace(one, exact=not is_rounded(one)) for one in family.sums])


def _is_scored(part: Part, column: int) -> bool:
    head = part.last_head(column)
    return (POINTS.search(head) or SCORE.search(head)) is not None and not _RATE.search(head.replace("(%)", ""))


def _levels(rubric: Rubric, page: Rubric | None) -> Iterator[Family]:
    """Points of 一级 against those of 二级, and of 二级 against 三级, by the cells that are merged over their rows."""
    points = _points_columns(rubric.part)
    if any(_MOVED.search(rubric.part.heads[column]) for column in points):
        return  # 分值, 调整后分值: one beside the other, not one above the other
    yield from _nested(rubric, page, points, "分值")


def _scored_levels(rubric: Rubric, page: Rubric | None) -> Iterator[Family]:
    """Scores of 一级 against those of 二级 where every level has points and a score of its own."""
    points, part = _points_columns(rubric.part), rubric.part
    scores = [
        column for column in range(part.grid.width) if SCORE.search(part.last_head(column)) and column not in points
    ]
    scores = [column for column in scores if _is_scored(part, column)]
    paired = len(points) == len(scores) > 1 and all(b == a + 1 for a, b in zip(points, scores, strict=True))
    if paired:
        yield from _nested(rubric, page, scores, "得分")


def _points_columns(part: Part) -> list[int]:
    return [column for column in part.columns_named(POINTS) if not SCORE.search(part.heads[column])]


def _nested(rubric: Rubric, page: Rubric | None, points: Sequence[int], said: str) -> Iterator[Family]:
    """Every figure of an outer column against those of the next one in its rows. The last may go on in the next table,
    on the next *page*, whose first row then has no figure of its own there."""
    if rubric.ragged:
        return
    part = rubric.part
    for place, outer in enumerate(points[:-1], start=1):
        family = Family(True)
        wholes = [row for row in part.body if part.grid.amount(row, outer) is not None]
        wholes = wholes[:-1] if page is not None and _goes_on(rubric, page, outer) else wholes
        for first in wholes:
            whole = part.grid.amount(first, outer)
            counted = [row for row in _below(rubric, first, outer) if not is_added(part, row)]
            if any(_says_more(part, row, points[place:]) for row in counted):
                continue
            parts = [amount for row in counted if (amount := _points_at(part, row, points[place:])) is not None]
            lost = len(parts) < len(counted) and part.grid.table.rebuilt and _lost(rubric, counted, points[place:])
            if lost and whole is not None and not _exact(whole, parts, "").holds:
                continue
            if whole is not None and parts and first not in _totals(rubric):
                family.sums.append(_exact(whole, parts, f"“{part.grid.text(first, max(outer - 1, 0))}”{said}"))
        yield family


def _lost(rubric: Rubric, rows: Sequence[int], points: Sequence[int]) -> bool:
    """Whether a row with a score has lost its points, so that those left cannot make the whole."""
    scored = {row.row for row in rubric.rows if any(score is not None for score in row.scores)}
    return any(row in scored and _points_at(rubric.part, row, points) is None for row in rows)


def _goes_on(rubric: Rubric, page: Rubric, outer: int) -> bool:
    """Whether the next table has the same columns and begins inside of a branch."""
    same = rubric.score_heads == page.score_heads and outer < page.part.grid.width
    return same and page.part.grid.amount(page.part.first, outer) is None and not page.rows[0].is_total


def _below(rubric: Rubric, first: int, outer: int) -> range:
    """The rows of an upper indicator: up to the next one, to an undivided one beside it, or to the total."""
    part = rubric.part
    after = range(first + 1, part.last)
    ends = (row for row in after if part.grid.amount(row, outer) is not None or _is_covered(part, row, outer))
    return range(first, min(next(ends, part.last), _total_row(rubric, first, part.last)))


def _points_at(part: Part, row: int, columns: Sequence[int]) -> Amount | None:
    """The points in the first of *columns*; of an indicator that is not divided, behind its name that covers it."""
    at = next((column for column in columns if not _is_covered(part, row, column)), None)
    return part.grid.amount(row, at) if at is not None else None


def _says_more(part: Part, row: int, columns: Sequence[int]) -> bool:
    """Points that are no bare figure, as where they were moved (“5，调至8”): which of them counts is not known."""
    at = next((column for column in columns if not _is_covered(part, row, column)), None)
    cell = part.grid.cell(row, at) if at is not None else None
    if at is None or cell is None or (cell.row, cell.column) != (row, at):
        return False
    return part.grid.amount(row, at) is None and _DIGIT.search(part.grid.text(row, at)) is not None


def _is_covered(part: Part, row: int, column: int) -> bool:
    """Whether a name reaches from the left over the place of *column*, which its indicator does without."""
    cell = part.grid.cell(row, column)
    return cell is not None and cell.column < column and cell.row == row


def _totals(rubric: Rubric) -> set[int]:
    return {row.row for row in rubric.rows if row.is_total}


def _total_row(rubric: Rubric, first: int, last: int) -> int:
    return min((row for row in _totals(rubric) if first < row < last), default=last)
