"""Which leaves apply, and where the points of those that do not apply go. Points are conserved."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from hengji.rules.formula.exact import Unknown, evaluate
from hengji.rules.parts import Part
from hengji.rules.scheme import Indicator, Path, Scheme, leaves
from hengji.scoring.environment import Known

__all__ = ["Standing", "part_points", "standings"]

Applies = Literal["yes", "no", "unknown"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A leaf before scoring: whether it applies, its points after transfers, and what came from where."""

    applies: Applies
    effective: Fraction
    received: tuple[tuple[Path, Fraction], ...] = ()
    missing: tuple[str, ...] = ()
    given_to: tuple[Path, ...] = ()


def standings(scheme: Scheme, known: Known) -> dict[Path, Standing]:
    """The standing of every leaf. Points of a leaf that does not apply go to those of its targets that do.

    A leaf paid at another's rate keeps its own points. Where it is not known whether a leaf applies, its
    points stay with it.
    """
    found = dict(leaves(scheme.indicators))
    applicability = {path: _applies(leaf, known) for path, leaf in found.items()}
    received: dict[Path, list[tuple[Path, Fraction]]] = {path: [] for path in found}
    given: dict[Path, tuple[Path, ...]] = {}
    for path, leaf in found.items():
        if applicability[path][0] == "no" and leaf.transfer is not None and leaf.transfer.how == "to":
            targets = [target for target in leaf.transfer.targets if applicability[target][0] != "no"]
            given[path] = tuple(targets)
            shares = _shares(targets, found, leaf.transfer.share == "proportional")
            for target, share in zip(targets, shares, strict=True):
                received[target].append((path, share * (leaf.points or Fraction(0))))
    return {
        path: Standing(
            applicability[path][0],
            _effective(leaf, applicability[path][0], received[path]),
            tuple(received[path]),
            applicability[path][1],
            given.get(path, ()),
        )
        for path, leaf in found.items()
    }


def _applies(leaf: Indicator, known: Known) -> tuple[Applies, tuple[str, ...]]:
    if leaf.applies is not None:
        value = evaluate(leaf.applies.expression, known.values)
        if isinstance(value, Unknown):
            return "unknown", tuple(sorted(value.missing))
        if not value:
            return "no", ()
    for part in leaf.parts:
        if part.zero == "not_applicable" and _is_zero(part, known) and not _is_special(part, known):
            return "no", ()
    return "yes", ()


def _is_zero(part: Part, known: Known) -> bool:
    zero = part.lowered("").zero
    return zero is not None and evaluate(zero, known.values) is True


def _is_special(part: Part, known: Known) -> bool:
    """Whether the standard prints a case of its own for these figures, which goes before the denominator."""
    return any(evaluate(case.when.expression, known.values) is True for case in part.cases)


def _shares(targets: list[Path], found: dict[Path, Indicator], proportional: bool) -> list[Fraction]:
    weights = [found[target].points or Fraction(0) if proportional else Fraction(1) for target in targets]
    total = sum(weights, Fraction(0))
    return [weight / total for weight in weights] if total else []


def _effective(leaf: Indicator, applies: Applies, received: list[tuple[Path, Fraction]]) -> Fraction:
    own = leaf.points or Fraction(0)
    if applies == "no" and leaf.transfer is not None and leaf.transfer.how == "to":
        return Fraction(0)
    return own + sum((points for _, points in received), Fraction(0))


def part_points(leaf: Indicator, effective: Fraction, known: Known) -> tuple[tuple[Fraction, ...], tuple[str, ...]]:
    """Effective points of each part: transfers inside the leaf first, then the leaf's own scale.

    Where it is not known whether a part applies, the names of the missing inputs come second.
    """
    points = [part.points for part in leaf.parts]
    missing: list[str] = []
    for number, part in enumerate(leaf.parts):
        if part.transfer is None:
            continue
        value = evaluate(part.transfer.applies.expression, known.values)
        if isinstance(value, Unknown):
            missing += sorted(value.missing)
        elif not value:
            for target in part.transfer.to:
                points[target - 1] += part.points / len(part.transfer.to)
            points[number] -= part.points
    scale = effective / leaf.points if leaf.points else Fraction(0)
    return tuple(point * scale for point in points), tuple(dict.fromkeys(missing))
