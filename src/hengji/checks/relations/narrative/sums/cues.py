"""The words that announce the parts of a total: 其中, 包括, 分别为, 由…组成, 按…划分, 15 项中，…."""

from __future__ import annotations

import re

from hengji.checks.relations.passages import COUNT, Passage, Slot

__all__ = ["CUE", "among", "cue_of", "is_among"]

CUE = re.compile(
    r"(?P<part>其中|含有?(?!税)|涵盖)|(?P<all>分(?:[两二三四五六]|\d)[期次批年](?:支付|拨付|付款|付清|下达|到位|安排|实施|建设|完成|发放|投入|执行|进行)[，：]|包括|包含|依次[为是]|分别(?:[为是]|用于|投入|投向|安排|列支|来自|来源于)|(?:构成|组成|明细)[为是如：]|分布[为在于](?=[^，。；：、]{2,12}$)|[按从][^，。；：、]{1,10}分[为成](?=[^，。；：、]{2,12}$)|(?:来源|投向|去向)(?:分别)?[为是：]|具体[为是：])|"
    r"[按从][^，。；：]{1,16}?(?:划分|分类|分|性质|来源|用途|科目|级次)(?:来看)?(?P<by>[，：])"
)
_BY_PARTS = re.compile(r"(?P<part>(?!))?(?P<by>(?!))?(?P<all>[，：]?(?:分别|主要)?由)(?![于此])[^，。；]{1,24}$")
_AMONG = re.compile(
    r"^(?:[^，。；：、（]{1,14}|(?=里))(?P<part>(?<![其集年期高初心])中(?![心央小型等])|里(?![程面]))[，：]?[^，。；：、]{0,16}(?P<all>(?!))?(?P<by>(?!))?$"
)
_MADE = re.compile(r"^[^，。；]{0,8}(?:组成|构成)")
_ASIDE = re.compile(r"（[^（）]*）")
_MOST = 40  # figures of a list, two for each part where it tells things and their money


def among(first: Slot) -> re.Match[str] | None:
    """15 项中，…, in front of the first part."""
    return _AMONG.match(first.before)


def cue_of(passage: Passage, plain: list[Slot], position: int) -> re.Match[str] | None:
    """The words in front of a figure that announce it as the first part of a total."""
    first = plain[position]
    cue = _last_cue(first.before) or _made_of(passage, plain[position : position + _MOST])
    among = (
        position
        and (first.kind == COUNT or first.before.startswith("里"))
        and first.index == plain[position - 1].index + 1
    )
    return cue or (_AMONG.match(first.before) if among else None)


def is_among(cue: re.Match[str] | None) -> bool:
    """15 项指标中，…: what follows need not be of one scale."""
    return cue is not None and cue.re is _AMONG


def _last_cue(before: str) -> re.Match[str] | None:
    """The last cue that is not shut up in a bracket of its own (26.93 亿元（含园区），实际支出 …) and, where it is 含,
    whose clause goes on to the figure (仅含局本级公用经费，小于 … opens nothing)."""
    found = CUE.finditer(_ASIDE.sub(lambda aside: "…" * len(aside[0]), before))
    open_ones = [cue for cue in found if not (cue[0].startswith("含") and "，" in before[cue.end() :])]
    return open_ones[-1] if open_ones else None


def _made_of(passage: Passage, following: list[Slot]) -> re.Match[str] | None:
    """T，由 a 和 b 组成."""
    cue = _BY_PARTS.search(following[0].before)
    ends = cue and any(_MADE.match(passage.after(slot)) for slot in following[1:])
    return cue if ends else None
