"""What the workbook of an evaluation calls its sheets and columns: the writer and the reader agree here."""

from __future__ import annotations

from typing import Final, Literal

__all__ = [
    "ANSWER",
    "CALCULATION",
    "CHECK",
    "COVER",
    "COVER_LABELS",
    "DATA",
    "DATA_HEADINGS",
    "DONE",
    "EVENTS",
    "EVENT_HEADINGS",
    "EVIDENCE",
    "EVIDENCE_HEADINGS",
    "EVIDENCE_KINDS",
    "FORMAT",
    "FORMAT_LABEL",
    "GOALS",
    "GOAL_HEADINGS",
    "JUDGEMENTS",
    "JUDGEMENT_HEADINGS",
    "LISTED_HEADINGS",
    "MARK",
    "MARK_LABELS",
    "NARRATIVE",
    "NARRATIVE_HEADINGS",
    "PAPER",
    "PATH_SEPARATOR",
    "STAGES",
    "STATED",
    "STATED_HEADINGS",
    "STATED_KINDS",
    "Stage",
]

FORMAT: Final = "衡绩评分工作簿 2"
FORMAT_LABEL: Final = "表格格式"

Stage = Literal["goals", "monitoring", "self-evaluation", "verification"]

STAGES: Final[dict[Stage, str]] = {
    "goals": "绩效目标",
    "monitoring": "绩效监控",
    "self-evaluation": "绩效自评",
    "verification": "自评核查",
}
"""Stages of the year for which a workbook goes out to be filled in."""

COVER: Final = "填报说明"
DATA: Final = "数据"
EVENTS: Final = "事项"
GOALS: Final = "目标"
JUDGEMENTS: Final = "评判"
NARRATIVE: Final = "叙述"
EVIDENCE: Final = "佐证材料"
CALCULATION: Final = "计算"
PAPER: Final = "评分表"
STATED: Final = "文中结果"
MARK: Final = "标识"
"""Hidden: what the workbook is, so that one of another year or scheme is not taken for this one."""

ANSWER: Final = "填写"
CHECK: Final = "检查"
DONE: Final = "已清点"

COVER_LABELS: Final[dict[str, str]] = {
    "evaluation": "评价人",
    "organisation": "单位名称",
    "year": "年度",
    "scheme": "方案编号",
    "note": "备注",
}
"""Key of the evaluation file → label in the first column of the cover."""

MARK_LABELS: Final[dict[str, str]] = {
    "scheme": "方案编号",
    "fingerprint": "方案指纹",
    "year": "年度",
    "organisation": "单位名称",
    "stage": "阶段",
    "evidence": "佐证格式",
    "sheets": "工作表",
}
"""What the hidden sheet says, under its labels."""

DATA_HEADINGS: Final = (
    "数据项", ANSWER, "单位", "对照", CHECK, "期间", "来源表", "取数位置", "出处", "填报要求",
)  # fmt: skip
LISTED_HEADINGS: Final = ("清点的事项", "说明", DONE, "单位", "计次")
EVENT_HEADINGS: Final = ("事项名称", "内容", "同一事项", "佐证", "计次")
GOAL_HEADINGS: Final = (
    "所属指标", "指标名称", "分值", "指标值", "半年目标", "实际完成值", "单位", CHECK, "评判比例", "评判档次", "得分",
    "职能", "重点工作", "理由代码", "理由", "佐证",
)  # fmt: skip
JUDGEMENT_HEADINGS: Final = (
    "指标", "部分", "评判内容", "可填", ANSWER, "对照", CHECK, "得分", "理由代码", "理由", "佐证",
    "指标路径", "评判项", "种类",
)  # fmt: skip
NARRATIVE_HEADINGS: Final = ("部分", "写什么", "正文", CHECK, "段落编号")
EVIDENCE_HEADINGS: Final = ("编号", "材料名称", "文件", "对应指标", "页码或位置", CHECK, "校验码")
PATH_SEPARATOR: Final = " › "
"""Stands between the names of a path in one cell."""

EVIDENCE_KINDS: Final = ("pdf", "docx", "doc", "wps", "xlsx", "xls", "et", "ofd", "jpg", "png", "zip")
"""Kinds of files that a notice may ask evidence to be."""

STATED_HEADINGS: Final = ("类别", "名称", "内容", "补充")

STATED_KINDS: Final[dict[str, str]] = {
    "total": "总分",
    "grade": "等级",
    "score": "指标得分",
    "adjustment": "加减分",
    "claim": "结论",
    "what_if": "另一口径",
    "what_if_data": "另一口径的数据",
}
"""One kind of result that a document prints → what its row is called."""
