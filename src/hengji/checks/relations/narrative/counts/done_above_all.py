"""More done than there were: 涉及 19 户，已清偿 22 户. A plan may be surpassed, what was found or is owed may not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["done_above_all"]

_ALL = re.compile(r"(?:涉及|排查出?|发现|查出|交办|转办|应(?:缴|收|还|付|改|发|补))[^，。；：、]{0,14}$")
_DONE = re.compile(
    r"^，(?:现|目前|均|截至目前，?)?已(?:全部)?(?P<verb>[\u4e00-\u9fff]{2})[^，。；：、\ue000-\ue005]{0,6}$"
)
_MORE = re.compile("结转|上年|往年|去年|历年|以前|另|新增|累计|其中|自查|主动|提前|举一反三")


def done_above_all(passage: Passage) -> Iterator[Relation]:
    """A count of those done right behind the smaller count of all, both of one unit."""
    if "已" not in passage.text or _MORE.search(passage.text):
        return
    changed = changed_slots(passage)
    for done in passage.slots[1:]:
        whole = passage.slots[done.index - 1]
        if whole.kind == done.kind == COUNT and not {whole.index, done.index} & changed and _above(whole, done):
            told = f"{label_of(whole)}{number(whole.mention)}"
            message = f"{label_of(done)}{number(done.mention)}多于{told}。"
            roles = [("total", whole.mention), ("part", done.mention)]
            yield relation("count", "error", roles, "部分 ≤ 全部", f"≤ {number(whole.mention)}", message)


def _above(whole: Slot, done: Slot) -> bool:
    alike = str(whole.mention.unit) == str(done.mention.unit) and not done.before.startswith("；")
    blurred = whole.mention.approximate or done.mention.approximate
    told = _ALL.search(label_of(whole)) and _DONE.match(done.before)
    return alike and not blurred and told is not None and done.mention.value > whole.mention.value > 0
