"""The steps of the procedures that papers tell of, in the order in which they can only follow one another.

A step has a stretch of ranks in each procedure that it belongs to: 招标 as a whole lasts from the notice to the award.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["STEP_WORD", "Step", "follows", "step_of"]


@dataclass(frozen=True, slots=True)
class Step:
    """A step as the text names it. One that is not `strict` is done too early in breach of a rule, not of time."""

    name: str
    ranks: tuple[tuple[str, int, int], ...]
    start: int
    end: int
    strict: bool = True


# name; procedures and ranks; words. What is more special stands before what is more general.
_STEPS: Final = (
    (
        "questionnaire",
        "survey 10",
        r"(?:发放|投放|下发|派发|发出)[^，。；、]{0,8}问卷"
        r"|问卷(?:发放|投放)|发放(?!率|标准|范围|对象)",
    ),
    (
        "formal report",
        "evaluation 50",
        r"(?:出具|提交|印发|形成)[^，。；、初]{0,12}(?:正式|最终|定稿)[^，。；、初]{0,6}报告|出具[^，。；、初]{0,12}(?:评价|评估|审核|鉴证|审计|核查)报告",
    ),
    ("draft", "evaluation 30", r"(?:提交|形成|出具|完成|撰写|报送)[^，。；、]{0,12}(?:初稿|征求意见稿|讨论稿)"),
    ("asked", "evaluation 32", r"征求[^，。；、]{0,12}意见"),
    ("answered", "evaluation 35", r"(?:收到|收回|取得)[^，。；、问]{0,14}(?:反馈|回复|修改意见|书面意见)"),
    (
        "seen",
        "evaluation 20, inspection 20",
        r"现场(?:评价|核查|踏勘|勘查|勘察|调研)(?!方案|表|记录|资料|通知|组|工作组|报告|情况)|进[场驻](?:评价|核查)",
    ),
    (
        "planned",
        "evaluation 15",
        r"(?:制定|印发|编制|形成|下发)[^，。；、]{0,12}(?:评价|核查)[^，。；、]{0,4}方案",
    ),
    ("resolved", "hand-in 10", r"(?:审议|审定)(?:通过)?(?!稿|价|金额|数|表)"),
    (
        "handed in",
        "hand-in 20",
        r"(?:报送|上报|呈报|(?<![申通公简年月季预填汇快日])报)(?!初稿|草案|征求|党|会议|道|表|废|销|名|警|价|纸|刊|账|损|批)(?=[^，。；、]{0,6}(?:财政|主管|[县区市省州]|人大|备案))",
    ),
    ("returned", "survey 20", r"(?:收回|回收)(?!率|利用|价|站|资金|存量|结余|土地)"),
    ("rectified", "inspection 40", r"(?:完成|落实)(?:了|全部|所有|问题|各项)*整改|整改(?:完成|到位|完毕|结束)"),
    ("reported", "inspection 30", r"反馈(?!率|表|会|机制|渠道)"),
    ("notice", "inspection 10", r"(?:下发|印发|发出|发布|送达)[^，。；、]{0,8}(?:检查|核查|督查|巡察|审计)通知书?"),
    (
        "inspected",
        "inspection 20",
        r"进驻|进点|(?:开展|实施|进行)[^，。；、]{0,6}(?:现场)?(?:检查|核查|督查|巡察)(?!通知|方案|结果)",
    ),
    ("award notice", "project 45", r"中标通知书|成交通知书"),
    ("tender notice", "project 20", r"(?:招标|采购|磋商|谈判|询价)(?:公告|邀请书)|挂网招标"),
    ("bids opened", "project 30", r"(?<!公)开标(?!记录|室|大厅)"),
    ("bids judged", "project 35", r"评标(?!专家|办法|委员|报告|结果|标准)"),
    (
        "award",
        "project 40",
        r"(?:中标|成交|采购)(?:候选人|结果|公告|公示)[^，。；、]{0,4}(?:公示|公告|发布)"
        r"|(?:中标|成交)(?:公示|公告)|确定中标",
    ),
    (
        "tender",
        "project 20-45",
        r"(?<!未)招标(?!代理|文件|公司|办|控制|人|价|方式|方案|率|限额)"
        r"|(?:完成|实施|组织|进行|启动)政府采购(?!预算|计划|意向)",
    ),
    ("signed", "project 50, whole 0", r"签[订署约](?!率|人)|合同订立"),
    (
        "approved",
        "project 10-15, whole 0",
        r"立项(?:批复)?(?!依据|目标|规范|程序|条件)"
        r"|(?:可研|初步设计|初设|概算)[^，。；、]{0,4}批复",
    ),
    ("delivered", "project 62-78", r"(?<![未待])到货(?!率|验收|单|款)|(?:完成|全部)供货|供货完成"),
    ("accepted first", "project 65-78", r"初验|初步验收"),
    (
        "accounts",
        "project 90",
        r"(?:竣工|工程)(?:结算|决算|财务决算)"
        r"|结算(?:审核|审计|评审)|完成(?:结算|决算审计|结算审计)",
    ),
    (
        "accepted",
        "project 80, whole 1",
        r"(?<![未预])(?:(?:竣工|完工|交工|终|工程)验收|验收(?!标准|资料|报告|意见|组|小组|专家|单|人员|不|率|合格率|材料))",
    ),
    (
        "started",
        "project 60, whole 0",
        r"(?<![未复])开工(?!率|前|典礼)"
        r"|动工|进场施工|进场|破土|开始施工|(?:启动|开始)建设"
        r"|启动施工",
    ),
    (
        "finished",
        "project 70, whole 1",
        r"(?<!未)(?:竣工(?!图|备案|资料|财务)|完工|建成(?!后|区)|完成施工(?!招标|图|许可|合同|监理)|施工完成|完成建设)",
    ),
    ("opened", "project 82-85, whole 1", r"(?:如期|按期|按时)(?:正式)?(?:启用|投入使用|交付使用|开馆|开放使用)"),
    ("in use", "project 70-85, whole 1", r"交付(?!率)|投入使用|投入运行|投用"),
    ("last payment", "project 95", r"(?:支付|付清|结清)[^，。；、]{0,6}(?:尾款|余款)|(?:尾款|余款)"),
    (
        "applied",
        "grant 10",
        r"申报(?!表|书|指南|条件|系统|对象|要求|通知|主体|率|稿)"
        r"|(?:提交|提出)[^，。；、]{0,4}申请",
    ),
    ("judged", "grant 20", r"(?<![财算])(?:专家)?评审(?!费|中心|组|专家|标准|办法|结果|意见|委员|报告)"),
    ("shown", "grant 30", r"公示(?!期|栏|牌|率)"),
    ("handed down", "grant 40", r"(?<!提前)下达(?!率|时间表)"),
    ("paid out", "grant 50", r"(?<!预)(?:拨付|转拨|划拨)(?!率|进度|申请)"),
    ("drafted", "budget 10", r"预算编制(?!质量|率|科学)|编制[^，。；、]{0,8}预算"),
    (
        "passed",
        "budget 20",
        r"(?:人大|人代会|人民代表大会|人大会议|人大常委会)[^，。；、]{0,12}(?:批准|通过|审议|审查批准)",
    ),
    ("granted", "budget 30, grant 40", r"(?<![结决]算)(?<!变更)(?<!调整)(?<!验收)批复(?!率|文件|文号|意见)"),
    ("published", "budget 40", r"(?<!不)公开(?!招标|采购|透明|公平|竞争|发行|遴选|询价|征集|率|选|课)"),
    ("enrolled", "hiring 10", r"(?<!可)报名(?!费|条件|表|人数)"),
    ("written test", "hiring 20", r"笔试(?!成绩|合格)"),
    ("interview", "hiring 30", r"面试(?!成绩|合格|官)"),
    ("course begun", "course 10", r"开班(?!式|次|率|期|人|数|情况)|开课(?!率)"),
    ("course ended", "course 20", r"结业(?!率|证|考|人|式|典礼)|结班"),
    ("health test", "hiring 40", r"体检(?!合格|费)"),
    ("taken in", "case 10, whole 0", r"受理(?!率|量|件)|收到"),
    ("settled", "case 20, whole 1", r"办结(?!率|量)|拨付到位"),
    ("begun", "whole 0", r"(?:启动|开始)(?=[，。；、]|$|实施|建设|运行)"),
    ("ended", "whole 1", r"(?:结束|(?<![未已可将能])(?:全部)?完成)(?=[，。；、）]|$)"),
)
_BREACH: Final = frozenset(("last payment", "opened"))
"""Steps that are done too early in breach of a rule, not of time."""
Ranks = tuple[tuple[str, int, int], ...]


def _ranks(told: str) -> Ranks:
    """“project 20-45, whole 0” as procedures with their first and last rank."""
    named = (each.split() for each in told.split(", "))
    return tuple((name, int(span.split("-")[0]), int(span.split("-")[-1])) for name, span in named)


_KINDS: Final = {f"s{number}": (name, _ranks(ranks)) for number, (name, ranks, _) in enumerate(_STEPS)}
STEP_WORD: Final = re.compile("|".join(f"(?P<s{number}>{step[2]})" for number, step in enumerate(_STEPS)))
_CONTRACT: Final = re.compile(r"合同|约定书|协议(?!书?框架)")
_SUPPLIER: Final = re.compile(r"中标(?:人|单位|企业|供应商)|供应商|施工(?:单位|方)|承包[人方]|承建(?:单位|方)|成交人")
_NO_CONTRACT: Final = re.compile(r"责任书|意向|框架|承诺书|目标书|备忘录")
_SURVEY: Final = re.compile(r"问卷|调查表|测评表")
_BUDGET: Final = re.compile(r"预算|决算")
_AWARD: Final = re.compile(r"中标|成交|采购结果")
_COMMISSION: Final = re.compile(
    r"委托(?!设计|施工|监理|加工|采购|代理|培训|运营|管理|建设|勘察|生产|维护)|业务约定|评价(?:服务)?合同"
)
_MEETING: Final = re.compile(r"会|党组|党委|班子")
_ASSEMBLY: Final = re.compile(r"人大|人代|人民代表|常委会|评审")


def step_of(match: re.Match[str], clause: str) -> Step | None:
    """The step that a match of STEP_WORD in *clause* names; None where the clause shows that it is another thing."""
    name, ranks = _KINDS[str(match.lastgroup)]
    if name == "signed" and (
        (_CONTRACT.search(clause) or _SUPPLIER.search(clause)) is None or _NO_CONTRACT.search(clause)
    ):
        return None
    if name == "signed" and _COMMISSION.search(clause):
        ranks = (("evaluation", 10, 10),)
    if name == "resolved" and (_MEETING.search(clause) is None or _ASSEMBLY.search(clause)):
        return None
    if name == "questionnaire" and _SURVEY.search(clause) is None:
        return None
    if name == "shown" and _AWARD.search(clause):
        ranks = (("project", 40, 40),)
    if name == "granted":
        money = _BUDGET.search(clause) is not None
        ranks = (("budget", 30, 30),) if money else (("project", 10, 15), ("grant", 40, 40))
    return Step(match[0], ranks, match.start(), match.end(), name not in _BREACH)


def follows(step: Step, other: Step) -> bool:
    """Whether *step* can only come after *other*."""
    return any(procedure == its and low > high for procedure, low, _ in step.ranks for its, _, high in other.ranks)
