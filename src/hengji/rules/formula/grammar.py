"""The grammar of formulas, for lark's LALR parser. `parsing` normalises the characters first.

Three decisions make Chinese names safe:

- A word is the longest run of letters, digits and Chinese characters: 非税收入, 或有负债, 合计数 are names.
- 且 或 非 是 否 are words of the language only when they stand alone between spaces, brackets or operators;
  lark retags a NAME that is exactly one of them. A name that is spelled so is written in brackets: 「是」.
- A word is a function only when "(" follows, so a data item may be called 合计.
"""

from __future__ import annotations

from hengji.facts.units import COUNTERS, FOREIGN_MONEY, MONEY

__all__ = ["GRAMMAR"]

# A numeral takes thousands separators only so that `building` can refuse them with advice: in 最大(1,200) the
# comma could mean either, and a silent guess would be a wrong score.
_NUMERAL = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
_UNIT = "|".join(sorted({*MONEY, *FOREIGN_MONEY, *COUNTERS}))

GRAMMAR = rf"""
?start: disjunction
?disjunction: conjunction (_OR conjunction)*
?conjunction: condition (_AND condition)*
?condition: NOT condition -> inverse
          | comparison
?comparison: sum (COMPARISON sum)*
?sum: product
    | sum (PLUS | MINUS) product -> binary
?product: factor
        | product (TIMES | OVER) factor -> binary
?factor: MINUS factor -> negation
       | atom
?atom: NUMBER -> number
     | (YES | NO) -> truth
     | NAME -> name
     | CALLEE LEFT disjunction (_COMMA disjunction)* RIGHT -> call
     | LEFT disjunction RIGHT -> bracketed

_OR: "或"
_AND: "且"
NOT: "非"
YES: "是"
NO: "否"
NUMBER: /{_NUMERAL}(?:\s*(?:%|(?:{_UNIT})(?!\w)))?/
CALLEE.1: /(?!(?:且|或|非)\s*\()[^\W\d]\w*(?=\s*\()/
NAME: /[^\W\d]\w*|「[^「」\n]+」/
COMPARISON: /<=|>=|==|!=|<>|[<>=≤≥≠]/
PLUS: "+"
MINUS: "-"
TIMES: "×"
OVER: "÷"
LEFT: "("
RIGHT: ")"
_COMMA: ","
%ignore /\s+/
"""
