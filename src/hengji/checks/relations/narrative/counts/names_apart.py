"""A number of bodies and their names apart from it: in the lines below (单位共3个，包括：1.甲 2.乙), or in the next
sentence (下属3家单位。下属单位具体为：甲、乙、丙)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, Span, figure
from hengji.checks.relations.narrative.counts.kinds_of_units import units_by_kind
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.verdicts import number
from hengji.facts.mention import Mention
from hengji.facts.relation import Figure, Relation

__all__ = ["names_apart"]

_KIND: Final = "单位|机构|科室|股室|处室|部门|学校|医院|企业|乡镇|街道|中心|院校|站所"
_COUNTED: Final = re.compile(rf"^\s*[个家所户]?\s*[^，。；：:\d\n]{{0,16}}?({_KIND})")
_TOTAL: Final = re.compile(rf"({_KIND})[^，。；：:\d]{{0,6}}(?:共计?|有|为|合计)?(?:有|为)?\s*$")
_ANNOUNCES: Final = re.compile(
    r"(?:包括|包含|如下|具体为|具体有|分别为|分别是|名单|即|为|有|[见如]下?表)[^，。；：:\n]{0,8}[：:。]?\s*$|[：:]\s*$"
)
_LIST: Final = re.compile(
    rf"^[^，：:、]{{0,30}}?({_KIND})(?:分别|具体|主要)?(?:为|是|有|包括|包含|如下)?[：:]?\s*(?P<list>[^，。；：:、\d]{{3,24}}(?:、[^，。；：:、\d]{{2,24}}){{1,30}})(?P<end>[，。；]|$)"
)
_ITEM: Final = re.compile(
    r"[ \t\u3000]*(?:[（(]?(\d{1,2})(?:[.．、)）])|[（(]?([一二三四五六七八九十]{1,2})[)）、])\s*([^\n]{2,40})"
)
_HEAD: Final = re.compile(r"[\s|]*序号[\s|]*(?:预算)?(?:单位|机构|部门)(?:名称)?[\s|\-:]*")
_ROW: Final = re.compile(r"[\s|]*(\d{1,2})()[ \t\u3000\n|.、]+([^\n\t|\d]{3,40}?)[ \t|]*(?=\n|$)")
_FAR: Final = 120  # characters behind the last row where the next number may stand
_BODY: Final = re.compile(
    r"(?:站|所|中心|大?队|院|校|[中小]学|园|馆|局|委|办|处|科|股|室|厅|场|公司|镇|乡|街道|协会|联社|部|组|院|队|会|本级|机关|本部|[)）])[；;。，、]?$"
)
_OPEN: Final = re.compile(r"等|其他|和|及|与|……|主要")
_SELF: Final = re.compile("本级|机关|本部|局机关")
_BELOW: Final = re.compile("下属|所属|二级|直属|下辖|下设")
_HAN: Final = "零一二三四五六七八九十"
_MOST: Final = 60
_FEWEST: Final = 2


def names_apart(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``; a list that may be open, or that the body itself may head, says nothing."""
    yield from _in_lines(context)
    for before, after in pairwise(context.sentences):
        counted = _counts(context, before)
        if len(counted) == 1 and context.table_at(before[0]) is None:
            yield from _in_next(context, counted[0], before, after)


def _counts(context: Context, span: Span) -> list[tuple[Mention, str]]:
    """The numbers of bodies in the sentence, each with what its bodies are called."""
    found = []
    for mention in context.within(span):
        if str(mention.unit) not in ("个", "家", "所") or mention.approximate or not _FEWEST <= mention.value <= _MOST:
            continue
        text = context.document.text
        behind = _COUNTED.match(re.sub(r"\s", "", text[mention.end : min(span[1], mention.end + 24)]))
        ahead = _TOTAL.search(re.sub(r"\s", "", text[max(span[0], mention.start - 24) : mention.start]))
        if behind or ahead:
            found.append((mention, (behind or ahead)[1]))  # type: ignore[index]
    return found


# ------------------------------------------------------------------------------------------------------ next sentence
def _in_next(context: Context, counted: tuple[Mention, str], before: Span, after: Span) -> Iterator[Relation]:
    mention, kind = counted
    text = context.document.text
    own = re.sub(r"\s", "", text[mention.end : before[1]])
    match = _LIST.match(re.sub(r"\s", "", text[slice(*after)]))
    if match is None or match[1] != kind or "、" in own or re.search("[：:]", own):
        return
    if after[0] != before[1] and text[before[1] : after[0]].strip():
        return
    names = match["list"].split("、")
    plain = all(_BODY.search(name) and not _OPEN.search(name) for name in names)
    scope = set(_BELOW.findall(text[slice(*before)])) & set(_BELOW.findall(match[0]))
    if plain and (scope or kind not in ("单位", "机构", "部门") or not _BELOW.search(text[slice(*before)])):
        yield _relation(context, (mention, int(mention.value)), names, _place(text, names, after))


def _place(text: str, names: Sequence[str], span: Span) -> Span:
    start, end = text.find(names[0][-3:], *span), text.find(names[-1][:3], *span)
    return (start, end + len(names[-1][:3])) if 0 <= start <= end else span


# -------------------------------------------------------------------------------------------------------- lines below
def _in_lines(context: Context) -> Iterator[Relation]:
    text = context.document.text
    for start, end in context.sentences:
        for mention, _ in _counts(context, (start, end))[-1:]:
            together = units_by_kind(text, mention.end)
            value = int(mention.value) if together is None else together
            line_end = text.find("\n", mention.end)
            head = text[mention.end : line_end] if line_end >= 0 else ""
            if line_end < 0 or not _ANNOUNCES.search(head) or len(head) > 40 or context.table_at(mention.start):
                continue
            items = _tabled(text, line_end + 1) or list(_items(text, line_end + 1))
            if len(items) < _FEWEST or not all(_BODY.search(item.group(3).strip()) for item in items):
                continue
            names = [item.group(3).strip(" \u3000；。;") for item in items]
            around = text[max(0, mention.start - 40) : line_end]
            below = _BELOW.search(around) is not None and any(_SELF.search(name) for name in names)
            if (
                not value
                or any(_OPEN.search(name[-4:]) for name in names)
                or (below and together is None and value in (len(names), len(names) - 1))
            ):
                continue
            yield _relation(context, (mention, value), names, (items[0].start(3), items[-1].end(3)))


def _items(text: str, position: int) -> Iterator[re.Match[str]]:
    """The lines 1. 2. 3. … from *position* on."""
    expected = 1
    while (match := _ITEM.match(text, position)) is not None:
        value = int(match[1]) if match[1] else _han(match[2])
        if value != expected or re.search(r"[。，,]\s*\S", match[3]):
            return
        yield match
        expected += 1
        position = match.end() + 1


def _tabled(text: str, position: int) -> list[re.Match[str]]:
    """The rows of 序号 and 单位名称; none where a name that runs over a line may have broken the count."""
    head = _HEAD.match(text, position)
    rows: list[re.Match[str]] = []
    position = head.end() if head is not None else len(text)
    while (match := _ROW.match(text, position)) is not None and int(match[1]) == len(rows) + 1:
        rows.append(match)
        position = match.end()
    goes_on = re.compile(rf"[\s|]{len(rows) + 1}[\s|]").search(text, position, position + _FAR)
    return [] if goes_on is not None else rows


def _han(text: str) -> int:
    tens, _, ones = text.partition("十")
    if "十" not in text:
        return _HAN.index(text[0])
    return (_HAN.index(tens) if tens else 1) * 10 + (_HAN.index(ones) if ones else 0)


def _relation(context: Context, told: tuple[Mention, int], names: Sequence[str], place: Span) -> Relation:
    mention, said = told
    holds = len(names) == said
    listed: Figure = piece(context, "part", *place)
    message = f"所列名称共 {len(names)} 个，与文中一致。"
    if not holds:
        message = f"文中说 {said} 个（家），其后所列名称为 {len(names)} 个：{'、'.join(names)[:60]}。"
    return Relation(
        "count", "ok" if holds else "error", (listed, figure("stated", mention)), "所列名称的项数", str(len(names)),
        number(mention), message, "" if holds else "数目误写，或名单漏列、多列。", "medium" if holds else "high",
    )  # fmt: skip
