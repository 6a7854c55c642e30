"""A change of money and the reason that pulls the other way: 增长 6.83%，主要是减少出车次数.

Any wording of the reason (主要是, 系, 因, 主要原因是). Only a reason that has signs of one way alone speaks against the
change; what was saved or moved the year before, and what costs by growing less (退休, 报废, 线上会议), does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["pulling_reasons"]

_UP = "增加|增长|上升|提高|上涨|增幅|多支出|增支"
_DOWN = "减少|下降|降低|压减|压缩|降幅|少支出|缩减"
_EFFECT = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:率|幅度)?(?:了|约|为|达)*\s*(?P<figure>\d[\d.,，]*)\s*(?:亿元|万元|元|%|％)[）)]?[，,。；;（(]*(?:其|其中)?\s*$"
)
_MARK = re.compile(
    r"主要(?:原因)?(?:是|系|为|在于|因为?|由于)(?:由于|因为?)?|主要原因[：:]|原因(?:是|为|在于|系)(?:由于|因为?)?|(?<=[，,])(?:系(?:因|由于)?|由于|因(?![公素此而为]))"
)
_SAVES = re.compile(
    r"减少|压减|压缩|缩减|下降|降低|下滑|萎缩|厉行节约|节约[^，。；]{0,4}(?:开支|支出|用)|节支|精简|从严控制|严格控制|严控|取消|停办|停止|无纸化|从简|过紧日子|勤俭"
)
_SPENDS = re.compile(
    r"增加|增多|上升|增长|加重|新增|扩大|加大|提标|调增|增设|上涨|上调|扩招|增聘|增人|延长|繁重|较多|攀升|增大|新购|新开|恢复|招录|调入|调标|(?<!准入)(?<!认定)(?<!起付)(?<!定额)标准(?:的)?(?:提高|上调|调高)|扩面|扩围|调资|晋级|普调|补缴|补发"
)
_EARLIER = re.compile(
    r"(?<![较比])(?:上年|去年|上一年|往年|以前年度|同期)|基数|20\d\d年|一次性|收回|调整|划转|口径|而|但|不再|没有|未|无(?!纸)|抵|改[由为]|转[由为]|较少|不足|结转|结余|缺口|人均|平均|效率|效益|质量|水平|力度|弥补|核减|收支"
)
_GROWS_LESS = re.compile(
    r"减税|减收|减费|减负|退税|免征|留抵|退休|离职|调出|辞职|减员|报废|退费|减免|完工|竣工|结项|到期|视频|线上|网络|节能|缴|还款|偿还|下放|移交|合并"
)
_MONEY = re.compile(r"费|支出|经费|收入|预算|投入|拨款|补助|开支|保障")
_NOT_MONEY = re.compile(
    r"率(?![先])|结余|结转|差额|盈余|净|余额|比重|占比|超支|缺口|得分|债务|负债|次数|人数|批次|件数|起数"
)
_HINT = re.compile(r"主\s*要|原\s*因|系|因|由\s*于")
_SHORT = 12  # a subject shorter than this goes on what the sentence before is about
_BACK = 60
_REACH = 60


def pulling_reasons(context: Context) -> Iterator[Relation]:
    """Every such reason, as a relation of kind ``growth``."""
    for span in context.sentences:
        if context.table_at(span[0]) is None and _HINT.search(context.document.text, *span):
            yield from _in_sentence(context, span)


def _in_sentence(context: Context, span: Span) -> Iterator[Relation]:
    """The sentence is read without its white space; `places` says where its letters stand."""
    whole = context.document.text
    places = [at for at in range(*span) if not whole[at].isspace()]
    text = "".join(whole[at] for at in places)
    for mark in _MARK.finditer(text):
        start = max(0, mark.start() - _BACK)
        effect = _EFFECT.search(text[start : mark.start()])
        if effect is None or context.table_at(places[mark.start()]) is not None:
            continue
        subject = re.split(r"[。；;]", text[start : start + effect.start()])[-1]
        named = whole[max(0, span[0] - _BACK) : span[0]] if len(subject) < _SHORT else ""
        if _NOT_MONEY.search(subject) or not _MONEY.search(subject + named):
            continue
        reason = re.split(r"[。；;]", text[mark.end() : mark.end() + _REACH])[0]
        pull = _pull(reason, upward=effect["up"] is not None)
        if pull is not None:
            at, first = start + effect.start(), mark.end() + pull
            end = mark.end() + len(re.split("[，、]", reason[pull:])[0]) + pull - 1
            word = effect["up"] or effect["down"]
            yield slip(
                context,
                [(places[at], places[at + len(word) - 1] + 1), (places[first], places[end] + 1)],
                "error",
                f"前面说“{word}”，给出的原因却是“{reason[:30]}”，方向相反。请核对增减方向，或把原因写清楚。",
                rule="原因应与增减方向一致",
                expected=word,
                severity="medium",
                kind="growth",
            )


def _pull(reason: str, *, upward: bool) -> int | None:
    """Where *reason* begins to say the other way, if all that it says is of that way."""
    saves, spends = _SAVES.search(reason), _SPENDS.search(reason)
    told = saves if upward else spends
    if told is None or (saves and spends) or _EARLIER.search(reason) or re.search(r"\d", reason):
        return None
    return None if _GROWS_LESS.search(reason) and (not upward or "退休" in reason) else told.start()
