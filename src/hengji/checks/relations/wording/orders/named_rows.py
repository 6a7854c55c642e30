"""Names and their figures, item by item: 柏桥、石湾、青口三镇，各办 16、12、7 场; 柏桥圃 26.4 万，青口圃 19.8 万;
甲（3 件）、乙（2 件）; and the rows of a table, or of lines that look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.passages import BARE, Passage, Slot
from hengji.checks.relations.slips import shown_digits
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.verdicts import converted
from hengji.facts.mention import Mention
from hengji.facts.units import Unit

__all__ = ["NamedRow", "lined_rows", "listed_rows", "paired_rows", "tabled_rows"]

_FIGURES: Final = "\ue000-\ue005"
_BETWEEN: Final = re.compile("^(?:、|，|和|与|及|以及)$")
_IN_ORDER: Final = re.compile(r"(?:分别|依次|对应|各|先后)[^，。；、]{0,14}$")
_CHAIN: Final = re.compile(
    rf"[^，。；：、{_FIGURES}（）]{{1,24}}(?:、[^，。；：、{_FIGURES}（）]{{1,24}}){{1,12}}|[^，。；：、{_FIGURES}（）]{{2,12}}[和与及][^，。；：、{_FIGURES}（）]{{2,14}}"
)
_LEAD: Final = re.compile(
    "^.*(?:包括|走遍|走访|涉及|称为|分为|[按向由对有在为是的至遍投各、，：“年中里])(?=[^向由对有在为是的]{2,}$)"
)
_LAST: Final = re.compile(
    r"^(.{1,14}?)(?:[两二三四五六七八九十]|\d)[个项家类所处镇乡村县区市条种批户名座场口季月科社站队段维头块股].*$"
)
_QUARTERS: Final = re.compile("第?一(?:至|到|—|-|～)第?四季度")
_PAIR: Final = re.compile(
    r"^[、，；和及与]?(?P<name>[^，。；：、（）]{2,16}?)(?:每[\u4e00-\u9fff]|为|是|有|达到?|占|得|扣了?|用|拨|收|投入|支出|完成|：)?$"
)
_FAR: Final = 90  # characters between the names and their figures
_FEWEST, _MOST = 2, 12
_LETTERS: Final = frozenset("甲乙丙丁戊己庚辛ABCDEFG")
_LINE: Final = re.compile(
    r"^[ \t|｜]*(?P<name>[\u4e00-\u9fff（）A-Za-z]{2,16})[ \t|｜\u3000]+(?P<n>[\d,]+(?:\.\d+)?)[%分]?[ \t|｜]*$",
    re.MULTILINE,
)
_TOTAL: Final = re.compile("合计|共|总|小计|平均|其中|其他|其余|另|占(?![道地])|同比|增|减|比")
_LONG: Final = 4  # digits of a total that is none by chance
_WHOLE: Final = re.compile("合计|总计|小计|平均|其中|共计")
_STOP: Final = re.compile("[，。；：、]")


@dataclass(frozen=True, slots=True)
class NamedRow:
    """`names` and `figures` are of one length; `lead` is what was said in front of the figures."""

    names: tuple[str, ...]
    figures: tuple[Mention, ...]
    lead: str
    unit: Unit | None
    start: int
    end: int
    listed: bool = True

    @property
    def values(self) -> tuple[Fraction, ...]:
        return tuple(converted(one, self.unit) for one in self.figures)

    def named_in(self, words: str) -> list[int]:
        """Which of the names stand in *words*; a name inside a longer one that stands there too is none."""
        found = [at for at, name in enumerate(self.names) if name in words]
        return [at for at in found if not any(at != other and self.names[at] in self.names[other] for other in found)]


def listed_rows(texts: Sequence[Passage], index: int) -> Iterator[NamedRow]:
    """甲、乙、丙分别为 a、b、c, the names being in the same sentence or in the one before."""
    passage = texts[index]
    for run in _runs(passage):
        head = passage.text[max(0, run[0].at - _FAR) : run[0].at]
        if not _IN_ORDER.search(head):
            continue
        names = _names(head, len(run))
        if not names and index and not re.search("、", head):
            names = _names(texts[index - 1].text[-_FAR:], len(run))
        if names:
            figures = tuple(slot.mention for slot in run)
            yield NamedRow(names, figures, head, figures[-1].unit, figures[0].start, figures[-1].end)


def _runs(passage: Passage) -> Iterator[tuple[Slot, ...]]:
    run: list[Slot] = []
    for slot in (*passage.slots, None):
        alike = slot is not None and run and slot.kind == run[-1].kind and slot.mention.unit == run[-1].mention.unit
        if slot is not None and alike and _BETWEEN.match(slot.before):
            run.append(slot)
            continue
        if _FEWEST <= len(run) <= _MOST:
            yield tuple(run)
        run = [slot] if slot is not None else []


def _names(head: str, count: int) -> tuple[str, ...]:
    """The nearest row of *count* names, the first without what leads to it and the last without what follows."""
    if count == 4 and _QUARTERS.search(head):
        return ("一季度", "二季度", "三季度", "四季度")
    for chain in reversed(list(_CHAIN.finditer(head))):
        words = re.sub(r"(?:分别|依次|各)[^，。；、]{0,14}$", "", chain[0])
        names = words.split("、")
        last = re.split("以及|[和及与]", names[-1])
        if len(names) + len(last) - 1 == count and all(last):
            names = [*names[:-1], *last]
        if len(names) == count:
            return _bare(names)
    return ()


def _bare(names: list[str]) -> tuple[str, ...]:
    inner = names[1:-1] or names[:1]
    if all(name in _LETTERS for name in names[1:-1]) and names[0][-1:] in _LETTERS:
        return (names[0][-1:], *names[1:-1], names[-1][:1])
    most = max(2, *map(len, inner))
    first = _LEAD.sub("", names[0]) if len(names[0]) > 2 else names[0]
    shorter = _LAST.sub(r"\1", names[-1])
    last = shorter if len(shorter) > 1 else names[-1]
    longest = max(most, len(first) if len(first) <= most + 2 else 0)
    found = [first[-longest:] if len(first) > longest + 2 else first, *names[1:-1], last[:longest]]
    found = [re.sub(r"\s|^\d+[.、]", "", name) for name in found]
    return (
        tuple(found)
        if len(set(found)) == len(found) and all(len(name) > 1 or name in _LETTERS for name in found)
        else ()
    )


def paired_rows(passage: Passage) -> Iterator[NamedRow]:
    """甲 a，乙 b，丙 c, and 甲（a）、乙（b）、丙（c）."""
    run: list[tuple[str, Slot]] = []
    for slot in (*passage.slots, None):
        name = _name_of(slot, fresh=not run) if slot is not None else ""
        alike = (
            slot is not None and run and slot.kind == run[-1][1].kind and slot.mention.unit == run[-1][1].mention.unit
        )
        if slot is not None and name and alike:
            run.append((name, slot))
            continue
        bare = bool(run) and run[0][1].kind == BARE and len(run) <= _FEWEST
        if bare:
            pass
        elif len(run) > _FEWEST or (len(run) == _FEWEST and "、" not in run[1][1].before):
            yield _paired(passage, run)
        name = _name_of(slot, fresh=True) if slot is not None else ""
        run = [(name, slot)] if slot is not None and name else []


def _name_of(slot: Slot, *, fresh: bool) -> str:
    words = slot.before.removeprefix("）").removesuffix("（")
    words = words[1:] if words[:1] in "，；" and not fresh else words
    words = _STOP.split(words)[-1] if fresh else words
    found = _PAIR.match(words)
    if found is None or _TOTAL.search(found["name"]):
        return ""
    return _LEAD.sub("", found["name"]) if fresh and len(found["name"]) > 6 else found["name"]


def _paired(passage: Passage, run: Sequence[tuple[str, Slot]]) -> NamedRow:
    figures = tuple(slot.mention for _, slot in run)
    lead = passage.text[max(0, run[0][1].at - _FAR) : run[0][1].at]
    return NamedRow(
        tuple(name for name, _ in run), figures, lead, figures[-1].unit, figures[0].start, figures[-1].end, listed=False
    )


def tabled_rows(context: Context) -> Iterator[NamedRow]:
    """Each column of figures of a table with the names of its rows; totals are left out."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            columns = [_column(context, part, column) for column in part.number_columns]
            kept = next((kept for row in columns if (kept := _without_wholes(row)) is not None), None)
            for column, told in zip(part.number_columns, columns, strict=True):
                row = told if kept is None else [one for one in told if one[0] in kept]
                if len(row) > _FEWEST and len({name for name, _ in row}) == len(row):
                    figures = tuple(one for _, one in row)
                    names = tuple(name for name, _ in row)
                    yield NamedRow(names, figures, part.last_head(column), figures[0].unit, table.start, table.end)


def _column(context: Context, part: Part, column: int) -> list[tuple[str, Mention]]:
    found: list[tuple[str, Mention]] = []
    for row in part.body:
        at = next((at for at in range(column) if at in part.text_columns), None)
        cell = part.grid.cell(row, column)
        name = tight(part.grid.text(row, at)) if at is not None else ""
        amounts = context.in_cell(cell) if cell is not None and cell.row == row else ()
        if len(name) > 1 and len(amounts) == 1 and not _WHOLE.search(name):
            found.append((name, amounts[0]))
    return found


def _without_wholes(row: list[tuple[str, Mention]]) -> frozenset[str] | None:
    """Where one row is what those right behind it make, their names: 项目支出 is not ranked among its own items."""
    values = [one.value for _, one in row]
    for at in range(len(row)):
        together = Fraction(0)
        for end in range(at + 1, len(row)):
            together += values[end]
            long = shown_digits(row[at][1].text) >= _LONG  # 25 = 10 + 15 is chance
            if together == values[at] > 0 and end > at + 1 and long:
                return frozenset(name for name, _ in row[at + 1 : end + 1])
    return None


def lined_rows(context: Context) -> Iterator[NamedRow]:
    """Lines of a name and a figure that no reader took for a table: 岩上|93.5."""
    run: list[tuple[str, Mention]] = []
    end = 0
    for match in (*_LINE.finditer(context.document.text), None):
        if match is not None and context.table_at(match.start()) is not None:
            continue
        figures = context.within(match.span("n")) if match is not None else ()
        if run and (match is None or match.start() > end + 1):
            if len(run) > _FEWEST:
                told = tuple(one for _, one in run)
                yield NamedRow(tuple(name for name, _ in run), told, "", told[0].unit, told[0].start, told[-1].end)
            run = []
        if match is not None and len(figures) == 1 and not _TOTAL.search(match["name"]):
            run.append((match["name"], figures[0]))
            end = match.end()
