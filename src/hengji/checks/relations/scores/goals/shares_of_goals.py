"""What was done as a share of its goal, all in one sentence: “目标1200户，截至6月末完成480户，占全年目标的40%”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation, Verdict

__all__ = ["shares_of_goals"]

_N: Final = r"\d{1,9}(?:\.\d{1,4})?"
_SHARE: Final = re.compile(
    rf"(?:目标|任务|计划)[^，。；\d]{{0,14}}(?P<goal>{_N})\s?(?P<unit>[万亿]?[\u4e00-\u9fff]{{1,3}})[，,；;][^，。；]{{0,16}}?"
    rf"(?:完成|完工|建成|开展|实施|新增|改造|发放|举办|达到?)[^，。；\d]{{0,10}}(?P<done>{_N})\s?(?P=unit)[，,]"
    rf"(?:已?占|已?完成|为|达到?)了?(?:全年|年度|年初)?(?:目标|任务|计划)(?:任务|数|总数|总任务|目标)?的\s?(?P<rate>{_N})\s?[%％]"
)


def shares_of_goals(context: Context) -> Iterator[Relation]:
    """Relations of kind ``rate``."""
    flow = flowing(context)
    if not re.search(r"(?:目标|任务|计划)(?:任务|数|总数|总任务|目标)?的\s?\d", flow.text):
        return
    for match in _SHARE.finditer(flow.text):
        goal, done, stated = (Fraction(match[name]) for name in ("goal", "done", "rate"))
        if not goal or context.table_at(flow.place(match.start())) is not None:
            continue
        places = len(match["rate"].partition(".")[2])
        computed = done / goal * 100
        holds = abs(computed - stated) < Fraction(1, 10**places)
        right = f"{plain(round_half_up(computed, max(places, 2)))}%"
        figures = tuple(piece(context, name, *flow.of(match, name)) for name in ("goal", "done", "rate"))
        message = (
            f"{match['done']} 占目标 {match['goal']} 的比例{'' if holds else '应'}为 {right}，文中为 {match['rate']}%。"
        )
        verdict: Verdict = "ok" if holds else "error"
        yield Relation(
            "rate", verdict, figures, f"{match['done']} ÷ {match['goal']}", right, f"{match['rate']}%", message, "",
            "medium" if holds else "high",
        )  # fmt: skip
