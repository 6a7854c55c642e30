"""Formula text → syntax tree. Whatever is wrong comes back as findings, never as an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import cast

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from hengji.facts.findings import Finding
from hengji.facts.units import COUNTERS, MONEY
from hengji.rules.formula.building import Builder
from hengji.rules.formula.exact import children
from hengji.rules.formula.grammar import GRAMMAR
from hengji.rules.formula.places import pointed
from hengji.rules.formula.syntax import Expression

__all__ = ["MAX_CHARACTERS", "MAX_DEPTH", "Parsed", "parse"]

MAX_CHARACTERS = 2_000
MAX_DEPTH = 40
"""Levels of the syntax tree, and of brackets: every reading of a formula may recurse as deep as this."""

# One character for one, so that offsets stay true.
_NORMAL = str.maketrans(
    "（），、％＋－−–＊*／/＜＞＝≦≧！．０１２３４５６７８９",
    "(),,%+---××÷÷<>=≤≥!.0123456789",
)
_OPERAND = "名称、数字、函数或“(”"
_SPACES = "“且”“或”“非”的前后要留空格，否则会被当作名称的一部分"
_BRACKETS = "名称里有引号、括号等符号时，用「」括起来，如「“三公”经费」"
_ADVICE: Mapping[str, str] = {
    **dict.fromkeys("“”‘’\"'《》·#&@", _BRACKETS),
    **dict.fromkeys("[]{}【】「」", "括号请用“(”和“)”；「」只用来括名称"),
    "^": "乘方请写成连乘",
    ".": "小数点前后都要有数字",
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """The tree, or None together with everything that is wrong."""

    expression: Expression | None
    findings: tuple[Finding, ...] = ()


def parse(text: str) -> Parsed:
    """Read a formula. See `grammar` for the language."""
    normal = text.translate(_NORMAL)
    finding = _out_of_bounds(text, normal)
    if finding is not None:
        return Parsed(None, (finding,))
    tree = _tree(text, normal)
    if isinstance(tree, Finding):
        return Parsed(None, (tree,))
    builder = Builder(text)
    expression = builder.transform(tree)
    findings = tuple(builder.findings) or _too_deep(text, expression)
    return Parsed(None if findings else expression, findings)


@cache
def _language() -> Lark:
    """Compiled when the first formula is read, once for the process."""
    return Lark(GRAMMAR, parser="lalr", lexer="basic")


def _tree(text: str, normal: str) -> Tree[Token] | Finding:
    steps = _language().parse_interactive(normal)
    tokens: list[Token] = []
    try:
        for token in steps.iter_parse():
            tokens.append(token)
        tree: Tree[Token] = steps.feed_eof(tokens[-1])  # type: ignore[no-untyped-call]
    except UnexpectedInput as unexpected:
        return _unexpected(text, unexpected, tokens)
    return tree


def _accepted_after(tokens: list[Token]) -> set[str]:
    """What may follow. Asked of a parser that has not seen the offender: seeing it closes what stood open."""
    steps = _language().parse_interactive("")
    for token in tokens:
        steps.feed_token(token)
    accepted: set[str] = steps.accepts()  # type: ignore[no-untyped-call]
    return accepted


def _out_of_bounds(text: str, normal: str) -> Finding | None:
    if not normal.strip():
        return Finding("error", "公式是空的", code="formula-syntax", expected=_OPERAND)
    if len(text) > MAX_CHARACTERS:
        return Finding(
            "error",
            "公式太长",
            code="formula-bounds",
            found=f"{len(text)}个字符",
            expected=f"不超过{MAX_CHARACTERS}个字符",
            advice="把公式拆成几个有名称的定义",
        )
    depth = 0
    for at, character in enumerate(normal):
        depth += (character == "(") - (character == ")")
        if depth > MAX_DEPTH:
            return _deep(text, at)
    return None


def _too_deep(text: str, expression: Expression) -> tuple[Finding, ...]:
    """Level by level and not by recursion, which a hostile formula would exhaust."""
    level: tuple[Expression, ...] = (expression,)
    for _ in range(MAX_DEPTH):
        level = tuple(child for node in level for child in children(node))
        if not level:
            return ()
    return (_deep(text, level[0].span[0]),)


def _deep(text: str, at: int) -> Finding:
    return Finding(
        "error",
        "公式的层次太深",
        code="formula-bounds",
        expected=f"不超过{MAX_DEPTH}层（括号、函数、负号各算一层，连加连乘每多一项也算一层）",
        advice="把公式拆成几个有名称的定义，连加可写成 合计(…)",
        excerpt=pointed(text, at),
    )


def _unexpected(text: str, unexpected: UnexpectedInput, tokens: list[Token]) -> Finding:
    before = tokens
    if isinstance(unexpected, UnexpectedCharacters):
        at = cast(int, unexpected.pos_in_stream)  # lark declares it None, and always sets it
        found, advice = f"“{text[at]}”", _ADVICE.get(text[at], "")
    elif isinstance(unexpected, UnexpectedToken) and unexpected.token.type != "$END":
        *before, offender = tokens
        at = offender.start_pos or 0
        found = f"“{text[at : offender.end_pos]}”"
        advice = _advice(text, before[-1] if before else None, offender)
    else:
        at, found, advice = len(text.rstrip()), "公式在此结束", ""
    return Finding(
        "error",
        "公式写法有误",
        code="formula-syntax",
        found=found,
        expected=_expected(_accepted_after(before)),
        advice=advice,
        excerpt=pointed(text, at),
    )


def _expected(accepted: set[str]) -> str:
    if "NAME" in accepted:
        return _OPERAND
    places = {"COMPARISON": "比较符", "RIGHT": "“)”", "_COMMA": "“，”", "$END": "公式结束"}
    return "、".join(["运算符", *(word for terminal, word in places.items() if terminal in accepted)])


def _advice(text: str, before: Token | None, offender: Token) -> str:
    word = text[offender.start_pos : offender.end_pos]
    if offender.type not in {"NAME", "CALLEE"}:
        return ""
    if word[0] in "且或非" and len(word) > 1:
        return _SPACES
    if before is None or before.type != "NUMBER":
        return "两个名称之间缺少运算符；" + _BRACKETS
    near = get_close_matches(word, sorted({*MONEY, *COUNTERS}), n=1, cutoff=0.5)
    if near:
        return f"“{word}”不是认得的单位，可能是指“{near[0]}”"
    return f"名称以数字开头时，用「」括起来，如「{text[before.start_pos : offender.end_pos]}」"
