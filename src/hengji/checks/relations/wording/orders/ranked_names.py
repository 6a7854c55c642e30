"""What is said of the order of named figures, near them: 甲 6.2 万、乙 4.8 万、丙 7.5 万，冠军、亚军分别是甲、丙;
从高往低排，依次是乙、甲; 排名第二的丙; 甲最多."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, Span, figure
from hengji.checks.relations.passages import Passage, passages
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.verdicts import number
from hengji.checks.relations.wording.orders.named_rows import (
    NamedRow,
    lined_rows,
    listed_rows,
    paired_rows,
    tabled_rows,
)
from hengji.facts.relation import Relation

__all__ = ["ranked_names"]

_TOP: Final = "高多大快长好强"
_BOTTOM: Final = "低少小慢短差弱"
_DOWN: Final = re.compile(
    rf"(?:[由从按][^，。；]{{0,14}}?[{_TOP}](?:到|至|往|向)[{_BOTTOM}]|最[{_TOP}][^，。；]{{0,5}}到[^，。；]{{0,5}}最[{_BOTTOM}]|降序)"
    r"[^。；]{0,30}?(?=@)"
)
_UP: Final = re.compile(
    rf"(?:[由从按][^，。；]{{0,14}}?[{_BOTTOM}](?:到|至|往|向)[{_TOP}]|最[{_BOTTOM}][^，。；]{{0,5}}到[^，。；]{{0,5}}最[{_TOP}]|升序|最[低少小慢]，(?:往上|其次|接着|然后)+(?:依次)?[是为]?)"
    r"[^。；]{0,30}?(?=@)"
)
_FIRST: Final = re.compile(
    r"(?:(?:居|列|排名?|位居|位列|排在|占据?)前[两二三四五\ue000-\ue005][位名]?[^，。；@]{0,8}?(?:[是为者]|依次|先后|分别|：)*(?:[是为：])?"
    r"|第一[到至]第[二三四五\ue000-\ue005]名?(?:分别|依次)?[是为：]+|冠军?、亚军?(?:、季军?)?(?:分别|依次)?[由是为归]*"
    r"|最[多高大]的[两三四\ue000-\ue005]?[类项个种位名]?，?(?:先后|依次|分别)[是为：]+)(?=@)"
)
_JOINED: Final = re.compile("@(?:、|和|与|及|以及|，(?=@[、，。；])|＞|>)?")
_MOST_OF: Final = re.compile(
    rf"@(?P<mid>[^，。；@]{{0,8}}?)(?:最(?P<w>[{_TOP}{_BOTTOM}])(?!的)|(?P<first>居首位?|居第一|排名?第一|位居第一|夺冠)|(?P<last>垫底|居末位?|排名?最后))"
)
_IS_MOST: Final = re.compile(rf"最(?P<w>[{_TOP}{_BOTTOM}])的(?P<mid>[^，。；@]{{0,8}}?)(?:是|为)@")
_RANK: Final = re.compile(
    "(?:排名?|位居|位列|居)第(?P<k>[二三四])位?的?(?:是|为)?@|@(?:排名?|位居|位列|居)第(?P<k2>[二三四])"
)
_CUE: Final = re.compile(
    rf"最[{_TOP}{_BOTTOM}]|第[一二三四]|[居列名位占据]前|冠|居[首末]|居第|最后|垫底|[降升]序|[{_TOP}{_BOTTOM}][到至往向]"
)
"""A word without which nothing is said of an order."""
_LENGTHS: Final = ("公里", "米", "千米", "里", "天", "日", "小时", "年", "个月")
_PLAIN_MID: Final = frozenset({"", "占比", "比重", "数量", "金额", "规模", "的金额", "的占比", "那次", "标段"})
_FEWEST, _FAR, _CLAUSE = 2, 500, 16
_LED: Final = 24
_NAMED_MEASURE: Final = re.compile(
    rf"(?:^|[，。；：、（）\ue000-\ue005]|其中|以|中)(?P<measure>[\u4e00-\u9fff]{{2,8}}?)最[{_TOP}{_BOTTOM}]的[^，。；\d]{{0,8}}?(?:是|为)?$"
)
_AMOUNTS: Final = frozenset(
    {"支出", "资金", "投入", "投资", "人数", "户数", "面积", "件数", "次数", "预算", "经费", "得分"}
)
_OF_SEVERAL: Final = re.compile("[两三四]个|均|都")


@dataclass(frozen=True, slots=True)
class _Claim:
    """Names in the order that is said; `falling` from the highest down. Where `rank` is told it is of the one name."""

    places: tuple[int, ...]
    falling: bool
    first: bool
    ordered: bool
    rank: int
    words: str
    at: Span


def ranked_names(context: Context) -> Iterator[Relation]:
    """Relations of kind ``list_order``, errors all; a claim that fits some list of the same names near by is silent."""
    texts = passages(context, "、")
    seen: set[tuple[int, int]] = set()
    said = [_CUE.search(passage.text) is not None for passage in texts]
    tables = [*tabled_rows(context), *lined_rows(context)] if any(said) else []
    for index, passage in enumerate(texts):
        if not said[index]:
            continue
        own = [*listed_rows(texts, index), *paired_rows(passage)]
        before = [*listed_rows(texts, index - 1), *paired_rows(texts[index - 1])] if index else []
        behind = [*paired_rows(texts[index + 1])] if index + 1 < len(texts) and not own else []
        near = [row for row in tables if row.start - _FAR < passage.start < row.end + _FAR]
        rows = [row for row in (*own, *before, *behind) if len(row.names) >= _FEWEST]
        for group in _by_names([*rows, *near]):
            for claim in _claims(passage, group[0]):
                place = _placed(context, passage, group[0].names[claim.places[0]], claim)
                fitting = [row for row in group if _measures(row, claim, alone=len(group) == 1)]
                fitting = [row for row in fitting if not _of_lost_points(passage, claim, row)]
                fitting = [row for row in fitting if _is_named_by(passage, claim, row)]
                if not fitting or any(_holds(row, claim) for row in fitting):
                    continue
                if place not in seen:
                    seen.add(place)
                    yield _relation(context, fitting[0], claim, place)


def _of_lost_points(passage: Passage, claim: _Claim, row: NamedRow) -> bool:
    """失分最多的是甲: of what was lost, where the list tells points or scores."""
    clause = re.split("[，。；]", passage.text[max(0, claim.at[0] - _CLAUSE) : claim.at[0]])[-1]
    lost = re.search("[失扣丢]分", clause + claim.words)
    return lost is not None and not re.search("[失扣丢]", row.lead)


def _is_named_by(passage: Passage, claim: _Claim, row: NamedRow) -> bool:
    """得分率最低的是甲, 满意度最高的是甲: of what the words right in front of 最 name, and of no list of anything else;
    甲、乙两个项目最低 is said of both."""
    led = _NAMED_MEASURE.search(passage.text[max(0, claim.at[0] - _LED) : claim.at[0]])
    if led is None:
        return not (claim.rank == 1 and _OF_SEVERAL.search(claim.words))
    measure = led["measure"]
    if row.figures[-1].is_rate and measure[-1] in "率度幅比":
        return True
    return measure[-2:] in row.lead or measure in _PLAIN_MID or measure[-2:] in _AMOUNTS


def _placed(context: Context, passage: Passage, name: str, claim: _Claim) -> Span:
    """Where the first name of a claim stands in the document: behind the last figure that is told before it."""
    before = [slot for slot in passage.slots if slot.at < claim.at[0]]
    low = before[-1].mention.end if before else passage.start
    ahead = passage.text[(before[-1].at + 1 if before else 0) : claim.at[0]].count(name)
    start = low
    for _ in range(ahead + 1):
        start = context.document.text.find(name, start, passage.end)
        if start < 0:
            return low, passage.end
        start += len(name)
    return start - len(name), start


def _by_names(rows: Sequence[NamedRow]) -> list[list[NamedRow]]:
    groups: dict[frozenset[str], list[NamedRow]] = {}
    for row in rows:
        groups.setdefault(frozenset(row.names), []).append(row)
    return list(groups.values())


def _claims(passage: Passage, row: NamedRow) -> Iterator[_Claim]:
    """What the passage says of the order; the names are first made one letter each."""
    text, at, names = _marked(passage, row)
    for pattern, falling in ((_DOWN, True), (_UP, False)):
        for match in pattern.finditer(text):
            yield from _chain(text, at, names, match, falling=falling, first=False, ordered=True)
    for match in _FIRST.finditer(text):
        strict = re.search("依次|先后|分别|第一|冠", match[0]) is not None
        yield from _chain(text, at, names, match, falling=True, first=True, ordered=strict)
    for pattern in (_MOST_OF, _IS_MOST):
        for match in pattern.finditer(text):
            word = match["w"]
            falling = word in _TOP if word else match["first"] is not None
            place = names[match.start() + match[0].index("@")]
            yield _Claim(
                (place,), falling, first=True, ordered=True, rank=1, words=match[0], at=_span(at, match, row, place)
            )
    for match in _RANK.finditer(text):
        place = names[match.start() + match[0].index("@")]
        rank = "一二三四".index(match["k"] or match["k2"]) + 1
        yield _Claim(
            (place,), falling=True, first=True, ordered=True, rank=rank, words=match[0], at=_span(at, match, row, place)
        )


def _marked(passage: Passage, row: NamedRow) -> tuple[str, list[int], dict[int, int]]:
    """The passage with @ for each name that stands without its own figure, where its letters stood, and whose it is."""
    pattern = re.compile("|".join(sorted(map(re.escape, row.names), key=len, reverse=True)))
    pieces: list[str] = []
    at: list[int] = []
    names: dict[int, int] = {}
    position = 0
    for match in pattern.finditer(passage.text):
        kept = passage.text[position : match.start()]
        pieces.append(kept)
        at += range(position, match.start())
        names[len(at)] = row.names.index(match[0])
        pieces.append("@")
        at.append(match.start())
        position = match.end()
    pieces.append(passage.text[position:])
    at += range(position, len(passage.text) + 1)
    return "".join(pieces), at, names


def _chain(
    text: str, at: list[int], names: dict[int, int], match: re.Match[str], *, falling: bool, first: bool, ordered: bool
) -> Iterator[_Claim]:
    places: list[int] = []
    position = match.end()
    while (one := _JOINED.match(text, position)) is not None:
        places.append(names[position])
        position = one.end()
        if not one[0][1:]:
            break
    followed = re.match("（?[\ue000-\ue005]", text[position:])
    if len(places) >= _FEWEST and len(set(places)) == len(places) and followed is None:
        words = text[text.rfind("。", 0, match.start()) + 1 : match.end()]
        yield _Claim(
            tuple(places), falling, first, ordered, 0, words, (at[match.end()], at[min(position, len(at) - 1)])
        )


def _span(at: list[int], match: re.Match[str], row: NamedRow, place: int) -> Span:
    start = at[match.start() + match[0].index("@")]
    return start, start + len(row.names[place])


def _measures(row: NamedRow, claim: _Claim, *, alone: bool) -> bool:
    """Whether the list may be what the claim measures by: 最长 says nothing of money, 得分率最低 nothing of points."""
    if claim.rank and not row.listed and len(row.names) <= _FEWEST:
        return False
    word = re.search(f"最([{_TOP}{_BOTTOM}])", claim.words)
    unit = row.figures[-1].unit_text
    if word is not None and word[1] in "长短" and unit not in _LENGTHS:
        return False
    if word is not None and word[1] in "快慢好差强弱" and not row.figures[-1].is_rate:
        return False
    if word is not None and word[1] in "大小" and row.figures[-1].is_rate and not re.search("[率比重幅]", claim.words):
        return False
    mid = re.sub("[的@]|居首.*|排名?第.*|垫底|居末.*|最.*", "", claim.words) if claim.rank == 1 else ""
    if mid not in _PLAIN_MID and mid[-2:] not in row.lead:
        return False
    said = re.search(r"(?:按|以|从)(?P<metric>[\u4e00-\u9fff]{2,8}?)(?:看|论|由|从|排|[高低多少大小]|，)", claim.words)
    if said is not None and not alone and said["metric"][:2] not in row.lead:
        return False
    return not re.search("率|占比", mid) or row.figures[-1].is_rate


def _holds(row: NamedRow, claim: _Claim) -> bool:
    values = row.values
    told = [values[at] for at in claim.places]
    ordered = sorted(values, reverse=claim.falling)
    if claim.rank:
        return told[0] == ordered[claim.rank - 1]
    runs = [a >= b if claim.falling else a <= b for a, b in pairwise(told)]
    if claim.first:
        best = sorted(told, reverse=True) == ordered[: len(told)]
        return best and (all(runs) or not claim.ordered)
    return all(runs)


def _relation(context: Context, row: NamedRow, claim: _Claim, place: Span) -> Relation:
    order = sorted(range(len(row.names)), key=lambda at: row.values[at], reverse=claim.falling)
    right = "、".join(f"{row.names[at]} {number(row.figures[at])}" for at in order)
    said = "、".join(row.names[at] for at in claim.places)
    way = "从高到低" if claim.falling else "从低到高"
    message = f"文中所说的次序为“{said}”，而所列的数{way}为：{right}。请核对次序或数字。"
    figures = (*(figure("witness", row.figures[at]) for at in claim.places), piece(context, "stated", *place))
    return Relation(
        "list_order", "error", figures, f"{way}排列", right, said, message, "名称次序写反，或数字误写。", "high"
    )
