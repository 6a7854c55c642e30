"""“逐年提高”, “连续两年下降” against the figures of the years that the sentence gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from hengji.checks.context import Context
from hengji.checks.relations.passages import ANY, COUNT, MONEY, RATE, SCORE, Passage, Slot
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.verdicts import converted, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["trends"]

_UP = "提高|提升|上升|增加|增长|递增|攀升|上涨"
_DOWN = "下降|降低|减少|递减|回落|压减"
_SAID = re.compile(
    rf"(?:逐年|逐步|持续|连年|(?:连续)?[两二三四五]年(?:连续|持续)?|稳步)(?:实现|保持)?(?P<word>{_UP}|{_DOWN})(?:趋势|态势)?(?P<list>[，：；。][^。]{{0,12}}?(?:从)?20\d\d年)"
)
_YEARLY = re.compile(r"(20\d\d)年度?(?P<what>[^，。；：\ue000-\ue005]{0,8})$")
_LEAST = 3
_KINDS = (MONEY, COUNT, RATE, SCORE)


def trends(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``growth``; three years at least, each once, in their order."""
    for passage in texts:
        match = _SAID.search(passage.text)
        if match is None:
            continue
        listed = _years(passage, match.start("list"))
        if len(listed) < _LEAST or not re.search(ANY, passage.text[match.start("list") :]):
            continue
        rising = re.match(_UP, match["word"]) is not None
        yield _judged(context, passage, listed, match["word"], rising=rising)


def _years(passage: Passage, start: int) -> list[Slot]:
    """The figures behind the words, each with its year, the years running on."""
    found: list[tuple[int, Slot]] = []
    for slot in passage.slots:
        match = _YEARLY.search(slot.before) if slot.at > start else None
        if match is None or slot.kind not in _KINDS or re.search("比|较|同", match["what"]):
            if found:
                break
            continue
        if found and (int(match[1]) != found[-1][0] + 1 or not same_kind(slot, found[-1][1])):
            break
        found.append((int(match[1]), slot))
    return [slot for _, slot in found]


def _judged(context: Context, passage: Passage, listed: Sequence[Slot], word: str, *, rising: bool) -> Relation:
    unit = listed[0].mention.unit
    values = [converted(slot.mention, unit) for slot in listed]
    odd = next((at for at, (a, b) in enumerate(pairwise(values), 1) if (b < a if rising else b > a)), None)
    roles = [("year", slot.mention) for slot in listed]
    if odd is None:
        return relation("growth", "ok", roles, word, word, f"各年数字{word}，与文中一致。")
    figures = " → ".join(number(slot.mention) for slot in listed)
    text = context.document.text
    start = text.find(word, passage.start, passage.end)
    found = relation(
        "growth",
        "error",
        roles,
        word,
        "",
        f"文中说逐年{word}，所列为 {figures}。",
        f"“{number(listed[odd].mention)}”或“{word}”有误。",
    )
    if start < 0:
        return found
    return replace(found, figures=(piece(context, "word", start, start + len(word)), *found.figures))
