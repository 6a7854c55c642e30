"""Bodies named right beside their number, with no colon: 由县水利局、县财政局和县交警大队三部门联合验收, or
内设3个科室办公室、财务科、业务科."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["bodies_listed"]

_N: Final = r"(?P<n>[两二三四五六七八九十]{1,2}|(?<![\d.,])\d{1,2})"
_OF_US: Final = (
    "(?:[个家大](?:市直|县直|区直|职能|临床|医技|内设|业务|行政|主管|相关|责任|预算|成员|参建|直属|所属|下属)?)?"
)
_OFFICES: Final = "部门|单位|委办局|科室|股室|处室|乡镇|街道|社区|行政村|机构|办（所）|办所"
_ASPECTS: Final = "个?(?:方面|维度|层面|部分|环节)|[个类项](?:一级|二级)?指标|[个大]类"
_TASKS: Final = (
    "[项个类大](?:重点|专项|集中|主要)?"
    "(?:整治|行动|任务|制度|工程|活动|工作|服务|课程|举措|措施|内容|事项|业务|环节|机制|要素|专题|项目|领域|问题)"
)
_LAST_OF_N: Final = r"[\d两二三四五六七八九十]\s?"
_AHEAD: Final = near(
    re.compile(
        r"(?P<list>[^，。；：:;\n\d“”（）()]{1,160}、[^，。；：:;\n\d“”（）()]{2,40}?)(?:（[^（）\n\d、]{2,12}）)?(?P<open>等)?(?:上述|以上|共|共计|这)?"
        rf"{_N}\s?{_OF_US}(?P<noun>{_OFFICES})"
    ),
    rf"{_LAST_OF_N}{_OF_US}(?:{_OFFICES})",
    240,
)
_VIEWS: Final = near(
    re.compile(
        rf"(?P<list>[\u4e00-\u9fff]{{2,40}}(?:、[\u4e00-\u9fff]{{2,10}}){{1,7}}?(?:[和及与][\u4e00-\u9fff]{{2,10}}?)?)(?P<open>等)?"
        rf"{_N}\s?(?P<noun>{_ASPECTS})"
    ),
    rf"{_LAST_OF_N}(?:{_ASPECTS})",
    180,
)
"""从项目决策、项目过程、项目产出和项目效益四个方面."""
_WORKS: Final = near(
    re.compile(
        rf"(?P<list>[\u4e00-\u9fff]{{2,30}}(?:、[\u4e00-\u9fff]{{2,12}}){{3,9}}?)(?P<open>等)?"
        rf"{_N}\s?(?P<noun>{_TASKS})"
    ),
    rf"{_LAST_OF_N}{_TASKS}",
    240,
)
"""组织占道经营、餐饮油烟、…、背街小巷脏乱六项集中整治."""
_TROUBLES: Final = re.compile("集中在|体现在|表现在|表现为|归纳为|概括为|反映在|主要有|主要是|存在")
_VIEW: Final = re.compile(
    r"(?:项目|部门|资金|预算|业务|组织|财务)?(?:立项|投入|决策|过程|产出|效益|效果|管理|绩效|履职|编制|执行|配置|成本|数量|质量|时效|经济效益|社会效益|生态效益|"
    r"可持续影响|可持续发展|满意度|服务对象满意度|社会公众满意度|资产管理|履职效果|履职效能)(?:指标|目标|情况)?"
)
_BEHIND: Final = re.compile(
    rf"(?:内设|下设|设立?有?|分设|共有){_N}\s?个(?P<noun>(?:内设|职能|业务|行政|内部|工作)*(?:科室|股室|处室|部室|部门|机构))"
    r"(?P<list>[\u4e00-\u9fff]{2,12}(?:、[\u4e00-\u9fff]{2,16})+(?:[和及与][\u4e00-\u9fff]{2,16})?)(?=[。；;\n]|$)"
)
_LEAD: Final = re.compile(
    r"^.*(?:抽调|会同|联合|包括|包含|涉及|组织|设有|内设|下设|通过|由于|分别|[由与同向对从为是经因和及])"
)
_BODY: Final = re.compile(
    r"[\u4e00-\u9fff](?:镇|乡|街道|办事处|社区|村|局|委|委员会|办|办公室|厅|部|大队|支队|总队|中队|队|中心|法院|检察院|院|政府|公司|银行|学校|医院|所|站|馆|校|科|股|处|室|组|机关|本级)$"
)
_STRANGE: Final = re.compile("联合|会同|协同|牵头|配合|邀请|各|其他|有关|相关|所属|等|及其|若干|多个|每")
_JOINER: Final = re.compile("以及|[和及与]")
_OWNER: Final = re.compile("^.*(?:政府|机关|党委|党工委|本级)设有?")
"""镇党委、政府设甲办公室、乙办公室: who sets them up is none of them."""
_COUNTED: Final = re.compile("[个家所名](?=[\u4e00-\u9fff]{2,8}[和及与以])")
_SET_UP: Final = re.compile("内设|下设|设有|设立")
_MANY: Final = 5
"""Nobody names five offices or more and leaves one alone to 等."""
_OF_ONE_END: Final = re.compile(
    r"(?P<list>[\u4e00-\u9fff]{1,20}?(?P<end>[\u4e00-\u9fff])(?:、[\u4e00-\u9fff]{1,12}(?P=end)){2,12})(?P<open>\uffff)?"
    rf"{_N}\s?[个部条项种类所座家本篇支件](?P<noun>[\u4e00-\u9fff]{{0,3}}?(?P=end))"
)
"""出版水利志、教育志、气象志 3 部分志: every name ends as what is counted does."""
_MOST: Final = 20
_VIEWS_LEAST: Final = 3
_FEW: Final = 2
"""More names too many or too few are no slip: the number is of other things."""
_ROOMS: Final = ("科", "股", "室", "处", "办", "部", "组", "中心", "队", "站", "所", "局", "院", "馆")
_ENDS: Final = {
    "乡镇": ("镇", "乡", "街道", "办事处"), "街道": ("街道", "办事处"), "社区": ("社区",), "行政村": ("村",),
    "科室": _ROOMS, "股室": _ROOMS, "处室": _ROOMS, "部室": _ROOMS,
}  # fmt: skip
"""What the names of things so counted end with."""


def bodies_listed(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``; behind 等 the list may be open, and names that 和 may join make a range."""
    flow = flowing(context)
    for match in _AHEAD.finditer(flow.text):
        if context.table_at(flow.place(match.start("n"))) is None:
            names = _OWNER.sub("", match["list"]).split("、")
            first = _LEAD.sub("", names[0]) or names[0]
            yield from _judged(context, flow, match, [first, *names[1:]], joined=_joined(names[0]))
    for pattern, judged in ((_VIEWS, _views_or_troubles), (_WORKS, _works), (_OF_ONE_END, _works)):
        for match in pattern.finditer(flow.text):
            if context.table_at(flow.place(match.start("n"))) is None:
                yield from judged(context, flow, match)
    for match in _BEHIND.finditer(flow.text):
        if context.table_at(flow.place(match.start("n"))) is None:
            yield from _judged(context, flow, match, match["list"].split("、"), joined=0)


def _views_or_troubles(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    yield from list(_views(context, flow, match)) or _troubles(context, flow, match)


def _views(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    """Nothing but the words of evaluations, each by itself: what 和 joins are two of them."""
    names = re.split("、|[和及与]", match["list"])
    last = re.search(rf"{_VIEW.pattern}$", names[0])
    said = whole_number(match["n"])
    if last is None or said < 2 or not all(_VIEW.fullmatch(name) for name in names[1:]) or len(names) < _VIEWS_LEAST:
        return
    if "指标" in match["noun"] and "级" not in match["noun"] and said - len(names) > _FEW:
        return  # 产出、效益和满意度15项指标: those that stand under the three
    names[0] = last[0]
    if said == len(names) or match["open"] is None or said < len(names):
        yield _relation(context, flow, match, names, said, len(names))


def _works(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    """Any names, where none may be two, and one too many or too few: a number far off is of the last name alone."""
    names, said = match["list"].split("、"), whole_number(match["n"])
    alone = _JOINER.search(match["list"][1:]) is None and match["open"] is None
    if alone and abs(said - len(names)) <= 1:
        yield _relation(context, flow, match, names, said, len(names))


def _troubles(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    """问题集中在设施停运、配套资金不足、台账失真四个方面: any names, where no 和 makes two of one."""
    names, said = match["list"].split("、"), whole_number(match["n"])
    if said < 2 or len(names) < _VIEWS_LEAST or _JOINER.search(match["list"][1:]) or match["open"]:
        return
    if _TROUBLES.search(names[0]) and abs(said - len(names)) <= _FEW:
        names[0] = _TROUBLES.split(names[0])[-1]
        yield _relation(context, flow, match, names, said, len(names))


def _joined(first: str) -> int:
    """局机关和县监测站、县执法大队两个单位: what stands before 和 in the first name may be one of them."""
    if _COUNTED.match(first) is not None:
        return 0  # 设 9 个临床科室和检验科、放射科、药剂科 3 个医技科室
    pieces = _JOINER.split(first[1:])
    return sum(_BODY.search(piece) is not None for piece in pieces[:-1])


def _judged(
    context: Context, flow: Flowing, match: re.Match[str], names: list[str], *, joined: int
) -> Iterator[Relation]:
    said = whole_number(match["n"])
    if said < 2 or _STRANGE.search("、".join(names)) or not all(_is_body(name) for name in names):
        return
    both = sum(_is_body(part) for name in names[1:] for part in _JOINER.split(name)[:-1])
    last = _JOINER.split(names[-1])
    if not both and len(last) == _FEW and all(len(one) >= _FEW for one in last) and len(names) >= _VIEWS_LEAST:
        both = 1  # 甲管理所、苗圃和古树保护站: the first of the two has no body's name
    low, high = len(names), len(names) + both + joined
    if any("以及" in name and len(names) - at == said for at, name in enumerate(names)):
        return  # 会同群体科、竞训科以及市健身中心、市体校、市体育馆、市游泳馆四家直属单位
    opened = match.re is _AHEAD.pattern and match["open"] is not None
    if opened and said == high + 1 and len(names) >= _MANY and _SET_UP.search(match["list"]):
        yield _relation(context, flow, match, names, said, high)  # 内设甲科、……、癸科等 9 个科室: eight are named
        return
    ends = next((ends for noun, ends in _ENDS.items() if match["noun"].endswith(noun)), None)
    if ends is not None and not all(name.endswith(ends) for name in names):
        return  # 东山乡、南坪乡12个行政村
    if low <= said <= high:
        yield _relation(context, flow, match, names, said, said)
    elif (not opened or said < low) and min(abs(said - low), abs(said - high)) <= _FEW:
        yield _relation(context, flow, match, names, said, low if said < low else high)


def _is_body(name: str) -> bool:
    return 2 <= len(name) <= _MOST and _BODY.search(name) is not None


def _relation(
    context: Context, flow: Flowing, match: re.Match[str], names: list[str], said: int, found: int
) -> Relation:
    listed = match["list"]
    low = match.start("list") + listed.index(names[0])
    figures = (
        piece(context, "part", *flow.span(low, match.end("list"))),
        piece(context, "stated", *flow.of(match, "n")),
    )
    holds = said == found
    told = flow.text[match.start("n") : match.end("noun")]
    message = f"所列名称共 {found} 个，与文中一致。"
    if not holds:
        message = f"文中说“{told}”，所列名称为 {found} 个：{listed[listed.index(names[0]) :][:60]}。"
    return Relation(
        "count", "ok" if holds else "error", figures, "所列名称的项数", str(found), match["n"], message,
        "" if holds else "数目误写，或名单漏列、多列。", "medium" if holds else "high",
    )  # fmt: skip
