"""What the margin says of the row in hand: standard, figures with their sources, evidence, why, history, remarks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.db.models import Q
from django.utils.translation import gettext as _

from hengji.web.evaluations.fields import Cells, Field
from hengji.web.evaluations.rubric import Beside, Line, Rubric
from hengji.web.models.conversation import Comment
from hengji.web.models.evidence import Citation
from hengji.web.models.history import HistoryEntry
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, has_right

__all__ = ["FigureInHand", "Margin", "margin_of"]

_MOST_ENTRIES: Final = 20


@dataclass(frozen=True, slots=True)
class FigureInHand:
    """A data item that the row reads, and the cells that say where it was taken from."""

    name: str
    value: str
    unit: str
    asked: str
    source: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Margin:
    """Everything beside one row; `line` is None for what stands outside the tree."""

    key: str
    name: str
    line: Line | None
    beside: Beside | None
    figures: tuple[FigureInHand, ...]
    citations: tuple[Citation, ...]
    history: tuple[HistoryEntry, ...]
    comments: tuple[Comment, ...]


def margin_of(work: Work, rubric: Rubric, key: str, user: User) -> Margin | None:
    """The margin of the row *key*; None where there is no such row."""
    line = rubric.line(key)
    beside = next((item for item in rubric.beside if item.name == key), None) if line is None else None
    if line is None and beside is None:
        return None
    citations = Citation.objects.filter(evidence__work=work, indicator=key).select_related("evidence__by")
    comments = work.comments.filter(place=key).select_related("by", "resolved_by")
    if not has_right(user, Right.SEE_INTERNAL):
        comments = comments.filter(is_internal=False)
    return Margin(
        key,
        line.row.path[-1] if line else key,
        line,
        beside,
        tuple(_figures(work, line)),
        tuple(citations),
        tuple(_history(work, line, key, user)),
        tuple(comments),
    )


def _figures(work: Work, line: Line | None) -> list[FigureInHand]:
    cells, found = Cells(work.content, ()), []
    for item in line.row.data if line else ():
        if item.kind == "events":
            continue
        value = cells.field(("data", item.name, "value"), item.name, "figure")
        source = (
            cells.field(("data", item.name, "form"), _("取自"), "words", hint=item.form),
            cells.field(("data", item.name, "place"), _("位置"), "words", hint=_("如 第3页、Sheet1!C5")),
        )
        asked = "；".join(part for part in (item.form, item.period, item.note) if part)
        found.append(FigureInHand(item.name, value.value, str(item.unit), asked, source))
    return found


def _history(work: Work, line: Line | None, key: str, user: User) -> list[HistoryEntry]:
    """The last changes of the row's own cells."""
    mine = Q(place__startswith=f"judgements/{key}/") | Q(place=f"evidence/{key}") | Q(place__startswith=f"events/{key}")
    for item in line.row.data if line else ():
        mine |= Q(place__startswith=f"data/{item.name}/") | Q(place__startswith=f"events/{item.name}")
    if line is not None and line.removal is not None:
        mine |= Q(place__startswith=f"goals/{line.removal + 1}/")
    seen = HistoryEntry.objects.visible_to(user).filter(kind="work", subject=work.pk)
    return list(seen.filter(mine)[:_MOST_ENTRIES])
