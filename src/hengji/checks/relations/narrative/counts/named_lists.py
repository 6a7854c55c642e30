"""A number of things and their names: "内设 3 个科室：甲、乙、丙", "甲、乙、丙等三个单位"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import figure
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.verdicts import number
from hengji.checks.relations.without_frames.counts.listed_names import lengths_of
from hengji.facts.relation import Figure, Relation, Severity, Verdict

__all__ = ["named_lists"]

_FIGURES = "\ue000-\ue005"
_BEHIND = re.compile(
    rf"{COUNT}(?P<noun>[^，。；：、（{_FIGURES}]{{0,12}}(?:（[\u4e00-\u9fff]{{1,4}}）)?)(?P<cue>：|，?(?:(?:分别|依次)[是为叫有]|名称?[为是]|即|具体[为是]|计有|具体有)：?|，?包括：?|，[为是有]：?|(?P<open>（))"
    rf"(?P<list>[^。；：{_FIGURES}]{{3,400}}?)(?=[。；]|$|(?(open)）|(?!))|，(?:另|其中|均|都|并|以上|由|共|现|负责|目前|各|实行|合计|涉及)[^、]*|，[^，。；、]{{2,40}}(?=[，。；]|$))"
)
_AHEAD = re.compile(
    rf"(?P<list>[^，。；：{_FIGURES}]{{2,160}}、[^，。；：{_FIGURES}]{{1,60}}?)(?P<open>等)?(?:，(?=合计|共计|总计|共\ue003))?(?P<in_all>合计|共计|总计|共)?"
    rf"{COUNT}(?P<noun>[\u4e00-\u9fff（]{{1,12}}|(?=[，。；]|$))"
)
_PAIR = re.compile(
    rf"(?P<list>[^，。；：、{_FIGURES}]{{2,40}}(?:和|及|与|以及)[^，。；：、{_FIGURES}]{{2,30}}?){COUNT}(?:方面|部分|科室|单位|指标|股室|项|类)"
)
_ASIDE = re.compile(r"（[^（）]*）")
_ENDS_A_BODY = re.compile(
    r"[\u4e00-\u9fff]{2}(?:中心|支队|大队|总队|总站|[管处]理[站所处]|管护所|医院|学校|[中小]学|公司)(?:以及|[和及与])[\u4e00-\u9fff]{4,}$"
)
"""No name of one body has the end of another in front of its 和: 供排水事务中心和青澜水库管理所 are two."""
_JOINER = re.compile(r"以及|及其|[和及与]")
_THINGS = frozenset("个家项所处名位种类大条部份座") | {"方面"}
_LONGEST = 20
_BODIES = re.compile(r"(?:单位|机构|科室|股室|处室|部门|学校|医院|企业|公司|乡镇|街道|中心)$")
_BODY = re.compile(
    r"[\u4e00-\u9fff](?:站|所|中心|大?队|院|校|[中小]学|园|馆|局|委|办|处|科|股|室|厅|场|公司|镇|乡|街道)(?:本级|机关|本部)?$"
)
_ROOM = re.compile("(?:室|部|科|股|处|组|中心|队|站|所|办|院|馆|局|委|本级|机关)$")
_OFFICES = re.compile("(?:内设)?(?:业务|职能)?(?:科室|股室|处室|镇|乡|街道|社区|村|局|站|所)")
_REACH, _NOUN = 230, 14  # characters that a list of `_AHEAD` takes in front of its count, and its noun behind it
_NAMED_AHEAD = re.compile(r"[\u4e00-\u9fff]{4}$")
"""What is counted may stand in front of its number: 打造美丽庭院示范点 6 个，即甲、乙、丙."""
_SHORT, _PLAIN, _FEW = 10, 12, 2
_LACKING = re.compile("未|偏离|逾期|滞后|扣分|失分|缺|超期|不达标|不合格|退回|暂停|取消")
"""What falls short is told completely, name by name."""
_LISTS = re.compile("包括|包含|分别[为是]|具体[为是]|涉及|纳入|对|由|向|在|有|为")
_DIVIDED = re.compile(r"分[为成](?P<names>[^，。；：（）和及与等]+、[^，。；：（）和及与等]+)$")
_PLACES = re.compile("县|区|市|镇|乡|街道|村|社区|站")
_WENT_TO = re.compile(
    r"(?:下辖|管辖|[选抽]取了?|走访了?|选择了?|前往|深入|赴|包括|涉及|覆盖|涵盖|抽查了?|实地察看了?|对|在)[\u4e00-\u9fff]{2,3}$"
)
"""What stands in front of names that go without 村, 镇, 县: 走访了石坝、东沟、杨柳 3 个行政村."""
_BARE = 3
_WORD = 6  # characters of a name that has no 、 and no 和 inside
_SET_UP = re.compile(r"内设|下设|设有|设立|分设|下辖|辖")


def named_lists(text: str, passage: Passage) -> Iterator[Relation]:
    """Every counted list of names in *passage*; *text* is the document's."""
    for match in _BEHIND.finditer(passage.text):
        slot = passage.slot_at(match.start())
        if slot is not None and _countable(slot) and "、" in match["list"]:
            relation = _behind(text, passage, slot, match)
            if relation is not None:
                yield relation
    for match in _lists_ahead(passage.text):
        slot = passage.slot_at(match.start("noun") - 1)
        if slot is not None and _countable(slot):
            names = _SET_UP.split(match["list"])[-1]  # 二、基本情况 我部下设甲科、乙科: the list begins behind the verb
            low, high = _lengths(names)
            if low <= slot.mention.value <= high:
                yield _relation(text, passage, slot, names, "ok", (low, high))
            elif (
                _plainly_listed(match)
                or _bodies_in_all(match, slot)
                or _offices(match)
                or _of_one_government(match)
                or _of_places(match)
            ):
                yield _relation(text, passage, slot, names, "error", (low, high))
    for match in _PAIR.finditer(passage.text):
        slot = passage.slot_at(match.end("list"))
        if (
            slot is not None
            and _countable(slot)
            and slot.mention.value == 2
            and len(_JOINER.findall(match["list"])) == 1
        ):
            yield _relation(text, passage, slot, match["list"], "ok", (2, 2))


def _lists_ahead(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_AHEAD`, looked for in front of each count: tried everywhere they cost most in long lists."""
    position = 0
    for count in re.finditer(COUNT, text):
        at = count.start()
        start = max(position, at - _REACH)
        if start >= at or "、" not in text[start:at]:
            continue
        match = _AHEAD.search(text, start, at + _NOUN)
        if match is not None and match.start("noun") - 1 == at:
            yield match
            position = match.end()


def _countable(slot: Slot) -> bool:
    mention = slot.mention
    return (
        str(mention.unit) in _THINGS and 2 <= mention.value <= 60 and not mention.decimals and not mention.approximate
    )


def _plainly_listed(match: re.Match[str]) -> bool:
    """本单位内设甲科、乙科、丙科: short names of one ending, no bracket and no 和 that could hide another."""
    if match["open"] or not match["noun"]:
        return False
    divided = _DIVIDED.search(match["list"])
    if divided is not None:  # 工程分为土建、安装、绿化三个标段
        return all(2 <= len(name) <= _WORD for name in divided["names"].split("、"))
    listed = _SET_UP.split(match["list"])
    parts = listed[-1].split("、")
    alike = len({part[-1] for part in parts if part}) <= len(parts) // 2 + 1
    plain = not re.search("等|（|）|其他|含", listed[-1])
    if re.search("[和及与]", listed[-1]):
        low, high = _lengths(listed[-1])
        plain = plain and low == high  # 办公室、权益部、家庭和儿童工作部: no part of a name is a body by itself
    most = _LONGEST if len({part[-1:] for part in parts}) == 1 else _SHORT
    return len(listed) > 1 and len(parts) > 2 and alike and plain and all(2 <= len(part) <= most for part in parts)


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
    plain = not match["open"] and len(names) > 2 and not re.search("[和及与等（）]|其他|其中", match["list"])
    short = all(2 <= len(name) <= _WORD for name in names[1:])
    if not (plain and short and kinds):
        return False
    bare = _WENT_TO.search(names[0]) is not None and all(len(name) <= _BARE for name in names[1:])
    return bare or ends <= {kind[-1] for kind in kinds}


def _governed(name: str, level: str) -> bool:
    return name.startswith(level) and _BODY.search(name) is not None and len(name) <= _LONGEST


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
    bodies = _BODIES.search(noun) is not None and _all_bodies(noun, listed)
    return plain and bodies and (not match["open"] or fewer)


def _offices(match: re.Match[str]) -> bool:
    """设备科、信息科、财务科 4 个科室: nothing but offices of the kind that is counted, from the clause's beginning."""
    kind = _OFFICES.match(match["noun"])
    if match["open"] or kind is None or re.search("[和及与等]|（|）|其他", match["list"]):
        return False
    names = re.sub(r"^.*?[由]", "", match["list"]).split("、")
    return len(names) > 2 and all(2 < len(name) <= _WORD and name[-1] in kind[0] for name in names)


def _behind(text: str, passage: Passage, slot: Slot, match: re.Match[str]) -> Relation | None:
    names = match["list"]
    slot = _counted_in_all(passage, slot, names)
    clean = _ASIDE.sub("", names)
    listed = clean.split("，")[0]
    low, high = _lengths(listed)
    if low <= slot.mention.value <= high or low <= _with_kinds_before(passage, slot) <= high:
        return _relation(text, passage, slot, listed, "ok", (low, high))
    inner = [one for one in _ASIDE.findall(names) if "、" in one]
    if inner and re.search("[村户点所个]|项目", match["noun"] or ""):
        return None  # 5个村的道路，分别为甲镇（东村、南村）、乙镇（…）: the brackets may hold what is counted
    closed = "，" not in clean and not re.search(r"等$|等[^、]{0,6}$|……|…", clean)
    if re.match("，(?:另有|另外|还有|加上|以及)", passage.text[match.end("list") :]):
        return None  # 16 个：甲、乙、丙、丁，另有卫生院 12 所
    if low <= _FEW and re.match("，(?!另|其中|均|都|并|以上|由|共|现)", passage.text[match.end("list") :]):
        return None  # 3 个，包括甲、乙，……: the words behind may tell of the third
    goes_on = passage.text.startswith("；", match.end("list")) and low <= _FEW  # 2 项：甲（…）；乙（…）
    closed = closed and not (goes_on and not (_all_bodies(match["noun"], clean) or _of_one_end(clean)))
    short = all(2 <= len(name) <= _LONGEST for name in re.split("、", clean))
    if not closed or not short or "（" in clean:
        return None
    lacking = _LACKING.search(slot.label) is not None
    missed = min(abs(slot.mention.value - low), abs(slot.mention.value - high))
    lacking_few = missed <= _FEW and low > _FEW and bool(match["noun"])
    loose = match["cue"].rstrip("：") in ("，为", "，是", "，有")
    if loose and not lacking and not _all_bodies(match["noun"], clean) and not (lacking_few and _are_alike(clean)):
        return None
    sure = match["cue"].startswith("：") or "分别" in match["cue"] or _all_bodies(match["noun"], clean) or lacking
    one_kind = len({name[-1:] for name in re.split("、|和|以及", clean)}) == 1  # 即甲水库、乙水库和丙水库
    sure = sure or (lacking_few and "（" not in match["cue"] and _are_alike(clean))
    sure = sure or (
        "即" in match["cue"]
        and (bool(match["noun"]) or one_kind or _NAMED_AHEAD.search(slot.label) is not None)
        and all(len(name) <= _SHORT for name in clean.split("、"))
    )
    if match["cue"] == "（":  # an aside may say anything: names of the very things that are counted make a list
        noun = match["noun"]
        named = clean.split("、")
        sure = bool(noun) and (
            all(name.endswith(noun) for name in named)
            or (_BODIES.search(noun) is not None and all(_BODY.search(name) for name in named))
        )
        if not sure:
            return None
    return _relation(text, passage, slot, clean, "error" if sure else "suspicious", (low, high))


def _of_one_end(names: str) -> bool:
    return len({name[-1:] for name in re.split("、|和|以及", names)}) == 1


def _are_alike(names: str) -> bool:
    """Names of one length of breath: a list of things, and not what is said of them."""
    listed = re.split("、|以及|和|及|与", names)
    return all(2 <= len(name) <= _PLAIN for name in listed) and not re.search("[的了等]|其中|其他|[为是]", names)


def _counted_in_all(passage: Passage, last: Slot, names: str) -> Slot:
    """单位共 4 个，其中行政 1 个、参公 1 个、事业 2 个，分别是…: the names are of all of them, not of the last kind."""
    row = [last]
    while row[0].index and re.match("、", row[0].before):
        before = passage.slots[row[0].index - 1]
        if before.mention.unit != last.mention.unit:
            return last
        row.insert(0, before)
    whole = passage.slots[row[0].index - 1] if len(row) > 1 and row[0].index else None
    told = whole is not None and whole.mention.unit == last.mention.unit and re.search("其中|包括", row[0].before)
    return whole if whole is not None and told and "、" in names else last


def _with_kinds_before(passage: Passage, last: Slot) -> Fraction:
    """1个行政单位和2个事业单位，分别为甲、乙、丙: the names are of all the kinds that stand in a row."""
    total, slot = last.mention.value, last
    while slot.index and re.match(r"[^，。；：（\d]{1,12}[、，和及与]", slot.before):
        slot = passage.slots[slot.index - 1]
        if slot.mention.unit != last.mention.unit:
            break
        total += slot.mention.value
    return total


def _all_bodies(noun: str, names: str) -> bool:
    """6个科室，即甲科、乙科、丙室: offices are counted, and nothing but offices is named."""
    told = _BODIES.search(noun) is not None or re.fullmatch(r"(?:内设)?机构", noun) is not None
    return (told or not noun) and all(_BODY.search(name) for name in names.split("、"))


def _lengths(names: str) -> tuple[int, int]:
    """The least and the most names: 和 may join two of them or stand inside one (家庭和儿童工作部 among 部 and 室)."""
    clean = _ASIDE.sub("", names)
    parts = [part for part in clean.split("、") if part]
    if not all(_ROOM.search(part) for part in parts):
        return len(parts), lengths_of(parts)[1]
    if sum(_ENDS_A_BODY.search(part) is not None for part in parts) == 1 and _ENDS_A_BODY.search(parts[-1]):
        return len(parts) + 1, len(parts) + 1
    joined = sum(_ROOM.search(piece) is not None for part in parts for piece in _JOINER.split(part[1:])[:-1])
    return len(parts), len(parts) + joined


def _relation(
    text: str, passage: Passage, slot: Slot, names: str, verdict: Verdict, lengths: tuple[int, int]
) -> Relation:
    low, high = lengths
    counted = str(low) if low == high else f"{low}～{high}"
    if low <= slot.mention.value <= high:
        counted = str(slot.mention.value)
    message = f"所列名称共 {counted} 个，与文中一致。"
    if verdict != "ok":
        message = f"文中说 {number(slot.mention)}，其后所列名称为 {counted} 个：{names[:60]}。"
    listed = _place(text, passage, names)
    figures = (*((listed,) if listed else ()), figure("stated", slot.mention))
    formula = f"“{names[:40]}”的项数"
    severity: Severity = "high" if verdict == "error" else "medium"
    likely = "" if verdict == "ok" else "数目误写，或名单漏列、多列。"
    return Relation("count", verdict, figures, formula, counted, number(slot.mention), message, likely, severity)


def _place(text: str, passage: Passage, names: str) -> Figure | None:
    """Where the list stands in the document: from its first name to its last."""
    parts = [part for part in _ASIDE.sub("、", names).split("、") if part]
    start = text.find(parts[0][-6:], passage.start, passage.end)
    end = text.find(parts[-1][:6], max(start, passage.start), passage.end)
    if start < 0 or end < 0:
        return None
    end += len(parts[-1][:6])
    return Figure("part", text[start:end], start, end)
