"""What a template left standing: xxx, 20XX年, 增加（减少）, （单位名称）, 【】.

And signatures left blank in one of two places.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_blank_signatures", "find_leftovers"]

_UNIT = r"(?:年|月|日|号|亿|万|元|%|％|人|名|个|项|次|件|家|辆|份|分|场|户|期|批|台|套|条|处|所|起|宗|篇|吨|亩|公里|天)"
_BODY = r"(?:单位|部门|局|委|办|厅|处|中心|公司|项目|同志|县|区|市|镇|街道|科(?!技)|股|会议|办公会|通知|文件"
_BODY += r"|银行|学校|医院|协会|事务所|企业"
_BODY += r"|[\u4e00-\u9fff]{0,6}(?:公司|事务所|学院|大学|研究院|研究所|机构|集团))"
_FIELD = r"(?:[\u4e00-\u9fff]{2}(?:名称|全称|姓名|日期|年份|数量|地点|电话)|金额|数字|数值|填写|单位名)"
# Several letters x where a name or a figure belongs. A single × multiplies; 张×× and ××村 hide a name on purpose.
_PATTERNS: tuple[tuple[re.Pattern[str], Verdict, str], ...] = (
    (
        re.compile(
            rf"(?<![A-Za-z0-9])(?:[xX]{{3,}}|[×＊]{{3,}}|[xX×]{{2,}}(?=\s*(?:{_UNIT}|{_BODY}|20\d\d)))(?![A-Za-z])"
        ),
        "error",
        "占位符",
    ),
    (
        re.compile(r"20[xX×*＊_]{1,2}\s*年|20[012][xX×*＊_?？]\s*年|二[〇○零][xX×]{1,2}年|〔20[xX×]{1,2}〕"),
        "error",
        "没有填写的年份",
    ),
    (re.compile(r"(?<![\dA-Za-z])20[xX]{2}(?=\d|万元|元|人)"), "error", "没有填写的数字"),
    (re.compile(rf"[_＿]{{2,}}\s*(?={_UNIT}(?!\s*[_＿\d]))"), "error", "没有填写的数字"),
    (
        re.compile(
            r"[_＿](?<=[\u4e00-\u9fff].)[_＿]{2,}(?=\s*[，。；、])"
            r"|(?:…|\.{3})[….]*\s*(?=(?:万元|亿元|元|％|%)[，。；、）])"
        ),
        "error",
        "没有填写的数字",
    ),
    (
        re.compile(
            r"[xXＸ](?<![A-Za-z0-9第每若如超过差].)(?:(?=年度?(?![代龄内限级前后]))"
            r"|(?<=[\u4e00-\u9fff].)(?=万元|亿元|元|个百分点))"
        ),
        "error",
        "占位符",
    ),
    (
        re.compile(rf"[【［\[〔｛{{][\u4e00-\u9fff]{{0,8}}{_FIELD}[】］\]〕｝}}](?!\s*\d{{4}}\s?[-年])"),
        "error",
        "模板的提示语",
    ),
    (
        re.compile(rf"[\[［【（(][ \u3000\u00a0]+[\]］】）)](?=\s*{_UNIT})"),
        "error",
        "没有填写的数字",
    ),
    (
        re.compile(
            rf"(?:【\s*】|［\s*］)(?!\s*{_UNIT})|〔\s*〕(?=\s*\S{{0,3}}号)|〔\d{{4}}〕\s{{1,6}}号|〔\d{{4}}〕号"
        ),
        "suspicious",
        "没有填写的空格",
    ),
    (
        re.compile(
            r"(?:(?:增加|增长|上升|提高|增)\s*(?:[（(]\s*(?:或|/)?\s*(?:减少|下降|降低|减)\s*[）)]|[/／](?:减少|下降|降低))"
            r"|(?:减少|下降|降低|减)\s*(?:[（(]\s*(?:或|/)?\s*(?:增加|增长|上升|增)\s*[）)]|[/／](?:增加|增长|上升)))"
            r"(?!\s*(?:额|率|数|值|变动|变化|情况|的|幅度|比例|以|为))"
        ),
        "suspicious",
        "没有选定的说法",
    ),
    (
        re.compile(
            r"(?:(?<=[年比数算])|(?<=[，,。；;幅期]))\s?[（(]\s?(?:增加|减少|增长|下降|上升|降低|增|减)\s?[）)](?=\s?\d[\d,.]*\s?(?:万元|亿元|元|%|％)|幅)"
        ),
        "error",
        "没有选定的说法",
    ),
    (
        re.compile(
            r"[（(〈<【\[]\s*(?:单位名称|部门名称|项目名称|单位全称|部门全称|此处[^）)\n]{0,20}|请(?:填写|填列|补充|据实)[^）)\n]{0,30}"
            r"|示例|样例|模板)\s*[）)〉>】\]]"
        ),
        "suspicious",
        "模板的提示语",
    ),
    (
        re.compile(
            r"(?:按照?|根据)[^，。；\n]{1,70}要求[，,]公开(?:项目)?概况、评价过程(?:及|和|与|、)[^。；\n]{2,24}建议(?=。\s{0,4}(?:[一二三四五六七八九十附]|$))"
        ),
        "error",
        "编写要求，没有写出内容",
    ),
    (
        re.compile(r"[（(](?<=[为是].)(?![略含见不无同])[\u4e00-\u9fff]{2,12}[）)](?=[，。；])"),
        "suspicious",
        "模板的提示语",
    ),
    (re.compile(r"某某(?!人|日|村|社区|小区|路|公司)"), "suspicious", "占位的“某某”"),
)
_CUE = re.compile(r"[xXＸ×＊*_＿?？\[［【〔｛{（(<〈…某/／]|\.{3}")
"""One of these stands in every leftover; lines of plain prose have none of them."""
_FIGURE_FOLLOWS = re.compile(r"\s*(?:了|约|为)?\s*[\d０-９]")
_ASKS = re.compile(r"[（(〈<【\[]\s*请")
_SIGNED = re.compile(
    r"(复核人|核查人|审核人|填报人|填表人|经办人|评价人|联系人|负责人|项目负责人|评价机构|委托单位|联系电话)\s*[：:]\s*(\S{0,20})"
)


def find_leftovers(context: Context, lines: Iterable[Line]) -> Iterator[Relation]:
    """Placeholders and choices that nobody made. A choice before a figure is certain; in a table's head, a name. What
    stands in several places is told once, with all of them."""
    told: dict[tuple[str, Verdict, str], list[tuple[Line, re.Match[str]]]] = defaultdict(list)
    for line in lines:
        for pattern, given, name in _PATTERNS if _CUE.search(line.text) else ():
            for match in pattern.finditer(line.text):
                verdict = _verdict(line, match, given, name)
                if verdict is not None:
                    told[match[0].strip(), verdict, name].append((line, match))
    for (_, verdict, name), places in told.items():
        yield _leftover(context, places, verdict, name)


def _verdict(line: Line, match: re.Match[str], given: Verdict, name: str) -> Verdict | None:
    if name == "没有选定的说法" and given != "error":
        if _FIGURE_FOLLOWS.match(line.text, match.end()):
            return "error"
        return None if line.tabular else given
    if name == "模板的提示语" and line.tabular:
        return None
    return "error" if given == "suspicious" and _is_asked_in_a_sentence(line.text, match) else given


def _is_asked_in_a_sentence(text: str, match: re.Match[str]) -> bool:
    """配了一台（请填写设备名称），供停电时使用: the sentence goes on, so that the hint is no form's. Drafts mark in
    〔〕 what is still to be written."""
    return (
        _ASKS.match(match[0]) is not None
        and not match[0].lstrip().startswith("〔")
        and re.search(r"[\u4e00-\u9fff]\s*$", text[: match.start()]) is not None
        and re.match(r"\s*[，；、,]", text[match.end() :]) is not None
    )


def _leftover(context: Context, places: Sequence[tuple[Line, re.Match[str]]], verdict: Verdict, name: str) -> Relation:
    line, match = places[0]
    around = line.text[max(0, match.start() - 8) : match.end() + 10]
    again = f"（共 {len(places)} 处）" if len(places) > 1 else ""
    return slip(
        context,
        [(line.start + match.start(), line.start + match.end()) for line, match in places],
        verdict,
        f"“{around}”里的“{match.group().strip()}”是{name}{again}，像是模板原样留下的。请填上本单位的实际内容，或删去。",
        rule="模板内容应填写完整",
        expected="实际内容",
        severity="medium",
    )


def find_blank_signatures(context: Context, lines: Iterable[Line]) -> Iterator[Relation]:
    """“复核人：” left blank in one place and filled in another."""
    filled: dict[str, tuple[int, int, str]] = {}
    blank: list[tuple[str, int, int]] = []
    for line in lines:
        match = _SIGNED.fullmatch(line.text)
        if match is None:
            continue
        if match[2]:
            filled.setdefault(match[1], (line.start, line.end, match[2]))
        else:
            blank.append((match[1], line.start, line.end))
    for label, start, end in blank:
        if label in filled:
            there = filled[label]
            yield slip(
                context,
                [(there[0], there[1]), (start, end)],
                "suspicious",
                f"这里的“{label}”没有填写，另一处填的是“{there[2]}”。两处应一致，请补填。",
                rule="签署栏应填写",
                expected=there[2],
            )
