"""What was to be filled in and was not: [金额待补]万元, （请填写）, 由***实施, 财规〔202X〕6号, 预计2024年 月 日前."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_unfilled"]

_OPEN, _CLOSE = r"[（(【\[［｛{]", r"[）)】\]］｝}]"
"""Not 〔〕, in which drafts mark what is still to be written: of those `leftovers` asks."""
_TO_DO: Final = (
    r"(?:待补充?|待填写?|待录入|待补录|请填写?|请补充?|请输入|请据实填写"
    r"|填写[\u4e00-\u9fff]{2,8}(?:名称|金额|数量|日期|内容|姓名)|此处(?:填写?|补充|插入)[^（）()\n]{0,10}|尚未填写)"
)
_PATTERNS: Final = (
    (
        re.compile(rf"{_OPEN}\s?(?:[\u4e00-\u9fff]{{0,8}}{_TO_DO}[^（）()\[\]【】\n]{{0,8}})\s?{_CLOSE}"),
        "模板的提示语没有替换",
    ),
    (re.compile(r"(?<=[\u4e00-\u9fff：:])\*{3,10}(?=[\u4e00-\u9fff，。；、])"), "占位的星号没有替换"),
    (re.compile(r"(?<![A-Za-z0-9])20\d[xXＸ×？?](?![A-Za-z0-9×xX.])"), "年份没有填完"),
    (
        re.compile(
            r"(?<=[\u4e00-\u9fff，：])20\d\d\s?年[ \u3000\u00a0_]{1,8}月[ \u3000\u00a0_]{0,8}(?:日|底|末)?"
            r"(?=[前内止起完至到将再，。；组召印正\u4e00])"
        ),
        "日期没有填写",
    ),
    (
        re.compile(
            r"(?<=[\u4e00-\u9fff])[ \u3000\u00a0]{2,8}"
            r"(?:份|人次|人|个|项|次|件|户|家|万元|亿元|元|天|场|处|套|台|名)(?=[，。；、])"
        ),
        "数字没有填写",
    ),
)
_CUE: Final = re.compile(rf"{_OPEN}|〔|\*\*\*|20\d[xXＸ×？?]|年[ \u3000\u00a0_]|[ \u3000\u00a0]{{2}}")
_PROSE: Final = re.compile("[，。；]")
_DATED_LINE: Final = re.compile(r"(?:日期|时间|签[字名章]|盖章|负责人|年[ \u3000_]+月[ \u3000_]+日)\s*[:：]?\s*$")


def find_unfilled(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Relations of kind ``structure``, errors all; dates and blanks only inside a sentence."""
    for line in lines:
        if not _CUE.search(line.text):
            continue
        for pattern, name in _PATTERNS:
            for match in pattern.finditer(line.text):
                in_sentence = _PROSE.search(line.text) is not None and not line.tabular
                if name in ("日期没有填写", "数字没有填写") and not in_sentence:
                    continue
                if _DATED_LINE.search(line.text[: match.start()]):
                    continue
                around = line.text[max(0, match.start() - 10) : match.end() + 8]
                yield slip(
                    context,
                    [(line.start + match.start(), line.start + match.end())],
                    "error",
                    f"“{around}”里的“{match[0].strip() or '空白'}”：{name}。请填上实际内容，或删去。",
                    rule="应填的内容应填写完整",
                    expected="实际内容",
                    severity="medium",
                )
