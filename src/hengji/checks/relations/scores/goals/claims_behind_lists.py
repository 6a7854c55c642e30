"""What a sentence says of all goals that were listed right before it, in running text or line by line:
举办讲座，目标不少于12场，实际11场。3项指标全部完成.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.goals.claims_beside_tables import ALL, RESERVED
from hengji.facts.relation import Relation

__all__ = ["claims_behind_lists"]

_N: Final = r"\d[\d,]*(?:\.\d{1,4})?"
_ITEM: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{2,20}}?)[，,：:（(]?(?:年度|全年)?(?:目标|指标|计划|任务)值?(?:为|是|：)?(?:不少于|不低于|≥|至少|完成)?\s?"
    rf"(?P<t>{_N})\s?(?P<u>[%％]|万?[\u4e00-\u9fff]{{1,3}}?)(?:及?以上)?[，,；、]\s?(?:年度|全年)?(?:实际|完成|达到|实现|为|值|了)+(?P<a>{_N})\s?(?P=u)(?=[，,。；;、）)\n]|$)"
)
_ANCHOR: Final = re.compile("(?:目标|指标|计划|任务)值?(?:为|是|：)?(?:不少于|不低于|≥|至少|完成)?\\s?\\d")
_CLAIM: Final = re.compile(
    r"[^\n。；]{0,12}[。；]?\s*(?P<words>(?:以上|上述|上列|所列)?(?:各|(?P<n>\d{1,2}|[两三四五六七八九十]))?[项个]?[^，。；\n\d]{0,8}(?:指标|任务|目标|工作))(?P<said>[^。；\n]{2,24})"
)
_LESS: Final = re.compile("时限|时间|成本|投诉|事故|差错|逾期|超时|费用|增幅|不超过|不高于")
_GAP, _REACH, _FEWEST = 24, 80, 2


def claims_behind_lists(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``, one at most for each list."""
    flow = flowing(context)
    if ALL.search(flow.text) is None:
        return
    run: list[re.Match[str]] = []
    for match in matches_near(_ITEM, _ANCHOR, flow.text, _REACH):
        if context.table_at(flow.place(match.start())) is not None:
            continue
        if run and match.start() - run[-1].end() > _GAP:
            yield from _judged(context, flow, run)
            run = []
        run.append(match)
    yield from _judged(context, flow, run)


def _judged(context: Context, flow: Flowing, run: Sequence[re.Match[str]]) -> Iterator[Relation]:
    claim = _CLAIM.match(flow.text, run[-1].end()) if len(run) >= _FEWEST else None
    said = ALL.search(claim["said"]) if claim is not None else None
    if claim is None or said is None or RESERVED.search(claim["words"] + claim["said"]):
        return
    if claim["n"] and whole_number(claim["n"]) != len(run):
        return
    for one in run:
        goal, done = (Fraction(one[name].replace(",", "")) for name in ("t", "a"))
        if done < goal and not _LESS.search(one[0]):
            at = claim.start("said") + said.start()
            figures = (
                piece(context, "target", *flow.of(one, "t")),
                piece(context, "actual", *flow.of(one, "a")),
                piece(context, "stated", *flow.span(at, at + len(said[0]))),
            )
            told = f"“{one['name']}”目标 {one['t']}{one['u']}，完成 {one['a']}{one['u']}"
            yield Relation(
                "target", "error", figures, f"{one['a']} 对 {one['t']}", "没有全部达到", said[0],
                f"{told}，没有达到，接着却说“{said[0]}”。请核对完成值，或改正说法。",
                "完成值误写，或说法不符。", "high",
            )  # fmt: skip
            return
