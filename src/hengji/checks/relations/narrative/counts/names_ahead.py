"""Names in front of their number, and whether they are all that is counted: 抽查了甲县、乙县、丙区 3 个县（区）."""

from __future__ import annotations

import re

from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.without_frames.counts.listed_names import lengths_of

__all__ = ["ASIDE", "BODIES", "BODY", "SET_UP", "all_bodies", "least_and_most", "told_in_full"]

ASIDE = re.compile(r"（[^（）]*）")
SET_UP = re.compile(r"内设|下设|设有|设立|分设|下辖|辖")
"""What opens a list of names; the words in front are none of them."""
BODIES = re.compile(r"(?:单位|机构|科室|股室|处室|部门|学校|医院|企业|公司|乡镇|街道|中心)$")
BODY = re.compile(
    r"[\u4e00-\u9fff](?:站|所|中心|大?队|院|校|[中小]学|园|馆|局|委|办|处|科|股|室|厅|场|公司|镇|乡|街道)(?:本级|机关|本部)?$"
)
_ROOM = re.compile("(?:室|部|科|股|处|组|中心|队|站|所|办|院|馆|局|委|本级|机关)$")
_ENDS_A_BODY = re.compile(
    r"[\u4e00-\u9fff]{2}(?:中心|支队|大队|总队|总站|[管处]理[站所处]|管护所|医院|学校|[中小]学|公司)(?:以及|[和及与])[\u4e00-\u9fff]{4,}$"
)
"""No name of one body has the end of another in front of its 和: 供排水事务中心和青澜水库管理所 are two."""
_JOINER = re.compile(r"以及|及其|[和及与]")
_OFFICES = re.compile("(?:内设)?(?:业务|职能)?(?:科室|股室|处室|镇|乡|街道|社区|村|局|站|所)")
_LISTS = re.compile("包括|包含|分别[为是]|具体[为是]|涉及|纳入|对|由|向|在|有|为")
_DIVIDED = re.compile(r"分[为成](?P<names>[^，。；：（）和及与等]+、[^，。；：（）和及与等]+)$")
_PLACES = re.compile("县|区|市|镇|乡|街道|村|社区|站")
_MORE_IN_ONE = re.compile(r"[\u4e00-\u9fff]{2}(?:[和及与]|以及)[\u4e00-\u9fff]{2}|[等（）]|其他|其中")
"""Not 泰和, which is one place."""
_WENT_TO = re.compile(
    r"(?:下辖|分布[于在]|位于|途经|惠及|管辖|[选抽]取了?|走访了?|选择了?|前往|深入|赴|包括|涉及|覆盖|涵盖|抽查了?|实地察看了?|对|在)[\u4e00-\u9fff]{2,3}$"
)
"""What stands in front of names that go without 村, 镇, 县: 走访了石坝、东沟、杨柳 3 个行政村."""
_QUOTED = re.compile("[^“”、和及与]{0,8}(?:“[^“”]{1,20}”)+")
_ALL_QUOTED = re.compile(f"{_QUOTED.pattern}(?:(?:、|[和及与]|以及){_QUOTED.pattern})*")
"""辣椒“湘椒18号”“湘椒22号”、番茄“湘红6号”: three names, of two kinds."""
_RUN = re.compile(
    r"(?P<first>(?P<lead>[^、，一二三四五六七八九十\d]{0,8})(?P<a>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<noun>[^、，至到]{0,8}?))"
    r"(?:至|到|—|-|~|～)(?P=lead)(?P<b>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<tail>(?P=noun)[^、，]{0,8})"
)
_BARE = 3
_WORD = 6  # characters of a name that has no 、 and no 和 inside
_LONGEST, _SHORT, _FEW = 20, 10, 2


def told_in_full(match: re.Match[str], slot: Slot) -> bool:
    """Whether the names of *match*, in front of the count *slot* and not as many, leave no doubt that one is wrong."""
    return (
        _plainly_listed(match, slot)
        or _of_the_noun(match, slot)
        or _bodies_in_all(match, slot)
        or _offices(match)
        or _of_one_government(match)
        or _of_places(match)
    )


def _plainly_listed(match: re.Match[str], slot: Slot) -> bool:
    """本单位内设甲科、乙科、丙科: short names of one ending, no bracket and no 和 that could hide another.

    Where one or two fewer are counted than the names that 、 parts, endings and 和 make no difference.
    """
    if match["open"] or not match["noun"]:
        return False
    divided = _DIVIDED.search(match["list"])
    if divided is not None:  # 工程分为土建、安装、绿化三个标段
        return all(2 <= len(name) <= _WORD for name in divided["names"].split("、"))
    listed = SET_UP.split(match["list"])
    parts = listed[-1].split("、")
    low, high = least_and_most(listed[-1])
    fewer = 0 < low - slot.mention.value <= _FEW
    alike = fewer or len({part[-1] for part in parts if part}) <= len(parts) // 2 + 1
    plain = not re.search("等|（|）|其他|含", listed[-1])
    if re.search("[和及与]", listed[-1]):
        plain = plain and (
            fewer or low == high
        )  # 办公室、权益部、家庭和儿童工作部: no part of a name is a body by itself
    most = _LONGEST if len({part[-1:] for part in parts}) == 1 else _SHORT
    return len(listed) > 1 and len(parts) > 2 and alike and plain and all(2 <= len(part) <= most for part in parts)


def _of_the_noun(match: re.Match[str], slot: Slot) -> bool:
    """甲至乙线、丙至丁线、戊至己线 4 条线路: every name ends as the noun of what is counted begins."""
    names = match["list"].split("、")
    low, high = least_and_most(match["list"])
    missed = max(low - slot.mention.value, slot.mention.value - high)
    plain = not match["open"] and len(names) > 2 and not re.search("[和及与等（）]|其他|其中|另", match["list"])
    ends = {name[-1:] for name in names}
    return plain and ends == {match["noun"][:1]} and missed <= _FEW and all(len(name) <= _LONGEST for name in names)


def _of_one_government(match: re.Match[str]) -> bool:
    """县教育局、县林业局、县医保局 3 个部门: every name begins with the same 县 and is that of a body."""
    names = match["list"].split("、")
    plain = (
        not match["open"]
        and match["noun"].startswith(("部门", "单位"))
        and not re.search("[和及与（）]", match["list"])
    )
    level = names[0][:1]
    return plain and level in "省市县区州" and len(names) > 2 and all(_governed(name, level) for name in names)


def _of_places(match: re.Match[str]) -> bool:
    """抽取了甲县、乙县、丙区 3 个县（区）: places of the kinds that are counted; words may lead the first."""
    names = match["list"].split("、")
    kinds = _PLACES.findall(re.sub("^[（）]", "", match["noun"]))
    ends = {name[-1:] for name in names}
    if match["in_all"] and not match["noun"] and len(ends) == 1:
        kinds = _PLACES.findall(names[-1][-1:])  # 分别是甲村、乙村、丙村，共计 3 个
    plain = not match["open"] and len(names) > 2 and not _MORE_IN_ONE.search(match["list"])
    short = all(2 <= len(name) <= _WORD for name in names[1:])
    if not (plain and short and kinds):
        return False
    bare = _WENT_TO.search(names[0]) is not None and all(len(name) <= _BARE for name in names[1:])
    return bare or ends <= {kind[-1] for kind in kinds}


def _governed(name: str, level: str) -> bool:
    return name.startswith(level) and BODY.search(name) is not None and len(name) <= _LONGEST


def _bodies_in_all(match: re.Match[str], slot: Slot) -> bool:
    """包括甲局、乙局、丙局共 4 家单位: bodies are named and counted; behind 等 there may be more, but not fewer."""
    if not match["in_all"] and not match["open"]:
        return False
    noun = match["noun"] or ("单位" if str(slot.mention.unit) in "家所" else "")
    listed = _LISTS.split(match["list"])[-1]
    names = listed.split("、")
    fewer = slot.mention.value < len(names)
    plain = all(2 <= len(name) <= _LONGEST for name in names) and not (fewer and "本级" in listed)
    plain = plain and not re.search("（|）|[和及与]|其他|含", listed)
    bodies = BODIES.search(noun) is not None and all_bodies(noun, listed)
    return plain and bodies and (not match["open"] or fewer)


def _offices(match: re.Match[str]) -> bool:
    """设备科、信息科、财务科 4 个科室: nothing but offices of the kind that is counted, from the clause's beginning."""
    kind = _OFFICES.match(match["noun"])
    if match["open"] or kind is None or re.search("[和及与等]|（|）|其他", match["list"]):
        return False
    names = re.sub(r"^.*?[由]", "", match["list"]).split("、")
    return len(names) > 2 and all(2 < len(name) <= _WORD and name[-1] in kind[0] for name in names)


def all_bodies(noun: str, names: str) -> bool:
    """6个科室，即甲科、乙科、丙室: offices are counted, and nothing but offices is named."""
    told = BODIES.search(noun) is not None or re.fullmatch(r"(?:内设)?机构", noun) is not None
    return (told or not noun) and all(BODY.search(name) for name in names.split("、"))


def least_and_most(names: str) -> tuple[int, int]:
    """The least and the most names: 和 may join two of them or stand inside one (家庭和儿童工作部 among 部 and 室)."""
    clean, more = _with_runs(ASIDE.sub("", names))
    parts = [part for part in clean.split("、") if part]
    low, high = _lengths(clean, parts)
    return low + more, high + more


def _with_runs(names: str) -> tuple[str, int]:
    """The names with the first alone of each run (第一检察部至第五检察部), and how many more the runs hold."""
    more = 0
    for match in _RUN.finditer(names):
        first, last = (whole_number(match[group]) or 0 for group in ("a", "b"))
        more += max(last - first, 0)
    return _RUN.sub(lambda run: run["first"], names), more


def _lengths(clean: str, parts: list[str]) -> tuple[int, int]:
    if _ALL_QUOTED.fullmatch(clean):
        return len(_QUOTED.findall(clean)), clean.count("“")
    if not all(_ROOM.search(part) for part in parts):
        return len(parts), lengths_of(parts)[1]
    if sum(_ENDS_A_BODY.search(part) is not None for part in parts) == 1 and _ENDS_A_BODY.search(parts[-1]):
        return len(parts) + 1, len(parts) + 1
    joined = sum(_ROOM.search(piece) is not None for part in parts for piece in _JOINER.split(part[1:])[:-1])
    return len(parts), len(parts) + joined
