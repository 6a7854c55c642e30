"""What the workbook of an evaluation calls its sheets and columns: the writer and the reader agree here."""

from __future__ import annotations

from typing import Final

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
    "FORMAT",
    "FORMAT_LABEL",
    "GOALS",
    "GOAL_HEADINGS",
    "JUDGEMENTS",
    "JUDGEMENT_HEADINGS",
    "LISTED_HEADINGS",
    "PAPER",
    "PATH_SEPARATOR",
    "STATED",
    "STATED_HEADINGS",
    "STATED_KINDS",
]

FORMAT: Final = "衡绩评分工作簿 1"
FORMAT_LABEL: Final = "表格格式"

COVER: Final = "说明"
DATA: Final = "数据"
EVENTS: Final = "事项"
GOALS: Final = "目标"
JUDGEMENTS: Final = "评判"
CALCULATION: Final = "计算"
PAPER: Final = "评分表"
STATED: Final = "文中结果"

ANSWER: Final = "填写"
CHECK: Final = "核对"
DONE: Final = "已清点"

COVER_LABELS: Final[dict[str, str]] = {
    "evaluation": "评价人",
    "organisation": "单位名称",
    "year": "年度",
    "scheme": "方案编号",
    "note": "备注",
}
"""Key of the evaluation file → label in the first column of the cover."""

DATA_HEADINGS: Final = ("数据项", ANSWER, "单位", CHECK, "期间", "来源表", "取数位置", "填报说明")
LISTED_HEADINGS: Final = ("清点的事项", "说明", DONE, "单位", "计次")
EVENT_HEADINGS: Final = ("事项名称", "内容", "同一事项", "佐证", "计次")
GOAL_HEADINGS: Final = (
    "所属指标", "指标名称", "分值", "指标值", "半年目标", "实际完成值", "单位", CHECK, "评判比例", "评判档次",
    "职能", "重点工作", "理由代码", "理由", "佐证",
)  # fmt: skip
JUDGEMENT_HEADINGS: Final = (
    "指标", "部分", "评判内容", "可填", ANSWER, CHECK, "理由代码", "理由", "佐证", "指标路径", "评判项", "种类",
)  # fmt: skip
PATH_SEPARATOR: Final = " › "
"""Stands between the names of a path in one cell."""

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
