"""Means of answers and of groups, however they are told: 满意计10分、一般计6分，80份里满意62份、一般15份、
不满意3份，均分9.88分; 渔民150人，满意度96%，商户50家，满意度88%，按人数加权，总满意度92%; 权重五、三、二."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.numbers import round_half_up, shown
from hengji.facts.relation import Relation

__all__ = ["told_means"]

_LABEL: Final = (
    "(?:非常满意|十分满意|很满意|比较满意|较满意|较为满意|基本满意|(?<!不)(?<!太)满意|一般"
    "|不太满意|很不满意|不满意|很差|很好|较好|较差)"
)
_VALUE: Final = re.compile(rf"(?P<label>{_LABEL})[”\"]?(?:计|赋|得|记|按|为|是|（)?\s?(?P<v>\d{{1,3}})\s?分")
_COUNT: Final = re.compile(
    rf"(?P<label>{_LABEL})[”\"]?(?:（\d{{1,3}}分）)?的?(?:有|为|共|选)?\s?(?P<n>\d{{1,5}})\s?(?:份|人|户|名|票|张|位)"
)
_SCORED: Final = re.compile(r"打?(?P<v>\d{1,3})\s?分的?(?:有)?\s?(?P<n>\d{1,5})\s?(?:份|人|户|名|票|张|位)")
_IN_ORDER: Final = re.compile(r"(?:依次|分别)[为是]?(?P<row>\d{1,5}(?:、\d{1,5}){2,6})\s?(?:份|人|户|名|票|张|位)")
_MEAN: Final = re.compile(
    r"(?:均分|平均得分|平均满意度?得分|加权得分|综合得分|加权平均得?分?|平均分|平均)(?:为|是|达)?\s?(?P<mean>\d{1,3}(?:\.\d{1,4})?)\s?分"
)
_GROUP: Final = re.compile(
    r"[^，。；：、\d]{1,12}(?P<n>\d{1,6})\s?(?:份|人|家|户|名|位)[，（]?(?:的)?(?:满意[度率]|均?得?分|平均分|评分)?(?:为|是|：)?\s?(?P<p>\d{1,3}(?:\.\d{1,4})?)\s?(?P<u>[%％分])"
)
_WEIGHTED: Final = re.compile(
    r"(?:加权|综合|总体?|平均)[^，。；\d]{0,10}?(?:满意[度率]|得分|均分)?(?:为|是|达到?)?\s?(?P<mean>\d{1,3}(?:\.\d{1,4})?)\s?(?P<u>[%％分])"
)
_BY_SIZE: Final = re.compile(r"按[^，。；]{0,10}(?:份数|人数|数量|样本量?|户数|家数|数)[^，。；]{0,8}加权|加权")
_ANEW: Final = re.compile("。(?!按|加权|综合|总体)")
_TOTAL: Final = re.compile(r"总(?:得)?分(?:为|是)?\s?(?P<mean>\d{2,7}(?:\.\d)?)\s?分")
_CUE: Final = re.compile("满意|均分|评价|测评|调查|问卷|打分|等权|加权")
_PLAIN: Final = re.compile(
    r"(?:等权|算术平均|简单平均|一样多)[^。；\d]{0,20}?(?P<mean>\d{1,3}(?:\.\d{1,4})?)\s?(?P<u>[%％分])"
)
_AS_MANY: Final = re.compile("(?P<n>[三四五六七八九])(?:个方面|个维度|方面|项|类|个)")
_VALUES: Final = re.compile(r"(?<![\d.])(?P<p>\d{1,3}(?:\.\d{1,4})?)\s?(?P<u>[%％分])")
_BACK: Final = 200
_RATIO: Final = re.compile(
    r"(?:按|权重(?:为|是|分别为|各为|按)?)\s?(?P<row>\d{1,2}(?:\s?[:：∶]\s?\d{1,2}){1,4}|[一二三四五六七八九](?:、[一二三四五六七八九]){1,4}|\d{1,2}%(?:、\d{1,2}%){1,4})"
)
_PARTS: Final = re.compile(r"(?P<p>\d{2,3}(?:\.\d{1,4})?)\s?(?P<u>[%％分])?")
_SHARED: Final = re.compile(
    r"(?P<p>\d{1,3}(?:\.\d{1,4})?)\s?(?P<u>[%％分])（(?:占|权重)(?:为|比)?\s?(?P<w>\d{1,3})\s?[%％]）"
)
_THEN: Final = re.compile(r"加权[^，。；\d]{0,8}?(?P<mean>\d{1,3}(?:\.\d{1,4})?)\s?(?P<u>[%％分])")
_ONE_OF_ALL: Final = re.compile(
    r"(?P<n>\d{2,6})\s?(?:位|名|人|户|家)[^，。；\d]{0,10}(?:中，?|，其中)[^，。；\d]{0,10}?(?P<k>\d{1,6})\s?(?:位|名|人|户|份|家)[^，。；\d]{0,14}，"
    r"[^，。；\d]{0,6}(?:满意|认可|知晓|好评|支持)[率度][^，。；\d]{0,4}?(?P<mean>\d{1,3}(?:\.\d{1,4})?)\s?[%％]"
)
"""480位受访者中表示满意的444人，满意度为91.50%."""
_ON_VALID: Final = re.compile(
    r"以有效(?:问卷|样本|答卷|份数)(?:数|份数)?为(?:基数|分母|基准)[^。；\d]{0,30}?(?P<mean>\d{1,3}(?:\.\d{1,4})?)\s?[%％]"
)
_VALID: Final = re.compile(r"有效(?:问卷|样本|答卷)\s?(?P<n>\d{1,6})\s?(?:份|个)")
_FULL: Final = (1, 10, 100)
_FEWEST: Final = 2


def told_means(context: Context, judged: set[int]) -> Iterator[Relation]:
    """Relations of kind ``survey``, errors all, line by line of the running text; *judged* figures are left alone."""
    flow = flowing(context)
    for line in re.finditer(r"[^\n]+", flow.text):
        if not _CUE.search(line[0]) or context.table_at(flow.place(line.start())) is not None:
            continue
        for found in (
            *_one_of_all(context, flow, line),
            *_on_valid(context, flow, line),
            *_plain(context, flow, line),
            *_valued(context, flow, line),
            *_grouped(context, flow, line),
            *_by_weights(context, flow, line),
        ):
            if found.figures[-1].start not in judged:
                judged.add(found.figures[-1].start)
                yield found


def _valued(context: Context, flow: Flowing, line: re.Match[str]) -> Iterator[Relation]:
    text = line[0]
    mean, summed = _MEAN.search(text), _TOTAL.search(text)
    if mean is None and summed is None:
        return
    terms = _terms(text)
    whole = sum(count for _, count in terms)
    if len(terms) < _FEWEST or not whole:
        return
    total = Fraction(sum(value * count for value, count in terms))
    words = " + ".join(f"{value}×{count}" for value, count in terms)
    if summed is not None and Fraction(summed["mean"]) != total and total > max(value for value, _ in terms) * _FULL[1]:
        yield _relation(context, flow, line, summed, total, words)
    if mean is None:
        return
    bases = {whole} | {int(one) for one in re.findall(r"(?<![\d.])(\d{2,6})(?=\s?[份人户名票张位])", text)}
    said = Fraction(mean["mean"])
    if any(base >= whole and _fits(total / base, mean["mean"]) for base in bases):
        return
    if said <= max(value for value, _ in terms):
        yield _relation(context, flow, line, mean, total / whole, f"（{words}）÷ {whole}")


def _terms(text: str) -> list[tuple[int, int]]:
    """What each answer is worth and how many gave it."""
    scored = [(int(one["v"]), int(one["n"])) for one in _SCORED.finditer(text)]
    if len(scored) > _FEWEST:
        return scored
    values = {one["label"]: int(one["v"]) for one in _VALUE.finditer(text)}
    ordered = _IN_ORDER.search(text)
    if ordered is not None and len(values) == ordered["row"].count("、") + 1:
        return list(zip(values.values(), map(int, ordered["row"].split("、")), strict=True))
    counts = {one["label"]: int(one["n"]) for one in _COUNT.finditer(text)}
    if len(values) < _FEWEST or not set(counts) <= set(values) or len(counts) < _FEWEST:
        return []
    return [(values[label], count) for label, count in counts.items()]


def _grouped(context: Context, flow: Flowing, line: re.Match[str]) -> Iterator[Relation]:
    """Groups with their numbers and rates; a mean told as weighted is held to that, any other to either."""
    text = line[0]
    groups = [one for one in _GROUP.finditer(text) if "满意" not in text[one.start() : one.start("n")]]
    if len(groups) < _FEWEST or len({one["u"] for one in groups}) > 1:
        return
    if any(b.start() - a.end() > _FEWEST for a, b in pairwise(groups)):
        return
    mean = _WEIGHTED.search(text, groups[-1].end())
    if mean is None or mean["u"] != groups[0]["u"] or _ANEW.search(text[groups[-1].end() : mean.start()]):
        return
    numbers = [int(one["n"]) for one in groups]
    rates = [Fraction(one["p"]) for one in groups]
    weighted = sum((n * p for n, p in zip(numbers, rates, strict=True)), Fraction(0)) / sum(numbers)
    plain = sum(rates, Fraction(0)) / len(rates)
    weighs = _BY_SIZE.search(text) is not None
    if _near(weighted, mean["mean"], rates) or (not weighs and _near(plain, mean["mean"], rates)):
        return
    words = " + ".join(f"{n}×{one['p']}" for n, one in zip(numbers, groups, strict=True))
    yield _relation(context, flow, line, mean, weighted, f"（{words}）÷ {sum(numbers)}")


def _by_weights(context: Context, flow: Flowing, line: re.Match[str]) -> Iterator[Relation]:
    """权重五、三、二，分数 92、88、80，加权 90; 按 6:4 加权：甲 95%，乙 80%，加权后为 88%."""
    text = line[0]
    yield from _by_shares(context, flow, line)
    ratio = _RATIO.search(text)
    if ratio is None or "加权" not in text:
        return
    weights = [Fraction(whole_number(one.rstrip("%"))) for one in re.split(r"\s?[:：∶、]\s?", ratio["row"])]
    found = list(_PARTS.finditer(text, ratio.end()))[: len(weights) + 1]
    if sum(weights) not in _FULL or len(found) != len(weights) + 1:
        return
    *parts, mean = found
    between = text[parts[-1].end() : mean.start()]
    if not re.search("加权|综合", between) or len({one["u"] for one in found if one["u"]}) > 1:
        return
    values = [Fraction(one["p"]) for one in parts]
    right = sum((weight * value for weight, value in zip(weights, values, strict=True)), Fraction(0)) / sum(weights)
    if not _near(right, mean["p"], values):
        words = " + ".join(f"{one['p']}×{weight / sum(weights)}" for one, weight in zip(parts, weights, strict=True))
        yield _relation(context, flow, line, mean, right, words)


def _by_shares(context: Context, flow: Flowing, line: re.Match[str]) -> Iterator[Relation]:
    """问卷95.0分（占70%），暗访85.0分（占30%），加权后为90.00分."""
    parts = list(_SHARED.finditer(line[0]))
    mean = _THEN.search(line[0], parts[-1].end()) if len(parts) >= _FEWEST else None
    weights = [Fraction(one["w"]) for one in parts]
    if mean is None or sum(weights) != _FULL[-1]:
        return
    values = [Fraction(one["p"]) for one in parts]
    right = sum((weight * value for weight, value in zip(weights, values, strict=True)), Fraction(0)) / sum(weights)
    if not _near(right, mean["mean"], values):
        words = " + ".join(f"{one['p']}×{one['w']}%" for one in parts)
        yield _relation(context, flow, line, mean, right, words)


def _one_of_all(context: Context, flow: Flowing, line: re.Match[str]) -> Iterator[Relation]:
    for match in _ONE_OF_ALL.finditer(line[0]):
        whole, part = int(match["n"]), int(match["k"])
        value = Fraction(part * 100, whole) if 0 < part <= whole else None
        if value is not None and not _near(value, match["mean"], []):
            yield _relation(context, flow, line, match, value, f"{part} ÷ {whole} × 100")


def _on_valid(context: Context, flow: Flowing, line: re.Match[str]) -> Iterator[Relation]:
    """以有效问卷为基数，满意率 88.00%, where the satisfied are 276 of 300: no sum of answers gives that."""
    match = _ON_VALID.search(line[0])
    valid = _VALID.search(line[0])
    counts = [(one["label"], int(one["n"])) for one in _COUNT.finditer(line[0][: match.start()])] if match else []
    good = [count for label, count in counts if label.endswith(("满意", "很好", "较好")) and "不" not in label]
    if match is None or valid is None or not good:
        return
    sums = {sum(good[:at]) for at in range(1, len(good) + 1)}
    whole = int(valid["n"])
    if whole and not any(_near(Fraction(one * 100, whole), match["mean"], []) for one in sums):
        total = sum(good)
        yield _relation(context, flow, line, match, Fraction(total * 100, whole), f"{total} ÷ {whole} × 100")


def _plain(context: Context, flow: Flowing, line: re.Match[str]) -> Iterator[Relation]:
    """讲解94分、展品86分、座椅88分、标识92分，四项等权，平均91分; also in lines above."""
    mean = _PLAIN.search(line[0])
    if mean is None:
        return
    at = line.start() + mean.start()
    start = max(line.start() + line[0].rfind("。", 0, mean.start()) + 1, at - _BACK)
    values = [one for one in _VALUES.finditer(flow.text, start, at) if one["u"] == mean["u"]]
    if len(values) <= _FEWEST:
        values = _above(flow.text, line.start(), mean["u"]) or _in_sentence_before(flow.text, line.start(), start, mean)
    if len(values) <= _FEWEST or re.search("权重(?!相同|相等|一致)", line[0]):
        return
    rates = [Fraction(one["p"]) for one in values]
    if not _near(sum(rates, Fraction(0)) / len(rates), mean["mean"], rates):
        words = f"（{' + '.join(one['p'] for one in values)}）÷ {len(values)}"
        yield _relation(context, flow, line, mean, sum(rates, Fraction(0)) / len(rates), words)


def _above(text: str, end: int, unit: str) -> list[re.Match[str]]:
    """One value at the end of each line right above, as long as there are such lines."""
    found: list[re.Match[str]] = []
    for line in reversed(list(re.finditer(r"[^\n]+", text[max(0, end - _BACK) : end]))):
        values = list(_VALUES.finditer(line[0]))
        if len(values) != 1 or values[0]["u"] != unit or values[0].end() != len(line[0].rstrip()):
            break
        found.insert(0, values[0])
    return found


def _in_sentence_before(text: str, line: int, start: int, mean: re.Match[str]) -> list[re.Match[str]]:
    """…活动93.9%。五个方面简单平均: as many values in the sentence before as the mean says that there are."""
    told = _AS_MANY.search(mean.string, start - line, mean.start("mean"))
    first = max(text.rfind("。", 0, max(start - 1, 0)) + 1, line)
    values = [one for one in _VALUES.finditer(text, first, start) if one["u"] == mean["u"]]
    return values if told is not None and len(values) == whole_number(told["n"]) else []


def _fits(value: Fraction, said: str) -> bool:
    return _near(value, said, [])


def _near(value: Fraction, said: str, rates: Sequence[Fraction]) -> bool:
    """Within what the digits shown may stand for: rounded or cut off, and the parts rounded alike."""
    places = len(said.partition(".")[2])
    step = Fraction(1, 10**places)
    slack = step / 2 if any(rate.denominator > 1 for rate in rates) else Fraction(0)
    stated = Fraction(said)
    return Interval(value - slack, value + slack).meets(Interval(stated - step / 2, stated + step))


def _relation(
    context: Context, flow: Flowing, line: re.Match[str], mean: re.Match[str], value: Fraction, words: str
) -> Relation:
    group = "mean" if "mean" in mean.re.groupindex else "p"
    places = len(mean[group].partition(".")[2])
    right = shown(round_half_up(value, places), places)
    start = line.start() + mean.start(group)
    stated = piece(context, "stated", *flow.span(start, start + len(mean[group])))
    likely = mistaken(mean[group], right, shape(mean[group], right)) or "平均数误算或误写。"
    message = f"{words} = {right}，文中为 {mean[group]}。请核对各项的数或平均数。"
    return Relation("survey", "error", (stated,), words, right, mean[group], message, likely, "high")
