"""People told by their kinds, each against the posts of its own kind: 编制204名，其中行政编制58名、事业编制146名……
在职200人，其中行政61人、事业139人.

Fewer people than posts in all hide a kind that has more. Where both lists add up to their wholes nobody is left out,
and nobody sits on a post of the other kind without its being told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.lines import blocks, lines_in
from hengji.facts.relation import Relation

__all__ = ["headcount_kinds"]

_KIND: Final = (
    r"(?:机关)?(?:行政|事业|工勤|参公|政法专项)(?:在[职编])?(?:编制?|类|单位|机关)*(?:工作)?"
    r"(?:人员|干部|职工)?(?:数|实有|在[职编])*"
)
_LIST: Final = (
    rf"\s*[，,（(；;：:]?\s*(?:其中|包括|即)?\s*[：:]?\s*(?P<list>{_KIND}[为：:]?\s*\d{{1,5}}\s*[人名个]"
    rf"(?:\s*[，,、；;和]\s*{_KIND}[为：:]?\s*\d{{1,5}}\s*[人名个])+)"
)
_POSTS: Final = re.compile(rf"编制(?:总?数|人数|总额)?[为：:]?(?:共|合计)?\s*(?P<all>\d{{1,5}})\s*[人名个]{_LIST}")
_PEOPLE: Final = re.compile(
    rf"(?:在职|在编|实有|在岗)(?:在[职编岗]|人员|职工|干部|干部职工|人数|总数|实有)*[为：:]?(?:共|合计)?\s*(?P<all>\d{{1,5}})\s*[人名个]{_LIST}"
)
_ONE: Final = re.compile(r"(?P<kind>行政|事业|工勤|参公|政法专项)[^\d，,、；;]{0,10}(?P<number>\d{1,5})")
_REASON: Final = re.compile(
    r"(?<![不无未])超编|超出\d|满编|安置|聘用|编外|借调|挂职|军转|划转|改革|批准|同意|周转|机动|混编|占用|使用[^，。；]{0,6}编|下属|所属|直属|合并"
)


def headcount_kinds(context: Context) -> Iterator[Relation]:
    """Errors of kind ``policy``, paragraph by paragraph."""
    text = context.document.text
    if "编制" not in text:
        return
    for block in blocks(context.document, lines_in(context)):
        start, end = block[0].start, block[-1].end
        posts, people = (list(one.finditer(text, start, end)) for one in (_POSTS, _PEOPLE))
        if len(posts) != 1 or len(people) != 1 or _REASON.search(text, start, end):
            continue
        if int(people[0]["all"]) <= int(posts[0]["all"]):  # where all are too many, that is told
            yield from _compared(context, _kinds(posts[0]), _kinds(people[0]))


def _kinds(told: re.Match[str]) -> Mapping[str, Span]:
    """Where the number of each kind stands; none where one kind comes twice or they are not all."""
    found = list(_ONE.finditer(told.string, *told.span("list")))
    whole = sum(int(one["number"]) for one in found) == int(told["all"])
    kinds = {one["kind"]: one.span("number") for one in found}
    return kinds if whole and len(kinds) == len(found) else {}


def _compared(context: Context, posts: Mapping[str, Span], people: Mapping[str, Span]) -> Iterator[Relation]:
    text = context.document.text
    for kind in posts.keys() & people.keys() if posts.keys() >= people.keys() else ():
        allowed, present = (int(text[slice(*spans[kind])]) for spans in (posts, people))
        if present <= allowed:
            continue
        yield Relation(
            "policy",
            "error",
            (piece(context, "establishment", *posts[kind]), piece(context, "headcount", *people[kind])),
            "在职人数 ≤ 编制数",
            f"≤ {allowed}",
            str(present),
            f"{kind}编制{allowed}人，在职（实有）{kind}人员{present}人，超出{present - allowed}人，"
            "文中未说明超编原因。请核对人数。",
            "在职人数超过编制数",
            "high",
        )
