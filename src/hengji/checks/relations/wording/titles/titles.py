"""One document number, two titles, or one title with its year and two numbers: one of them is misquoted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip, tight
from hengji.checks.relations.slips import shape
from hengji.checks.relations.wording.titles.two_numbers import two_numbers
from hengji.facts.relation import Relation

__all__ = ["find"]

_CITED = re.compile(
    r"《([^《》]{4,90}(?:《[^《》]{2,60}》[^《》]{0,30})?)》\s*[（(]\s*([\u4e00-\u9fff]{1,10})\s*[〔\[(（［]\s*(20\d{2})\s*[〕\])）］]\s*第?\s*(\d{1,4})\s*号"
)

_ASKED_FOR = re.compile(
    r"《[^《》\n]{0,30}关于(?:开展|做好|组织开展|组织)(?P<year>20\d\d)\s?年度?(?P<what>[^《》\n]{6,50}?)(?:的通知)》"
)
_ISSUED = re.compile(r"\s?[（(][^（）()]{0,12}[〔\[﹝（(]\s?20\d\d")
_YEAR = re.compile(r"20\d\d年")


_NUMBER = near(
    re.compile(
        r"(?P<issuer>[\u4e00-\u9fff]{2,10})\s{0,4}[〔\[(（［]\s*(?P<year>20\d{2})\s*[〕\])）］]\s*第?\s*(?P<number>\d{1,4})\s*号"
    ),
    r"[〔\[(（［]\s*20\d{2}\s*[〕\])）］]",
    60,
)
_SPAN = re.compile(
    r"《(?P<title>[^《》（）()\n]{4,60})[（(](?P<begin>20\d\d)年?\s?(?:[-—–~～－]{1,2}|至)\s?(?P<end>20\d\d)年?[）)](?:的通知)?》"
)
_ISSUED_IN = re.compile(
    r"(?P<issued>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?，?[^，。；《》\d]{0,12}(?:印发|下发|出台|发布|制定|批复|下达)了?[^，。；《》\d]{0,10}"
    r"《[^《》]{4,80}》\s?[（(][\u4e00-\u9fff]{2,12}[〔\[﹝]\s?(?P<numbered>20\d\d)\s?[〕\]﹞]"
)
_LEAST = 3  # characters that two issuers have in common
_SURE = 10  # the numbers of a year's first papers come again in every year


def find(context: Context) -> Iterator[Relation]:
    """What is cited twice."""
    yield from _two_titles(context)
    yield from _two_years_of_one_notice(context)
    told = list(two_numbers(context))
    yield from told
    known = {figure.start for one in told for figure in one.figures}
    yield from (one for one in _two_years(context) if not known & {figure.start for figure in one.figures})
    yield from _two_spans(context)
    yield from _issued_before(context)


def _two_spans(context: Context) -> Iterator[Relation]:
    """《某某攻坚方案（2021—2026年）》 and 《某某攻坚方案（2021—2025年）》: one plan, one time."""
    flow = flowing(context)
    cited: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _SPAN.finditer(flow.text):
        cited[_core(match["title"])].append(match)
    for first, *others in cited.values():
        usual = max((first, *others), key=lambda one: sum(_years(one) == _years(other) for other in (first, *others)))
        for other in (first, *others):
            if _years(other) == _years(usual) or not set(_years(other)) & set(_years(usual)):
                continue
            said, there = ("—".join(_years(one)) for one in (usual, other))
            yield slip(
                context,
                [flow.span(match.start("begin"), match.end("end")) for match in (usual, other)],
                "error",
                f"《{other['title']}》的起止年份一处是“{said}”，一处是“{there}”。同一方案只有一个期限，请核对原文。",
                rule="同一文件应是同一名称",
                expected=said,
                severity="medium",
                kind="repeat",
            )
            break


def _years(match: re.Match[str]) -> tuple[str, str]:
    return match["begin"], match["end"]


def _issued_before(context: Context) -> Iterator[Relation]:
    """2022年12月印发…（某政办发〔2023〕41号）: a paper's number is of the year in which it was issued."""
    flow = flowing(context)
    for match in _ISSUED_IN.finditer(flow.text):
        issued, numbered = int(match["issued"]), int(match["numbered"])
        if not issued < numbered <= issued + 1:
            continue
        yield slip(
            context,
            [flow.of(match, "issued"), flow.of(match, "numbered")],
            "error",
            f"文中说{issued}年印发，文号却是〔{numbered}〕。文号的年份是印发的年份，请核对。",
            rule="文号应是印发当年的",
            expected=f"〔{issued}〕",
            severity="medium",
            kind="year",
        )


def _two_years(context: Context) -> Iterator[Relation]:
    """审整改函〔2021〕49号 and (2022)49号 of one issuer, where a slip parts the years."""
    cited: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _NUMBER.finditer(context.document.text):
        if int(match["number"]) >= _SURE:
            cited[match["number"]].append(match)
    for number, (first, *others) in cited.items():
        for other in others:
            if first["issuer"][-_LEAST:] != other["issuer"][-_LEAST:] or not shape(first["year"], other["year"]):
                continue
            shown = [tight(match[0][len(match["issuer"]) - _LEAST :]) for match in (first, other)]
            yield slip(
                context,
                [first.span("year"), other.span("year")],
                "suspicious",
                f"同一发文机关的 {number} 号文，一处是“{shown[0]}”，一处是“{shown[1]}”。若是同一文件，请核对年份。",
                rule="同一文件应是同一文号",
                expected=first["year"],
                severity="medium",
                kind="repeat",
            )
            break


def _two_years_of_one_notice(context: Context) -> Iterator[Relation]:
    """《关于开展2022年度…自评工作的通知》 where the paper of 2023 was asked for by that on 2023年度…自评工作."""
    year, flow = context.facts.year, flowing(context)
    for match in _ASKED_FOR.finditer(flow.text):
        what = match["what"]
        if year is None or int(match["year"]) != year - 1 or not re.search("自评|评价|决算|预算", what):
            continue
        told = re.compile(rf"关于(?:开展|做好|组织开展|组织){year}\s?年度?{re.escape(what)}")
        numbered = _ISSUED.match(flow.text, match.end())
        if (there := told.search(flow.text)) is not None and numbered is None:
            yield slip(
                context,
                [flow.span(*there.span()), flow.of(match, "year")],
                "error",
                f"别处写的是{year}年度的通知，这里写作{match['year']}年度（“{what[:20]}”）。同一通知应是同一年度，请核对。",
                rule="同一文件应是同一名称",
                expected=str(year),
                likely=f"{match['year']}应为{year}",
                severity="medium",
                kind="year",
            )


def _two_titles(context: Context) -> Iterator[Relation]:
    """《title》（number〔year〕n号) against every other title with this number."""
    cited: dict[tuple[str, str, str], list[tuple[str, Span]]] = defaultdict(list)
    dated: dict[tuple[str, str], re.Match[str]] = {}
    for match in _CITED.finditer(context.document.text):
        core = _core(match[1])
        cited[match[2], match[3], match[4]].append((core, match.span(1)))
        first_match = dated.setdefault((match[2], core), match)
        if _YEAR.search(core) and first_match.groups()[2:] != match.groups()[2:]:
            yield _two_numbers(context, first_match, match)
    for (issuer, year, number), places in cited.items():
        first, where = places[0]
        for core, span in places[1:]:
            if core != first and core not in first and first not in core:
                text = context.document.text
                yield slip(
                    context,
                    [where, span],
                    "suspicious",
                    f"文号{issuer}〔{year}〕{number}号对应了两个文件名：《{tight(text[slice(*where)])}》与《{tight(text[slice(*span)])}》。"
                    "同一文号只有一个文件名，请核对原文。",
                    rule="同一文号应是同一文件",
                    expected=tight(text[slice(*where)]),
                    severity="medium",
                    kind="repeat",
                )
                break


def _two_numbers(context: Context, first: re.Match[str], other: re.Match[str]) -> Relation:
    """A notice on one year was issued once; alike but for one figure, its number was surely miswritten."""
    said, there = (f"{one[2]}〔{one[3]}〕{one[4]}号" for one in (first, other))
    alike = first[3] == other[3] or first[4] == other[4]
    return slip(
        context,
        [(first.start(2), first.end()), (other.start(2), other.end())],
        "error" if alike else "suspicious",
        f"《{tight(first[1])}》的文号一处是“{said}”，一处是“{there}”。同一文件只有一个文号，请核对原文。",
        rule="同一文件应是同一文号",
        expected=said,
        severity="medium",
        kind="repeat",
    )


def _core(title: str) -> str:
    """The title without white space, its issuer (… 关于) and trial marks."""
    flat = re.sub(r"[（(](?:试行|暂行|修订|修订版)[）)]|[〈〉<>《》“”]", "", tight(title))
    return flat[flat.find("关于") :] if "关于" in flat else flat
