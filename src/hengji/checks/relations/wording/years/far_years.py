"""Years that no paper of its time can name: 2822年9月, 截至2060年底 in the report on 2020, 〔2091〕118号.

A paper's own time is told by its year and by the years that it names most; what is planned, owed or granted may lie
decades ahead of it, and what is told of the past centuries behind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.slips import shape
from hengji.checks.relations.wording.years.left_years import REVIEWS
from hengji.facts.relation import Relation

__all__ = ["find_far_years", "own_time"]

_NUMBER: Final = re.compile(r"[〔\[［【(（]\s*(?P<year>\d{4})\s*[〕\]］】)）]\s*第?\s*\d{1,4}\s*号")
_DATE: Final = re.compile(r"(?<![\d.,，\-—~～至到])(?P<year>\d{4})\s*年\s*(?:\d{1,2}\s*月|[年末底初]|上半年|下半年)")
_LED: Final = re.compile(r"(?<![\d.,，\-])(?P<year>0\d{3})\s*年")
_AS_OF: Final = re.compile(r"截[至止](?:到|至)?\s*(?P<year>20\d{2})\s*年")
_ATTACHED: Final = re.compile(r"附[件表]\s*\d{0,2}\s*[:：.、]?\s*(?:《|\d\s*[.、．])?\s*(?P<year>20\d{2})\s*年度?")
_OF_YEAR: Final = re.compile(r"(?P<year>20\d{2})\s*年度(?=\s{0,4}[\u4e00-\u9fff]{0,8}(?:自评|评价|决算|支出))")
_ANY: Final = re.compile(r"(?<!\d)(20\d{2})(?=\s*年|\s*[〕\]］】)）]\s*第?\s*\d{1,4}\s*号)")
_AHEAD: Final = re.compile(
    r"到期|期限|终止|截止日|至|到|止|债|租|权|寿命|许可|特许|规划|远期|远景|展望|愿景|期满|有效|目标|力争|碳|预计|计划|将|还本|付息|贷款|合同|小说|剧|[—~～]"
)
_PLAIN: Final = re.compile(r"(?<!\d)(20\d{2})(?=\s*年)")
_SIGNED: Final = re.compile(r"(?P<year>20\d{2})\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?")
_COVER, _TAIL, _LEAST = 6, 3, 20  # lines of the cover, of the end, and of a paper that has both
_FIRST: Final = 1949
_LAST: Final = 2099  # behind it no date is told that is none of a digit's slip
_FAR: Final = 8  # years between a paper and what it cannot speak of as done
_NEAR: Final = 5  # years after which nothing that was issued since is cited once and nowhere else borne out
_DECADES: Final = 20
_SENTENCE: Final = 60  # characters around in which a date says that it lies ahead
_TWICE: Final = 2


def find_far_years(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``, at most one for every place."""
    text, own = context.document.text, own_time(context)
    told: set[int] = set()
    for pattern in (_NUMBER, _DATE, _LED, _AS_OF, _ATTACHED, _OF_YEAR):
        for match in pattern.finditer(text):
            start = match.start("year")
            if start not in told and _cannot_be(context, match, own):
                told.add(start)
                yield _report(context, match.span("year"), own)


def own_time(context: Context) -> int | None:
    """The document's year, or the one that it names most where its title's lies a slip and decades away from that."""

    def found() -> int | None:
        own = context.facts.year
        named = Counter(int(match[1]) for match in _ANY.finditer(context.document.text))
        if not named or own is None:
            return own
        slips = [year for year in named if shape(str(own), str(year))]
        usual = max(slips, key=lambda year: named[year], default=own)
        apart = own - usual >= _DECADES or (own - usual > _FAR and named[own] == 1)
        alone = not any(0 < abs(one - own) <= _TWICE for one in named)
        return usual if apart and alone and named[usual] >= _TWICE else own

    return context.once(own_time, found)


def _cannot_be(context: Context, match: re.Match[str], own: int | None) -> bool:
    year = int(match["year"])
    number = match.re is _NUMBER
    if number and _after_signature(context, year, own):
        return True
    if match["year"].startswith("0") or year > _LAST:
        return not (match.re is _DATE and own is None)
    if number and year < _FIRST:
        return year < 1000 or (own is not None and shape(match["year"], str(own)) != "" and year < 1900)
    if own is None or year <= own + (_NEAR if number else _FAR) or not _is_slip(year, own):
        return False
    if number and year <= own + _DECADES and _neighbours(context, year) > 1:
        return False  # the paper was written years after the one that it is about
    if context.facts.kind not in REVIEWS and not number:
        return False
    if match.re is _DATE and (year < own + _DECADES or _lies_ahead(context.document.text, match)):
        return False
    return number or match.re is not _OF_YEAR or not _lies_ahead(context.document.text, match)


def _after_signature(context: Context, year: int, own: int | None) -> bool:
    """Whether a paper is cited that was issued in a later year than the one in which this was signed."""

    def found() -> int | None:
        lines = [line.strip() for line in context.document.text.split("\n") if line.strip()]
        ends = [*lines[:_COVER], *lines[-_TAIL:]] if len(lines) > _LEAST else []
        signed = {int(match["year"]) for line in ends if (match := _SIGNED.fullmatch(line)) is not None}
        named = max((int(match[1]) for match in _PLAIN.finditer(context.document.text)), default=0)
        return max(signed) if signed and named <= max(signed) else None

    last = context.once(_after_signature, found)
    sound = last is not None and own is not None and own <= last
    return sound and last is not None and year > last and context.facts.kind in REVIEWS and year <= _LAST


def _neighbours(context: Context, year: int) -> int:
    """How often the text names *year* and the years beside it."""
    return sum(1 for match in _ANY.finditer(context.document.text) if abs(int(match[1]) - year) <= 1)


def _is_slip(year: int, own: int) -> bool:
    """Whether a slip of the pen leads there from the paper's year or its neighbours."""
    return any(shape(str(year), str(near)) for near in (own - 1, own, own + 1, own + 2))


def _lies_ahead(text: str, match: re.Match[str]) -> bool:
    before = re.split(r"[。；\n]", text[max(0, match.start() - _SENTENCE) : match.start()])[-1]
    behind = re.split(r"[。；\n]", text[match.end() : match.end() + _SENTENCE])[0]
    return _AHEAD.search(before + behind) is not None


def _report(context: Context, span: Span, own: int | None) -> Relation:
    stated = context.document.text[slice(*span)]
    real = _FIRST <= int(stated) <= _LAST and own is not None and int(stated) <= own + _FAR
    why = "晚于材料的落款日期" if real else "不可能是真实年份"
    near = [str(year) for year in (own, own + 1, own - 1) if shape(stated, str(year))] if own is not None else []
    return slip(
        context,
        [span],
        "error",
        f"年份写作“{stated}”，{why}" + (f"（材料是{own}年度的）" if own else "") + "。请核对，改为正确的年份。",
        rule="年份应是真实年份",
        expected=near[0] if near else "真实年份",
        likely=f"{stated}应为{near[0]}" if near else "",
        severity="high",
        kind="year",
    )
