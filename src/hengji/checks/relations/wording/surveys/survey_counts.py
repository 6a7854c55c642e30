"""Questionnaires of a paragraph by what was done with them: sent, returned, valid, set aside, people asked.

A paragraph may speak of several batches (线上, 线下), so that every role holds a list; whatever a relation needs, any
figure of the role will do.
"""

from __future__ import annotations

import re
from typing import Final

from hengji.checks.context import Context, Span

__all__ = ["Count", "Counts", "counts_of"]

Count = tuple[int, Span]
Counts = dict[str, list[Count]]

_N: Final = r"[：:]?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})\s*"
_SHEET: Final = r"(?:份|张)"
_NOT_EACH: Final = r"(?<!各)(?<!各自)(?<!分别)(?<!均)(?<!每[个村镇校所县户家])(?<!每[个所家]..)(?<!每[个所家].)"
_ROLES: Final = (
    (
        "发放",
        re.compile(
            rf"{_NOT_EACH}(?:发放|发出|下发|派发|寄出|投放|问卷发|发问卷)(?:了|去)?[^，。；：\d]{{0,20}}?{_N}{_SHEET}"
        ),
    ),
    (
        "收回",
        re.compile(
            rf"(?:收回来?|回收|收到|收上来|提交)(?!率)(?:了|的)?(?![^，。；\d]*有效)[^，。；：\d率]{{0,14}}?{_N}{_SHEET}|完成(?:有效)?(?:问卷|答卷|问卷调查){_N}{_SHEET}"
        ),
    ),
    (
        "有效",
        re.compile(
            rf"(?<!无)有效(?!率)(?:问卷|样本|答卷|调查问卷|调查表|回收|收回)?(?:共|为|数|量)?[^，。；：\d率]{{0,4}}?{_N}(?:份|张|个)|(?<![：:\d])(\d{{2,6}})\s*(?:份|个)有效(?:问卷|样本|答卷|回答)"
        ),
    ),
    (
        "无效",
        re.compile(
            rf"(?:剔除|无效|作废|废卷|剔去)(?![^，。；：\d率]{{0,16}}(?:后|有效))[^，。；：\d率]{{0,20}}?{_N}{_SHEET}"
            rf"|(?:空白|漏答|漏填)[^，。；：\d率]{{0,12}}的{_N}{_SHEET}"
            rf"|{_N}{_SHEET}(?:没有填完|没填完|是?白卷|是?废卷|作废|无效)"
        ),
    ),
    (
        "受访",
        re.compile(
            rf"(?<!每个..随机)(?<!每[个村户镇]..)(?<!各)(?<!各随机)(?<!每[个村户镇])(?:访问|访谈|调查|走访|抽取|抽样|邀请|回访|受访)了?(?!率)[^，。；：\d率问]{{0,14}}?{_N}(?:人|户|名|位|家)(?!次)"
        ),
    ),
    (
        "接通",
        re.compile(
            rf"(?:接通|接听|应答|联系上|(?:成功|有效|实际)(?:完成)?(?:联系|取得联系|受访|访问|访谈|回访|接听|接通|应答)|完成访问|(?<!无)有效)"
            rf"(?!率)(?:了|电话|人数|样本|对象)?{_N}(?:人|户|名|位|家|个)(?!次)"
        ),
    ),
    ("合计", re.compile(rf"(?<!满意)(?:合计|共计|总计|两项共|一共){_N}(?:份|张|人)(?!次)")),
)


def counts_of(context: Context, span: Span) -> Counts:
    """What the paragraph states, role by role, in the order of the text; roles that it does not state are left out."""
    text = context.document.text
    found: Counts = {}
    for role, pattern in _ROLES:
        places = [_place(match) for match in pattern.finditer(text, *span)]
        if places:
            found[role] = places
    return found


def _place(match: re.Match[str]) -> Count:
    group = next(at for at in range(1, (match.lastindex or 1) + 1) if match[at])
    return int(match[group].replace(",", "")), match.span(group)
