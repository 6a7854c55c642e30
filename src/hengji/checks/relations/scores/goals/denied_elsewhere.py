"""“户厕改造超额完成” in the summary, “改造户厕296户，完成目标的92.5%” in the body: a success claimed of a task by its
name, and denied of the same task by another sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["denied_elsewhere"]

_SAID: Final = (
    r"(?:(?:已经?|均已?|都已?)?(?:全部|全面|圆满|如期|按期|超额|顺利)+(?:如期|按期)?(?:完成|实现|达成)|(?:均|都)已(?:经)?(?:完成|实现)"
    r"|(?:已经?)?达到了?(?:预定|预期|年初|年度|既定)的?目标)(?=[，,。；;、\n])"
)
_CLAIM: Final = re.compile(rf"(?:^|[，,。；;：:\n“”])(?P<x>[\u4e00-\u9fff、]{{2,36}}?)(?P<said>{_SAID})")
_DENIAL: Final = re.compile(
    r"(?:只|仅)?完成了?(?:年度|年初)?(?:目标|任务|计划|指标)(?:值|数)?的\s?(?P<p>\d{1,2}(?:\.\d{1,4})?)\s?[%％]"
    r"|与(?:年度|年初)?(?:任务|目标|计划|指标)(?:值|数)?(?:相差|还差|尚差|差)\s?\d"
    r"|距离?[^，。；\n]{0,16}(?:还|尚|仍)有(?:一定|较大|明显)?的?差距"
    r"|(?:未能?|没有|没能)(?:达到?|完成|做满|实现|到)[^，。；\n]{0,14}?(?:目标|指标|任务|计划|的数)(?:值|数|要求)?(?!的)"
)
_ALL: Final = re.compile(
    r"(?:^|[，。；：\n])(?!除)(?P<said>(?:各项|所有|全部)(?:绩效|主要|年度)?(?:指标|目标)(?:值|任务)?(?:均|都|全部|全)已?(?:经)?(?:达到|完成|实现|达成)了?"
    r"[^，。；\n\d]{0,14}(?:目标|要求|预期)值?)(?=[，。；\n])"
)
_NOT_REACHED: Final = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,14}?(?:率|[人户件次场亩]数|里程|面积|产量))(?P<said>(?:没有|未|尚未|未能|没能)(?:达到?|完成)"
    r"(?:了)?(?:\d[\d.]{0,8}[%％]|(?:年初|年度|预期|既定)[^，。；\n]{0,6}目标))"
)
_LEAD: Final = re.compile(r"^.*(?:下达|确定|设定|制定|明确|承担|安排|批复|上述|以上|综上|看|的)(?=[\u4e00-\u9fff]{2})")
_TAIL: Final = re.compile(
    r"(?:[一二三四五六七八九十两]项)?(?:产出|效益|数量|重点|年度|主要)?(?:任务|指标|工作|目标|项目|的)+$"
)
_GENERAL: Final = re.compile(
    r"^(?:各项|全部|所有|年度|全年|重点|主要|绩效|产出|效益|数量|质量|时效|任务|指标|目标|工作|预算|资金|总体|整体)+$"
)
_RULE: Final = re.compile(r"每|满分|扣完|不得分|为止|标准")
_ELSEWHEN: Final = re.compile(
    r"上年|去年|往年|以前|如果|若|个别[乡镇村县区]|部分[乡镇村县区]|每|扣|20\d\d年|季度|上半年"
)
_WINDOW: Final = 60  # characters in front of a denial in which its task is named
_WORD: Final = 2
_NAMED_WHOLE: Final = 4  # characters of a name whose words may be turned round
_FULL: Final = 100


def denied_elsewhere(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``, each an error."""
    flow = flowing(context)
    yield from _all_but_one(context, flow)
    denials = [one for one in _DENIAL.finditer(flow.text) if _is_denial(context, flow, one)]
    for claim in _CLAIM.finditer(flow.text) if denials else ():
        place = flow.place(claim.start("said"))
        if context.table_at(place) is not None:
            continue
        for task in _tasks(claim["x"]):
            denial = next((one for one in denials if _is_of(flow, one, claim, task)), None)
            if denial is not None:
                yield _relation(context, flow, claim, denial, task)
                break


def _all_but_one(context: Context, flow: Flowing) -> Iterator[Relation]:
    """各项指标均达到了年初确定的目标, and in the chapter on problems 医保参保率没有达到95%."""
    for claim in _ALL.finditer(flow.text):
        line = flow.text[flow.text.rfind("\n", 0, claim.start("said")) + 1 : claim.start("said")]
        if context.table_at(flow.place(claim.start("said"))) is not None or re.search("除|上年|去年", line[-_WINDOW:]):
            continue
        for denial in _NOT_REACHED.finditer(flow.text):
            start = max(flow.text.rfind(mark, 0, denial.start()) for mark in "。\n") + 1
            words = flow.text[start : denial.end()]
            if not _ELSEWHEN.search(words) and context.table_at(flow.place(denial.start())) is None:
                yield _relation(context, flow, claim, denial, "")
                break


def _is_denial(context: Context, flow: Flowing, match: re.Match[str]) -> bool:
    told = read_number(match["p"]) if match["p"] else None
    rule = _RULE.search(flow.text, max(0, match.start() - _WORD * _WORD), match.end() + _WORD)
    return (told is None or told < _FULL) and rule is None and context.table_at(flow.place(match.start())) is None


def _tasks(words: str) -> list[str]:
    """The names in 年初下达的造林、封育、抚育任务; nothing of what is said of all tasks together."""
    names = re.split("[、和及与]", _TAIL.sub("", _LEAD.sub("", words)))
    return [name for name in names if len(name) >= _WORD and not _GENERAL.match(name)]


def _is_of(flow: Flowing, denial: re.Match[str], claim: re.Match[str], task: str) -> bool:
    """Whether the sentence of the denial names the task in front of it, in whichever order of its two words."""
    start = max(flow.text.rfind("。", 0, denial.start()), denial.start() - _WINDOW, 0)
    stop = flow.text.find("。", denial.end())
    if start <= claim.start("said") and (stop < 0 or claim.start("said") < stop):
        return False
    before = flow.text[start : denial.start()]
    turned = len(task) == _NAMED_WHOLE and task[_WORD:] + task[:_WORD] in before
    return task in before or turned


def _relation(context: Context, flow: Flowing, claim: re.Match[str], denial: re.Match[str], task: str) -> Relation:
    figures = (piece(context, "actual", *flow.span(*denial.span())), piece(context, "stated", *flow.of(claim, "said")))
    message = f"这里说{task}“{claim['said']}”，另一处却说“{denial[0]}”，自相矛盾。请核对完成数，或改正说法。"
    return Relation(
        "target", "error", figures, "前后说法应一致", "没有达到目标", claim["said"], message,
        "两种说法之一有误。", "high",
    )  # fmt: skip
