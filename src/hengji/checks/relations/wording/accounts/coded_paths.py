"""A code with the whole path behind it: 2210202住房保障支出（类）住房改革支出（款）提租补贴（项）.

The code is that of the step of its own length, and its first digits are those of the class.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.reference.functional import FUNCTIONAL
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.accounts.item_paths import class_of, plain_step
from hengji.facts.relation import Relation

__all__ = ["coded_paths", "leads_a_path"]

_HAN: Final = "[\u4e00-\u9fff、]"
_NAME: Final = rf"{_HAN}{{2,30}}?(?:[（(](?![类款项]\s?[）)]){_HAN}{{1,8}}[）)]{_HAN}{{0,20}}?)?"
_STEP: Final = re.compile(rf"\s?(?P<name>{_NAME})\s?[（(]\s?(?P<level>[类款项])\s?[）)]")
_CODE: Final = near(
    re.compile(
        r"(?:(?<![\d.,])|(?<=[：:。；\s]\d[.．]))(?P<code>2[0-3]\d(?:\d{2}){0,2})(?![\d.,])\s?(?=[\u4e00-\u9fff])"
    ),
    r"2[0-3]\d",
    12,
)
_LENGTHS: Final = {"类": 3, "款": 5, "项": 7}


def coded_paths(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``: the class of the path against the code, and the name at the code's own level."""
    flow = flowing(context)
    for code in _CODE.finditer(flow.text):
        steps = list(_steps(flow.text, code.end()))
        if steps and _LENGTHS[steps[0]["level"]] != len(code["code"]):
            yield from _judged(context, flow, code, steps)


def leads_a_path(text: str, at: int, code: str) -> bool:
    """Whether the name at *at* is that of a step above the one that *code* stands for."""
    step = _STEP.match(text, at)
    return step is not None and _LENGTHS[step["level"]] != len(code)


def _steps(text: str, at: int) -> Iterator[re.Match[str]]:
    while (step := _STEP.match(text, at)) is not None:
        yield step
        at = step.end()


def _judged(context: Context, flow: Flowing, code: re.Match[str], steps: list[re.Match[str]]) -> Iterator[Relation]:
    written = code["code"]
    own = class_of(plain_step(steps[0]["name"])) if steps[0]["level"] == "类" else ""
    if own and own != written[:3]:
        of_class = f"“{plain_step(steps[0]['name'])}”的编码以 {own} 开头"
        yield _wrong(context, flow.of(code, "code"), f"编码{written}与后面的科目不符：{of_class}", f"{own}……")
        return
    named = next((step for step in steps if _LENGTHS[step["level"]] == len(written)), None)
    names = [name for _, name in FUNCTIONAL.get(written, ())]
    if named is None or not names:
        return
    said = plain_step(named["name"])
    if said in names:
        yield slip(
            context, [flow.of(code, "code"), flow.of(named, "name")], "ok",
            f"科目编码{written}与名称“{said}”相符。", rule="科目编码与名称应相符", expected=said,
        )  # fmt: skip
    elif any(_nearly(said, name) for name in names):
        yield _wrong(context, flow.of(named, "name"), f"“{said}”有误，{written}的全称是“{names[-1]}”", names[-1])


def _nearly(said: str, name: str) -> bool:
    """One character left out, set too much or mistaken; names shortened by more are custom."""
    if len(said) == len(name):
        return sum(one != other for one, other in zip(said, name, strict=True)) == 1
    long, short = (said, name) if len(said) > len(name) else (name, said)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _wrong(context: Context, span: tuple[int, int], says: str, right: str) -> Relation:
    return slip(
        context, [span], "error", f"{says}（政府收支分类科目）。请核对编码或名称。",
        rule="科目编码与名称应相符", expected=right, likely=f"应为“{right}”", severity="medium",
    )  # fmt: skip
