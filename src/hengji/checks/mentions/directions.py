"""Words that say up or down, and whose figure they belong to."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["direction_before", "is_flat", "without_direction"]

_VERBS: Final = (
    "增加|增长|增多|增收|增支|上升|上涨|提高|提升|净增|调增|追加|扩大|递增"
    "|减少|下降|降低|缩减|压缩|压减|调减|核减|下滑|回落|递减"
)
_NOUNS: Final = "增幅|降幅|减幅|涨幅"
_TO: Final = "增至|降至|减至|升至|增到|降到|减到|提至"
_LINK: Final = r"(?:了|约|近|超过?|为|达到?|是|比例|幅度|金额|总?额|数|率|人民币|[:：]|[()]|\$|[=≥≤<>])*"
_BEFORE: Final = re.compile(rf"({_TO}|(?:{_VERBS})[到至]|{_VERBS}|{_NOUNS}){_LINK}$")
_WITH_THING: Final = re.compile(r"(增加|减少)(?:了)?([\u4e00-\u9fff]{1,6})$")
_MORE_OR_LESS: Final = re.compile(r"[较比][\u4e00-\u9fff0-9]{1,16}(多|少)(?:了)?$")
_FLAT: Final = re.compile(r"(?:基本)?持平|无变化|没有变化|无增减")
_NOT_A_THING: Final = re.compile("的|原因|是|因|为|主要")
_COMPARED: Final = re.compile(
    r"(?:(?:与|同|和)[^，。；]{2,24}?相?比(?:较)?|(?:较|比(?![例重率值]))(?:之|起)?[^，。；]{0,20}?(?=(?:增|减|上升|上涨|提高|提升|下降|降低|压|缩|多|少|持平|净|调|核|追|扩|下滑|回落|$))|同比|环比)"
)


def direction_before(phrase: str) -> str:
    """The direction word that governs the figure behind *phrase* (white space taken out), or ``""``."""
    match = _BEFORE.search(phrase) or _MORE_OR_LESS.search(phrase)
    if match is not None:
        return match[1]
    thing = _WITH_THING.search(phrase)
    return thing[1] if thing is not None and not _NOT_A_THING.search(thing[2]) else ""


def is_flat(phrase: str) -> bool:
    """Whether what follows a figure says that it has not changed (持平)."""
    return _FLAT.search(phrase) is not None


def without_direction(phrase: str) -> str:
    """*phrase* without its comparison and the direction word at its end: what goes up or down, if it is named."""
    return _BEFORE.sub("", _MORE_OR_LESS.sub("", _COMPARED.sub("", phrase, count=1), count=1))
