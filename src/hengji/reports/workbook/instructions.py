"""What the cover tells people to do: who fills what, in which order, at each stage."""

from __future__ import annotations

from typing import Final

from hengji.facts.workbook_layout import DATA, EVENTS, EVIDENCE, GOALS, JUDGEMENTS, NARRATIVE, Stage

__all__ = ["LIVE_STEPS", "STATED_STEPS", "stage_steps"]

LIVE_STEPS: Final = (
    "1. 在“数据”“事项”“目标”“评判”各表的浅黄色格子里填写；其他格子已锁定（没有密码，可在“审阅”里取消保护）。",
    "2. “计算”逐项列出每一步，“评分表”是打印用的表，两者都随填写自动重算，Excel、WPS 表格、LibreOffice 均可。",
    "3. 没有的数据请留空，不要填 0：缺数据的指标显示“未佐证”，总分显示可得范围，不会按 0 分计。",
    "4. “检查”一栏显示“有误”的格子不能用，相应指标按未佐证处理，改正后自动恢复。",
    "5. 填好后存为 .xlsx，可以交回系统读入；读入时逐格核对，有问题会指明工作表和单元格。",
)
STATED_STEPS: Final = (
    "1. 本文件只照录文件自报的得分，没有可供重算的数据，因此没有填写用的各表。",
    "2. “评分表”的合计、总分和等级由公式算出，可与文中印出的总分对照。",
)
_WHO: Final[dict[Stage, str]] = {
    "goals": "预算部门的业务处室写指标和目标值，财务处室核分值；分管负责人审核后交财政部门。",
    "monitoring": "预算部门的业务处室填截至检查时点的完成情况，财务处室填数据；偏差大的写原因和纠偏措施。",
    "self-evaluation": "财务处室填数据，业务处室填目标完成情况和评判，各处室交佐证材料；单位负责人审核后交财政部门。",
    "verification": "核查人对照佐证材料逐项复核：数据不符的改正，评判重新填写，扣分写明理由；由另一人复核。",
}
_SHEETS: Final[dict[Stage, dict[str, str]]] = {
    "goals": {
        GOALS: "每行一个指标，选所属指标，写名称、分值、全年和半年的指标值；表头上方显示各指标的分值合计对不对。",
        NARRATIVE: "写部门职能、年度总体目标等文字，每段一格。",
    },
    "monitoring": {
        DATA: "填截至检查时点的数；只填数，单位见旁边一栏。",
        GOALS: "“实际完成值”填截至检查时点的完成数，与“半年目标”对照；没有达到的，在“理由”里写偏差原因和纠偏措施。",
        NARRATIVE: "写监控发现的问题和下一步安排。",
        EVIDENCE: "列出能说明完成情况的材料。",
    },
    "self-evaluation": {
        DATA: "按“来源表”取数，只填数，单位见旁边一栏；在“取数位置”里写页、行或单元格，以便查对。",
        EVENTS: "逐件登记；查过而没有发生的，在“已清点”选“是”。",
        GOALS: "填实际完成值；定性指标填评判比例。没有达到的写理由。",
        JUDGEMENTS: "逐项对照佐证评判；扣分写理由。",
        NARRATIVE: "写自评报告里要人来写的段落。",
        EVIDENCE: "每份材料一行，编上号，写明文件、对应的指标和页码。",
    },
    "verification": {
        DATA: "已填入自评的数，旁边一栏是自评原数；核对来源后，不一致的改成核定数。",
        EVENTS: "核对自评登记的事项，漏登的补登。",
        GOALS: "核对实际完成值和评判比例；改动的写理由和理由代码。",
        JUDGEMENTS: "自评的评判在旁边一栏，核查的重新填写；扣分选理由代码、写理由。",
        NARRATIVE: "写核查报告里要人来写的段落。",
        EVIDENCE: "核对自评所列材料，补充核查取得的材料。",
    },
}
_COMMON: Final = (
    "只填浅黄色的格子，其他格子已锁定（没有密码）。可以加行、挪列、改宽窄，请不要改工作表的名称和表头。",
    "没有的数据请留空，不要填 0；“检查”一栏用文字说明哪里不对，格子变红的必须改。",
    "得分、总分、等级随填随算；缺数据时总分显示可得范围。填好后另存为 .xlsx 交回。",
)


def stage_steps(stage: Stage, sheets: tuple[str, ...]) -> tuple[str, ...]:
    """Numbered lines for the sheets that the workbook has."""
    own = [f"“{sheet}”表：{words}" for sheet, words in _SHEETS[stage].items() if sheet in sheets]
    lines = (f"谁来填：{_WHO[stage]}", *own, *_COMMON)
    return tuple(f"{number}. {line}" for number, line in enumerate(lines, 1))
