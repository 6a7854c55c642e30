"""Which step of a procedure a date is said of, and of what thing: 5月9日开标, 开工日期为6月21日, 一期工程于9月竣工."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hengji.checks.relations.wording.days.procedure_steps import STEP_WORD, Step, step_of
from hengji.checks.relations.wording.days.told_dates import ToldDate, told_dates

__all__ = ["Said", "said_steps", "same_thing"]

_CLAUSE: Final = re.compile(r"[，,。；;！？\n]")
_LABELS: Final = re.compile(
    r"的?(?:报告|公告|意见|手续)?(?:发布|发出|发放|签发|完成|举行|组织|印发|通过)?(?:日期|时间|时点|工作)?(?:分别|确定|实际)?(?P<firm>为|是|[:：]|定于|安排在|安排于|定在|从|自)?(?:于|在)?\s*"
)
_NAMES_DATE: Final = re.compile(r"日期|时间|时点")
_NOT_THEN: Final = re.compile(
    r"(?:完成|结束|合格|通过)?(?:后|之后|以后|前|之前|以前|的(?!日期|时间)|期间|之日|过程|阶段|时(?!间)|方案|计划|结果|条件|手续|资料|文件|办法)"
)
_DENIED: Final = re.compile(r"(?:未|没有|不得?|无需|尚待|暂缓|推迟|延期|取消)[^，。；]{0,4}$")
_PLANNED: Final = re.compile(
    r"每年|每月|每季|逐年|计划|拟(?!定|补|支|录|聘|奖|资|推|入)|预计|预期|原定|(?<![供对相反效适响感])应(?![急用届邀援])[当于在]?|必须|须|要求|约定(?!书)|力争|争取|确保|目标|暂定|将(?:于|在)|下一步|最迟|限期|不晚于|不迟于|截[至止]|根据|按照|依据|依照|参照|提前|先行|预拨|部分|首批|陆续|分批|补充|变更|续签|追加|重新|二次|再次|扫尾|收尾"
)
_PLAN: Final = re.compile(
    r"(?:原|预)?计划(?!投资|资金|书|数|目标|任务|指标|总|安排资金|文件)|拟[于在]|预计|原定|约定(?!书)|要求"
)
_IN_FACT: Final = re.compile(r"实际|已|因|但|最终|目前|后来|于是|随后")
_DEADLINE: Final = re.compile(r"\s*(?:之?前|以前|底前|末前|内)")
_THING: Final = re.compile(
    r"(?:项目|工程|标段|[一二三四五六七八九十\d]期|第.{1,2}[批次期轮年]|[批轮届]次?|课题|平台|系统|设备|资金|问卷|预算|决算|任务|活动"
    r"|[段路街道巷渠河沟坝库桥涵闸站楼馆校园院所厂号线村屯组乡镇])$"
)
_TRAILING: Final = re.compile(
    r"(?:\s|于|在|自|从|已|也|则|均|都|又|再|才|早|即|全部|正式|随后|其后|此后|之后|后|最终|实际|分别|陆续|顺利|同步|一并|并|于是|完整)+$"
)
_ASIDE: Final = re.compile(r"\s*(?:在|与|和|向|经|通过|由|按|面向|对|从|并)")
_AGENT: Final = re.compile(r"由|经|向|与")
_OWN: Final = re.compile(
    r"^(?:但是?|而|其中|此前|此后|随后|目前|另|该|本|此|这[个项]|上述|所有|全部|整个|各|每个|主体|我[县市区镇乡村局])*"
)
_OF_ALL: Final = re.compile("全部|均|全线")
_LAST_OF_ALL: Final = re.compile("^最后[一1]?[个条处段批座所栋]")
_COUNTED: Final = re.compile(r"^(?:\d+|[一二两三四五六七八九十]{1,3})[个条座段处](?P<noun>[\u4e00-\u9fff]{1,4})$")
_PARTS: Final = re.compile(r"^第?[一二三四五六七八九十\d]{1,3}(?:[至到、和-]第?[一二三四五六七八九十\d]{1,3})?(?:个)?$")
_PLAIN: Final = frozenset(("", "项目", "工程", "资金", "预算", "决算", "任务", "活动", "问卷", "设备", "系统", "平台"))
_AND: Final = re.compile(
    r"(?:工作)?(?:和|及|与|、|以及|并)(?:完成|通过|进行|组织|办理)?了?(?:项目|工程|资金|全部|设备)?"
)
_LONGEST_NAME: Final = 24
_REACH: Final = 40
_BACK: Final = 80  # characters of the sentence in which a plan may have been announced


@dataclass(frozen=True, slots=True)
class Said:
    """A date, its step, the thing that it is said of ("" where none is named). `turn` is where the step ends or the
    date, whichever is later. `labelled`: 开工时间为…, which may stand in any order. `of_all`: 全部通过验收, of no
    single thing that was spoken of before."""

    date: ToldDate
    step: Step
    thing: str
    start: int
    turn: int
    labelled: bool = False
    of_all: bool = False


def said_steps(text: str, start: int, end: int) -> Iterator[Said]:
    """What a passage says was done and when; what was planned, allowed or asked for is left out."""
    dates = told_dates(text, start, end)
    if len(dates) < 2:
        return
    for number, date in enumerate(dates):
        low = dates[number - 1].end if number else start
        high = dates[number + 1].start if number + 1 < len(dates) else end
        said = _said(text, date, low, high)
        if said is not None:
            yield said
            yield from _joined(text, said, high)


def _said(text: str, date: ToldDate, low: int, high: int) -> Said | None:
    begin = max((stop.end() for stop in _CLAUSE.finditer(text, low, date.start)), default=low)
    stop = _CLAUSE.search(text, date.end, high)
    end = stop.start() if stop else high
    if stop and stop[0] in "，," and end - date.end <= 1:
        following = _CLAUSE.search(text, stop.end(), high)
        end = following.start() if following else high
    end = min(end, date.end + _REACH)
    before, behind = text[begin : date.start], text[date.end : end]
    sentence = max(text.rfind(mark, begin - _BACK if begin > _BACK else 0, begin) for mark in "。；\n") + 1
    plan = _PLAN.search(text, max(sentence, begin - _BACK), begin)
    if plan is not None and not _IN_FACT.search(text, plan.end(), date.end):
        return None
    if _PLANNED.search(before) or _DEADLINE.match(behind) or _PLANNED.search(behind) or "《" in before:
        return None
    named, firm = _named_before(before, before + behind)
    done = None if firm else _done_behind(behind, before + behind, before_date=end == high)
    if done is not None:
        thing = _thing(before, behind[: done.start])
        of_all = _OF_ALL.search(behind, 0, done.start) is not None
        return Said(date, done, thing, min(begin, date.start), date.end + done.end, of_all=of_all)
    return Said(date, named, _thing(before[: named.start], ""), begin, date.end, firm) if named is not None else None


def _joined(text: str, said: Said, high: int) -> Iterator[Said]:
    """The steps that one clause tells of one day: 完成资金拨付和项目验收."""
    stop = _CLAUSE.search(text, said.turn, high)
    end = min(stop.start() if stop else high, said.turn + _REACH)
    turn = said.turn
    while turn > said.date.end and (and_then := _AND.match(text, turn, end)) is not None:
        match = STEP_WORD.match(text, and_then.end(), end)
        step = step_of(match, text[said.date.start : end]) if match and not _NOT_THEN.match(text, match.end()) else None
        if match is None or step is None:
            return
        turn = match.end()
        yield replace(said, step=step, turn=turn, thing=_thing(text[said.start : said.date.start], "") or said.thing)


def _named_before(before: str, clause: str) -> tuple[Step | None, bool]:
    """The step that stands right before the date: 开工日期为…; firm where no other reading is left."""
    for match in list(STEP_WORD.finditer(before))[::-1]:
        label = _LABELS.fullmatch(before, match.end())
        step = step_of(match, clause)
        if label is not None and step is not None and not _DENIED.search(before[: match.start()]):
            return step, bool(label["firm"] or _NAMES_DATE.search(label[0]))
    return None, False


def _done_behind(behind: str, clause: str, *, before_date: bool) -> Step | None:
    """The first step told behind the date that is done then, not only named, and is not the label of the next one."""
    for match in STEP_WORD.finditer(behind):
        if before_date and match.end() < len(behind) and _LABELS.fullmatch(behind, match.end()):
            return None
        denied = _DENIED.search(behind[: match.start()]) or _NOT_THEN.match(behind, match.end())
        step = None if denied else step_of(match, clause)
        if step is not None:
            return step
    return None


def _thing(before: str, between: str) -> str:
    """The work, lot or place that is spoken of, where one is named."""
    for words in ("" if _ASIDE.match(between) else between, before):
        last = _TRAILING.sub(
            "", re.split(r"[，、：:（）()\s]|的|对|将|把", _TRAILING.sub("", words))[-1][-_LONGEST_NAME:]
        )
        last = "" if _AGENT.search(last) else last
        if _THING.search(last):
            return _OWN.sub("", last)
    return ""


def same_thing(things: Sequence[str]) -> bool:
    """Whether two names may be of one thing: one holds the other, or the later is a mere 项目. What is named only
    behind is another thing than what was spoken of before; 最后一条路 is the last of all that was spoken of, and
    第一至第五标段 are among 6个标段."""
    one, other = things
    all_of = _COUNTED.match(one)
    if all_of is not None and other.endswith(all_of["noun"]):
        return _PARTS.match(other.removesuffix(all_of["noun"])) is not None
    if one in _PLAIN and _LAST_OF_ALL.match(other):
        return True
    return other in _PLAIN or one in ("项目", "工程") or (one != "" and (one in other or other in one))
