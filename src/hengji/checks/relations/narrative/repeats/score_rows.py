"""The score of an indicator in its own paragraph against its row in the table: 效益类。…得 22.00 分, and 21.00.

A paragraph under a heading that is a row's name tells that row's score; where it names one score obtained, and the
table has one of that name, the two are one quantity.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.passages import SCORE, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["score_rows"]

_TOPIC = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])?\s*[“\"]?(?P<name>[\u4e00-\u9fff]{2,16}?)(?:类|方面|指标|情况|部分|维度|分析)*[”\"]?\s*"
    r"(?:（[^（）\n]{0,20}）|\([^()\n]{0,20}\))?\s*[。：:，]"
)
_GOT = re.compile(
    r"(?:^|[，。；：、（])(?:该项|本项|该类|合计|共|实际|自评|核查|评价|最终|综合)*(?:得|得分|实得|评分|评得)(?:为|是|：)*$"
)
_NAMED_GOT = re.compile(
    r"(?:^|[，。；：、（中])(?P<name>[\u4e00-\u9fff]{2,12}?)(?:类|方面|指标|部分|维度)*(?:自评|核查|评价|实际)?(?:得|得分|实得)(?:为|是|：)*$"
)
_FULL = re.compile(
    r"(?:^|[，。；：、（）])(?:其中：?)?(?P<name>[\u4e00-\u9fff]{2,16}?(?:类|方面|指标|部分|维度)?)(?:的)?(?:标准|满分|分值|总分|权重|共|为|是|：)*$"
)
_NO_NAME = re.compile(
    r"(?:本|该|此)?[项类]?(?:指标)?(?:标准)?(?:分值|满分|总分|分数|标准|权重|合计|共计?|总计|小计)?(?:类|方面|指标|部分|维度)?"
)
_COLUMN = re.compile(r"(?:得分|评分)(?:（分）|\(分\))?$")
_RANK = re.compile(r"(?:类|方面|指标|部分|维度)+$")
_SURE = 3  # digits that two scores of one indicator do not share by chance

Rows = dict[str, list[Mention]]


def score_rows(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every paragraph, and every clause, that tells the score of a row; then scores that the text tells twice."""
    rows = _rows(context)
    yield from _told_twice(context, texts)
    if not rows:
        return
    told: dict[int, list[Slot]] = defaultdict(list)
    for passage in texts:
        for slot in passage.slots if SCORE in passage.text else ():
            if slot.kind == SCORE and context.table_at(slot.mention.start) is None:
                named = _NAMED_GOT.search(slot.before)
                if named and named["name"] in rows:
                    yield from _compared(named["name"], rows[named["name"]], slot.mention)
                elif _GOT.search(slot.before):
                    told[context.paragraph_at(slot.mention.start)[0]].append(slot)
    for start, slots in told.items():
        topic = _TOPIC.match(context.document.text[start : slots[0].mention.start])
        if topic and topic["name"] in rows and len(slots) == 1:
            yield from _compared(topic["name"], rows[topic["name"]], slots[0].mention)


def _told_twice(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """过程类指标 25 分，得 21.46 分, and 过程类指标满分 25 分，得分 21.64 分: one full mark, two scores."""
    first: dict[tuple[str, Fraction], Mention] = {}
    for passage in texts:
        for full, got in zip(passage.slots, passage.slots[1:], strict=False):
            named = _FULL.search(full.before) if full.kind == got.kind == SCORE else None
            if (
                named is None
                or _NO_NAME.fullmatch(named["name"])
                or not _GOT.search(got.before)
                or context.table_at(got.mention.start) is not None
            ):
                continue
            earlier = first.setdefault((_RANK.sub("", named["name"]), full.mention.value), got.mention)
            if earlier is not got.mention:
                yield from _compared(named["name"], [earlier], got.mention)


def _rows(context: Context) -> Rows:
    """Scores obtained by the name of their row; a row of totals has none."""
    found: Rows = defaultdict(list)
    for mention in context.mentions:
        path, bar, headers = mention.subject.partition("|")
        if bar and _COLUMN.search(headers) and context.in_table(mention):
            found[_RANK.sub("", path.split("/")[-1])].append(mention)
    return found


def _compared(name: str, rows: list[Mention], stated: Mention) -> Iterator[Relation]:
    equal = next((one for one in rows if one.value == stated.value), None)
    formula = f"{name}：各处得分相等"
    if equal is not None:
        yield relation("repeat", "ok", [("table", equal), ("stated", stated)], formula, number(equal), "两处得分一致。")
    elif len({one.value for one in rows}) == 1:
        right = as_written(rows[0].value, stated)
        slip = shape(as_written(stated.value, stated), right)
        sure = slip and len([letter for letter in right if letter.isdigit()]) >= _SURE
        verdict: Verdict = "error" if sure else "suspicious"
        message = f"“{name}”在另一处得 {right}，这里写的是 {number(stated)}。请核对后统一。"
        likely = mistaken(number(stated), right, slip, "或另一处误写") or "两处之一误写。"
        yield relation("repeat", verdict, [("table", rows[0]), ("stated", stated)], formula, right, message, likely)
