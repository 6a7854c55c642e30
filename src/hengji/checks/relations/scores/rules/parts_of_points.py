"""Points earned in proportion to what was done, in words of any kind: 计划25个，实际建成22个，6分，按完成率计分，
得5.82分; 每个3分，按完成比例得分：①目标24个，实际16个，得2分……; 完成288户，按完成率计分 in a row, and elsewhere
the goal of 300户.

Every rate and every pair of counts told acquits; only where none gives the score is it wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.items_of_points import POINTS_OF, Item, items_of_points
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.rubrics import RubricRow, rubrics_of
from hengji.facts.numbers import plain, read_number, round_half_up
from hengji.facts.relation import Figure, Relation

__all__ = ["parts_of_points"]

_RATE_WORD: Final = "(?:完成|办结|及时|到位|执行|实现|达标|合格|支付|开工|完工|按期[^，。；×*]{0,4})"
_BY_SHARE: Final = re.compile(
    rf"按(?:照)?(?:实际)?{_RATE_WORD}?(?:数|量|值)?(?:占[^，。；]{{1,8}}?的?)?(?:的)?(?:比例|比率|率)(?:[×*乘]以?分值)?(?:折算|计算|计|记|给|得|赋|确定)"
    rf"|按(?:照)?比例(?:计|得|折)|分值\s?[×*]\s?[^，。；\d×*]{{0,6}}率|{_RATE_WORD}率?\s?[×*]\s?(?:指标)?分值"
    r"|实际完成数占目标数的比例"
)
_OTHER: Final = re.compile(
    "扣|另|此外|加分|满分|不得分|以上|以下|加权|权重|平均|上年|超过|调整|其中|酌情|各占|得0分|压减|降低|1-|1－|（1|①|一是"
)
_N: Final = r"\d[\d,]*(?:\.\d{1,4})?"
_UNIT: Final = r"[万亿]?(?:公里|千米|平方米|立方米|人次|场次|家次|户次|[\u4e00-\u9fff])"
_COUNTED: Final = re.compile(rf"(?<![\d.,])(?P<n>{_N})\s?(?P<u>{_UNIT})")
_NO_COUNT: Final = frozenset("分年月日级")
_PERCENT: Final = re.compile(r"(?<![\d.])(?P<rate>\d{1,3}(?:\.\d{1,4})?)\s?[%％]")
_AIM: Final = re.compile("(?:目标|标准|计划|应达)(?:值|为|是|：)?$")
_AIMED: Final = re.compile(
    rf"(?:目标|计划|任务|应)[^，。；\d]{{0,10}}(?P<t>{_N})\s?(?P<u>{_UNIT})[^，。；\d]{{0,6}}[，,；、][^，。；\d]{{0,14}}?"
    rf"(?:实际|完成|实现|已)[^，。；\d]{{0,10}}(?P<a>{_N})\s?(?P=u)"
)
_EACH: Final = re.compile(
    r"(?:每[个项](?:指标)?|各)(?:均)?(?:分值|满分)?(?:为|占)?\s?(?P<points>\d{1,2}(?:\.\d)?)\s?分(?P<rule>[^。；\n①-⑳]{0,40})"
)
_MARKED: Final = re.compile(
    r"(?:^|[\n；：:])\s*(?:[①-⑳]|[（(]\d{1,2}[）)]|\d{1,2}[.、])(?P<text>[^\n①-⑳]*?)(?=[；。]|\n|$)", re.MULTILINE
)
_ITEM_LINE: Final = re.compile(r"\n\s*(?:[①-⑳]|[（(]\d{1,2}[）)]|\d{1,2}[.、．])[^\n]*")
_SCORE: Final = re.compile(r"[，,](?:实|自评|应)?得分?\s?(?P<score>\d{1,2}(?:\.\d{1,3})?)\s?分")
_LATE: Final = re.compile(
    r"(?:^|(?<=[\n。；、]))\s*(?P<name>[^，。；\n]{2,24})[，,](?P<text>[^。；\n]{4,80}?)[，,](?:满分|分值)?(?P<points>\d{1,2}(?:\.\d)?)\s?分[，,]"
    r"(?P<rule>按[^，。；\n]{2,16})[，,](?:实|自评)?得分?(?P<score>\d{1,2}(?:\.\d{1,3})?)\s?分"
)
"""计划25个，实际建成22个，6分，按完成率计分，得5.82分: the points stand behind what was done."""
_DONE: Final = re.compile(rf"(?:完成|实际|建成|改造|实现)了?(?P<n>{_N})\s?(?P<u>{_UNIT})")
_SENTENCE: Final = re.compile(r"[^\n]+")
_ROLES: Final = (("points", "points"), ("data", "text"), ("score", "score"))
_LATE_ANCHOR: Final = re.compile(r"分[，,]按")
_NEAR, _WORD, _BACK, _FEWEST = 160, 4, 18, 2
_SLACK: Final = Fraction(1, 20)  # by which full marks must surpass what was earned


def parts_of_points(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, errors all."""
    flow = flowing(context)
    for item in items_of_points(context):
        if _BY_SHARE.search(item.text) and not _OTHER.search(item.text):
            yield from _of_item(flow, item)
    for match in matches_near(_LATE, _LATE_ANCHOR, flow.text, _NEAR):
        if _BY_SHARE.search(match["rule"]) and not _OTHER.search(match["text"]):
            yield from _points_late(context, flow, match)
    for match in _EACH.finditer(flow.text) if "按" in flow.text else ():
        if _BY_SHARE.search(match["rule"]) and not _OTHER.search(match["rule"]):
            yield from _of_list(context, flow, match)
    for line in _SENTENCE.finditer(flow.text):
        if _BY_SHARE.search(line[0]) and context.table_at(flow.place(line.start())) is None:
            yield from _with_points_of_row(context, flow, line)


# ------------------------------------------------------------------------------------------------------ one indicator
def _of_item(flow: Flowing, item: Item) -> Iterator[Relation]:
    if item.score is None or item.score_figure is None or item.points <= 0 or item.is_branch:
        return
    if any(Fraction(one["n"]) not in (item.score, item.points) for one in POINTS_OF.finditer(item.text)):
        return
    ratios = _ratios(item.text)
    if not ratios and item.tabled:
        ratios = _elsewhere(flow, item)
    if not ratios or len(ratios) > _FEWEST or min(ratios) >= 1 or any(_gives(item, ratio) for ratio in ratios):
        return
    yield _relation(
        item.name, item.points, item.score, min(ratios), (item.points_figure, item.place, item.score_figure)
    )


def _points_late(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    place = [piece(context, role, *flow.of(match, group)) for role, group in _ROLES]
    item = Item(
        match["name"], match["text"], Fraction(match["points"]), Fraction(match["score"]), place[0], place[2], place[1],
        False,
    )  # fmt: skip
    yield from _of_item(flow, item)


def _ratios(text: str) -> list[Fraction]:
    """What was done over what was to be done: told as a rate, or as two counts in one unit."""
    counts = [
        (value, one["u"])
        for one in _COUNTED.finditer(text)
        if one["u"][-1] not in _NO_COUNT and (value := read_number(one["n"].replace(",", ""))) is not None
    ]
    pairs = [a / b for (a, u), (b, v) in permutations(counts, 2) if u == v and 0 < a <= b]
    rates = [Fraction(one["rate"]) / 100 for one in _PERCENT.finditer(text) if not _AIM.search(text[: one.start()])]
    return list(dict.fromkeys([*rates, *pairs]))


def _elsewhere(flow: Flowing, item: Item) -> list[Fraction]:
    """The goal that the text tells by the name of the indicator, larger than what was done."""
    done = _DONE.search(item.text)
    if done is None or len(_COUNTED.findall(item.text)) != 1:
        return []
    value = Fraction(done["n"].replace(",", ""))
    words = {item.name[at : at + _WORD] for at in range(len(item.name) - _WORD + 1)}
    goals = set()
    for one in re.finditer(rf"(?<![\d.,])(?P<n>{_N})\s?{done['u']}", flow.text):
        before = re.split("[，。；、\n]", flow.text[max(0, one.start() - _BACK) : one.start()])[-1]
        if any(word in before for word in words):
            goals.add(Fraction(one["n"].replace(",", "")))
    return [value / goal for goal in goals if goal > value] if len(goals - {value}) == 1 else []


def _gives(item: Item, ratio: Fraction) -> bool:
    """Whether the ratio gives the score, rounded or cut off to the decimals that it is written with."""
    earned = item.points * min(ratio, Fraction(1))
    if item.score is None:
        return False
    if item.score == item.points:
        return item.points - earned < _SLACK
    return abs(earned - item.score) < Fraction(1, 10**item.decimals) + item.points / 20000


# --------------------------------------------------------------------------------------------------- a list of several
@dataclass(frozen=True, slots=True)
class _One:
    name: str
    score: Fraction
    ratio: Fraction
    place: Span
    data: Span

    def holds(self, points: Fraction) -> bool:
        earned = points * self.ratio
        return abs(earned - self.score) < Fraction(1, 100) or earned == self.score


def _of_list(context: Context, flow: Flowing, head: re.Match[str]) -> Iterator[Relation]:
    """Every indicator has so many points, in proportion; whole marks for a goal that was missed are no rounding."""
    points = Fraction(head["points"])
    ones = list(_listed(flow, head))
    short = [one for one in ones if one.ratio < 1]
    right = [one for one in short if one.holds(points)]
    if len(ones) < _FEWEST or not right or len(right) * 2 < len(short):
        return
    for one in short:
        full = one.score == points and points - points * one.ratio >= _SLACK
        off = abs(points * one.ratio - one.score) >= Fraction(1, 2) or len(plain(one.score).partition(".")[2]) > 1
        if one not in right and (full or off):
            figures = (
                piece(context, "points", *flow.of(head, "points")),
                piece(context, "data", *flow.span(*one.data)),
                piece(context, "score", *flow.span(*one.place)),
            )
            yield _relation(one.name, points, one.score, one.ratio, figures)


def _listed(flow: Flowing, head: re.Match[str]) -> Iterator[_One]:
    end = flow.text.find("\n", head.end())
    end = end if end >= 0 else len(flow.text)
    following = _ITEM_LINE.match(flow.text, end)
    while following is not None:
        end = following.end()
        following = _ITEM_LINE.match(flow.text, end)
    for match in _MARKED.finditer(flow.text, head.end(), end):
        aimed, scored = _AIMED.search(match["text"]), _SCORE.search(match["text"])
        if aimed is None or scored is None or _OTHER.search(match["text"]):
            continue
        target, actual = (Fraction(aimed[name].replace(",", "")) for name in ("t", "a"))
        if target <= 0:
            continue
        at = match.start("text")
        yield _One(
            re.split("[，,]", match["text"])[0].strip(), Fraction(scored["score"]), min(actual / target, Fraction(1)),
            (at + scored.start("score"), at + scored.end("score")), (at + aimed.start("a"), at + aimed.end("a")),
        )  # fmt: skip


# ------------------------------------------------------------------------ points that only the table of scores has
def _with_points_of_row(context: Context, flow: Flowing, line: re.Match[str]) -> Iterator[Relation]:
    """按分值×及时率计分，得4.83分, and in the table 完工及时性｜5｜4.83."""
    scores, rates = list(_SCORE.finditer(line[0])), list(_PERCENT.finditer(line[0]))
    told = bool(re.search(r"\d\s?分(?![之值])", _SCORE.sub("", line[0])))
    if len(scores) != 1 or len(rates) != 1 or told or _OTHER.search(line[0]):
        return
    score, ratio = Fraction(scores[0]["score"]), Fraction(rates[0]["rate"]) / 100
    rows = [(row, name) for row, name in _rows(context) if row.scores and _is_row(row, name, score, line[0])]
    if len({name for _, name in rows}) != 1 or ratio >= 1:
        return
    row, name = rows[0]
    decimals = len(scores[0]["score"].partition(".")[2])
    if (
        row.points is None
        or abs(row.points.value * ratio - score) < Fraction(1, 10**decimals) + row.points.value / 20000
    ):
        return
    start = line.start()
    figures = (
        row.points.figure("points"),
        piece(context, "data", *flow.span(start + rates[0].start("rate"), start + rates[0].end("rate"))),
        piece(context, "score", *flow.span(start + scores[0].start("score"), start + scores[0].end("score"))),
    )
    yield _relation(name, row.points.value, score, ratio, figures)


def _rows(context: Context) -> Iterator[tuple[RubricRow, str]]:
    for rubric in rubrics_of(context):
        for row, _, _ in rubric.awarded():
            yield row, row.name


def _is_row(row: RubricRow, name: str, score: Fraction, line: str) -> bool:
    """Whether the row has that score, and its name, but for the last letter, stands in the line."""
    named = any(name[at : at + _WORD] in line for at in range(len(name) - _WORD + 1))
    return named and any(one is not None and one.value == score for one in row.scores)


def _relation(name: str, points: Fraction, score: Fraction, ratio: Fraction, figures: Sequence[Figure]) -> Relation:
    share, right = plain(round_half_up(ratio * 100, 2)), plain(round_half_up(points * min(ratio, Fraction(1)), 2))
    message = f"“{name}”分值 {plain(points)} 分，完成 {share}%，按比例应得 {right} 分，文中为 {plain(score)} 分。"
    return rule_relation("error", tuple(figures), f"{plain(points)} × {share}%", right, message, "得分、数据之一有误。")
