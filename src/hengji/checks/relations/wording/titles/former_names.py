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
)
_DATE: Final = re.compile(r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月)?")
_ON_PURPOSE: Final = re.compile(r"更名|改名|改称|前身|名义|旧名|印章|挂牌|合同|协议|沿用|历史|《")
_BEFORE: Final = re.compile(r"(?:原|原来的|[“（])$")


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
    for one in _renamed(flow):
        for match in re.finditer(re.escape(one.old), flow.text):
            inside = one.told[0] <= match.start() < one.told[1]
            if not inside and not _BEFORE.search(flow.text[: match.start()][-4:]) and _is_later(flow, match, one):
                yield _relation(context, flow.span(*match.span()), one)


def _renamed(flow: Flowing) -> Iterator[_Renamed]:
    for pattern in _RENAMED:
        for match in pattern.finditer(flow.text):
            if match["old"] not in match["new"]:
                since = (int(match["year"]), int(match["month"]))
                yield _Renamed(match["old"], match["new"], since, match.span())


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
