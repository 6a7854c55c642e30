"""Points and scores add up: under headings, in rubrics, in 得分总表, and to the stated total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.pairing import spoken_of
from hengji.checks.relations.scores.reading.rubrics import Rubric, pointed_parts, rubrics_of
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
from hengji.checks.relations.scores.totals.columns_of_points import columns_of_points
from hengji.checks.relations.scores.totals.deductions_told import deductions_told
from hengji.checks.relations.scores.totals.funds_in_total import with_funds
from hengji.checks.relations.scores.totals.heading_sums import heading_sums
from hengji.checks.relations.scores.totals.items_below import items_below
from hengji.checks.relations.scores.totals.items_in_prose import items_in_prose
from hengji.checks.relations.scores.totals.labelled_totals import labelled_totals
from hengji.checks.relations.scores.totals.leaf_scores import leaf_scores
from hengji.checks.relations.scores.totals.level_points import level_points
from hengji.checks.relations.scores.totals.levels_of_rubrics import levels_of_points, levels_of_scores
from hengji.checks.relations.scores.totals.lined_columns import lined_sums
from hengji.checks.relations.scores.totals.listed_after import listed_after
from hengji.checks.relations.scores.totals.listed_scores import listed_scores
from hengji.checks.relations.scores.totals.noted_points import noted_points
from hengji.checks.relations.scores.totals.outlined_scores import outlined_scores
from hengji.checks.relations.scores.totals.paged_totals import cut_by_pages, paged_totals
from hengji.checks.relations.scores.totals.paragraph_scores import paragraph_scores
from hengji.checks.relations.scores.totals.project_scores import project_scores
from hengji.checks.relations.scores.totals.split_points import split_points
from hengji.checks.relations.scores.totals.spoken_scores import spoken_scores
from hengji.checks.relations.scores.totals.told_totals import told_totals
from hengji.checks.relations.scores.totals.total_repeats import odd_totals, total_repeats
from hengji.checks.relations.scores.totals.weights import weights
from hengji.checks.relations.scores.totals.weights_of_projects import weights_of_projects
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.trials import relations_of
from hengji.facts.relation import Relation

__all__ = ["find"]


def find(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``."""
    found = list(_found(context))
    yield from found
    yield from outlined_scores(context, found)


def _found(context: Context) -> Iterator[Relation]:
    rubrics = rubrics_of(context)
    yield from relations_of(list(heading_sums(context)), "score_sum")
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
    yield from paragraph_scores(context)
    yield from weights(context)
    yield from weights_of_projects(context)
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
    families = [
        family for rubric, page in zip(pointed, after, strict=False) for family in levels_of_points(rubric, page)
    ]
    families += [
        family for rubric, page in zip(pointed, after, strict=False) for family in levels_of_scores(rubric, page)
    ]
    yield from relations_of([*families, *bracketed_families(context, rubrics)], "score_sum")
    yield from relations_of(list(paged_totals(rubrics)), "score_sum")
    ragged = {(rubric.part.grid.table.start, rubric.part.first) for rubric in rubrics if rubric.ragged}
    ragged |= cut_by_pages(rubrics)
    for table in context.document.tables:
        for part in parts_of(context, table):
            if (table.start, part.first) not in ragged:
                families = with_funds(context, part, list(columns_of_points(part)))
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
