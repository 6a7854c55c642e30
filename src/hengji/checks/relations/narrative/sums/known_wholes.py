"""Wholes whose parts the field knows, told in sentences and lines of their own: 基本支出 T。人员经费 a。公用经费 b。

The three of “三公”经费, 购置 and 运行 of official cars, 人员 and 公用 of 基本支出, 基本 and 项目 of what was spent,
税收 and 非税, what was bought. Each piece of a sentence is led by its first amount, whose words name it; 预算 and 决算
of one piece are its columns. What one sentence tells alone is left to `compositions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.relations.naming import label_of, period_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.narrative.sums.scopes import is_base
from hengji.checks.relations.near_misses import slips_in
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["known_wholes"]

_AND: Final = "(?:及|和|与|、)"
_KINDS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("three", '三公[”"]?(?:公共)?经费'),
        ("abroad", "因公出[国境]"),
        ("cars", f"公务?用?车(?:辆)?(?:购置费?{_AND}运[行维](?:维护)?|运行(?:维护)?费?{_AND}购置)"),
        ("bought", f"公务?用?车(?:辆)?购置(?!费?{_AND}运)"),
        ("run", f"公务?用?车(?:辆)?运行(?:维护)?(?!费?{_AND}购置)"),
        ("reception", "公务接待"),
        ("basic", "基本支出"),
        ("projects", "项目支出"),
        ("business", "经营支出"),
        ("handed_up", "上缴上级支出"),
        ("handed_down", "对附属单位补助支出"),
        ("staff", "人员(?:经费|支出)"),
        ("office", "公用(?:经费|支出)"),
        ("outlay", "(?:本年|全年|当年|年度)(?:财政拨款)?总?支出(?:合计|总额)?|支出(?:合计|总额)|总支出"),
        ("revenue", "一般公共预算收入"),
        ("tax", "(?<!非)税收(?:收入)?"),
        ("other", "非税(?:收入)?"),
        ("purchases", "政府采购(?:支出|预算|计划)?(?:总额|合计|总计|金额|预算|支出)"),
        ("goods", "货物"),
        ("works", "采购工程|工程(?:类|采购)"),
        ("services", "采购服务|服务(?:类|采购)"),
    )
)
_WHOLES: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "three": (
        ("abroad", "cars", "reception"),
        ("abroad", "bought", "run", "reception"),
        ("abroad", "run", "reception"),
        ("cars", "reception"),
        ("run", "reception"),
    ),
    "cars": (("bought", "run"),),
    "basic": (("staff", "office"),),
    "outlay": (("basic", "projects"), ("staff", "office", "projects")),
    "revenue": (("tax", "other"),),
    "purchases": (("goods", "works", "services"),),
}
_SURE: Final = {*_WHOLES["three"][:2], *_WHOLES["cars"], *_WHOLES["basic"], *_WHOLES["revenue"], *_WHOLES["purchases"]}
"""Partitions that the field itself makes complete, so that less than the whole is a fault too."""
_MORE: Final[Mapping[str, tuple[str, ...]]] = {"outlay": ("business", "handed_up", "handed_down")}
"""Parts that not every whole has."""
_OUTER: Final = {"cars": "three", "basic": "outlay"}
_NEAR: Final = re.compile(r"[^。；\ue000-\ue005]{0,18}$")
_STRANGE: Final = re.compile(
    r"占|比|较|增|减|结余|结转|余额|人均|每|标准|上年|去年|追加|调整|控制|限额|目标|政策|制度|未|预留|中小|小微|辆"
)
_BUDGET: Final = re.compile(r"预算")
_SPENT: Final = re.compile(r"决算|实际|执行数|(?<!预算)支出数")
_COLUMN: Final = re.compile(
    r"^(?:年初|全年|当年|本年|调整后?|财政拨款|支出|实际|完成|的)*(?:预算|决算|支出)(?:数|安排|完成)?(?:为|是|：)?$"
)
_OPENS: Final = re.compile(r"其中|包括|分别|如下|构成|组成|[：:]\s*\n")
_FUND: Final = re.compile("财政拨款|一般公共预算|政府性基金|国有资本经营|财政专户")
_HEADING: Final = re.compile(r"\n\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[部章])")
_REACH: Final = 6  # passages from one part to the next
_FAR: Final = 900  # characters between them
_SWAPPED, _DIGIT = 3, 5  # digits of figures that a swap, or a wrong digit, mends by no chance
_MOST: Final = 400  # pieces behind a whole that are looked at


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one name leads: `columns` are its amounts by 预算 (`base`), 决算 (`part`) or neither (empty)."""

    kind: str
    name: str
    index: int
    first: Slot
    columns: Mapping[str, Slot]

    def value(self, column: str, *, alone: bool) -> Slot | None:
        """The amount that is to be added in *column*; *alone*: the whole has no other."""
        if column in self.columns:
            return self.columns[column]
        if column == "base" and not alone:
            return None  # 预算 B，支出决算 T. 甲支出 a: what was spent is no part of the budget
        alone = len(self.columns) == 1
        return next(iter(self.columns.values())) if alone and (not column or "" in self.columns) else None

    def same_as(self, other: _Piece) -> bool:
        return any(
            one.mention.value == two.mention.value for one in self.columns.values() for two in other.columns.values()
        )


def known_wholes(text: str, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every such whole of *texts*, the passages of the document *text*."""
    pieces = [piece for index, passage in enumerate(texts) for piece in _pieces(passage, index)]
    for at, whole in enumerate(pieces):
        if whole.kind in _WHOLES:
            parts = _parts(text, whole, pieces[at + 1 : at + _MOST])
            opened = bool(parts) and _OPENS.search(
                text[whole.first.mention.end : next(iter(parts.values())).first.mention.start]
            )
            yield from _judged(whole, parts, pieces, opened=bool(opened))


def _pieces(passage: Passage, index: int) -> Iterator[_Piece]:
    """The pieces of *passage* that a known name leads."""
    if MONEY not in passage.text:
        return
    open_one: _Piece | None = None
    columns: dict[str, Slot] = {}
    for slot in plain_slots(passage):
        if slot.kind != MONEY or is_base(passage, slot):
            continue
        kind, name = _named(slot.before)
        if kind or re.search("[；。]|其中", slot.before):
            if open_one is not None:
                yield open_one
            columns = {_column(slot): slot}
            open_one = _Piece(kind, name, index, slot, columns) if kind else None
        elif open_one is not None and _COLUMN.match(label_of(slot)):
            columns.setdefault(_column(slot), slot)
    if open_one is not None:
        yield open_one


def _named(before: str) -> tuple[str, str]:
    """The kind that the words in front of an amount name last, and the words of its name; none where more is said."""
    found = [(match.end(), -match.start(), kind) for kind, pattern in _KINDS for match in pattern.finditer(before)]
    if not found:
        return "", ""
    end, _, kind = max(found)
    behind = before[end:]
    clause = re.split("[，。；：]", before[:end])[-1]
    if (
        not _NEAR.match(behind)
        or _STRANGE.search(behind)
        or re.search("占|比|较|上年|去年|其他|除|全口径|上划|地方级", clause)
    ):
        return "", ""
    return kind, clause + behind


def _column(slot: Slot) -> str:
    label = label_of(slot)
    budget = re.sub("(?:一般公共|政府性基金|国有资本经营)预算", "", label)
    return "part" if _SPENT.search(label) else "base" if _BUDGET.search(budget) else ""


def _parts(text: str, whole: _Piece, following: Sequence[_Piece]) -> dict[str, _Piece]:
    """The pieces behind *whole* that are of its parts, one of each kind, up to the next whole or heading."""
    wanted = {kind for way in _WHOLES[whole.kind] for kind in way} | set(_MORE.get(whole.kind, ()))
    found: dict[str, _Piece] = {}
    last = whole
    for piece in following:
        gap = text[last.first.mention.end : piece.first.mention.start]
        if piece.index - last.index > _REACH or len(gap) > _FAR or _HEADING.search(gap):
            break
        if piece.kind == whole.kind and _of_other_year(whole, piece):
            continue  # 2023 年 T，2022 年 t，其中：…
        if piece.kind in (whole.kind, _OUTER.get(whole.kind)) and not piece.same_as(whole):
            break
        if piece.kind not in wanted:
            continue
        if set(_FUND.findall(piece.name)) - set(_FUND.findall(whole.name)) or _of_other_year(whole, piece):
            break
        if piece.kind in found:
            if not found[piece.kind].same_as(piece):
                return {}  # 局机关接待费 a；下属单位接待费 b: the parts are told of several
            continue
        found[piece.kind] = last = piece
    return found


def _of_other_year(whole: _Piece, part: _Piece) -> bool:
    years = period_of(whole.first.before), period_of(part.first.before)
    return all(years) and years[0] != years[1]


def _judged(
    whole: _Piece, parts: Mapping[str, _Piece], pieces: Sequence[_Piece], *, opened: bool
) -> Iterator[Relation]:
    more = tuple(kind for kind in _MORE.get(whole.kind, ()) if kind in parts)
    ways = [(*way, *more) for way in _WHOLES[whole.kind] if all(kind in parts for kind in way)]
    if not ways or all(parts[kind].index == whole.index for kind in ways[0]):
        return
    for column, total in whole.columns.items():
        alone = len(whole.columns) == 1
        tried = [_sum(total, [parts[kind].value(column, alone=alone) for kind in way]) for way in ways]
        sums = [one for one in tried if one is not None]
        holding = next((one for one in sums if adds_up(total, one.parts)), None)
        if holding is not None:
            yield judge_sum(holding)
        elif sums and (opened or not _of_another(sums[0], [one for one in pieces if one.kind == whole.kind])):
            over = sums[0].rest < 0 and "总计" not in whole.name
            told = opened or (whole.kind == "three" and ways[0] in _SURE)  # all three are named behind it
            if _slipped(sums[0], opened=told) or (told and (over or ways[0] in _SURE)):
                yield judge_sum(sums[0], "error")


def _sum(total: Slot, parts: Sequence[Slot | None]) -> Sum | None:
    known = tuple(part for part in parts if part is not None and same_kind(part, total))
    return Sum(total, known) if len(known) == len(parts) else None


def _slipped(one: Sum, *, opened: bool) -> bool:
    """Whether a slip of the pen parts the parts from their whole, of long figures where no cue opens them."""
    terms = [(1, part) for part in one.parts]
    return one_slip_away(one) if opened else bool(slips_in(terms, one.total, swapped=_SWAPPED, digit=_DIGIT))


def _of_another(one: Sum, wholes: Sequence[_Piece]) -> bool:
    """Whether the parts make up another figure of the whole's name: they may be of that one."""
    return any(
        same_kind(slot, one.total) and adds_up(slot, one.parts) for other in wholes for slot in other.columns.values()
    )
