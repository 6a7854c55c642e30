"""What changed from one scheme to another, in the words of the field, each change with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from hengji.rules.scheme import Scheme
from hengji.workflows.scheme_data import Data, scheme_data

__all__ = ["Change", "changes"]

_ADDED: Final = "新增"
_REMOVED: Final = "删除"

_TOP: Final = {
    "scheme": "编号",
    "title": "标题",
    "jurisdiction": "行政区划",
    "valid_from": "起始年度",
    "valid_to": "截止年度",
    "basis": "依据",
    "score_places": "得分小数位",
    "rate_places": "比率小数位",
    "floor": "总分下限",
    "ceiling": "总分上限",
    "note": "说明",
}
_INDICATOR: Final = {
    "points": "分值",
    "standard": "评分标准",
    "applies": "适用条件",
    "otherwise": "不适用时",
    "basis": "依据",
    "meaning": "含义",
    "note": "说明",
}
_DATA: Final = {
    "kind": "种类",
    "unit": "单位",
    "period": "期间",
    "source": "来源",
    "signed": "可为负",
    "note": "说明",
}
_ADJUSTMENT: Final = {"each": "每次分数", "cap": "累计上限", "one_per": "同一事项", "text": "说明"}
_LISTS: Final = (
    ("grades", "等级", {"range": "分数范围"}),
    ("data", "数据项", _DATA),
    ("adjustments", "加减分项", _ADJUSTMENT),
    ("vetoes", "一票否决", {"result": "后果", "text": "说明"}),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `before` is empty for what is new, `after` for what is gone."""

    group: str
    place: str
    what: str
    before: str = ""
    after: str = ""

    def as_data(self) -> Data:
        return {
            "group": self.group,
            "place": self.place,
            "what": self.what,
            "before": self.before,
            "after": self.after,
        }


def changes(old: Scheme, new: Scheme) -> tuple[Change, ...]:
    """Every difference: the scheme itself, its indicators in their order, then grades, data, adjustments."""
    before, after = scheme_data(old), scheme_data(new)
    found = [*_fields("方案", "", before, after, _TOP), *_indicator_changes(before, after)]
    for key, group, words in _LISTS:
        found += _list_changes(group, _named(before, key), _named(after, key), words)
    return tuple(found)


def _fields(group: str, place: str, before: Data, after: Data, words: dict[str, str]) -> Iterator[Change]:
    for key, word in words.items():
        if before[key] != after[key]:
            yield Change(group, place, word, _text(before[key]), _text(after[key]))


def _text(value: object) -> str:
    return "；".join(str(item) for item in value) if isinstance(value, list) else str(value)


def _named(data: Data, key: str) -> dict[str, Data]:
    return {str(item["name"]): item for item in cast("list[Data]", data[key])}


def _list_changes(
    group: str, before: dict[str, Data], after: dict[str, Data], words: dict[str, str]
) -> Iterator[Change]:
    first = next(iter(words))
    for name in dict.fromkeys([*before, *after]):
        if name not in after:
            yield Change(group, name, _REMOVED, _text(before[name][first]))
        elif name not in before:
            yield Change(group, name, _ADDED, "", _text(after[name][first]))
        else:
            yield from _fields(group, name, before[name], after[name], words)


def _indicator_changes(before: Data, after: Data) -> Iterator[Change]:
    """Indicators by path; one that only stands elsewhere is told as moved, with what else changed in it."""
    old, new = _by_path(before), _by_path(after)
    moved = _moved([path for path in old if path not in new], [path for path in new if path not in old])
    came_from = {there: here for here, there in moved.items()}
    for path in dict.fromkeys([*old, *new]):
        if path in moved:
            continue
        if path not in new:
            yield Change("指标", path, _REMOVED, f"{old[path]['points']}分")
        elif path in old:
            yield from _fields("指标", path, old[path], new[path], _INDICATOR)
        elif path in came_from:
            yield Change("指标", path, "位置", came_from[path], path)
            yield from _fields("指标", path, old[came_from[path]], new[path], _INDICATOR)
        else:
            yield Change("指标", path, _ADDED, "", f"{new[path]['points']}分")


def _by_path(data: Data) -> dict[str, Data]:
    return {"/".join(cast("list[str]", item["path"])): item for item in cast("list[Data]", data["indicators"])}


def _moved(gone: list[str], come: list[str]) -> dict[str, str]:
    """Old path → new path, where the last name is the same and is used once on either side."""
    here, there = [_last(path) for path in gone], [_last(path) for path in come]
    return {
        path: come[there.index(name)]
        for path, name in zip(gone, here, strict=True)
        if here.count(name) == there.count(name) == 1
    }


def _last(path: str) -> str:
    return path.rsplit("/", 1)[-1]
