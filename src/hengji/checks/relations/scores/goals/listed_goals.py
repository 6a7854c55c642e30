"""Goals named one by one and said to be reached, where the text tells elsewhere that one was not.

“助餐人次、家庭床位两项均完成或超额完成”, and above: 家庭养老床位目标1000张，建成972张.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["listed_goals"]

_NAME: Final = r"[\u4e00-\u9fff]{3,12}"
_CLAIM: Final = re.compile(
    rf"(?P<list>{_NAME}(?:、{_NAME}){{1,8}}(?:[和及与]{_NAME}?)?)(?:等)?(?:[两二三四五六七八九十\d]{{1,2}}[项个])?(?:指标|目标|任务)?"
    r"(?P<said>(?:均|都|全部)已?(?:如期|按期|圆满|超额)?(?:完成|达标|达到|实现)(?:或超额完成|或超过|目标|任务|年度目标|预期目标)*)(?=[，。；\n])"
)
_N: Final = r"\d[\d,]{0,16}(?:\.\d{1,4})?"
_TOLD: Final = re.compile(
    rf"(?:年度|全年)?(?:目标|计划|任务)(?:值|数)?(?:为|是)?\s{{0,4}}(?P<t>{_N})\s{{0,4}}(?P<u>[\u4e00-\u9fff]{{1,3}}|[%％])[，,]"
    rf"[^，。；\d\n]{{0,8}}?(?:完成|建成|实际|达到|实现)[^，。；\d\n]{{0,6}}?(?P<a>{_N})\s{{0,4}}(?P=u)"
)
_DENIED: Final = re.compile(r"(?<!是否)(?P<a>(?:没有|未能?|尚未)(?:完成|达到|实现)(?:年度|全年)?(?:目标|任务|计划))")
_LESS: Final = re.compile("不超过|不高于|控制|以内|≤|降|减少|压减|差错|投诉|成本|逾期|时间|时长|上半年|半年|季度|月底")
_REACH: Final = 90
_SHORTEST: Final = 4


def listed_goals(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``, one for the first goal of each list that was missed."""
    flow = flowing(context)
    for claim in _CLAIM.finditer(flow.text):
        if context.table_at(flow.place(claim.start())) is not None:
            continue
        names = [name for name in re.split("、|[和及与]", claim["list"]) if len(name) >= _SHORTEST]
        missed = next((found for name in names if (found := _missed(context, flow, claim, name)) is not None), None)
        if missed is not None:
            yield _relation(context, flow, claim, missed)


def _missed(context: Context, flow: Flowing, claim: re.Match[str], name: str) -> re.Match[str] | None:
    """Where the text says of a goal so named that it was not reached; words may stand inside the name."""
    told = re.compile(rf"{re.escape(name[:2])}[\u4e00-\u9fff]{{0,4}}{re.escape(name[-2:])}")
    for place in told.finditer(flow.text):
        if claim.start() <= place.start() < claim.end() or context.table_at(flow.place(place.start())) is not None:
            continue
        stop = flow.text.find("\n", place.end())
        end = min(place.end() + _REACH, stop if stop >= 0 else len(flow.text))
        found = _TOLD.search(flow.text, place.end(), end)
        if found is not None and not _LESS.search(flow.text, place.start(), found.end()):
            goal, done = (read_number(found[group].replace(",", "")) for group in ("t", "a"))
            if goal is not None and done is not None and done < goal:
                return found
        denied = _DENIED.search(flow.text, place.end(), end)
        sentence = flow.text.find("。", place.end() + 16)
        if denied is not None and (sentence < 0 or denied.start() < sentence):
            return denied
    return None


def _relation(context: Context, flow: Flowing, claim: re.Match[str], missed: re.Match[str]) -> Relation:
    told, said = missed[0], claim["said"]
    figures = piece(context, "actual", *flow.of(missed, "a")), piece(context, "stated", *flow.of(claim, "said"))
    return Relation(
        "target", "error", figures, "说法应与数字一致", "未全部完成", said,
        f"文中另处写明“{told}”，这里却说“{claim['list'][:40]}{said}”。请核对。", "说法与数字不符。", "high",
    )  # fmt: skip
