"""How the tree of indicators is written in a scheme file, and read back."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from hengji.facts.sources import Located, Mapping, Text
from hengji.rules.kinds.tiers import Tiers
from hengji.rules.notation import Notation
from hengji.rules.part_notation import PART_KEYS, read_part, read_parts
from hengji.rules.parts import Part
from hengji.rules.scheme import GoalSlot, Indicator, Path, Transfer, walk

__all__ = ["nearest", "read_indicators", "resolve", "spelled"]

_NODE_KEYS = ("children", "parts", "goals", "basis", "meaning", "note")
_SHARE = {"even": "even", "平均": "even", "proportional": "proportional", "按比例": "proportional"}
SIBLINGS, ALL = "同级指标", "全部指标"


def read_indicators(located: Located | None, notation: Notation) -> tuple[Indicator, ...]:
    """The tree, with transfers resolved to paths of leaves."""
    tree = _read_nodes(located, notation)
    return _resolve_transfers(tree, tree, (), notation)


def _read_nodes(located: Located | None, notation: Notation) -> tuple[Indicator, ...]:
    nodes = (_read_node(entry, notation) for entry in notation.listing(located, "指标"))
    return tuple(node for node in nodes if node is not None)


def _read_node(located: Located, notation: Notation) -> Indicator | None:
    """`- 支出完成率: 4` with its other keys beside it: the first key that is no keyword is the name."""
    mapping = notation.mapping(located, "指标")
    known = {*_NODE_KEYS, *PART_KEYS, *notation.kinds} - {"points", "text"}
    named = [(key, value) for key, value in mapping.entries if key.text not in known]
    if not named:
        notation.findings.error("指标没有名称和分值", mapping.source, expected="如 “- 支出完成率: 4”")
        return None
    for key, _ in named[1:]:
        near = difflib.get_close_matches(key.text, sorted(known), 1)
        notation.findings.error(
            f"指标“{named[0][0].text}”中没有“{key.text}”这一项",
            key.source,
            advice=f"是否想写“{near[0]}”" if near else f"可用的有：{'、'.join(sorted(known))}",
        )
    key, value = named[0]
    points = notation.number(value, f"指标“{key.text}”的分值")
    children = _read_nodes(mapping.get("children"), notation)
    slot = _read_slot(mapping.get("goals"), notation)
    applies = None if children else notation.condition(mapping.get("applies"), "适用条件 applies")
    return Indicator(
        name=key.text,
        points=points,
        children=children,
        parts=() if children or slot else _read_leaf(mapping, points, key, notation),
        slot=slot,
        applies=applies,
        transfer=_read_transfer(mapping.get("otherwise"), notation),
        basis=notation.texts(mapping.get("basis"), "依据 basis"),
        meaning=notation.text(mapping.get("meaning"), "指标说明 meaning"),
        note=notation.text(mapping.get("note"), "说明 note"),
        source=key.source,
    )


def _read_leaf(mapping: Mapping, points: Fraction, key: Text, notation: Notation) -> tuple[Part, ...]:
    if mapping.get("parts") is not None:
        return read_parts(mapping.get("parts"), f"指标“{key.text}”的各部分 parts", notation)
    part = read_part(replace(mapping, source=key.source), points, key.text, notation)
    return (part,) if part is not None else ()


def _read_slot(located: Located | None, notation: Notation) -> GoalSlot | None:
    if located is None:
        return None
    mapping = notation.mapping(located, "个性指标 goals", ("over", "tiers"))
    tiers = Tiers.read(mapping.get("tiers") or Mapping((), mapping.source), notation)
    over = mapping.get("over")
    if tiers is None:
        return None
    return GoalSlot(tiers, notation.literal(over, "超额界限 over") if over is not None else None)


def _read_transfer(located: Located | None, notation: Notation) -> Transfer | None:
    if located is None:
        return None
    mapping = notation.mapping(located, "不适用时 otherwise", ("to", "share", "paid_at_rate_of"))
    paid, to = mapping.get("paid_at_rate_of"), mapping.get("to")
    if (paid is None) == (to is None):
        notation.findings.error(
            "不适用时的分值去向 otherwise 应写且只写一种",
            located.source,
            expected="to: […] 或 paid_at_rate_of: 指标",
        )
        return None
    targets = tuple((name,) for name in notation.texts(paid or to, "分值去向"))
    if paid is not None:
        return Transfer("paid_at_rate_of", targets)
    share = notation.choice(mapping.get("share"), "分配方式 share", _SHARE, "even")
    return Transfer("to", targets, "proportional" if share == "proportional" else "even")


def resolve(name: str, paths: Iterable[Path]) -> tuple[Path, ...]:
    """The paths that *name* can mean: a last name, or several joined by “/”, matched from the leaf upwards."""
    wanted = tuple(part.strip() for part in name.split("/"))
    return tuple(path for path in paths if path[-len(wanted) :] == wanted)


def spelled(paths: Iterable[Path]) -> str:
    """The leaves by their last names, and with the name above where the last name alone could mean another."""
    listed = tuple(paths)
    names = [path[-1] for path in listed]
    return "、".join("/".join(path[-2:]) if names.count(path[-1]) > 1 else path[-1] for path in listed)


def nearest(name: str, paths: Iterable[Path]) -> str:
    """Advice that names the indicator most like *name*; empty where none is."""
    near = difflib.get_close_matches(name, ["/".join(path[-(name.count("/") + 1) :]) for path in paths], 1)
    return f"是否想写“{near[0]}”" if near else ""


def _resolve_transfers(
    nodes: tuple[Indicator, ...], tree: tuple[Indicator, ...], above: Path, notation: Notation
) -> tuple[Indicator, ...]:
    resolved = []
    for node in nodes:
        path = (*above, node.name)
        transfer = node.transfer and _resolved(node.transfer, path, node, tree, notation)
        children = _resolve_transfers(node.children, tree, path, notation)
        resolved.append(replace(node, children=children, transfer=transfer))
    return tuple(resolved)


def _resolved(
    transfer: Transfer, path: Path, node: Indicator, tree: tuple[Indicator, ...], notation: Notation
) -> Transfer:
    others = [found for found, indicator in walk(tree) if indicator.is_leaf and found != path]
    targets: list[Path] = []
    for (name,) in transfer.targets:
        if name == SIBLINGS:
            found: tuple[Path, ...] = tuple(other for other in others if other[:-1] == path[:-1])
        elif name == ALL:
            found = tuple(others)
        else:
            found = resolve(name, others)
            if len(found) != 1:
                problem = "找不到" if not found else "不止一个"
                notation.findings.error(
                    f"指标“{node.name}”的分值去向“{name}”{problem}",
                    node.source,
                    expected="另一个末级指标的名称，重名时写“上级/名称”",
                )
                found = ()
        targets += found
    return replace(transfer, targets=tuple(dict.fromkeys(targets)))
