"""XX村道路比计划晚完工20天, 由○○监理公司监理, 于X月X日召开: a name or a date that was to be filled in.

The paper names everything else. Papers that hide names do so throughout, from their title on; instructions quote the
form that they ask for. Neither is a leftover.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_nameless_places"]

_PLACE: Final = (
    r"村(?!村)|社区|小区|路|大道|街(?!道)|巷|桥|河|渠|水库|泵站"
    r"|小学|中学|幼儿园|卫生院|养老院|敬老院|合作社|基地|园区|标段|[一二三四五]组"
)
_BODY: Final = r"[\u4e00-\u9fff]{0,4}(?:公司|事务所|监理)|学校|街道|[县区镇乡](?!级)"
_PATTERNS: Final = (
    re.compile(rf"(?<![A-Za-z0-9×])[xX×]{{2}}(?={_PLACE})"),  # `leftovers` tells of what X stands for besides
    re.compile(rf"(?<![A-Za-z0-9＊○〇*])(?:[＊○〇*]{{2}}|某某)(?={_PLACE}|{_BODY})"),
    re.compile(r"(?<![A-Za-z0-9])[xX×]{1,2}\s?月\s?[xX×]{1,2}\s?(?=日)"),
)
_CUE: Final = re.compile(r"[xX×＊○〇*某]")
_HIDDEN: Final = re.compile(r"[xX×＊○〇*]{2,}|某")
_FORM: Final = re.compile(
    r"格式|样式|式样|模板|字样|编号|统一(?:用|为|写|标)|例如|比如|形如|如[：:“]|[“《【「][^”》】」\n]*$"
)
_FEW: Final = 3  # places; where there are more, the paper hides names


def find_nameless_places(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Relations of kind ``structure``, errors all."""
    if _HIDDEN.search(context.facts.title) or _HIDDEN.search(context.facts.organisation):
        return
    found = [
        (line, match)
        for line in lines
        if _CUE.search(line.text)
        for pattern in _PATTERNS
        for match in pattern.finditer(line.text)
        if not _FORM.search(line.text[: match.start()])
    ]
    if len(found) > _FEW:
        return
    for line, match in found:
        start = line.start + match.start()
        around = line.text[max(0, match.start() - 8) : match.end() + 10]
        yield slip(
            context,
            [(start, start + len(match[0].rstrip()))],
            "error",
            f"“{around}”里的“{match[0].strip()}”没有换成真实的名称或日期，像是模板原样留下的。请填上实际内容，或删去。",
            rule="模板内容应填写完整",
            expected="实际内容",
            severity="medium",
        )
