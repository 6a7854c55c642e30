"""Shares of one whole that together make more of it than there is: 42.3%、31.9%、28.3% and 14.3% of one budget."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.reference.functional import FUNCTIONAL
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.shares.told_shares import Share
from hengji.checks.relations.passages import MONEY
from hengji.checks.relations.verdicts import in_words, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["hundred", "shares_in_all"]

_NESTED = re.compile("其中|含|包括|另外?|此外|同时")
_CLASSES = frozenset(name for code, names in FUNCTIONAL.items() if len(code) == len("201") for _, name in names)
_LEAST = 3


def shares_in_all(group: Sequence[Share]) -> Iterator[Relation]:
    """The sum of the shares of *group*, where it is beyond 100%.

    Names of the budget's classes never overlap; anything else may (民生支出 and 教育支出), so it is only doubtful.
    """
    total = sum((share.rate.mention.value for share in group), Fraction(0))
    slack = Fraction(len(group), 2) * max(share.rate.mention.step for share in group)
    if len(group) < _LEAST or total <= 1 + slack:
        return
    apart = {share.part.mention.start for share in group}
    plain = all(share.part.kind == MONEY and not share.rate.mention.approximate for share in group)
    if not plain or len(apart) < len(group) or any(_NESTED.search(share.part.before) for share in group[1:]):
        return
    certain = all(label_of(share.part) in _CLASSES for share in group)
    message = f"各项占比之和为 {in_words(total * 100)}%，超过 100%。"
    roles = [("part", share.rate.mention) for share in group]
    formula = " + ".join(number(share.rate.mention) for share in group)
    likely = "其中一项占比或基数有误。"
    yield relation("share", "error" if certain else "suspicious", roles, formula, "不超过 100%", message, likely)


def hundred(group: list[Share]) -> Iterator[Relation]:
    """That the shares of all parts make 100%."""
    total = sum((share.rate.mention.value for share in group), Fraction(0))
    slack = Fraction(len(group), 2) * max(share.rate.mention.step for share in group)
    if abs(total - 1) <= slack:
        rates: list[Mention] = [share.rate.mention for share in group]
        verdict: Verdict = "ok" if total == 1 else "rounding"
        formula = " + ".join(rate.text for rate in rates)
        roles = [("part", rate) for rate in rates]
        yield relation("sum", verdict, roles, f"{formula} = 100%", f"{in_words(total * 100)}%", "各项占比之和为 100%。")
