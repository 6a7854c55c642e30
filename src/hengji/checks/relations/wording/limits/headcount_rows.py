"""People by kind against posts by kind in two rows, cars against their posts, and 在职、离休、退休 against all of them.

行政16名、参公10名、事业36名；在职61人，对应为15人、12人、34人: the second kind has two people more than posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["headcount_rows"]

_KIND: Final = r"(?:其他|全额|差额)?(?:行政|参公|参照公务员法?管理|事业|工勤|机关工勤|公务员)"
_POST: Final = rf"{_KIND}[^，。；：、\d\n]{{0,10}}?\d{{1,4}}\s?[名人个]"
_POSTS: Final = rf"(?P<posts>{_POST}(?:[、，和]{_POST}){{1,3}})"
_PEOPLE: Final = (
    r"(?P<people>\d{1,4}\s?[名人个](?:[、，和]\d{1,4}\s?[名人个]){1,3}"
    rf"|(?:其中[:：]?)?{_POST}(?:[、，和]{_POST}){{1,3}})"
)
_ROWS: Final = re.compile(
    rf"编制[^。；\n]{{0,24}}?{_POSTS}(?P<apart>[；;。，,][^。；\n\d]{{0,12}}(?:20\d\d年)?[^。；\n\d]{{0,6}}(?:在职|在编|实有|在岗)[^。；：、\d\n]{{0,8}}(?:\d{{1,4}}\s?[人名][，,：:（(]?)?"
    rf"(?:对应为|分别[为是]|依次为|其中[:：]?|中[，,]?)?){_PEOPLE}"
)
_ONE: Final = re.compile(r"(?P<kind>行政|参公|参照|事业|工勤|公务员)?[^，。；：、\d]{0,12}?(?P<n>\d{1,4})\s?[名人个]")
_SAME: Final = {"参照": "参公", "公务员": "行政"}
_CARS: Final = re.compile(
    r"(?:公务用车|车辆|公车|用车)编制(?:数|数量)?(?:为|共|有|是)?\s{0,4}(?P<posts>\d{1,3})\s{0,4}[辆台][，,；;](?:[^，。；：\d\n]{0,8}[，,])?[^，。；：、\d\n]{0,10}?"
    r"(?:实有|现有|保有|实际)[^，。；：、\d\n]{0,10}?\s{0,4}(?P<cars>\d{1,3})\s{0,4}[辆台]"
)
_WHY_CARS: Final = re.compile(
    "超编|报废|待处|处置|特种|执法|执勤|借|租|调拨|划转|批准|电动|摩托|新能源|下属|所属|闲置|封存|审批|移交|接收|捐"
)
_NOT_OVER: Final = re.compile(r"(?:不存在|没有|未出现|未发生|未|无|不)(?:车辆|公务用车)?(?:超编|超出编制|超过编制)")
_KEPT: Final = re.compile(
    r"(?:[^，。；\d]{0,12}人员)?(?:均|都|全部)?(?:未超|没有超|在)(?:核定)?编制?(?:数|以内|之内|内|范围内)?|不超编|无超编"
)
_STAFF: Final = re.compile(
    r"(?<!编制)(?:实有|年末|现有)(?:实有)?(?:人数|人员|总人数)?(?:共|为|合计|总数)?(?P<whole>\d{1,4})\s?[人名][。，；,;：:（(]\s{0,4}(?:其中[：:，]?)?"
    r"在职(?:人员|职工)?(?P<a>\d{1,4})\s?[人名][，、,；;](?:离休(?:人员|干部)?(?P<b>\d{1,4})\s?[人名][，、,；;])?(?:退休|离退休)(?:人员|干部)?(?P<c>\d{1,4})\s?[人名](?=[。；;）)\n]|$)"
)


def headcount_rows(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``policy`` and ``count``."""
    flow = flowing(context)
    for match in _ROWS.finditer(flow.text):
        yield from _by_kind(context, flow, match)
    for match in _CARS.finditer(flow.text):
        yield _cars(context, flow, match)
    for match in _STAFF.finditer(flow.text):
        yield _staff(context, flow, match)


def _by_kind(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    posts = list(_ONE.finditer(flow.text, *match.span("posts")))
    people = list(_ONE.finditer(flow.text, *match.span("people")))
    kinds = [_SAME.get(one["kind"], one["kind"]) for one in posts]
    named = [_SAME.get(one["kind"], one["kind"]) for one in people]
    if any(named):
        pairs = [
            (posts[kinds.index(kind)], people[at])
            for at, kind in enumerate(named)
            if kinds.count(kind) == named.count(kind) == 1
        ]
    else:
        pairs = list(zip(posts, people, strict=True)) if len(posts) == len(people) else []
    for allowed, there in pairs:
        over = int(there["n"]) - int(allowed["n"])
        claimed = _KEPT.match(flow.text[match.end() :].lstrip("，,")) is not None
        verdict: Verdict = "ok" if over <= 0 else "error" if claimed else "suspicious"
        says = "未超编制" if over <= 0 else f"超出 {over} 人。请核对人数，或说明原因"
        what = allowed["kind"] or "该类"
        yield Relation(
            "policy", verdict,
            _two(context, flow.of(allowed, "n"), flow.of(there, "n")),
            "在职人数 ≤ 编制数", f"≤ {allowed['n']}", there["n"],
            f"{what}编制 {allowed['n']} 名，在职 {there['n']} 人，{says}。",
            "" if over <= 0 else "在职人数超过编制数", "high" if verdict == "error" else "medium",
        )  # fmt: skip


def _two(context: Context, posts: Span, there: Span) -> tuple[Figure, Figure]:
    return piece(context, "establishment", *posts), piece(context, "headcount", *there)


def _cars(context: Context, flow: Flowing, match: re.Match[str]) -> Relation:
    posts, cars = int(match["posts"]), int(match["cars"])
    start = flow.text.rfind("\n", 0, match.start()) + 1
    end = flow.text.find("\n", match.end())
    line = _NOT_OVER.sub("", flow.text[start : end if end >= 0 else len(flow.text)])
    told = _WHY_CARS.search(line) is not None
    verdict: Verdict = "ok" if cars <= posts else "suspicious" if told else "error"
    says = "未超编制" if cars <= posts else "超过编制。请核对车辆数，或说明原因"
    return Relation(
        "policy", verdict,
        _two(context, flow.of(match, "posts"), flow.of(match, "cars")),
        "实有车辆 ≤ 车辆编制", f"≤ {posts}", str(cars), f"车辆编制 {posts} 辆，实有 {cars} 辆，{says}。",
        "" if cars <= posts else "车辆编制或实有数误写。", "high" if verdict == "error" else "medium",
    )  # fmt: skip


def _staff(context: Context, flow: Flowing, match: re.Match[str]) -> Relation:
    """离退休 may be told beside those who are the staff: 实有 3 人，其中在职 3 人、退休 2 人 holds too."""
    whole, serving = int(match["whole"]), int(match["a"])
    together = sum(int(match[name] or 0) for name in "abc")
    holds = whole in (together, serving)
    parts = tuple(piece(context, "part", *flow.of(match, name)) for name in "abc" if match[name])
    says = "与文中一致" if holds else f"文中为 {whole} 人"
    return Relation(
        "count", "ok" if holds else "error", (*parts, piece(context, "total", *flow.of(match, "whole"))),
        "在职 + 离休 + 退休", str(together), match["whole"], f"在职与离退休人员共 {together} 人，{says}。",
        "" if holds else "总人数或其中一类误写。", "medium" if holds else "high",
    )  # fmt: skip
