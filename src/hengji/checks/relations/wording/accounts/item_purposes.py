"""What an item of the classification is spent on against its name: 住房公积金（项）。主要用于：事业单位医疗保险支出。

Only the items whose purpose is their name (养老保险, 职业年金, 公积金, 医疗) are read, and only a purpose that is
another one's and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_item_purposes"]

_PURPOSES: Final = {
    "养老保险": r"养老保险",
    "职业年金": r"年金",
    "公积金": r"公积金",
    "医疗": r"医疗|医保",
    "购房补贴": r"购房补贴|住房补贴",
    "提租补贴": r"提租补贴",
    "失业保险": r"失业保险",
    "工伤保险": r"工伤保险",
    "抚恤": r"抚恤|丧葬|遗属",
}
_NAMES: Final = {
    "机关事业单位基本养老保险缴费支出": "养老保险",
    "机关事业单位基本养老保险缴费": "养老保险",
    "机关事业单位职业年金缴费支出": "职业年金",
    "职业年金缴费": "职业年金",
    "住房公积金": "公积金",
    "行政单位医疗": "医疗",
    "事业单位医疗": "医疗",
    "购房补贴": "购房补贴",
    "提租补贴": "提租补贴",
    "死亡抚恤": "抚恤",
    "财政对失业保险基金的补助": "失业保险",
    "财政对工伤保险基金的补助": "工伤保险",
}
_ITEM: Final = re.compile(
    rf"(?<![\u4e00-\u9fff])(?<![\u4e00-\u9fff][“”\"])(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})"
    r"(?:\s?[（(]\s?项\s?[）)])?(?=[\s\d，。：:；,.]|支出[\s\d为])"
)
_AFTER_PATH: Final = re.compile(
    rf"[（(]\s?款\s?[）)]\s?(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})\s?[（(]\s?项\s?[）)]"
)
_USED: Final = re.compile(r"(?:主要)?(?:是?用于|用途(?:是|为)?|反映)[：:\s]*(?P<what>[^。；\n，,]{4,50})[。；\n，,]")
_ANY: Final = re.compile("|".join(_PURPOSES.values()))
_NEXT: Final = re.compile(r"[（(]\s?[款项]\s?[）)]|\n\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])")
_WIDE: Final = re.compile(r"人员(?:经费|支出|费用)|工资|社会保障缴费|社保|五险|等|各类|其他|运转|开支|退休")
_FILLER: Final = re.compile(
    r"[（()）项款\s\d.,，。：:；;、万元%％为是其中基本目支出决算预年初全完成的数与持平共计安排增减加少下降长上较比同本当]*"
)
"""What may stand between an item told without its path and its purpose: figures and what they are."""
_REACH: Final = 260


def find_item_purposes(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``: the purpose holds, or belongs to another item."""
    flow = flowing(context)
    seen: set[int] = set()
    for item in (*_AFTER_PATH.finditer(flow.text), *_ITEM.finditer(flow.text)):
        if item.start("name") in seen or context.table_at(flow.place(item.start("name"))) is not None:
            continue
        seen.add(item.start("name"))
        end = min(len(flow.text), item.end() + _REACH)
        following = _NEXT.search(flow.text, item.end(), end)
        again = _ITEM.search(flow.text, item.end(), end)
        end = min([end, *(one.start() for one in (following, again) if one is not None)])
        used = _USED.search(flow.text, item.end(), min(len(flow.text), end + 1)) if end > item.end() else None
        named = _ANY.findall(used["what"]) if used is not None else []
        between = flow.text[item.end() : used.start()] if used is not None else ""
        if _ANY.search(between) or (item.re is _ITEM and _FILLER.fullmatch(between) is None):
            continue
        own = _PURPOSES[_NAMES[item["name"]]]
        if used is None or not named:
            continue
        if re.search(own, used["what"]):
            yield slip(
                context, [flow.of(item, "name"), flow.of(used, "what")], "ok",
                f"“{item['name']}”与所说的用途相符。", rule="用途应与科目相符", expected=item["name"],
            )  # fmt: skip
        elif not _WIDE.search(used["what"]):
            what = re.sub(r"\s", "", used["what"])
            yield slip(
                context,
                [flow.of(item, "name"), flow.of(used, "what")],
                "error",
                f"科目是“{item['name']}”，用途却写“{what}”，是另一科目的用途，像是照抄了上一项。请核对科目或用途。",
                rule="用途应与科目相符",
                expected=f"{item['name']}的用途",
                likely="用途抄自另一科目",
                severity="medium",
            )
