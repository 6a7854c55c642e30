"""How forms of different places call the same label or column. Data only; patterns match a whole cell."""

from __future__ import annotations

import re
from typing import Final

__all__ = [
    "FUND_COLUMNS", "FUND_TOTAL", "GOAL_LABELS", "INDICATOR_COLUMNS", "PROJECT_COLUMNS", "PROJECT_FUND_COLUMNS",
    "PROJECT_GOAL_COLUMNS", "PROJECT_LABELS", "SPENDING_LINES", "SUM_LINES", "YEAR_LINE",
]  # fmt: skip


def _patterns(words: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in words.items()}


_UNIT: Final = r"(?:[（(](?:单位[:：]?)?(?:元|千元|万元|亿元)[)）])?"

GOAL_LABELS: Final = _patterns(
    {
        "organisation": r"(?:预算)?(?:单位|部门)(?:（单位）)?名称[:：]?|预算部门",
        "functions": r"(?:单位|部门)?主要(?:职能|职责)(?:概述)?[:：]?|(?:单位|部门)(?:职能|职责)(?:概述)?[:：]?",
        "institutions": r"机构设置(?:及|和|与)?(?:人员(?:配置|配备|情况|编制)?)?(?:情况)?[:：]?",
        "medium_term": r"(?:部门)?中长期(?:总体|绩效)?目标[:：]?",
        "annual": r"(?:部门)?年度(?:总体|绩效|主要)?目标[:：]?|整体绩效目标[:：]?",
    }
)
FUND_COLUMNS: Final = _patterns(
    {
        "half_year": rf"半年(?:计划)?(?:执行|支出|预算)数?{_UNIT}",
        "full_year": rf"(?:全年|年度)?预算(?:数|金额|资金)?{_UNIT}|全年计划(?:执行)?数?{_UNIT}|金额{_UNIT}",
    }
)
FUND_TOTAL: Final = re.compile(r"(?:年度|部门)?资金(?:总额|合计)|收入(?:合计|总计)|合计|总计")
SPENDING_LINES: Final = re.compile(
    r"[一二三四五六七八九十\d]*[、.．]?(?:基本支出|项目支出|经营支出|事业单位经营支出|其他支出|上缴上级支出|对附属单位补助支出)"
)
"""Expenditures of the first rank, where a table does not set its details off: whatever follows belongs to them."""

INDICATOR_COLUMNS: Final = _patterns(
    {
        "first": r"一级(?:绩效)?指标",
        "second": r"二级(?:绩效)?指标(?:[（(].*[)）])?|(?:部门|单位)?(?:职能|职责)",
        "key_work": r"(?:年度)?重点工作(?:任务)?",
        "name": r"三级(?:绩效)?指标|(?:绩效)?指标名称|绩效指标",
        "half_year": r"半年(?:度)?(?:指标|目标)值?(?:[（(].*[)）])?",
        "full_year": r"(?:全年|年度|全年度)?(?:指标|目标)值(?:[（(].*[)）])?|(?:全年|年度)指标",
        "grades": r"评判(?:档次|标准)|定性指标(?:评判|评价)?(?:档次|标准|说明)|(?:指标)?档次说明",
    }
)

PROJECT_LABELS: Final = _patterns(
    {
        "project": r"项目名称[:：]?",
        "department": r"(?:项目)?主管(?:部门|单位)(?:及代码)?[:：]?",
        "unit": r"(?:项目)?(?:实施|承担|使用)?单位(?:名称)?[:：]?",
    }
)
PROJECT_FUND_COLUMNS: Final = _patterns(
    {
        "initial_budget": rf"年初预算(?:数|金额)?{_UNIT}",
        "adjusted_budget": rf"(?:全年|调整)预算(?:数|金额)?{_UNIT}",
        "executed": rf"(?:全年|实际)?(?:执行|支出)(?:数|金额){_UNIT}",
        "points": r"分值|权重",
        "rate": r"(?:预算)?执行率(?:[（(]%[)）])?",
        "score": r"得分|自评得分",
    }
)
PROJECT_GOAL_COLUMNS: Final = _patterns(
    {
        "expected": r"(?:年初设定|年度|年初|预期)(?:的)?目标",
        "achieved": r"(?:全年|年度)?(?:目标)?实际(?:完成|目标完成)情况|目标(?:实际)?完成情况|全年目标完成情况",
    }
)
PROJECT_COLUMNS: Final = _patterns(
    {
        "first": r"一级(?:绩效)?指标",
        "second": r"二级(?:绩效)?指标",
        "name": r"三级(?:绩效)?指标|(?:绩效)?指标名称",
        "target": r"(?:年度|全年|年初|预期)?(?:指标|目标)值",
        "actual": r"(?:全年|年度)?实际(?:完成)?值|(?:全年|实际)完成(?:值|情况)",
        "points": r"分值|权重",
        "score": r"得分|自评得分",
        "reason": r"(?:未完成|偏差|扣分)?原因.*|备注",
    }
)
SUM_LINES: Final = re.compile(r"总\s*分|合\s*计|总\s*计|自评总分")
YEAR_LINE: Final = re.compile(r"[（(]?\s*(20\d\d|19\d\d)\s*年?\s*度?\s*[)）]?")
