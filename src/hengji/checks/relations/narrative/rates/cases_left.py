"""Cases received, done and still open: 受理 77 件，已办结 72 件，正在办理 5 件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
)
from hengji.facts.relation import Relation

__all__ = ["MORE_CASES", "cases_left", "has_verb", "part_and_base", "stem_of", "was_really"]

_ALL = re.compile(
    r"受理|收到|发现|排查|查出|梳理|征集|登记|申报|接到|接收|承办|应办|交办|发放|应回|应到|应完成|计划|共有|共?设[定置立]|任务|总数|总量|到期|抽取|抽检|检查"
)
_OTHER_RATES = re.compile(
    r"得分|增长|下降|满意|控制|执行|失业|周转|负债|汇率|利率|税率|费率|费用|差错|误差|变动|偏差|贡献|集中|覆盖|知晓"
)
_OPEN = re.compile(r"正在|尚未|尚在|尚有|在办|未|剩余|待|其余|余下|不合格")
MORE_CASES = re.compile(r"结转|上年|往年|去年|历年|以前|含|不予|撤销|撤回|转交|移送|退回|除")
_PAIR = 2
_BACK = 6  # figures in front of what is open among which all and done stand
_VERBS = (
    "办结",
    "办理",
    "完成",
    "结案",
    "审结",
    "执结",
    "回复",
    "答复",
    "处理",
    "落实",
    "回收",
    "兑现",
    "合格",
    "通过",
    "验收",
    "整改",
    "参与",
    "达标",
    "利用",
    "有效",
)


def part_and_base(name: str, own: list[Slot]) -> tuple[Slot, Slot] | None:
    """What a rate called *name* divides: the one figure that has its verb, by the one that says how many there were."""
    verb = next((word for word in _VERBS if word in name), "") or stem_of(name)
    if not verb or "及时" in name:
        return None
    if verb == "有效" and any(re.search("收回|回收", slot.label) for slot in own):
        return None  # of those sent or of those returned: the survey's own finder tries both
    parts = [
        slot for slot in own if verb in slot.label and not _OPEN.search(slot.label) and not _ALL.search(slot.label)
    ]
    bases = [slot for slot in own if _ALL.search(slot.label) and not _OPEN.search(slot.label)]
    if len(parts) == 1 and len(bases) == 1 and same_kind(parts[0], bases[0]) and bases[0].mention.value > 0:
        between = own[own.index(parts[0]) + 1 : own.index(bases[0])]  # 共 24 个，其中甲 10 个，完成 9 个
        nearer = any(converted(slot.mention, parts[0].mention.unit) >= parts[0].mention.value for slot in between)
        return (parts[0], bases[0]) if parts[0].kind == COUNT and not nearer else None
    return None


def stem_of(name: str) -> str:
    """What a rate is the rate of, by its last two characters: 取证率, 整改率; empty where that may be anything."""
    found = re.search(r"([\u4e00-\u9fff]{2})(?:率|进度)$", name)
    return found[1] if found and not _OTHER_RATES.search(name) else ""


def was_really(label: str, base: str) -> bool:
    """申报项目 18 个，实际申报 17 个: what was really done has the verb of what there was to do."""
    told = re.match(r"^(?:其中)?(?:实际|已)([\u4e00-\u9fff]{2})", label)
    return told is not None and told[1] in base


def has_verb(passage: Passage, part: Slot, stem: str) -> bool:
    """Whether what *part* counts is told with the verb of the rate."""
    said = part.label.startswith(stem) or part.label.endswith((stem, stem + "了")) or _says(part.label, stem)
    denied = r"(?!(?:[^，。；]{0,4}[不未停无]|没有|间歇))"
    return said or re.match(rf"^{denied}[^，。；]{{0,8}}{stem}[^，。；]{{0,2}}，", passage.after(part)) is not None


def _says(label: str, stem: str) -> bool:
    """取得证书 says 取证: both characters in order, a few others between them."""
    return re.search(rf"{stem[0]}[^，。；]{{0,2}}{stem[1:]}", label) is not None


def cases_left(passage: Passage) -> Iterator[Relation]:
    """Three counts in a row: all, done, open."""
    for rest in passage.slots[2:]:
        if rest.kind != COUNT or not _OPEN.search(label_of(rest)):
            continue
        whole, done = _all_and_done(passage, rest)
        named = _ALL.search(label_of(whole)) and any(verb in label_of(done) for verb in _VERBS)
        blurred = any(slot.mention.approximate for slot in (whole, done, rest))
        if (
            not named
            or blurred
            or done.mention.value > whole.mention.value
            or _OPEN.search(label_of(done))
            or MONEY in passage.text[whole.at : rest.at]
        ):
            continue
        if same_kind(whole, done) and same_kind(done, rest) and "。" not in done.before + rest.before:
            yield _relation(passage, whole, done, rest)


def _all_and_done(passage: Passage, rest: Slot) -> tuple[Slot, Slot]:
    """The two counts in front; or 受理 T，其中旧存 a、新收 b；审结 D，结案率 P, where a and b are all of T."""
    behind = [slot for slot in passage.slots[max(0, rest.index - _BACK) : rest.index] if slot.kind == COUNT]
    if len(behind) > _PAIR + 1:
        whole, *parts, done = behind[-_PAIR - 2 :]
        if sum(part.mention.value for part in parts) == whole.mention.value:
            return whole, done
    return passage.slots[rest.index - 2], passage.slots[rest.index - 1]


def _relation(passage: Passage, whole: Slot, done: Slot, rest: Slot) -> Relation:
    computed = done.mention.value + rest.mention.value
    possible = interval_of(done.mention, None) + interval_of(rest.mention, None)
    verdict = judged(computed, possible, whole.mention)
    right = as_written(computed, whole.mention)
    message = "已办与未办之和与总数一致。"
    if not good(verdict):
        verdict = "suspicious" if MORE_CASES.search(passage.text) else "error"
        message = f"{label_of(done)}与{label_of(rest)}合计 {right}，文中总数为 {number(whole.mention)}。"
    roles = [("part", done.mention), ("part", rest.mention), ("total", whole.mention)]
    formula = f"{in_words(done.mention.value)} + {in_words(rest.mention.value)}"
    return relation("count", verdict, roles, formula, right, message, "" if good(verdict) else "三数之一误写。")
