"""Words that count: which there are, and where one of them is only the beginning of another word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from hengji.facts.units import COUNTERS

__all__ = ["BEHIND_CHINESE", "BEHIND_DIGITS", "counter_pattern"]

_PEOPLE_NOT: Final = (
    "民|员|均(?!按|已|未|能|在|享|完|通过|达到|合格|参加|参保|获|得到|得以|实|纳|符|领|签|办|取得|接受|进|有|无|属|不)"
)
"""人均 is a mean, but 13752 人均按时领取 counts people: what is said of all of them follows 均."""

_NOT_BEFORE: Final = {
    "个": "百分点|别|人(?!大)|性", "项": "目", "人": _PEOPLE_NOT + "|力|才|事|社|口|类|文|数|工|格|大",
    "分": "之|别|钟|类|工|布|析|配|管|支|局|公|期|级|项|值|数|散", "家": "庭|具|长", "户": "籍|型|均",
    "期": "间|末|初|货|限|满", "类": "别|型", "组": "织|长|员|建", "种": "植|业|养|子",
    "本": "级|年|部|单|市|区|县|次|期|项|办|局|指|表|地", "处": "理|于|置|室|长|罚|分",
    "所": "有|属|以|在|需|得|示", "起": "草|到", "门": "户|诊", "只": "有|能|是", "支": "出|付|持|部|撑|委|援",
    "场": "所|地|馆|景", "条": "例|件|款", "份": "额", "批": "准|复|示", "例": "如|外",
    "台": "湾|账|办|胞|商|企|属|联|资", "村": "民|委|庄|居", "名": "称|单|义|额|录|优(?!抚|秀)|誉",
    "次": "年|日|月|要|序|级|于", "件": "数", "天": "然|气|津", "座": "谈|位", "社区": "居|卫", "页": "面",
    "位": "置|于", "张": "家", "套": "餐", "间": "接|隔", "块": "状", "头": "部", "米": "粉", "轮": "岗",
    "年": "度|级|代|初|末|底|中|月", "节": "能|约|日", "克": "服", "宗": "旨|教", "月": "度|份", "席": "位",
    "段": "落|时", "口": "头|径|岸", "km": "[A-Za-z]", "kg": "[A-Za-z]", "mm": "[A-Za-z]", "cm": "[A-Za-z]",
    "m": "[A-Za-z]", "t": "[A-Za-z]", "卷": "宗|首|尾|烟|入|积|面|第|调", "尾": "款|砂|气|矿|水|数", "羽": "毛|绒",
    "剂": "量|型|学", "hm": "[A-Za-z]",
}  # fmt: skip
"""A counter is not one where these follow: 项目, 人员, 分别, 支出."""

_MORE: Final = [
    "位", "间", "栋", "幢", "公顷", "米", "千米", "平方公里", "平方千米", "立方米", "公斤", "千克", "克", "升",
    "斤", "箱", "盒", "袋", "瓶", "株", "棵", "头", "枚", "张", "幅", "块", "片", "艘", "架", "车次", "台次",
    "辆次", "架次", "班次", "例次", "人天", "人日", "人月", "工日", "笔", "封", "轮", "岁", "倍", "学时",
    "km²", "km2", "km", "hm²", "hm2", "㎡", "m²", "m2", "m³", "m3", "kg", "mm", "cm", "m", "t",
    "学分", "分钟", "千瓦时", "千瓦", "兆瓦", "微克", "毫克", "毫升", "分贝", "断面次", "站次",
    "亩次", "样次", "个月", "周", "方面", "席", "节", "床", "段", "盏", "口",
    "人（次）", "台（套）", "件（套）",
    "个（次）", "户（次）", "场（次）", "件（次）", "家（次）", "条（次）", "卷", "卷（件）", "件（卷）", "册（件）",
    "本（册）", "套（件）", "羽", "尾", "剂", "剂次", "hm",
]  # fmt: skip
_DATES: Final = {"年", "月", "日", "时长", "村"}
"""These count only in forms of their own (20日内), which `units` knows."""

BEHIND_DIGITS: Final = tuple(word for word in COUNTERS if word not in _DATES) + tuple(_MORE)
"""Counters behind Arabic numerals."""

BEHIND_CHINESE: Final = (
    "个", "家", "名", "人", "次", "件", "项", "户", "位", "所", "座", "处", "条", "场", "大", "场次", "批",
    "批次", "类", "种", "篇", "份", "台", "辆", "间", "栋", "起", "方面", "天", "个月", "人次", "小时", "组",
    "例", "宗", "户次", "期次", "支", "只", "吨", "亩", "岁", "倍", "笔", "张", "轮", "公里", "平方米", "课时",
)  # fmt: skip
"""Counters behind Chinese numerals: fewer, for 十分, 三本, 一期 and 二级 mean something else."""


def counter_pattern(words: Iterable[str]) -> str:
    """A pattern for any of *words*, longest first, brackets of both widths, none where it begins another word."""
    parts = []
    for word in sorted(words, key=len, reverse=True):
        shape = (
            r"\n?".join(map(re.escape, word)).replace("（", "[(（]").replace("）", "[)）]")
        )  # a page's edge may break it
        bad = _NOT_BEFORE.get(word)
        parts.append(f"{shape}(?!{bad})" if bad else shape)
    return "|".join(parts)
