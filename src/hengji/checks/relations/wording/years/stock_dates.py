"""What there was at the wrong year's end: 截至2023年12月31日，资产总额… in the report on 2024; what was spent by then,
with the rate of execution that the report tells again as its own; and what was planned for the year and done before it
began: 年度计划新建…共70所。截至2023年12月底，70所全部完成."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.wording.years.left_years import REVIEWS, left_standing
from hengji.facts.relation import Relation

__all__ = ["find_stock_dates"]

_AS_OF = re.compile(
    r"(?:截止|截至)(?:到|至)?\s*(?P<year>20\d{2})\s*年\s*(?:12\s*月\s*31\s*日|12\s*月\s*底|年?[末底])(?![前以]|，?比|至)"
)
_STOCK = re.compile(
    r"资产(?:总额|总计|合计|总量)?|共有车辆|车辆\d|车辆共|车辆总|公务用车|保有量|单价\s*\d+\s*万元|在职|在编|实有|编制|人员|内设|下辖|下属|固定资产|净资产|负债|未结案件|在校(?:生|学生)|(?:编制|开放)床位|存栏|会员"
)
_COMPARES = re.compile(
    r"上年|去年|上一年|年初|期初|比|较|相比|增加|减少|由|从|结转|历年|累计|评价基准|自\s*20|开工|完工|竣工|已|尚未"
)
_DONE = re.compile(
    r"[，,]?\s?(?P<many>\d[\d,]{0,8}(?:\.\d{1,2})?\s?[\u4e00-\u9fff]{1,2}?)[^，。；\d\n]{0,8}?(?:全部|均已?|都已?|全面)[^，。；\d\n]{0,8}?"
    r"(?:完成|建成|完工|竣工|通过|投入使用|交付|办结|到位)"
)
_PLANNED = re.compile(r"(?:年度|本年|当年|全年|年内|今年)(?:建设|改造)?(?:计划|任务|目标)")
_EARLIER = re.compile("上年|去年|上一年|结转|续建|以前|提前|跨年|累计|自20|[两二三]年")
_SPENT = re.compile(
    r"^，?(?:该|本)?(?:项目|专项资金|资金|全年|实际|共)*(?:支出|支付|拨付|使用)[^。]{0,40}?执行率[^，。\d]{0,6}(?P<rate>\d{1,2}\.\d{1,2}%)"
)
_PAID = re.compile(
    r"，(?:该|本)?(?:项目|工程|资金|专项资金){1,2}(?:累计|共|已|实际)*(?:支付|支出|拨付|使用)(?:资金)?(?P<amount>\d[\d,]*\.\d{1,4})(?=万元)"
)
_CARRIED = re.compile("跨年度|续建|以前年度|上年(?:度)?(?:已|结转|支付|拨付)|分年")
_IN_ALL = re.compile(r"，?累计(?P<done>[\u4e00-\u9fff]{2,4})\d[^。\n]{0,40}?，(?:尚|仍|还)")
_REACH = 24
_BACK = 160


def find_stock_dates(context: Context, year: int) -> Iterator[Relation]:
    """Only where the stock is this body's own, follows at once, and is compared with nothing of another year."""
    if context.facts.kind not in REVIEWS:
        return
    flow = flowing(context)
    yield from _done_before(context, year)
    yield from _before_it_began(context, year)
    for match in _AS_OF.finditer(flow.text):
        own = len(context.facts.organisation) + 1 if context.facts.organisation else 0
        named = own and context.facts.organisation in flow.text[match.end() : match.end() + own + 1]
        start = match.end() + (own if named else 0)
        told = _STOCK.search(flow.text, start, start + _REACH) or _own_spending(flow, start)
        if int(match["year"]) != year - 1 or told is None or context.table_at(flow.place(match.start())) is not None:
            continue
        sentence = flow.sentence(*match.span())
        if _COMPARES.search(sentence) or str(year) in sentence or _goes_on(flow, match.end(), year):
            continue
        yield left_standing(context, flow.of(match, "year"), year, f"“{_shown(told[0])}”的时点", "error")


def _goes_on(flow: Flowing, at: int, year: int) -> bool:
    """Whether the next sentence of the paragraph tells what became of the stock in the paper's own year."""
    stop, line = flow.text.find("。", at), flow.text.find("\n", at)
    return 0 <= stop < (line if line >= 0 else len(flow.text)) and flow.text.startswith(f"{year}年", stop + 1)


def _done_before(context: Context, year: int) -> Iterator[Relation]:
    """The very number that the sentences before plan for the year, all done at the end of the year before."""
    flow = flowing(context)
    for match in _AS_OF.finditer(flow.text):
        done = _DONE.match(flow.text, match.end()) if int(match["year"]) == year - 1 else None
        if done is None or context.table_at(flow.place(match.start())) is not None:
            continue
        start = max(flow.text.rfind("\n", 0, match.start()) + 1, match.start() - _BACK)
        before = flow.text[start : match.start()]
        planned = _PLANNED.search(before)
        if planned is None or not re.search(rf"(?<![\d.,]){re.escape(done['many'])}", before[planned.end() :]):
            continue
        if _EARLIER.search(before + flow.sentence(*match.span())) is None and str(year - 1) not in before:
            yield left_standing(context, flow.of(match, "year"), year, f"全年计划的{done['many']}完成", "error")


def _before_it_began(context: Context, year: int) -> Iterator[Relation]:
    """What was paid for a project in all by the end of the year before it was approved: …2023年1月批复立项. 截至2022年
    12月31日，项目累计支付…; and what was done in all (累计脱贫) behind what was done in the very year."""
    flow = flowing(context)
    begun = re.search(
        rf"(?<!\d){year}\s*年\s*\d{{1,2}}\s*月[^。；\n]{{0,60}}?(?:批复|立项|招标|中标|公示|开工)", flow.text
    )
    for match in _AS_OF.finditer(flow.text):
        if int(match["year"]) != year - 1 or context.table_at(flow.place(match.start())) is not None:
            continue
        paid = _PAID.match(flow.text, match.end())
        apart = begun is not None and not _CARRIED.search(flow.text) and paid is not None
        if paid is not None and apart and flow.text.count(paid["amount"]) > 1:
            yield left_standing(context, flow.of(match, "year"), year, "项目累计支付的时点", "error")
        summed = _IN_ALL.match(flow.text, match.end())
        start = max(flow.text.rfind(mark, 0, match.start()) for mark in "。\n") + 1
        told = rf"{year}年(?:当年|全年|内)?[^，。；\d]{{0,4}}{summed['done']}\d" if summed is not None else ""
        if summed is not None and re.search(told, flow.text[start : match.start()]):
            yield left_standing(context, flow.of(match, "year"), year, f"“累计{summed['done']}”的时点", "error")


def _own_spending(flow: Flowing, start: int) -> re.Match[str] | None:
    """What was spent, where its rate of execution is told again: it is that of the report's own year."""
    told = _SPENT.match(flow.text[start : start + 4 * _REACH])
    return told if told is not None and flow.text.count(told["rate"]) > 1 else None


def _shown(words: str) -> str:
    return re.split(r"[，\d]", words.strip("，"))[0]
