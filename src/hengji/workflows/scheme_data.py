"""A scheme as plain data: what `scheme show` prints and what two versions are compared by."""

from __future__ import annotations

from fractions import Fraction

from hengji.facts.numbers import plain
from hengji.rules.notation import number_text
from hengji.rules.scheme import Adjustment, DataDefinition, Indicator, Path, Scheme, Transfer, Veto, walk
from hengji.scoring.leaves import standard_text

__all__ = ["Data", "scheme_data"]

Data = dict[str, object]

_KINDS = {"figure": "数值", "truth": "是否", "events": "事项"}


def scheme_data(scheme: Scheme) -> Data:
    """Everything that an officer reads in a scheme, figures as text."""
    return {
        "scheme": scheme.id,
        "title": scheme.title,
        "jurisdiction": scheme.jurisdiction,
        "valid_from": str(scheme.valid_from),
        "valid_to": "" if scheme.valid_to is None else str(scheme.valid_to),
        "basis": list(scheme.basis),
        "note": scheme.note.strip(),
        "score_places": str(scheme.places.score),
        "rate_places": "" if scheme.places.rate is None else str(scheme.places.rate),
        "floor": plain(scheme.floor),
        "ceiling": plain(scheme.ceiling),
        "grades": [{"name": name, "range": str(interval)} for name, interval in scheme.grades],
        "data": [_definition(item) for item in scheme.data],
        "indicators": [_indicator(path, node) for path, node in walk(scheme.indicators)],
        "adjustments": [_adjustment(item) for item in scheme.adjustments],
        "vetoes": [_veto(item) for item in scheme.vetoes],
    }


def _definition(item: DataDefinition) -> Data:
    return {
        "name": item.name,
        "kind": _KINDS[item.kind],
        "unit": str(item.unit),
        "period": item.period,
        "source": item.form,
        "signed": "是" if item.signed else "",
        "note": item.note,
    }


def _indicator(path: Path, node: Indicator) -> Data:
    return {
        "path": list(path),
        "leaf": node.is_leaf,
        "points": "" if node.points is None else plain(node.points),
        "standard": _standard(node),
        "applies": node.applies.text if node.applies else "",
        "otherwise": _transfer(node.transfer) if node.transfer else "",
        "basis": list(node.basis),
        "meaning": node.meaning,
        "note": node.note.strip(),
    }


def _standard(node: Indicator) -> str:
    if node.slot is None:
        return standard_text(node)
    over = f"，超额完成以 {number_text(node.slot.over)} 为限" if node.slot.over else ""
    qualitative = node.slot.tiers.standard("完成情况", node.points or Fraction(0))
    return f"由部门填列个性指标。定量指标按完成率得分{over}；定性指标：{qualitative}"


def _transfer(transfer: Transfer) -> str:
    names = "、".join("/".join(path) for path in transfer.targets)
    if transfer.how == "paid_at_rate_of":
        return f"按“{names}”的得分率计分"
    return f"分值{'按比例' if transfer.share == 'proportional' else '平均'}转到{names}"


def _adjustment(item: Adjustment) -> Data:
    return {
        "name": item.name,
        "each": plain(item.each),
        "cap": plain(item.cap),
        "one_per": item.one_per,
        "text": item.text,
    }


def _veto(item: Veto) -> Data:
    result = f"等级最高为{item.grade_at_most}" if item.grade_at_most else "总分为 0"
    return {"name": item.name, "result": result, "text": item.text}
