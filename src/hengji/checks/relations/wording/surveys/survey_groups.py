"""Groups of those asked: “其中线上298份、线下102份”, “男性176人，女性224人”. They add up to a count that is stated, and
the satisfied ones of a group are a part of that group: “学生满意1391份，满意度93.86%”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.surveys.lists_apart import is_told_apart, made_by_lists, told_in_step
from hengji.checks.relations.wording.surveys.shares import judge, survey_relation
from hengji.checks.relations.wording.surveys.survey_counts import Count
from hengji.facts.numbers import percent
from hengji.facts.relation import Relation, Verdict

__all__ = ["WEIGHED", "group_rates", "groups", "own_rate"]

_NAME: Final = r"(?:\d{1,3}(?:[—\-~～至]\d{1,3})?(?:周?岁|年)(?:及?以[上下])?)?[A-Z]?[\u4e00-\u9fff（）()“”]{0,16}?"
_BAR: Final = r"(?!.{0,12}(?:收回|回收|发放|发出|剔除|无效|满意|采纳|走访|合计|共计|另|其余))"
_SHARE: Final = r"(?:[，,]?[（(]?占[^，,、；。（）()]{0,10}\d[\d.]*\s*[%％][)）]?)?"
_ITEM: Final = (
    rf"{_BAR}({_NAME})(?:有|为|共)?\s*((?<![\d,])(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}))\s*(份|人|户|名|家){_SHARE}"
)
_RUN: Final = re.compile(
    rf"(?:(?<=[：:；;。，,（(中是为])|^){_ITEM}(?:[、，,和及]+\s*{_ITEM}){{1,9}}(?=[；;。，,、）)\n]|$)", re.MULTILINE
)
_ONE: Final = re.compile(_ITEM)
_MORE: Final = re.compile("等|其余|另|主要|多数")
_PAIRS: Final = (("男", "女"), ("线上", "线下"), ("扫码", "纸质"), ("网络", "现场"), ("城", "农"), ("城", "乡"))
_COUNTED: Final = (
    r"(?P<name>(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,16}?)(?:有|为|共)?\s{0,2}"
    r"(?P<n>\d{1,3}(?:,\d{3})+|\d{1,6})\s{0,2}(?:份|人|户|名|家|个)"
)
_GROUP: Final = re.compile(_COUNTED)
_LED: Final = re.compile(
    r"^(?:其中|另有|(?:发放|发出|收回|回收|回访|调查|走访|抽取|有效)[\u4e00-\u9fff]{0,2}?)(?=.{2})|(?:问卷|样本|答卷)?中?$"
)
_RATE: Final = (
    r"(?:其|该类?)?(?:满\s?意(?:度|率)|%s)(?:为|达到|达|是)?\s{0,2}(?P<rate>\d{1,3}(?:\.\d{1,4})?)\s{0,2}[%%％]"
)
_GROUP_SATISFIED: Final = re.compile(
    r"(?P<name>(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,16}?)(?:表示|选择|认为|感到)?满意的?(?:有|为|共)?\s{0,2}"
    r"(?P<n>\d{1,3}(?:,\d{3})+|\d{1,6})\s{0,2}(?:份|人|户|名|家|个)[，,（(]\s{0,2}" + _RATE % r"占[^，。；\d%％]{0,6}"
)
_SATISFIED_GROUP: Final = re.compile(_COUNTED + r"[（(，,]\s{0,2}" + _RATE % "满意的?占比")
_SATISFIED: Final = re.compile(r"满\s?意")
_REACH: Final = 60  # of either of the two around that word
_SOME_SATISFIED: Final = re.compile(r"满\s?意(?!度|率)[^。；\n]{0,60}$")
_OTHER_DEGREES: Final = re.compile("基本满意|比较满意|较满意|较为满意|非常满意|很满意|十分满意|不太满意|一般")
WEIGHED: Final = re.compile("加权|赋分|折算|权重|分值")
_APART: Final = re.compile("另行|另外|另据|另作|另有|此外|单独|同一调查|同一口径|口径不同|口径不一")
_EVERYBODY: Final = re.compile(
    r"社会|公众|群众|服务|受益|对象|受访|调查|问卷|总体|综合|整体|平均|全部|本次|本项目|项目|因此|据此|由此|其中|[其的总均者对各类]|按.{0,20}计算|经.{0,10}测算|计算|统计|结果|显示|表明|最终|得出|加权|评价|\d"
)
_PEOPLE: Final = re.compile(
    "企业|居民|村民|学[生员]|家长|师生|教师|农户|患者|老人|市民|读者|观众|游客|职工|干部|用户|商户|乘客|办事|申请人|儿童|残疾|困难|来访"
)
_BACK: Final = 400  # characters of a paragraph before a rate in which its group was counted
_FEWEST: Final = 3
_OTHER_GROUPS: Final = 2
_NEAR: Final = 4


def groups(context: Context, span: Span, wholes: Sequence[Count]) -> Iterator[Relation]:
    """Runs of two groups or more. One that misses every whole by a slip of one digit, or is more than all, is wrong;
    one that misses by more may leave groups out."""
    if not wholes:
        return
    text = context.document.text
    for match in _RUN.finditer(text, *span):
        items = [(one[1], int(one[2].replace(",", "")), one.span(2)) for one in _ONE.finditer(text, *match.span())]
        total = sum(number for _, number, _ in items)
        earlier = [one for one in wholes if not match.start() <= one[1][0] < match.end()]
        others = made_by_lists(text, match.end(), context.sentence_at(match.start())[1])
        earlier = [one for one in earlier if one[0] == total or one[0] not in others]
        if (
            len(items) < 2
            or not earlier
            or is_told_apart(text, match, items, total)
            or not _belongs(items, total, earlier)
        ):
            continue
        sentence = text[slice(*context.sentence_at(match.start()))]
        found = _relation(context, items, total, earlier, open_ended=_MORE.search(sentence) is not None)
        if found.verdict == "ok" or not told_in_step(text[match.start() : span[1]], {one[0] for one in earlier}):
            yield found


def _belongs(items: Sequence[tuple[str, int, Span]], total: int, wholes: Sequence[Count]) -> bool:
    """Whether the run can be the groups of a whole: it is one, or is near to one and of a kind that leaves none out."""
    if any(total == whole[0] for whole in wholes):
        return True
    names = [name for name, _, _ in items]
    opposite = any(len(names) == 2 and one in names[0] and other in names[1] for one, other in _PAIRS)
    near = any(abs(total - whole[0]) * _NEAR <= whole[0] for whole in wholes)
    return near and (opposite or len(items) >= _FEWEST or any("有效" in name for name in names))


def _relation(
    context: Context, items: Sequence[tuple[str, int, Span]], total: int, wholes: Sequence[Count], *, open_ended: bool
) -> Relation:
    number, place = min(wholes, key=lambda whole: (whole[0] != total, abs(whole[0] - total)))
    slip = str(abs(total - number)).rstrip("0")
    certain = not open_ended and (total > max(whole[0] for whole in wholes) or len(slip) == 1)
    verdict: Verdict = "ok" if number == total else "error" if certain else "suspicious"
    says = "相符" if verdict == "ok" else "请核对各组人数（份数）"
    return survey_relation(
        verdict,
        [*(piece(context, "part", *span) for _, _, span in items), piece(context, "stated", *place)],
        " + ".join(str(count) for _, count, _ in items),
        str(total),
        str(number),
        f"各组合计{total}，文中共{number}，{says}。",
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """The satisfied ones of a group, and the counts of the paragraph before: number, place, whether of that group."""

    match: re.Match[str]
    begin: int
    part: int
    name: str
    counted: Sequence[tuple[int, Span, bool]]

    @property
    def own(self) -> list[tuple[int, Span, bool]]:
        return [one for one in self.counted if one[2] and one[0] >= self.part > 0]

    def fits(self, whole: int) -> bool:
        return whole > 0 and judge(Fraction(self.part, whole), self.match["rate"]) != "error"

    @property
    def of_the_last(self) -> bool:
        """Whether the rate is that of the group's last count alone: of 发放 and 收回 of what came back."""
        own = self.own
        return len(own) > 1 and self.fits(own[-1][0]) and not any(self.fits(one[0]) for one in own[:-1])


def group_rates(context: Context) -> Iterator[Relation]:
    """The satisfied ones of a group over all of that group, which was counted before under the same name."""
    flow = flowing(context)
    told = [
        group
        for pattern in (_GROUP_SATISFIED, _SATISFIED_GROUP)
        for match in matches_near(pattern, _SATISFIED, flow.text, _REACH)
        if (group := _counted(flow, match, some=pattern is _SATISFIED_GROUP)) is not None
    ]
    for one in told:
        others = [other for other in told if other is not one and other.begin == one.begin]
        yield from _of_group(context, flow, one, others)


def _counted(flow: Flowing, match: re.Match[str], *, some: bool) -> _Group | None:
    """*some*: the words for satisfaction stand before the group."""
    begin = _begin(flow.text, match.start())
    if some and not _SOME_SATISFIED.search(flow.text[begin : match.start()]):
        return None
    name = _LED.sub("", match["name"])
    counted = [
        (int(one["n"].replace(",", "")), flow.of(one, "n"), _LED.sub("", one["name"]) == name)
        for one in _GROUP.finditer(flow.text, begin, match.start())
    ]
    return _Group(match, begin, int(match["n"].replace(",", "")), name, counted)


def _of_group(context: Context, flow: Flowing, group: _Group, others: Sequence[_Group]) -> Iterator[Relation]:
    """A rate on any count of the group holds, but for one on the questionnaires handed out, where the rates of two
    other groups are on those that came back."""
    match, own = group.match, group.own
    fits = next((one for one in own if group.fits(one[0])), None)
    if fits is not None and fits is not own[-1] and not group.fits(own[-1][0]):
        fits = None if sum(other.of_the_last for other in others) >= _OTHER_GROUPS else fits
    elsewhere = any(group.fits(one[0]) for one in group.counted if not one[2])
    before = flow.text[group.begin : match.start()]
    weighed = WEIGHED.search(flow.text[match.end() : match.end() + 20].split("。")[0])
    if not own or (fits is None and (elsewhere or weighed or _OTHER_DEGREES.search(before))):
        return
    verdict: Verdict = "error" if fits is None else "ok"
    whole, place, _ = fits or own[-1]
    computed = percent(Fraction(group.part, whole))
    says = "相符" if fits else "请核对"
    spans = (("part", flow.of(match, "n")), ("whole", place), ("stated", flow.of(match, "rate")))
    yield survey_relation(
        verdict,
        [piece(context, role, *span) for role, span in spans],
        f"{group.part} ÷ {whole}",
        computed,
        f"{match['rate']}%",
        f"“{group.name}”共{whole}，满意的{group.part}占{computed}，文中为{match['rate']}%，{says}。",
    )


def _begin(text: str, at: int) -> int:
    """Where the paragraph begins; a line that ends in a semicolon goes on in the next."""
    begin = text.rfind("\n", 0, at) + 1
    while begin > max(1, at - _BACK) and text[begin - 2] in "；，、":
        begin = text.rfind("\n", 0, begin - 1) + 1
    return max(begin, at - _BACK)


def own_rate(context: Context, span: Span, answered: int, rates: re.Pattern[str]) -> re.Match[str] | None:
    """The first satisfaction of the paragraph that is not told of others than those whose answers end at *answered*:
    此外，热线回访满意率…, 展览观众满意度另行抽样，满意率为…."""
    text = context.document.text
    for match in rates.finditer(text, *span):
        stop = max(text.rfind(mark, answered, match.start()) for mark in "。；")
        if stop < answered:
            return match
        told = re.sub(r"\s", "", text[stop + 1 : match.start()])
        apart = _APART.search(told + match[0] + text[match.end() : match.end() + 24].split("。")[0])
        subject = _EVERYBODY.sub("", told.rpartition("，")[2])
        named = re.sub(r"\s", "", text[span[0] : answered])
        pairs = [subject[at : at + 2] for at in range(len(subject) - 1)]
        if not apart and (not pairs or any(pair in named for pair in pairs) or not _PEOPLE.search(named)):
            return match
    return None
