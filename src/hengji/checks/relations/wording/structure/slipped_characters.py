"""A character left out or set too much: 与上年下降, 2021全区, 7,00.0,77万元, 共计，0个, 占预算%，, 运行维护费费."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_slipped_characters"]

_FIGURE_UNIT = r"\s*(?:万元|亿元|元|%|％|个百分点|分(?![钟之别项部公布期类行批]))"


@dataclass(frozen=True, slots=True)
class _Slip:
    """`told` says in Chinese what is wrong with what was found and what to do about it."""

    pattern: re.Pattern[str]
    told: str
    rule: str


_SLIPS = (
    _Slip(
        re.compile(
            r"(?<![\u4e00-\u9fff]参)(?:与|同)(?:上一?年度?|去年|20\d\d年度?)(?:同期|决算数?|预算数?|执行数?)?"
            r"(?=(?:增加|增长|减少|下降|上升|降低|提高)[了约\d])"
        ),
        "“{found}”与后面的增减之间缺“相比”。请写作“比上年……”或“与上年相比……”。",
        "比较应写完整",
    ),
    _Slip(
        re.compile(
            r"(?<![\d.,，〔\[(（\-—~～至/／年第])20[0-3]\d"
            r"(?=(?:全[市区县省镇乡州]|[市区县省]本?级|部门(?:整体|预算|决算)|单位(?:预算|决算)|一般公共预算|政府性基金|上半年|下半年|转移支付|[中省市县区][央级](?!别)"
            r"|预算(?:安排|执行数?|数)|决算数|参加其他))"
        ),
        "“{found}”后面缺“年”。请补上。",
        "年份应写完整",
    ),
    _Slip(
        re.compile(r"(?<![\d.,〔\[(（])20\d(?=\s?年度(?:部门|单位|预算|决算|整体))"),
        "“{found}年度”的年份少了一位。请补上。",
        "年份应写完整",
    ),
    _Slip(
        re.compile(r"(?<![\d.,〔\[-])20[0-3]\d(?=底|末|初(?!级|中|一|二|三))"),
        "“{found}”后面缺“年”。请补上。",
        "年份应写完整",
    ),
    _Slip(
        re.compile(r"(?<![\d.,〔\[])20[0-3]\d{3,5}日|——年\d{1,2}月"),
        "“{found}”不是完整的年月日。请写全。",
        "日期应写完整",
    ),
    _Slip(
        re.compile(
            r"(?:标准|单价|价格|补助|补贴)(?:为|是)?\s?\d+(?:\.\d+)?(?=/(?:亩|人|户|吨|平方米|米|公里|年|月|天|次|座|处|盏))"
        ),
        "“{found}”没有金额单位。请补上“元”（或“万元”）。",
        "金额应写明单位",
    ),
    _Slip(
        re.compile(r"\d(?:次起|起次|个项|项个)(?=[，。；])"),
        "“{found}”用了两个量词。请只留一个。",
        "单位应只写一次",
    ),
    _Slip(
        re.compile(
            r"(?:同比|比上年(?:同期)?|较上年(?:同期)?|比去年(?:同期)?)(?:增长|下降|上升)\s?\d{1,3}(?=[，。；](?!\s?\d)|$)"
        ),
        "“{found}”没有单位。请补上“%”（或“个百分点”“万元”）。",
        "数字应有单位",
    ),
    _Slip(
        re.compile(r"(?:(?<=^)|(?<=[，。；]))20\d\d年度?相比(?=[，,])"),
        "“{found}”前面缺“与”。请写作“与……相比”。",
        "比较应写完整",
    ),
    _Slip(
        re.compile(r"(?<![\d.,〔\[第])20[0-3]\d(?:1[3-9]|[2-9]\d|\d{3})月"),
        "“{found}”不是年月：中间漏了“年”或“—”。请写作“20××年×—×月”。",
        "日期应写完整",
    ),
    _Slip(
        re.compile(r"(?<![\d.,〔\[第])20[0-3]\d(?:1[0-2]|0?[1-9])月"),
        "“{found}”的年与月连在一起，中间漏了“年”。请写作“20××年×月”。",
        "日期应写完整",
    ),
    _Slip(
        re.compile(
            r"(?:\d{1,2}[.．、]|[（(][一二三四五六七八九十][）)])\s?(?:总体|收入|支出|结转结余|收支)情况20[0-3]\d年"
        ),
        "“{found}”处标题后面缺句号，与正文连在了一起。请补上。",
        "标题与正文应分开",
    ),
    _Slip(
        re.compile(r"(?<=万元，)占\d{1,3}(?:\.\d{1,2})?(?=[；，。](?!\d))"),
        "“{found}”后面缺“%”。请补上。",
        "数字应有单位",
    ),
    _Slip(
        re.compile(r"》[一二三四五六七八九十百]{1,5}条(?=的?(?:有关)?(?:规定|要求))"),
        "“{found}”前面漏了“第”。请写作“第……条”。",
        "文字应写完整",
    ),
    _Slip(
        re.compile(r"(?<=[\d%％元人个])(?:，、|、，|；、|、；)|，、(?=[增减下上同比])"),
        "“{found}”是两个标点写在一起。请只留一个。",
        "标点不应多写",
    ),
    _Slip(
        re.compile(r"(?<=[\u4e00-\u9fff]{2})、等(?=[\u4e00-\u9fff]{2})(?![级次离候额比同效高分距位])"),
        "“{found}”：“等”前面的顿号多余。请删去。",
        "标点不应多写",
    ),
    _Slip(
        re.compile(r"面积(?:约|达|共|总计)?(?:为|达|是)?(?:约)?\s?\d[\d.,]*\s?(?:m(?![²2㎡a-zA-Z/])|米(?![²2]))"),
        "“{found}”：面积的单位应为平方米，这里写成了长度。请改正。",
        "单位应与所量的一致",
    ),
    _Slip(
        re.compile(r"(20[0-3]\d年)\1(?!度)"),
        "“{found}”的年份写了两次。请删去一个。",
        "年份应只写一次",
    ),
    _Slip(
        re.compile(
            r"(?P<w>其中|包括|主要(?:原因)?[是为]|如下|分别[是为])(?P<m>[：:，,])\s?(?P=w)(?=[：:，,]|[\u4e00-\u9fff])"
        ),
        "“{found}”重复。请删去一遍。",
        "文字不应多写",
    ),
    _Slip(
        re.compile(r"(?:主要)?原因(?:是|为)(?:主要是(?:由于)?|主要由于|主要原因[是为])"),
        "“{found}”重复。请只留一个。",
        "文字不应多写",
    ),
    _Slip(
        re.compile(
            r"(?:局局|委委|厅厅|校校|院院|站站)(?=现有|概况|是|为|20|共|内设|主要|关于)|(?P<way>[增减降升])(?P=way)幅"
        ),
        "“{found}”多写了一个字。请删去一个。",
        "文字不应多写",
    ),
    _Slip(
        re.compile(
            r"[%％](?=(?:增长|减少|增加|下降)的(?:主要)?原因)|(?:增长|下降|降低|上升)\s?[\d.]+[%％]主要(?:因为|原因|是|由于)|\d(?:辆|批次|人次)(?=公务接待费|因公出国)"
            r"|[增减](?:加|少|长)(?=其中[：:])|(?:增加|减少)\d[\d.,]*\s?万元(?=(?:增长|下降)\s?\d)"
            r"|占\s?[\d.]+[%％](?=[\u4e00-\u9fff]{2,12}(?:收入|支出|经费)\s?\d)"
        ),
        "“{found}”处缺标点。请补上句号（或逗号）。",
        "句子之间应有标点",
    ),
    _Slip(
        re.compile(r"(?<=[；。])（[1-9]）是(?=对|加强|开展|完善|推进|强化|积极|建立|严格|落实|认真|做好|抓好)"),
        "“{found}”把编号与“一是、二是”混在一起。请改为同一种写法。",
        "编号的写法应一致",
    ),
    _Slip(
        re.compile(r"(?<=[局厅委府办会院校])关(?=(?:印发|转发|下达|做好)[\u4e00-\u9fff《〈<])"),
        "“{found}”后面漏了“于”。请写作“关于”。",
        "文字应写完整",
    ),
    _Slip(
        re.compile(r"(?:评价|自评|考核|综合|复核)得分别(?=[为是])"),
        "“{found}”漏了一个“分”字。请写作“得分分别”。",
        "文字应写完整",
    ),
    _Slip(
        re.compile(r"“\s?”(?=[的级档等]|项目|单位)"),
        "引号里没有内容。请补上等级或名称。",
        "引号中应有内容",
    ),
    _Slip(
        re.compile(r"(?P<c>[\u4e00-\u9fff，、]{8,40})(?P<m>[；。，])(?P=c)(?=[；。])"),
        "“{found}”是同一句话写了两遍。请删去一遍。",
        "文字不应多写",
    ),
    _Slip(
        re.compile(r"(?P<c>(?:20\d\d年)?[\u4e00-\u9fff]{6,40}：)\s{0,2}(?P=c)"),
        "“{found}”是同一句话写了两遍。请删去一遍。",
        "文字不应多写",
    ),
    _Slip(
        re.compile(r"(?P<t>(?![某一二三十口])[\u4e00-\u9fff])(?P=t){2}"),
        "“{found}”同一个字连写了三遍。请改正。",
        "文字不应多写",
    ),
    _Slip(
        re.compile(
            r"(?<![分数度])(?<![分数度]同比)(?<![分数度][比较]上年)(?<![分数度][比较]去年)"
            r"(?:增长|下降|上升|降低)(?:了)?\s?\d{1,3}\.\d{1,2}(?=[，。；](?!\s?\d)|$)"
        ),
        "“{found}”没有单位。请补上“%”（或“个百分点”“万元”）。",
        "数字应有单位",
    ),
    _Slip(
        re.compile(r"(?:主要是|原因是|原因主要是)\s?[，,](?=[\u4e00-\u9fff])(?!一是|第一|其一|首先|由于|因为)"),
        "“{found}”后面的逗号多余。请删去。",
        "标点不应多写",
    ),
    _Slip(
        re.compile(r"([\u4e00-\u9fff、]{6,16})的\1(?=[\u4e00-\u9fff，。；])"),
        "“{found}”重复了前面的话。请删去一遍。",
        "文字不应多写",
    ),
    _Slip(
        re.compile(r"^\d{1,2}[“”\"][.．、](?=\s?[\u4e00-\u9fff])"),
        "“{found}”的引号与编号的标点错位。请把引号移到标点之后。",
        "编号的写法应一致",
    ),
    _Slip(
        re.compile(
            r"(?<=[合共总]计|别为|额为|出为|入为|算为|达到)\s*[，、,](?=\s*\d+(?:\.\d+)?\s*(?:万元|亿元|元|个|人|%|％))"
        ),
        "“{found}”多余：它把数字与前面的话隔开了。请删去。",
        "标点不应多写",
    ),
    _Slip(
        re.compile(r"(?<=[\u4e00-\u9fff])(?<![为单位率])[%％](?=[，。；、])"),
        "“%”前面没有数字。请填写数字；没有发生的，填写 0。",
        "数字不应留空",
    ),
    _Slip(
        re.compile(
            r"(?:护|待|务|训|议|费|作|公|旅|水|电)费费(?![用率额改税])|(?<=[（(，、；。：和及])务用车(?=购置|运行)|公用用车|公务车用车|公务用用车|经费费(?![用率])|[助待补奖恤基资]金金(?![额融])|公开接待费|机关公勤|财政专线(?=[扶资])|支出出(?!现|于|自|具|台|让)"
        ),
        "“{found}”多写或错写了一个字。请改正。",
        "名称应正确",
    ),
    _Slip(
        re.compile(r"(?:增长|下降|增加|减少|上升)[：:](?=\s?\d)"),
        "“{found}”的冒号多余。请删去。",
        "标点不应多写",
    ),
    _Slip(
        re.compile(r"接待总(?=\s?\d+\s?人次)"),
        "“{found}”后面漏了“人数”。请写作“接待总人数……”。",
        "文字应写完整",
    ),
    _Slip(
        re.compile(r"(?<![约近超过达余多])(?<=[人数共计])\s?[1-9]\d{1,6}[1-9][多余](?=[人名个家户件次])"),
        "“{found}”已写到个位，又说“多（余）”。请只留准确数。",
        "约数的说法应一致",
    ),
    _Slip(
        re.compile(r"(?:比|较)(?:上年度?|20\d\d年度?)(?:决算数?|预算数?|执行数?)?(?=相同)"),
        "“{found}”与“相同”搭配不当，应写作“与……相同”。",
        "比较应写完整",
    ),
    _Slip(
        re.compile(r"(?<=运行费)分别(?=(?:增长|下降|增加|减少)\s?\d[\d.]*\s?[%％][，。；])"),
        "只说了一项，“{found}”像是模板留下的。请删去。",
        "模板用语应改写完整",
    ),
    _Slip(
        re.compile(r"(?<=有)待待|[成现行展善高化升立定制订取发开推完]了了(?![解结却然])"),
        "“{found}”多写了一个字。请删去一个。",
        "文字不应多写",
    ),
    _Slip(
        re.compile(r"(?<![\d.,])(?P<n>\d[\d.,]*\d\s?(?:万元|亿元|万|元|人次|人|%|％))(?P=n)"),
        "“{found}”是同一个数写了两遍。请删去一遍。",
        "数字应只写一次",
    ),
    _Slip(
        re.compile(
            r"(?<=\d)[ ]{0,2}(万元|亿元|元|次|个|人|户|项|件|名|场|期|辆|台|家|批|套|座|处|篇|条|公里|%|％)[ ]{0,2}\1"
            r"(?=[，。；、,;）)]|$)"
        ),
        "“{found}”是单位多写了一遍。请删去一个。",
        "单位应只写一次",
    ),
)
_NUMBER = re.compile(rf"(?<![\d.,，])\d[\d.,]*[.,]\d+(?={_FIGURE_UNIT})")
_GARBLED = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}\.\d+,\d+(?![\d.,])")
"""7,00.0,77: neither one figure nor two, whatever stands behind it."""
_SOUND = re.compile(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,4}(?:,\d{4})+(?:\.\d+)?|\d+\.\d+(?:,\d+\.\d+)+")
_TWO = re.compile(r"\d+\.\d{1,2},\d{1,3}(?:\.\d+)?[%％]")
_LISTED = re.compile(r"^\s*[（(]?\d{1,2}[.．]")


def find_slipped_characters(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Line by line; a table's own lines only for numbers that cannot be read."""
    for line in lines:
        if not line.tabular:
            for one in _SLIPS:
                for match in one.pattern.finditer(line.text):
                    yield _found(context, line, match, one.told.format(found=match[0].strip()), one.rule)
        for match in (*_NUMBER.finditer(line.text), *(_GARBLED.finditer(line.text) if line.tabular else ())):
            two = _TWO.match(line.text, match.start())  # 执行 3359.62,100%: a figure and its rate
            if two or _SOUND.fullmatch(match[0]) or (not match.start() and _LISTED.match(line.text)):
                continue
            told = f"“{match[0]}”不是一个能读出的数：小数点或千位分隔号写错了。请核对后改正。"
            yield _found(context, line, match, told, "数字应能读出")


def _found(context: Context, line: Line, match: re.Match[str], told: str, rule: str) -> Relation:
    span = line.start + match.start(), line.start + match.end()
    return slip(context, [span], "error", told, rule=rule, severity="medium")
