"""Last year's year in front of what a review tells of its own year, and tells once: 2020年决算支出 A，预算执行率 P，比
2020年的 B 减少 D in the report on 2021; 经自评，我馆2020年度部门整体支出绩效得分 98.7分.

A review has to say what was planned, came in and was spent in its year, who was in office at its end, what was aimed
at and what score it got. Where it says so of the year before, and nowhere of its own with another figure, the year was
left standing. A paragraph that names its own year beside looks back on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.wording.years.left_years import REVIEWS, begins_with, left_standing
from hengji.facts.relation import Relation

__all__ = ["find_led_years"]

_WHO: Final = r"(?:(?:我|本|全|该|×+|某|学|医|市|县|区|省|街|镇|乡|州|旗|团)[\u4e00-\u9fff×]{0,12}?)?"
_OF: Final = rf"度?{_WHO}(?:部门|单位)?(?:本年|全年|实际|当年|决算|年初)?(?:部门|批复)?"
_AIM: Final = "(?:确定的?|设定的?|的|主要|部门|单位|年度|总体|整体|绩效|工作)*"
_FIGURE: Final = r"(?=\d|为|共)"
_TOLD: Final[dict[str, str]] = {
    "收入": rf"{_OF}(?:总收入|收入(?:总计|合计|总额|决算)|收入){_FIGURE}",
    "支出": rf"{_OF}(?:总支出|支出(?:总计|合计|总额|决算)|支出){_FIGURE}",
    "预算": rf"{_OF}预算(?:数|收入|安排|总额)?(?:（[^（）]{{0,12}}）)?{_FIGURE}",
    "三公": r"度?“?三公”?经费(?:支出)?(?:年初|全年)?(?:预算|决算|支出|实际)",
    "采购": r"度?政府采购(?:预算|计划|支出)",
    "项目": r"度?(?:部门|单位)?(?:共安排(?:项目)?\d{1,2}个|项目支出\d)",
    "人员": r"(?:年?[末底]|12月31日)，?[^，。；\n]{0,6}?(?:编制\d|(?:实有|在[职编岗])[\u4e00-\u9fff]{0,6}\d)",
    "资产": r"(?:年?[末底]|12月31日)，?[^，。；\n]{0,6}?(?:资产总[额计]|固定资产(?:原值|净值|总额|账面))",
    "目标": rf"(?:度|初)?，?{_WHO}{_AIM}目标(?:是|为|：|如下|\n)",
    "得分": rf"度?{_WHO}度?(?:部门|单位)?整体支出(?:绩效)?(?:自评|评价|综合|总)*(?:得分|得|等[级次]|\d)",
    "调查": r"(?:1?\d月)，?[^。；\n]{0,30}?(?:调查问卷|满意度调查)",
}
"""What is told, by the words right behind its year."""
_ONCE: Final = frozenset(("得分", "调查"))
"""What is told of no other year, wherever else it is told of the right one."""
_STOCKS: Final = frozenset(("人员", "资产"))
"""What there was at the end of the year before is there at the beginning of this one."""
_START: Final = (
    r"(?:^|(?<=[。；\n：:）)」】*|，\t 表\d]))[ \t\u3000]{0,8}(?:截[至止]到?|到|至|经自评，|综合以上，|综上，)?"
    r"(?:我?[局馆院校站])?"
)
_DONE: Final = r"(?:开展了?|完成了?|组织了|进行了|对[^，。；《》\n]{1,24}?)"
_INTRODUCES: Final = r"度(?:部门|单位)?(?:整体支出|自评)"
_OPENING: Final = 1200
_LOOKS_BACK: Final = re.compile(r"历年|以前年度|累计|[-—至~]\s*20\d\d|近[两三]年|审计|整改")
_KNOWN: Final = re.compile("通知|文件|批复|方案|办法|意见|要求|上年")
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")


def find_led_years(context: Context, year: int) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all."""
    if context.facts.kind not in REVIEWS or len(set(re.findall(r"20\d\d", context.facts.title))) > 1:
        return
    flow = flowing(context)
    if f"{year - 1}年" not in flow.text:
        return
    for name, told in _TOLD.items():
        own = {_figure(flow, match) for match in re.finditer(rf"{year}年{told}", flow.text)} - {""}
        for match in re.finditer(rf"{_START}(?P<year>{year - 1})年{told}", flow.text):
            if name in _STOCKS and begins_with(flow.text, _figure(flow, match)):
                continue
            alone = name in _ONCE or not own or _figure(flow, match) in own
            if alone and _is_left(flow, match, year):
                yield left_standing(context, flow.of(match, "year"), year, f"本年度的{name}", "error")
    for match in re.finditer(rf"{_DONE}(?P<year>{year - 1})年{_INTRODUCES}", flow.text[:_OPENING]):
        if not re.search("《[^》]*$", flow.text[: match.start("year")]) and _is_left(flow, match, year, alone=False):
            yield left_standing(context, flow.of(match, "year"), year, "开头所说的年度", "error")


def _figure(flow: Flowing, match: re.Match[str]) -> str:
    """The first figure that is told behind the words."""
    found = _NUMBER.search(flow.text, match.end() - 1, match.end() + 24)
    return found[0] if found is not None else ""


def _is_left(flow: Flowing, match: re.Match[str], year: int, *, alone: bool = True) -> bool:
    """Whether the paragraph does not look back on purpose: its own year is named there beside the other."""
    begin = flow.text.rfind("\n", 0, match.start("year")) + 1
    end = flow.text.find("\n", match.end())
    paragraph = flow.text[begin : end if end >= 0 else len(flow.text)]
    clause = re.split("[，。；：]", flow.text[begin : match.start("year")])[-1]
    if _LOOKS_BACK.search(paragraph) or _KNOWN.search(clause):
        return False
    behind = flow.text[match.end() : match.end() + 60].split("。")[0]
    if re.match(r"[^，]{0,24}，?(?:同比|今年|本年|当年)", behind):
        return False  # 2022年支出 B，同比增长 P: the base behind what was spent
    return not alone or f"{year}年" not in paragraph
