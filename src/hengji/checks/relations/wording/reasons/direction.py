"""Words for up and down against each other: a direction contradicted by its own reason, growth from nothing,
增加 with a minus sign, 持平 beside a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context, Span
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import clause_span, piece, slip
from hengji.checks.relations.wording.reasons.announced_changes import announced_changes
from hengji.checks.relations.wording.reasons.pulling_reasons import pulling_reasons
from hengji.checks.relations.wording.reasons.reason_words import find_reason_words
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation, Verdict

__all__ = ["find"]

_UP, _DOWN = r"增加|增长|上升|增多|提升|上涨", r"减少|下降|降低|压减|压缩|缩减|下滑"
_ABOVE, _BELOW = (
    r"(?<=[算出])数?(?:大于|高于|超过)(?=[^，。；]{0,6}预算)",
    r"(?<=[算出])数?(?:小于|低于)(?=[^，。；]{0,6}预算)",
)
_DIRECTION = re.compile(rf"({_UP}|{_ABOVE})|({_DOWN}|{_BELOW})")
_LAGS = r"未(?:实施|完成|支付|开工|启动|验收|执行)|结转下年|结余|暂缓|推迟|取消|进度(?:较慢|滞后|偏慢)"
_TOPS_UP = r"追加|增人增资|新增|上级(?:下达|补助)|增拨|调增|调资"
_REASON = re.compile(r"(?:(?:的)?(?:主要)?原因(?:是|为|在于)?\s*[：:]?|主要(?:是|系)(?:由于|因为?)?|(?:主要)?系)")
_NOT_MONEY_IN = re.compile(r"率|结余|结转|差额|盈余|净|余额|比重|占比|超支|缺口|扣分|得分")
_EARLIER = re.compile(
    r"上年|去年|上一年|往年|以前年度|基数(?!提高|增加|上调|调高|调整)|20\d\d年(?!度?[，,])|同期|较大|一次性|收回|(?<!被)核减|调整|划转|口径|而|但|不再|没有|未|无|抵|改[由为]|转[由为]|较少|不足|加快|抓紧|人均|平均"
)
_THINGS = (
    r"(?:经费|支出|收入|人员|人数|项目|工资|津贴|奖金|任务|拨款|资金|补助|补贴|采购|费用?|投入|批次|人次|次数|数量|标准|业务|工作量|活动"
    r"|会议|培训|接待|出差|车辆|缴存|基数|预算|指标|职工|在职|编制)"
)
_SAVES = (
    r"厉行节约|过紧日子|严控|从严控制|严格控制|压减|压缩|精简|核减|节支|减员|人员(?:调出|退休|减少)"
    r"|项目(?:完工|结束|取消)"
)
_CERTAIN_SPENDS = r"增人增资|人员(?:调入|增加)|新?招录|调资|工资(?:普调|晋级|调标)|提标|调标|提高[^，。；]{0,8}标准"
_SPENDS = rf"{_CERTAIN_SPENDS}|增设|新增|追加|扩大"
_OF_SPENDING = re.compile(r"支出|经费|费|预算|采购|拨款|收入|总计|投入|安排")
_NUMBER = r"\d[\d,，]{0,20}(?:\.\d{1,8})?"
_NEGATIVE = re.compile(
    rf"(?:增加|增长|上升|减少|下降|降低)(?:了|额?为)?\s*[-－−—]\s*{_NUMBER}\s*(?:万元|亿元|元|%|％|个百分点)"
)
_LEVEL = re.compile(
    rf"(?:增加|减少|增长|下降)\s*({_NUMBER})\s*(?:万元|亿元|元|%|％|个百分点)[，,]\s*(?:与|同|和)(?:上年|去年|上一年|20\d\d\s*年)度?(?:[预决]算数?)?(?:相比)?(基本)?持平"
)
_FROM_NOTHING = re.compile(
    rf"(?:上年|去年|上一年|20\d\d\s*年)度?[^，。；\d]{{0,14}}?(?:为|是|数)?\s*0(?:\.0+)?\s*(?:万元|亿元|元|人|个|次|件)"
    rf"(?:[^。；\d]{{0,20}}增加\s*{_NUMBER}\s*(?:万元|亿元|元|人|个|次|件)\s*[，,])?[^。；\d]{{0,12}}?(?:增长|增幅|提高|上升)(?:了|为|达)?\s*({_NUMBER})\s*[%％]"
)
_WHOLE_IS_GROWTH = near(
    re.compile(
        rf"(?<![\d.,])({_NUMBER})\s*(万元|亿元|元)\s*[，,。；](?:[^。；\d]|20\d\d\s*年){{0,40}}?增加\s*\1\s*\2\s*[，,]\s*(?:[^。；，,\d]{{0,16}}[，,]\s*)?(增长率?为?|增幅为?)\s*({_NUMBER})\s*[%％]"
    ),
    r"增加\s*\d",
    160,
)
_FROM_TO = re.compile(
    rf"(?:由|从)[^，。；\d\n]{{0,14}}(?:20\d\d年[^，。；\d\n]{{0,6}})?(?P<a>{_NUMBER})\s?[%％]\s?(?P<way>提高|上升|增长|下降|降低|降|升|增|减)(?:至|到|为)\s?(?P<b>{_NUMBER})\s?[%％]"
    r"(?:\s?[，,]\s?(?P<word>提高|上升|增加|增长|提升|下降|降低|减少)(?:了)?\s?\d)?"
)
_FOR_RETIRED = re.compile("离退休|退休费|职业年金|抚恤")
_ITEM = 160  # characters of an item in front of its reason
_NEAR = 30  # characters between a change and the reason given for it


def find(context: Context) -> Iterator[Relation]:
    """All finders of this module; each reads a sentence at most."""
    pulling = list(pulling_reasons(context))
    yield from pulling
    told = {one.figures[0].start for one in pulling}
    yield from (one for one in _reasons(context) if one.figures[0].start not in told)
    yield from find_reason_words(context)
    yield from announced_changes(context)
    yield from _growth_from_nothing(context)
    yield from _turned_levels(context)
    text = context.document.text
    for match in _NEGATIVE.finditer(text):
        yield slip(
            context,
            [match.span()],
            "suspicious",
            f"“{match.group()}”的增减词后面又带负号，含义不明。请只用一种写法：负数去掉负号，方向词写对。",
            rule="增减词后的数应为正数",
            expected="正数",
            severity="medium",
            kind="growth",
        )
    for match in _LEVEL.finditer(text):
        if match[1].strip("0.,，"):
            yield slip(
                context,
                [match.span()],
                "suspicious" if match[2] else "error",
                f"“{match.group()}”既说有增减，又说持平，两者不能并存。请核对后保留一个。",
                rule="有增减即非持平",
                expected="去掉“持平”或差额为 0",
                severity="medium",
                kind="growth",
            )


def _turned_levels(context: Context) -> Iterator[Relation]:
    """由 6.8% 降到 5.9%，上升 0.9 个百分点: the way from one level to the other has one direction."""
    for match in _FROM_TO.finditer(context.document.text):
        first, second = (read_number(match[name]) for name in ("a", "b"))
        if first is None or second is None or first == second:
            continue
        rising = second > first
        words = [(name, match.span(name)) for name in ("way", "word") if match[name]]
        wrong = [span for name, span in words if (re.search("降|减", match[name]) is None) != rising]
        for span in wrong[:1]:
            said = context.document.text[slice(*span)]
            right = "上升" if rising else "下降"
            yield slip(
                context,
                [span],
                "error",
                f"从 {match['a']}% 到 {match['b']}% 是{right}，文中却写“{said}”。请核对两数或方向词。",
                rule="方向应与两数一致",
                expected=right,
                severity="medium",
                kind="growth",
            )


def _reasons(context: Context) -> Iterator[Relation]:
    """…增加的主要原因是…减少: the reason pulls the other way."""
    text = context.document.text
    for span in context.sentences:
        match = _REASON.search(text, *span)
        if match is None or "原因" not in match.group():
            continue
        floor = _told_from(context, span, match.start())
        before, reason = text[floor : match.start()], _without_names(text[match.end() : span[1]])
        effects = list(_DIRECTION.finditer(before))
        if not effects or match.start() - floor - effects[-1].end() > _NEAR:
            continue
        effect = effects[-1]
        compared = re.search("于|超过", effect.group()) is not None
        subject = before[max(0, effect.start() - 40) : effect.start()]
        upward = effect.group(1) is not None
        ups, downs = re.search(f"{_UP}|{_SPENDS}", reason), re.search(f"{_DOWN}|{_SAVES}", reason)
        word, other = (downs, ups) if upward else (ups, downs)
        if compared:
            lags, more = re.search(_LAGS, reason), re.search(_TOPS_UP, reason)
            word, other = (downs or lags, ups or more) if upward else (more or ups, downs or lags)
            reason = re.sub(_LAGS, "", reason)
        if word is None or other is not None or _NOT_MONEY_IN.search(subject) or _EARLIER.search(reason):
            continue
        if upward and "退休" in word[0] and _FOR_RETIRED.search(text, max(0, floor - _ITEM), match.start()):
            continue  # 行政单位离退休: who retires is paid from it
        start = floor + effect.start()
        yield slip(
            context,
            [(start, start + len(effect.group())), clause_span(text, match.end() + word.start(), 12)],
            "error" if compared else _verdict(subject, reason, upward=upward),
            f"前面说“{effect.group().lstrip('数')}”，给出的原因却是“{reason.strip()[:30]}”，方向相反。请核对增减方向，或把原因写清楚。",
            rule="原因应与增减方向一致",
            expected=effect.group(),
            severity="medium",
            kind="growth",
        )


def _without_names(reason: str) -> str:
    """*reason* with blanks for what stands in quotes: the name of a project (“风貌提升”) says nothing of its cost."""
    return re.sub(r"“[^”\n]{1,30}”", lambda found: " " * len(found[0]), reason)


def _told_from(context: Context, span: Span, reason: int) -> int:
    """Where the change stands that the reason at *reason* is given for: in its sentence, or in the one before where the
    reason begins its own."""
    if context.document.text[span[0] : reason].strip("其 \n\u3000"):
        return span[0]
    return context.sentence_at(max(span[0] - 1, 0))[0]


def _verdict(subject: str, reason: str, *, upward: bool) -> Verdict:
    """Certain where the reason says of things that cost or bring money that they went the other way."""
    words, causes = (_DOWN, _SAVES) if upward else (_UP, _CERTAIN_SPENDS)
    plain = re.search(rf"{_THINGS}(?:的|数|总?额|也|均|有所|相应|大幅|明显|同比|进一步)*(?:{words})", reason)
    caused = re.search(causes, reason) is not None and not re.search(_DOWN if not upward else _UP, reason)
    told = _OF_SPENDING.search(re.split("[。；]", subject)[-1]) is not None
    return "error" if told and (plain is not None or caused) else "suspicious"


def _growth_from_nothing(context: Context) -> Iterator[Relation]:
    text = context.document.text
    for match in _FROM_NOTHING.finditer(text):
        yield _undefined(context, match.span(1), match.group(1))
    for match in _WHOLE_IS_GROWTH.finditer(text):
        if match[1].strip("0.,，"):
            yield _undefined(context, match.span(4), match[4])


def _undefined(context: Context, span: tuple[int, int], rate: str) -> Relation:
    stated = piece(context, "stated", *span)
    return Relation(
        "growth",
        "suspicious",
        (stated,),
        "增长率 = 增加额 ÷ 上年数，上年数为 0",
        "无法计算",
        f"{rate}%",
        f"上年数为 0，增长率没有意义，文中却写 {rate}%。请改写为“上年无此项”，不写增长率。",
        "基数为 0，不应写增长率",
    )
