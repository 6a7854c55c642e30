"""Running text as the finders of relations read it: a passage is a sentence with its figures taken out.

Every figure (with the unit behind it) becomes one letter from Unicode's private area that tells its kind, white
space goes, and punctuation becomes full-width. Frames of sentences are then ordinary regular expressions, whatever
the figures look like and wherever a pdf broke its lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar, cast

from hengji.checks.context import Context, Span
from hengji.facts.mention import Mention

__all__ = ["ANY", "BARE", "COUNT", "MONEY", "POINTS", "RATE", "SCORE", "Passage", "Slot", "passages"]

T = TypeVar("T")

MONEY, RATE, POINTS, COUNT, SCORE, BARE = "\ue000\ue001\ue002\ue003\ue004\ue005"
ANY = "[\ue000-\ue005]"

_WIDE = str.maketrans(",;:()%", "，；：（）％")
_SPACE = re.compile(r"\s+")
_END = re.compile(r"[。！？!?\f]|[^\S\n]{0,200}+\n\s*")
_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[)）、]|[（(]?\d{1,2}(?:[)）、]|[.．](?!\d))|[①-⑳]|第[一二三四五六七八九十]+[章节部]"
)
_HEADING = re.compile(
    r"[^\S\n]{0,20}[（(]?[一二三四五六七八九十]{1,3}[)）、.．][^\n，。；：,;:]{2,40}(?:情况|概况|说明|分析|结论|问题|建议|措施|绩效)"
)
"""A numbered heading that fills its line; the page's edge did not break it."""
_INDENT = "\u3000\u3000"
"""What a new paragraph begins with; a title in front of it need not end with a stop."""
_WRAPPED = 20  # a line shorter than this was not broken by the page's edge
_PROSE = re.compile(r"[，。；,;].*\d", re.DOTALL)
_TITLE_ENDS = re.compile(r"(?:报告|情况说明|情况|公开|部门预算|部门决算|自评表)$")
_CAPITALS = re.compile("[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]+")
_IN_WORDS = re.compile(
    r"\s*(?P<open>[（(])?[，,]?\s*(?:人民币|金额)?大写(?:金额)?[为：:]?\s*(?:人民币)?[：:]?\s*"
    r"|\s*(?P<open2>[（(])\s*人民币(?:大写)?[：:]?\s*"
)
"""What leads to the same amount in capital words: 5286.48万元（大写：伍仟…整）."""
_CLOSED = re.compile(r"\s*[整正]?\s*[）)]")
_LONGEST = 3000  # a sentence longer than this is a page without stops; it is cut at the next line end


@lru_cache(maxsize=8192)
def _last_clause(words: str) -> str:
    return re.split(r"[，。；：、（]", words)[-1]


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure of a passage: `at` is its letter's place in the passage, `before` the words since the last figure."""

    mention: Mention
    kind: str
    index: int
    at: int
    before: str

    @property
    def label(self) -> str:
        """The words of the figure's own clause that stand in front of it."""
        return _last_clause(self.before)


@dataclass(frozen=True, slots=True)
class Passage:
    """`text` is the sentence without its figures; `start` and `end` are where it stands in the document."""

    text: str
    slots: tuple[Slot, ...]
    start: int
    end: int
    _made: dict[object, object] = field(default_factory=dict, init=False, compare=False, repr=False)

    def once(self, key: object, make: Callable[[Passage], T]) -> T:
        """What *make* gives for the passage, made at the first call: most finders ask what has changed in it."""
        if key not in self._made:
            self._made[key] = make(self)
        return cast(T, self._made[key])

    def after(self, slot: Slot) -> str:
        """The words from *slot* to the next figure or the end."""
        index = slot.index + 1
        return self.text[slot.at + 1 : self.slots[index].at if index < len(self.slots) else len(self.text)]

    def in_closed_bracket(self, slot: Slot, later: Slot) -> bool:
        """Whether *slot* stands in a bracket that is closed before *later*."""
        between = self.text[slot.at : later.at]
        return between.count("）") > between.count("（")

    def slot_at(self, at: int) -> Slot | None:
        """The figure whose letter stands at *at*."""
        index = bisect_left([slot.at for slot in self.slots], at)
        return self.slots[index] if index < len(self.slots) and self.slots[index].at == at else None


def passages(context: Context, also: str = "") -> tuple[Passage, ...]:
    """The passages with figures in the order of the text; of tables only the cells that hold prose.

    A sentence without figures is given only where it holds the word *also*. They are cut once per document.
    """
    return context.once(("passages", also), lambda: tuple(_cut(context, also)))


def _cut(context: Context, also: str) -> Iterator[Passage]:
    tables = sorted((table.start, table.end) for table in context.document.tables)
    prose = sorted(
        (cell.start, cell.end)
        for table in context.document.tables
        for cell in table.cells
        if len(cell.text) > 20 and _PROSE.search(cell.text)
    )
    text = context.document.text
    free = [part for whole in _without((0, len(text)), tables) for part in _sentences(text, whole)]
    for span in sorted([*free, *(part for cell in prose for part in _sentences(text, cell))]):
        mentions = context.within(span)
        if mentions or (also and also in text[span[0] : span[1]]):
            yield _passage(text, span, mentions)


def _sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of *span*: up to a stop, a list item, or a line that ends before the page's edge."""
    start, line = span[0], span[0]
    for match in _END.finditer(text, *span):
        if "\n" not in match.group():
            yield start, match.end()
            start = match.end()
        elif not _goes_on(text, line, match.start(), match.end()) or match.end() - start > _LONGEST:
            if start < match.start():
                yield start, match.start()
            start = match.end()
        line = match.end() if "\n" in match.group() else line
    if start < span[1]:
        yield start, span[1]


def _goes_on(text: str, line: int, end: int, following: int) -> bool:
    """Whether the sentence of the line from *line* to *end* goes on at *following*."""
    last = text[end - 1 : end]
    if _ITEM.match(text, following) or last in "。！？":
        return False
    if text.count("\n", end, following) > 1 and _TITLE_ENDS.search(text, line, end):
        return False
    if _HEADING.fullmatch(text, line, end):
        return False
    if last in "，、；,;：:":
        return True
    return end - line >= _WRAPPED and _INDENT not in text[end:following]


def _without(span: Span, tables: list[Span]) -> Iterator[Span]:
    """What of *span* lies outside every table."""
    start, end = span
    for low, high in tables:
        if low > start:
            yield start, min(low, end)
        start = max(start, high)
    if start < end:
        yield start, end


def _passage(text: str, span: Span, mentions: tuple[Mention, ...]) -> Passage:
    pieces: list[str] = []
    slots: list[Slot] = []
    position, length, since = span[0], 0, 0
    for mention in mentions:
        if mention.start < position:
            continue
        if slots and _CAPITALS.fullmatch(mention.text):
            again = _behind_words(text, position, mention)
            if again:
                position = again
                continue
        piece = _words(text[position : mention.start])
        kind = _kind(mention)
        pieces += [piece, kind]
        before = "".join(pieces[since:-1])
        length += len(piece) + 1
        slots.append(Slot(mention, kind, len(slots), length - 1, before))
        position, since = _behind_unit(text, mention), len(pieces)
    pieces.append(_words(text[position : max(span[1], position)]))
    return Passage("".join(pieces), tuple(slots), *span)


def _behind_words(text: str, position: int, mention: Mention) -> int:
    """Where the end is of what says the figure before *position* over again in capital words; 0 where that is none."""
    led = _IN_WORDS.fullmatch(text, position, mention.start)
    if led is None:
        return 0
    closed = _CLOSED.match(text, mention.end)
    opened = led["open"] or led["open2"]
    return (closed.end() if closed is not None else 0) if opened else mention.end


def _words(text: str) -> str:
    return _SPACE.sub("", text).translate(_WIDE)


def _kind(mention: Mention) -> str:
    if mention.is_points_of_percent:
        return POINTS
    if mention.unit is None:
        return BARE
    if mention.is_rate:
        return RATE
    if mention.unit.is_money:
        return MONEY
    return SCORE if str(mention.unit) == "分" else COUNT


def _behind_unit(text: str, mention: Mention) -> int:
    if not mention.unit_text:
        return mention.end
    match = _unit_pattern(mention.unit_text).match(text, mention.end)
    return match.end() if match else mention.end


@lru_cache(maxsize=256)
def _unit_pattern(unit: str) -> re.Pattern[str]:
    return re.compile(r"\s*" + r"\s*".join(re.escape(letter) for letter in unit))
