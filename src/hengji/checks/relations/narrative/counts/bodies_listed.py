"""Bodies named right beside their number, with no colon: 由县水利局、县财政局和县交警大队三部门联合验收, or
内设3个科室办公室、财务科、业务科."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import chinese_value
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["bodies_listed"]

_N: Final = r"(?P<n>[两二三四五六七八九十]{1,2}|(?<![\d.,])\d{1,2})"
_AHEAD: Final = re.compile(
    r"(?P<list>[^，。；：:;\n\d“”（）()]{1,160}、[^，。；：:;\n\d“”（）()]{2,40}?)(?P<open>等)?(?:上述|以上|共|共计|这)?"
    rf"{_N}\s?(?:[个家大](?:市直|县直|区直|职能|主管|相关|责任|预算|成员|参建|直属|所属|下属)?)?(?P<noun>部门|单位|委办局|科室|股室|处室)"
)
_BEHIND: Final = re.compile(
    rf"(?:内设|下设|设立?有?|分设|共有){_N}\s?个(?P<noun>(?:内设|职能|业务|行政|内部|工作)*(?:科室|股室|处室|部室|部门|机构))"
    r"(?P<list>[\u4e00-\u9fff]{2,12}(?:、[\u4e00-\u9fff]{2,16})+(?:[和及与][\u4e00-\u9fff]{2,16})?)(?=[。；;\n]|$)"
)
_LEAD: Final = re.compile(
    r"^.*(?:抽调|会同|联合|包括|包含|涉及|组织|设有|内设|下设|通过|由于|分别|[由与同向对从为是经因和及])"
)
_BODY: Final = re.compile(
    r"[\u4e00-\u9fff](?:局|委|委员会|办|办公室|厅|部|大队|支队|总队|中队|队|中心|法院|检察院|院|政府|公司|银行|学校|医院|所|站|馆|校|科|股|处|室|组|机关|本级)$"
)
_STRANGE: Final = re.compile("各|其他|有关|相关|所属|等|及其|若干|多个|每")
_JOINER: Final = re.compile("以及|[和及与]")
_MOST: Final = 20


def bodies_listed(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``; behind 等 the list may be open, and names that 和 may join make a range."""
    flow = flowing(context)
    for match in _AHEAD.finditer(flow.text):
        if context.table_at(flow.place(match.start("n"))) is None:
            names = match["list"].split("、")
            first = _LEAD.sub("", names[0]) or names[0]
            yield from _judged(context, flow, match, [first, *names[1:]], joined=_joined(names[0]))
    for match in _BEHIND.finditer(flow.text):
        if context.table_at(flow.place(match.start("n"))) is None:
            yield from _judged(context, flow, match, match["list"].split("、"), joined=0)


def _joined(first: str) -> int:
    """局机关和县监测站、县执法大队两个单位: what stands before 和 in the first name may be one of them."""
    pieces = _JOINER.split(first[1:])
    return sum(_BODY.search(piece) is not None for piece in pieces[:-1])


def _judged(
    context: Context, flow: Flowing, match: re.Match[str], names: list[str], *, joined: int
) -> Iterator[Relation]:
    said = _number(match["n"])
    if said is None or _STRANGE.search("、".join(names)) or not all(_is_body(name) for name in names):
        return
    both = sum(_is_body(part) for name in names[1:] for part in _JOINER.split(name)[:-1])
    low, high = len(names), len(names) + both + joined
    opened = match.re is _AHEAD and match["open"] is not None
    if low <= said <= high:
        yield _relation(context, flow, match, names, said, said)
    elif not opened or said < low:
        yield _relation(context, flow, match, names, said, low if said < low else high)


def _is_body(name: str) -> bool:
    return 2 <= len(name) <= _MOST and _BODY.search(name) is not None


def _number(numeral: str) -> int | None:
    value = int(numeral) if numeral.isdigit() else chinese_value(numeral.replace("两", "二"))
    return value if value is not None and value > 1 else None


def _relation(
    context: Context, flow: Flowing, match: re.Match[str], names: list[str], said: int, found: int
) -> Relation:
    listed = match["list"]
    low = match.start("list") + listed.index(names[0])
    figures = (
        piece(context, "part", *flow.span(low, match.end("list"))),
        piece(context, "stated", *flow.of(match, "n")),
    )
    holds = said == found
    told = flow.text[match.start("n") : match.end("noun")]
    message = f"所列名称共 {found} 个，与文中一致。"
    if not holds:
        message = f"文中说“{told}”，所列名称为 {found} 个：{listed[listed.index(names[0]) :][:60]}。"
    return Relation(
        "count", "ok" if holds else "error", figures, "所列名称的项数", str(found), match["n"], message,
        "" if holds else "数目误写，或名单漏列、多列。", "medium" if holds else "high",
    )  # fmt: skip
