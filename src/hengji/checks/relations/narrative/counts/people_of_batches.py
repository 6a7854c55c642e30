"""Fewer people than groups they came in: 国内公务接待批次260个，接待人次26人. A group has one person at least."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["people_of_batches"]

_N: Final = r"(?<![\d.,])\d{1,6}(?![\d.,]*\d|[.．]\d)"
_APART: Final = r"[，,、；;和及（(]?(?:累计|共计?|合计|总计|约)?[^，。；：、\d\n]{0,10}?"
_TOLD: Final = (
    re.compile(
        rf"(?:接待|来访|外事)[^，。；：\d\n]{{0,10}}?(?:批次数?|批数)?(?:为|是|共)?\s{{0,3}}(?P<groups>{_N})\s{{0,3}}(?:个批次|批次|批|个)(?![人名])"
        rf"{_APART}(?:人次|人数)?(?:为|是|共)?\s{{0,3}}(?P<people>{_N})\s{{0,3}}(?P<unit>人次|人)"
    ),
    re.compile(
        rf"(?:出国|出境)[^，。；：\d\n]{{0,12}}?团组数?(?:为|是|共)?\s{{0,3}}(?P<groups>{_N})\s{{0,3}}(?:个|批)"
        rf"{_APART}(?:人次|人数)?(?:为|是|共)?\s{{0,3}}(?P<people>{_N})\s{{0,3}}(?P<unit>人次|人)"
    ),
    re.compile(
        rf"国内公务接待批次\s?[（(][个批]?次?[)）][\s|]{{1,6}}(?P<groups>{_N})[\s|](?:[^\n]{{0,40}}\n){{0,3}}?[^\n]{{0,12}}国内公务接待人次\s?[（(]人次?[)）]"
        rf"[\s|]{{1,6}}(?P<people>{_N})(?P<unit>)(?=[\s|]|$)"
    ),
)
_MISSIONS: Final = re.compile(
    rf"组织(?:因公)?出[国境][^，。；：\d\n]{{0,8}}?团组\s?(?P<own>{_N})\s?个[，。；、]?参加其他单位(?:组织的?)?(?:因公)?出[国境][^，。；：\d\n]{{0,8}}?团组\s?"
    rf"(?P<others>{_N})\s?个[，。；、][^，。；：\d\n]{{0,20}}累计\s?(?P<people>{_N})\s?人次"
)
"""A mission of the office's own and one of others have one person each at least, and nobody goes with both."""
_OF_GROUPS: Final = re.compile("批|团组")
_STRANGE: Final = re.compile("比|较|增|减|每|平均|人均|上年|其中|陪")


def people_of_batches(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``: guests, and those sent abroad, against their groups."""
    flow = flowing(context)
    for match in _MISSIONS.finditer(flow.text):
        yield _sent_abroad(context, flow, match)
    for match in (found for pattern in _TOLD for found in pattern.finditer(flow.text)):
        between = flow.text[match.end("groups") : match.start("people")]
        words = flow.text[match.start() : match.start("people")]
        if _STRANGE.search(between.split("\n")[0]) or not _OF_GROUPS.search(words):
            continue
        groups, people = int(match["groups"]), int(match["people"])
        holds = people >= groups
        figures = (
            piece(context, "total", *flow.of(match, "groups")),
            piece(context, "stated", *flow.of(match, "people")),
        )
        says = "不少于批次（团组）数" if holds else "少于批次（团组）数，每批至少一人。请核对，可能两数写反"
        yield Relation(
            "count", "ok" if holds else "error", figures, "人次 ≥ 批次", f"≥ {groups}", str(people),
            f"{groups} 批（个），{people} 人次，人次{says}。", "" if holds else "两数对调，或其中一数误写。",
            "medium" if holds else "high",
        )  # fmt: skip


def _sent_abroad(context: Context, flow: Flowing, match: re.Match[str]) -> Relation:
    own, others, people = (int(match[name]) for name in ("own", "others", "people"))
    holds = people >= own + others
    roles = (("part", "own"), ("part", "others"), ("stated", "people"))
    figures = tuple(piece(context, role, *flow.of(match, name)) for role, name in roles)
    says = "不少于团组数" if holds else "少于团组数，每个团组至少一人。请核对三个数"
    return Relation(
        "count", "ok" if holds else "error", figures, "人次 ≥ 团组数", f"≥ {own + others}", str(people),
        f"本单位组织和参加的团组共 {own + others} 个，累计 {people} 人次，人次{says}。",
        "" if holds else "团组数或人次误写。", "medium" if holds else "high",
    )  # fmt: skip
