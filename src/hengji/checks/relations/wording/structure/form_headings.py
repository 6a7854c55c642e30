"""Headings that every form of this field has, with a character lost, doubled or exchanged: 二、构设置; 二、入决算情况.

Nobody words these headings anew. A heading that differs from one of them by a particle (的, 及, 等) is another wording;
one that has another character in place of one may be another heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_form_headings"]

_HEADING: Final = re.compile(
    r"^[#*\s]{0,6}(?:第[一二三四五六七八九十]{1,2}部分|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．])"
    r"\s*(?P<name>[\u4e00-\u9fff“”\"、（）]{3,40}?)(?=[*\s]*$|[。：:])"
)
_PARTICLES: Final = frozenset('的及和与等、（）“”"其或拟')
_ACCOUNTS: Final = """
部门基本情况 单位基本情况 职能职责 主要职能 主要职责 机构设置 机构设置情况 单位构成 人员构成 部门决算情况说明
收入支出决算总体情况说明 收入支出决算总体情况 收入决算情况说明 支出决算情况说明 财政拨款收入支出决算总体情况说明
一般公共预算财政拨款支出决算情况说明 一般公共预算财政拨款支出决算总体情况 一般公共预算财政拨款支出决算结构情况
一般公共预算财政拨款支出决算具体情况 一般公共预算财政拨款基本支出决算情况说明
政府性基金预算财政拨款支出决算情况说明 政府性基金预算财政拨款收入支出决算情况说明
国有资本经营预算财政拨款支出决算情况说明 财政拨款三公经费支出决算情况说明 三公经费支出决算情况说明
机关运行经费支出情况 机关运行经费支出情况说明 政府采购支出情况 政府采购支出情况说明 国有资产占用情况
国有资产占用情况说明 国有资产占有使用情况 国有资产占有使用情况说明 预算绩效管理情况说明 预算绩效管理工作开展情况
预算绩效管理情况 其他重要事项的情况说明 其他重要事项情况说明 名词解释 专业名词解释 收支预算总体情况
部门预算收支情况说明 财政拨款收支预算情况说明 部门收支总体情况
"""
_EVALUATIONS: Final = """
项目概况 项目基本情况 项目绩效目标 绩效评价工作开展情况 绩效自评工作开展情况 绩效评价工作过程 综合评价情况及评价结论
综合评价结论 其他需说明的问题
绩效评价指标分析 项目决策情况 项目过程情况 项目产出情况 项目效益情况 主要经验及做法 存在的问题及原因分析
存在的主要问题 存在的主要问题及原因分析 改进措施和有关建议 下一步改进措施 其他需要说明的问题 部门整体支出绩效情况
部门整体支出管理及使用情况 部门整体支出绩效目标 绩效目标完成情况分析 绩效目标设定情况 资金投入和使用情况
资金使用情况分析 项目资金使用情况 项目组织实施情况 基本支出情况 项目支出情况 预算执行情况 评价指标分析
绩效评价结果应用建议 偏离绩效目标的原因和下一步改进措施 绩效自评结果拟应用和公开情况
"""


@cache
def _known() -> frozenset[str]:
    return frozenset((_ACCOUNTS + _EVALUATIONS).split())


@cache
def _slipped() -> dict[str, tuple[str, str]]:
    """What a heading becomes by a slip, with the heading and the slip's name."""
    found: dict[str, tuple[str, str]] = {}
    for name in sorted(_known()):
        for at, char in enumerate(name):
            if char in _PARTICLES:
                continue
            found.setdefault(name[:at] + name[at + 1 :], (name, f"漏了“{char}”字"))
            found.setdefault(name[:at] + char + name[at:], (name, f"“{char}”字重复"))
            if at and name[at - 1] != char:
                found.setdefault(name[: at - 1] + char + name[at - 1] + name[at + 1 :], (name, "字的次序颠倒"))
    return {slipped: told for slipped, told in found.items() if slipped not in _known()}


def find_form_headings(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Relations of kind ``structure``: numbered headings, those of a list of contents too."""
    for line in lines:
        match = _HEADING.match(line.text) if not line.tabular else None
        told = _slipped().get(re.sub('[“”"]', "", match["name"])) if match is not None else None
        if match is not None and told is not None:
            right, how = told
            yield slip(
                context,
                [(line.start + match.start("name"), line.start + match.end("name"))],
                "error",
                f"标题“{match['name']}”{how}，应为“{right}”。",
                rule="标题应正确",
                expected=right,
                likely=f"应为“{right}”",
            )
