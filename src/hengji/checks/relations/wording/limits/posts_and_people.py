"""Posts and people told by turns, whatever the kinds are called: 行政编制46名，在编43人；事业编制58名，在编61人.

Of several pairs one alone has more people than posts, and the paragraph does not tell why; or of one pair it is said
that the posts were kept (控制在核定编制以内, 控制率未超过100%), and they were not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["posts_and_people"]

_TOKEN: Final = re.compile(
    r"(?P<posts>编制(?![外内使管])[^，。；：、（）()\d\n|]{0,6}[：:|\s]{0,8}(?P<p>\d{1,5})\s?(?:[人名个位]|(?=\s*[|\n]|$)))"
    r"|(?P<people>(?:实有|实际|在编|在职|在岗|在册|现有|在位)(?P<label>[^，。；：、（）()\d\n|]{0,10})[：:|\s]{0,8}"
    r"(?P<h>\d{1,5})\s?(?:[人名个位]|(?=\s*[|\n]|$)))"
)
_OTHERS: Final = re.compile("退休|离休|遗属|聘|临时|劳务|合同|派遣|编外|借调|挂职|抽调|领导|辅警|协管|车|单位|机构")
_NEW: Final = re.compile("新增|增加|核增|核减|划转|空|缺|超|非$|控制数$")
_WITH_OTHERS: Final = re.compile(
    r"\s?[，,（(：:]?(?:其中|包括|含)[^。；\n]{0,40}?(?:在编|聘|合同制|编外|临时|劳务|派遣|退休|借调|挂职|控制数)"
)
_WHY: Final = re.compile(
    r"(?<![不无未在有])超编(?!情况|现象|进人)|超出\d|满编|安置|借调|挂职|军转|划转|改革|混编|占用|调剂|同意|消化|过渡|(?<!不)含[^，。；]{0,6}[聘外]"
)
_KEPT: Final = re.compile(
    r"(?P<said>(?:没有|未|不|无|并未|从未)(?:发生|出现|存在)?[^，。；\d]{0,4}?(?:超过|超出|突破|超)[^，。；\d]{0,6}编制?(?:人?数|限额|总额)?"
    r"|在[^，。；\d]{0,8}编制[^，。；\d]{0,4}?(?:以内|之内|内)"
    r"|控制率[^，。；\d]{0,4}(?:未超过|不超过|没有超过|在|小于等于|小于或等于|≤|低于)\s?100\s?[%％](?:以内|之内)?)"
)
_FAR: Final = Fraction(3, 2)  # times by which people may pass their posts before they are others
_PAIR: Final = 2


class _Pair(NamedTuple):
    posts: re.Match[str]
    people: re.Match[str]

    @property
    def over(self) -> bool:
        return 0 < int(self.posts["p"]) < int(self.people["h"]) <= int(self.posts["p"]) * _FAR

    @property
    def is_one_sentence(self) -> bool:
        first, last = sorted((self.posts, self.people), key=lambda one: one.start())
        return "。" not in first.string[first.end() : last.start()]


def posts_and_people(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all."""
    flow = flowing(context)
    told: set[int] = set()
    for line in re.finditer("[^\n]*编制[^\n]*", flow.text) if "编制" in flow.text else ():
        low, high = line.start(), _end_of(flow.text, line.start())
        for pair, said in _broken(flow.text, low, high):
            place = flow.of(pair.people, "h")
            if place[0] not in told:
                told.add(place[0])
                yield _relation(context, flow, pair, said)


def _end_of(text: str, start: int) -> int:
    """The end of the line at *start*, or of the three that follow where it holds one figure: a table's rows."""
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    line = text[start:end]
    for _ in range(3 if re.search(r"[\t|]", line) and len(re.findall(r"\d+", line)) == 1 else 0):
        following = text.find("\n", end + 1)
        end = len(text) if following < 0 else following
    return end


def _broken(text: str, low: int, high: int) -> Iterator[tuple[_Pair, str]]:
    tokens = [one for one in _TOKEN.finditer(text, low, high) if _counts(text, one)]
    pairs = _pairs(tokens)
    over = [pair for pair in pairs if pair.over]
    if len(over) != 1 or _WHY.search(text, low, high) or _WITH_OTHERS.match(text, over[0].people.end()):
        return
    claim = _KEPT.search(text, over[0].people.end(), high)
    claim = claim or _KEPT.search(text, over[0].posts.end(), high)
    if len(pairs) >= _PAIR or claim is not None:
        yield over[0], claim["said"] if claim is not None else ""


def _counts(text: str, token: re.Match[str]) -> bool:
    """Whether a figure is of all posts or of those who sit on them."""
    before = re.split(r"[，。；：、（）()\n|]", text[max(0, token.start() - 12) : token.start()])[-1]
    return not (_NEW.search(before) if token["posts"] else _OTHERS.search(before + token["label"]))


def _pairs(tokens: Sequence[re.Match[str]]) -> list[_Pair]:
    """By turns: posts and people, or people and posts, all the way; else posts told once, and those in them."""
    if len(tokens) % _PAIR == 0:
        made = [_pair(a, b) for a, b in zip(tokens[::2], tokens[1::2], strict=True)]
        pairs = [one for one in made if one is not None and one.is_one_sentence]
        if len(pairs) == len(made) and len({pair.posts.start() < pair.people.start() for pair in pairs}) == 1:
            return pairs
    posts = [one for one in tokens if one["posts"]]
    people = [one for one in tokens if one["people"]]
    own = [one for one in people if "在编" in one["people"]] or people
    one = _pair(posts[0], own[0]) if len(posts) == 1 and own else None
    return [one] if one is not None else []


def _pair(a: re.Match[str], b: re.Match[str]) -> _Pair | None:
    if bool(a["posts"]) == bool(b["posts"]):
        return None
    return _Pair(a, b) if a["posts"] else _Pair(b, a)


def _relation(context: Context, flow: Flowing, pair: _Pair, said: str) -> Relation:
    posts, people = pair.posts["p"], pair.people["h"]
    over = int(people) - int(posts)
    why = f"而文中称“{said}”" if said else "同处其他各类都没有超编，文中也没有说明"
    figures = (
        piece(context, "establishment", *flow.of(pair.posts, "p")),
        piece(context, "headcount", *flow.of(pair.people, "h")),
    )
    return Relation(
        "policy", "error", figures, "在职人数 ≤ 编制数", f"≤ {posts}", people,
        f"编制 {posts} 名，在职（实有）{people} 人，超出 {over} 人，{why}。请核对人数，或说明超编原因。",
        "在职人数超过编制数", "high",
    )  # fmt: skip
