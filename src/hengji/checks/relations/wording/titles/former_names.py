"""An office called by the name that it gave up: 原县公路所于2022年1月更名为县公路中心, and then
县公路所2022年12月组织验收.

The paper says itself when the name changed; a sentence whose dates all lie later, and which uses the old name without
原, is of the template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["former_names"]

_WHEN: Final = r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?"
_BODY: Final = r"(?:中心|[局委办科股处所站室院馆队校会厂社]|公司)"
_CALLED: Final = r"(?:更名|改名|改称|更改名称)"
_RENAMED: Final = (
    re.compile(
        rf"(?P<new>[\u4e00-\u9fff]{{4,20}}{_BODY})（原(?:名|称|为)?(?P<old>[\u4e00-\u9fff]{{3,20}}{_BODY})，{_WHEN}(?:正式|起)?{_CALLED}[^（）]{{0,16}}）"
    ),
    re.compile(
        rf"原(?P<old>[\u4e00-\u9fff]{{3,20}}{_BODY})[，]?(?:已)?(?:于|自){_WHEN}(?:正式|起|经批准)?{_CALLED}(?:为|成)(?P<new>[\u4e00-\u9fff]{{4,20}}{_BODY})(?=[（，。；])"
    ),
    re.compile(
        rf"(?P<new>[\u4e00-\u9fff]{{4,20}}{_BODY})（{_WHEN}由(?P<old>[\u4e00-\u9fff]{{3,20}}{_BODY}){_CALLED}(?:而来)?）"
    ),
    re.compile(
        rf"{_WHEN}[，]?(?:经[^，。；\d]{{2,12}}批准，)?[原由]?(?P<old>[\u4e00-\u9fff]{{3,20}}{_BODY})(?:正式)?{_CALLED}(?:为|成)"
        rf"(?P<new>[\u4e00-\u9fff]{{4,20}}{_BODY})(?=[（，。；])"
    ),
)
_DATE: Final = re.compile(r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月)?")
_ON_PURPOSE: Final = re.compile(r"更名|改名|改称|前身|名义|旧名|印章|挂牌|合同|协议|沿用|历史|《")
_BEFORE: Final = re.compile(r"(?:原|原来的|[“（])$")
_PLACED: Final = re.compile(r"^[\u4e00-\u9fff]{2,3}(?=[市县区州旗镇乡])|^[\u4e00-\u9fff]{2,3}[市县区州旗镇乡]")
"""泽阳市环境保护局 is 市环境保护局 further on, 桐城县第三小学 is 第三小学."""
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_LEADS: Final = "由对经请与和向及是"
_SHORTEST: Final = 4
_OF_NOW: Final = re.compile("绩效|自评|评价|得分|全年|现有|年末|本年|下一步|今后|建议")
"""What a paper tells of its own year and of what is to come."""


@dataclass(frozen=True, slots=True)
class _Renamed:
    old: str
    new: str
    since: tuple[int, int]
    told: Span


def former_names(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all."""
    flow = flowing(context)
    if "更名" not in flow.text and "改名" not in flow.text and "改称" not in flow.text:
        return
    year = context.facts.year or 0
    for one in _renamed(flow):
        for match in _old_names(flow, one.old):
            inside = one.told[0] <= match.start() < one.told[1]
            later = _is_later(flow, match, one) or _is_of_now(flow, match, one, year)
            if not inside and not _BEFORE.search(flow.text[: match.start()][-4:]) and later:
                yield _relation(context, flow.span(*match.span()), one)


def _renamed(flow: Flowing) -> Iterator[_Renamed]:
    for pattern in _RENAMED:
        for match in pattern.finditer(flow.text):
            if match["old"] not in match["new"]:
                since = (int(match["year"]), int(match["month"]))
                yield _Renamed(match["old"], match["new"], since, match.span())


def _old_names(flow: Flowing, old: str) -> Iterator[re.Match[str]]:
    """The old name, whole or without its place."""
    short = _PLACED.sub("", old, count=1)
    short = short if len(short) >= _SHORTEST else old
    place = old.removesuffix(short)
    for match in re.finditer(f"(?P<place>{place})?{short}", flow.text):
        before = flow.text[max(0, match.start() - 1) : match.start()]
        if not place or match["place"] or not _HAN.match(before) or before in _LEADS:
            yield match


def _is_of_now(flow: Flowing, match: re.Match[str], one: _Renamed, year: int) -> bool:
    """Whether the sentence names no month and speaks of the paper's own year, which is not over when the name goes."""
    sentence = flow.sentence(*match.span())
    dates = [(int(date["year"]), int(date["month"] or 0)) for date in _DATE.finditer(sentence)]
    own = all(date in ((year, 0), (year, 12)) for date in dates) and one.since[0] <= year
    return own and _OF_NOW.search(sentence) is not None and _ON_PURPOSE.search(sentence) is None


def _is_later(flow: Flowing, match: re.Match[str], one: _Renamed) -> bool:
    """Whether all that the sentence tells lies behind the month in which the name changed."""
    sentence = flow.sentence(*match.span())
    dates = [(int(date["year"]), int(date["month"] or 0)) for date in _DATE.finditer(sentence)]
    return bool(dates) and all(date > one.since for date in dates) and _ON_PURPOSE.search(sentence) is None


def _relation(context: Context, place: Span, one: _Renamed) -> Relation:
    year, month = one.since
    return slip(
        context,
        [place],
        "error",
        f"文中说“{one.old}”{year}年{month}月已更名为“{one.new}”，这里是更名以后的事，仍写作“{one.old}”。请改用新名称。",
        rule="更名以后应使用新名称",
        expected=one.new,
        likely=f"应为“{one.new}”",
        severity="medium",
        kind="repeat",
    )
