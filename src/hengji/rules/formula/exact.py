"""The exact reading of a formula: Fractions in, a Fraction or a truth out, missing inputs told apart from zero."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from hengji.facts.numbers import round_half_up
from hengji.rules.formula.syntax import (
    Binary,
    Call,
    Comparison,
    Expression,
    Logical,
    Name,
    Negation,
    Not,
    Number,
    Truth,
    UnitName,
)

__all__ = [
    "Environment",
    "Unknown",
    "Value",
    "denominator_is_zero",
    "evaluate",
    "is_missing",
    "names_in",
    "substitute",
    "taken",
]

Value = Fraction | bool
Environment = Mapping[str, Value | None]
"""Name → value; a name that is absent or None is an input nobody has given."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """No value: the inputs that are missing, or the reason why none exists."""

    missing: frozenset[str] = frozenset()
    reason: str = ""


Reading = Value | Unknown


def evaluate(expression: Expression, environment: Environment) -> Reading:
    """The exact value of *expression*. A branch of 如果 that is not taken needs no inputs."""
    match expression:
        case Number(value) | Truth(value):
            return value
        case Name(name):
            found = environment.get(name)
            return Unknown(frozenset({name})) if found is None else found
        case Negation(operand):
            return _over([operand], environment, lambda a: -a)
        case Binary(operator, left, right):
            return _binary(operator, left, right, environment)
        case Comparison(operands, operators):
            return _compare(operands, operators, environment)
        case Logical(operator, operands):
            return _logical(operator == "且", operands, environment)
        case Not(operand):
            inner = evaluate(operand, environment)
            return inner if isinstance(inner, Unknown) else not inner
        case Call(function, arguments):
            return _call(function, arguments, environment)
        case UnitName(unit):
            return Unknown(reason=f"单位“{unit}”不是数值")


def _binary(operator: str, left: Expression, right: Expression, environment: Environment) -> Reading:
    values = _values([left, right], environment)
    if isinstance(values, Unknown):
        return values
    a, b = values
    match operator:
        case "+":
            return a + b
        case "-":
            return a - b
        case "×":
            return a * b
        case _:
            return a / b if b else Unknown(reason="分母为零")


_HOLDS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "<": lambda a, b: a < b,
    "≤": lambda a, b: a <= b,
    "=": lambda a, b: a == b,
    "≥": lambda a, b: a >= b,
    ">": lambda a, b: a > b,
    "≠": lambda a, b: a != b,
}


def _compare(operands: tuple[Expression, ...], operators: tuple[str, ...], environment: Environment) -> Reading:
    values = _values(operands, environment)
    if isinstance(values, Unknown):
        return values
    return all(_HOLDS[operator](a, b) for operator, a, b in zip(operators, values, values[1:], strict=False))


def _logical(every: bool, operands: tuple[Expression, ...], environment: Environment) -> Reading:
    unknown: Unknown | None = None
    for operand in operands:
        value = evaluate(operand, environment)
        if isinstance(value, Unknown):
            unknown = unknown or value
        elif bool(value) is not every:
            return not every
    return unknown if unknown is not None else every


def _call(function: str, arguments: tuple[Expression, ...], environment: Environment) -> Reading:
    if function == "缺":
        return any(environment.get(name) is None for argument in arguments for name in names_in(argument))
    if function == "如果":
        condition = evaluate(arguments[0], environment)
        if isinstance(condition, Unknown):
            return condition
        return evaluate(arguments[1] if condition else arguments[2], environment)
    return _over(arguments, environment, _FUNCTIONS[function])


_FUNCTIONS: dict[str, Callable[..., Fraction]] = {
    "绝对值": abs,
    "最大": lambda *values: max(values),
    "最小": lambda *values: min(values),
    "合计": lambda *values: sum(values, Fraction(0)),
    "四舍五入": lambda value, places: round_half_up(value, int(places)),
    "向下取整": lambda value: Fraction(value.numerator // value.denominator),
    "向上取整": lambda value: Fraction(-(-value.numerator // value.denominator)),
}


def _over(
    operands: tuple[Expression, ...] | list[Expression],
    environment: Environment,
    apply: Callable[..., Fraction],
) -> Reading:
    values = _values(operands, environment)
    return values if isinstance(values, Unknown) else apply(*values)


def _values(operands: tuple[Expression, ...] | list[Expression], environment: Environment) -> list[Fraction] | Unknown:
    """All operands as numbers; where several are unknown, all that is missing is named at once."""
    values: list[Fraction] = []
    missing: frozenset[str] = frozenset()
    reason = ""
    for operand in operands:
        value = evaluate(operand, environment)
        if isinstance(value, Unknown):
            missing, reason = missing | value.missing, reason or value.reason
        else:
            values.append(Fraction(value))
    return Unknown(missing, reason) if missing or reason else values


def children(expression: Expression) -> tuple[Expression, ...]:
    """The direct operands of a node."""
    match expression:
        case Negation(operand) | Not(operand):
            return (operand,)
        case Binary(_, left, right):
            return (left, right)
        case Comparison(operands, _) | Logical(_, operands) | Call(_, operands):
            return operands
        case _:
            return ()


def names_in(expression: Expression) -> tuple[str, ...]:
    """Names in the order of their first appearance."""
    found = [expression.name] if isinstance(expression, Name) else []
    for child in children(expression):
        found += names_in(child)
    return tuple(dict.fromkeys(found))


def substitute(expression: Expression, put: Mapping[str, Expression]) -> Expression:
    """The expression with names replaced by other expressions."""
    match expression:
        case Name(name):
            return put.get(name, expression)
        case Negation(operand) | Not(operand):
            return replace(expression, operand=substitute(operand, put))
        case Binary(_, left, right):
            return replace(expression, left=substitute(left, put), right=substitute(right, put))
        case Comparison(operands, _) | Logical(_, operands):
            return replace(expression, operands=tuple(substitute(operand, put) for operand in operands))
        case Call(_, arguments):
            return replace(expression, arguments=tuple(substitute(argument, put) for argument in arguments))
        case _:
            return expression


def denominator_is_zero(expression: Expression) -> Expression | None:
    """A condition that holds when some division that is reached divides by zero; None where none can.

    Only the branch of 如果 that is taken counts, so the condition branches likewise.
    """
    return _any_reached(expression, _own_zero)


def is_missing(expression: Expression) -> Expression | None:
    """A condition that holds when an input that is reached has not been given; None where nothing is read."""
    return _any_reached(expression, lambda node: Call("缺", (node,)) if isinstance(node, Name) else None)


def _own_zero(node: Expression) -> Expression | None:
    if isinstance(node, Binary) and node.operator == "÷" and names_in(node.right):
        return Comparison((node.right, Number(Fraction(0))), ("=",))
    return None


def _any_reached(expression: Expression, own: Callable[[Expression], Expression | None]) -> Expression | None:
    if isinstance(expression, Call) and expression.function == "如果":
        condition, yes, no = expression.arguments
        found = [_any_reached(condition, own)]
        branches = (_any_reached(yes, own), _any_reached(no, own))
        if any(branches):
            found.append(Call("如果", (condition, branches[0] or Truth(False), branches[1] or Truth(False))))
    else:
        found = [_any_reached(child, own) for child in children(expression)]
        found.append(own(expression))
    conditions = tuple(dict.fromkeys(condition for condition in found if condition is not None))
    if not conditions:
        return None
    return conditions[0] if len(conditions) == 1 else Logical("或", conditions)


def taken(expression: Expression, environment: Environment) -> Expression:
    """The expression with every decided 如果 replaced by the branch it takes, for showing a computation."""
    match expression:
        case Call("如果", (condition, yes, no)):
            value = evaluate(condition, environment)
            if isinstance(value, Unknown):
                return expression
            return taken(yes if value else no, environment)
        case Binary(_, left, right):
            return replace(expression, left=taken(left, environment), right=taken(right, environment))
        case Call(_, arguments):
            return replace(expression, arguments=tuple(taken(argument, environment) for argument in arguments))
        case _:
            return expression
