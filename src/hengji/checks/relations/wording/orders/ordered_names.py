"""“得分率由高到低依次为决策、产出、效益、过程”: the order of the names against the figures told of them, in a table or
beside their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, Span, figure
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.verdicts import converted, family
from hengji.facts.mention import Mention
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["find_ordered_names"]

_HIGH: Final = "高大多强优好快"
_LOW: Final = "低小少弱劣差慢"
_NAME: Final = r"(?:20\d{2}年(?:度)?|[^\s，。；：:、（）()\d“”]{2,20})"
_ORDER: Final = near(
    re.compile(
        rf"(?:[由从按](?P<first>[{_HIGH}{_LOW}])[到至往](?P<last>[{_HIGH}{_LOW}])(?:的?(?:顺序|排序|排列|排名))?|(?P<front>居前|靠前|排名靠前|位居前[三四五六\d位]*|(?:大小|高低|多少|多寡)(?:进行)?(?:排序|排列|排名)?[，,]?\s*(?:前[二三四五六七八\d]+[位名项个])?|[排居列]?(?:名)?前[二三四五六七八\d]+[位名项个]?)的?)"
        r"(?:的(?:一级指标|项目|区域|单位|科目|部门)?)?(?:依次|分别|排序|排列|排名)*(?:为|是)?\s*[:：]?\s*"
        rf"(?P<names>{_NAME}(?:、{_NAME}){{1,11}})(?=[，。；（(\n]|$)"
    ),
    r"[由从按][高大多强优好快低小少弱劣差慢]|居前|靠前|大小|高低|多少|多寡|前[二三四五六七八\d]",
    400,
)
_METRICS: Final = re.compile(
    r"得分率|扣分率|执行率|完成率|支付率|达标率|合格率|满意度|满意率|覆盖率|增长率|增幅|降幅|占比|比重|总分|得分|扣分|评分|支出数?|预算数?|投入|金额|规模|资金|数量|人数|户数|次数|面积|产量|收入"
)
_TRIMMED: Final = re.compile(
    r"^[A-Z]?\d*[.、．]|^[A-Z]\d{0,2}(?=[\u4e00-\u9fff])|^[一二三四五六七八九十]{1,2}[、．.]|[（(][^（）()]*[）)]|(?:一级)?(?:类)?指标$|类$|[“”\s]"
)
_TOLD: Final = r"(?:指标|类|方面|支出|项目|经费)?(?:{metric})?(?:得分|得|为|是|达到?|增长|下降|占)*[:：]?"
_FULL: Final = re.compile(r"\s*+分?\s*+[（(/]\s*+(?:满分|共|总分|分值)?\s*+(\d+(?:\.\d+)?)\s*分?")
_NEAR: Final = 400
_ANY: Final = ("", "规模", "金额", "资金", "投入", "数量")
"""What any single column of figures may be called."""
_LEAST: Final = 3
_MOST: Final = 12  # tables that are looked at for one list


@dataclass(frozen=True, slots=True)
class _Value:
    value: Fraction
    figure: Figure
    shown: str


def find_ordered_names(context: Context) -> Iterator[Relation]:
    """Relations of kind ``list_order``; nothing is said where a name has no figure, or more than one."""
    flow = flowing(context)
    text = flow.text
    for match in _ORDER.finditer(text):
        names = [_trimmed(name) for name in match["names"].split("、")]
        falling = match["front"] is not None or match["first"] in _HIGH
        if match["first"] and (match["first"] in _HIGH) == (match["last"] in _HIGH):
            continue
        if (
            len(names) < _LEAST - 1
            or len(set(names)) < len(names)
            or context.table_at(flow.place(match.start())) is not None
        ):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        said = _METRICS.findall(re.split("[。；\n]", before + match[0][: match.start("names") - match.start()])[-1])
        metric = said[-1] if said else ""
        for listed in _readings(names):
            values = _in_tables(context, listed, metric) or _in_words(context, listed, metric, flow.of(match))
            if values is not None:
                yield _relation(context, flow.of(match, "names"), listed, values, falling=falling)
                break


def _readings(names: list[str]) -> list[list[str]]:
    """和 may join the last two names or stand inside one."""
    first, joined, last = (
        re.split("(和|及|与)", names[-1], maxsplit=1) if re.search("和|及|与", names[-1]) else ("", "", "")
    )
    return [names, [*names[:-1], first, last]] if joined and first and last else [names]


def _trimmed(name: str) -> str:
    return _TRIMMED.sub("", name)


def _in_tables(context: Context, names: Sequence[str], metric: str) -> list[_Value] | None:
    """The figures in the one column that the metric names, of the first table that has a row for every name."""
    named = context.once(_rows, lambda: _rows(context))
    for part, rows_of in named.get(names[0], ())[:_MOST]:
        if any(len(rows_of.get(name, ())) != 1 for name in names):
            continue
        rows = [next(iter(rows_of[name])) for name in names]
        column = _column(part, rows, metric)
        if column is not None:
            amounts = [part.grid.amount(row, column) for row in rows]
            return [_Value(one.value, one.figure("value"), one.text) for one in amounts if one is not None]
    return None


def _rows(context: Context) -> dict[str, list[tuple[Part, dict[str, set[int]]]]]:
    """By a row's name: the parts of tables that have it, each with the rows of every name in it."""
    found: dict[str, list[tuple[Part, dict[str, set[int]]]]] = {}
    for table in context.document.tables:
        for part in parts_of(context, table):
            rows: dict[str, set[int]] = {}
            for row in part.body:
                for column in part.text_columns:
                    rows.setdefault(_trimmed(part.grid.text(row, column)), set()).add(row)
            for name in rows:
                found.setdefault(name, []).append((part, rows))
    return found


def _column(part: Part, rows: Sequence[int], metric: str) -> int | None:
    filled = [
        column for column in part.number_columns if all(part.grid.amount(row, column) is not None for row in rows)
    ]
    named = [column for column in filled if metric and metric.rstrip("数") in part.last_head(column)]
    exact = [column for column in named if part.last_head(column).startswith(metric)]
    best = exact if len(exact) == 1 else named
    return best[0] if len(best) == 1 else (filled[0] if len(filled) == 1 and metric in _ANY else None)


def _in_words(context: Context, names: Sequence[str], metric: str, span: Span) -> list[_Value] | None:
    """The figures that stand right behind the names, near the list."""
    text = context.document.text
    low, high = max(0, span[0] - _NEAR), span[1] + _NEAR
    found: dict[str, list[_Value]] = {}
    told = re.compile(
        rf"({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))}){_TOLD.format(metric=metric)}$"
    )
    for mention in context.within((low, high)):
        named = told.search(re.sub(r"\s", "", text[max(low, mention.start - 30) : mention.start]))
        if named is None or span[0] <= mention.start < span[1] or context.in_table(mention):
            continue
        value = _of(text, mention, metric)
        if value is not None:
            found.setdefault(named[1], []).append(value)
    if any(len({one.value for one in found.get(name, [])}) != 1 for name in names):
        return None
    values: Mapping[str, _Value] = {name: many[0] for name, many in found.items()}
    mentions = [value.figure.mention for value in values.values()]
    alike = {family(mention.unit) for mention in mentions if mention is not None}
    return [values[name] for name in names] if len(alike) == 1 else None


def _of(text: str, mention: Mention, metric: str) -> _Value | None:
    """The figure; a score as the share of its points where the order is one of rates."""
    value, shown = converted(mention, mention.unit), mention.text
    if metric == "得分率" and not mention.is_rate:
        full = _FULL.match(text, mention.end)
        if full is None or not Fraction(full[1]):
            return None
        value, shown = value / Fraction(full[1]), f"{mention.text}/{full[1]}"
    return _Value(value, figure("value", mention), shown)


def _relation(
    context: Context, span: Span, names: Sequence[str], values: Sequence[_Value], *, falling: bool
) -> Relation:
    wrong = any((b.value > a.value) if falling else (b.value < a.value) for a, b in pairwise(values))
    verdict: Verdict = "error" if wrong else "ok"
    right = "、".join(name for name, _ in sorted(
        zip(names, values, strict=True), key=lambda pair: pair[1].value, reverse=falling
    ))  # fmt: skip
    told = "，".join(f"{name} {value.shown}" for name, value in zip(names, values, strict=True))
    way = "由高到低" if falling else "由低到高"
    message = f"文中说{way}依次为“{'、'.join(names)}”，而各项为：{told}。应为：{right}。"
    figures = (*(value.figure for value in values), piece(context, "stated", *span))
    return Relation(
        "list_order", verdict, figures, way, right, "、".join(names),
        message if wrong else f"{way}的次序与数字一致。", "名称次序颠倒" if wrong else "",
        "high" if wrong else "medium",
    )  # fmt: skip
