"""Groups of those asked: “其中线上298份、线下102份”, “男性176人，女性224人”. They add up to a count that is stated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.surveys.shares import survey_relation
from hengji.checks.relations.wording.surveys.survey_counts import Count
from hengji.facts.relation import Relation, Verdict

__all__ = ["groups"]

_NAME: Final = r"(?:\d{1,3}(?:[—\-~～至]\d{1,3})?(?:周?岁|年)(?:及?以[上下])?)?[A-Z]?[\u4e00-\u9fff（）()“”]{0,16}?"
_BAR: Final = r"(?!.{0,12}(?:收回|回收|发放|发出|剔除|无效|满意|采纳|走访|合计|共计|另|其余))"
_SHARE: Final = r"(?:[，,]?[（(]?占[^，,、；。（）()]{0,10}\d[\d.]*\s*[%％][)）]?)?"
_ITEM: Final = (
    rf"{_BAR}({_NAME})(?:有|为|共)?\s*((?<![\d,])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}))\s*(份|人|户|名|家){_SHARE}"
)
_RUN: Final = re.compile(
    rf"(?:(?<=[：:；;。，,（(中是为])|^){_ITEM}(?:[、，,和及]+\s*{_ITEM}){{1,9}}(?=[；;。，,、）)\n]|$)", re.MULTILINE
)
_ONE: Final = re.compile(_ITEM)
_MORE: Final = re.compile("等|其余|另|主要|多数")
_PAIRS: Final = (("男", "女"), ("线上", "线下"), ("扫码", "纸质"), ("网络", "现场"), ("城", "农"), ("城", "乡"))
_FEWEST: Final = 3
_NEAR: Final = 4


def groups(context: Context, span: Span, wholes: Sequence[Count]) -> Iterator[Relation]:
    """Runs of two groups or more. One that misses every whole by a slip of one digit, or is more than all, is wrong;
    one that misses by more may leave groups out."""
    if not wholes:
        return
    text = context.document.text
    for match in _RUN.finditer(text, *span):
        items = [(one[1], int(one[2].replace(",", "")), one.span(2)) for one in _ONE.finditer(text, *match.span())]
        total = sum(number for _, number, _ in items)
        earlier = [one for one in wholes if not match.start() <= one[1][0] < match.end()]
        if len(items) < 2 or not earlier or not _belongs(items, total, earlier):
            continue
        sentence = text[slice(*context.sentence_at(match.start()))]
        yield _relation(context, items, total, earlier, open_ended=_MORE.search(sentence) is not None)


def _belongs(items: Sequence[tuple[str, int, Span]], total: int, wholes: Sequence[Count]) -> bool:
    """Whether the run can be the groups of a whole: it is one, or is near to one and of a kind that leaves none out."""
    if any(total == whole[0] for whole in wholes):
        return True
    names = [name for name, _, _ in items]
    opposite = any(len(names) == 2 and one in names[0] and other in names[1] for one, other in _PAIRS)
    near = any(abs(total - whole[0]) * _NEAR <= whole[0] for whole in wholes)
    return near and (opposite or len(items) >= _FEWEST or any("有效" in name for name in names))


def _relation(
    context: Context, items: Sequence[tuple[str, int, Span]], total: int, wholes: Sequence[Count], *, open_ended: bool
) -> Relation:
    number, place = min(wholes, key=lambda whole: (whole[0] != total, abs(whole[0] - total)))
    slip = str(abs(total - number)).rstrip("0")
    certain = not open_ended and (total > max(whole[0] for whole in wholes) or len(slip) == 1)
    verdict: Verdict = "ok" if number == total else "error" if certain else "suspicious"
    says = "相符" if verdict == "ok" else "请核对各组人数（份数）"
    return survey_relation(
        verdict,
        [*(piece(context, "part", *span) for _, _, span in items), piece(context, "stated", *place)],
        " + ".join(str(count) for _, count, _ in items),
        str(total),
        str(number),
        f"各组合计{total}，文中共{number}，{says}。",
    )
