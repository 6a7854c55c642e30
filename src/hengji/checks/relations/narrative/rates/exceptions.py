"""Cases of which some are excepted: "受理 17 起，除 1 起外全部办结" and the rate of 办结 that is stated elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, judged, number, relation, same_kind, slip_of
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["fractions_of_cases"]

_EXCEPT = re.compile(
    rf"{COUNT}[^。\ue000-\ue005]{{0,20}}除了?(?P<less>{COUNT})[^，。；\ue000-\ue005]{{0,16}}?(?:以?外|之外)，?"
    r"(?:其余|其他|剩余|余下)?(?:均|都|全部|已|全|皆|已经)*(?P<verb>办结|完成|解决|回复|处理|落实|验收|支付|兑现|合格|通过)"
)
_RATE_NAME = re.compile(r"(办结|完成|解决|回复|处理|落实|验收|支付|兑现|合格|通过)率")


def fractions_of_cases(context: Context, texts: list[Passage]) -> Iterator[Relation]:
    """Every excepted case, against the rates of the same name anywhere in the document."""
    found = [(passage, match) for passage in texts for match in _EXCEPT.finditer(passage.text)]
    if not found:
        return
    rates = _rates(context, texts)
    for passage, match in found:
        all_cases, less = passage.slot_at(match.start()), passage.slot_at(match.start("less"))
        if all_cases is None or less is None or not same_kind(all_cases, less):
            continue
        if 0 < less.mention.value < all_cases.mention.value:
            yield from _against(all_cases, less, match["verb"], rates.get(match["verb"], []))


def _rates(context: Context, texts: list[Passage]) -> dict[str, list[Mention]]:
    """Rates by the verb in their name: from the words in front of them and from the headers of their table cell."""
    labels = {slot.mention.start: slot.before[-20:] for passage in texts for slot in passage.slots}
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in context.mentions:
        if mention.is_rate and not mention.is_points_of_percent:
            for verb in set(_RATE_NAME.findall(mention.subject + labels.get(mention.start, ""))):
                found[verb].append(mention)
    return found


def _against(all_cases: Slot, less: Slot, verb: str, rates: list[Mention]) -> Iterator[Relation]:
    total, open_cases = all_cases.mention, less.mention
    computed = (total.value - open_cases.value) / total.value
    fitting = [rate for rate in rates if good(judged(computed, None, rate))]
    near = [rate for rate in rates if rate.value != 1 and abs(rate.value - computed) < 1 / total.value]
    if not fitting and len({rate.value for rate in near}) != 1:
        return
    rate = (fitting or near)[0]
    possible = any(
        good(judged(Fraction(done) / total.value, None, rate)) for done in range(min(int(total.value), 1000) + 1)
    )
    verdict = judged(computed, None, rate)
    right = as_written(computed, rate)
    message, likely = f"{verb}率为 {right}，与文中一致。", ""
    if not good(verdict):
        verdict = "suspicious" if possible else "error"
        message = f"{number(total)}中除 {number(open_cases)}外均{verb}，{verb}率应为 {right}，文中为 {number(rate)}。"
        likely = slip_of(rate, computed)
    roles = [("whole", total), ("rest", open_cases), ("stated", rate)]
    yield relation(
        "rate", verdict, roles, f"({total.value} - {open_cases.value}) ÷ {total.value}", right, message, likely
    )
