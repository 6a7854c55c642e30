"""As many figures as names, where other words stand between: 甲、乙、丙、丁四家，公用经费分别为 8.2、7.6、10.7 万元."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.passages import COUNT, Passage, Slot, passages
from hengji.facts.relation import Relation

__all__ = ["counts_of_values"]

_FIGURES: Final = "\ue000-\ue005"
_IN_ORDER: Final = re.compile(r"(?:分别|依次)[^，。；、]{0,10}$|[^，。；、]{0,6}各[^，。；、]{0,6}$")
_CHAIN: Final = re.compile(
    rf"(?P<names>[^，。；：（）{_FIGURES}]{{1,20}}?(?:、[^，。；：、（）{_FIGURES}]{{1,14}}){{1,9}}){COUNT}(?P<behind>[^，。；：、（）{_FIGURES}]{{0,16}})"
)
_SPOKEN: Final = re.compile(
    rf"(?P<names>[^，。；：（）{_FIGURES}]{{1,20}}?(?:、[^，。；：、（）{_FIGURES}]{{1,14}}?){{1,9}})(?P<n>[两二三四五六七八九])(?:块|段|者|方|头|个|家|项|类|种|级|地)"
)
_BETWEEN: Final = re.compile("^(?:、|和|与|及|以及)$")
_GOES_ON: Final = re.compile("^(?:[、和及与（]|等)")
_JOINER: Final = re.compile("以及|[和及与]")
_LETTERS: Final = re.compile("等|其他|其余|分别|依次|各")
_MEASURES: Final = frozenset("家块项类段个种名位所处座户批期")
_FAR, _FEWEST, _FEW = 90, 2, 2


def counts_of_values(context: Context) -> Iterator[Relation]:
    """Relations of kind ``list_order``, errors all: the names are as many as is said of them, and the figures are not;
    or names and figures are equally many, and another number is said."""
    for passage in passages(context):
        if "、" not in passage.text:
            continue
        for match in _SPOKEN.finditer(passage.text):
            names = match["names"].count("、") + 1
            if _plain(match) and names == whole_number(match["n"]):
                yield from _spoken(passage, names, match.end())
        chains = [match for match in _CHAIN.finditer(passage.text) if _plain(match)]
        for match in chains:
            said = passage.slot_at(match.start("behind") - 1)
            if (
                said is None
                or _BETWEEN.match(passage.after(said))
                or str(said.mention.unit) not in _MEASURES
                or said.mention.value < _FEWEST
            ):
                continue
            names = match["names"].count("、") + 1
            for run in _runs(passage, match.end("names") + 1):
                found = _judged(passage, said, names, run)
                if found is not None:
                    yield found
                    break


def _spoken(passage: Passage, names: int, start: int) -> Iterator[Relation]:
    """产出、效益、满意度三块，…得分分别为 45.5、27.5、10.5、8.0 分: a number that is no figure of the passage."""
    for run in _runs(passage, start):
        between = passage.text[start : run[0].at]
        apart = re.search("[。；]", between) is not None or "、" in between.split("，")[-1]
        apart = apart or _other_list(between, len(run))
        if names != len(run) and abs(names - len(run)) <= _FEW and not apart:
            yield _relation(names, run)
            return


def _other_list(between: str, values: int) -> bool:
    """四个子项目，甲校 a、乙校 b、丙校 c，生均分别为 x、y、z: as many names, with figures or bare, stand nearer."""
    if any(clause.count("、") + 1 == values for clause in re.split("[，：（）]", between)):
        return True  # 省、市两级抽检合格率，按甲、乙、丙、丁的顺序，分别为 w、x、y、z
    rows = re.findall(rf"[{_FIGURES}](?:、[^，。；、{_FIGURES}]+[{_FIGURES}])+", between)
    return any(len(re.findall(f"[{_FIGURES}]", row)) == values for row in rows)


def _plain(match: re.Match[str]) -> bool:
    return not _LETTERS.search(match["names"]) and not any(
        _JOINER.search(re.sub("[及和]以[上下]", "", name[1:-1])) for name in match["names"].split("、")[-1:]
    )


def _runs(passage: Passage, start: int) -> Iterator[Sequence[Slot]]:
    """The lists of figures behind 分别 in the rest of the sentence, closed and of one unit each."""
    ats = passage.once(_runs, lambda one: [slot.at for slot in one.slots])
    slots = passage.slots[bisect_left(ats, start) : bisect_left(ats, start + _FAR)]
    position = 0
    while position < len(slots):
        end = position + 1
        if _IN_ORDER.search(passage.text[max(0, slots[position].at - 24) : slots[position].at]):
            while end < len(slots) and _BETWEEN.match(slots[end].before) and slots[end].kind == slots[position].kind:
                end += 1
            if end - position >= _FEWEST and not _GOES_ON.match(passage.after(slots[end - 1])):
                yield slots[position:end]
        position = end


def _judged(passage: Passage, said: Slot, names: int, run: Sequence[Slot]) -> Relation | None:
    told, values = int(said.mention.value), len(run)
    between = passage.text[said.at : run[0].at]
    if re.search("、", between.split("，")[-1]) or re.search("[。；]", between) or _other_list(between, values):
        return None
    if names == told and values != told and abs(values - told) <= _FEW:
        return _relation(names, run)
    if names == values != told and abs(values - told) <= _FEW:
        shown = f"{said.mention.text}{said.mention.unit_text}"
        message = f"所列名称和数字各有 {values} 个，文中却说“{shown}”。请核对个数。"
        figures = (*(figure("part", slot.mention) for slot in run), figure("stated", said.mention))
        return Relation(
            "list_order",
            "error",
            figures,
            "名称个数 = 数字个数",
            str(names),
            shown,
            message,
            "漏写或多写了一项",
            "high",
        )
    return None


def _relation(names: int, run: Sequence[Slot]) -> Relation:
    message = f"前面有 {names} 个名称，“分别”后面却有 {len(run)} 个数，请核对是否漏写或多写了一项。"
    figures = tuple(figure("stated", slot.mention) for slot in run)
    return Relation(
        "list_order",
        "error",
        figures,
        "名称个数 = 数字个数",
        str(names),
        str(len(run)),
        message,
        "漏写或多写了一项",
        "high",
    )
