"""One name for one quantity, whether a row of a table or words of the text, without numbers, codes, spellings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from hengji.checks.reference.disclosure import name_of
from hengji.checks.relations.naming import core

__all__ = ["ALL", "COLUMN", "caption_name", "column_kind", "quantity_name", "whole_name"]

_OF_FUNDS: Final = "(?<!公共)(?<!基金)(?<!经营)预算"
COLUMN: Final = re.compile(rf"年初预算|调整预算|调整后预算|全年预算|{_OF_FUNDS}|决算|计划|目标|实际支出|实际|支出数")
_LEAD: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|\d{3,9}(?=\D)"
    r"|其中[:：]?|[①-⑳]|[-—*·]+)+"
)
_OWN: Final = re.compile(r"^(?:本|我|全)(?:[局委办所站院校馆队厅处会乡镇县区市]|单位|部门|中心|学校)(?=.{2})")
_ADJUSTED: Final = re.compile(r"^(?:年中|期中|年内)?(?:追加|调增|调减|核增|核减|压减)了?(?=.{2})")
_ASIDE: Final = re.compile(r"[（(][^（）()\ue000-\ue005]{0,12}[)）]")
_TITLE: Final = re.compile(
    r"^.*(?:19|20)\d{2}年度?|^表[\d一二三四五六七八九十]+[、.．：:]?|^(?:本)?(?:部门|单位)|财务(?=收支)|^附?[件表]?\d*[：:.、]"
)
_FORM: Final = re.compile(
    rf"(?:(?:部门|单位)?(?:{_OF_FUNDS}|决算)|功能分类|经济分类|总体|总|明细|情况|汇总|公开|简)*表$"
)
_WHOLE: Final = re.compile(
    r"(?:^|[年度局委办室部所站院校馆队厅处会乡镇县区市位心])(?:本年)?(?:总?(?P<total>收入|支出)(?:合计|总计|总额)"
    r"|(?P<planned>收入|支出)预算(?:总额|总计|合计)?)[数为是：]*$"
)
_GRAND: Final = re.compile(r"(?:^|[年度局委办室部所站院校馆队厅处会乡镇县区市位心])总(?P<what>收入|支出)[数为是：]*$")
_BOTH_ENDS: Final = re.compile(r"(?:^|[年度\u4e00-\u9fff])收入支出总计[数为是：]*$")
ALL: Final = "全部"
_SPELLED: Final = (
    (re.compile(r"一般公共预算(?:财政)?拨款(?=(?:基本|项目)?支出|收入)"), "一般公共预算"),
    (re.compile(r"三公经费[和及与]机关运行经费$"), "三公经费"),
    (re.compile(r"公务用车购置费?[及和与]运行(?:维护)?(?:费用?|经费)?(?:支出)?$"), "公务用车购置及运行费"),
    (re.compile(r"公务用车运行(?:维护)?(?:(?:费用?|经费)(?:支出)?|支出)$"), "公务用车运行费"),
    (re.compile(r"因公出国境?(?:(?:费用?|经费)(?:支出)?|支出)$"), "因公出国费"),
    (re.compile(r"公务接待(?:(?:费用?|经费)(?:支出)?|支出)$"), "公务接待费"),
)
_EMPTY: Final = frozenset(
    (
        "", "其他", "收入支出", "收支", "项目", "基本", "支出", "收入", "本级", "结转", "结余", "结转结余",
        "结转和结余", "资金", "财政拨款", "上年结转", "年末结转",
    )
)  # fmt: skip
_KINDS: Final = (
    ("change", re.compile(r"增减|差额|差异|变动|比上年|比年初|较上年|较年初")),
    ("cut", re.compile(r"调减|核减|压减|减少|收回")),
    ("added", re.compile(r"追加|调增|核增|增加")),
    ("adjusted", re.compile(r"调整(?:后|预算)|预算调整后|全年预算")),
    ("initial", re.compile("年初")),
    ("outturn", re.compile(r"决算|实际|执行数|支出数|完成数|已支付|支付数")),
    ("budget", re.compile(rf"{_OF_FUNDS}|计划|安排")),
)


@lru_cache(maxsize=8192)
def quantity_name(label: str) -> str:
    """公务用车运行费 for （2）公务用车运行维护费, 教育 for 205 教育支出; empty where the words name nothing alone."""
    name = _ASIDE.sub("", _LEAD.sub("", label))
    name = COLUMN.sub("", core(_ADJUSTED.sub("", _OWN.sub("", core(name)))))
    for pattern, spelled in _SPELLED:
        name = pattern.sub(spelled, name)
    short = name.removesuffix("支出")
    name = name if short in _EMPTY else short
    return "" if name in _EMPTY or len(name) < 2 else name


@lru_cache(maxsize=4096)
def column_kind(words: str) -> str:
    """Budget, outturn, what was added or cut: what a column's head or the words before a figure say; else empty."""
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "")


@lru_cache(maxsize=1024)
def caption_name(caption: str) -> str:
    """What the total of a table is the total of: 一般公共预算基本支出 for 2025年部门一般公共预算基本支出预算表."""
    name = _FORM.sub("", _TITLE.sub("", _TITLE.sub("", name_of(caption)))).replace("收支", "收入支出")
    if name in ("收入", "支出", "收入支出"):
        return ALL + name
    return name if name.endswith("收入支出") else quantity_name(name)


def whole_name(label: str) -> str:
    """全部收入 for the words 2025年某局收入预算 or 本年收入合计, empty for those of any one kind of income."""
    if "收入支出总计" in label and _BOTH_ENDS.search(label) and "拨款" not in label:
        return f"{ALL}收入"
    if grand := _GRAND.search(label):  # with what was carried over, so that it is none of 本年收入合计
        return f"{ALL}总{grand['what']}"
    found = _WHOLE.search(label)
    return f"{ALL}{found['total'] or found['planned']}" if found else ""
