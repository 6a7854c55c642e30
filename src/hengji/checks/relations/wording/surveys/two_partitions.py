"""Those asked, parted twice: 男性121人、女性113人；60岁及以上89人、31—59岁107人、30岁及以下29人, of 234 that answered.

The first parts make the whole that is told. The parts right behind them, three and more, are of the same people: where
they miss it by little, and nobody is said to be left out, one of them is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.surveys.shares import survey_relation
from hengji.facts.relation import Relation

__all__ = ["two_partitions"]

_ABOUT: Final = re.compile("问卷|受访|样本|访问|调查表|回访|调查对象")
_AGE: Final = r"\d{1,3}\s?(?:周?岁)?(?:\s?[—–\-~～至到]+\s?\d{1,3})?\s?周?岁(?:及?以[上下])?"
_TOKEN: Final = re.compile(
    rf"(?P<label>(?:{_AGE})?[^\d，。；：、\n（）()]{{0,12}}?)(?P<n>(?<![\d.,])\d{{1,3}}(?:,\d{{3}})+|(?<![\d.,])\d{{1,6}})\s?[人份名户位](?![次均])"
)
_NO_PART: Final = re.compile(
    "满意|一般|发放|收回|回收|有效|无效|共|合计|问卷|样本|受访|访问|完成|接通|调查|其中|另|其余|使用|知晓|认为|表示|选择|愿意|每"
)
_NO_FIRST: Final = re.compile("满意|一般|发放|收回|回收|有效|无效|共|合计|完成|接通|另|其余|使用|知晓|每")
_LEFT_OUT: Final = re.compile("另|其余|未填|不详|未注明|未标|缺失|未透露|拒答|多选|可兼|主要|部分")
_KINDS: Final = re.compile(
    "岁|以[上下]|小学|初中|高中|中专|大专|本科|[大中小]型|[东中西南北]部|青年|中年|老年|其[他它]"
)
_KINDS_LEAST: Final = 2
_JOINED: Final = re.compile(r"[、，和与及；。：\s]{1,3}(?:[^，。；：、\d\n]{1,10}[，：])?(?:受访者|其)?中?")
_INSIDE: Final = re.compile(r"[、，和与及]{0,2}")
_HEADED: Final = re.compile(r"[\u4e00-\u9fff]{2,6}：")
_FEWEST, _NEAR = 3, 8
_WINDOW: Final = 2  # lines that may go on with the parts


def two_partitions(context: Context) -> Iterator[Relation]:
    """Relations of kind ``survey``, errors all."""
    flow = flowing(context)
    start = 0
    lines = [(one.start(), one.end()) for one in re.finditer(r"[^\n]+", flow.text)]
    for at, (low, stop) in enumerate(lines):
        if low < start or not _ABOUT.search(flow.text, low, stop) or context.table_at(flow.place(low)) is not None:
            continue
        goes_on = (end for begin, end in lines[at + 1 : at + 1 + _WINDOW] if _HEADED.match(flow.text, begin))
        high = max((stop, *goes_on))
        found = _broken(list(_TOKEN.finditer(flow.text, low, high)), flow.text)
        if found is not None:
            start = high
            yield _relation(context, flow, *found)


def _value(token: re.Match[str]) -> int:
    return int(token["n"].replace(",", ""))


def _broken(tokens: Sequence[re.Match[str]], text: str) -> tuple[re.Match[str], Sequence[re.Match[str]]] | None:
    """The whole, and the parts that miss it behind those that make it."""
    for first, token in enumerate(tokens):
        if _NO_FIRST.search(token["label"]):
            continue
        for last in range(first + 1, min(first + _NEAR, len(tokens))):
            parts = tokens[first : last + 1]
            if any(_NO_PART.search(one["label"]) for one in parts[1:]):
                break
            total = sum(map(_value, parts))
            whole = next((one for one in tokens if one not in parts and _value(one) == total), None)
            if whole is None or not _is_run(parts, text):
                continue
            again = _run_from(tokens, last + 1, text)
            if _misses(again, total, text):
                return whole, again
    return None


def _is_run(parts: Sequence[re.Match[str]], text: str) -> bool:
    return all(_INSIDE.fullmatch(text, a.end(), b.start()) for a, b in pairwise(parts))


def _run_from(tokens: Sequence[re.Match[str]], at: int, text: str) -> list[re.Match[str]]:
    """The parts from *at* on, one right behind the other, where they follow those before."""
    if at >= len(tokens) or not _JOINED.fullmatch(text, tokens[at - 1].end(), tokens[at].start()):
        return []
    run: list[re.Match[str]] = []
    for one in tokens[at:]:
        if _NO_PART.search(one["label"]) or not one["label"].strip():
            break
        if run and not _INSIDE.fullmatch(text, run[-1].end(), one.start()):
            break
        run.append(one)
    return run


def _misses(run: Sequence[re.Match[str]], whole: int, text: str) -> bool:
    if len(run) < _FEWEST:
        return False
    total = sum(map(_value, run))
    sums = {sum(map(_value, run[:count])) for count in range(1, len(run) + 1)}
    if whole in sums or not 0 < abs(total - whole) * _NEAR <= whole:
        return False
    whole_kinds = sum(_KINDS.search(one["label"]) is not None for one in run) >= _KINDS_LEAST
    if not whole_kinds and len(str(abs(total - whole)).rstrip("0")) > 1:
        return False  # 农民76人、务工人员82人、个体户48人: those of other trades are not told
    behind = re.split("[。\n]", text[run[0].start() : run[-1].end() + 60])
    return not _LEFT_OUT.search("".join(behind[:1]))


def _relation(context: Context, flow: Flowing, whole: re.Match[str], run: Sequence[re.Match[str]]) -> Relation:
    total, count = sum(map(_value, run)), _value(whole)
    figures = [
        *(piece(context, "part", *flow.of(one, "n")) for one in run),
        piece(context, "stated", *flow.of(whole, "n")),
    ]
    return survey_relation(
        "error", figures, " + ".join(one["n"] for one in run), str(total), whole["n"],
        f"各组合计{total}，而另一种分法合计{count}，与文中共{count}相符。请核对各组人数（份数）。",
    )  # fmt: skip
