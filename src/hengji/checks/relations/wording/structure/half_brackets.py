"""A number that lost its first bracket among its fellows: 1）宣传政策；（2）组织活动；（3）…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_half_brackets"]

_HALF: Final = re.compile(
    r"(?:^|(?<=[：:。；;]))\s{0,2}(?P<n>[1-9]\d?|[一二三四五六七八九十]{1,2})\s?[）)](?=[\u4e00-\u9fff])"
)
_WHOLE: Final = re.compile(r"[（(]\s?(?P<n>[1-9]\d?|[一二三四五六七八九十]{1,2})\s?[）)]")
_ANY_HALF: Final = re.compile(
    r"(?<![（(\d.%％一二三四五六七八九十年月日万元])(?P<n>[1-9]\d?|[一二三四五六七八九十]{1,2})\s?[）)]"
)
_FAR: Final = 3000


def find_half_brackets(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Relations of kind ``structure``: the only one of its list, between the numbers before and after it."""
    text = context.document.text
    for line in lines:
        for half in _HALF.finditer(line.text) if not line.tabular else ():
            start, end = line.start + half.start("n"), line.start + half.end()
            before, after = text[max(0, start - _FAR) : start], text[end : end + _FAR]
            number = whole_number(half["n"])
            chinese = not half["n"].isdigit()
            following = next((one for one in _WHOLE.finditer(after) if one["n"].isdigit() != chinese), None)
            earlier = [one for one in _WHOLE.finditer(before) if one["n"].isdigit() != chinese][-1:]
            fits = following is not None and whole_number(following["n"]) == number + 1
            led = number == 1 or (bool(earlier) and whole_number(earlier[0]["n"]) == number - 1)
            opened = before.count("（") + before.count("(") > before.count("）") + before.count(")")
            fellows = [one for one in _ANY_HALF.finditer(before + "\n" + after) if one["n"].isdigit() != chinese]
            if fits and led and not opened and not fellows:
                yield slip(
                    context,
                    [(start, end)],
                    "error",
                    f"“{half[0].strip()}”缺前括号，同一列的其他各项都写作“（{half['n']}）”这样的全括号。请补上“（”。",
                    rule="编号的写法应一致",
                    expected=f"（{half['n']}）",
                )
