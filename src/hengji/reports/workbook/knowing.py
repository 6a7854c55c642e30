"""Conditions of which some input is missing: known to hold, known to fail, or neither.

The exact reading decides 且 and 或 by one operand where that is enough; these expressions say the same in
terms that a spreadsheet can compute.
"""

from __future__ import annotations

from hengji.rules.formula.exact import is_missing
from hengji.rules.formula.syntax import Call, Expression, Logical, Not, Truth
from hengji.rules.parts import either_of

__all__ = ["fails", "holds"]

_NO = Truth(False)


def holds(condition: Expression) -> Expression:
    """Whether *condition* is known to hold."""
    return _known(condition, wanted=True)


def fails(condition: Expression) -> Expression:
    """Whether *condition* is known not to hold."""
    return _known(condition, wanted=False)


def _known(condition: Expression, wanted: bool) -> Expression:
    match condition:
        case Not(operand):
            return _known(operand, not wanted)
        case Logical(operator, operands):
            known = tuple(_known(operand, wanted) for operand in operands)
            return Logical("且" if (operator == "且") is wanted else "或", known)
        case Call("如果", (chosen, yes, no)):
            taken = Logical("且", (holds(chosen), _known(yes, wanted)))
            left = Logical("且", (fails(chosen), _known(no, wanted)))
            return Logical("或", (taken, left))
        case _:
            lacking = either_of([is_missing(condition)])
            decided = condition if wanted else Not(condition)
            return decided if lacking is None else Call("如果", (lacking, _NO, decided))
