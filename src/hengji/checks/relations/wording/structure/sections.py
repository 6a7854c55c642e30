"""What a document of its kind should speak of and does not; 本部门 in the report of a 单位."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_missing_sections", "find_wrong_self"]

# 财预〔2016〕143号《地方预决算公开操作规程》: 公开应说明“三公”经费、机关运行经费、政府采购等情况（条款待核）。
_DISCLOSED = (
    ("三公", "“三公”经费"),
    ("机关运行经费", "机关运行经费"),
    ("政府采购", "政府采购"),
    ("国有资产", "国有资产占有使用"),
    ("绩效", "预算绩效"),
)
_REPORTED = (
    (r"得分|评分|等级|评价结[论果]", "评价得分或结论"),
    (r"问题|不足|短板", "存在问题"),
    (r"建议|措施|改进|整改", "改进措施或建议"),
)
_EXPECTED = {
    "budget": (4000, _DISCLOSED),
    "final_account": (4000, _DISCLOSED),
    "self_evaluation": (2000, _REPORTED),
    "evaluation": (2000, _REPORTED),
    "verification": (2000, _REPORTED),
}


def find_missing_sections(context: Context) -> Iterator[Relation]:
    """Only in long documents, and only where the word does not occur at all: a table alone is no report."""
    length, expected = _EXPECTED.get(context.facts.kind, (0, ()))
    text = context.document.text
    if len(text) < length:
        return
    end = min(len(text), len(text) - len(text.lstrip()) + max(len(context.facts.title), 1))
    start = len(text) - len(text.lstrip())
    for pattern, name in expected:
        if re.search(pattern, text) is None:
            yield slip(
                context,
                [(start, end)],
                "suspicious",
                f"全文没有提到{name}。这类材料通常应说明；确实没有的，请写明“没有”或填 0。",
                rule="应有的内容",
                expected=name,
            )


def find_wrong_self(context: Context) -> Iterator[Relation]:
    """A unit's report that calls itself 本部门: as a rule copied from the department's."""
    if (
        re.search(r"单位(?:预算|决算)(?:公开|说明|编制|情况)?", context.facts.title) is None
        or "部门" in context.facts.title
    ):
        return
    found = re.search(r"本部门(?!预算|决算)", context.document.text)
    if found:
        yield slip(
            context,
            [found.span()],
            "suspicious",
            "这是单位的材料，文中却自称“本部门”。请核对是否照抄了部门的文本，应为“本单位”。",
            rule="自称应与材料一致",
            expected="本单位",
        )
