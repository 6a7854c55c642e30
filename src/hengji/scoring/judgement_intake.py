"""Takes in judgements: each answer within the bounds of what its rule asks, each deduction with a reason."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hengji.facts.evaluation import REASON_CODES, Judgement, Reason
from hengji.facts.numbers import percent, plain, read_number
from hengji.facts.sources import Located, Mapping, Source, Text
from hengji.rules.indicator_notation import nearest, resolve, spelled
from hengji.rules.kinds.checklist import DISCRETION
from hengji.rules.kinds.choice import OPTION
from hengji.rules.kinds.tiers import RATE
from hengji.rules.notation import Notation, read_literal
from hengji.rules.rule import Asked
from hengji.rules.scheme import Indicator, Path, Scheme, leaves

__all__ = ["read_judgements", "read_reason"]

ALL_MET = frozenset({"全部达到", "达到", "是", "满分"})
NOT_MET = frozenset({"未达到", "否", "不得分"})
_ANSWERS = ("items", "deduct", "option", "rate", "parts")
_REASON = ("code", "reason", "evidence")


def read_judgements(located: Located | None, scheme: Scheme, notation: Notation) -> tuple[Judgement, ...]:
    """Judgements by leaf and part. Leaves that judge nothing, and names that mean no leaf, are errors."""
    judged = {path: leaf for path, leaf in leaves(scheme.indicators) if any(part.asks() for part in leaf.parts)}
    judgements: list[Judgement] = []
    for key, value in notation.mapping(located, "评判 judgements").entries:
        found = resolve(key.text, judged)
        if len(found) == 1:
            judgements += _read_leaf(found[0], judged[found[0]], value, notation)
            continue
        problem = f"有 {len(found)} 个同名指标" if found else "方案里没有需要评判的这个指标"
        advice = nearest(key.text, judged) or f"需要评判的有：{spelled(judged)}" if judged else ""
        if found:
            advice = f"请写明是哪一个：{spelled(found)}"
        notation.findings.error(f"评判“{key.text}”：{problem}", key.source, advice=advice)
    return tuple(judgements)


def _read_leaf(path: Path, leaf: Indicator, located: Located, notation: Notation) -> Iterator[Judgement]:
    asking = [number for number, part in enumerate(leaf.parts, 1) if part.asks()]
    parts = located.get("parts") if isinstance(located, Mapping) else None
    if parts is not None:
        for key, value in notation.mapping(parts, f"“{leaf.name}”的各部分", map(str, asking)).entries:
            if key.text in map(str, asking):
                yield _read_part(path, leaf, int(key.text), value, notation)
    elif len(asking) == 1:
        yield _read_part(path, leaf, asking[0], located, notation)
    elif isinstance(located, Text) and located.text in ALL_MET:
        for number in asking:
            yield _read_part(path, leaf, number, located, notation)
    else:
        numbers = "、".join(map(str, asking))
        notation.findings.error(
            f"“{leaf.name}”有几个部分需要评判，请写 parts，分别评判第 {numbers} 部分", located.source
        )


def _read_part(path: Path, leaf: Indicator, number: int, located: Located, notation: Notation) -> Judgement:
    asked = {item.key: item for item in leaf.parts[number - 1].asks()}
    mapping = _as_mapping(located, asked, leaf, notation)
    reason = read_reason(mapping, notation)
    answers = tuple(_answers(mapping, asked, leaf, notation))
    _check_reason(answers, asked, reason, leaf, located.source, notation)
    return Judgement(path, number, answers, reason, located.source)


def _as_mapping(located: Located, asked: dict[str, Asked], leaf: Indicator, notation: Notation) -> Mapping:
    """The short forms: “全部达到” for a checklist, an option's number, a rate."""
    if not isinstance(located, Text):
        return notation.mapping(located, f"“{leaf.name}”的评判", (*_ANSWERS, *_REASON))
    key = "option" if OPTION in asked else "rate" if RATE in asked else "items"
    return Mapping(((Text(key, located.source), located),), located.source)


def read_reason(mapping: Mapping, notation: Notation) -> Reason:
    """The coded reason, its words and its evidence."""
    code = mapping.get("code")
    known = {**{name: name for name in REASON_CODES}, **{word: name for name, word in REASON_CODES.items()}}
    return Reason(
        notation.choice(code, "理由代码 code", known) if code is not None else "",
        notation.text(mapping.get("reason"), "理由 reason"),
        notation.texts(mapping.get("evidence"), "佐证 evidence"),
    )


def _answers(
    mapping: Mapping, asked: dict[str, Asked], leaf: Indicator, notation: Notation
) -> Iterator[tuple[str, Fraction]]:
    for key, wanted in (("deduct", DISCRETION), ("option", OPTION), ("rate", RATE)):
        value = mapping.get(key)
        if value is not None and wanted not in asked:
            notation.findings.error(f"“{leaf.name}”的评分标准不问 {key}", value.source)
        elif value is not None:
            yield wanted, _read_answer(value, asked[wanted], leaf, notation)
    items = {name: item for name, item in asked.items() if item.kind == "points"}
    located = mapping.get("items")
    if isinstance(located, Text) and items:
        for name, item in items.items():
            yield name, _read_answer(located, item, leaf, notation)
    elif located is not None:
        for key_text, value in notation.mapping(located, f"“{leaf.name}”的各项", items).entries:
            if key_text.text in items:
                yield key_text.text, _read_answer(value, items[key_text.text], leaf, notation)


def _read_answer(located: Located, item: Asked, leaf: Indicator, notation: Notation) -> Fraction:
    """The answer; one that is out of bounds is reported, and read as one that needs no reason besides."""
    text = notation.text(located, f"“{leaf.name}”的评判").strip()
    if item.kind == "points" and text in ALL_MET | NOT_MET:
        return item.high if text in ALL_MET else Fraction(0)
    literal = read_literal(text) if item.kind == "rate" else None
    value = literal.value if literal is not None and literal.unit == "%" else read_number(text)
    problem = _out_of_bounds(value, item)
    if problem:
        notation.findings.error(
            f"“{leaf.name}”的评判不能用：{item.text}", located.source, found=f"“{text}”", expected=problem
        )
    if value is None or problem:
        return item.low if item.kind == "deduction" else item.high
    return value


def _out_of_bounds(value: Fraction | None, item: Asked) -> str:
    """What was expected instead, or nothing where *value* is within the item's bounds."""
    if item.kind == "option":
        fits = value is not None and value.denominator == 1 and item.low <= value <= item.high
        return "" if fits else f"情形的序号，1 到 {plain(item.high)}"
    if item.kind == "rate":
        return (
            ""
            if value is not None and item.low <= value <= item.high
            else f"{percent(item.low)} 到 {percent(item.high)} 的比例"
        )
    if value is None or not item.low <= value <= item.high:
        return f"{plain(item.low)} 到 {plain(item.high)} 分，或写“达到”“未达到”"
    if not item.partial and value not in (0, item.high):
        return f"0 或 {plain(item.high)} 分（标准没有写可以酌情给部分分）"
    return ""


def _check_reason(
    answers: tuple[tuple[str, Fraction], ...],
    asked: dict[str, Asked],
    reason: Reason,
    leaf: Indicator,
    source: Source,
    notation: Notation,
) -> None:
    """Points taken by a person's judgement need a reason in words."""
    taken = any(
        (item.kind == "deduction" and answer > 0)
        or (item.kind == "points" and answer < item.high)
        or (item.kind == "rate" and answer < 1)
        for item, answer in ((asked[key], answer) for key, answer in answers)
    )
    if taken and not reason.text:
        notation.findings.error(
            f"“{leaf.name}”扣了分，没有写理由 reason",
            source,
            expected="reason: 扣分的理由",
            advice="酌情扣分必须有理由",
        )
