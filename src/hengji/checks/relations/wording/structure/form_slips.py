"""What a form leaves when it is filled in: both directions at once (减增加, 大小于, 与上年增加持平), a full stop where
the form's words go on, words that belong between its fixed ones, and its own prompts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_form_slips"]

_THEN: Final = r"(?:上年|去年|上一年|20\d\d年)度?(?:预算|决算|执行|支出)?数?"
_BY: Final = r"(?=[ ]?\d[\d.,]*\s?(?:万|元|%|％))"
_UP, _DOWN = "(?:增加|增长|上升)", "(?:减少|下降|降低)"


@dataclass(frozen=True, slots=True)
class _Slip:
    """`told` says in Chinese what is wrong with what was found. `usual`: what the other places of the paper write,
    without which nothing is said of a paper that always writes so."""

    pattern: re.Pattern[str]
    told: str
    verdict: Verdict = "error"
    usual: re.Pattern[str] | None = None


_SLIPS: Final = (
    _Slip(
        re.compile(
            r"(?:增加|减少|增长|下降)\s?\d[\d.,]*\s?(?:万元|亿元)。(?=(?:增加|减少|增长|下降)\s?\d[\d.]*\s?[%％])"
        ),
        "“{found}”后面的变动率说的是同一变动，这里用句号断开了。请改为逗号。",
    ),
    _Slip(
        re.compile(r"[（(][一二三四五六七八九十]{1,2}[）)]\s?\d{1,2}、(?=[\u4e00-\u9fff])"),
        "“{found}”写了两个序号，像是原来的序号没有删去。请只留一个。",
    ),
    _Slip(
        re.compile(r"[（(][一二三四五六七八九十][）)]是(?=[\u4e00-\u9fff]{2})"),
        "“{found}”的序号写法不对，后面接“是”的应写作“一是”“二是”。",
    ),
    _Slip(
        re.compile(
            r"(?<=元，)20\d\d年度?(?:预算|决算)数?(?=(?:增加|减少)\s?\d[\d.,]*\s?(?:万元|元)，(?:增长|下降|减少|增加))"
        ),
        "“{found}”与后面的增减之间读不通，前面像是漏了“比”（较）。请补上。",
    ),
    _Slip(
        re.compile(
            rf"(?:减增加?|增减少?){_BY}|大小于|小大于|大于小于|小于大于|{_UP}{_DOWN}(?=\s?\d)|{_DOWN}{_UP}(?=\s?\d)"
        ),
        "“{found}”把两个方向写在了一起，像是模板没有删净。请只留一个。",
    ),
    _Slip(
        re.compile(r"(?<=[算年数度比])(?:增加|减少|增长|下降|增|减)(?:了)?(?:基本)?持平"),
        "“{found}”既说增减，又说持平，像是模板没有删净。请只留一个。",
    ),
    _Slip(
        re.compile(rf"(?:增加|减少)(?:为|到|至)\s?\d[\d,.]*\s?(?:万元|元)，与{_THEN}(?:相比)?持平"),
        "“{found}”既说增减，又说持平，像是模板没有删净。请只留一个。",
    ),
    _Slip(
        re.compile(
            r"[（(][^（）()\n]{0,30}本部分内容为[^（）()\n]{0,30}[）)]"
            r"|(?:各)?(?:部门|单位)(?:应|可|需)?(?:当)?根据(?:本(?:部门|单位))?实际(?:情况)?(?:进行|自行)?(?:解释|填写|补充|增减|删减|修改|注明|列示|调整页码)[\u4e00-\u9fff]{0,6}"
        ),
        "“{found}”是提示怎样填写的话，没有删去。请换成实际内容或删去。",
    ),
    _Slip(
        re.compile(r"(?:大于|小于|高于|低于|等于|持平于?)(?:年初|全年|调整)?预算数?[（(]\s?或[^（）()]{1,12}[）)]"),
        "“{found}”把两种情形都留下了，像是模板没有删净。请只留一种。",
    ),
    _Slip(
        re.compile(r"(?:对照|结合|针对)[^。；\n]{2,60}。?[（(]\s?(?:限|不超过)?\d{2,4}\s?字(?:以内|左右|内)?\s?[）)]"),
        "“{found}”是提示怎样填写的话，没有删去。请换成实际内容或删去。",
    ),
    _Slip(
        re.compile(r"超过?\s?\d[\d.,]*\s?(?:%|％|万元|元|个百分点)以上"),
        "“{found}”里“超”与“以上”意思重复。请只留一个。",
        "suspicious",
    ),
    _Slip(
        re.compile(
            r"开展(?!工作|活动|后|前|以来)[\u4e00-\u9fff]{3,10}(?<![并和后对])进行(?:检查|督查|评价|核查|审计|评估|监督)(?=[，。；、])"
        ),
        "“{found}”一句里有两个动词（开展、进行）。请只留一个。",
        "suspicious",
    ),
    _Slip(
        re.compile(r"(?<![\d.,，〔\[—~～至/／年第-])20[0-3]\d(?=本年度?(?:收入|支出))"),
        "“{found}”与“本年”之间缺“年”。请写作“20××年本年……”，或只留其一。",
    ),
    _Slip(re.compile(rf"(?<!对)比{_THEN}(?:基本)?持平"), "“{found}”搭配不当，应写作“与……持平”。", "suspicious"),
    _Slip(
        re.compile(r"(?<=[元，；。])支出收入(?=\s?\d[\d,.]*\s?(?:万元|元))"),
        "“{found}”自相矛盾：前面已说收入，这里应为“支出”。",
    ),
    _Slip(
        re.compile(r"主要原因(?=[\u4e00-\u9fff]{3})(?![是为有在系由如及和与还包就即分说一二三来归之])"),
        "“{found}”与后面的话之间缺“是”（或冒号）。请补上。",
        "suspicious",
        usual=re.compile(r"主要原因[是为：:]"),
    ),
    _Slip(
        re.compile(r"主要用(?=扶持|保障|支付|开展|发放|购买|解决|补助|弥补|建设|维持|缴纳|支持)"),
        "“{found}”后面缺“于”。请写作“主要用于……”。",
    ),
    _Slip(
        re.compile(rf"(?<=\d万元)。(?=[与比]{_THEN}(?:相比)?(?:持平|增加|减少|增长|下降|无变化))"),
        "这里用句号断开了：后面“与上年相比”说的仍是前面的金额。请改为逗号。",
        "suspicious",
        re.compile(rf"\d\s?万元，[与比]{_THEN}(?:相比)?(?:持平|增加|减少|增长|下降|无变化)"),
    ),
    _Slip(
        re.compile(
            r"[（(](?=[^（）()\n]{0,60}(?:情况|目标|包括))[^（）()\n\d]{6,60}(?:、[^（）()\n\d]{2,16}){2}等(?:，?[^（）()\n\d]{0,10})?[）)]"
            r"(?=\s*(?:\n|$))"
        ),
        "“{found}”像是表格里提示怎样填写的话，没有删去。请换成实际内容或删去。",
        "suspicious",
    ),
)
_FEWEST: Final = 2


def find_form_slips(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Read over line ends; rows of tables are left out."""
    del lines
    flow = flowing(context)
    for one in _SLIPS:
        if one.usual is not None and len(one.usual.findall(flow.text)) < _FEWEST:
            continue
        for match in one.pattern.finditer(flow.text):
            if context.table_at(flow.place(match.start())) is not None:
                continue
            found = re.sub(r"\s", "", match[0])
            yield slip(
                context,
                [flow.of(match)],
                one.verdict,
                one.told.format(found=found),
                rule="模板用语应改写完整",
                severity="medium" if one.verdict == "error" else "low",
            )
