"""How often something was done, and when: 共完成考评5次（一、二、三、四季度各一次）; and how many hours a week a house
is open: 周一闭馆，每天9:00至17:00，每周合计开放56小时."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["occasions"]

_N: Final = r"\d{1,3}|[一两二三四五六七八九十]{1,3}"
_TIMES: Final = "次|期|批次?|轮|场次?|回|遍"
_WHEN: Final = (
    r"(?P<when>[一二三四1234](?:、[一二三四1234]){1,3}[、和]?[一二三四1234]?季度|四个季度|上、?下半年|"
    r"\d{1,2}月?(?:、\d{1,2}月?){1,11}(?:[和及]\d{1,2})?月份?|\d{1,2}月?(?:—|-|－|至|到|~|～)\d{1,2}月份?)"
)
_EACH: Final = (
    r"(?:份|末)?(?:每月|每季度?|都|均|各)+(?:自|进行|开展|召开|组织|举办|完成|安排|考评|检查|编发)?(?:了)?"
    rf"(?P<each>{_N})(?P<unit>{_TIMES})"
)
_COUNT: Final = rf"(?P<n>(?<![\d.])\d{{1,3}}|[两二三四五六七八九十]{{1,3}})(?P<unit2>{_TIMES})"
_AHEAD: Final = near(
    re.compile(rf"{_COUNT}[^，。；：（）\d]{{0,10}}[（，：](?:即|分别[是为]|其中)?{_WHEN}{_EACH}(?=[）。，；])"),
    "(?:每月|每季|都|均|各)",
    160,
)
_BEHIND: Final = near(
    re.compile(rf"{_WHEN}{_EACH}[，）][^，。；\d]{{0,14}}(?:共计?|合计|总计|累计)[^，。；\d]{{0,8}}?{_COUNT}"),
    "(?:每月|每季|都|均|各)",
    160,
)
_DAYS: Final = re.compile(
    r"周([一二三四五六日天])(?:至|到|—|-|～)周?([一二三四五六日天])(?!闭)[^，。；\d]{0,6}(?:开|对外)?"
)
_CLOSED: Final = re.compile(
    r"(?:每?周|星期)([一二三四五六日天])(?:为)?(?:全天)?(?:例行)?(?:闭馆|休馆|闭园|休息|不开放)"
)
_SEVEN: Final = re.compile("全年无休|每周7天|每周七天|天天开放|周一至周日(?:全部)?开放")
_HOURS: Final = re.compile(
    r"(?:每[天日])[^，。；\d]{0,10}(?P<h1>\d{1,2})[:：](?P<m1>\d{2})\s?(?:至|到|—+|-|–|~|～)\s?(?P<h2>\d{1,2})[:：](?P<m2>\d{2})"
)
_WEEKLY: Final = re.compile(
    r"每周(?:合计|共计?|累计|总计|实际)?(?:开放|开馆|服务|运行|对外开放)?(?:时间)?(?:达到?|为|共计?|合计|累计)*(?P<n>\d{1,3}(?:\.\d)?)\s?(?:个)?小时"
)
_PAUSE: Final = re.compile(
    r"午休|中午(?:闭|休)|\d{1,2}[:：]\d{2}[^。]{0,12}\d{1,2}[:：]\d{2}[^。]{0,12}\d{1,2}[:：]\d{2}"
)
_MEETING: Final = near(
    re.compile(
        r"(?P<m>\d{1,2})月(?P<a>\d{1,2})日(?:至|到|—+|-|－|～)(?:(?P=m)月)?(?P<b>\d{1,2})日[^。；上下晚午报\d]{0,12}会期(?:共|为)?\s?"
        r"(?P<n>\d{1,2}|[两二三四五六七])天"
    ),
    "会期",
    80,
)
_ONE_EACH: Final = near(
    re.compile(
        rf"(?P<a>{_N})(?P<u>[场期次])[^。；]{{0,24}}?(?:涉及|涵盖|覆盖|分)(?P<n>{_N})个(?P<x>[\u4e00-\u9fff]{{2,4}})，一(?P=u)一个"
    ),
    "一[场期次]一个",
    80,
)
_WEEK: Final = "一二三四五六日"
_REACH: Final = 160


def occasions(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all: the occasions listed, each so often, against the number of them."""
    flow = flowing(context)
    for pattern in (_AHEAD, _BEHIND):
        for match in pattern.finditer(flow.text):
            place = flow.of(match, "n")
            times, each = _occasions(match["when"]), whole_number(match["each"])
            said = whole_number(match["n"])
            same = match["unit"][0] == match["unit2"][0]
            if same and times and each and said != times * each and place[0] not in settled:
                yield _relation(
                    context,
                    flow.of(match, "when"),
                    place,
                    str(times * each),
                    f"{match['when']}各{match['each']}{match['unit']}",
                )
    for match in _MEETING.finditer(flow.text):
        days = int(match["b"]) - int(match["a"]) + 1
        ahead = flow.sentence(match.start(), match.end()).split("会期")[0]
        if 0 < days != whole_number(match["n"]) and not re.search("[上下]午|晚|报到|预备", ahead):
            place = flow.span(match.start("a"), match.end("b"))
            yield _relation(
                context, place, flow.of(match, "n"), str(days), f"{match['a']} 日至 {match['b']} 日首尾都算"
            )
    for match in _ONE_EACH.finditer(flow.text):
        if whole_number(match["a"]) != whole_number(match["n"]):
            basis = f"{match['a']}{match['u']}，一{match['u']}一个{match['x']}"
            yield _relation(context, flow.of(match, "a"), flow.of(match, "n"), match["a"], basis)
    yield from _hours(context, flow)


def _occasions(words: str) -> int:
    span = re.match(r"(\d{1,2})月?(?:—|-|－|至|到|~|～)(\d{1,2})月", words)
    if span is not None:
        return max(int(span[2]) - int(span[1]) + 1, 0)
    if words.startswith(("上", "四个")):
        return 2 if words[0] == "上" else 4
    return len(set(re.findall(r"\d{1,2}|[一二三四]", words)))


def _hours(context: Context, flow: Flowing) -> Iterator[Relation]:
    for match in _WEEKLY.finditer(flow.text):
        start = max(flow.text.rfind("\n", 0, match.start()), match.start() - _REACH, 0)
        words = flow.text[start : match.start()]
        hours = list(_HOURS.finditer(words))
        days = _days(words)
        if len(hours) != 1 or not days or _PAUSE.search(words):
            continue
        one = hours[0]
        minutes = (int(one["h2"]) - int(one["h1"])) * 60 + int(one["m2"]) - int(one["m1"])
        total = Fraction(minutes * days, 60)
        if minutes > 0 and total != Fraction(match["n"]):
            place = flow.span(start + one.start("h1"), start + one.end("m2"))
            yield _relation(
                context,
                place,
                flow.of(match, "n"),
                plain(total),
                f"每周 {days} 天、每天 {plain(Fraction(minutes, 60))} 小时",
            )


def _days(words: str) -> int:
    """The days of a week on which the house is open; 0 where that is not told, or told in two ways."""
    spans = {_span(one) for one in _DAYS.finditer(words)}
    closed = {one[1] for one in _CLOSED.finditer(words)}
    if len(spans) == 1 and not (closed and 7 - len(closed) != next(iter(spans))):
        return next(iter(spans))
    if not spans and closed:
        return 7 - len(closed)
    return 7 if not spans and _SEVEN.search(words) else 0


def _span(match: re.Match[str]) -> int:
    first, last = (_WEEK.index(one.replace("天", "日")) for one in match.groups()[:2])
    return (last - first) % 7 + 1


def _relation(context: Context, witness: Span, stated: Span, right: str, basis: str) -> Relation:
    said = context.document.text[slice(*stated)]
    message = f"{basis}，合计应为 {right}，文中为 {said}。请核对次数（时数）或所列的各次。"
    figures = (piece(context, "part", *witness), piece(context, "stated", *stated))
    return Relation("count", "error", figures, basis, right, said, message, "合计误写，或所列的各次有误。", "high")
