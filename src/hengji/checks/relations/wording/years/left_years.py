"""A year that was left standing: what is said of it, and in which documents it is certainly wrong."""

from __future__ import annotations

import re

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation, Verdict

__all__ = ["OTHERS", "REVIEWS", "begins_with", "left_standing"]

OTHERS = re.compile(
    r"通知|办法|意见|规划|方案|函|批复|决定|条例|通报|公报|要点|规定|细则|指南|手册|标准|协议|合同|上年|审计|整改"
)
"""Words in the title of a paper that is not the document's own, so that its year is."""

REVIEWS = frozenset(("self_evaluation", "evaluation", "verification", "final_account"))
"""Kinds of document that look back on one year."""


def begins_with(text: str, figure: str) -> bool:
    """Whether the text tells *figure* of the year's beginning, or of the end of the year before in so many words."""
    return (
        bool(figure)
        and re.search(rf"(?:年初|期初|上年末?|去年底?)[^，。；\n\d]{{0,12}}{re.escape(figure)}(?![\d.])", text)
        is not None
    )


def left_standing(context: Context, span: tuple[int, int], year: int, what: str, verdict: Verdict) -> Relation:
    """*what* carries the year at *span* in a document of *year*."""
    found = context.document.text[slice(*span)]
    return slip(
        context,
        [span],
        verdict,
        f"材料是{year}年度的，{what}却写作{found}年，像是沿用了{found}年的文本。请核对，应为{year}年的改为{year}。",
        rule="年度应与材料一致",
        expected=str(year),
        likely=f"{found}应为{year}",
        severity="high",
        kind="year",
    )
