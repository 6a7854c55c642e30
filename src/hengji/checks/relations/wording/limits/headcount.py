"""Headcount (在职, 实有) against establishment (编制), each category against its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hengji.checks.context import Context
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.limits.caps_over_columns import caps_over_columns
from hengji.checks.relations.wording.limits.headcount_kinds import headcount_kinds
from hengji.checks.relations.wording.limits.headcount_rows import headcount_rows
from hengji.checks.relations.wording.limits.highest_ones import highest_ones
from hengji.checks.relations.wording.limits.kept_caps import find_kept_caps
from hengji.checks.relations.wording.limits.posts_and_people import posts_and_people
from hengji.checks.relations.wording.limits.rules_told_before import rules_told_before
from hengji.checks.relations.wording.limits.staff_tables import staff_tables
from hengji.checks.relations.wording.limits.table_companions import table_companions
from hengji.checks.relations.wording.limits.unit_caps import unit_caps
from hengji.checks.relations.wording.limits.vacant_posts import vacant_posts
from hengji.checks.relations.wording.lines import blocks, lines_in
from hengji.facts.relation import Relation, Verdict

__all__ = ["find"]

_COUNT = re.compile(
    r"(?P<label>[^，,。；;：:、（(）)\d\n]{1,30}?)\s{0,20}+[：:]?\s{0,20}+(?P<number>\d{1,5})\s*(?:人|名|个)(?![次月度均])"
)
_POSTS = re.compile(r"编制|核编|定编|控制数")
_NOT_POSTS = re.compile(r"在编|非编|编外|超编|空编|缺编|编内|满编|预算|报告|范围|单位|汇编|^按")
_APPROVED = re.compile(r"^.*(?:单位|部门|系统)[^，。；]{0,4}核定(?:人员|各类)?编制")
"""局机关及下属单位核定编制: whose the posts are says nothing against them."""
_PEOPLE = re.compile(r"在职|实有|在编|现有|在岗|在位|人员")
_NOT_PEOPLE = re.compile(
    r"退休|离休|遗属|聘|临时|劳务|合同|派遣|编外|借调|挂职|抽调|见习|社工|增加|减少|调入|调出|新招|招录|培训|参与|考察|参加|领导|主任|局长|辅警|协管"
)
_OUTSIDE = re.compile(
    r"^\s*[（(][^）)]*?(?:挂职|借调|聘用|编外|临时|劳务|合同|派遣|抽调|超编|政府购买|社会化|军转|退休)"
    r"|^[^。；]{0,6}(?:其中|含|包括)[^。；]{0,60}?(?:挂职|借调|聘用|编外|临时|劳务|合同|派遣|抽调|超编|政府购买|社会化|军转|控制数)"
)
_ALL_KINDS = re.compile(r"^\s*[，,]\s*其中\s*[：:]?\s*在[职编岗][^。]{0,30}退")
"""现有 29 人，其中在职编制 20 人、离退休 9 人."""
_CATEGORY = (
    ("工勤", re.compile(r"工勤|后勤服务")),
    ("参公", re.compile(r"参公|参照公务员")),
    ("事业", re.compile(r"事业")),
    ("行政", re.compile(r"行政|公务员|机关(?:干部|工作人员)")),
)
_REASON = re.compile(
    r"(?<!不)(?<!无)(?<!未)(?<!有)(?<!在)(?<!现)超编|超了|超出\d|满编|[比较]编制[^，。；]{0,4}[多超]|多于编制|安置|聘用|编外|借调|挂职|劳务|军转|划转|改革|批准|经[^，。；]{0,10}同意|周转|机动|使用[^，。；]{0,6}编|含|下属|所属|直属|合并|参照[^，。；]{0,16}(?:中心|站|所)|个[^，。；]{0,4}单位|控制率[^，。；\d]{0,4}1\d\d(?:\.\d+)?\s*[%％]"
)
_TOTAL_PEOPLE = re.compile(r"在职|实有|在编|在岗|在位|现有")
_DENIED = re.compile(
    r"(?:不存在|没有|并无|无|未|未出现|未发生)(?:人员|机构)?(?:超编|超出编制|超编制)|(?:控制)?在(?:核定)?编制(?:数|限额|总额)?(?:之内|以内|内|范围内)"
    r"|未(?:超过|超出|突破)(?:核定)?编制"
)
_POSTS_TOLD = re.compile("编制(?!使用|情况|管理|规定)")
_NEAR = 24  # characters between posts and people of one clause
_WHOSE = re.compile(r"^(?:.*?[本我全该])?(?:单位|部门|系统|机关)")


@dataclass(frozen=True, slots=True)
class _Count:
    posts: bool
    category: str
    number: int
    start: int
    end: int
    explained: bool
    label: str


def find(context: Context) -> Iterator[Relation]:
    """Paragraph by paragraph, where both are named; the n-th establishment of a category meets its n-th headcount."""
    found = list(_in_blocks(context))
    told = {one.figures[-1].start for one in found}
    rows = [one for one in headcount_rows(context) if one.kind != "policy" or one.figures[-1].start not in told]
    shown = {one.figures[-1].start for one in rows if one.verdict == "error"}
    kinds = [one for one in headcount_kinds(context) if one.figures[-1].start not in shown]
    turns = [one for one in posts_and_people(context) if one.figures[-1].start not in shown]
    kinds += [one for one in turns if one.figures[-1].start not in {other.figures[-1].start for other in kinds}]
    sure = {one.figures[-1].start for one in kinds}
    yield from (one for one in found if one.figures[-1].start not in sure)
    yield from vacant_posts(context, found)
    yield from find_kept_caps(context)
    yield from staff_tables(context)
    yield from highest_ones(context)
    yield from unit_caps(context)
    yield from caps_over_columns(context)
    yield from rules_told_before(context)
    yield from table_companions(context)
    yield from (one for one in rows if one.kind != "policy" or one.figures[-1].start not in sure)
    yield from kinds


def _in_blocks(context: Context) -> Iterator[Relation]:
    text = context.document.text
    for block in blocks(context.document, lines_in(context)):
        start, end = block[0].start, block[-1].end
        if "编制" not in text[start:end] or not _TOTAL_PEOPLE.search(text, start, end):
            continue
        counts = list(_counts(text, start, end))
        told = len(_POSTS_TOLD.findall(text, start, end))
        alone = _without_category(counts) if told == 1 else None
        yield from [_relation(context, *alone, sure=True)] if alone else _compare(context, counts)


def _counts(text: str, start: int, end: int) -> Iterator[_Count]:
    people_before = False
    brackets = [match.span() for match in re.finditer(r"[（(][^（）()]*[）)]", text[start:end])]
    opens = [opening for opening, _ in brackets]
    for match in _COUNT.finditer(text, start, end):
        index = bisect_right(opens, match.start("number") - start) - 1
        if index >= 0 and match.start("number") - start < brackets[index][1]:
            continue
        label = _WHOSE.sub("", re.sub(r"\s", "", match["label"]))
        following = text[match.end() : match.end() + 70]
        posts = _POSTS.search(label) is not None and _NOT_POSTS.search(_APPROVED.sub("编制", label)) is None
        people = not posts and _PEOPLE.search(label) is not None and _NOT_PEOPLE.search(label) is None
        people_before = people_before or (people and _TOTAL_PEOPLE.search(label) is not None)
        if posts or (people and people_before):
            category = next((name for name, pattern in _CATEGORY if pattern.search(label)), "")
            if category == "" and not posts and not _TOTAL_PEOPLE.search(label):
                continue
            yield _Count(
                posts,
                category,
                int(match["number"]),
                match.start("number"),
                match.end("number"),
                (_OUTSIDE.search(following) or _ALL_KINDS.match(following)) is not None,
                label,
            )


def _compare(context: Context, counts: list[_Count]) -> Iterator[Relation]:
    posts: dict[str, list[_Count]] = defaultdict(list)
    people: dict[str, list[_Count]] = defaultdict(list)
    for count in counts:
        (posts if count.posts else people)[count.category].append(count)
    for category, allowed in posts.items():
        present = people.get(category, [])
        if category == "" and any("在职" in count.label or "在编" in count.label for count in present):
            present = [count for count in present if "在职" in count.label or "在编" in count.label]
        pairs = _of_one_clause(context, allowed, present)
        if len(present) == len(allowed) or (len(allowed) == 1 and not pairs):
            pairs = list(zip(allowed, present, strict=False))
        for one, other in pairs:
            yield _relation(context, one, other)


def _of_one_clause(context: Context, posts: list[_Count], people: list[_Count]) -> list[tuple[_Count, _Count]]:
    """行政编制 58 名；专职队员控制数 62 名，在岗 60 人：the posts and the people between two semicolons."""
    text = context.document.text
    pairs = [(one, other) for one in posts for other in people if 0 < other.start - one.end <= _NEAR]
    plain = [pair for pair in pairs if not re.search("[。；;\\n]", text[pair[0].end : pair[1].start])]
    alone = len({one.start for one, _ in plain}) == len({other.start for _, other in plain}) == len(plain)
    return plain if alone else []


def _without_category(counts: list[_Count]) -> tuple[_Count, _Count] | None:
    """核定事业编制 28 名，年末在编人员 29 人: posts of one category, and people of none, both told once."""
    posts = [count for count in counts if count.posts]
    people = [count for count in counts if not count.posts]
    told = [count for count in people if re.search("在编|在职|实有", count.label)]
    plain = not any(count.category for count in people) and len(posts) == len(told) == 1
    return (posts[0], told[0]) if plain and posts[0].category else None


def _denied(context: Context, people: _Count) -> bool:
    """Whether the paragraph goes on to say that there are no more people than posts."""
    return _DENIED.search(context.document.text, people.end, context.paragraph_at(people.start)[1]) is not None


def _owned(context: Context, people: _Count, over: int) -> bool:
    """Whether the paragraph says itself by how many they are too many: 超编3人."""
    end = context.paragraph_at(people.start)[1]
    return (
        re.search(rf"超[编出过]?[^，。；\d]{{0,6}}{over}\s?[人名个位]", context.document.text[people.end : end])
        is not None
    )


def _reasoned(context: Context, people: _Count) -> bool:
    """Whether the paragraph tells why there are more people than posts, or owns that there are."""
    start, end = context.paragraph_at(people.start)
    return _REASON.search(context.document.text, start, end) is not None


def _relation(context: Context, posts: _Count, people: _Count, *, sure: bool = False) -> Relation:
    over = people.number - posts.number
    verdict: Verdict = "ok"
    if over > 0 and not people.explained and not _owned(context, people, over):
        doubtful = _reasoned(context, people) or (posts.category and not sure)
        verdict = "suspicious" if doubtful and not _denied(context, people) else "error"
    cap = "控制数" in posts.label
    what = f"{posts.category}{'控制数' if cap else '编制'}" if posts.category or cap else "总编制"
    says = (
        f"超出{over}人。请核对人数，或说明超编原因（如聘用、挂职、军转人员）" if verdict != "ok" else "未超编制或已说明"
    )
    return Relation(
        "policy",
        verdict,
        (
            piece(context, "establishment", posts.start, posts.end),
            piece(context, "headcount", people.start, people.end),
        ),
        "在职人数 ≤ 编制数",
        f"≤ {posts.number}",
        str(people.number),
        f"{what}{posts.number}人，在职（实有）{people.number}人，{says}。",
        "" if verdict == "ok" else "在职人数超过编制数",
        "high" if verdict == "error" else "medium",
    )
