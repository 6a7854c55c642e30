"""Words of the core that pages show as headings and states of their own: named here so that they have their English.

The core speaks Chinese; a page translates these by looking them up. What is not here (texts of schemes, steps of
scoring, findings, papers) stays Chinese in every language.
"""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop as _

__all__ = ["CORE_WORDS"]

CORE_WORDS: Final = (
    # the sheets and texts of the goal table
    _("资金来源"), _("支出"), _("绩效指标"), _("支出项目"), _("半年计划执行数"), _("全年预算数"), _("一级指标"),
    _("二级指标／职能"),
    _("重点工作"), _("三级指标"), _("半年指标值"), _("全年指标值"), _("评判档次（定性指标）"),
    _("单位主要职能"), _("机构设置及人员配置"), _("中长期目标"), _("年度目标"), _("资金总额"),
    # the funds of a project
    _("年度资金总额"), _("年初预算数"), _("全年执行数"),
    # lights
    _("正常"), _("偏慢"), _("滞后"),
    # coded reasons of deductions, and what a verified row lacks
    _("未达到标准"), _("佐证材料不足"), _("数据与来源不符"), _("计算有误"), _("标准适用有误"), _("不合规"),
    _("未按时"), _("公开不规范"),
    _("加分不符合条件"), _("其他"),
    _("还没有核查"), _("改动了自评，没有写理由类别和理由"), _("核查得分还算不出来，请填全数据和评判"),
    # customary names of stages
    _("一季度监控"), _("半年监控"), _("年中监控"), _("三季度监控"),
    # units beside a cell
    _("万元"), _("人"),
)  # fmt: skip
