"""Characters typed for others that look or sound like them, in words of this field: 年未结余, 拔付资金, 己完成, 完咸.

A closed list: each is no word of any sentence, and what may be one is told apart by what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.lines import Line
from hengji.facts.relation import Relation

__all__ = ["find_typing_slips"]

_SLIPS: Final = (
    (r"(?<=[初，。；、：\s])(?<!当)(?<!\d)年未(?=结[转余]|余额|资产|实有|在职|固定)", "年末"),
    (
        r"(?<=[\d上本去今])年未(?=(?:财政拨款)?结转和结余|结余数?\s?\d|结转结余|余额|资产总|固定资产|实有|在职|在编)",
        "年末",
    ),
    (r"结余未(?=\s?\d[\d,.]*\s?(?:万元|元))", "结余为"),
    (r"完[咸威]", "完成"),
    (r"(?<!原)(?<!起)(?<!成)因由于|由于因(?=[\u4e00-\u9fff])(?!公|素|果|地|病|此|人)|因为由于|由于因为", "由于"),
    (r"(?<![选提挺海超])拔(?=[款付入]|专款)|(?<=[下划])拔(?=[\d资经到专至])|(?<=财政|资金)拔(?=款|付|入)", "拨"),
    (
        r"(?<![自克知利舍律为各异])己(?=完成|经[\u4e00-\u9fff]|支付|支出|全部|拨付|到位|建成|开展|投入|实现|达到|竣工|开工|验收|按|整改)",
        "已",
    ),
    (
        r"(?<![年期月周季本岁旬度篇始段程])末(?=完成|发生|安排|支付|能|达到|达标|纳入|设置|发现|列入|使用财政|超过|及时)",
        "未",
    ),
    (r"[予顶](?=算(?:执行|编制|安排|数|收入|支出|资金|单位|绩效|管理|批复))", "预"),
    (r"按排(?=[了资预完各部])", "安排"),
    (r"布署", "部署"),
    (r"(?<=社区|政务|行政)事物(?=受理|服务|中心|管理)", "事务"),
    (r"绩效管制(?=制度|办法|工作)", "绩效管理"),
    (r"残疾人(?:就业)?保证金", "残疾人就业保障金"),
    (r"密切关切", "密切关注"),
    (r"贯[切撤砌]", "贯彻"),
    (r"撤底|澈底", "彻底"),
    (r"园满(?=完成|结束|地|实现)", "圆满"),
    (r"防犯(?=化解|风险|金融|措施|意识)", "防范"),
    (r"凑效", "奏效"),
    (r"[时等气]侯(?=[，。；、的])|侯补", "候"),
    (r"(?<=建)没(?=项目|工程|资金|任务|内容|单位|情况|规模|标准|投资|进度|用地)|没(?=备(?:[购采维更]|费))", "设"),
    (r"(?<!成)绩[郊孝校](?=[自目评管指考])", "绩效"),
    (r"(?<![人女男战护烈硕博院教骑斗武道卫名绅学勇力下])士地", "土地"),
    (r"(?<=\d)\s?方元|(?<=\d)\s?万员(?=[，。；、])|(?<=\d)\s?万园(?=[，。；、])", "万元"),
    (r"满意渡|幅渡|进渡(?=[，。；、款缓滞])", "度"),
    (r"结佘|节佘|佘额", "余"),
    (r"(?:预算|决算)数?年相比|(?:上|去)年年相比", "去掉多出的“年”"),
    (r"财政部(?=没有(?:使用)?政府性基金)", "本部门"),
    (r"财政投款", "财政拨款"),
    (r"(?<=部门)结算(?=》|公开|说明|编制)", "决算"),
    (r"主要有因(?=是|为|：)", "主要原因"),
    (r"其他商品服务和支出", "其他商品和服务支出"),
    (r"个百多点", "个百分点"),
    (r"规模企业以上", "规模以上企业"),
    (r"(?<=[，。；])关(?=单位和?(?:部门)?(?:要|应|积极|认真|立即|负责))", "有关"),
    (r"遗嘱(?=\s?\d+\s?[人名]|(?:生活)?补助|人员)", "遗属"),
    (r"讼诉", "诉讼"),
    (r"内[室没](?=机构)", "内设"),
    (r"修养(?=费)", "休养"),
    (r"应及(?=处[突置]|管理|救援|预案|演练|保障|物资)", "应急"),
    (r"(?<=负责|指导|管理|协调|开展|承担|组织|推进)全是(?=人民|各|[县市区])", "全市"),
    (r"(?<=工作|任务|项目|工程|资金|问题)以(?=(?:全面|全部|基本|顺利|如期)(?:完成|实现|到位|落实|建成|整改))", "已"),
    (r"(?<=项目|部门|单位|基本|工程)概括(?=[（(一\s]|$)", "概况"),
    (r"(?<=年度|年比)[，,]?收总计|(?<=；)支总计", "补上漏掉的“入”“出”，写作“收入总计”“支出总计”"),
    (r"(?<=[的，。；：、（(])级预算单位|^级预算单位", "写明是几级预算单位"),
    (r"(?<![\dA-Za-z])[-－]度(?=计划|主要|收入|支出|部门|预算|决算|目标|工作|绩效)|上-(?=结转|末)", "年"),
    (r"关于(?:转发|印发|下达|公布|发布)的(?:通知|公告|函)(?=》)", "写出所转发（印发）文件的名称"),
    (r"(?<=[〔\[﹝][2]0\d\d[〕\]﹞])\s?第?\d{1,4}(?=[）)]\s?(?:[，。；、文要精规的]|$))", "文号末尾补“号”"),
)
_WORD: Final = 3  # characters of what should stand there; what is longer is an advice
_PATTERNS: Final = tuple((re.compile(pattern), right) for pattern, right in _SLIPS)
_HINT: Final = re.compile(
    r"[物制证切未咸威因拔己末予顶排布撤切砌澈园犯凑侯没郊孝校士方员渡废甩佘部投多模关结有其比印转下公发号\]〕﹞]"
    r"|遗嘱|讼诉|应及|全是|以[全基顺如]|概括|[收支]总计|级预算|[-－]度|上-|内[室没]|修养费"
)


def find_typing_slips(context: Context, lines: Sequence[Line]) -> Iterator[Relation]:
    """Line by line, in tables too; of a document's number without its 号 only in prose."""
    for line in lines:
        for pattern, right in _PATTERNS if _HINT.search(line.text) else ():
            for match in pattern.finditer(line.text):
                if "号" in right and line.tabular:
                    continue
                around = line.text[max(0, match.start() - 8) : match.end() + 8]
                mend = f"应为“{right}”" if len(right) <= _WORD else f"请{right}"
                yield slip(
                    context,
                    [(line.start + match.start(), line.start + match.end())],
                    "error",
                    f"“{around}”中的“{match[0].strip()}”是误写，{mend}。",
                    rule="文字应正确",
                    expected=right,
                    likely=mend,
                )
