"""Parts told in tenths: 增长近两成, 占到六成, 目标的八成五. They are no figures, but say what two figures give.

八成五 stands for 84.5 to 86 per cent, 八成 for 75 to 90 (rounded or cut off), 近八成 for 70 to 80, 八成多 for 80 to 90.
Only where the words leave no doubt which two figures are meant, and no rate beside them is what is said, it is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import permutations
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.context import figure as figure_of
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, in_words, number, same_kind, shows
from hengji.checks.relations.without_frames.marks import is_last_years, is_quantity
from hengji.facts.mention import Mention
from hengji.facts.numbers import percent
from hengji.facts.relation import Figure, Relation, RelationKind

__all__ = ["spoken_tenths"]

_DIGITS: Final = {letter: value for value, letter in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_TENTHS: Final = re.compile(
    r"(?P<blur>接近|将近|不到|不足|刚过|超过|略高于|大约|差不多|[近约超逾过])?(?P<n>[一二两三四五六七八九])成(?P<m>[一二三四五六七八九])?"
    r"(?P<tail>多|以上|左右|出头|有余)?(?![功果效立员熟本为都绩就长品交人形以])"
)
_LIMIT: Final = re.compile(
    r"(?:不超过|不得|控制|不低于|不高于|以内|至少|目标|要求|标准|须|应|力争|约定|按)[^，。；\ue000-\ue005]{0,10}$"
)
_CHANGE: Final = re.compile(r"(?:增长|增加|提高|上升|下降|减少|降低|压减|压缩|增幅|降幅|[涨增降升减少])(?:了|为|达)?$")
_SAID_OF: Final = re.compile(r"^，?(?:也就是|即|等于|相当于?|占|约|大约|达)[^，。；]*$")
_OF_ALL: Final = re.compile("，?(?:已|就|也)?(?:超过|达到?|占到?|约占)?(?:了)?(?:全部|总|所有|全年)[^，。；]{0,6}的?")
_FAR: Final = 6  # sentences
_THAN_THEN: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,8})(?:比|较)(?:20\d\d年|上年|去年)的?$")
_GREW: Final = re.compile("(?:增长|增加|提高|上升|下降|减少|降低)了?")
_HOW_MUCH: Final = re.compile("资金|金额|总额|额|数|[（(][^（）()]{1,8}[)）]")
_VERB: Final = re.compile(r"，(?P<told>[\u4e00-\u9fff]{2,4}?)(?:率|额|比例)?(?:达到?|已经?|为|了)*")
_YEAR: Final = re.compile("(20[0-9]{2})年")
_UNDER: Final = ("接近", "将近", "不到", "不足", "近")
_OVER: Final = ("刚过", "超过", "略高于", "超", "逾", "过")
_ABOUT: Final = ("大约", "差不多", "约", "左右")
_ABOVE: Final = ("多", "以上", "出头", "有余")
_PAIR: Final = 2
_WIDE: Final = Fraction(1, 4)
_REACH: Final = 14  # characters between the two figures and what is said of them
_BY: Final = re.compile("[多少增减涨降](?:了|加|长)?$")
_TENTH: Final = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said and the range that it may stand for."""

    words: str
    at: int
    low: Fraction
    high: Fraction


def spoken_tenths(context: Context, texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Relations of kinds ``growth`` and ``share``, errors all."""
    passage = texts[index]
    if "成" not in passage.text and "每十" not in passage.text:
        return
    for match in _TENTHS.finditer(passage.text):
        before = passage.text[: match.start()]
        if _LIMIT.search(before[-14:]):
            continue
        said = _said(match)
        own = [slot for slot in passage.slots if is_quantity(slot)]
        changed = _CHANGE.search(before) is not None
        pair = _changed_pair(passage, own, said, context.facts.year) if changed else _shared_pair(passage, own, said)
        pair = pair or (
            _of_a_column(context, passage, own, said) if changed else _of_a_whole_before(texts, index, own, said)
        )
        if pair is None or _explained(passage, pair, said, changed=changed):
            continue
        yield _relation(context, passage, said, pair, changed=changed)


def _said(match: re.Match[str]) -> _Said:
    step = Fraction(1, 100) if match["m"] else _TENTH
    value = Fraction(_DIGITS[match["n"]], 10) + (Fraction(_DIGITS[match["m"]], 100) if match["m"] else 0)
    low, high = value - step / 2, value + step
    if match["blur"] in _UNDER:
        low, high = value - step, value
    elif match["blur"] in _OVER or match["tail"] in _ABOVE:
        low, high = value, value + step
    elif match["blur"] in _ABOUT or match["tail"] in _ABOUT:
        low, high = value - step * Fraction(7, 10), value + step * Fraction(7, 10)
    return _Said(match[0], match.start(), low, high)


def _explained(passage: Passage, pair: tuple[Slot, Slot], said: _Said, *, changed: bool) -> bool:
    """Whether the two give what was said, or a rate of the sentence is it, or what the two give is far from it."""
    value = _value(pair, changed=changed)
    rates = [slot.mention.value for slot in passage.slots if slot.kind == RATE]
    values = [value, *rates, *(1 - rate for rate in rates), *(a + b for a, b in permutations(rates, _PAIR))]
    return any(said.low <= one <= said.high for one in values) or abs(value - (said.low + said.high) / 2) > _WIDE


def _value(pair: tuple[Slot, Slot], *, changed: bool) -> Fraction:
    part, whole = pair
    ratio = converted(part.mention, whole.mention.unit) / whole.mention.value
    return abs(ratio - 1) if changed else ratio


def _changed_pair(passage: Passage, own: Sequence[Slot], said: _Said, year: int | None) -> tuple[Slot, Slot] | None:
    """This year's figure and last year's, or 由 A 到 B: the only two of a kind that are no amounts of change."""
    levels = [slot for slot in own if slot.at < said.at and not _BY.search(slot.label)][-_PAIR:]
    past = [slot for slot in levels if is_last_years(passage, slot) or re.search("[由从]", slot.label)]
    past = past or [slot for slot in levels if _is_before(slot, year)]
    if len(past) != 1 or len(levels) != _PAIR or not same_kind(*levels):
        return None
    current = next(slot for slot in levels if slot is not past[0])
    return current, past[0]


def _is_before(slot: Slot, year: int | None) -> bool:
    """事故 48 起，2021年为 63 起 in the paper on 2022."""
    told = _YEAR.match(slot.label)
    return told is not None and year is not None and int(told[1]) == year - 1


def _shared_pair(passage: Passage, own: Sequence[Slot], said: _Said) -> tuple[Slot, Slot] | None:
    """A 为 B 的八成五; of W，其中 A，占到六成: the two that stand last in front, and no third of their kind."""
    before = [slot for slot in own if slot.at < said.at]
    if len(before) < _PAIR or not same_kind(before[-1], before[-2]):
        return None
    alike = [slot for slot in own if same_kind(slot, before[-1])]
    between = passage.text[before[-1].at + 1 : said.at]
    verb = _VERB.fullmatch(between)
    again = verb is not None and verb["told"] in before[-1].label  # 实际到账 A，到账超过八成
    if between == "的":
        return before[-2], before[-1]
    if len(alike) > _PAIR or len(between) > _REACH or not (again or _SAID_OF.match(between)):
        return None
    part, whole = sorted(before[-2:], key=lambda slot: converted(slot.mention, before[-1].mention.unit))
    return part, whole


def _of_a_whole_before(
    texts: Sequence[Passage], index: int, own: Sequence[Slot], said: _Said
) -> tuple[Slot, Slot] | None:  # fmt: skip
    """A 合计，超过全部资金的六成，其余占 P: the whole of sentences before of which A is all that P leaves."""
    passage = texts[index]
    before = [slot for slot in own if slot.at < said.at]
    if not before or not _OF_ALL.fullmatch(passage.text[before[-1].at + 1 : said.at]):
        return None
    part = before[-1]
    rests = [slot.mention for slot in passage.slots if slot.kind == RATE and slot.at > said.at]
    near = [slot for one in texts[max(0, index - _FAR) : index] for slot in one.slots if is_quantity(slot)]
    for whole in near:
        if same_kind(whole, part) and converted(part.mention, whole.mention.unit) < whole.mention.value:
            left = 1 - converted(part.mention, whole.mention.unit) / whole.mention.value
            if any(shows(rest, left) for rest in rests):
                return part, whole
    return None


def _of_a_column(context: Context, passage: Passage, own: Sequence[Slot], said: _Said) -> tuple[Slot, Slot] | None:
    """贴息资金比2022年的 B 增长近四成: this year's is the total of the one column that is called so."""
    before = [slot for slot in own if slot.at < said.at]
    base = before[-1] if before else None
    named = _THAN_THEN.search(base.label) if base is not None and is_last_years(passage, base) else None
    if base is None or named is None or not _GREW.fullmatch(passage.text[base.at + 1 : said.at]):
        return None
    totals = [one for one in context.mentions if _is_total_of(one, named["name"]) and context.in_table(one)]
    totals = [one for one in totals if same_kind(replace(base, mention=one), base)]
    if len({one.value for one in totals}) != 1:
        return None
    return replace(base, mention=totals[0]), base


def _is_total_of(one: Mention, name: str) -> bool:
    row, _, column = one.subject.partition("|")
    called = _HOW_MUCH.sub("", name) == _HOW_MUCH.sub("", column)
    return called and re.fullmatch(r"合\s?计|总\s?计", row) is not None and not one.is_rate


def _relation(context: Context, passage: Passage, said: _Said, pair: tuple[Slot, Slot], *, changed: bool) -> Relation:
    part, whole = pair
    value = _value(pair, changed=changed)
    kind: RelationKind = "growth" if changed else "share"
    roles = ("current", "base") if changed else ("part", "whole")
    a, b = in_words(converted(part.mention, whole.mention.unit)), number(whole.mention)
    formula = f"（{a} − {b}）÷ {b}" if changed else f"{a} ÷ {b}"
    start, end = _place(context, passage, said.words)
    figures = (
        *(figure_of(role, slot.mention) for role, slot in zip(roles, pair, strict=True)),
        Figure("stated", context.document.text[start:end], start, end),
    )
    right = percent(value)
    message = f"{formula} = {right}，文中却说“{said.words}”（{percent(said.low)}—{percent(said.high)}）。"
    return Relation(kind, "error", figures, formula, right, said.words, message, "说法与数字不符。", "medium")


def _place(context: Context, passage: Passage, words: str) -> Span:
    """Where the words stand; white space may stand between them."""
    pattern = r"\s*".join(re.escape(letter) for letter in words)
    found = re.compile(pattern).search(context.document.text, passage.start, passage.end)
    return found.span() if found else (passage.start, passage.end)
