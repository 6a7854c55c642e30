"""The build of a text: numbering, brackets, doubled words and marks, leftovers, broken sentences, sections."""

from __future__ import annotations

from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.wording.lines import lines_in
from hengji.checks.relations.wording.structure.blank_heads import find_blank_heads
from hengji.checks.relations.wording.structure.clauses_twice import find_clauses_twice
from hengji.checks.relations.wording.structure.contents_and_body import find_unlisted
from hengji.checks.relations.wording.structure.decimals import find_decimals
from hengji.checks.relations.wording.structure.disclosed_tables import find_missing_tables, find_silent_blanks
from hengji.checks.relations.wording.structure.enumerations import find_enumerations
from hengji.checks.relations.wording.structure.form_headings import find_form_headings
from hengji.checks.relations.wording.structure.form_slips import find_form_slips
from hengji.checks.relations.wording.structure.glued_years import find_glued_years
from hengji.checks.relations.wording.structure.half_brackets import find_half_brackets
from hengji.checks.relations.wording.structure.headings import (
    contents_end,
    contents_of,
    find_contents,
    find_inverted_levels,
    find_unnumbered,
)
from hengji.checks.relations.wording.structure.late_starts import find_late_starts
from hengji.checks.relations.wording.structure.leading_zeros import find_leading_zeros
from hengji.checks.relations.wording.structure.leftovers import find_blank_signatures, find_leftovers
from hengji.checks.relations.wording.structure.list_items import items_of
from hengji.checks.relations.wording.structure.listed_twice import find_listed_twice
from hengji.checks.relations.wording.structure.missing_reasons import find_missing_reasons
from hengji.checks.relations.wording.structure.nameless_places import find_nameless_places
from hengji.checks.relations.wording.structure.nothing_follows import find_nothing_follows
from hengji.checks.relations.wording.structure.numbering import find_in_cells, find_numbering
from hengji.checks.relations.wording.structure.parts import find_parts
from hengji.checks.relations.wording.structure.punctuation import find_brackets, find_doubled_marks
from hengji.checks.relations.wording.structure.references import find_missing_targets
from hengji.checks.relations.wording.structure.sections import (
    find_account_in_budget,
    find_budget_in_account,
    find_missing_sections,
    find_missing_terms,
    find_wrong_self,
)
from hengji.checks.relations.wording.structure.sentences import (
    find_blank_amounts,
    find_broken_off,
    find_contradicting_approximations,
    find_turned_signs,
)
from hengji.checks.relations.wording.structure.side_by_side import find_side_by_side
from hengji.checks.relations.wording.structure.signs import find_two_signs
from hengji.checks.relations.wording.structure.slipped_characters import find_slipped_characters
from hengji.checks.relations.wording.structure.three_public_details import find_untold_three_public
from hengji.checks.relations.wording.structure.typing_slips import find_typing_slips
from hengji.checks.relations.wording.structure.unfilled import find_unfilled
from hengji.checks.relations.wording.structure.unfinished import find_unfinished
from hengji.checks.relations.wording.structure.words import find_doubled_words
from hengji.facts.relation import Relation

__all__ = ["find"]

_BY_LINE = (
    find_brackets,
    find_doubled_marks,
    find_doubled_words,
    find_side_by_side,
    find_leftovers,
    find_nameless_places,
    find_enumerations,
    find_decimals,
    find_leading_zeros,
    find_blank_signatures,
    find_broken_off,
    find_unfinished,
    find_nothing_follows,
    find_blank_amounts,
    find_contradicting_approximations,
    find_turned_signs,
    find_two_signs,
    find_slipped_characters,
    find_typing_slips,
    find_form_slips,
    find_form_headings,
    find_blank_heads,
    find_listed_twice,
    find_missing_reasons,
    find_missing_targets,
    find_unfilled,
    find_clauses_twice,
)


def find(context: Context) -> Iterator[Relation]:
    """All slips of structure, each finder over the same lines."""
    lines = lines_in(context)
    region = contents_end(lines)
    contents, body = list(items_of(contents_of(lines, region))), list(items_of(lines[region[1] :]))
    unnumbered = list(find_unnumbered(context, lines[region[1] :], body))
    told = {figure.start for one in unnumbered if one.verdict == "error" for figure in one.figures}
    for items in (contents, body):  # a number that a heading lost is told at the heading
        numbered = list(find_numbering(context, items))
        yield from (one for one in numbered if not {each.start for each in one.figures} <= told)
        known = told | {each.start for one in numbered if one.verdict != "ok" for each in one.figures}
        yield from (one for one in find_late_starts(context, items) if one.figures[0].start not in known)
    yield from find_in_cells(context)
    yield from unnumbered
    yield from find_inverted_levels(context, body, [relation.start for relation in unnumbered])
    yield from find_contents(context, lines, region)
    yield from find_parts(context, lines, region)
    yield from find_unlisted(context, lines, region)
    yield from find_half_brackets(context, lines)
    yield from find_glued_years(context)
    for finder in _BY_LINE:
        yield from finder(context, lines)
    yield from find_missing_sections(context)
    yield from find_untold_three_public(context)
    yield from find_missing_terms(context, sum(1 for item in body if item.style == "第分" and not item.inline))
    yield from find_wrong_self(context)
    yield from find_account_in_budget(context)
    yield from find_budget_in_account(context)
    yield from find_missing_tables(context, lines)
    yield from find_silent_blanks(context, lines, region[1])
