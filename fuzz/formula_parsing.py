"""Formulas: any text is read or explained, and what is printed reads back as the same tree."""

from __future__ import annotations

import entry

with entry.instrumented():
    from hengji.rules.formula.parsing import parse
    from hengji.rules.formula.printing import print_formula

import seeds
from mutating import FORMULA_PIECES, text_mutator


def hold(content: bytes) -> None:
    text = content.decode("utf-8", "ignore")
    parsed = parse(text)
    assert (parsed.expression is None) == bool(parsed.findings), parsed
    for finding in parsed.findings:
        str(finding).encode()
    if parsed.expression is None:
        return
    start, end = parsed.expression.span
    assert 0 <= start < end <= len(text), (start, end, text)
    printed = print_formula(parsed.expression)
    again = parse(printed)
    # Printing writes more spaces and brackets than some people do, so it may leave the bounds; it must say so.
    if any(finding.code == "formula-bounds" for finding in again.findings):
        return
    assert again.expression == parsed.expression, (text, printed, again.findings)
    assert print_formula(again.expression) == printed, (text, printed)


if __name__ == "__main__":
    entry.run(hold, seeds.formulas(), text_mutator(FORMULA_PIECES), max_length=8_000)
