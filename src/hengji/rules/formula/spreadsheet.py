"""The workbook reading of a formula: text that Excel, WPS and LibreOffice all compute, and compute alike.

`pieces` says how doubles are made to decide as exact numbers do, and for which sizes that is guaranteed.
Two more differences are provided for:

- Excel's AND and OR fail when any operand fails, while in the exact reading a false operand decides 且
  although another divides by zero (`_joined`).
- INT is the floor of negative numbers too, in all three; CEILING and FLOOR are not alike, and not used.

A name stands for a cell; a truth's cell holds 是 or 否. An empty cell counts as 0 in arithmetic, so whoever
needs to tell it apart asks 缺. A literal of more than 15 digits is cut short by every spreadsheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from hengji.rules.formula.exact import children, names_in
from hengji.rules.formula.pieces import (
    ATOM,
    PRODUCT,
    SIGNED,
    SNAPPED,
    SUM,
    Piece,
    TooLongError,
    all_clean,
    literal,
    most,
)
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
)

__all__ = ["MAX_LEVELS", "TooLongError", "render"]

MAX_LEVELS = 64
"""How deep Excel lets functions nest."""


def render(
    expression: Expression,
    cells: Mapping[str, str],
    truths: frozenset[str] = frozenset(),
    decimals: Mapping[str, int] | None = None,
) -> str:
    """The formula without its leading "=". *expression* has been through `check_units`.

    *cells* gives each name's cell or defined name; *truths* the names whose cells hold 是 or 否; *decimals*
    how many decimals a name's figure may have at most, whatever is typed into its cell. A name whose cell
    holds a formula that divides has none. Raises `TooLongError`.
    """
    text = _text(_Renderer(cells, truths, decimals or {}).condition_or_number(expression))
    level = deepest = 0
    for character in text:
        level += (character == "(") - (character == ")")
        deepest = max(deepest, level)
    if deepest > MAX_LEVELS:
        raise TooLongError(f"{deepest} levels")
    return text


_FUNCTIONS = {"绝对值": "ABS", "最大": "MAX", "最小": "MIN", "合计": "SUM"}
_SIGNS = {
    "+": "+",
    "-": "-",
    "×": "*",
    "÷": "/",
    "≤": "<=",
    "≥": ">=",
    "≠": "<>",
    "<": "<",
    ">": ">",
    "=": "=",
}


@dataclass(frozen=True, slots=True)
class _Renderer:
    cells: Mapping[str, str]
    truths: frozenset[str]
    decimals: Mapping[str, int]

    def condition_or_number(self, node: Expression) -> str:
        return self._condition(node) if self._is_truth(node) else self._number(node).text

    def _is_truth(self, node: Expression) -> bool:
        match node:
            case Name(name):
                return name in self.truths
            case Call("如果", arguments):
                return self._is_truth(arguments[1])
            case Call(function, _):
                return function == "缺"
            case _:
                return isinstance(node, Truth | Comparison | Logical | Not)

    # Numbers

    def _number(self, node: Expression) -> Piece:
        match node:
            case Number(value):
                return literal(value)
            case Name(name):
                places = self.decimals.get(name)
                return Piece(self.cells[name], decimals=places, clean=places is not None)
            case Negation(operand):
                inner = self._number(operand)
                return Piece(f"-{inner.within(ATOM)}", SIGNED, decimals=inner.decimals, clean=inner.clean)
            case Binary():
                return self._sum(node) if node.operator in "+-" else self._product(node)
            case Call():
                return self._call(node)
            case _:
                raise ValueError(f"not a number: {node}")

    def _sum(self, node: Binary) -> Piece:
        """A whole chain of + and − at once, so that it is snapped once."""
        chain: list[tuple[str, Expression]] = []
        left: Expression = node
        while isinstance(left, Binary) and left.operator in "+-":
            chain.append((left.operator, left.right))
            left = left.left
        first = self._number(left)
        rest = [(sign, self._number(term)) for sign, term in reversed(chain)]
        text = first.within(SUM) + "".join(sign + term.after(PRODUCT) for sign, term in rest)
        places = most([first, *(term for _, term in rest)])
        return Piece(text, SUM, decimals=places).as_sum()

    def _product(self, node: Binary) -> Piece:
        left, right = self._number(node.left), self._number(node.right)
        text = f"{left.within(PRODUCT)}{_SIGNS[node.operator]}{right.after(PRODUCT + 1)}"
        if node.operator == "÷" or left.decimals is None or right.decimals is None:
            return Piece(text, PRODUCT)
        return Piece(text, PRODUCT, decimals=left.decimals + right.decimals)

    def _call(self, node: Call) -> Piece:
        match node.function:
            case "如果":
                branches = [self._number(branch) for branch in node.arguments[1:]]
                texts = [self._condition(node.arguments[0]), *(branch.text for branch in branches)]
                return Piece(f"IF({','.join(texts)})", decimals=most(branches), clean=all_clean(branches))
            case "四舍五入":
                return self._rounded(node)
            case "向下取整":
                return Piece(f"INT({self._number(node.arguments[0]).snapped().text})", decimals=0, clean=True)
            case "向上取整":
                inner = self._number(node.arguments[0]).snapped().within(ATOM)
                return Piece(f"-INT(-{inner})", SIGNED, decimals=0, clean=True)
            case "换算" | "缺":
                raise ValueError(f"not a number, or not through check_units: {node}")
        pieces = [self._number(argument) for argument in node.arguments]
        text = f"{_FUNCTIONS[node.function]}({','.join(piece.text for piece in pieces)})"
        if node.function == "合计":
            return Piece(text, decimals=most(pieces)).as_sum()
        return Piece(text, decimals=most(pieces), clean=all_clean(pieces))

    def _rounded(self, node: Call) -> Piece:
        value, places = node.arguments
        inner = self._number(value).snapped()
        if not isinstance(places, Number):
            raise ValueError(f"not through check_units: {node}")
        wanted = int(places.value)
        if inner.clean and inner.decimals is not None and inner.decimals <= wanted:
            return inner
        return Piece(f"ROUND({inner.text},{wanted})", decimals=wanted, clean=True)

    # Conditions

    def _condition(self, node: Expression) -> str:
        match node:
            case Truth(value):
                return "TRUE" if value else "FALSE"
            case Name(name):
                return f'({self.cells[name]}="是")'
            case Not(operand):
                return f"NOT({self._condition(operand)})"
            case Logical(operator, operands):
                return self._joined(operator == "且", operands)
            case Comparison():
                pairs = zip(pairwise(node.operands), node.operators, strict=True)
                tests = [self._compared(left, operator, right) for (left, right), operator in pairs]
                return tests[0] if len(tests) == 1 else f"AND({','.join(tests)})"
            case Call():
                return self._condition_call(node)
            case _:
                raise ValueError(f"not a condition: {node}")

    def _condition_call(self, node: Call) -> str:
        if node.function == "缺":
            empty = [f'({self.cells[name]}="")' for argument in node.arguments for name in names_in(argument)]
            return (empty or ["FALSE"])[0] if len(empty) < 2 else f"OR({','.join(empty)})"
        return _text(f"IF({','.join(self._condition(argument) for argument in node.arguments)})")

    def _compared(self, left: Expression, operator: str, right: Expression) -> str:
        sign = _SIGNS[operator]
        if self._is_truth(left):
            return _text(f"({self._condition(left)}){sign}({self._condition(right)})")
        one, other = self._number(left), self._number(right)
        if one.ends or other.ends:
            return _text(f"{one.snapped().text}{sign}{other.snapped().text}")
        # Two values that may not end could be rounded apart although they are equal; their difference cannot.
        return _text(f"ROUND({one.text}-{other.after(PRODUCT)},{SNAPPED}){sign}0")

    def _joined(self, every: bool, operands: tuple[Expression, ...]) -> str:
        """且 or 或 of conditions, decided by one operand even where another divides by zero."""
        function, decided, neutral = ("AND", "FALSE", "TRUE") if every else ("OR", "TRUE", "FALSE")
        safe = [self._condition(one) for one in operands if not _may_fail(one)]
        risky = [self._condition(one) for one in operands if _may_fail(one)]
        if not risky:
            return _text(f"{function}({','.join(safe)})")
        outcome = risky[0] if len(risky) == 1 else f"{function}({','.join(risky)})"
        tried = [f"IFERROR({one},{neutral})" for one in risky] if len(risky) > 1 else []
        first = f"{function}({','.join(safe + tried)})" if safe or tried else neutral
        return _text(f"IF({first},{outcome},{decided})" if every else f"IF({first},{decided},{outcome})")


def _may_fail(node: Expression) -> bool:
    divides = isinstance(node, Binary) and node.operator == "÷" and bool(names_in(node.right))
    return divides or any(_may_fail(child) for child in children(node))


def _text(text: str) -> str:
    return Piece(text).text
