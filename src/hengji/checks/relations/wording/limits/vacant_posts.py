"""Posts that stand empty, told far from the posts and the people: 编制 48 名，在职 45 人, 用好 5 名空编 later on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["vacant_posts"]

_VACANT: Final = re.compile(
    r"(?P<n>(?<![\d.,])\d{1,3})\s?[名个](?:空编|缺编|空缺编制|空余编制|编制空缺)"
    r"|(?:空编|缺编|空缺编制|空余编制|编制空缺)(?:为|有|达|共|数)*(?P<n2>\d{1,3})\s?[名个人](?!次)"
)
_POSTS: Final = re.compile(r"(?:编制|核编|定编)[^，。；\d]{0,8}(\d{1,5})\s?[名人个]")
_OTHERWISE: Final = re.compile(
    r"院|所|中心|站|校|局|队|办|科|各|预计|将|新增|腾|释放|拟|其中|所属|下属|行政|事业|工勤|参公|专业技术|岗位|上年|月"
)
_HIRED: Final = re.compile(
    "(?:补充|招聘|招录|招考|引进|选调|遴选|到岗|录用|补齐)[^。；]{0,20}?(?:后|届时)(?=[^。；，]{0,6}$)"
)
"""招聘 3 人，到岗后空编 2 名: what will be left then."""
_HEADS: Final = re.compile(r"(?<![\d.,])(\d{1,5})\s?[名人](?!次)")
_ONE: Final = 1
_REACH: Final = 20


def vacant_posts(context: Context, compared: Sequence[Relation]) -> Iterator[Relation]:
    """Relations of kind ``difference``, errors all; *compared* is what the paper's one headcount is held against."""
    flow = flowing(context)
    if len(compared) != _ONE or len(set(_POSTS.findall(flow.text))) != _ONE:
        return
    posts, people = compared[0].figures
    left = int(posts.text) - int(people.text)
    for match in _VACANT.finditer(flow.text):
        group = "n" if match["n"] else "n2"
        before = re.split("[，。；：\n]", flow.text[max(0, match.start() - _REACH) : match.start()])[-1]
        clause = before + re.split("[，。；：\n]", flow.text[match.end() : match.end() + _REACH])[0]
        place = flow.of(match, group)
        if _of_others(flow.sentence(*match.span()).partition(match[0])[0], (posts.text, people.text)):
            continue
        near = context.sentence_at(posts.start) == context.sentence_at(place[0])  # other counts may stand between
        near = near or _HIRED.search(flow.sentence(*match.span()).partition(match[0])[0] + match[0]) is not None
        if near or left < 0 or int(match[group]) == left or _OTHERWISE.search(clause) is not None:
            continue
        if context.table_at(place[0]) is None:
            yield _relation(context, compared[0], (place[0], place[1]), left)


def _of_others(before: str, told: tuple[str, str]) -> bool:
    """19 个乡镇站 67 人，空编 9 名: the people in front of them are not those of the whole office."""
    return any(heads not in told for heads in _HEADS.findall(before)[-1:])


def _relation(context: Context, compared: Relation, place: tuple[int, int], left: int) -> Relation:
    posts, people = compared.figures
    said = context.document.text[slice(*place)]
    formula = f"{posts.text} − {people.text}"
    message = f"编制 {posts.text} 名、在职 {people.text} 人，空编应为 {left} 名，文中为 {said} 名。"
    figures = (posts, people, piece(context, "stated", *place))
    return Relation("difference", "error", figures, formula, str(left), said, message, "数目误写。", "high")
