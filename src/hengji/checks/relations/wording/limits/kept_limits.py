"""A limit said to be kept beside two figures that say it was not: 支出12.5万元，预算10万元，控制在预算以内."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.limits.said_limits import said_limit
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["kept_limits"]

_N: Final = r"(?P<{0}>\d[\d,]{{0,20}}(?:\.\d{{1,8}})?)\s{{0,4}}(?P<{0}u>亿元|万元|元)"
_LIMIT: Final = (
    r"(?:预算|概算|限额|控制|限价)(?:安排|指标|批复|总额|总投资|支出)?(?:数|额|价)?(?:安排)?(?:为|是|[:：])?\s{0,4}"
)
_SPENT: Final = (
    r"(?:支出|使用|执行|决算|实支|列支|结算|投资|中标|成交|实付)(?:决算|支出)?(?:数|额|价|金额)?"
    r"(?:共|为|是|[:：])?\s{0,4}"
)
_WHAT: Final = (
    r"(?:年初|全年|调整后?(?:的)?|批复的?|核定的?|招标)?(?:预算|概算|限额|控制|最高限价|核定|批复)(?:数|额|价|安排)?"
)
_KEPT: Final = (
    rf"控制在(?:年初|批复|核定|调整)?(?:预算|概算|限额|控制)(?:数|额|价|范围)?(?:之内|以内|范围内|内)"
    rf"|(?:决算数?|结算价?|支出)?(?:未|没有|均未|并未|不)(?:超出?|超过|突破|高于|大于)(?:{_WHAT}|支)"
    rf"|(?:实际支出|支出|实际|执行|使用|列支|结算|中标|成交)?(?:数|额|价|金额)?(?:低于|小于|少于)(?:{_WHAT})"
)
_SAID: Final = (
    r"[，,。](?:[^，,。；;\d\n]{1,20}[，,]|(?:[^，,。；;\n预超]{1,24}[，,]){1,3}(?=控制在))?(?:控制率为?[\d.%％]{1,8}[，,])?(?P<w>[^，,。；;\d\n]{0,10}?"
    rf"(?:{_KEPT}|(?P<over>(?:实际支出|实际|结算|中标)(?:数|额|价|金额)?(?:大于|高于|超过)(?:{_WHAT}))))"
)
_SHAPES: Final = (
    re.compile(
        rf"{_SPENT}{_N.format('a')}[，,；;]?[（(]?(?:年初|年度|全年|批复|最高)?(?:招标)?{_LIMIT}{_N.format('t')}[）)]?{_SAID}"
    ),
    re.compile(
        rf"{_LIMIT}{_N.format('t')}[，,；;](?:全年|年末|当年|本年)?(?:实际|累计)?{_SPENT}{_N.format('a')}{_SAID}"
    ),
    re.compile(  # “三公”经费决算 A，其中…。相较年初批复的 T，未突破预算
        rf"三公[”\"]?经费{_SPENT}{_N.format('a')}[^。\n]{{0,90}}。(?:相?较|对照|对比|比)(?:于)?(?:年初|年度|全年)?"
        rf"(?:批复|核定|下达)?的?(?:预算|控制)?数?的?{_N.format('t')}{_SAID}"
    ),
)


_OTHER: Final = re.compile("超[出过支]|但|另|全部|各项|整体|总(?!额)")
"""Words behind the figures by which the claim speaks of something else."""


def kept_limits(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``; none where the figures bear the claim out in another unit."""
    flow = flowing(context)
    for shape in _SHAPES:
        for match in shape.finditer(flow.text):
            yield from _judged(context, flow, match)


def _judged(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    limit, spent = (read_number(match[name].replace(",", "")) for name in ("t", "a"))
    said = flow.text[max(match.end("au"), match.end("tu")) : match.end("w")]
    unlike = match["tu"] != match["au"] or context.table_at(flow.place(match.start())) is not None
    over = match["over"] is not None
    if over:
        said = said.removesuffix(match["over"])
    if limit is None or spent is None or unlike or _OTHER.search(re.sub("(?:不|未|没有)超[出过支]?", "", said)):
        return
    borne_out = spent > limit if over else spent <= limit
    allowed, actual = match["t"] + match["tu"], match["a"] + match["au"]
    figures = (piece(context, "budget", *flow.of(match, "t")), piece(context, "stated", *flow.of(match, "a")))
    told = f"预算（限额）{allowed}，实际{actual}，"
    yield said_limit(figures, allowed, actual, match["w"], told, borne_out=borne_out, over=over)
