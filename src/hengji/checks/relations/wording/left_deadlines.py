"""A deadline past before the document's own year began: “2024年10月底前全部完工” among the measures of 2025."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.wording.left_years import left_standing
from hengji.facts.relation import Relation

__all__ = ["find_left_deadlines"]

_DEADLINE = re.compile(
    r"(?P<year>20\d{2})\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?\s*(?:年?[底末初中]|[上中下]旬|[一二三四]季度)?\s*(?:之?前|以前)"
    r"(?P<what>[^，。；\n]{0,16}?(?:完成|完工|整改|落实|到位|建成|验收|支付|办结|报送|达到|制定|出台|收回|投入使用|清理|整治))"
)
_PAST = re.compile(r"已|原定|原计划|应于|要求|曾|本应|规定|目标为|计划于|批复|约定|合同|上年|去年|未能?|没有|逾期")
_AHEAD = re.compile(r"措施|计划|打算|安排|建议|下一步|下步|改进|整改|纠偏|对策|意见")
_HEADING = re.compile(
    r"^[ \t\u3000]*(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+[部章])[^\n]{2,40}$", re.MULTILINE
)


def find_left_deadlines(context: Context, year: int) -> Iterator[Relation]:
    """Under a heading that looks ahead, in a sentence that tells of nothing past."""
    text = context.document.text
    headings = [(match.start(), match[0]) for match in _HEADING.finditer(text)]
    for match in _DEADLINE.finditer(text):
        if int(match["year"]) >= year or context.table_at(match.start()) is not None:
            continue
        start, end = context.sentence_at(match.start())
        over = next((title for place, title in reversed(headings) if place < match.start()), "")
        if _AHEAD.search(over) and not _PAST.search(text, start, min(end, match.end())):
            yield left_standing(context, match.span("year"), year, f"期限“{match[0]}”", "error")
