"""Scores as running text tells them one after the other: name, points where told, score, or what was taken off.

“决策15分，得14.5分”, “过程（20分）拿到18分”, “产出得33.2分”, “效益扣1.3分”, “得分依次为14.5、18、33.2分”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing

__all__ = ["Entry", "told_entries"]

_N: Final = r"\d{1,3}(?:\.\d{1,4})?"
_FIGURE: Final = re.compile(
    rf"(?<![\d.,/])({_N})\s?分(?![之值数制项类批头钟管布别期级配析公工段]|（)(?!\s?[×*÷/])|(?<![\d.,/])({_N})\s?分(?=（)"
)
_SERIES: Final = re.compile(
    rf"(?:依次|分别)(?:[计评]?得分?|为|是|评得)*\s?((?:{_N}\s?分?[、，]){{1,9}}(?:[和及])?{_N})(?=\s?分?[，。；、）])"
)
_OPEN: Final = re.compile(r"（(?:满分|分值|权重|总分|标准分|共|计)*(?:为|是|：)?\s?$")
_POINTS: Final = re.compile(
    r"(?:满分|分值|标准分值?|权重|配分|标准分数|(?<=[\u4e00-\u9fff])(?<!效)应得|总共给|共给|一共给|每[问项]|各)(?:都|均|各)?(?:为|是|共|计|：|占)?\s?$|(?:占|给)\s?$"
)
_OFF: Final = re.compile(r"(?:扣减?|失|丢|减|核减|调减|扣除|少|扣去|扣掉)(?:了|分|去|掉|得分)?(?:合计|共|为)?\s?$")
_OFF_LIST: Final = re.compile(r"(?:扣分|失分|丢分|失去的?分|少在|扣在)[^，。；：\d]{0,8}(?:[：:]|分别为?|为)")
_EARNED_NEXT: Final = re.compile(
    rf"\s?[）]?[，、：]?(?:[^，。；、\d（）]{{0,8}}[，、])?(?:[^，。；、\d（）]{{0,8}})?(?:得|拿|获|评|打|给)(?:了|到|出|分|为|的|得)*\s?({_N})\s?分"
)
_BEHIND: Final = re.compile(rf"（(?:满分|分值|权重|总分|标准分|共|计)?(?:为|是|：)?\s?({_N})\s?分?）")
_RULE: Final = re.compile(
    r"^\s?(?:及?以[上下内]|至|到|—|～|~|－|-(?=\d)|起(?!来)|封顶|为限|的(?!得分率)|为(?:优|良|中|差|合格|不合格))|^\s?（(?:含|不含)"
)
_NOT_SCORE: Final = re.compile(
    r"每|不低于|不少于|高于|低于|超过|达到|上年|去年|比上|提高|下降|平均|第[一二三四]名|最高加|最多|加权|标准为|以下|均分|高了|低了|差|[≥≤<>～~—－-]\s?$|得满分|不得分|否则"
)
_GOT: Final = re.compile(
    r"(?:实际|自评|评价|核查|本项|该项|指标|只|仅|共|实|就|也|都|均|拿|获|评|打|给|得|计|为|了|到|出|分|折合?|【|】|）|：|\s)*"
)
"""What may stand between points and their score: no other name."""
_VERB: Final = re.compile("(?:打|拿|得|赋|评|给|获)(?:了|到|得|分|出)*$")
_BRANCH: Final = re.compile(
    "投入|决策|过程|产出|效[益果能]|管理|指标|数量|质量|时效|成本|满意|预算|资金|项目|制度|性|率|度|防|组|半|问"
)
_SHORT: Final = 8
_LEAD: Final = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """`lead`: the words in front of it since the entry before; `kind`: score, points, off, or other. `at` and `end` are
    offsets in the flowing text; `points` are those that belong to a score."""

    kind: str
    value: Fraction
    text: str
    lead: str
    at: int
    end: int
    points: Fraction | None = None

    def span(self, flow: Flowing) -> Span:
        return flow.span(self.at, self.at + len(self.text))


def told_entries(context: Context) -> tuple[tuple[Entry, ...], ...]:
    """The entries of each line of the flowing text outside tables, scores joined with their points."""
    return context.once(told_entries, lambda: tuple(_lines(context)))


def _lines(context: Context) -> Iterator[tuple[Entry, ...]]:
    flow = flowing(context)
    for line in re.finditer(r"[^\n]+", flow.text):
        if "分" in line[0] and context.table_at(flow.place(line.start())) is None:
            found = tuple(_joined(list(_entries(flow.text, *line.span()))))
            if found:
                yield found


def _entries(text: str, start: int, end: int) -> Iterator[Entry]:
    series = {
        match.start(1) + one.start(): match.end(1)
        for match in _SERIES.finditer(text, start, end)
        for one in re.finditer(_N, match[1])
    }
    places = {match.start(match.lastindex or 1): match.end() for match in _FIGURE.finditer(text, start, end)}
    places |= {at: at + len(_number(text, at)) for at in series if at not in places}
    before, kind, off = start, "", False
    for at in sorted(places):
        lead = text[max(before, at - _LEAD) : at]
        number, behind = _number(text, at), text[places[at] : places[at] + _LEAD]
        listed = at in series and lead.strip("、，和及分 ") == ""
        kind = kind if listed and kind else _kind(lead, behind, Fraction(number))
        off = kind == "score" and (
            _OFF_LIST.search(lead) is not None or (off and not re.search("[。；]|得|总分", lead))
        )
        yield Entry("off" if off else kind, Fraction(number), number, "" if listed else lead, at, places[at])
        before = places[at]


def _number(text: str, at: int) -> str:
    found = re.compile(_N).match(text, at)
    return found[0] if found is not None else ""


def _kind(lead: str, behind: str, value: Fraction) -> str:
    clause = re.split("[。；，、：]", lead)[-1]
    if _RULE.match(behind) or _NOT_SCORE.search(clause):
        return "other"
    if _OPEN.search(lead) or _POINTS.search(clause):
        return "points"
    if _OFF.search(clause):
        return "off"
    earned = re.search(r"(?:得|拿|获|评|打|自评)(?:了|到|出|分|为|的|得|：)*\s?$", clause)
    following = _EARNED_NEXT.match(behind) if earned is None else None
    return "points" if following is not None and Fraction(following[1]) <= value else "score"


def _is_its_own(words: str) -> bool:
    """Whether a score with *words* in front of it is that of the points before: no other indicator is named."""
    return _GOT.fullmatch(words) is not None or (
        len(words) <= _SHORT and _VERB.search(words) is not None and not _BRANCH.search(words)
    )


def _joined(found: list[Entry]) -> Iterator[Entry]:
    """A score with the points right before it, or in the bracket right behind it."""
    at = 0
    while at < len(found):
        one, following = found[at], found[at + 1] if at + 1 < len(found) else None
        near = following is not None and len(following.lead) <= _LEAD // 2 and not re.search("[。；]", following.lead)
        if (
            one.kind == "points"
            and near
            and following is not None
            and following.kind == "score"
            and (following.value <= one.value and _is_its_own(re.split("[，、；。）]", following.lead)[-1]))
        ):
            yield Entry(
                "score",
                following.value,
                following.text,
                one.lead + following.lead,
                following.at,
                following.end,
                one.value,
            )
            at += 2
        elif (
            one.kind == "score"
            and near
            and following is not None
            and following.kind == "points"
            and (_OPEN.search(following.lead) and len(following.lead) < 8 and one.value <= following.value)
        ):
            yield Entry("score", one.value, one.text, one.lead, one.at, following.end, following.value)
            at += 2
        else:
            yield one
            at += 1
